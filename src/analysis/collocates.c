#include "analysis/collocates.h"

#include <string.h>

#include "analysis/outlet-names.h"
#include "analysis/term-ids.h"
#include "base/hash.h"
#include "count/gram-table.h"

#define NEAR BS_PLACE_APART /* in a key: left or right */

/* What is being counted; keys of `counts` are outlet, term, place. */
typedef struct {
  const BsQuery  *query;
  const BsWindow *window;
  const BsTerms *terms;
  GHashTable    *numbers; /* outlet to place in `result`, plus 1; NULL: all are one */
  BsGramTable   *counts;
  BsCollocates  *result;
} Counting;

/* ---- One article, in a worker ------------------------------------------------------------------------------------ */

typedef struct {
  const Counting *counting;
  BsTermIds    *ids;
  BsMatcher    *matcher;
  BsGramTable  *near;   /* term, place */
  GArray       *hits;   /* of BsQueryHit */
  GArray       *places; /* of guint8 */
} Worker;

typedef struct {
  guint   outlet;
  BsCollocateOutlet figures; /* of this article */
  GArray *rows; /* of guint32: term, place, count */
  GError *error;
} Result;

static gpointer
worker_new (gpointer data)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->counting = data;
  worker->ids = bs_term_ids_new (worker->counting->terms);
  worker->matcher = bs_matcher_new (worker->counting->query);
  worker->near = bs_gram_table_new (2, 0);
  worker->hits = g_array_new (FALSE, FALSE, sizeof (BsQueryHit));
  worker->places = g_array_new (FALSE, FALSE, sizeof (guint8));
  return worker;
}

static void
worker_free (gpointer data)
{
  Worker *worker = data;

  bs_term_ids_free (worker->ids);
  bs_matcher_free (worker->matcher);
  bs_gram_table_free (worker->near);
  g_array_unref (worker->hits);
  g_array_unref (worker->places);
  g_free (worker);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_array_unref (result->rows);
  g_clear_error (&result->error);
  g_free (result);
}

static gboolean
add_row (gpointer data, const BsGram *gram, GError **error)
{
  const guint32 row[] = { gram->key[0], gram->key[1], (guint32) MIN (gram->count, G_MAXUINT32) };

  g_array_append_vals (data, row, G_N_ELEMENTS (row));
  return TRUE;
}

/* Adds up the words by where they stand. */
static gboolean
count_places (Worker *worker, const BsReading *reading, Result *result)
{
  const guint32 *ids = bs_term_ids_of (worker->ids, reading);

  bs_gram_table_clear (worker->near);
  for (guint i = 0; i < reading->segments->words->len; i++)
    {
      guint8 place = g_array_index (worker->places, guint8, i);

      result->figures.inside += place == BS_PLACE_HIT;
      result->figures.around += place == BS_PLACE_LEFT || place == BS_PLACE_RIGHT;
      if (place != BS_PLACE_APART && ids[i] != BS_NO_TERM
          && !bs_gram_table_add (worker->near, (guint32[]){ ids[i], place }, 1, &result->error))
        return FALSE;
    }
  return bs_gram_table_each (worker->near, add_row, result->rows, &result->error);
}

static gpointer
work (gpointer data, const BsWalkArticle *article, BsReading *reading)
{
  Worker *worker = data;
  const Counting *counting = worker->counting;
  guint outlet = counting->numbers == NULL ? 1 : GPOINTER_TO_UINT (g_hash_table_lookup (counting->numbers,
                                                                                        article->outlet));
  Result *result;

  bs_matcher_find (worker->matcher, bs_span (reading->cleaned->text->str, reading->cleaned->text->len),
                   reading->segments,
                   reading->index, worker->hits);
  if (outlet == 0 || worker->hits->len == 0)
    return NULL;
  result = g_new0 (Result, 1);
  result->outlet = outlet - 1;
  result->figures.hits = worker->hits->len;
  result->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (worker->places, reading->segments->words->len);
  bs_window_place (reading->segments, (const BsQueryHit *) (gpointer) worker->hits->data, worker->hits->len,
                   counting->window, (guint8 *) worker->places->data);
  if (!count_places (worker, reading, result))
    g_array_set_size (result->rows, 0);
  return result;
}

/* ---- All articles ------------------------------------------------------------------------------------------------ */

static gboolean
take_rows (Counting *counting, const Result *result, GError **error)
{
  guint32 last = BS_NO_TERM; /* that was counted as near in this article */

  for (guint i = 0; i < result->rows->len; i += 3)
    {
      const guint32 *row = &g_array_index (result->rows, guint32, i);

      if (!bs_gram_table_add (counting->counts, (guint32[]){ result->outlet, row[0], row[1] }, row[2], error))
        return FALSE;
      if (row[1] != BS_PLACE_HIT && row[0] != last
          && !bs_gram_table_add (counting->counts, (guint32[]){ result->outlet, last = row[0], NEAR }, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take (gpointer data, gpointer taken, GError **error)
{
  Counting *counting = data;
  Result *result = taken;
  BsCollocateOutlet *outlet = &g_array_index (counting->result->outlets, BsCollocateOutlet, result->outlet);
  gboolean fine = result->error == NULL;

  outlet->hits += result->figures.hits;
  outlet->around += result->figures.around;
  outlet->inside += result->figures.inside;
  outlet->articles++;
  if (!fine)
    g_propagate_error (error, g_steal_pointer (&result->error));
  fine = fine && take_rows (counting, result, error);
  result_free (result);
  return fine;
}

/* Puts the places of one word together: rows come by outlet, term, place. */
static gboolean
gather (gpointer data, const BsGram *gram, GError **error)
{
  GArray *collocates = data;
  BsCollocate *last = collocates->len > 0 ? &g_array_index (collocates, BsCollocate, collocates->len - 1) : NULL;

  if (last == NULL || last->outlet != gram->key[0] || last->term != gram->key[1])
    {
      BsCollocate fresh = { gram->key[1], gram->key[0], 0, 0, 0, 0 };

      if (last != NULL && last->left + last->right == 0)
        *last = fresh;
      else
        g_array_append_val (collocates, fresh);
      last = &g_array_index (collocates, BsCollocate, collocates->len - 1);
    }
  switch (gram->key[2])
    {
    case BS_PLACE_LEFT:
      last->left = gram->count;
      break;
    case BS_PLACE_RIGHT:
      last->right = gram->count;
      break;
    case BS_PLACE_HIT:
      last->inside = gram->count;
      break;
    default:
      last->articles = gram->articles;
    }
  return TRUE;
}

static void
outlet_clear (gpointer outlet)
{
  g_free (((BsCollocateOutlet *) outlet)->name);
}

static BsCollocates *
collocates_new (void)
{
  BsCollocates *collocates = g_new0 (BsCollocates, 1);

  collocates->outlets = g_array_new (FALSE, FALSE, sizeof (BsCollocateOutlet));
  g_array_set_clear_func (collocates->outlets, outlet_clear);
  collocates->collocates = g_array_new (FALSE, FALSE, sizeof (BsCollocate));
  return collocates;
}

void
bs_collocates_free (BsCollocates *collocates)
{
  if (collocates == NULL)
    return;
  bs_terms_free (collocates->terms);
  g_array_unref (collocates->outlets);
  g_array_unref (collocates->collocates);
  g_free (collocates);
}

static void
add_outlet (BsCollocates *collocates, const char *name)
{
  BsCollocateOutlet outlet = { g_strdup (name), 0, 0, 0, 0 };

  g_array_append_val (collocates->outlets, outlet);
}

static gboolean
number_outlets (Counting *counting, BsStore *store, const char *only, GError **error)
{
  g_autoptr (GPtrArray) names = bs_outlet_names (store, only, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      add_outlet (counting->result, names->pdata[i]);
      g_hash_table_insert (counting->numbers, g_strdup (names->pdata[i]), GUINT_TO_POINTER (i + 1));
    }
  return TRUE;
}

BsCollocates *
bs_collocates_count (BsStore *store, const BsWalkOptions *options, const BsQuery *query, const BsWindow *window,
                     gboolean whole, BsWalkSummary *summary, GError **error)
{
  static const BsWalkVisitor visitor = { BS_READ_WORDS, worker_new, worker_free, NULL, work, take, result_free };
  g_autoptr (BsCollocates) result = collocates_new ();
  g_autoptr (BsGramTable) counts = bs_gram_table_new (3, 0);
  g_autoptr (GHashTable) numbers = whole ? NULL : g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  g_autoptr (BsTerms) terms = bs_terms_load (store, error);
  Counting counting = { query, window, terms, numbers, counts, result };

  if (terms == NULL)
    return NULL;
  result->whole = whole;
  if (whole)
    add_outlet (result, "(all)");
  else if (!number_outlets (&counting, store, options->outlet, error))
    return NULL;
  if (!bs_walk (store, options, &visitor, &counting, summary, error)
      || !bs_gram_table_each (counts, gather, result->collocates, error))
    return NULL;
  if (result->collocates->len > 0)
    {
      const BsCollocate *last = &g_array_index (result->collocates, BsCollocate, result->collocates->len - 1);

      if (last->left + last->right == 0)
        g_array_set_size (result->collocates, result->collocates->len - 1);
    }
  result->terms = g_steal_pointer (&terms);
  return g_steal_pointer (&result);
}
