#include "store/matrix.h"

#include "base/number.h"
#include "store/article-terms.h"

#define PIECE (64 * 1024) /* bytes that are written at once */

typedef struct {
  guint64 count, articles;
} Sum;

struct _BsMatrix {
  BsStore *store;
  GArray  *names;   /* of BsTermName, by term */
  Sum     *sums;    /* by term */
  guint32 *column;  /* by term, from 1; 0: left out */
  guint64  rows, columns, entries;
};

void
bs_matrix_free (BsMatrix *matrix)
{
  if (matrix == NULL)
    return;
  g_clear_pointer (&matrix->names, g_array_unref);
  g_free (matrix->sums);
  g_free (matrix->column);
  g_free (matrix);
}

static gboolean
add_article (gpointer data, const BsArticleTerms *article, GError **error)
{
  BsMatrix *matrix = data;

  matrix->rows++;
  for (guint i = 0; i < article->n_terms; i++)
    {
      Sum *sum = &matrix->sums[article->terms[i].type];

      sum->count += article->terms[i].count;
      sum->articles++;
    }
  return TRUE;
}

static gboolean
is_chosen (const BsMatrix *matrix, guint term, const BsMatrixOptions *options)
{
  const BsTermName *name = &g_array_index (matrix->names, BsTermName, term);
  const Sum *sum = &matrix->sums[term];

  if (sum->articles == 0 || sum->count < options->least || sum->articles < options->least_articles)
    return FALSE;
  return !options->content || (!name->function_word && !name->number && name->letters > 1);
}

BsMatrix *
bs_matrix_new (BsStore *store, const BsMatrixOptions *options, GError **error)
{
  g_autoptr (BsMatrix) matrix = g_new0 (BsMatrix, 1);

  matrix->store = store;
  matrix->names = bs_store_term_names (store, error);
  if (matrix->names == NULL)
    return NULL;
  matrix->sums = g_new0 (Sum, matrix->names->len + 1);
  matrix->column = g_new0 (guint32, matrix->names->len + 1);
  if (!bs_store_each_terms (store, add_article, matrix, error))
    return NULL;
  for (guint term = 0; term < matrix->names->len; term++)
    if (is_chosen (matrix, term, options))
      {
        matrix->column[term] = (guint32) ++matrix->columns;
        matrix->entries += matrix->sums[term].articles;
      }
  return g_steal_pointer (&matrix);
}

guint64
bs_matrix_rows (const BsMatrix *matrix)
{
  return matrix->rows;
}

guint64
bs_matrix_columns (const BsMatrix *matrix)
{
  return matrix->columns;
}

guint64
bs_matrix_entries (const BsMatrix *matrix)
{
  return matrix->entries;
}

BsTable *
bs_matrix_articles (BsMatrix *matrix, GError **error)
{
  static const BsColumn columns[] = { { "row", NULL, BS_COLUMN_INTEGER, 0 },
                                      { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "id", NULL, BS_COLUMN_TEXT, 0 },
                                      { "day", NULL, BS_COLUMN_TEXT, 0 },
                                      { "words", NULL, BS_COLUMN_INTEGER, 0 } };

  return bs_store_query (matrix->store,
                         "SELECT row_number() OVER (ORDER BY outlet, id) AS row, outlet, id, day, words FROM"
                         " counted_articles JOIN article_blobs USING (article) ORDER BY outlet, id",
                         NULL, columns, G_N_ELEMENTS (columns), error);
}

/* The words as rows of a table. */
typedef struct {
  const BsMatrix *matrix;
  guint at;
} Words;

static gboolean
next_word (gpointer data, BsCell *cells, GError **error)
{
  Words *words = data;
  const BsMatrix *matrix = words->matrix;
  const BsTermName *name;

  while (words->at < matrix->names->len && matrix->column[words->at] == 0)
    words->at++;
  if (words->at == matrix->names->len)
    return FALSE;
  name = &g_array_index (matrix->names, BsTermName, words->at);
  cells[0] = (BsCell){ .integer = matrix->column[words->at] };
  cells[1] = (BsCell){ .text = name->word };
  cells[2] = (BsCell){ .integer = (gint64) matrix->sums[words->at].count };
  cells[3] = (BsCell){ .integer = (gint64) matrix->sums[words->at].articles };
  cells[4] = (BsCell){ .integer = name->function_word };
  cells[5] = (BsCell){ .integer = name->number };
  words->at++;
  return TRUE;
}

BsTable *
bs_matrix_words (BsMatrix *matrix, GError **error)
{
  Words *words = g_new0 (Words, 1);
  BsTable *table = bs_table_new_pulled (next_word, words, g_free);

  words->matrix = matrix;
  bs_table_add_column (table, "column", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "word", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "count", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "articles", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "function_word", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "number", NULL, BS_COLUMN_INTEGER, 0);
  return table;
}

/* ---- Writing ----------------------------------------------------------------------------------------------------- */

typedef struct {
  const BsMatrix *matrix;
  BsMatrixWrite write;
  gpointer data;
  GString *piece;
  guint64 row;
} Writing;

static gboolean
write_piece (Writing *writing, GError **error)
{
  gboolean fine = writing->write (writing->data, writing->piece->str, (gssize) writing->piece->len, error);

  g_string_truncate (writing->piece, 0);
  return fine;
}

static void
append_number (GString *text, guint64 number, char behind)
{
  char buffer[BS_NUMBER_MAX];

  g_string_append (text, bs_number_integer ((gint64) number, buffer));
  g_string_append_c (text, behind);
}

static gboolean
write_article (gpointer data, const BsArticleTerms *article, GError **error)
{
  Writing *writing = data;

  writing->row++;
  for (guint i = 0; i < article->n_terms; i++)
    if (writing->matrix->column[article->terms[i].type] != 0)
      {
        append_number (writing->piece, writing->row, ' ');
        append_number (writing->piece, writing->matrix->column[article->terms[i].type], ' ');
        append_number (writing->piece, article->terms[i].count, '\n');
      }
  return writing->piece->len < PIECE || write_piece (writing, error);
}

gboolean
bs_matrix_write (const BsMatrix *matrix, BsMatrixWrite write, gpointer data, GError **error)
{
  g_autoptr (GString) piece = g_string_new ("%%MatrixMarket matrix coordinate integer general\n"
                                            "% rows: articles, columns: words, values: how often\n");
  Writing writing = { matrix, write, data, piece, 0 };

  g_string_append_printf (piece, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", matrix->rows,
                          matrix->columns, matrix->entries);
  return bs_store_each_terms (matrix->store, write_article, &writing, error) && write_piece (&writing, error);
}
