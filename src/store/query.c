/* The rows of a SELECT as a table that is drawn row by row. */
#include "store/store-internal.h"

#include <math.h>

#include "store/derived.h"

typedef struct {
  BsStore *store;
  sqlite3_stmt *statement;
  BsColumnKind *kinds;
  guint n_columns;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  sqlite3_finalize (rows->statement);
  g_free (rows->kinds);
  g_free (rows);
}

static gboolean
rows_next (gpointer data, BsCell *cells, GError **error)
{
  Rows *rows = data;
  int code = sqlite3_step (rows->statement);

  if (code == SQLITE_DONE)
    return FALSE;
  if (code != SQLITE_ROW)
    return bs_store_fail (rows->store, "reading", error);
  for (guint i = 0; i < rows->n_columns; i++)
    {
      int at = (int) i;

      cells[i] = (BsCell){ .missing = sqlite3_column_type (rows->statement, at) == SQLITE_NULL };
      if (cells[i].missing)
        continue;
      if (rows->kinds[i] == BS_COLUMN_TEXT)
        cells[i].text = (const char *) sqlite3_column_text (rows->statement, at);
      else if (rows->kinds[i] == BS_COLUMN_INTEGER)
        cells[i].integer = sqlite3_column_int64 (rows->statement, at);
      else
        cells[i].real = sqlite3_column_double (rows->statement, at);
      cells[i].missing = (rows->kinds[i] == BS_COLUMN_TEXT && cells[i].text == NULL)
                         || (rows->kinds[i] == BS_COLUMN_REAL && !isfinite (cells[i].real));
    }
  return TRUE;
}

/* By its declaration; a measure that a view works out has none. */
static BsColumnKind
kind_of_column (sqlite3_stmt *statement, int column)
{
  const char *declared = sqlite3_column_decltype (statement, column);

  if (declared == NULL)
    return bs_derived_is_measure (sqlite3_column_name (statement, column)) ? BS_COLUMN_REAL : BS_COLUMN_TEXT;
  if (g_str_has_prefix (declared, "INTEGER"))
    return BS_COLUMN_INTEGER;
  return g_str_has_prefix (declared, "REAL") ? BS_COLUMN_REAL : BS_COLUMN_TEXT;
}

BsTable *
bs_store_query (BsStore *store, const char *sql, const char *const *parameters, const BsColumn *columns,
                guint n_columns, GError **error)
{
  sqlite3_stmt *statement = bs_store_prepare (store, sql, error);
  Rows *rows;
  BsTable *table;

  if (statement == NULL)
    return NULL;
  rows = g_new0 (Rows, 1);
  rows->store = store;
  rows->statement = statement;
  rows->n_columns = (guint) sqlite3_column_count (statement);
  rows->kinds = g_new0 (BsColumnKind, rows->n_columns);
  for (int i = 0; parameters != NULL && parameters[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, parameters[i], -1, SQLITE_TRANSIENT);

  table = bs_table_new_pulled (rows_next, rows, rows_free);
  for (guint i = 0; i < rows->n_columns; i++)
    if (columns != NULL && i < n_columns)
      {
        rows->kinds[i] = columns[i].kind;
        bs_table_add_column (table, columns[i].name, columns[i].title, columns[i].kind, columns[i].decimals);
      }
    else
      {
        rows->kinds[i] = kind_of_column (statement, (int) i);
        bs_table_add_column (table, sqlite3_column_name (statement, (int) i), NULL, rows->kinds[i], -1);
      }
  return table;
}

char *
bs_store_article_columns (BsStore *store, const char *table, GError **error)
{
  g_autoptr (BsStatement) row
      = bs_store_prepare (store,
                          "SELECT group_concat('\"' || name || '\"', ', ') FROM (SELECT name FROM"
                          " pragma_table_info(?) WHERE name NOT IN ('article', 'settings') ORDER BY cid)",
                          error);

  if (row == NULL)
    return NULL;
  bs_store_bind_text (row, 1, table);
  if (sqlite3_step (row) != SQLITE_ROW)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  return g_strdup ((const char *) sqlite3_column_text (row, 0));
}
