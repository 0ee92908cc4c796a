/* Gathering from the store: a term gets its number where it first occurs in key order, terms that are new in the same
 * article by their words in byte order. */
#include "store/settle.h"

#include <math.h>

#include "count/term-order.h"

#define NO_TERM G_MAXUINT32

typedef struct {
  BsStore *store;
  BsGather *gather;
  const BsVocabulary *words;
  guint32 *new_term; /* by old number */
  guint32 *old_term; /* by new number */
  GArray *terms;     /* of BsTerm: one article's */
  GArray *fresh;     /* of guint32: old numbers first met in it */
  GArray *sentences; /* of guint32 */
  BsTermOrder *order;
  GByteArray *bytes;
  sqlite3_stmt *put_blob;
} Again;

static void
again_clear (Again *again)
{
  g_free (again->new_term);
  g_free (again->old_term);
  g_array_unref (again->terms);
  g_array_unref (again->fresh);
  g_array_unref (again->sentences);
  bs_term_order_free (again->order);
  g_byte_array_unref (again->bytes);
  sqlite3_finalize (again->put_blob);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Again, again_clear)

static gboolean
again_init (Again *again, BsStore *store, BsGather *gather, GError **error)
{
  guint32 n;

  *again = (Again){ .store = store, .gather = gather };
  again->terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  again->fresh = g_array_new (FALSE, FALSE, sizeof (guint32));
  again->sentences = g_array_new (FALSE, FALSE, sizeof (guint32));
  again->order = bs_term_order_new ();
  again->bytes = g_byte_array_new ();
  again->words = bs_store_vocabulary (store, error);
  if (again->words == NULL)
    return FALSE;
  n = again->words->by_term->len;
  again->new_term = g_new (guint32, n + 1);
  memset (again->new_term, 0xFF, sizeof (guint32) * (n + 1));
  again->old_term = g_new0 (guint32, n + 1);
  again->put_blob = bs_store_prepare (store, "UPDATE article_blobs SET terms = ? WHERE article = ?", error);
  return again->put_blob != NULL;
}

/* ---- Terms -------------------------------------------------------------------------------------------------------- */

static int
by_word (gconstpointer a, gconstpointer b, gpointer data)
{
  const Again *again = data;
  const BsEntry *x = again->words->by_term->pdata[*(const guint32 *) a];
  const BsEntry *y = again->words->by_term->pdata[*(const guint32 *) b];

  return strcmp (x->word, y->word);
}

/* Gives numbers to the terms that this article is the first to hold. */
static void
number_fresh (Again *again)
{
  g_array_set_size (again->fresh, 0);
  for (guint i = 0; i < again->terms->len; i++)
    {
      guint32 term = g_array_index (again->terms, BsTerm, i).type;

      if (again->new_term[term] == NO_TERM)
        g_array_append_val (again->fresh, term);
    }
  if (again->fresh->len > 1)
    g_array_sort_with_data (again->fresh, by_word, again);
  for (guint i = 0; i < again->fresh->len; i++)
    {
      guint32 old = g_array_index (again->fresh, guint32, i);

      again->old_term[again->gather->n_terms] = old;
      again->new_term[old] = again->gather->n_terms++;
    }
}

/* Puts the new numbers into the article's terms, and writes them where any of them differs from the old. */
static gboolean
renumber (Again *again, gint64 article, GError **error)
{
  BsTerm *terms = (BsTerm *) (gpointer) again->terms->data;
  guint n = again->terms->len;
  gboolean changed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint32 term = again->new_term[terms[i].type];

      changed |= term != terms[i].type;
      terms[i].type = term;
    }
  if (!changed)
    return TRUE;
  bs_term_order_sort (again->order, terms, n, again->words->by_term->len);
  bs_store_encode_terms (again->bytes, terms, n);
  sqlite3_bind_blob (again->put_blob, 1, again->bytes->data, (int) again->bytes->len, SQLITE_STATIC);
  sqlite3_bind_int64 (again->put_blob, 2, article);
  return bs_store_step_done (again->store, again->put_blob, error);
}

/* One article: columns outlet, id, article, terms, sentence_lengths. */
static gboolean
take_article (Again *again, sqlite3_stmt *row, GError **error)
{
  if (!bs_store_row_terms (again->store, row, 3, again->words->by_term->len, again->terms, error)
      || !bs_store_row_lengths (again->store, row, 4, again->sentences, error))
    return FALSE;
  number_fresh (again);
  return renumber (again, sqlite3_column_int64 (row, 2), error)
         && bs_gather_article (again->gather, bs_store_text (row, 0), (const BsTerm *) (gpointer) again->terms->data,
                               again->terms->len, (const guint32 *) (gpointer) again->sentences->data,
                               again->sentences->len, error);
}

static gboolean
take_articles (Again *again, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (again->store,
                          "SELECT outlet, id, article, terms, sentence_lengths FROM article_rows JOIN article_blobs"
                          " USING (article) ORDER BY outlet, id",
                          error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    if (!take_article (again, rows, error))
      return FALSE;
  return code == SQLITE_DONE || bs_store_fail (again->store, "reading", error);
}

/* ---- Values ------------------------------------------------------------------------------------------------------- */

/* The number of an outlet, from 0 in the order of names. */
static guint32
number_of_outlet (const BsGather *gather, const char *name)
{
  guint first = 0, last = gather->outlets->len;

  while (last - first > 1)
    {
      guint middle = first + (last - first) / 2;

      if (strcmp (name, g_array_index (gather->outlets, BsGatheredOutlet, middle).name) < 0)
        last = middle;
      else
        first = middle;
    }
  return first;
}

/* All articles, in whatever order they lie. */
static gboolean
take_values (BsStore *store, BsGather *gather, GError **error)
{
  const char *const *names = bs_value_gather_columns (gather->values);
  guint n = g_strv_length ((char **) names);
  g_autofree double *values = g_new (double, n);
  g_autoptr (GString) sql = g_string_new ("SELECT outlet, article");
  g_autoptr (BsStatement) rows = NULL;
  int code;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", \"%s\"", names[i]);
  g_string_append (sql, " FROM articles");
  rows = bs_store_prepare (store, sql->str, error);
  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      for (int i = 0; i < (int) n; i++)
        values[i] = sqlite3_column_type (rows, i + 2) != SQLITE_NULL ? sqlite3_column_double (rows, i + 2) : NAN;
      if (!bs_value_gather_add (gather->values, sqlite3_column_int64 (rows, 1),
                                number_of_outlet (gather, bs_store_text (rows, 0)), values, error))
        return FALSE;
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

BsGather *
bs_store_gather_again (BsStore *store, guint32 **old_terms, GError **error)
{
  g_autoptr (BsGather) gather = bs_gather_new ();
  g_auto (Again) again = { 0 };

  if (!again_init (&again, store, gather, error) || !take_articles (&again, error)
      || !take_values (store, gather, error))
    return NULL;
  *old_terms = g_steal_pointer (&again.old_term);
  return g_steal_pointer (&gather);
}
