/* Do the groups differ, which of them, and by how much. */
#include "report/compare-cell.h"

#include <math.h>

#include "compare/pair.h"

BsTable *
bs_compare_omnibus (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Do the groups differ at all?");
  bs_compare_note (
      table,
      "H: Kruskal and Wallis 1952, corrected for ties; ε² = H / (n − 1). F: Welch 1951, for unequal variances;"
      " ω² from it. Holm: p of H, corrected over the %u measure%s. Groups with fewer than %u values of a"
      " measure take no part in it.",
      data->options.n_refs, data->options.n_refs == 1 ? "" : "s", data->options.least);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "groups", "Groups", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "articles", "n", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "kruskal_h", "H", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "kruskal_df", "df", BS_COLUMN_REAL, 0);
  bs_compare_add_p (table, "kruskal_p", "p", people);
  bs_compare_add_p (table, "kruskal_p_holm", "p Holm", people);
  bs_table_add_column (table, "epsilon_squared", "ε²", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "welch_f", "F", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "welch_df1", "df1", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "welch_df2", "df2", BS_COLUMN_REAL, 1);
  bs_compare_add_p (table, "welch_p", "p", people);
  bs_table_add_column (table, "omega_squared", "ω²", BS_COLUMN_REAL, 3);
  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsCompareOmnibus *o = &compared->measures[i].omnibus;
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);
      guint column = 3;

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, id);
      bs_table_set_integer (table, 1, o->k);
      bs_table_set_integer (table, 2, (gint64) o->n);
      bs_table_set_real (table, column++, o->kruskal.statistic);
      bs_table_set_real (table, column++, o->kruskal.df1);
      bs_compare_set_p (table, &column, o->kruskal.p, people);
      bs_compare_set_p (table, &column, o->kruskal_holm, people);
      bs_table_set_real (table, column++, o->epsilon_squared);
      bs_table_set_real (table, column++, o->welch.statistic);
      bs_table_set_real (table, column++, o->welch.df1);
      bs_table_set_real (table, column++, o->welch.df2);
      bs_compare_set_p (table, &column, o->welch.p, people);
      bs_table_set_real (table, column++, o->omega_squared);
    }
  return table;
}

BsTable *
bs_compare_spread (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Do the groups differ in spread?");
  bs_compare_note (table,
                   "χ²: Fligner and Killeen 1976, around medians. SD ratio: the largest standard deviation over the"
                   " smallest.");
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "fligner_chi2", "χ²", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "fligner_df", "df", BS_COLUMN_REAL, 0);
  bs_compare_add_p (table, "fligner_p", "p", people);
  bs_table_add_column (table, "sd_ratio", "SD ratio", BS_COLUMN_REAL, 2);
  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsCompareOmnibus *o = &compared->measures[i].omnibus;
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);
      guint column = 3;

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, id);
      bs_table_set_real (table, 1, o->fligner.statistic);
      bs_table_set_real (table, 2, o->fligner.df1);
      bs_compare_set_p (table, &column, o->fligner.p, people);
      bs_table_set_real (table, column, o->sd_ratio);
    }
  return table;
}

/* ---- Pairs -------------------------------------------------------------------------------------------------------- */

static void
note_pairs (BsTable *table, const BsCompared *compared, guint shown)
{
  const BsCompareOptions *options = &compared->data->options;
  guint n = bs_compare_n_pairs (compared);

  bs_compare_note (table, "%u comparison%s: %s of %u groups, %u measure%s.", n, n == 1 ? "" : "s",
                   options->against != NULL ? "every other with the reference" : "all pairs",
                   compared->data->groups->len, options->n_refs, options->n_refs == 1 ? "" : "s");
  if (shown < n)
    bs_compare_note (table,
                     "Shown are the %u largest, by |δ| and then |g|, of every measure; “--show pairs --format csv”"
                     " has all.",
                     shown / options->n_refs);
  bs_compare_note (
      table, "Shift: by how much articles of a lie over those of b, in the measure's unit (Hodges and Lehmann 1963)."
             " δ: Cliff 1993, the chance that an article of a is higher, less that of b; under .147 negligible,"
             " .33 small, .474 medium (Romano et al. 2006). g: Hedges 1981. In brackets: 95 %% intervals, each for"
             " its pair alone. p: Mann and Whitney 1947, corrected after Holm 1979 and Benjamini and Hochberg 1995"
             " over the pairs of a measure; Dunn 1964 on the ranks of all groups.");
}

static void
add_pair_columns (BsTable *table, gboolean people)
{
  bs_table_add_column (table, "a", "a", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "b", "b", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  if (!people)
    {
      bs_table_add_column (table, "articles_a", NULL, BS_COLUMN_INTEGER, 0);
      bs_table_add_column (table, "articles_b", NULL, BS_COLUMN_INTEGER, 0);
      bs_table_add_column (table, "median_a", NULL, BS_COLUMN_REAL, -1);
      bs_table_add_column (table, "median_b", NULL, BS_COLUMN_REAL, -1);
    }
  bs_compare_add_estimate (table, "shift", "Shift", people);
  bs_compare_add_estimate (table, "cliff_delta", "δ", people);
  bs_table_add_column (table, "size", "Size", BS_COLUMN_TEXT, 0);
  bs_compare_add_estimate (table, "hedges_g", "g", people);
  if (!people)
    {
      bs_table_add_column (table, "mann_whitney_u", NULL, BS_COLUMN_REAL, -1);
      bs_compare_add_p (table, "mann_whitney_p", NULL, people);
    }
  bs_compare_add_p (table, "mann_whitney_p_holm", "p Holm", people);
  bs_compare_add_p (table, "mann_whitney_p_bh", "p BH", people);
  if (!people)
    {
      bs_compare_add_p (table, "mann_whitney_p_holm_all", NULL, people);
      bs_table_add_column (table, "dunn_z", NULL, BS_COLUMN_REAL, -1);
      bs_compare_add_p (table, "dunn_p", NULL, people);
    }
  bs_compare_add_p (table, "dunn_p_holm", "Dunn Holm", people);
  if (!people)
    bs_compare_add_p (table, "dunn_p_bh", NULL, people);
  bs_compare_add_estimate (table, "equal_length_delta", "δ at equal length", people);
  if (!people)
    {
      bs_table_add_column (table, "length_bands", NULL, BS_COLUMN_INTEGER, 0);
      bs_table_add_column (table, "length_covered", NULL, BS_COLUMN_REAL, -1);
    }
}

static void
pair_row (BsTable *table, const BsCompared *compared, guint measure, const BsComparePair *pair, gboolean people)
{
  const BsCompareData *data = compared->data;
  const BsCompareFigures *figures = compared->measures[measure].figures;
  g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);
  int decimals = bs_measure_decimals (data->options.refs[measure]);
  guint column = 3;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, bs_compare_group (data, pair->a)->name);
  bs_table_set_text (table, 1, bs_compare_group (data, pair->b)->name);
  bs_table_set_text (table, 2, id);
  if (!people)
    {
      bs_table_set_integer (table, column++, (gint64) figures[pair->a].summary.n);
      bs_table_set_integer (table, column++, (gint64) figures[pair->b].summary.n);
      bs_table_set_real (table, column++, figures[pair->a].summary.median);
      bs_table_set_real (table, column++, figures[pair->b].summary.median);
    }
  bs_compare_set_estimate (table, &column, pair->shift, people, decimals);
  bs_compare_set_estimate (table, &column, pair->delta, people, 2);
  bs_table_set_text (table, column++, bs_cliff_label (pair->delta.estimate));
  bs_compare_set_estimate (table, &column, pair->g, people, 2);
  if (!people)
    {
      bs_table_set_real (table, column++, pair->mann_whitney.statistic);
      bs_compare_set_p (table, &column, pair->mann_whitney.p, people);
    }
  bs_compare_set_p (table, &column, pair->mann_whitney_holm, people);
  bs_compare_set_p (table, &column, pair->mann_whitney_bh, people);
  if (!people)
    {
      bs_compare_set_p (table, &column, pair->mann_whitney_holm_all, people);
      bs_table_set_real (table, column++, pair->dunn.statistic);
      bs_compare_set_p (table, &column, pair->dunn.p, people);
    }
  bs_compare_set_p (table, &column, pair->dunn_holm, people);
  if (!people)
    bs_compare_set_p (table, &column, pair->dunn_bh, people);
  bs_compare_set_estimate (table, &column, pair->equal_delta, people, 2);
  if (!people)
    {
      bs_table_set_integer (table, column++, pair->bands);
      bs_table_set_real (table, column++, pair->covered);
    }
}

/* Of groups that do not overlap δ says no more, g does. */
double
bs_compare_pair_score (const BsComparePair *pair)
{
  double g = fabs (pair->g.estimate);

  return fabs (pair->delta.estimate) + (isfinite (g) ? 1e-6 * g / (1 + g) : 0);
}

BsTable *
bs_compare_pairs (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  BsTable *table = bs_table_new ();
  guint shown = 0, all = bs_compare_n_pairs (compared);

  (void) store;
  (void) error;
  bs_table_set_title (table, "Pairs");
  add_pair_columns (table, people);
  for (guint measure = 0; measure < compared->data->options.n_refs; measure++)
    {
      const BsComparePair *pairs = (const BsComparePair *) (gpointer) compared->measures[measure].pairs->data;
      guint n = compared->measures[measure].pairs->len;
      g_autofree double *scores = g_new (double, n + 1);
      g_autofree gboolean *chosen = NULL;

      for (guint i = 0; i < n; i++)
        scores[i] = bs_compare_pair_score (&pairs[i]);
      chosen = bs_compare_choose (compared, scores, n, all, people, &shown);
      for (guint i = 0; i < n; i++)
        if (chosen[i])
          pair_row (table, compared, measure, &pairs[i], people);
    }
  note_pairs (table, compared, shown);
  return table;
}
