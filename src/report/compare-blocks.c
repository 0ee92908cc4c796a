/* Groups over the blocks that they share, as tables. */
#include "report/compare-cell.h"

#include <math.h>

BsTable *
bs_compare_friedman (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  BsTable *table = bs_table_new ();

  (void) store;
  (void) error;
  bs_table_set_title (table, "Do the groups differ where they speak of the same?");
  bs_compare_note (table,
                   "Blocks: values of “%s” that all groups with any have; of several articles of a group in a block"
                   " the median. χ²: Friedman 1937, corrected for ties; W: Kendall's, 1 where every block ranks the"
                   " groups alike.",
                   data->options.matched != NULL ? data->options.matched : "");
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "blocks", "Blocks", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "friedman_chi2", "χ²", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "friedman_df", "df", BS_COLUMN_REAL, 0);
  bs_compare_add_p (table, "friedman_p", "p", people);
  bs_table_add_column (table, "kendall_w", "W", BS_COLUMN_REAL, 3);
  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsCompareMatched *matched = &compared->measures[i].matched;
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);
      guint column = 4;

      if (matched->pairs == NULL)
        continue;
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, id);
      bs_table_set_integer (table, 1, (gint64) matched->blocks);
      bs_table_set_real (table, 2, matched->friedman.statistic);
      bs_table_set_real (table, 3, matched->friedman.df1);
      bs_compare_set_p (table, &column, matched->friedman.p, people);
      bs_table_set_real (table, column, matched->kendall_w);
    }
  return table;
}

static void
add_match_columns (BsTable *table, gboolean people)
{
  bs_table_add_column (table, "a", "a", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "b", "b", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "blocks", "Blocks", BS_COLUMN_INTEGER, 0);
  bs_compare_add_estimate (table, "shift", "Shift", people);
  bs_table_add_column (table, "rank_biserial", "r", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "wilcoxon_v", "V", BS_COLUMN_REAL, 1);
  bs_compare_add_p (table, "wilcoxon_p", "p", people);
  bs_compare_add_p (table, "wilcoxon_p_holm", "p Holm", people);
}

static void
match_row (BsTable *table, const BsCompareData *data, guint measure, const BsComparePairMatched *pair, gboolean people)
{
  g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);
  guint column = 4;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, bs_compare_group (data, pair->a)->name);
  bs_table_set_text (table, 1, bs_compare_group (data, pair->b)->name);
  bs_table_set_text (table, 2, id);
  bs_table_set_integer (table, 3, (gint64) pair->blocks);
  bs_compare_set_estimate (table, &column, pair->shift, people, bs_measure_decimals (data->options.refs[measure]));
  bs_table_set_real (table, column++, pair->rank_biserial);
  bs_table_set_real (table, column++, pair->wilcoxon.statistic);
  bs_compare_set_p (table, &column, pair->wilcoxon.p, people);
  bs_compare_set_p (table, &column, pair->holm, people);
}

BsTable *
bs_compare_matches (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  BsTable *table = bs_table_new ();
  guint shown = 0, all = 0;

  (void) store;
  (void) error;
  bs_table_set_title (table, "Pairs where they speak of the same");
  add_match_columns (table, people);
  for (guint i = 0; i < data->options.n_refs; i++)
    all += compared->measures[i].matched.pairs != NULL ? compared->measures[i].matched.pairs->len : 0;
  for (guint i = 0; i < data->options.n_refs && all > 0; i++)
    {
      const GArray *all_pairs = compared->measures[i].matched.pairs;
      const BsComparePairMatched *pairs = all_pairs != NULL ? (gpointer) all_pairs->data : NULL;
      guint n = all_pairs != NULL ? all_pairs->len : 0;
      g_autofree double *scores = g_new (double, n + 1);
      g_autofree gboolean *chosen = NULL;

      for (guint j = 0; j < n; j++)
        scores[j] = fabs (pairs[j].rank_biserial);
      chosen = bs_compare_choose (compared, scores, n, all, people, &shown);
      for (guint j = 0; j < n; j++)
        if (chosen[j])
          match_row (table, data, i, &pairs[j], people);
    }
  bs_compare_note (table,
                   "Blocks that both have. Shift: the median of all means of two differences a − b, with its 95 %%"
                   " interval; r: the matched rank-biserial correlation (Kerby 2014); V, p: Wilcoxon 1945, Holm over"
                   " the pairs of a measure.");
  if (shown < all)
    bs_compare_note (table,
                     "Shown are the %u largest by |r| of every measure; “--show matched --format csv” has all %u.",
                     shown / data->options.n_refs, all);
  return table;
}
