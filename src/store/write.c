/* Putting articles, problems and the run's record into the store. */
#include "store/store-internal.h"

#include <math.h>

#include "store/schema.h"

/* INSERT INTO table (columns) VALUES (?, …) with `n` parameters. */
static gboolean
prepare_insert (BsStore *store, sqlite3_stmt **statement, const char *table, guint n, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  if (*statement != NULL)
    return TRUE;
  g_string_printf (sql, "INSERT INTO %s VALUES (", table);
  for (guint i = 0; i < n; i++)
    g_string_append (sql, i == 0 ? "?" : ",?");
  g_string_append_c (sql, ')');
  *statement = bs_store_prepare (store, sql->str, error);
  return *statement != NULL;
}

static guint
n_article_columns (void)
{
  guint n, n_fixed = 0, n_measures;
  const BsSchemaColumn *columns = bs_schema_columns (&n);

  while (n_fixed < n && g_str_equal (columns[n_fixed].table, "articles"))
    n_fixed++;
  bs_measures_of_articles (&n_measures);
  return n_fixed + BS_N_COUNTS + n_measures;
}

/* The number of these rules in the table settings, or 0 with `error` set. */
static gint64
settings_number (BsStore *store, const char *rules, GError **error)
{
  gint64 number = GPOINTER_TO_SIZE (g_hash_table_lookup (store->settings, rules));
  const char *parameters[] = { rules, NULL };
  g_autoptr (BsStatement) insert = NULL;

  if (number != 0)
    return number;
  insert = bs_store_prepare (store, "INSERT OR IGNORE INTO settings (rules) VALUES (?)", error);
  if (insert == NULL)
    return 0;
  bs_store_bind_text (insert, 1, rules);
  if (!bs_store_step_done (store, insert, error))
    return 0;
  number = (gint64) bs_store_number (store, "SELECT setting FROM settings WHERE rules = ?", parameters);
  g_hash_table_insert (store->settings, g_strdup (rules), GSIZE_TO_POINTER (number));
  return number;
}

/* The number of an article, or 0 where it is not there. */
static gboolean
find_article (BsStore *store, const char *outlet, const char *id, gint64 *number, GError **error)
{
  int code;

  *number = 0;
  if (store->find_article == NULL)
    store->find_article = bs_store_prepare (store, "SELECT article FROM articles WHERE outlet = ? AND id = ?", error);
  if (store->find_article == NULL)
    return FALSE;
  bs_store_bind_text (store->find_article, 1, outlet);
  bs_store_bind_text (store->find_article, 2, id);
  code = sqlite3_step (store->find_article);
  if (code == SQLITE_ROW)
    *number = sqlite3_column_int64 (store->find_article, 0);
  else if (code != SQLITE_DONE)
    bs_store_fail (store, "reading", error);
  sqlite3_reset (store->find_article);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
bs_store_remove_article (BsStore *store, const char *outlet, const char *id, GError **error)
{
  static const char *const tables[] = { "articles",    "article_blobs", "fields",    "set_aside",
                                        "diagnostics", "copy_pairs",    "copy_doubts" };
  gint64 article;

  if (!find_article (store, outlet, id, &article, error))
    return FALSE;
  for (guint i = 0; article != 0 && i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE article = %" G_GINT64_FORMAT, tables[i], article);

      if (!bs_store_exec (store, sql, error))
        return FALSE;
    }
  if (article != 0)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM copy_pairs WHERE other = %1$" G_GINT64_FORMAT
                                              "; DELETE FROM copy_doubts WHERE other = %1$" G_GINT64_FORMAT,
                                              article);

      return bs_store_exec (store, sql, error);
    }
  return TRUE;
}

static void
bind_year (sqlite3_stmt *statement, int at, const char *day)
{
  if (day != NULL && strlen (day) >= 4)
    sqlite3_bind_int (statement, at, (int) g_ascii_strtoll (day, NULL, 10));
  else
    sqlite3_bind_null (statement, at);
}

/* Binds the fixed columns in the order of the schema; returns the next place. */
static int
bind_fixed (sqlite3_stmt *put, const BsStoredArticle *stored, gint64 settings)
{
  const BsArticle *article = &stored->article;
  const guint64 *mended = (const guint64 *) (gconstpointer) &stored->mended;
  guint64 aside_blocks = 0, aside_bytes = 0;
  int at = 1;

  for (guint i = BS_KEPT + 1; i < BS_N_ASIDES; i++)
    {
      aside_blocks += stored->aside_blocks[i];
      aside_bytes += stored->aside_bytes[i];
    }
  sqlite3_bind_null (put, at++); /* the number is given by SQLite */
  bs_store_bind_text (put, at++, article->outlet);
  bs_store_bind_text (put, at++, article->id);
  bs_store_bind_text (put, at++, article->title);
  bs_store_bind_text (put, at++, article->date);
  bs_store_bind_text (put, at++, stored->day);
  bind_year (put, at++, stored->day);
  bs_store_bind_text (put, at++, article->byline);
  bs_store_bind_text (put, at++, article->url);
  bs_store_bind_text (put, at++, stored->language);
  sqlite3_bind_int (put, at++, stored->language_found);
  bs_store_bind_text (put, at++, stored->dateline);
  bs_store_bind_text (put, at++, stored->agency);
  bs_store_bind_text (put, at++, stored->originally_from);
  bs_store_bind_text (put, at++, stored->rights);
  bs_store_bind_text (put, at++, stored->publisher);
  sqlite3_bind_int64 (put, at++, stored->aside_blocks[BS_KEPT]);
  sqlite3_bind_int64 (put, at++, (gint64) stored->aside_bytes[BS_KEPT]);
  sqlite3_bind_int64 (put, at++, (gint64) aside_blocks);
  sqlite3_bind_int64 (put, at++, (gint64) aside_bytes);
  for (guint i = 0; i < BS_N_MENDED; i++)
    sqlite3_bind_int64 (put, at++, (gint64) mended[i]);
  bs_store_bind_text (put, at++, stored->repeats != NULL ? stored->repeats : "");
  sqlite3_bind_int64 (put, at++, settings);
  bs_store_bind_text (put, at++, article->origin.path);
  bs_store_bind_text (put, at++, article->origin.member);
  sqlite3_bind_int64 (put, at++, (gint64) article->origin.offset);
  sqlite3_bind_int64 (put, at++, (gint64) article->origin.length);
  sqlite3_bind_int64 (put, at++, (gint64) article->origin.line);
  bs_store_bind_text (put, at++, stored->encoding);
  bs_store_bind_text (put, at++, stored->checksum);
  return at;
}

static void
bind_numbers (sqlite3_stmt *put, int at, const BsStoredArticle *stored)
{
  guint n_measures;

  bs_measures_of_articles (&n_measures);
  for (guint i = 0; i < BS_N_COUNTS; i++, at++)
    if (stored->counts.value[i] == BS_COUNT_MISSING)
      sqlite3_bind_null (put, at);
    else
      sqlite3_bind_int64 (put, at, stored->counts.value[i]);
  for (guint i = 0; i < n_measures; i++, at++)
    if (isfinite (stored->measures[i]))
      sqlite3_bind_double (put, at, stored->measures[i]);
    else
      sqlite3_bind_null (put, at);
}

/* The bytes must stay until the statement is stepped. */
static void
bind_bytes (sqlite3_stmt *put, int at, const GByteArray *bytes)
{
  sqlite3_bind_blob (put, at, bytes->len > 0 ? (const void *) bytes->data : "", (int) bytes->len, SQLITE_STATIC);
}

static gboolean
put_blobs (BsStore *store, gint64 article, const BsStoredArticle *stored, GError **error)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  g_autoptr (GByteArray) terms = g_byte_array_new ();
  g_autoptr (GByteArray) lengths = g_byte_array_new ();
  g_autoptr (GByteArray) lines = g_byte_array_new ();
  g_autoptr (GByteArray) signature = g_byte_array_new ();

  if (!prepare_insert (store, &store->put_blobs, "article_blobs", 6, error))
    return FALSE;
  bs_store_encode_lengths (kept, stored->kept, stored->n_kept);
  bs_store_encode_terms (terms, stored->terms, stored->n_terms);
  bs_store_encode_lengths (lengths, stored->sentence_lengths, stored->n_sentence_lengths);
  sqlite3_bind_int64 (store->put_blobs, 1, article);
  bs_store_encode_hashes (lines, stored->lines, stored->n_lines);
  bs_store_encode_hashes (signature, &stored->n_shingles, 1);
  bs_store_encode_hashes (signature, &stored->shingles_digest, 1);
  bs_store_encode_hashes (signature, stored->signature, stored->n_signature);
  bind_bytes (store->put_blobs, 2, kept);
  bind_bytes (store->put_blobs, 3, terms);
  bind_bytes (store->put_blobs, 4, lengths);
  bind_bytes (store->put_blobs, 5, lines);
  bind_bytes (store->put_blobs, 6, signature);
  return bs_store_step_done (store, store->put_blobs, error);
}

static gboolean
put_fields (BsStore *store, gint64 number, const BsArticle *article, GError **error)
{
  if (store->put_field == NULL)
    store->put_field = bs_store_prepare (store, "INSERT OR REPLACE INTO fields VALUES (?,?,?)", error);
  if (store->put_field == NULL)
    return FALSE;
  for (guint i = 0; i < article->n_fields; i++)
    {
      sqlite3_bind_int64 (store->put_field, 1, number);
      bs_store_bind_text (store->put_field, 2, article->fields[i].name);
      bs_store_bind_text (store->put_field, 3, article->fields[i].value);
      if (!bs_store_step_done (store, store->put_field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_asides (BsStore *store, gint64 number, const BsStoredArticle *stored, GError **error)
{
  if (!prepare_insert (store, &store->put_aside, "set_aside", 4, error))
    return FALSE;
  for (guint i = BS_KEPT + 1; i < BS_N_ASIDES; i++)
    {
      if (stored->aside_blocks[i] == 0)
        continue;
      sqlite3_bind_int64 (store->put_aside, 1, number);
      bs_store_bind_text (store->put_aside, 2, bs_aside_name (i));
      sqlite3_bind_int64 (store->put_aside, 3, stored->aside_blocks[i]);
      sqlite3_bind_int64 (store->put_aside, 4, (gint64) stored->aside_bytes[i]);
      if (!bs_store_step_done (store, store->put_aside, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_diagnostics (BsStore *store, gint64 number, BsDiagnosis diagnosis, GError **error)
{
  guint n;
  const BsDiagnostic *rules = bs_diagnostics (&n);

  if (!prepare_insert (store, &store->put_diagnostic, "diagnostics", 4, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gboolean before = (diagnosis.before >> i & 1) != 0, after = (diagnosis.after >> i & 1) != 0;

      if (!before && !after)
        continue;
      sqlite3_bind_int64 (store->put_diagnostic, 1, number);
      bs_store_bind_text (store->put_diagnostic, 2, rules[i].id);
      sqlite3_bind_int (store->put_diagnostic, 3, before);
      sqlite3_bind_int (store->put_diagnostic, 4, after);
      if (!bs_store_step_done (store, store->put_diagnostic, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bs_store_put_article (BsStore *store, const BsStoredArticle *stored, gboolean replace, GError **error)
{
  gint64 settings = settings_number (store, stored->settings, error), number;

  if (settings == 0
      || (replace && !bs_store_remove_article (store, stored->article.outlet, stored->article.id, error))
      || !prepare_insert (store, &store->put_article, "articles", n_article_columns (), error))
    return FALSE;
  bind_numbers (store->put_article, bind_fixed (store->put_article, stored, settings), stored);
  if (!bs_store_step_done (store, store->put_article, error))
    return FALSE;
  number = sqlite3_last_insert_rowid (store->db);
  return put_blobs (store, number, stored, error) && put_fields (store, number, &stored->article, error)
         && put_asides (store, number, stored, error)
         && put_diagnostics (store, number, stored->diagnosis, error);
}

static void
bind_run (sqlite3_stmt *put, const BsRun *run)
{
  int at = 1;

  bs_store_bind_text (put, at++, run->started);
  sqlite3_bind_double (put, at++, run->seconds);
  bs_store_bind_text (put, at++, run->version);
  bs_store_bind_text (put, at++, run->lexicon);
  bs_store_bind_text (put, at++, run->settings);
  bs_store_bind_text (put, at++, run->places);
  bs_store_bind_text (put, at++, run->recipe);
  sqlite3_bind_int64 (put, at++, run->threads);
  sqlite3_bind_int64 (put, at++, (gint64) run->bytes);
  sqlite3_bind_int64 (put, at++, (gint64) run->added);
  sqlite3_bind_int64 (put, at++, (gint64) run->updated);
  sqlite3_bind_int64 (put, at++, (gint64) run->unchanged);
  sqlite3_bind_int64 (put, at++, (gint64) run->removed);
  sqlite3_bind_int64 (put, at++, (gint64) run->left_out);
  sqlite3_bind_int (put, at++, run->interrupted);
}

gboolean
bs_store_put_run (BsStore *store, const BsRun *record, gint64 *run, GError **error)
{
  g_autoptr (BsStatement) put = bs_store_prepare (
      store,
      "INSERT INTO runs (started, seconds, version, lexicon, settings, places, recipe, threads, bytes, added, updated,"
      " unchanged, removed, left_out, interrupted) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      error);

  if (put == NULL)
    return FALSE;
  bind_run (put, record);
  if (!bs_store_step_done (store, put, error))
    return FALSE;
  *run = sqlite3_last_insert_rowid (store->db);
  return TRUE;
}

gboolean
bs_store_finish_run (BsStore *store, gint64 run, const BsRun *record, GError **error)
{
  g_autoptr (BsStatement) put = bs_store_prepare (
      store,
      "UPDATE runs SET (started, seconds, version, lexicon, settings, places, recipe, threads, bytes, added, updated,"
      " unchanged, removed, left_out, interrupted) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE run = ?",
      error);

  if (put == NULL)
    return FALSE;
  bind_run (put, record);
  sqlite3_bind_int64 (put, 16, run);
  return bs_store_step_done (store, put, error);
}

gboolean
bs_store_put_problem (BsStore *store, gint64 run, const BsProblem *problem, GError **error)
{
  int at = 1;

  if (!prepare_insert (store, &store->put_problem, "problems", 9, error))
    return FALSE;
  sqlite3_bind_null (store->put_problem, at++);
  sqlite3_bind_int64 (store->put_problem, at++, run);
  bs_store_bind_text (store->put_problem, at++, bs_problem_kind_name (problem->kind));
  bs_store_bind_text (store->put_problem, at++, problem->outlet);
  bs_store_bind_text (store->put_problem, at++, problem->id);
  bs_store_bind_text (store->put_problem, at++, problem->origin.path);
  bs_store_bind_text (store->put_problem, at++, problem->origin.member);
  sqlite3_bind_int64 (store->put_problem, at++, (gint64) problem->origin.line);
  bs_store_bind_text (store->put_problem, at++, problem->message);
  return bs_store_step_done (store, store->put_problem, error);
}

gboolean
bs_store_forget_problems (BsStore *store, gint64 run, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM problems WHERE run IN (SELECT r.run FROM runs r, runs now WHERE now.run = %" G_GINT64_FORMAT
      " AND r.run < now.run AND r.places = now.places) AND kind <> 'encoding'",
      run);

  return bs_store_exec (store, sql, error);
}

gboolean
bs_store_each_article (BsStore *store, BsStoreVisit visit, gpointer data, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store,
                          "SELECT outlet, id, source_checksum, rules FROM articles JOIN settings ON setting = settings"
                          " ORDER BY outlet, id",
                          error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    visit (data, bs_store_text (rows, 0), bs_store_text (rows, 1), bs_store_text (rows, 2), bs_store_text (rows, 3));
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}
