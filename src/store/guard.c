#include "store/guard.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/ceiling.h"
#include "store/bulk.h"
#include "store/pages.h"
#include "store/schema.h"

#define HEAD 100 /* bytes of the head of a database */
#define JOURNAL_MAGIC "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
#define JOURNAL_MAGIC_LENGTH 8
#define ROW_NUMBERS 1000 /* bytes that the numbers of a row take, and its head */

/* ---- The connection ----------------------------------------------------------------------------------------------- */

static void
shut (sqlite3 *db)
{
  static const struct {
    int option, value;
  } settings[] = { { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },        { SQLITE_DBCONFIG_DEFENSIVE, 1 },
                   { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },       { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
                   { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 }, { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
                   { SQLITE_DBCONFIG_DQS_DML, 0 },               { SQLITE_DBCONFIG_DQS_DDL, 0 } };
  static const struct {
    int limit, value;
  } limits[] = { { SQLITE_LIMIT_ATTACHED, 2 }, /* store/bulk.h, and the other store of a merge */
                 { SQLITE_LIMIT_SQL_LENGTH, 1 << 20 },
                 { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
                 { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
                 { SQLITE_LIMIT_WORKER_THREADS, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    sqlite3_db_config (db, settings[i].option, settings[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
}

static int
open_journal (const char *path)
{
  return open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW);
}

/* A journal that names another one is of a transaction over several files, and SQLite deletes that other one when it has
 * rolled back. No run of this program writes one. */
static gboolean
names_another_journal (const char *path)
{
  int file = open_journal (path);
  char end[JOURNAL_MAGIC_LENGTH] = "";
  off_t length = file >= 0 ? lseek (file, 0, SEEK_END) : 0;
  gboolean named = length >= JOURNAL_MAGIC_LENGTH
                   && pread (file, end, sizeof end, length - JOURNAL_MAGIC_LENGTH) == sizeof end
                   && memcmp (end, JOURNAL_MAGIC, sizeof end) == 0;

  if (file >= 0)
    close (file);
  return named;
}

/* Something that is no journal of SQLite: it opens whatever lies there, waits for ever for the other end of a pipe, and
 * deletes any file. Until a journal counts, its first bytes are zero. */
static gboolean
is_odd_journal (const char *path)
{
  static const char none[JOURNAL_MAGIC_LENGTH];
  char start[JOURNAL_MAGIC_LENGTH];
  GStatBuf info;
  ssize_t length;
  int file;

  if (g_lstat (path, &info) != 0)
    return FALSE;
  file = S_ISREG (info.st_mode) ? open_journal (path) : -1;
  if (file < 0)
    return !S_ISREG (info.st_mode);
  length = pread (file, start, sizeof start, 0);
  close (file);
  return length > 0 && memcmp (start, none, (gsize) length) != 0 && memcmp (start, JOURNAL_MAGIC, (gsize) length) != 0;
}

static gboolean
is_there (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0;
}

gboolean
bs_guard_beside (const char *path, GError **error)
{
  static const char *const of_wal[] = { "-wal", "-shm" };
  g_autofree char *real = bs_store_real_path (path);
  g_autofree char *shown = bs_store_shown_path (path);
  g_autofree char *journal = g_strconcat (real, "-journal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (of_wal); i++)
    {
      g_autofree char *beside = g_strconcat (real, of_wal[i], NULL);

      if (is_there (beside))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                       "%s: beside it lies %s%s, which no run of broadsheet leaves, and SQLite would delete or read in"
                       " its place; take it away, or name another store",
                       path, shown, of_wal[i]);
          return FALSE;
        }
    }
  if (is_odd_journal (journal))
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: what lies at %s-journal, where a killed run leaves its journal, is none; take it away, or name"
                 " another store",
                 path, shown);
  else if (names_another_journal (journal))
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: the journal beside it is of a transaction over several files, which no run of broadsheet makes;"
                 " delete %s-journal if you do not know it",
                 path, shown);
  else
    return TRUE;
  return FALSE;
}

/* A database in WAL mode is opened by making two more files beside it. */
static gboolean
makes_files (sqlite3 *db)
{
  sqlite3_file *file = NULL;
  guint8 head[HEAD] = { 0 };

  return sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK && file->pMethods != NULL
         && file->pMethods->xRead (file, head, HEAD, 0) == SQLITE_OK && (head[18] > 1 || head[19] > 1);
}

gboolean
bs_guard_opened (BsStore *store, GError **error)
{
  shut (store->db);
  if (makes_files (store->db))
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: not a store of broadsheet, or one that was put into WAL mode, which is not read;"
                 " “PRAGMA journal_mode = DELETE” in sqlite3 takes it out of it",
                 store->path);
  else
    return bs_store_exec (store, "PRAGMA cell_size_check = ON", error); /* other pragmas read the table of tables */
  return FALSE;
}

gboolean
bs_guard_is_empty (BsStore *store)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 length = 0;

  return sqlite3_file_control (store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
         && file->pMethods != NULL && file->pMethods->xFileSize (file, &length) == SQLITE_OK && length == 0;
}

/* ---- The contents ------------------------------------------------------------------------------------------------- */

/* What a store is made of: the text of each statement, as the store keeps it. */
static GHashTable *
expected_statements (void)
{
  g_autofree char *all = bs_schema_statements ();
  g_auto (GStrv) statements = g_strsplit (all, ";\n", -1);
  GHashTable *expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; statements[i] != NULL; i++)
    if (*statements[i] != '\0')
      g_hash_table_add (expected, g_strdup (statements[i]));
  g_hash_table_add (expected, g_strdup (BS_BULK_INDEX));
  return expected;
}

/* What people leave there who ask SQLite for statistics, and SQLite's own indexes of what must be unique. */
static gboolean
is_of_sqlite (const char *type, const char *name, const char *sql)
{
  return (g_str_equal (type, "index") && g_str_has_prefix (name, "sqlite_autoindex_") && *sql == '\0')
         || g_str_equal (sql, "CREATE TABLE sqlite_stat1(tbl,idx,stat)")
         || g_str_equal (sql, "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)");
}

static gboolean
other_measures (const BsStore *store, const char *which, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_STORE,
               "%s: made by a version of broadsheet with other measures (%s); analyze the corpus into a new file",
               store->path, which);
  return FALSE;
}

/* The columns of `articles` follow the table of measures: a store that lacks one, or has one of another formula, was made
 * by another program. */
static gboolean
other_articles (const BsStore *store, const char *sql, GError **error)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);
      g_autofree char *quoted = bs_schema_quote (id);
      g_autofree char *which = g_strdup_printf ("no such column: %s", id);

      if (strstr (sql, quoted) == NULL)
        return other_measures (store, which, error);
    }
  return other_measures (store, "its articles are computed by other formulas", error);
}

static gboolean
foreign (const BsStore *store, const char *type, const char *name, const char *sql, GError **error)
{
  if (g_str_equal (name, "articles"))
    return other_articles (store, sql, error);
  if (g_str_equal (name, BS_ARTICLE_ROWS))
    return other_measures (store, "its articles have other columns", error);
  g_set_error (error, BS_ERROR, BS_ERROR_STORE,
               "%s: the %s “%s” in it is not as broadsheet makes it, or of somebody else, and might run with every"
               " question; such a file is not read",
               store->path, type, name);
  return FALSE;
}

/* Bytes of a row: of a table of texts what ceilings let in, so that nobody's store is read into more memory than the
 * corpus took; of words and of numbers over articles whatever SQLite can hold. */
static guint64
largest_row (const char *table)
{
  static const struct {
    const char *table;
    guint64 most;
  } rows[] = { { BS_ARTICLE_ROWS, 2 * BS_LONGEST_NAME + 16 * BS_LONGEST_FIELD },
               { "article_blobs", G_MAXINT32 },
               { "fields", 2 * BS_LONGEST_FIELD + ROW_NUMBERS },
               { "outlets", BS_LONGEST_NAME + ROW_NUMBERS },
               { "outlet_values", G_MAXINT32 },
               { "repeats", BS_LONGEST_NAME + ROW_NUMBERS },
               { "runs", 16 * 1024 * 1024 }, /* names each file of a long command */
               { "terms", G_MAXINT32 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (table, rows[i].table))
      return rows[i].most;
  return BS_LONGEST_FIELD;
}

/* One row of the table of tables; a statement is taken out of `expected`, so that none stands for two. */
static gboolean
check_object (BsStore *store, sqlite3_stmt *row, GHashTable *expected, BsPages *pages, GError **error)
{
  const char *type = bs_store_text (row, 0), *name = bs_store_text (row, 1), *sql = bs_store_text (row, 2);
  const char *table = bs_store_text (row, 4);
  gint64 root = sqlite3_column_int64 (row, 3);

  if (!is_of_sqlite (type, name, sql) && !g_hash_table_remove (expected, sql))
    return foreign (store, type, name, sql, error);
  if (g_str_equal (type, "view") && root == 0)
    return TRUE;
  return bs_pages_walk (pages, (guint32) CLAMP (root, 0, G_MAXUINT32), largest_row (table), error);
}

static gboolean
check_objects (BsStore *store, BsPages *pages, GError **error)
{
  g_autoptr (GHashTable) expected = expected_statements ();
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store, "SELECT type, name, sql, rootpage, tbl_name FROM main.sqlite_schema", error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    if (!check_object (store, rows, expected, pages, error))
      return FALSE;
  if (code != SQLITE_DONE)
    return bs_store_fail (store, "reading", error);
  g_hash_table_remove (expected, BS_BULK_INDEX); /* made when the first articles are in */
  if (g_hash_table_size (expected) == 0)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE,
               "%s: not a store of broadsheet, or a damaged one (it lacks %u of a store's tables, indexes and views)",
               store->path, g_hash_table_size (expected));
  return FALSE;
}

static gboolean
is_text (const BsSchemaColumn *column)
{
  return g_str_has_prefix (column->type, "TEXT NOT NULL");
}

/* Whether a table has a row without a text that each must have. The question is asked of the value's type: what is
 * declared NOT NULL, SQLite takes to be so without looking. */
static gboolean
check_texts_of (BsStore *store, const BsSchemaColumn *columns, guint n, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 1 FROM main.");
  g_autoptr (BsStatement) row = NULL;
  const char *joint = " WHERE ";
  int code;

  g_string_append (sql, columns[0].table);
  for (guint i = 0; i < n; i++)
    if (is_text (&columns[i]))
      {
        g_string_append_printf (sql, "%stypeof(%s) = 'null'", joint, columns[i].column);
        joint = " OR ";
      }
  g_string_append (sql, " LIMIT 1");
  if (g_str_equal (joint, " WHERE "))
    return TRUE;
  row = bs_store_prepare (store, sql->str, error);
  code = row != NULL ? sqlite3_step (row) : SQLITE_DONE;
  if (code == SQLITE_ROW)
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: not a store of broadsheet, or a damaged one (texts are missing in the table %s)", store->path,
                 columns[0].table);
  else if (code != SQLITE_DONE)
    bs_store_fail (store, "reading", error);
  return row != NULL && code == SQLITE_DONE;
}

static gboolean
check_texts (BsStore *store, GError **error)
{
  guint n;
  const BsSchemaColumn *columns = bs_schema_columns (&n);

  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && g_str_equal (columns[end].table, columns[first].table);)
        end++;
      if (!check_texts_of (store, columns + first, end - first, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bs_guard_contents (BsStore *store, GError **error)
{
  g_autoptr (BsPages) pages = NULL;
  gint64 version;
  gboolean fine;

  if (!bs_store_exec (store, "BEGIN", error))
    return FALSE;
  /* the first question takes the lock; this one is answered from the file's head, without its tables */
  fine = bs_store_pragma (store, "user_version", &version, error)
         && (pages = bs_pages_new (store->db, store->path, error)) != NULL && bs_pages_walk (pages, 1, BS_LONGEST_FIELD, error)
         && check_objects (store, pages, error) && check_texts (store, error);
  return bs_store_exec (store, "ROLLBACK", fine ? error : NULL) && fine;
}
