/* store-internal.h: what the files of this room share; nobody else includes it. */
#pragma once

#include "store/derived.h"
#include "store/store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _BsBulk BsBulk;
typedef struct _BsGather BsGather;

struct _BsStore {
  sqlite3      *db;
  char         *path;
  BsVocabulary *vocabulary;  /* loaded when first asked for */
  char         *settings;    /* the rules of the last article that was put in */
  gint64        settings_number;
  BsCopies      copies;      /* whether they count */
  BsGather     *gather;      /* of the articles that this transaction has put in, or NULL (store/gather.h) */
  BsBulk       *bulk;        /* articles that are on their way (store/bulk.h); NULL: none ever was */
  gint64        next_article; /* the next one's number; 0: to be asked */
  guint32       n_terms;      /* of `vocabulary`, rows in the table terms; the rest are to be appended */
  gboolean      claimed;      /* see bs_store_claim() */
  BsAdmission   admission;
  GByteArray   *scratch;
  GArray       *kept_problems; /* of articles that are kept, see store/kept-problems.c; NULL: nobody asked */
  GError       *unread;       /* the first failure of the disk, or of damaged data, that was met; NULL: none */
  sqlite3_stmt *put_field, *find_article, *move_article, *put_problem, *move_problem, *forget_problem;
};

/* Sets an error from what SQLite says. Always FALSE. */
gboolean      bs_store_fail (BsStore *store, const char *doing, GError **error);

/* Compiles a statement; NULL with `error` set. */
sqlite3_stmt *bs_store_prepare (BsStore *store, const char *sql, GError **error);

/* The same for a statement that is used again and again, where it is NULL. */
gboolean      bs_store_prepare_once (BsStore *store, sqlite3_stmt **statement, const char *sql, GError **error);

/* The file itself, as SQLite finds it, links followed to one that may not be there yet: its journal lies there.
 * ":memory:" and "file:…" are names of files here. Free with g_free. */
char         *bs_store_real_path (const char *path);

/* The same for messages about what lies beside it: the path as it was given, unless that is a link. Free with g_free. */
char         *bs_store_shown_path (const char *path);

/* A number of the file's head. */
gboolean      bs_store_pragma (BsStore *store, const char *name, gint64 *value, GError **error);

/* The size of a new store's pages. */
#define BS_STORE_PAGES "PRAGMA main.page_size = 8192"

/* Runs statements without rows. */
gboolean      bs_store_exec (BsStore *store, const char *sql, GError **error);

/* Steps a statement that gives no rows, and makes it ready again. */
gboolean      bs_store_step_done (BsStore *store, sqlite3_stmt *statement, GError **error);

/* Binds a text, or NULL for NULL. The text must live until the statement is reset. */
void          bs_store_bind_text (sqlite3_stmt *statement, int at, const char *text);

/* A text that no store lacks: "" where a damaged file does. Valid until the next step. */
const char   *bs_store_text (sqlite3_stmt *row, int column);

typedef sqlite3_stmt BsStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsStatement, sqlite3_finalize)

/* Rows that a statement puts into a table: it selects them from the table `given`, whose columns are a to f, as in
 * "INSERT INTO terms SELECT a, b, c, d, e, f FROM given". In the order of the table's key they cost least. */
#define BS_ROWS_COLUMNS 6

typedef struct {
  const char *text; /* NULL: the number counts; else it is the text's length in bytes */
  gint64 number;
} BsRowValue;

/* Fills the values of the next row; FALSE at the end, and whenever asked again then, or with `error` set. Texts must
 * live until the call after it. */
typedef gboolean (*BsRowsNext) (gpointer data, BsRowValue *values, GError **error);

typedef struct {
  BsRowsNext next;
  gpointer data;
  GError *error;
} BsRows;

gboolean bs_rows_insert (BsStore *store, const char *sql, BsRowsNext next, gpointer data, GError **error);

/* The two blobs of an article. */
void     bs_store_encode_terms (GByteArray *bytes, const BsTerm *terms, guint n_terms);
gboolean bs_store_decode_terms (const guint8 *bytes, gsize length, GArray *terms /* of BsTerm */);
/* The terms in `column` of a row whose first two columns are outlet and id; each is below `n_terms`. On damage an error
 * that names the store and the article. */
gboolean bs_store_row_terms (const BsStore *store, sqlite3_stmt *row, int column, guint n_terms, GArray *terms,
                             GError **error);
/* The same of the words of its sentences. */
gboolean bs_store_row_lengths (const BsStore *store, sqlite3_stmt *row, int column, GArray *lengths /* of guint32 */,
                               GError **error);
void     bs_store_encode_lengths (GByteArray *bytes, const guint32 *lengths, guint n);
gboolean bs_store_decode_lengths (const guint8 *bytes, gsize length, GArray *lengths /* of guint32 */);

/* Appends numbers of 8 bytes, little-endian; reads them into an array, FALSE where the length is no multiple of 8. */
void     bs_store_encode_hashes (GByteArray *bytes, const guint64 *hashes, guint n);
gboolean bs_store_decode_hashes (const guint8 *bytes, gsize length, GArray *hashes /* of guint64 */);

/* The year of a day as it stands in the store; NAN where it has none. */
double   bs_store_year (const char *day);

/* The columns of `articles`, or of the table behind it, that mean something outside this file, quoted, parted by commas:
 * all but its own number and that of its settings. Free with g_free. */
char *bs_store_article_columns (BsStore *store, const char *table, GError **error);

G_END_DECLS
