#include "report/field.h"

/* In the order of usefulness, for the message. */
static const char *const columns_of_articles[]
    = { "outlet",          "year",      "day",    "language", "byline", "agency", "dateline",
        "originally_from", "publisher", "rights", "title",    "url",    "id",     "date", NULL };

static gboolean
is_column (const char *name)
{
  return g_strv_contains (columns_of_articles, name);
}

static gboolean
is_of_date (const char *name)
{
  return g_str_equal (name, "month") || g_str_equal (name, "decade");
}

static void
set_unknown (BsStore *store, const char *name, GError **error)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT DISTINCT name FROM fields ORDER BY name", NULL, columns, 1, NULL);
  g_autofree char *known = g_strjoinv (", ", (char **) columns_of_articles);
  g_autoptr (GString) names = g_string_new ("decade, month, ");
  const BsCell *cells;

  g_string_append (names, known);
  while (rows != NULL && (cells = bs_table_next (rows, NULL)) != NULL)
    if (!is_column (cells[0].text) && !is_of_date (cells[0].text))
      g_string_append_printf (names, ", %s", cells[0].text);
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no article has a field “%s”; there are %s", name, names->str);
}

char *
bs_field_expression (BsStore *store, const char *name, GPtrArray *parameters, GError **error)
{
  const char *bound[] = { name, NULL };

  if (is_column (name))
    return g_strdup_printf ("nullif(a.\"%s\", '')", name);
  if (g_str_equal (name, "month"))
    return g_strdup ("CASE WHEN length(a.day) >= 7 THEN substr(a.day, 1, 7) END");
  if (g_str_equal (name, "decade"))
    return g_strdup ("CASE WHEN a.year IS NOT NULL THEN printf('%04ds', a.year / 10 * 10) END");
  if (bs_store_number (store, "SELECT EXISTS (SELECT 1 FROM fields WHERE name = ?)", bound) != 1)
    {
      set_unknown (store, name, error);
      return NULL;
    }
  g_ptr_array_add (parameters, g_strdup (name));
  return g_strdup ("(SELECT nullif(f.value, '') FROM fields f WHERE f.article = a.article AND f.name = ?)");
}
