/* Rows for one table, all by one statement, which asks for them one after the other: a statement a row costs half as
 * much again, and values that are bound are copied once more. */
#include "store/store-internal.h"

typedef struct {
  sqlite3_vtab base;
  BsRows *rows;
} Table;

typedef struct {
  sqlite3_vtab_cursor base;
  BsRows *rows;
  BsRowValue values[BS_ROWS_COLUMNS];
  gint64 n;
  gboolean end;
} Cursor;

static int
connect (sqlite3 *db, void *rows, int argc G_GNUC_UNUSED, const char *const *argv G_GNUC_UNUSED, sqlite3_vtab **table,
         char **message G_GNUC_UNUSED)
{
  Table *made = g_new0 (Table, 1);

  made->rows = rows;
  *table = &made->base;
  return sqlite3_declare_vtab (db, "CREATE TABLE x (a, b, c, d, e, f)");
}

static int
disconnect (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

static int
best_index (sqlite3_vtab *table G_GNUC_UNUSED, sqlite3_index_info *info)
{
  info->estimatedCost = 1;
  return SQLITE_OK;
}

static int
open_cursor (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *made = g_new0 (Cursor, 1);

  made->rows = ((Table *) table)->rows;
  *cursor = &made->base;
  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
next_row (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;
  BsRows *rows = cursor->rows;

  cursor->n++;
  cursor->end = !rows->next (rows->data, cursor->values, &rows->error);
  return rows->error == NULL ? SQLITE_OK : SQLITE_ERROR;
}

static int
first_row (sqlite3_vtab_cursor *cursor, int number G_GNUC_UNUSED, const char *name G_GNUC_UNUSED,
           int argc G_GNUC_UNUSED, sqlite3_value **argv G_GNUC_UNUSED)
{
  return next_row (cursor);
}

static int
is_end (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) cursor)->end;
}

static int
column (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int at)
{
  const BsRowValue *value = &((Cursor *) cursor)->values[at];

  if (value->text != NULL)
    sqlite3_result_text (context, value->text, (int) value->number, SQLITE_STATIC);
  else
    sqlite3_result_int64 (context, value->number);
  return SQLITE_OK;
}

static int
row_number (sqlite3_vtab_cursor *cursor, sqlite3_int64 *number)
{
  *number = ((Cursor *) cursor)->n;
  return SQLITE_OK;
}

gboolean
bs_rows_insert (BsStore *store, const char *sql, BsRowsNext next, gpointer data, GError **error)
{
  static const sqlite3_module module = { .xConnect = connect,
                                         .xBestIndex = best_index,
                                         .xDisconnect = disconnect,
                                         .xOpen = open_cursor,
                                         .xClose = close_cursor,
                                         .xFilter = first_row,
                                         .xNext = next_row,
                                         .xEof = is_end,
                                         .xColumn = column,
                                         .xRowid = row_number };
  BsRows rows = { .next = next, .data = data };
  gboolean fine;

  if (sqlite3_create_module (store->db, "given", &module, &rows) != SQLITE_OK)
    return bs_store_fail (store, "writing", error);
  fine = bs_store_exec (store, sql, error);
  sqlite3_create_module (store->db, "given", NULL, NULL);
  if (rows.error == NULL)
    return fine;
  g_clear_error (error);
  g_propagate_error (error, rows.error);
  return FALSE;
}
