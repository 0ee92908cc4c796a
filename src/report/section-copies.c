/* Copies: how many, and who carries whom. */
#include "report/section.h"

#include "report/view.h"

BsTable *
bs_section_copies (BsStore *store, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", "Outlet", BS_COLUMN_TEXT, 0 },
    { "articles", "Articles", BS_COLUMN_INTEGER, 0 },
    { "copies", "Copies", BS_COLUMN_INTEGER, 0 },
    { "copies_percent", "% of articles", BS_COLUMN_REAL, 1 },
    { "of_own", "Of its own", BS_COLUMN_INTEGER, 0 },
    { "of_others", "Of others", BS_COLUMN_INTEGER, 0 },
    { "carried", "Carried by others", BS_COLUMN_INTEGER, 0 },
  };
  static const char sql[]
      = "WITH pairs AS (SELECT a.outlet AS carrier, o.outlet AS origin, c.original FROM copies c"
        " JOIN articles a USING (article) JOIN articles o ON o.article = c.original WHERE c.original <> c.article)"
        " SELECT a.outlet, n, coalesce(own, 0) + coalesce(others, 0),"
        " 100.0 * (coalesce(own, 0) + coalesce(others, 0)) / n,"
        " coalesce(own, 0), coalesce(others, 0), coalesce(carried, 0)"
        " FROM (SELECT outlet, count(*) AS n FROM articles GROUP BY outlet) a"
        " LEFT JOIN (SELECT carrier AS outlet, sum(carrier = origin) AS own, sum(carrier <> origin) AS others"
        " FROM pairs GROUP BY carrier) USING (outlet)"
        " LEFT JOIN (SELECT origin AS outlet, count(DISTINCT original) AS carried FROM pairs WHERE carrier <> origin"
        " GROUP BY origin) USING (outlet) ORDER BY 1";
  BsTable *table = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);

  if (table == NULL)
    return NULL;
  bs_table_set_title (table, bs_store_copies (store) == BS_COPIES_KEEP ? "Copies of other articles, counted"
                                                                       : "Copies of other articles, left out");
  bs_table_set_note (table,
                     "Copies tell what another article tells in the same words: one of the same outlet (of its own) or"
                     " of another (of others). Carried by others: articles of this outlet that another one copies."
                     " “report --show carriers” tells which outlets, “report --show sensitivity” what it would change;"
                     " “broadsheet export copies” lists the articles.");
  bs_view_note_cleaning (store, table);
  return table;
}

/* The median of a column over the rows with one, by carrier and origin: the mean of the middle two where their number
 * is even. */
#define MEDIAN(column)                                                                                                 \
  "(SELECT carrier, origin, avg(" column ") AS " column " FROM (SELECT carrier, origin, " column                       \
  ", row_number() OVER (PARTITION BY carrier, origin ORDER BY " column ") AS at, count(*) OVER (PARTITION BY carrier," \
  " origin) AS n FROM pairs WHERE " column " IS NOT NULL) WHERE at IN ((n + 1) / 2, (n + 2) / 2)"                      \
  " GROUP BY carrier, origin)"

BsTable *
bs_section_carriers (BsStore *store, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", "Carries", BS_COLUMN_TEXT, 0 },
    { "original_outlet", "Articles of", BS_COLUMN_TEXT, 0 },
    { "articles", "Articles", BS_COLUMN_INTEGER, 0 },
    { "jaccard_median", "Jaccard", BS_COLUMN_REAL, 2 },
    { "containment_median", "Containment", BS_COLUMN_REAL, 2 },
  };
  static const char sql[]
      = "WITH pairs AS (SELECT a.outlet AS carrier, o.outlet AS origin, c.jaccard, c.containment FROM copies c"
        " JOIN articles a USING (article) JOIN articles o ON o.article = c.original WHERE a.outlet <> o.outlet)"
        " SELECT carrier, origin, n, jaccard, containment FROM (SELECT carrier, origin, count(*) AS n FROM pairs"
        " GROUP BY carrier, origin) LEFT JOIN " MEDIAN ("jaccard") " USING (carrier, origin) LEFT JOIN "
      MEDIAN ("containment") " USING (carrier, origin) ORDER BY n DESC, carrier, origin";
  BsTable *table = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);

  if (table == NULL)
    return NULL;
  bs_table_set_title (table, "Who carries whom");
  bs_table_set_note (table,
                     "Jaccard: of all five-word runs in copy or original, the share that stands in both. Containment:"
                     " of those of the shorter text, the share that stands in the longer. Both are medians over the"
                     " copies.");
  bs_view_note_cleaning (store, table);
  return table;
}
