/* Rows for one table, many to a statement. */
#include "store/store-internal.h"

#define MANY 64 /* rows of a statement */

struct _BsRows {
  BsStore *store;
  char *table;
  guint n_columns;
  GArray *values;     /* of BsRowValue, of the rows that wait */
  sqlite3_stmt *many; /* NULL until there are as many */
};

BsRows *
bs_rows_new (BsStore *store, const char *table, guint n_columns)
{
  BsRows *rows = g_new0 (BsRows, 1);

  rows->store = store;
  rows->table = g_strdup (table);
  rows->n_columns = n_columns;
  rows->values = g_array_new (FALSE, FALSE, sizeof (BsRowValue));
  return rows;
}

void
bs_rows_free (BsRows *rows)
{
  if (rows == NULL)
    return;
  sqlite3_finalize (rows->many);
  g_array_unref (rows->values);
  g_free (rows->table);
  g_free (rows);
}

static sqlite3_stmt *
prepare (const BsRows *rows, guint n_rows, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s VALUES ", rows->table);
  for (guint i = 0; i < n_rows * rows->n_columns; i++)
    g_string_append (sql, i % rows->n_columns > 0 ? ",?" : i > 0 ? "),(?" : "(?");
  g_string_append_c (sql, ')');
  return bs_store_prepare (rows->store, sql->str, error);
}

static gboolean
put_waiting (BsRows *rows, sqlite3_stmt *statement, GError **error)
{
  for (guint i = 0; i < rows->values->len; i++)
    {
      BsRowValue value = g_array_index (rows->values, BsRowValue, i);

      if (value.text != NULL)
        bs_store_bind_text (statement, (int) i + 1, value.text);
      else
        sqlite3_bind_int64 (statement, (int) i + 1, value.number);
    }
  g_array_set_size (rows->values, 0);
  return bs_store_step_done (rows->store, statement, error);
}

gboolean
bs_rows_put (BsRows *rows, const BsRowValue *values, GError **error)
{
  g_array_append_vals (rows->values, values, rows->n_columns);
  if (rows->values->len < MANY * rows->n_columns)
    return TRUE;
  if (rows->many == NULL && (rows->many = prepare (rows, MANY, error)) == NULL)
    return FALSE;
  return put_waiting (rows, rows->many, error);
}

gboolean
bs_rows_finish (BsRows *rows, GError **error)
{
  g_autoptr (BsStatement) rest = NULL;

  if (rows->values->len == 0)
    return TRUE;
  rest = prepare (rows, rows->values->len / rows->n_columns, error);
  return rest != NULL && put_waiting (rows, rest, error);
}
