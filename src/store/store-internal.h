/* store-internal.h: what the files of this room share; nobody else includes it. */
#pragma once

#include "store/store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _BsStore {
  sqlite3      *db;
  char         *path;
  BsVocabulary *vocabulary;  /* loaded when first asked for */
  GHashTable   *settings;    /* of char * to number in the table settings */
  BsCopies      copies;      /* whether they count */
  sqlite3_stmt *put_article, *put_blobs, *put_field, *put_aside, *put_diagnostic, *find_article, *put_problem;
};

/* Sets an error from what SQLite says. Always FALSE. */
gboolean      bs_store_fail (BsStore *store, const char *doing, GError **error);

/* Compiles a statement; NULL with `error` set. */
sqlite3_stmt *bs_store_prepare (BsStore *store, const char *sql, GError **error);

/* The path as SQLite has to be told it: ":memory:" and "file:…" are names of files here. Free with g_free. */
char         *bs_store_plain_path (const char *path);

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

/* Rows that are put into one table, many by one statement: where they come in the order of its key, the table grows at
 * its end and is not searched for each of them. */
typedef struct _BsRows BsRows;

typedef struct {
  const char *text; /* NULL: the number counts */
  gint64 number;
} BsRowValue;

BsRows  *bs_rows_new    (BsStore *store, const char *table, guint n_columns);
void     bs_rows_free   (BsRows *rows);

/* A value for every column. Texts must live until bs_rows_finish(), before which no row need be in the table. */
gboolean bs_rows_put    (BsRows *rows, const BsRowValue *values, GError **error);
gboolean bs_rows_finish (BsRows *rows, GError **error);

/* The two blobs of an article. */
void     bs_store_encode_terms (GByteArray *bytes, const BsTerm *terms, guint n_terms);
gboolean bs_store_decode_terms (const guint8 *bytes, gsize length, GArray *terms /* of BsTerm */);
/* The terms in `column` of a row whose first two columns are outlet and id; each is below `n_terms`. On damage an error
 * that names the store and the article. */
gboolean bs_store_row_terms (const BsStore *store, sqlite3_stmt *row, int column, guint n_terms, GArray *terms,
                             GError **error);
void     bs_store_encode_lengths (GByteArray *bytes, const guint32 *lengths, guint n);
gboolean bs_store_decode_lengths (const guint8 *bytes, gsize length, GArray *lengths /* of guint32 */);

/* Appends numbers of 8 bytes, little-endian; reads them into an array, FALSE where the length is no multiple of 8. */
void     bs_store_encode_hashes (GByteArray *bytes, const guint64 *hashes, guint n);
gboolean bs_store_decode_hashes (const guint8 *bytes, gsize length, GArray *hashes /* of guint64 */);

/* Makes the table `copies` from copy_pairs and the articles, and adds the numbers of those that are copies of another
 * to `copied` (of gint64 *). */
gboolean bs_store_settle_copies (BsStore *store, GHashTable *copied, GError **error);

/* Makes the table `outlet_values` from the articles and the table `outlets`; `copied` as above. */
gboolean bs_store_settle_values (BsStore *store, GHashTable *copied, GError **error);

/* The columns of `articles` that mean something outside this file, quoted, parted by commas: all but its own number and
 * that of its settings. Free with g_free. */
char *bs_store_article_columns (BsStore *store, GError **error);

G_END_DECLS
