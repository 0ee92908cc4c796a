/* matrix.h: the document-term matrix for other programs, in the coordinate format of Matrix Market (Boisvert, Pozo and
 * Remington 1996, NISTIR 5935): a row an article, a column a word, how often it occurs.
 *
 * Rows are the articles that count, in key order, those without any of the words too; columns are the words chosen, in
 * the order of their numbers in the table terms. Both begin at 1.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  guint64  least;          /* leave out words of fewer tokens in all articles together … */
  guint64  least_articles; /* … or in fewer articles */
  gboolean content;        /* leave out function words, numbers and single letters */
} BsMatrixOptions;

typedef struct _BsMatrix BsMatrix;

/* Chooses the words and counts rows and entries: one pass over the words of all articles. NULL as
 * bs_store_each_terms(). The store must outlive it, and must not change. */
BsMatrix *bs_matrix_new  (BsStore *store, const BsMatrixOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void      bs_matrix_free (BsMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsMatrix, bs_matrix_free)

guint64   bs_matrix_rows    (const BsMatrix *matrix);
guint64   bs_matrix_columns (const BsMatrix *matrix);
guint64   bs_matrix_entries (const BsMatrix *matrix);

/* What the rows are: row, outlet, id, day, words (all running words, whichever were chosen). */
BsTable  *bs_matrix_articles (BsMatrix *matrix, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the columns are: column, word, count, articles, function_word, number. */
BsTable  *bs_matrix_words    (BsMatrix *matrix, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the matrix piece by piece, row by row: another pass. `write` returns FALSE with `error` set to stop. */
typedef gboolean (*BsMatrixWrite) (gpointer data, const char *text, gssize length, GError **error);
gboolean  bs_matrix_write (const BsMatrix *matrix, BsMatrixWrite write, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
