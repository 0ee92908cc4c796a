/* The articles, problems and runs of another store, put into this one. */
#include "count/term-order.h"
#include "store/bulk.h"
#include "store/checkpoint.h"
#include "store/copies.h"
#include "store/forget.h"
#include "store/schema.h"
#include "store/store-internal.h"

/* An article that stands in both stores must be the same in both. */
static gboolean
check_overlap (BsStore *store, BsStore *other, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store,
                          "SELECT a.outlet, a.id FROM article_rows a JOIN other.article_rows b USING (outlet, id)"
                          " JOIN settings r ON r.setting = a.settings JOIN other.settings s ON s.setting = b.settings"
                          " WHERE a.source_checksum IS NOT b.source_checksum OR r.rules <> s.rules"
                          " ORDER BY 1, 2 LIMIT 1",
                          error);

  if (rows == NULL)
    return FALSE;
  if (sqlite3_step (rows) != SQLITE_ROW)
    return TRUE;
  g_set_error (
      error, BS_ERROR, BS_ERROR_STORE,
      "%s: article %s / %s has other text or was analyzed by other rules than the one of the same outlet and id in"
      " the stores before it; analyze both again or rename one of them",
      other->path, sqlite3_column_text (rows, 0), sqlite3_column_text (rows, 1));
  return FALSE;
}

/* Copies term blobs with the other store's numbers put into ours. */
static gboolean
copy_blobs (BsStore *store, BsStore *other, gint64 first, GError **error)
{
  BsVocabulary *ours = bs_store_vocabulary (store, error);
  BsVocabulary *theirs = ours != NULL ? bs_store_vocabulary (other, error) : NULL;
  g_autofree guint32 *map = NULL;
  g_autoptr (BsStatement) rows = NULL;
  g_autoptr (BsStatement) put = NULL;
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  g_autoptr (BsTermOrder) order = bs_term_order_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint n;
  int code;

  if (theirs == NULL)
    return FALSE;
  n = theirs->by_term->len;
  map = g_new0 (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    map[i] = bs_vocabulary_enter (ours, bs_entry_word (theirs->by_term->pdata[i]))->term;

  rows = bs_store_prepare (
      store,
      "SELECT outlet, id, a.article, c.terms, c.kept, c.sentence_lengths, c.lines, c.signature FROM article_rows a"
      " JOIN other.article_rows b USING (outlet, id) JOIN other.article_blobs c ON c.article = b.article"
      " WHERE a.article > ? ORDER BY a.article",
      error);
  put = rows == NULL
            ? NULL
            : bs_store_prepare (store,
                                "INSERT INTO article_blobs (article, terms, kept, sentence_lengths, lines, signature)"
                                " VALUES (?,?,?,?,?,?)",
                                error);
  if (put == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, first);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      if (!bs_store_row_terms (other, rows, 3, n, terms, error))
        return FALSE;
      for (guint i = 0; i < terms->len; i++)
        g_array_index (terms, BsTerm, i).type = map[g_array_index (terms, BsTerm, i).type];
      bs_term_order_sort (order, (BsTerm *) (gpointer) terms->data, terms->len, ours->by_term->len);
      bs_store_encode_terms (bytes, (const BsTerm *) (gpointer) terms->data, terms->len);
      sqlite3_bind_value (put, 1, sqlite3_column_value (rows, 2));
      sqlite3_bind_blob (put, 2, bytes->len > 0 ? (const void *) bytes->data : "", (int) bytes->len, SQLITE_STATIC);
      for (int column = 4; column <= 7; column++)
        sqlite3_bind_value (put, column - 1, sqlite3_column_value (rows, column));
      if (!bs_store_step_done (store, put, error))
        return FALSE;
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

static gboolean
copy_rows (BsStore *store, const char *columns, GError **error)
{
  g_autofree char *articles = g_strdup_printf (
      "INSERT INTO article_rows (settings, %1$s) SELECT (SELECT s.setting FROM settings s JOIN other.settings o"
      " USING (rules) WHERE o.setting = b.settings), %1$s FROM other.article_rows b WHERE NOT EXISTS (SELECT 1 FROM"
      " main.article_rows a WHERE a.outlet = b.outlet AND a.id = b.id) ORDER BY b.outlet, b.id",
      columns);

  return bs_store_exec (
             store, "INSERT OR IGNORE INTO settings (rules) SELECT rules FROM other.settings ORDER BY setting", error)
         && bs_store_exec (store, articles, error);
}

/* Rows of side tables for the articles that came with this merge. */
static gboolean
copy_sides (BsStore *store, gint64 first, GError **error)
{
  static const char *const tables[][2] = { { "fields", "name, c.value" }, { "set_aside", "reason, c.blocks, c.bytes" },
                                             { "diagnostics", "rule, c.before, c.after" } };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO %1$s SELECT a.article, c.%2$s FROM article_rows a JOIN other.article_rows b USING (outlet, id)"
          " JOIN other.%1$s c ON c.article = b.article WHERE a.article > %3$" G_GINT64_FORMAT,
          tables[i][0], tables[i][1], first);

      if (!bs_store_exec (store, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* Pairs inside a part are known; between parts, and with articles that stand in both, only signatures can be asked. */
static gboolean
copy_pairs (BsStore *store, GError **error)
{
  static const char *const tables[] = { "copy_pairs", "copy_doubts" };
  g_autoptr (BsCopySearch) search = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT OR IGNORE INTO %1$s SELECT a.article, b.article, p.shared, p.jaccard, p.containment FROM other.%1$s p"
          " JOIN other.article_rows x ON x.article = p.article JOIN other.article_rows y ON y.article = p.other"
          " JOIN main.article_rows a ON a.outlet = x.outlet AND a.id = x.id"
          " JOIN main.article_rows b ON b.outlet = y.outlet AND b.id = y.id",
          tables[i]);

      if (!bs_store_exec (store, sql, error))
        return FALSE;
    }
  search = bs_copy_search_new (store, error);
  return search != NULL && bs_copy_search_put (search, store, error);
}

/* Runs keep their order; problems stay with their runs. */
static gboolean
copy_runs (BsStore *store, GError **error)
{
  double base = bs_store_number (store, "SELECT coalesce(max(run), 0) FROM main.runs", NULL);
  g_autofree char *sql
      = g_strdup_printf ("INSERT INTO runs SELECT run + %1$.0f, started, seconds, version, lexicon, settings, places, "
                         "recipe, threads, bytes,"
                         " added, updated, unchanged, removed, left_out, interrupted, ended FROM other.runs ORDER BY run;"
                         "INSERT INTO problems SELECT NULL, run + %1$.0f, kind, outlet, id, source_path, "
                         "source_member, source_line, message"
                         " FROM other.problems ORDER BY problem",
                         base);

  return bs_store_exec (store, sql, error);
}

static gboolean
copy_all (BsStore *store, BsStore *other, GError **error)
{
  gint64 first = (gint64) bs_store_number (store, "SELECT coalesce(max(article), 0) FROM main.article_rows", NULL);
  g_autofree char *columns = bs_store_article_columns (store, BS_ARTICLE_ROWS, error);

  return columns != NULL && (first == 0 || bs_store_check_finished (store, error))
         && bs_bulk_index (store, error) && check_overlap (store, other, error)
         && copy_rows (store, columns, error)
         && bs_store_exec (store, "INSERT OR IGNORE INTO repeats SELECT * FROM other.repeats", error)
         && copy_sides (store, first, error) && copy_blobs (store, other, first, error) && copy_pairs (store, error)
         && copy_runs (store, error)
         && bs_store_settle (store, error);
}

static gboolean
attach (BsStore *store, const char *path, GError **error)
{
  g_autofree char *real = bs_store_real_path (path);
  g_autofree char *escaped = g_uri_escape_string (real, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?mode=ro", NULL);
  g_autoptr (BsStatement) statement = bs_store_prepare (store, "ATTACH ? AS other", error);

  if (statement == NULL)
    return FALSE;
  bs_store_bind_text (statement, 1, uri);
  return bs_store_step_done (store, statement, error);
}

gboolean
bs_store_merge (BsStore *store, const char *path, GError **error)
{
  g_autoptr (BsStore) other = bs_store_open (path, BS_STORE_READ, error);
  gboolean done;

  if (other == NULL || !bs_store_check_whole (other, error) || !attach (store, path, error))
    return FALSE;
  done = bs_store_begin (store, error) && copy_all (store, other, error) && bs_store_commit (store, error);
  if (!done)
    bs_store_roll_back (store);
  bs_store_exec (store, "DETACH other", NULL);
  return done;
}
