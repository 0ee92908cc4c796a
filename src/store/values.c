#include "store/values.h"

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "store/store-internal.h"

static void
outlet_values_free (gpointer data)
{
  BsOutletValues *one = data;

  g_free (one->outlet);
  g_array_unref (one->values);
  g_free (one);
}

/* The outlets that count, with no values yet. NULL with `error` set. */
static GPtrArray *
load_outlets (BsStore *store, GError **error)
{
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (outlet_values_free);
  g_autoptr (BsStatement) rows = bs_store_prepare (store, "SELECT name FROM counted_outlets ORDER BY name", error);
  int code;

  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      BsOutletValues *one = g_new0 (BsOutletValues, 1);

      one->outlet = g_strdup (bs_store_text (rows, 0));
      one->values = g_array_new (FALSE, FALSE, sizeof (double));
      g_ptr_array_add (outlets, one);
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&outlets);
  bs_store_fail (store, "reading", error);
  return NULL;
}

static BsOutletValues *
find_outlet (const GPtrArray *outlets, const char *name)
{
  for (guint first = 0, last = outlets->len; first < last;)
    {
      guint middle = first + (last - first) / 2;
      BsOutletValues *one = outlets->pdata[middle];
      int order = strcmp (name, one->outlet);

      if (order == 0)
        return one;
      if (order < 0)
        last = middle;
      else
        first = middle + 1;
    }
  return NULL;
}

/* Adds one row's values; FALSE where they are none that can be. */
static gboolean
add_numbers (GArray *values, sqlite3_stmt *row, int column)
{
  g_autoptr (GArray) bits = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (!bs_store_decode_hashes (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column), bits))
    return FALSE;
  for (guint i = 0; i < bits->len; i++)
    {
      double value;

      memcpy (&value, &g_array_index (bits, guint64, i), sizeof value);
      if (!isfinite (value))
        return FALSE;
      g_array_append_val (values, value);
    }
  return TRUE;
}

/* From the table of values. `*any` is whether it has the column. */
static gboolean
read_sorted (BsStore *store, const char *column, GPtrArray *outlets, gboolean *any, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store, "SELECT o.name, v.numbers FROM outlet_values v JOIN outlets o USING (outlet)"
                                 " WHERE v.name = ? AND v.copied <= ?",
                          error);
  int code;

  if (rows == NULL)
    return FALSE;
  bs_store_bind_text (rows, 1, column);
  sqlite3_bind_int (rows, 2, store->copies == BS_COPIES_KEEP);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      BsOutletValues *one = find_outlet (outlets, bs_store_text (rows, 0));

      *any = TRUE;
      if (one != NULL && !add_numbers (one->values, rows, 1))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the values of %s of %s are damaged: analyze the corpus again",
                       store->path, column, one->outlet);
          return FALSE;
        }
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

/* From the articles themselves. */
static gboolean
read_articles (BsStore *store, const char *column, GPtrArray *outlets, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT outlet, \"%s\" FROM counted_articles", column);
  g_autoptr (BsStatement) rows = bs_store_prepare (store, sql, error);
  BsOutletValues *one = NULL;
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const char *outlet = bs_store_text (rows, 0);
      double value = sqlite3_column_double (rows, 1);

      if (one == NULL || strcmp (one->outlet, outlet) != 0)
        one = find_outlet (outlets, outlet);
      if (one != NULL && sqlite3_column_type (rows, 1) != SQLITE_NULL && isfinite (value))
        g_array_append_val (one->values, value);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

GPtrArray *
bs_store_load_values (BsStore *store, const char *column, GError **error)
{
  g_autoptr (GPtrArray) outlets = load_outlets (store, error);
  gboolean any = FALSE;

  if (outlets == NULL || !read_sorted (store, column, outlets, &any, error)
      || (!any && !read_articles (store, column, outlets, error)))
    return NULL;
  for (guint i = 0; i < outlets->len; i++)
    {
      GArray *values = ((BsOutletValues *) outlets->pdata[i])->values;

      bs_sort_doubles ((double *) (gpointer) values->data, values->len);
    }
  return g_steal_pointer (&outlets);
}
