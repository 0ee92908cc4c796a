/* How a measure moves with length, and what is left at equal length. */
#include "report/compare-parts.h"

#include <math.h>

#include "base/quantile.h"
#include "compare/trend.h"

#define Z 1.959963984540054 /* of 95 % */

/* Articles with a value, sorted by value inside band inside group. */
typedef struct {
  double   *room;
  BsSample *bands; /* by group and band */
} Banded;

static void
banded_clear (Banded *banded)
{
  g_free (banded->room);
  g_free (banded->bands);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Banded, banded_clear)

static void
find_limits (const BsCompareWork *work, double limits[BS_BANDS - 1])
{
  g_autofree double *words = g_new (double, work->data->n_rows + 1);
  gsize n = 0;

  for (guint i = 0; i < work->k; i++)
    {
      const BsCompareGroup *group = bs_compare_group (work->data, i);

      for (guint row = group->first; work->tested[i] && row < group->first + group->n; row++)
        if (isfinite (work->values[row]))
          words[n++] = work->data->words[row];
    }
  bs_sort_doubles (words, n);
  bs_bands_limits (words, n, limits);
}

static Banded
divide (const BsCompareWork *work)
{
  Banded banded = { g_new (double, work->data->n_rows + 1), g_new0 (BsSample, (gsize) work->k * BS_BANDS + 1) };
  double limits[BS_BANDS - 1];
  double *at = banded.room;

  find_limits (work, limits);
  for (guint i = 0; i < work->k; i++)
    for (guint band = 0; band < BS_BANDS; band++)
      {
        const BsCompareGroup *group = bs_compare_group (work->data, i);
        BsSample *sample = &banded.bands[i * BS_BANDS + band];
        double *start = at;

        for (guint row = group->first; row < group->first + group->n; row++)
          if (isfinite (work->values[row]) && bs_band_of (work->data->words[row], limits) == band)
            *at++ = work->values[row];
        *sample = (BsSample){ start, (gsize) (at - start) };
        bs_sort_doubles (start, sample->n);
      }
  return banded;
}

static void
equal_medians (const BsCompareWork *work, const Banded *banded, BsCompareMeasure *result)
{
  g_autofree BsSample *taken = g_new (BsSample, (gsize) work->k * BS_BANDS + 1);
  double weights[BS_BANDS];
  guint k = 0;

  for (guint i = 0; i < work->k; i++)
    if (work->tested[i])
      {
        for (guint band = 0; band < BS_BANDS; band++)
          taken[k * BS_BANDS + band] = banded->bands[i * BS_BANDS + band];
        k++;
      }
  result->length.bands = bs_bands_weights (taken, k, weights, &result->length.covered);
  for (guint i = 0; i < work->k; i++)
    if (work->tested[i])
      result->figures[i].equal_median = bs_standard_median (&banded->bands[i * BS_BANDS], weights);
}

static void
equal_pair (const Banded *banded, BsComparePair *pair)
{
  BsSample both[2 * BS_BANDS];
  double weights[BS_BANDS];

  for (guint band = 0; band < BS_BANDS; band++)
    {
      both[band] = banded->bands[pair->a * BS_BANDS + band];
      both[BS_BANDS + band] = banded->bands[pair->b * BS_BANDS + band];
    }
  pair->bands = bs_bands_weights (both, 2, weights, &pair->covered);
  pair->equal_delta = bs_standard_delta (both, both + BS_BANDS, weights);
}

/* All articles of groups that are tested in one: the correlation that a reader sees in a plot of them. */
static void
correlate (const BsCompareWork *work, BsCompareLength *length)
{
  guint n_rows = work->data->n_rows;
  g_autofree double *values = g_new (double, n_rows + 1);
  g_autofree double *words = g_new (double, n_rows + 1);
  double error;
  gsize n = 0;

  for (guint i = 0; i < work->k; i++)
    {
      const BsCompareGroup *group = bs_compare_group (work->data, i);

      for (guint row = group->first; work->tested[i] && row < group->first + group->n; row++)
        if (isfinite (work->values[row]))
          {
            values[n] = work->values[row];
            words[n++] = work->data->words[row];
          }
    }
  if (n < 4)
    return;
  length->spearman = bs_spearman (values, words, n).statistic;
  if (!(fabs (length->spearman) < 1)) /* no interval where no pair is the other way round */
    return;
  error = Z * sqrt ((1 + length->spearman * length->spearman / 2) / ((double) n - 3));
  length->low = tanh (atanh (length->spearman) - error);
  length->high = tanh (atanh (length->spearman) + error);
}

void
bs_compare_lengths (const BsCompareWork *work, BsCompareMeasure *result)
{
  g_auto (Banded) banded = { 0 };

  result->length = (BsCompareLength){ .spearman = NAN, .low = NAN, .high = NAN, .covered = NAN };
  if ((work->data->options.parts & BS_COMPARE_LENGTH) == 0)
    return;
  correlate (work, &result->length);
  banded = divide (work);
  equal_medians (work, &banded, result);
  for (guint i = 0; i < result->pairs->len; i++)
    equal_pair (&banded, &g_array_index (result->pairs, BsComparePair, i));
}
