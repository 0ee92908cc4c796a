/* An article's terms by the store's numbers are the same, and in the same order, as sorting them gives. */
#include "analysis/numbering.h"

#include "count/tally.h"

#define WORKERS 3
#define TYPES 9000 /* of each worker: more than one block of marks */

typedef struct {
  BsBatch *batch;
  GPtrArray *words; /* by the worker's numbers */
} Worker;

/* The worker meets some words that it has not met; others have, perhaps. */
static void
meet (Worker *worker, guint n, GRand *random)
{
  g_array_set_size (worker->batch->new_types, 0);
  for (guint i = 0; i < n; i++)
    {
      char *word = g_strdup_printf ("w%d-%u", g_rand_int_range (random, 0, 3), worker->words->len);
      BsNewType type = { .word = word };

      g_ptr_array_add (worker->words, word);
      g_array_append_val (worker->batch->new_types, type);
    }
}

static int
by_type (gconstpointer a, gconstpointer b)
{
  const BsTerm *x = a, *y = b;

  return (x->type > y->type) - (x->type < y->type);
}

/* Some of the worker's types, each once, in any order. */
static GArray *
draw_terms (const Worker *worker, GRand *random)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  guint step = 1 + (guint) g_rand_int_range (random, 0, 40);

  for (guint type = (guint) g_rand_int_range (random, 0, 5); type < worker->words->len; type += step)
    {
      BsTerm term = { type, 1 + (guint32) g_rand_int_range (random, 0, 1000) };

      g_array_append_val (terms, term);
    }
  for (guint i = terms->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      BsTerm swapped = g_array_index (terms, BsTerm, i - 1);

      g_array_index (terms, BsTerm, i - 1) = g_array_index (terms, BsTerm, j);
      g_array_index (terms, BsTerm, j) = swapped;
    }
  return terms;
}

static void
check_article (BsNumbering *numbering, BsVocabulary *vocabulary, guint number, const Worker *worker, GRand *random)
{
  g_autoptr (GArray) terms = draw_terms (worker, random);
  g_autoptr (GArray) expected = g_array_copy (terms);
  guint before = vocabulary->by_term->len, lacking = 0;

  for (guint i = 0; i < terms->len; i++)
    lacking += bs_vocabulary_find (vocabulary, worker->words->pdata[g_array_index (terms, BsTerm, i).type]) == NULL;
  g_assert_cmpuint (bs_numbering_lacking (numbering, vocabulary, number, (const BsTerm *) (gpointer) terms->data, terms->len),
                    ==, lacking);
  bs_numbering_apply (numbering, vocabulary, number, (BsTerm *) (gpointer) terms->data, terms->len);
  g_assert_cmpuint (vocabulary->by_term->len, ==, before + lacking);
  for (guint i = 0; i < expected->len; i++)
    {
      BsTerm *term = &g_array_index (expected, BsTerm, i);

      term->type = bs_vocabulary_enter (vocabulary, bs_span_of (worker->words->pdata[term->type]))->term;
    }
  g_array_sort (expected, by_type);
  g_assert_cmpuint (terms->len, ==, expected->len);
  g_assert_cmpmem (terms->data, terms->len * sizeof (BsTerm), expected->data, expected->len * sizeof (BsTerm));
  for (guint i = before + 1; i < vocabulary->by_term->len; i++) /* what is new stands in byte order */
    g_assert_cmpstr (((const BsEntry *) vocabulary->by_term->pdata[i - 1])->word, <,
                     ((const BsEntry *) vocabulary->by_term->pdata[i])->word);
}

static void
test_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  BsNumbering *numbering = bs_numbering_new (WORKERS);
  BsVocabulary *vocabulary = bs_vocabulary_new ();
  Worker workers[WORKERS];

  for (guint i = 0; i < WORKERS; i++)
    {
      workers[i] = (Worker){ bs_batch_new (), g_ptr_array_new_with_free_func (g_free) };
      workers[i].batch->worker = i;
    }
  for (guint rounds = 0; workers[0].words->len < TYPES; rounds++)
    {
      guint i = (guint) g_rand_int_range (random, 0, WORKERS);

      g_clear_pointer (&workers[i].batch->retired, bs_type_index_free);
      if (rounds % 40 == 39 && i > 0) /* this one begins anew */
        {
          workers[i].batch->retired = bs_type_index_new (NULL);
          g_ptr_array_set_size (workers[i].words, 0);
        }
      meet (&workers[i], (guint) g_rand_int_range (random, 0, 300), random);
      bs_numbering_learn (numbering, workers[i].batch);
      for (guint articles = (guint) g_rand_int_range (random, 0, 4); articles > 0; articles--)
        check_article (numbering, vocabulary, i, &workers[i], random);
    }
  for (guint i = 0; i < WORKERS; i++)
    {
      bs_batch_free (workers[i].batch);
      g_ptr_array_unref (workers[i].words);
    }
  bs_vocabulary_free (vocabulary);
  bs_numbering_free (numbering);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/order", test_order);
  return g_test_run ();
}
