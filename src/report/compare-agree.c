/* Do several formulas tell the same of the groups. */
#include "report/compare-cell.h"

#include <math.h>

#include "compare/matched.h"
#include "compare/rank.h"

/* Measures that say which group is harder, as published; variants and other families have their own scales. */
static gboolean
tells_difficulty (const BsMeasure *measure)
{
  return measure->family == BS_FAMILY_READABILITY && measure->status == BS_STATUS_DEFINITION
         && (measure->direction == BS_HIGHER_IS_HARDER || measure->direction == BS_HIGHER_IS_EASIER);
}

/* Medians turned so that more is harder: by measure that tells difficulty and has one in every group, and group. */
static double *
medians_by_difficulty (const BsCompared *compared, guint *measures, guint *n_measures)
{
  const BsCompareData *data = compared->data;
  guint k = data->groups->len;
  double *medians = g_new (double, (gsize) data->options.n_refs * k + 1);

  *n_measures = 0;
  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsMeasure *measure = data->options.refs[i].measure;
      double *row = medians + (gsize) *n_measures * k;
      gboolean whole = tells_difficulty (measure);

      for (guint j = 0; whole && j < k; j++)
        {
          double median = compared->measures[i].figures[j].summary.median;

          row[j] = measure->direction == BS_HIGHER_IS_EASIER ? -median : median;
          whole = isfinite (median);
        }
      if (whole)
        measures[(*n_measures)++] = i;
    }
  return medians;
}

/* By measure and group, from 1. */
static double *
rank_all (const double *medians, guint n, guint k)
{
  double *ranks = g_new (double, (gsize) n * k + 1);

  for (guint i = 0; i < n; i++)
    bs_mid_ranks (medians + (gsize) i * k, k, ranks + (gsize) i * k);
  return ranks;
}

static double
mean_rank (const double *ranks, guint n, guint k, guint group)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += ranks[(gsize) i * k + group];
  return sum / n;
}

BsTable *
bs_compare_agreement (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  guint k = data->groups->len, n;
  g_autofree guint *measures = g_new (guint, data->options.n_refs + 1);
  g_autofree double *medians = medians_by_difficulty (compared, measures, &n);
  g_autofree char *by = bs_compare_by (data);
  g_autofree double *ranks = rank_all (medians, n, k);
  g_autofree double *means = g_new (double, k + 1);
  g_autofree guint *order = NULL;
  guint shown;
  BsTest friedman = bs_friedman (medians, n, k);
  double w = bs_kendall_w (friedman.statistic, n, k);
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Do the formulas agree?");
  bs_compare_note (table, "Ranks of the groups' medians by every readability formula shown, 1 the easiest.");
  if (isfinite (w))
    bs_compare_note (table, "Agreement of %u formulas over %u groups: Kendall's W = %.3f (1: all rank alike, 0: as by"
                            " chance).", n, k, w);
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rank_mean", "Mean rank", BS_COLUMN_REAL, 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (data->options.refs[measures[i]]);

      bs_table_add_column (table, id, NULL, BS_COLUMN_REAL, 1);
    }
  for (guint j = 0; j < k; j++)
    means[j] = n > 0 ? mean_rank (ranks, n, k, j) : (double) NAN;
  order = bs_compare_order (data, means, people, &shown);
  for (guint j = 0; j < shown && n > 0; j++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, bs_compare_group (data, order[j])->name);
      bs_table_set_real (table, 1, means[order[j]]);
      for (guint i = 0; i < n; i++)
        bs_table_set_real (table, 2 + i, ranks[(gsize) i * k + order[j]]);
    }
  if (shown < k)
    bs_compare_note (table, "The %u lowest and the %u highest of %u; “--show agreement --format csv” has all.",
                     shown - shown / 2, shown / 2, k);
  return table;
}
