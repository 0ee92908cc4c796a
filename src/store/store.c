#include "store/store-internal.h"

#include <errno.h>
#include <math.h>

#include <glib/gstdio.h>

#include "store/bulk.h"
#include "store/checkpoint.h"
#include "store/forget.h"
#include "store/gather.h"
#include "store/guard.h"
#include "store/schema.h"

static gboolean
put_failure (BsStore *store, const char *doing, GError **error)
{
  int code = sqlite3_errcode (store->db);
  int reason = sqlite3_system_errno (store->db); /* of the file, or of its journal */
  const char *words = sqlite3_errmsg (store->db);
  g_autofree char *shown = bs_store_shown_path (store->path);

  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: another program is writing to this store; try again when it has finished", store->path);
  else if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
    g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: not a store of broadsheet, or a damaged one (%s)", store->path,
                 words);
  else if (sqlite3_extended_errcode (store->db) == SQLITE_READONLY_ROLLBACK)
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: not finished: the run that wrote it was killed, and what it left in %s-journal is still to be taken"
                 " back; the same “analyze” command does that and goes on from there",
                 store->path, shown);
  else if (code == SQLITE_READONLY)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: may be read but not written", store->path);
  else if (code == SQLITE_FULL && sqlite3_db_readonly (store->db, "main") == 1)
    g_set_error (error, BS_ERROR, BS_ERROR_IO,
                 "%s: no space left for temporary files in %s while %s; make room there, or name another folder in TMPDIR",
                 store->path, g_get_tmp_dir (), doing);
  else if (code == SQLITE_FULL)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: no space left while %s; make room and give the same command again", store->path,
                 doing);
  else if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: %s failed: %s", store->path, doing,
                 reason != 0 ? g_strerror (reason) : words);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: %s failed: %s", store->path, doing, words);
  return FALSE;
}

gboolean
bs_store_fail (BsStore *store, const char *doing, GError **error)
{
  int code = sqlite3_errcode (store->db);

  if (store->unread == NULL && (code == SQLITE_IOERR || code == SQLITE_CORRUPT))
    put_failure (store, doing, &store->unread);
  return put_failure (store, doing, error);
}

gboolean
bs_store_was_read (const BsStore *store, GError **error)
{
  if (store->unread != NULL && error != NULL)
    *error = g_error_copy (store->unread);
  return store->unread == NULL;
}

sqlite3_stmt *
bs_store_prepare (BsStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (!bs_bulk_flush (store, error))
    return NULL;
  if (sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  return statement;
}

gboolean
bs_store_prepare_once (BsStore *store, sqlite3_stmt **statement, const char *sql, GError **error)
{
  if (*statement == NULL)
    *statement = bs_store_prepare (store, sql, error);
  return *statement != NULL;
}

gboolean
bs_store_exec (BsStore *store, const char *sql, GError **error)
{
  if (!bs_bulk_flush (store, error))
    return FALSE;
  return sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK || bs_store_fail (store, "writing", error);
}

gboolean
bs_store_step_done (BsStore *store, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);
  gboolean fine = code == SQLITE_DONE || bs_store_fail (store, "writing", error);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return fine;
}

void
bs_store_bind_text (sqlite3_stmt *statement, int at, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement, at);
  else
    sqlite3_bind_text (statement, at, text, -1, SQLITE_STATIC);
}

const char *
bs_store_text (sqlite3_stmt *row, int column)
{
  const unsigned char *text = sqlite3_column_text (row, column);

  return text != NULL ? (const char *) text : "";
}

gboolean
bs_store_pragma (BsStore *store, const char *name, gint64 *value, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", name);
  g_autoptr (BsStatement) statement = bs_store_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return bs_store_fail (store, "opening", error);
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
make_schema (BsStore *store, GError **error)
{
  g_autofree char *schema = bs_schema_sql ();
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            BS_STORE_APPLICATION, BS_STORE_VERSION);
  gint64 application = 0;

  if (!bs_store_exec (store, BS_STORE_PAGES, error)
      || !bs_store_exec (store, "BEGIN IMMEDIATE", error)
      || !bs_store_pragma (store, "application_id", &application, error))
    return FALSE;
  if (application == BS_STORE_APPLICATION) /* another run made it meanwhile */
    return bs_store_exec (store, "COMMIT", error);
  return bs_store_exec (store, schema, error) && bs_store_exec (store, marks, error)
         && bs_store_exec (store, "COMMIT", error);
}

static gboolean
check_store (BsStore *store, BsStoreMode mode, GError **error)
{
  gint64 application = 0, version = 0;

  if (!bs_store_pragma (store, "application_id", &application, error)
      || !bs_store_pragma (store, "user_version", &version, error))
    return FALSE;
  if (mode == BS_STORE_WRITE && bs_guard_is_empty (store))
    return make_schema (store, error);
  if (application != BS_STORE_APPLICATION)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: not a store of broadsheet%s", store->path,
                   bs_guard_is_empty (store) ? " (the file is empty)" : " but another program's database");
      return FALSE;
    }
  if (version != BS_STORE_VERSION)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                   "%s: a store of schema version %" G_GINT64_FORMAT
                   ", and this program reads version %d; analyze the corpus into a new file",
                   store->path, version, BS_STORE_VERSION);
      return FALSE;
    }
  return bs_guard_contents (store, error);
}

char *
bs_store_real_path (const char *path)
{
  gboolean is_name = path[0] == ':' || g_str_has_prefix (path, "file:");
  g_autofree char *plain = is_name ? g_strconcat ("./", path, NULL) : g_strdup (path);
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);
  g_autofree char *real = g_malloc0 ((gsize) system->mxPathname + 1);
  int code = system->xFullPathname (system, plain, system->mxPathname + 1, real);

  return (code & 0xff) == SQLITE_OK ? g_steal_pointer (&real) : g_steal_pointer (&plain); /* links followed, or none */
}

char *
bs_store_shown_path (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? bs_store_real_path (path) : g_strdup (path);
}

/* What is sorted and does not fit the cache goes into a temporary file, which is deleted as it is opened: a list of all
 * words of thousands of outlets, or the index of millions of articles, would take hundreds of megabytes. */
static const char settings[] = "PRAGMA mmap_size = 0; PRAGMA cache_size = -8192; PRAGMA temp_store = FILE";

/* Where all other temporary files of this program stand, too. */
static void
name_temporary_folder (void)
{
  static gsize named;

  if (!g_once_init_enter (&named))
    return;
  sqlite3_temp_directory = sqlite3_mprintf ("%s", g_get_tmp_dir ());
  g_once_init_leave (&named, 1);
}

/* Opens what bs_store_open() says, of a connection that stands. */
static gboolean
begin (BsStore *store, BsStoreMode mode, GError **error)
{
  sqlite3_busy_timeout (store->db, 2000);
  return bs_guard_opened (store, error) && check_store (store, mode, error)
         && (mode == BS_STORE_WRITE ? bs_store_check_whole (store, error) : bs_store_check_finished (store, error))
         && bs_store_exec (store, settings, error)
         && bs_store_set_copies (store, BS_COPIES_LEAVE_OUT, error);
}

/* Takes away the file that was made for a store which could not be begun. Whoever waits for it meanwhile is told by
 * bs_store_claim(). */
static void
take_away (BsStore *store, const char *real)
{
  static const char lock[] = "BEGIN; SELECT count(*) FROM main.sqlite_schema";

  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  if (sqlite3_exec (store->db, lock, NULL, NULL, NULL) == SQLITE_OK && bs_guard_is_empty (store))
    g_unlink (real);
}

BsStore *
bs_store_open (const char *path, BsStoreMode mode, GError **error)
{
  g_autoptr (BsStore) store = g_new0 (BsStore, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI /* for store/merge.c */
              | (mode == BS_STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  g_autofree char *real = bs_store_real_path (path);
  gboolean is_new = !g_file_test (real, G_FILE_TEST_EXISTS);

  store->path = g_strdup (path);
  store->scratch = g_byte_array_new ();
  name_temporary_folder ();
  if (path[0] == '\0')
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "the name of the store is empty");
      return NULL;
    }
  if (g_file_test (real, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: is a folder, not a store", path);
      return NULL;
    }
  if (!is_new && !g_file_test (real, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: is no file, so not a store", path);
      return NULL;
    }
  if (!bs_guard_beside (path, error))
    return NULL;
  if (sqlite3_open_v2 (real, &store->db, flags, NULL) != SQLITE_OK)
    {
      int reason = store->db != NULL ? sqlite3_system_errno (store->db) : 0;
      g_autofree char *folder = g_path_get_dirname (real);

      /* SQLite tries to read what it may not make, and tells of that */
      if (mode == BS_STORE_WRITE && reason == ENOENT && g_file_test (folder, G_FILE_TEST_IS_DIR))
        reason = EACCES;
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be opened as a store: %s", path,
                   reason != 0 ? g_strerror (reason) : sqlite3_errmsg (store->db));
      return NULL;
    }
  if (begin (store, mode, error))
    return g_steal_pointer (&store);
  if (is_new)
    take_away (store, real);
  return NULL;
}

void
bs_store_close (BsStore *store)
{
  if (store == NULL)
    return;
  sqlite3_finalize (store->put_field);
  sqlite3_finalize (store->find_article);
  sqlite3_finalize (store->move_article);
  sqlite3_finalize (store->put_problem);
  sqlite3_finalize (store->move_problem);
  sqlite3_finalize (store->forget_problem);
  bs_store_release (store);
  sqlite3_close_v2 (store->db);
  bs_bulk_free (store->bulk);
  g_byte_array_unref (store->scratch);
  g_clear_pointer (&store->kept_problems, g_array_unref);
  g_clear_error (&store->unread);
  bs_vocabulary_free (store->vocabulary);
  bs_store_scatter (store);
  g_free (store->settings);
  g_free (store->path);
  g_free (store);
}

const char *
bs_store_path (const BsStore *store)
{
  return store->path;
}

gboolean
bs_store_begin (BsStore *store, GError **error)
{
  bs_store_scatter (store);
  store->next_article = 0;
  g_clear_pointer (&store->kept_problems, g_array_unref);
  return bs_bulk_begin (store, error) && bs_store_exec (store, "BEGIN IMMEDIATE", error);
}

gboolean
bs_store_commit (BsStore *store, GError **error)
{
  return bs_bulk_finish (store, error) && bs_store_exec (store, "COMMIT", error);
}

void
bs_store_roll_back (BsStore *store)
{
  g_clear_pointer (&store->vocabulary, bs_vocabulary_free);
  g_clear_pointer (&store->settings, g_free);
  bs_store_scatter (store);
  bs_bulk_drop (store);
  bs_store_exec (store, "ROLLBACK", NULL);
}

double
bs_store_number (BsStore *store, const char *sql, const char *const *parameters)
{
  g_autoptr (BsStatement) statement = bs_store_prepare (store, sql, NULL);
  int code;

  if (statement == NULL)
    return NAN;
  for (int i = 0; parameters != NULL && parameters[i] != NULL; i++)
    bs_store_bind_text (statement, i + 1, parameters[i]);
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    bs_store_fail (store, "reading", NULL);
  if (code != SQLITE_ROW || sqlite3_column_type (statement, 0) == SQLITE_NULL)
    return NAN;
  return sqlite3_column_double (statement, 0);
}
