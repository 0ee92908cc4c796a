#include "analysis/numbering.h"

#include <string.h>

#include "count/term-order.h"

#define WAITS (1u << 31) /* above a place in `waiting`: it has no number yet */

/* What one worker met. */
typedef struct {
  GArray *terms;   /* of guint32, by type: the vocabulary's number, or WAITS and a place */
  GArray *waiting; /* of BsNewType, in places that are taken again */
  GArray *free;    /* of guint32: places that nothing waits in */
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
    numbering->workers[i] = (Worker){ g_array_new (FALSE, FALSE, sizeof (guint32)),
                                      g_array_new (FALSE, FALSE, sizeof (BsNewType)),
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
      g_array_unref (numbering->workers[i].terms);
      g_array_unref (numbering->workers[i].waiting);
      g_array_unref (numbering->workers[i].free);
    }
  g_array_unref (numbering->fresh);
  g_free (numbering->workers);
  bs_term_order_free (numbering->order);
  g_free (numbering);
}

static guint32
free_place (Worker *worker)
{
  guint32 place = worker->waiting->len;

  if (worker->free->len == 0)
    {
      g_array_set_size (worker->waiting, place + 1);
      return place;
    }
  place = g_array_index (worker->free, guint32, worker->free->len - 1);
  g_array_set_size (worker->free, worker->free->len - 1);
  return place;
}

void
bs_numbering_learn (BsNumbering *numbering, const BsBatch *batch)
{
  Worker *worker = &numbering->workers[batch->worker];

  if (batch->retired != NULL)
    {
      g_array_set_size (worker->terms, 0);
      g_array_set_size (worker->waiting, 0);
      g_array_set_size (worker->free, 0);
    }
  for (guint i = 0; i < batch->new_types->len; i++)
    {
      guint32 place = free_place (worker), term = WAITS | place;

      g_array_index (worker->waiting, BsNewType, place) = g_array_index (batch->new_types, BsNewType, i);
      g_array_append_val (worker->terms, term);
    }
}

static const BsNewType *
waiting_at (const Worker *worker, guint32 type)
{
  return &g_array_index (worker->waiting, BsNewType, g_array_index (worker->terms, guint32, type) & ~WAITS);
}

static int
by_word (gconstpointer a, gconstpointer b, gpointer data)
{
  const Worker *worker = data;

  return strcmp (waiting_at (worker, *(const guint32 *) a)->word,
                 waiting_at (worker, *(const guint32 *) b)->word);
}

/* Numbers the types that the vocabulary lacks. */
static void
number_fresh (BsNumbering *numbering, BsVocabulary *vocabulary, Worker *worker)
{
  const guint32 *fresh = (const guint32 *) (gpointer) numbering->fresh->data;

  if (numbering->fresh->len > 1)
    g_array_sort_with_data (numbering->fresh, by_word, worker);
  for (guint i = 0; i < numbering->fresh->len; i++)
    {
      guint32 *term = &g_array_index (worker->terms, guint32, fresh[i]), place = *term & ~WAITS;
      const BsNewType *type = &g_array_index (worker->waiting, BsNewType, place);
      BsEntry *entry = bs_vocabulary_enter (vocabulary, bs_span_of (type->word));

      entry->note = type->note;
      *term = entry->term;
      g_array_append_val (worker->free, place);
    }
}

guint
bs_numbering_lacking (const BsNumbering *numbering, const BsVocabulary *vocabulary, guint worker, const BsTerm *terms,
                      guint n_terms)
{
  const Worker *of = &numbering->workers[worker];
  guint n = 0;

  for (guint i = 0; i < n_terms; i++)
    n += (g_array_index (of->terms, guint32, terms[i].type) & WAITS) != 0
         && bs_vocabulary_find (vocabulary, waiting_at (of, terms[i].type)->word) == NULL;
  return n;
}

void
bs_numbering_apply (BsNumbering *numbering, BsVocabulary *vocabulary, guint worker, BsTerm *terms, guint n_terms)
{
  guint32 *by_type = (guint32 *) (gpointer) numbering->workers[worker].terms->data;

  g_array_set_size (numbering->fresh, 0);
  for (guint i = 0; i < n_terms; i++)
    __builtin_prefetch (&by_type[terms[i].type]);
  for (guint i = 0; i < n_terms; i++)
    if ((by_type[terms[i].type] & WAITS) != 0)
      g_array_append_val (numbering->fresh, terms[i].type);
  number_fresh (numbering, vocabulary, &numbering->workers[worker]);
  for (guint i = 0; i < n_terms; i++)
    terms[i].type = by_type[terms[i].type];
  bs_term_order_sort (numbering->order, terms, n_terms, vocabulary->by_term->len);
}
