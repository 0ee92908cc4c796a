/* Groups that speak of the same: blocks that share an event, a day, a story. */
#include "report/compare-parts.h"

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "compare/adjust.h"
#include "compare/matched.h"

/* By block and group the median of the group's articles in it; NAN where it has none. */
static double *
block_medians (const BsCompareWork *work)
{
  const guint32 *block = (const guint32 *) (gpointer) work->data->block->numbers->data;
  guint n_blocks = work->data->block->names->len;
  double *medians = g_new (double, (gsize) n_blocks * work->k + 1);
  g_autofree guint *starts = g_new (guint, n_blocks + 2);
  g_autofree double *room = g_new (double, work->data->n_rows + 1);

  for (guint i = 0; i < work->k; i++)
    {
      const BsCompareGroup *group = bs_compare_group (work->data, i);

      memset (starts, 0, (n_blocks + 2) * sizeof *starts);
      for (guint row = group->first; row < group->first + group->n; row++)
        if (block[row] != BS_COMPARE_NONE && isfinite (work->values[row]))
          starts[block[row] + 2]++;
      for (guint j = 1; j < n_blocks; j++)
        starts[j + 1] += starts[j];
      for (guint row = group->first; row < group->first + group->n; row++)
        if (block[row] != BS_COMPARE_NONE && isfinite (work->values[row]))
          room[starts[block[row] + 1]++] = work->values[row];
      for (guint j = 0; j < n_blocks; j++)
        {
          bs_sort_doubles (room + starts[j], starts[j + 1] - starts[j]);
          medians[(gsize) j * work->k + i] = bs_median (room + starts[j], starts[j + 1] - starts[j]);
        }
    }
  return medians;
}

/* Over the blocks that every group with any block has. */
static void
friedman (const BsCompareWork *work, const double *medians, BsCompareMatched *matched)
{
  guint n_blocks = work->data->block->names->len;
  g_autofree gboolean *takes_part = g_new0 (gboolean, work->k + 1);
  g_autofree double *complete = g_new (double, (gsize) n_blocks * work->k + 1);
  guint k = 0;

  for (guint i = 0; i < work->k; i++)
    {
      for (guint j = 0; j < n_blocks; j++)
        takes_part[i] |= isfinite (medians[(gsize) j * work->k + i]);
      k += takes_part[i];
    }
  for (guint j = 0; j < n_blocks; j++)
    {
      double *row = complete + matched->blocks * k;
      guint found = 0;

      for (guint i = 0; i < work->k; i++)
        if (takes_part[i] && isfinite (medians[(gsize) j * work->k + i]))
          row[found++] = medians[(gsize) j * work->k + i];
      matched->blocks += found == k;
    }
  matched->friedman = bs_friedman (complete, matched->blocks, k);
  matched->kendall_w = bs_kendall_w (matched->friedman.statistic, matched->blocks, k);
}

static void
match_pair (const BsCompareWork *work, const double *medians, BsComparePairMatched *pair, double *a, double *b)
{
  guint n_blocks = work->data->block->names->len;

  for (guint j = 0; j < n_blocks; j++)
    {
      double x = medians[(gsize) j * work->k + pair->a], y = medians[(gsize) j * work->k + pair->b];

      if (isfinite (x) && isfinite (y))
        {
          a[pair->blocks] = x;
          b[pair->blocks++] = y;
        }
    }
  pair->wilcoxon = bs_wilcoxon_signed (a, b, pair->blocks);
  pair->shift = bs_walsh_median (a, b, pair->blocks);
  pair->rank_biserial = bs_rank_biserial (a, b, pair->blocks);
}

static void
match_pairs (const BsCompareWork *work, const double *medians, GArray *pairs)
{
  guint n_blocks = work->data->block->names->len;
  g_autofree double *a = g_new (double, n_blocks + 1);
  g_autofree double *b = g_new (double, n_blocks + 1);
  g_autofree double *p = NULL;

  for (guint i = 0; i < work->k; i++)
    for (guint j = i + 1; j < work->k; j++)
      if (bs_compare_wanted (work->data, i, j))
        {
          gboolean turn = work->data->options.against != NULL
                          && g_str_equal (bs_compare_group (work->data, i)->name, work->data->options.against);
          BsComparePairMatched pair = { .a = turn ? j : i, .b = turn ? i : j };

          match_pair (work, medians, &pair, a, b);
          g_array_append_val (pairs, pair);
        }
  p = g_new (double, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    p[i] = g_array_index (pairs, BsComparePairMatched, i).wilcoxon.p;
  bs_adjust_holm (p, pairs->len, p);
  for (guint i = 0; i < pairs->len; i++)
    g_array_index (pairs, BsComparePairMatched, i).holm = p[i];
}

void
bs_compare_matched (const BsCompareWork *work, BsCompareMeasure *result)
{
  g_autofree double *medians = NULL;

  if ((work->data->options.parts & BS_COMPARE_MATCHED) == 0 || work->data->block == NULL)
    return;
  medians = block_medians (work);
  friedman (work, medians, &result->matched);
  result->matched.pairs = g_array_new (FALSE, FALSE, sizeof (BsComparePairMatched));
  match_pairs (work, medians, result->matched.pairs);
}
