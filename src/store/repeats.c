/* What repeats in outlets: the hashes that articles keep of their blocks, and the table of those that repeat. */
#include "base/hash.h"
#include "store/store-internal.h"

gboolean
bs_stored_lines_hold (const BsStoredLines *stored, const BsRepeats *repeats)
{
  /* whether passages were asked follows from which blocks repeat, so that the digest which is the same tells it, too */
  for (int passages = FALSE; passages <= TRUE; passages++)
    {
      char digest[17];

      if (g_str_equal (stored->repeats, bs_repeats_digest (repeats, stored->outlet, stored->lines, stored->n_lines,
                                                           passages, digest)))
        return TRUE;
    }
  return FALSE;
}

gboolean
bs_store_each_lines (BsStore *store, BsStoreLinesVisit visit, gpointer data, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store,
                          "SELECT outlet, id, repeats, lines FROM articles JOIN article_blobs USING (article)"
                          " WHERE length(lines) > 0 ORDER BY outlet, id",
                          error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      BsStoredLines stored = { .outlet = bs_store_text (rows, 0),
                               .id = bs_store_text (rows, 1),
                               .repeats = bs_store_text (rows, 2) };

      if (!bs_store_decode_hashes (sqlite3_column_blob (rows, 3), (gsize) sqlite3_column_bytes (rows, 3), lines))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the lines of article %s / %s are damaged", store->path,
                       stored.outlet, stored.id);
          return FALSE;
        }
      stored.lines = (const guint64 *) (gconstpointer) lines->data;
      stored.n_lines = lines->len;
      if (!visit (data, &stored, error))
        return FALSE;
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

/* ---- The table ---------------------------------------------------------------------------------------------------- */

typedef struct {
  BsStore *store;
  GHashTable *texts; /* "outlet\037line" to the text that the table has of it */
  sqlite3_stmt *put;
} Putting;

static char *
key_of (const char *outlet, gint64 line)
{
  return g_strdup_printf ("%s\037%" G_GINT64_FORMAT, outlet, line);
}

static gboolean
note_texts (Putting *putting, GError **error)
{
  g_autoptr (BsStatement) rows = bs_store_prepare (putting->store, "SELECT outlet, line, text FROM repeats", error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    g_hash_table_insert (putting->texts,
                         key_of (bs_store_text (rows, 0), sqlite3_column_int64 (rows, 1)),
                         g_strdup (bs_store_text (rows, 2)));
  return code == SQLITE_DONE || bs_store_fail (putting->store, "reading", error);
}

static gboolean
put_line (gpointer data, const char *outlet, guint64 line, guint articles, const char *text, GError **error)
{
  Putting *putting = data;
  g_autofree char *key = key_of (outlet, (gint64) line);

  if (text == NULL)
    text = g_hash_table_lookup (putting->texts, key);
  bs_store_bind_text (putting->put, 1, outlet);
  sqlite3_bind_int64 (putting->put, 2, (gint64) line);
  sqlite3_bind_int64 (putting->put, 3, articles);
  bs_store_bind_text (putting->put, 4, text != NULL ? text : "");
  return bs_store_step_done (putting->store, putting->put, error);
}

gboolean
bs_store_put_repeats (BsStore *store, const BsRepeats *repeats, GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, g_free);
  g_autoptr (BsStatement) put = bs_store_prepare (store, "INSERT INTO repeats VALUES (?,?,?,?)", error);
  Putting putting = { store, texts, put };

  return put != NULL && note_texts (&putting, error) && bs_store_exec (store, "DELETE FROM repeats", error)
         && bs_repeats_each (repeats, put_line, &putting, error);
}

static gboolean
put_text (gpointer data, const char *outlet, guint64 line, guint articles, const char *text, GError **error)
{
  Putting *putting = data;

  bs_store_bind_text (putting->put, 1, outlet);
  sqlite3_bind_int64 (putting->put, 2, (gint64) line);
  sqlite3_bind_int64 (putting->put, 3, articles);
  bs_store_bind_text (putting->put, 4, text);
  return bs_store_step_done (putting->store, putting->put, error);
}

gboolean
bs_store_put_repeat_texts (BsStore *store, BsRepeats *repeats, GError **error)
{
  g_autoptr (BsStatement) put = bs_store_prepare (store, "INSERT OR REPLACE INTO repeats VALUES (?,?,?,?)", error);
  Putting putting = { store, NULL, put };

  return put != NULL && bs_repeats_each_fresh (repeats, put_text, &putting, error);
}

/* ---- The table read back ------------------------------------------------------------------------------------------ */

/* One outlet's blocks; returns FALSE with `error` set where the store is damaged. */
static gboolean
load_outlet (BsStore *store, sqlite3_stmt *rows, const char *outlet, guint articles, BsRepeats *repeats, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (guint32));
  int code;

  bs_store_bind_text (rows, 1, outlet);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      guint64 line = (guint64) sqlite3_column_int64 (rows, 0);
      guint32 n = (guint32) sqlite3_column_int64 (rows, 1);

      g_array_append_val (lines, line);
      g_array_append_val (held, n);
    }
  bs_repeats_restore (repeats, outlet, articles, (const guint64 *) (gpointer) lines->data,
                      (const guint32 *) (gpointer) held->data, lines->len);
  sqlite3_reset (rows);
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

BsRepeats *
bs_store_load_repeats (BsStore *store, GError **error)
{
  g_autoptr (BsStatement) outlets
      = bs_store_prepare (store,
                          "SELECT outlet, count(*) FROM articles JOIN article_blobs USING (article)"
                          " WHERE length(lines) > 0 GROUP BY outlet ORDER BY outlet",
                          error);
  /* hashes have no sign: those that SQL takes for negative are the greatest */
  g_autoptr (BsStatement) rows
      = outlets == NULL
            ? NULL
            : bs_store_prepare (store, "SELECT line, articles FROM repeats WHERE outlet = ? ORDER BY line < 0, line",
                                error);
  BsRepeats *repeats;
  int code;

  if (rows == NULL)
    return NULL;
  repeats = bs_repeats_new ();
  while ((code = sqlite3_step (outlets)) == SQLITE_ROW)
    if (!load_outlet (store, rows, bs_store_text (outlets, 0), (guint) sqlite3_column_int64 (outlets, 1), repeats,
                      error))
      {
        bs_repeats_free (repeats);
        return NULL;
      }
  if (code == SQLITE_DONE || bs_store_fail (store, "reading", error))
    return repeats;
  bs_repeats_free (repeats);
  return NULL;
}

/* ---- From the store alone ----------------------------------------------------------------------------------------- */

typedef struct {
  BsRepeats *repeats;
  guint64 *stale;
} Check;

static gboolean
learn (gpointer data, const BsStoredLines *stored, GError **error G_GNUC_UNUSED)
{
  const Check *check = data;

  bs_repeats_learn (check->repeats, stored->outlet, stored->id, stored->lines, stored->n_lines);
  return TRUE;
}

static gboolean
count_stale (gpointer data, const BsStoredLines *stored, GError **error G_GNUC_UNUSED)
{
  const Check *check = data;

  *check->stale += !bs_stored_lines_hold (stored, check->repeats);
  return TRUE;
}

gboolean
bs_store_refresh_repeats (BsStore *store, guint64 *stale, GError **error)
{
  g_autoptr (BsRepeats) repeats = bs_repeats_new ();
  Check check = { repeats, stale };

  *stale = 0;
  if (!bs_store_each_lines (store, learn, &check, error) || !bs_repeats_conclude (repeats, error))
    return FALSE;
  return bs_store_each_lines (store, count_stale, &check, error) && bs_store_put_repeats (store, repeats, error);
}
