/* What each group is like: figures with their intervals. */
#include "report/compare-cell.h"

#include <math.h>

char *
bs_compare_how (const BsCompareData *data)
{
  const char *bca = "BCa bootstrap (Efron 1987)";
  gboolean by_t = bs_bootstrap_favoured () == BS_BOOTSTRAP_T;

  return g_strdup_printf (
      "In brackets: 95 %% intervals. Quantiles: from order statistics and the binomial distribution"
      " (Hettmansperger and Sheather 1986; Nyblom 1992). Mean and trimmed mean (without the lowest and"
      " the highest 20 %%): %s; SD: %s; IQR: %s; %u resamples of the articles, seed %" G_GUINT64_FORMAT
      ". Articles without a value do not count.",
      by_t ? "bootstrap-t (Hall 1988)" : bca, by_t ? "the same on its logarithm" : bca,
      by_t ? "BCa bootstrap (Efron 1987), as it is for trimmed mean and SD of fewer than 20" : bca,
      data->options.resamples, data->options.seed);
}

/* The figures of one group; those of machines are more. */
static void
set_figures (BsTable *table, guint column, const BsCompareFigures *figures, gboolean people, int decimals)
{
  const BsSummary *s = &figures->summary;
  BsLocation location = figures->location;

  bs_table_set_integer (table, column++, (gint64) s->n);
  bs_table_set_integer (table, column++, (gint64) s->missing);
  bs_compare_set_estimate (table, &column, figures->median, people, decimals);
  if (!people)
    {
      bs_compare_set_estimate (table, &column, figures->q25, people, decimals);
      bs_compare_set_estimate (table, &column, figures->q75, people, decimals);
    }
  location.iqr.estimate = s->n > 1 ? s->iqr : (double) NAN; /* one article has no spread */
  location.mean.estimate = s->mean;
  location.sd.estimate = s->sd;
  location.trimmed_mean.estimate = s->trimmed_mean;
  bs_compare_set_estimate (table, &column, location.iqr, people, decimals);
  bs_compare_set_estimate (table, &column, location.mean, people, decimals);
  bs_compare_set_estimate (table, &column, location.sd, people, decimals);
  bs_compare_set_estimate (table, &column, location.trimmed_mean, people, decimals);
  if (!people)
    bs_compare_set_number (table, &column, s->min, people, decimals);
  bs_compare_set_number (table, &column, s->q05, people, decimals);
  bs_compare_set_number (table, &column, s->q95, people, decimals);
  if (!people)
    {
      bs_compare_set_number (table, &column, s->max, people, decimals);
      bs_compare_set_number (table, &column, s->mad, people, decimals);
    }
}

static void
add_figures (BsTable *table, gboolean people)
{
  bs_table_add_column (table, "articles", "n", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "missing", "No value", BS_COLUMN_INTEGER, 0);
  bs_compare_add_estimate (table, "median", "Median", people);
  if (!people)
    {
      bs_compare_add_estimate (table, "q25", "25 %", people);
      bs_compare_add_estimate (table, "q75", "75 %", people);
    }
  bs_compare_add_estimate (table, "iqr", "IQR", people);
  bs_compare_add_estimate (table, "mean", "Mean", people);
  bs_compare_add_estimate (table, "sd", "SD", people);
  bs_compare_add_estimate (table, "trimmed_mean", "Trimmed", people);
  if (!people)
    bs_compare_add_number (table, "min", "Min", people);
  bs_compare_add_number (table, "q05", "5 %", people);
  bs_compare_add_number (table, "q95", "95 %", people);
  if (!people)
    {
      bs_compare_add_number (table, "max", "Max", people);
      bs_compare_add_number (table, "mad", "MAD", people);
    }
}

/* ---- For people: one measure -------------------------------------------------------------------------------------- */

BsTable *
bs_compare_location_of (const BsCompared *compared, guint measure)
{
  const BsCompareData *data = compared->data;
  BsMeasureRef ref = data->options.refs[measure];
  const BsCompareFigures *figures = compared->measures[measure].figures;
  guint k = data->groups->len, shown;
  g_autofree double *medians = g_new (double, k + 1);
  g_autofree guint *order = NULL;
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *by = bs_compare_by (data);
  g_autofree char *title = g_strdup_printf ("%s (%s), %s", ref.measure->title, id, ref.measure->unit);
  BsTable *table = bs_table_new ();

  for (guint i = 0; i < k; i++)
    medians[i] = figures[i].summary.median;
  order = bs_compare_order (data, medians, TRUE, &shown);
  bs_table_set_title (table, title);
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  add_figures (table, TRUE);
  for (guint i = 0; i < shown; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, bs_compare_group (data, order[i])->name);
      set_figures (table, 1, &figures[order[i]], TRUE, bs_measure_decimals (ref));
    }
  if (shown < k)
    bs_compare_note (table, "The %u lowest and the %u highest medians of %u; “--show location” has all.",
                     shown - shown / 2, shown / 2, k);
  return table;
}

/* ---- All measures ------------------------------------------------------------------------------------------------- */

BsTable *
bs_compare_location (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  g_autofree char *by = bs_compare_by (data);
  g_autofree char *how = bs_compare_how (data);
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Figures of every group");
  bs_table_set_note (table, how);
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  add_figures (table, people);
  for (guint measure = 0; measure < data->options.n_refs; measure++)
    for (guint i = 0; i < data->groups->len; i++)
      {
        g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);

        bs_table_begin_row (table);
        bs_table_set_text (table, 0, bs_compare_group (data, i)->name);
        bs_table_set_text (table, 1, id);
        set_figures (table, 2, &compared->measures[measure].figures[i], people,
                     bs_measure_decimals (data->options.refs[measure]));
      }
  return table;
}
