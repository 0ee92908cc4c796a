/* One measure over all groups. */
#include "report/compare.h"

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "compare/adjust.h"
#include "compare/omnibus.h"
#include "compare/pair.h"
#include "report/compare-parts.h"

static const BsEstimate no_estimate = { NAN, NAN, NAN };
static const BsTest no_test = { NAN, NAN, NAN, NAN, NAN };

/* ---- Values ------------------------------------------------------------------------------------------------------- */

/* The values of a group's articles from `first` on, sorted. */
static BsSample
sorted_values (const double *values, guint first, guint n, double *room)
{
  gsize found = 0;

  for (guint i = first; i < first + n; i++)
    if (isfinite (values[i]))
      room[found++] = values[i];
  bs_sort_doubles (room, found);
  return (BsSample){ room, found };
}

void
bs_compare_work_init (BsCompareWork *work, const BsCompareData *data, guint measure)
{
  double *room;

  *work = (BsCompareWork){ .data = data, .measure = measure, .k = data->groups->len, .values = data->values[measure] };
  work->id = bs_measure_ref_id (data->options.refs[measure]);
  work->samples = g_new0 (BsSample, work->k + 1);
  work->tested = g_new0 (gboolean, work->k + 1);
  work->room = room = g_new (double, data->n_rows + 1);
  for (guint i = 0; i < work->k; i++)
    {
      const BsCompareGroup *group = bs_compare_group (data, i);

      work->samples[i] = sorted_values (work->values, group->first, group->n, room);
      work->tested[i] = work->samples[i].n >= MAX (data->options.least, 1);
      room += work->samples[i].n;
    }
}

void
bs_compare_work_clear (BsCompareWork *work)
{
  g_free (work->id);
  g_free (work->samples);
  g_free (work->tested);
  g_free (work->room);
}

void
bs_compare_random (const BsCompareWork *work, BsRandom *random, const char *what, const char *name)
{
  g_autofree char *stream = g_strjoin ("/", what, name, work->id, NULL);

  bs_random_init (random, work->data->options.seed, stream);
}

/* ---- Figures ------------------------------------------------------------------------------------------------------ */

static double
copies_median (const BsCompareWork *work, const BsCompareGroup *group)
{
  g_autofree double *room = g_new (double, group->n + group->left_out + 1);
  BsSample all = sorted_values (work->values, group->first, group->n + group->left_out, room);

  return bs_median (all.values, all.n);
}

static void
group_figures (const BsCompareWork *work, guint i, BsCompareFigures *figures)
{
  const BsCompareGroup *group = bs_compare_group (work->data, i);
  const BsCompareOptions *options = &work->data->options;
  BsSample sample = work->samples[i];

  *figures = (BsCompareFigures){ .tested = work->tested[i], .equal_median = no_estimate };
  figures->location = (BsLocation){ no_estimate, no_estimate, no_estimate, no_estimate };
  figures->summary = bs_summary (work->values + group->first, group->n);
  figures->copies_median = group->left_out > 0 ? copies_median (work, group) : figures->summary.median;
  figures->q25 = bs_quantile_interval (sample, 0.25);
  figures->median = bs_quantile_interval (sample, 0.5);
  figures->q75 = bs_quantile_interval (sample, 0.75);
  if ((options->parts & BS_COMPARE_LOCATION) != 0 && sample.n >= BS_INTERVAL_LEAST)
    {
      BsRandom random;

      bs_compare_random (work, &random, "location", group->name);
      bs_bootstrap_location (sample, bs_bootstrap_favoured (), options->resamples, &random, &figures->location);
    }
}

/* ---- Tests over all groups ---------------------------------------------------------------------------------------- */

static void
omnibus (const BsCompareWork *work, const BsCompareFigures *figures, BsCompareOmnibus *result)
{
  g_autofree BsSample *groups = g_new0 (BsSample, work->k + 1);
  double smallest = INFINITY, largest = 0;

  *result = (BsCompareOmnibus){ .kruskal = no_test, .welch = no_test, .fligner = no_test, .kruskal_holm = NAN,
                                .epsilon_squared = NAN, .omega_squared = NAN, .sd_ratio = NAN };
  for (guint i = 0; i < work->k; i++)
    if (work->tested[i])
      {
        groups[result->k++] = work->samples[i];
        result->n += work->samples[i].n;
        smallest = MIN (smallest, figures[i].summary.sd);
        largest = MAX (largest, figures[i].summary.sd);
      }
  if (result->k > 0 && smallest > 0)
    result->sd_ratio = largest / smallest;
  if ((work->data->options.parts & BS_COMPARE_OMNIBUS) == 0)
    return;
  result->kruskal = bs_kruskal_wallis (groups, result->k);
  result->welch = bs_welch_anova (groups, result->k);
  result->fligner = bs_fligner_killeen (groups, result->k);
  result->epsilon_squared = bs_epsilon_squared (result->kruskal.statistic, result->n);
  result->omega_squared = bs_omega_squared (result->welch.statistic, result->k, result->n);
}

/* ---- Pairs -------------------------------------------------------------------------------------------------------- */

gboolean
bs_compare_wanted (const BsCompareData *data, guint a, guint b)
{
  const char *against = data->options.against;

  return against == NULL || g_str_equal (bs_compare_group (data, a)->name, against)
         || g_str_equal (bs_compare_group (data, b)->name, against);
}

/* The reference stands second, so that every figure says how another group differs from it. */
static BsComparePair
pair_of (const BsCompareData *data, guint a, guint b)
{
  const char *against = data->options.against;
  gboolean turn = against != NULL && g_str_equal (bs_compare_group (data, a)->name, against);

  return (BsComparePair){ .a = turn ? b : a, .b = turn ? a : b, .equal_delta = no_estimate, .covered = NAN,
                          .mann_whitney_holm_all = NAN };
}

static void
pair_figures (const BsCompareWork *work, const BsTest *dunn, BsComparePair *pair)
{
  BsSample a = work->samples[pair->a], b = work->samples[pair->b];

  pair->shift = bs_hodges_lehmann (a, b);
  pair->delta = bs_cliff_delta (a, b);
  pair->g = bs_hedges_g (a, b);
  pair->mann_whitney = bs_mann_whitney (a, b);
  pair->dunn = *dunn;
  if (pair->a > pair->b)
    pair->dunn.statistic = -pair->dunn.statistic;
}

static void
correct (GArray *pairs)
{
  guint n = pairs->len;
  g_autofree double *p = g_new (double, n + 1);
  g_autofree double *holm = g_new (double, n + 1);
  g_autofree double *bh = g_new (double, n + 1);

  for (guint dunn = 0; dunn < 2; dunn++)
    {
      for (guint i = 0; i < n; i++)
        {
          const BsComparePair *pair = &g_array_index (pairs, BsComparePair, i);

          p[i] = dunn ? pair->dunn.p : pair->mann_whitney.p;
        }
      bs_adjust_holm (p, n, holm);
      bs_adjust_bh (p, n, bh);
      for (guint i = 0; i < n; i++)
        {
          BsComparePair *pair = &g_array_index (pairs, BsComparePair, i);

          *(dunn ? &pair->dunn_holm : &pair->mann_whitney_holm) = holm[i];
          *(dunn ? &pair->dunn_bh : &pair->mann_whitney_bh) = bh[i];
        }
    }
}

/* Dunn's ranks are over all groups that take part, whether or not their pairs are wanted. */
static GArray *
all_pairs (const BsCompareWork *work)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (BsComparePair));
  g_autofree BsSample *groups = g_new0 (BsSample, work->k + 1);
  g_autofree BsTest *dunn = g_new0 (BsTest, (gsize) work->k * work->k / 2 + 1);
  gsize at = 0;

  for (guint i = 0; i < work->k; i++)
    groups[i] = work->tested[i] ? work->samples[i] : (BsSample){ NULL, 0 };
  bs_dunn (groups, work->k, dunn);
  for (guint a = 0; a < work->k; a++)
    for (guint b = a + 1; b < work->k; b++, at++)
      if (work->tested[a] && work->tested[b] && bs_compare_wanted (work->data, a, b))
        {
          BsComparePair pair = pair_of (work->data, a, b);

          pair_figures (work, &dunn[at], &pair);
          g_array_append_val (pairs, pair);
        }
  correct (pairs);
  return pairs;
}

/* ---- All of it ---------------------------------------------------------------------------------------------------- */

void
bs_compare_measure (const BsCompareData *data, guint measure, BsCompareMeasure *result)
{
  BsCompareWork work;
  guint parts = data->options.parts;

  bs_compare_work_init (&work, data, measure);
  *result = (BsCompareMeasure){ .figures = g_new0 (BsCompareFigures, work.k + 1) };
  for (guint i = 0; i < work.k; i++)
    group_figures (&work, i, &result->figures[i]);
  omnibus (&work, result->figures, &result->omnibus);
  result->pairs
      = (parts & BS_COMPARE_PAIRS) != 0 ? all_pairs (&work) : g_array_new (FALSE, FALSE, sizeof (BsComparePair));
  bs_compare_lengths (&work, result);
  bs_compare_clusters (&work, result);
  bs_compare_matched (&work, result);
  bs_compare_work_clear (&work);
}

void
bs_compare_measure_clear (BsCompareMeasure *result)
{
  g_free (result->figures);
  g_clear_pointer (&result->pairs, g_array_unref);
  g_clear_pointer (&result->matched.pairs, g_array_unref);
  g_free (result->clusters);
}
