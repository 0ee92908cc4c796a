#include "store/values.h"

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "measure/measure.h"
#include "store/store-internal.h"

/* ---- Writing ---------------------------------------------------------------------------------------------------- */

/* One outlet's values: by column, first those of articles that are no copies, then those of copies. */
typedef struct {
  guint    n;
  GArray **arrays; /* two a column */
} Gathered;

static void
gathered_free (gpointer data)
{
  Gathered *gathered = data;

  for (guint i = 0; i < 2 * gathered->n; i++)
    g_array_unref (gathered->arrays[i]);
  g_free (gathered->arrays);
  g_free (gathered);
}

static Gathered *
gathered_new (guint n)
{
  Gathered *gathered = g_new0 (Gathered, 1);

  gathered->n = n;
  gathered->arrays = g_new (GArray *, 2 * n);
  for (guint i = 0; i < 2 * n; i++)
    gathered->arrays[i] = g_array_new (FALSE, FALSE, sizeof (double));
  return gathered;
}

/* The columns that are kept. Free with g_ptr_array_unref. */
static GPtrArray *
kept_columns (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    if (bs_measure_is_headline (refs[i]))
      g_ptr_array_add (names, bs_measure_ref_id (refs[i]));
  g_ptr_array_add (names, g_strdup ("year"));
  return names;
}

static void
gather_row (GHashTable *outlets, sqlite3_stmt *row, guint n, gboolean copied)
{
  const char *outlet = bs_store_text (row, 0);
  Gathered *gathered = g_hash_table_lookup (outlets, outlet);

  if (gathered == NULL)
    g_hash_table_insert (outlets, g_strdup (outlet), gathered = gathered_new (n));
  for (guint i = 0; i < n; i++)
    if (sqlite3_column_type (row, (int) i + 2) != SQLITE_NULL)
      {
        double value = sqlite3_column_double (row, (int) i + 2);

        g_array_append_val (gathered->arrays[2 * i + copied], value);
      }
}

/* All articles, in whatever order they lie. NULL with `error` set. */
static GHashTable *
gather (BsStore *store, const GPtrArray *names, GHashTable *copied, GError **error)
{
  g_autoptr (GHashTable) outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, gathered_free);
  g_autoptr (GString) sql = g_string_new ("SELECT outlet, article");
  g_autoptr (BsStatement) rows = NULL;
  int code;

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (sql, ", \"%s\"", (const char *) names->pdata[i]);
  g_string_append (sql, " FROM articles");
  rows = bs_store_prepare (store, sql->str, error);
  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (rows, 1);

      gather_row (outlets, rows, names->len, g_hash_table_contains (copied, &article));
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&outlets);
  bs_store_fail (store, "reading", error);
  return NULL;
}

static gboolean
put_values (BsStore *store, sqlite3_stmt *put, gint64 outlet, const char *name, gboolean copied, GArray *values,
            GByteArray *bytes, GError **error)
{
  if (values->len == 0)
    return TRUE;
  bs_sort_doubles ((double *) (gpointer) values->data, values->len);
  g_byte_array_set_size (bytes, 0);
  bs_store_encode_hashes (bytes, (const guint64 *) (gpointer) values->data, values->len);
  sqlite3_bind_int64 (put, 1, outlet);
  bs_store_bind_text (put, 2, name);
  sqlite3_bind_int (put, 3, copied);
  sqlite3_bind_int64 (put, 4, values->len);
  sqlite3_bind_blob64 (put, 5, bytes->data, bytes->len, SQLITE_STATIC);
  return bs_store_step_done (store, put, error);
}

/* Writes the columns of one outlet; none where it is not among the articles. */
static gboolean
put_outlet (BsStore *store, sqlite3_stmt *put, gint64 outlet, const Gathered *gathered, const GPtrArray *names,
            GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; gathered != NULL && i < names->len; i++)
    for (guint copied = 0; copied < 2; copied++)
      if (!put_values (store, put, outlet, names->pdata[i], copied != 0, gathered->arrays[2 * i + copied], bytes, error))
        return FALSE;
  return TRUE;
}

gboolean
bs_store_settle_values (BsStore *store, GHashTable *copied, GError **error)
{
  g_autoptr (GPtrArray) names = kept_columns ();
  g_autoptr (GHashTable) outlets = gather (store, names, copied, error);
  g_autoptr (BsStatement) put = NULL;
  g_autoptr (BsStatement) rows = NULL;
  int code;

  if (outlets == NULL
      || (put = bs_store_prepare (store, "INSERT INTO outlet_values VALUES (?,?,?,?,?)", error)) == NULL
      || (rows = bs_store_prepare (store, "SELECT outlet, name FROM outlets ORDER BY outlet", error)) == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    if (!put_outlet (store, put, sqlite3_column_int64 (rows, 0), g_hash_table_lookup (outlets, bs_store_text (rows, 1)),
                     names, error))
      return FALSE;
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

/* ---- Reading ---------------------------------------------------------------------------------------------------- */

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
