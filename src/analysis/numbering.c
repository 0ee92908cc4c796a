#include "analysis/numbering.h"

#include <string.h>

#include "count/term-order.h"

#define NO_TERM G_MAXUINT32

/* What one worker met, by its numbers. */
typedef struct {
  GArray *types; /* of BsNewType */
  GArray *terms; /* of guint32: the vocabulary's number, or NO_TERM */
} Worker;

struct _BsNumbering {
  Worker *workers;
  guint n_workers;
  GArray *fresh;    /* of guint32: types of an article that have no number yet */
  BsTermOrder *order;
};

BsNumbering *
bs_numbering_new (guint n_workers)
{
  BsNumbering *numbering = g_new0 (BsNumbering, 1);

  numbering->n_workers = n_workers;
  numbering->workers = g_new (Worker, n_workers);
  for (guint i = 0; i < n_workers; i++)
    numbering->workers[i] = (Worker){ g_array_new (FALSE, FALSE, sizeof (BsNewType)),
                                      g_array_new (FALSE, FALSE, sizeof (guint32)) };
  numbering->fresh = g_array_new (FALSE, FALSE, sizeof (guint32));
  numbering->order = bs_term_order_new ();
  return numbering;
}

void
bs_numbering_free (BsNumbering *numbering)
{
  if (numbering == NULL)
    return;
  for (guint i = 0; i < numbering->n_workers; i++)
    {
      g_array_unref (numbering->workers[i].types);
      g_array_unref (numbering->workers[i].terms);
    }
  g_array_unref (numbering->fresh);
  g_free (numbering->workers);
  bs_term_order_free (numbering->order);
  g_free (numbering);
}

void
bs_numbering_learn (BsNumbering *numbering, const BsBatch *batch)
{
  Worker *worker = &numbering->workers[batch->worker];
  guint n = batch->new_types->len, before = worker->terms->len;

  if (n == 0)
    return;
  g_array_append_vals (worker->types, batch->new_types->data, n);
  g_array_set_size (worker->terms, before + n);
  memset (&g_array_index (worker->terms, guint32, before), 0xFF, n * sizeof (guint32));
}

static int
by_word (gconstpointer a, gconstpointer b, gpointer data)
{
  const BsNewType *types = data;

  return strcmp (types[*(const guint32 *) a].word.start, types[*(const guint32 *) b].word.start);
}

/* Numbers the types that the vocabulary lacks. */
static void
number_fresh (BsNumbering *numbering, BsVocabulary *vocabulary, Worker *worker)
{
  const BsNewType *types = (const BsNewType *) (gpointer) worker->types->data;
  const guint32 *fresh = (const guint32 *) (gpointer) numbering->fresh->data;

  if (numbering->fresh->len > 1)
    g_array_sort_with_data (numbering->fresh, by_word, (gpointer) types);
  for (guint i = 0; i < numbering->fresh->len; i++)
    {
      BsEntry *entry = bs_vocabulary_enter (vocabulary, types[fresh[i]].word);

      entry->facts = types[fresh[i]].facts;
      g_array_index (worker->terms, guint32, fresh[i]) = entry->term;
    }
}

void
bs_numbering_apply (BsNumbering *numbering, BsVocabulary *vocabulary, guint worker, BsTerm *terms, guint n_terms)
{
  guint32 *by_type = (guint32 *) (gpointer) numbering->workers[worker].terms->data;

  g_array_set_size (numbering->fresh, 0);
  for (guint i = 0; i < n_terms; i++)
    if (by_type[terms[i].type] == NO_TERM)
      g_array_append_val (numbering->fresh, terms[i].type);
  number_fresh (numbering, vocabulary, &numbering->workers[worker]);
  for (guint i = 0; i < n_terms; i++)
    terms[i].type = by_type[terms[i].type];
  bs_term_order_sort (numbering->order, terms, n_terms, vocabulary->by_term->len);
}
