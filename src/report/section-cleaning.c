/* What cleaning set aside and mended, and what repeats. */
#include "report/section.h"

#include "report/view.h"

/* The articles that count, summed by outlet. */
#define SUMS                                                                                                           \
  "WITH sums AS (SELECT outlet, count(*) AS n, sum(kept_blocks + aside_blocks) AS blocks,"                             \
  " sum(kept_bytes + aside_bytes) AS bytes FROM counted_articles GROUP BY outlet) "

/* What the reasons that occur mean, in their order. */
static char *
explain_reasons (BsStore *store)
{
  GString *note = g_string_new ("Shares are of the outlet's articles, of their blocks (paragraphs and lines that stand"
                                " alone) and of the bytes of these.");

  for (guint i = BS_KEPT + 1; i < BS_N_ASIDES; i++)
    {
      const char *parameters[] = { bs_aside_name (i), NULL };

      if (bs_store_number (store, "SELECT 1 FROM set_aside WHERE reason = ? LIMIT 1", parameters) == 1)
        g_string_append_printf (note, "\n%s: %s", bs_aside_name (i), bs_aside_description (i));
    }
  return g_string_free (note, FALSE);
}

BsTable *
bs_section_cleaning (BsStore *store, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", "Outlet", BS_COLUMN_TEXT, 0 },
    { "reason", "Set aside", BS_COLUMN_TEXT, 0 },
    { "bytes_percent", "% of bytes", BS_COLUMN_REAL, 2 },
    { "blocks_percent", "% of blocks", BS_COLUMN_REAL, 2 },
    { "articles_percent", "% of articles", BS_COLUMN_REAL, 1 },
    { "blocks", "Blocks", BS_COLUMN_INTEGER, 0 },
    { "bytes", "Bytes", BS_COLUMN_INTEGER, 0 },
    { "articles", "Articles", BS_COLUMN_INTEGER, 0 },
  };
  static const char sql[]
      = SUMS ", parts AS (SELECT outlet, 1 AS rank, reason, sum(s.blocks) AS b, sum(s.bytes) AS y, count(*) AS a"
             " FROM set_aside s JOIN counted_articles USING (article) GROUP BY outlet, reason UNION ALL"
             " SELECT outlet, 0, '(all)', sum(aside_blocks), sum(aside_bytes), sum(aside_blocks > 0)"
             " FROM counted_articles GROUP BY outlet)"
             " SELECT outlet, reason, 100.0 * y / bytes, 100.0 * b / blocks, 100.0 * a / n, b, y, a"
             " FROM parts JOIN sums USING (outlet) ORDER BY outlet, rank, y DESC, reason";
  g_autofree char *note = explain_reasons (store);
  BsTable *table = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);

  if (table != NULL)
    {
      bs_table_set_title (table, "Set aside before counting");
      bs_table_set_note (table, note);
      bs_view_note_copies (store, table);
      bs_view_note_cleaning (store, table);
    }
  return table;
}

BsTable *
bs_section_mending (BsStore *store, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", "Outlet", BS_COLUMN_TEXT, 0 },     { "mended", "Mended", BS_COLUMN_TEXT, 0 },
    { "places", "Places", BS_COLUMN_INTEGER, 0 },  { "articles", "Articles", BS_COLUMN_INTEGER, 0 },
    { "articles_percent", "% of articles", BS_COLUMN_REAL, 1 },
    { "meaning", "What it is", BS_COLUMN_TEXT, 0 },
  };
  g_autoptr (GString) sql = g_string_new ("SELECT outlet, name, places, articles, 100.0 * articles / n, meaning FROM"
                                          " (");
  BsTable *table;

  for (guint i = 0; i < BS_N_MENDED; i++)
    g_string_append_printf (sql,
                            "%1$sSELECT outlet, %2$u AS rank, '%3$s' AS name, sum(mended_%3$s) AS places,"
                            " sum(mended_%3$s > 0) AS articles, count(*) AS n, '%4$s' AS meaning FROM counted_articles"
                            " GROUP BY outlet",
                            i > 0 ? " UNION ALL " : "", i, bs_mended_name (i), bs_mended_description (i));
  g_string_append (sql, ") WHERE places > 0 ORDER BY outlet, rank");
  table = bs_store_query (store, sql->str, NULL, columns, G_N_ELEMENTS (columns), error);
  if (table != NULL)
    {
      bs_table_set_title (table, "Mended on the way from bytes to text");
      bs_table_set_note (table, "What is not named was not found.");
      bs_view_note_copies (store, table);
      bs_view_note_cleaning (store, table);
    }
  return table;
}

BsTable *
bs_section_repeats (BsStore *store, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", "Outlet", BS_COLUMN_TEXT, 0 },
    { "articles", "Articles", BS_COLUMN_INTEGER, 0 },
    { "articles_percent", "% of articles", BS_COLUMN_REAL, 1 },
    { "text", "Text", BS_COLUMN_TEXT, 0 },
  };
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.outlet, r.articles, 100.0 * r.articles / o.n, r.text FROM (SELECT *, row_number() OVER (PARTITION BY"
      " outlet ORDER BY articles DESC, text, line) AS rank FROM repeats) r LEFT JOIN (SELECT outlet, count(*) AS n"
      " FROM articles GROUP BY outlet) o USING (outlet) WHERE rank <= %d ORDER BY r.outlet, rank",
      BS_SECTION_REPEATS);
  g_autofree char *note = g_strdup_printf (
      "Set aside as “repeated” where they stand above or below an article's own text, or three or more in a row, and"
      " are not set aside for what they are; inside its text they stay. Numbers of short lines are shown as 0. The %d"
      " commonest of each outlet; “broadsheet export repeats” has all.", BS_SECTION_REPEATS);
  BsTable *table = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);

  if (table != NULL)
    {
      bs_table_set_title (table, "Blocks that repeat in an outlet");
      bs_table_set_note (table, note);
      bs_view_note_cleaning (store, table);
    }
  return table;
}
