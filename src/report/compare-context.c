/* What is compared: groups, what is not in them, and what copies would change. */
#include "report/compare-cell.h"

#include <math.h>

#include "base/quantile.h"

/* ---- Groups ------------------------------------------------------------------------------------------------------- */

static double
median_words (const BsCompareData *data, const BsCompareGroup *group)
{
  return bs_summary (data->words + group->first, group->n).median;
}

BsTable *
bs_compare_units (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  gboolean keep = bs_store_copies (store) == BS_COPIES_KEEP;
  g_autofree char *by = bs_compare_by (data);
  BsTable *table = bs_table_new ();

  (void) error;
  bs_table_set_title (table, "The groups");
  bs_compare_note (table,
                   "The article is the unit: each counts once. Words: of all articles; median words: of an article."
                   " %s Wire: articles that credit an agency or another outlet. Period: of the articles with a full"
                   " date.",
                   keep ? "Copies of other articles are counted." : "Copies of other articles are left out of n.");
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "n", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "copies", keep ? "Copies" : "Copies left out", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "words_median", "Median words", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "first_day", "From", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "last_day", "To", BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, 5);
  bs_table_set_whole (table, 6);
  bs_table_add_column (table, "wire", "Wire", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "wire_percent", "Wire %", BS_COLUMN_REAL, 1);
  (void) people;
  for (guint i = 0; i < data->groups->len; i++)
    {
      const BsCompareGroup *group = bs_compare_group (data, i);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, group->name);
      bs_table_set_integer (table, 1, group->n);
      bs_table_set_integer (table, 2, group->copies);
      bs_table_set_integer (table, 3, group->words);
      bs_table_set_real (table, 4, median_words (data, group));
      if (group->first_day != NULL)
        {
          bs_table_set_text (table, 5, group->first_day);
          bs_table_set_text (table, 6, group->last_day);
        }
      bs_table_set_integer (table, 7, group->wire);
      bs_table_set_real (table, 8, 100.0 * group->wire / MAX (group->n, 1));
    }
  return table;
}

/* ---- Exclusions --------------------------------------------------------------------------------------------------- */

static void
add_exclusion (BsTable *table, const char *what, gint64 articles, const char *rule)
{
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, what);
  bs_table_set_integer (table, 1, articles);
  bs_table_set_text (table, 2, rule);
}

static gboolean
add_problems (BsStore *store, BsTable *table, GError **error)
{
  static const BsColumn columns[] = { { "kind", NULL, BS_COLUMN_TEXT, 0 }, { "n", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT kind, count(*) FROM problems GROUP BY kind ORDER BY 2 DESC, 1", NULL, columns,
                        G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    add_exclusion (table, cells[0].text, cells[1].integer, "problem in the input; “export problems” lists them");
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

static char *
rule_of (BsMeasureRef ref)
{
  const BsMeasure *measure = ref.measure;
  guint words = bs_measure_least_words (ref);
  GString *rule = g_string_new (NULL);

  if (measure->language != NULL)
    g_string_append_printf (rule, "articles in %s", measure->language);
  if (words > 0)
    g_string_append_printf (rule, "%sof %u words or more", rule->len > 0 ? " " : "articles ", words);
  if (measure->least_sentences > 0)
    g_string_append_printf (rule, "%s%u sentences or more", rule->len > 0 ? " and " : "articles of ",
                            measure->least_sentences);
  if (rule->len == 0)
    g_string_append (rule, "texts for which it is defined");
  g_string_prepend (rule, "it has a value for ");
  return g_string_free (rule, FALSE);
}

BsTable *
bs_compare_exclusions (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  g_autoptr (BsTable) table = bs_table_new ();
  gint64 copies = 0, small = 0;

  (void) people;
  bs_table_set_title (table, "What is left out");
  bs_compare_note (table,
                   "Problems are those of the whole store. An article without a value of a measure takes no part in"
                   " that measure alone.");
  bs_table_add_column (table, "what", "Left out", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "rule", "Rule", BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < data->groups->len; i++)
    copies += bs_compare_group (data, i)->left_out;
  for (guint i = 0; i < data->small->len; i++)
    {
      copies += g_array_index (data->small, BsCompareGroup, i).left_out;
      small += g_array_index (data->small, BsCompareGroup, i).n;
    }
  if (!add_problems (store, table, error))
    return NULL;
  add_exclusion (table, "copies", copies, bs_store_copies (store) == BS_COPIES_KEEP
                                              ? "none is left out: --copies keep"
                                              : "articles that tell what another tells in the same words");
  if (data->small->len > 0)
    {
      g_autofree char *what = g_strdup_printf ("%u small group%s", data->small->len, data->small->len == 1 ? "" : "s");
      g_autofree char *rule = g_strdup_printf ("a group needs %u articles (--least)", MAX (data->options.least, 1));

      add_exclusion (table, what, small, rule);
    }
  for (guint i = 0; i < data->options.n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);
      g_autofree char *what = g_strdup_printf ("without %s", id);
      g_autofree char *rule = rule_of (data->options.refs[i]);
      gint64 missing = 0;

      for (guint j = 0; j < data->groups->len; j++)
        missing += (gint64) compared->measures[i].figures[j].summary.missing;
      if (missing > 0)
        add_exclusion (table, what, missing, rule);
    }
  return g_steal_pointer (&table);
}

/* ---- Copies ------------------------------------------------------------------------------------------------------- */

static void
copies_row (BsTable *table, const BsCompared *compared, guint measure, guint i, gboolean people)
{
  const BsCompareData *data = compared->data;
  const BsCompareFigures *figures = &compared->measures[measure].figures[i];
  int decimals = bs_measure_decimals (data->options.refs[measure]);
  g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);
  guint column = 3;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, bs_compare_group (data, i)->name);
  bs_table_set_text (table, 1, id);
  bs_table_set_integer (table, 2, bs_compare_group (data, i)->left_out);
  bs_compare_set_number (table, &column, figures->summary.median, people, decimals);
  bs_compare_set_number (table, &column, figures->copies_median, people, decimals);
  bs_compare_set_number (table, &column, figures->copies_median - figures->summary.median, people, decimals);
}

static void
copies_rows (BsTable *table, const BsCompared *compared, guint measure, guint all, gboolean people, guint *shown)
{
  const BsCompareFigures *figures = compared->measures[measure].figures;
  guint n = compared->data->groups->len;
  g_autofree guint *groups = g_new (guint, n + 1);
  g_autofree double *scores = g_new (double, n + 1);
  g_autofree gboolean *chosen = NULL;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    if (bs_compare_group (compared->data, i)->left_out > 0)
      {
        scores[found] = fabs (figures[i].copies_median - figures[i].summary.median);
        groups[found++] = i;
      }
  chosen = bs_compare_choose (compared, scores, found, all, people, shown);
  for (guint i = 0; i < found; i++)
    if (chosen[i])
      copies_row (table, compared, measure, groups[i], people);
}

BsTable *
bs_compare_copies (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  const BsCompareData *data = compared->data;
  g_autofree char *by = bs_compare_by (data);
  BsTable *table = bs_table_new ();
  guint all = 0, shown = 0;

  (void) store;
  (void) error;
  bs_table_set_title (table, "What copies would change");
  bs_table_add_column (table, "group", by, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "copies", "Copies", BS_COLUMN_INTEGER, 0);
  bs_compare_add_number (table, "median", "Median without", people);
  bs_compare_add_number (table, "median_copies", "With copies", people);
  bs_compare_add_number (table, "difference", "Difference", people);
  for (guint i = 0; i < data->groups->len; i++)
    all += bs_compare_group (data, i)->left_out > 0 ? data->options.n_refs : 0;
  for (guint measure = 0; measure < data->options.n_refs; measure++)
    copies_rows (table, compared, measure, all, people, &shown);
  bs_compare_note (table, all > 0
                              ? "Medians over articles when copies of other articles are left out, and when they count."
                                " Groups without copies do not move and are not shown."
                              : "No copies are left out.");
  if (shown < all)
    bs_compare_note (table,
                     "Shown are the %u groups of every measure that move most; “--show copies --format csv” has all.",
                     shown / data->options.n_refs);
  return table;
}
