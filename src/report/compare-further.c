/* Articles that belong together, and length, as tables. */
#include "report/compare-cell.h"

#include <math.h>

/* ---- Clusters ----------------------------------------------------------------------------------------------------- */

static void
cluster_row (BsTable *table, const BsCompared *compared, guint measure, guint row, gboolean people)
{
  const BsCompareData *data = compared->data;
  guint k = data->groups->len;
  const BsCompareFigures *figures = compared->measures[measure].figures;
  const BsCompareClusters *c = &compared->measures[measure].clusters[row];
  const BsCompareLabels *labels = data->clusters->pdata[row / k];
  g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);
  int decimals = bs_measure_decimals (data->options.refs[measure]);
  guint column = 8;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, bs_compare_group (data, row % k)->name);
  bs_table_set_text (table, 1, id);
  bs_table_set_text (table, 2, labels->field);
  bs_table_set_integer (table, 3, (gint64) c->n);
  bs_table_set_integer (table, 4, c->n_clusters);
  bs_table_set_real (table, 5, 100 * c->largest);
  bs_table_set_real (table, 6, c->icc);
  bs_table_set_real (table, 7, c->design);
  if (people)
    bs_compare_set_estimate (table, &column, figures[row % k].location.mean, people, decimals);
  bs_compare_set_estimate (table, &column, c->mean, people, decimals);
  bs_compare_set_estimate (table, &column, c->median, people, decimals);
}

/* People see those with an ICC alone. */
static void
cluster_rows (BsTable *table, const BsCompared *compared, guint measure, gboolean people, guint *shown)
{
  const BsCompareClusters *clusters = compared->measures[measure].clusters;
  const BsCompareData *data = compared->data;
  guint n = clusters != NULL ? data->clusters->len * data->groups->len : 0;
  g_autofree double *scores = g_new (double, n + 1);
  g_autofree gboolean *chosen = NULL;

  for (guint row = 0; row < n; row++)
    scores[row] = clusters[row].design;
  chosen = bs_compare_choose (compared, scores, n, n * data->options.n_refs, people, shown);
  for (guint row = 0; row < n; row++)
    if (chosen[row] && (!people || isfinite (clusters[row].icc)))
      cluster_row (table, compared, measure, row, people);
}

BsTable *
bs_compare_icc (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  g_autofree char *by = bs_compare_by (data);
  guint n = data->options.n_refs * data->clusters->len * data->groups->len, shown = 0;
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Articles that belong together");
  bs_compare_note (
      table,
      "ICC: the share of a group's variance that lies between its clusters (Shrout and Fleiss 1979, one-way;"
      " below 0: none). Design: by how much the variance of a mean is larger than of as many independent"
      " articles, 1 + (Σm²/Σm − 1) ICC over clusters of m articles (Kerry and Bland 2001). Mean and median with 95 %% intervals from %u resamples of whole clusters (%s),"
      " seed %" G_GUINT64_FORMAT "; an article of no cluster is one of its own.",
      data->options.resamples,
      data->clusters->len > 0 ? ((const BsCompareLabels *) data->clusters->pdata[0])->field : "none",
      data->options.seed);
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "cluster", "Cluster", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "n", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "clusters", "Clusters", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "largest_percent", "Largest %", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "icc", "ICC", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "design_effect", "Design", BS_COLUMN_REAL, 2);
  if (people)
    bs_compare_add_estimate (table, "mean_articles", "Mean by article", people);
  bs_compare_add_estimate (table, "mean", people ? "Mean by cluster" : NULL, people);
  bs_compare_add_estimate (table, "median", people ? "Median by cluster" : NULL, people);
  for (guint measure = 0; measure < data->options.n_refs; measure++)
    cluster_rows (table, compared, measure, people, &shown);
  if (people && shown < n)
    bs_compare_note (table, "Shown are those of the largest design effects; “--show clusters --format csv” has all %u.",
                     n);
  return table;
}

/* ---- Length ------------------------------------------------------------------------------------------------------- */

BsTable *
bs_compare_length (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Does length explain it?");
  bs_compare_note (
      table, "ρ: Spearman's rank correlation of the measure with the words of an article, over all articles; 95 %%"
             " interval of Bonett and Wright 2000. Mean |δ|: over the pairs that could be compared at equal length,"
             " as they are and inside bands of length.");
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_compare_add_estimate (table, "spearman", "ρ with words", people);
  bs_table_add_column (table, "pairs", "Pairs", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "delta_mean", "Mean |δ|", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "equal_length_delta_mean", "At equal length", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "turned", "Pairs turned", BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsCompareLength *length = &compared->measures[i].length;
      const GArray *pairs = compared->measures[i].pairs;
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);
      double raw = 0, equal = 0;
      guint column = 1, n = 0, turned = 0;

      for (guint j = 0; j < pairs->len; j++)
        {
          const BsComparePair *pair = &g_array_index (pairs, BsComparePair, j);

          if (!isfinite (pair->equal_delta.estimate) || !isfinite (pair->delta.estimate))
            continue;
          n++;
          raw += fabs (pair->delta.estimate);
          equal += fabs (pair->equal_delta.estimate);
          turned += pair->delta.estimate * pair->equal_delta.estimate < 0;
        }
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, id);
      bs_compare_set_estimate (table, &column, (BsEstimate){ length->spearman, length->low, length->high }, people, 2);
      bs_table_set_integer (table, column++, n);
      bs_table_set_real (table, column++, n > 0 ? raw / n : (double) NAN);
      bs_table_set_real (table, column++, n > 0 ? equal / n : (double) NAN);
      bs_table_set_integer (table, column++, turned);
    }
  return table;
}

static void
equal_row (BsTable *table, const BsCompared *compared, guint measure, guint i, gboolean people)
{
  const BsCompareData *data = compared->data;
  const BsCompareFigures *figures = &compared->measures[measure].figures[i];
  const BsCompareLength *length = &compared->measures[measure].length;
  g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);
  int decimals = bs_measure_decimals (data->options.refs[measure]);
  guint column = 2;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, bs_compare_group (data, i)->name);
  bs_table_set_text (table, 1, id);
  bs_compare_set_estimate (table, &column, figures->median, people, decimals);
  bs_compare_set_estimate (table, &column, figures->equal_median, people, decimals);
  bs_compare_set_number (table, &column, figures->equal_median.estimate - figures->median.estimate, people, decimals);
  bs_table_set_integer (table, column++, length->bands);
  bs_table_set_real (table, column, 100 * length->covered);
}

BsTable *
bs_compare_equal (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  g_autofree char *by = bs_compare_by (data);
  BsTable *table = bs_table_new ();
  guint shown = 0;

  (void) store;
  (void) error;
  bs_table_set_title (table, "Medians as they are and at equal length");
  bs_compare_note (
      table,
      "At equal length: articles are divided into %d bands of words at the quintiles of all (Cochran 1968); a"
      " band counts where every group has %d articles, and weighs in every group what it weighs in all of"
      " them together. Intervals: binomial; at equal length Woodruff 1952.",
      BS_BANDS, BS_BAND_LEAST);
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_compare_add_estimate (table, "median", "Median", people);
  bs_compare_add_estimate (table, "equal_length_median", "At equal length", people);
  bs_compare_add_number (table, "difference", "Difference", people);
  bs_table_add_column (table, "length_bands", "Bands", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "covered_percent", "Articles in them %", BS_COLUMN_REAL, 0);
  for (guint measure = 0; measure < data->options.n_refs; measure++)
    {
      const BsCompareFigures *figures = compared->measures[measure].figures;
      guint n = data->groups->len;
      g_autofree double *scores = g_new (double, n + 1);
      g_autofree gboolean *chosen = NULL;

      for (guint i = 0; i < n; i++)
        scores[i] = fabs (figures[i].equal_median.estimate - figures[i].median.estimate);
      chosen = bs_compare_choose (compared, scores, n, n * data->options.n_refs, people, &shown);
      for (guint i = 0; i < n; i++)
        if (chosen[i])
          equal_row (table, compared, measure, i, people);
    }
  if (shown < data->groups->len * data->options.n_refs)
    bs_compare_note (table,
                     "Shown are the %u groups of every measure that move most; “--show equal-length --format csv”"
                     " has all.",
                     shown / data->options.n_refs);
  return table;
}
