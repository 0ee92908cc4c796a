/* Which rules for web text articles fail, before and after cleaning. */
#include "report/section.h"

#include "report/view.h"

#define EVERYWHERE "(all)"

/* One rule in one outlet, or in the whole corpus. */
typedef struct {
  char *outlet, *rule;
  gboolean whole;
  guint  rank;
  gint64 articles, before, after;
} Failing;

static void
failing_free (gpointer data)
{
  Failing *failing = data;

  g_free (failing->outlet);
  g_free (failing->rule);
  g_free (failing);
}

/* The whole corpus first, then outlets by name; in each the rules as the table of rules has them. */
static int
in_order (gconstpointer a, gconstpointer b)
{
  const Failing *x = *(Failing *const *) a, *y = *(Failing *const *) b;
  int names = strcmp (x->outlet, y->outlet);

  if (x->whole != y->whole)
    return x->whole ? -1 : 1;
  if (names != 0)
    return names;
  return x->rank != y->rank ? (x->rank > y->rank) - (x->rank < y->rank) : strcmp (x->rule, y->rule);
}

static GPtrArray *
load (BsStore *store, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", NULL, BS_COLUMN_TEXT, 0 },   { "rule", NULL, BS_COLUMN_TEXT, 0 },
    { "whole", NULL, BS_COLUMN_INTEGER, 0 }, { "n", NULL, BS_COLUMN_INTEGER, 0 },
    { "before", NULL, BS_COLUMN_INTEGER, 0 }, { "after", NULL, BS_COLUMN_INTEGER, 0 },
  };
  static const char sql[]
      = "WITH failing AS (SELECT outlet, rule, before, after FROM diagnostics JOIN counted_articles USING (article))"
        " SELECT outlet, rule, 0, (SELECT count(*) FROM counted_articles a WHERE a.outlet = failing.outlet),"
        " sum(before), sum(after) FROM failing GROUP BY outlet, rule"
        " UNION ALL SELECT '" EVERYWHERE "', rule, 1, (SELECT count(*) FROM counted_articles), sum(before), sum(after)"
        " FROM failing GROUP BY rule";
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (failing_free);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      Failing *failing = g_new0 (Failing, 1);

      *failing = (Failing){ g_strdup (cells[0].text), g_strdup (cells[1].text), cells[2].integer != 0, 0,
                            cells[3].integer, cells[4].integer, cells[5].integer };
      bs_diagnostic_find (failing->rule, &failing->rank);
      g_ptr_array_add (found, failing);
    }
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return NULL;
    }
  g_ptr_array_sort (found, in_order);
  return g_steal_pointer (&found);
}

BsTable *
bs_section_diagnostics (BsStore *store, GError **error)
{
  g_autoptr (GPtrArray) found = load (store, error);
  BsTable *table;

  if (found == NULL)
    return NULL;
  table = bs_table_new ();
  bs_table_set_title (table, "Articles that would fail filters for web text");
  bs_table_set_note (table, "Nothing is left out for these rules. Before: the article as it came; after: what was kept"
                            " of it. Rules that no article fails are not shown: “report --show rules” lists all.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rule", "Rule", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "before_percent", "Before %", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "after_percent", "After %", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "before", "Before", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "after", "After", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "meaning", "What is wrong", BS_COLUMN_TEXT, 0);
  bs_view_note_copies (store, table);
  for (guint i = 0; i < found->len; i++)
    {
      const Failing *failing = found->pdata[i];
      guint at;
      const BsDiagnostic *rule = bs_diagnostic_find (failing->rule, &at);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, failing->outlet);
      bs_table_set_text (table, 1, failing->rule);
      bs_table_set_real (table, 2, 100.0 * (double) failing->before / (double) failing->articles);
      bs_table_set_real (table, 3, 100.0 * (double) failing->after / (double) failing->articles);
      bs_table_set_integer (table, 4, failing->before);
      bs_table_set_integer (table, 5, failing->after);
      if (rule != NULL)
        bs_table_set_text (table, 6, rule->title);
    }
  return table;
}

BsTable *
bs_section_rules (BsStore *store, GError **error)
{
  BsTable *table = bs_table_new ();
  guint n;
  const BsDiagnostic *rules = bs_diagnostics (&n);

  bs_table_set_title (table, "Rules of filters for web text");
  bs_table_set_note (table,
                     "A line is a paragraph or a line that stands alone; a run of words goes over lines. Sources:"
                     " Gopher, Rae et al. 2021, arXiv 2112.11446, appendix A1.1; C4, Raffel et al. 2020, JMLR 21"
                     " (140), 2.2; mC4, Xue et al. 2021, arXiv 2010.11934, 3.1; FineWeb, Penedo et al. 2024, arXiv"
                     " 2406.17557; jusText, Pomikálek 2011.");
  bs_table_add_column (table, "rule", "Rule", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "source", "Source", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "least", "Least", BS_COLUMN_REAL, -1);
  bs_table_add_column (table, "most", "Most", BS_COLUMN_REAL, -1);
  bs_table_add_column (table, "unit", "Unit", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "language", "Language", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "meaning", "What is wrong with the article", BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < n; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, rules[i].id);
      bs_table_set_text (table, 1, rules[i].source);
      bs_table_set_real (table, 2, rules[i].least);
      bs_table_set_real (table, 3, rules[i].most);
      bs_table_set_text (table, 4, rules[i].unit);
      bs_table_set_text (table, 5, rules[i].english ? "en" : "any");
      bs_table_set_text (table, 6, rules[i].title);
    }
  return table;
}
