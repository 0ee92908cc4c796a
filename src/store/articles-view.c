/* The view `articles`: what is kept of an article, and what follows from it. */
#include "store/derived.h"
#include "store/schema.h"

char *
bs_schema_articles_sql (void)
{
  GString *sql = g_string_new ("CREATE VIEW articles AS SELECT ");
  guint n, n_columns;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  const BsSchemaColumn *columns = bs_schema_columns (&n_columns);

  for (guint i = 0; i < n_columns && g_str_equal (columns[i].table, BS_ARTICLE_ROWS); i++)
    if (!g_str_equal (columns[i].column, "admits"))
      g_string_append_printf (sql, "%s, ", columns[i].column);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    g_string_append_printf (sql, "%s, ", bs_count_info (i)->name);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);
      g_autofree char *quoted = bs_schema_quote (id);

      if (bs_derived_sql (i) != NULL)
        g_string_append_printf (sql, "%s AS ", bs_derived_sql (i));
      g_string_append_printf (sql, "%s%s", quoted, i + 1 < n ? ",\n " : "");
    }
  g_string_append (sql, " FROM " BS_ARTICLE_ROWS);
  return g_string_free (sql, FALSE);
}
