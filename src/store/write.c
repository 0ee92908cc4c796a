/* Taking articles out of the store and moving them, and putting in problems and the run's record. */
#include "store/store-internal.h"

#include <math.h>

#include "store/bulk.h"
#include "store/gather.h"
#include "store/kept-problems.h"
#include "store/schema.h"

/* The number of an article, or 0 where it is not there. */
static gboolean
find_article (BsStore *store, const char *outlet, const char *id, gint64 *number, GError **error)
{
  int code;

  *number = 0;
  if (!bs_bulk_flush (store, error))
    return FALSE;
  if (!bs_store_prepare_once (store, &store->find_article,
                              "SELECT article FROM " BS_ARTICLE_ROWS " WHERE outlet = ? AND id = ?", error))
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
  static const char *const tables[] = { BS_ARTICLE_ROWS, "article_blobs", "fields",     "set_aside",
                                        "diagnostics",   "copy_pairs",    "copy_doubts" };
  gint64 article;

  if (!find_article (store, outlet, id, &article, error))
    return FALSE;
  if (article != 0)
    bs_store_scatter (store);
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

gboolean
bs_store_move_article (BsStore *store, const char *outlet, const char *id, const BsOrigin *origin, GError **error)
{
  int at = 1;

  if (!bs_store_prepare_once (store, &store->move_article,
                              "UPDATE " BS_ARTICLE_ROWS " SET (source_path, source_member, source_offset,"
                              " source_length, source_line) = (?,?,?,?,?) WHERE outlet = ? AND id = ?",
                              error))
    return FALSE;
  bs_store_bind_text (store->move_article, at++, origin->path);
  bs_store_bind_text (store->move_article, at++, origin->member);
  sqlite3_bind_int64 (store->move_article, at++, (gint64) origin->offset);
  sqlite3_bind_int64 (store->move_article, at++, (gint64) origin->length);
  sqlite3_bind_int64 (store->move_article, at++, (gint64) origin->line);
  bs_store_bind_text (store->move_article, at++, outlet);
  bs_store_bind_text (store->move_article, at++, id);
  return bs_store_step_done (store, store->move_article, error)
         && bs_store_move_kept_problems (store, outlet, id, origin, error);
}

double
bs_store_year (const char *day)
{
  return day != NULL && strlen (day) >= 4 ? (int) g_ascii_strtoll (day, NULL, 10) : NAN;
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
  sqlite3_bind_int (put, at++, run->ended);
}

gboolean
bs_store_put_run (BsStore *store, const BsRun *record, gint64 *run, GError **error)
{
  g_autoptr (BsStatement) put = bs_store_prepare (
      store,
      "INSERT INTO runs (started, seconds, version, lexicon, settings, places, recipe, threads, bytes, added, updated,"
      " unchanged, removed, left_out, interrupted, ended) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
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
      " unchanged, removed, left_out, interrupted, ended) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE run = ?",
      error);

  if (put == NULL)
    return FALSE;
  bind_run (put, record);
  sqlite3_bind_int64 (put, 17, run);
  return bs_store_step_done (store, put, error);
}

gboolean
bs_store_put_problem (BsStore *store, gint64 run, const BsProblem *problem, GError **error)
{
  int at = 1;

  if (!bs_store_prepare_once (store, &store->put_problem, "INSERT INTO problems VALUES (?,?,?,?,?,?,?,?,?)", error))
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
bs_store_each_problem (BsStore *store, gint64 run, BsProblemVisit visit, gpointer data, GError **error)
{
  g_autoptr (BsStatement) rows = bs_store_prepare (
      store, "SELECT kind, source_path, source_member, source_line FROM problems WHERE run = ? ORDER BY problem", error);
  int code;

  if (rows == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, run);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const BsOrigin origin = { .path = bs_store_text (rows, 1),
                                .member = (const char *) sqlite3_column_text (rows, 2),
                                .line = (guint64) sqlite3_column_int64 (rows, 3) };

      visit (data, bs_store_text (rows, 0), &origin);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

gboolean
bs_store_forget_problems (BsStore *store, gint64 run, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM problems WHERE run IN (SELECT r.run FROM runs r, runs now WHERE now.run = %" G_GINT64_FORMAT
      " AND r.run < now.run AND r.places = now.places) AND kind NOT IN ('encoding', 'set-aside')",
      run);

  return bs_store_exec (store, sql, error);
}

gboolean
bs_store_each_article (BsStore *store, BsStoreVisit visit, gpointer data, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store,
                          "SELECT outlet, id, source_checksum, rules, source_path, source_member, source_offset,"
                          " source_length, source_line FROM " BS_ARTICLE_ROWS
                          " JOIN settings ON setting = settings ORDER BY outlet, id",
                          error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const BsStoredState state = { .outlet = bs_store_text (rows, 0),
                                    .id = bs_store_text (rows, 1),
                                    .checksum = bs_store_text (rows, 2),
                                    .settings = bs_store_text (rows, 3),
                                    .origin = { .path = bs_store_text (rows, 4),
                                                .member = (const char *) sqlite3_column_text (rows, 5),
                                                .offset = (guint64) sqlite3_column_int64 (rows, 6),
                                                .length = (guint64) sqlite3_column_int64 (rows, 7),
                                                .line = (guint64) sqlite3_column_int64 (rows, 8) } };

      visit (data, &state);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

gboolean
bs_store_each_key (BsStore *store, BsStoreKeyVisit visit, gpointer data, GError **error)
{
  g_autoptr (BsStatement) rows = bs_store_prepare (store, "SELECT outlet, id FROM " BS_ARTICLE_ROWS, error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    visit (data, bs_store_text (rows, 0), bs_store_text (rows, 1));
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}
