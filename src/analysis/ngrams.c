#include "analysis/ngrams.h"

#include <string.h>

#include "analysis/outlet-names.h"
#include "analysis/term-ids.h"
#include "base/hash.h"
#include "count/gram-table.h"

/* What was walked of one outlet. */
typedef struct {
  char   *name;
  guint64 total, words, articles;
} Outlet;

/* Keys of `counts` are n terms and the outlet; those of `margins` place, term, outlet. */
struct _BsNgrams {
  BsNgramRule   rule;
  BsTerms      *terms;
  GArray       *outlets; /* of Outlet */
  BsGramTable  *counts;
  BsGramTable  *margins; /* NULL: not asked for yet */
  guint64      *of_all;  /* the margins of all outlets together, by place and term */
  guint8       *wanted;  /* whether these are, likewise; NULL: all of them */
};

/* ---- One article, in a worker ------------------------------------------------------------------------------------ */

typedef struct {
  const BsNgrams *ngrams;
  BsTermIds   *ids;
  BsGramTable *article; /* its n-grams */
  GHashTable  *outlets; /* name to place + 1 */
  GError      *error;   /* of the disk, where an article has more n-grams than the memory holds */
} Worker;

typedef struct {
  guint   outlet;
  guint64 words, total;
  GArray *rows; /* of guint32: n terms, the outlet and a count, one n-gram after the other */
  GError *error;
} Result;

static gpointer
worker_new (gpointer data)
{
  const BsNgrams *ngrams = data;
  Worker *worker = g_new0 (Worker, 1);

  worker->ngrams = ngrams;
  worker->ids = bs_term_ids_new (ngrams->terms);
  worker->article = bs_gram_table_new (ngrams->rule.n, 0);
  worker->outlets = g_hash_table_new (bs_hash_word, g_str_equal);
  for (guint i = 0; i < ngrams->outlets->len; i++)
    g_hash_table_insert (worker->outlets, g_array_index (ngrams->outlets, Outlet, i).name, GUINT_TO_POINTER (i + 1));
  return worker;
}

static void
worker_free (gpointer data)
{
  Worker *worker = data;

  bs_term_ids_free (worker->ids);
  bs_gram_table_free (worker->article);
  g_hash_table_unref (worker->outlets);
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

static void
add_to_article (gpointer data, const guint32 *ngram)
{
  Worker *worker = data;

  for (guint i = 0; i < worker->ngrams->rule.n; i++)
    if (ngram[i] == BS_NO_TERM)
      return;
  if (worker->error == NULL && !bs_gram_table_add (worker->article, ngram, 1, &worker->error))
    bs_gram_table_clear (worker->article);
}

static gboolean
add_row (gpointer data, const BsGram *gram, GError **error)
{
  Result *result = ((gpointer *) data)[0];
  const Worker *worker = ((gpointer *) data)[1];
  guint32 behind[] = { result->outlet, (guint32) MIN (gram->count, G_MAXUINT32) };

  g_array_append_vals (result->rows, gram->key, worker->ngrams->rule.n);
  g_array_append_vals (result->rows, behind, G_N_ELEMENTS (behind));
  result->total += behind[1];
  return TRUE;
}

static gpointer
work (gpointer data, const BsWalkArticle *article, BsReading *reading)
{
  Worker *worker = data;
  guint outlet = GPOINTER_TO_UINT (g_hash_table_lookup (worker->outlets, article->outlet));
  Result *result;

  if (outlet == 0)
    return NULL;
  result = g_new0 (Result, 1);
  result->outlet = outlet - 1;
  result->words = reading->segments->words->len;
  bs_gram_table_clear (worker->article);
  bs_ngrams_of (reading->segments, bs_term_ids_of (worker->ids, reading), &worker->ngrams->rule, add_to_article,
                worker);
  result->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32),
                                    bs_gram_table_held (worker->article) * (worker->ngrams->rule.n + 2));
  if (worker->error != NULL
      || !bs_gram_table_each (worker->article, add_row, (gpointer[]){ result, worker }, &worker->error))
    result->error = g_steal_pointer (&worker->error);
  return result;
}

/* ---- All articles ------------------------------------------------------------------------------------------------ */

static gboolean
take (gpointer data, gpointer taken, GError **error)
{
  BsNgrams *ngrams = data;
  Result *result = taken;
  Outlet *outlet = &g_array_index (ngrams->outlets, Outlet, result->outlet);
  gboolean fine = result->error == NULL;

  if (!fine)
    g_propagate_error (error, g_steal_pointer (&result->error));
  outlet->articles++;
  outlet->words += result->words;
  outlet->total += result->total;
  fine = fine
         && bs_gram_table_add_rows (ngrams->counts, (const guint32 *) (gpointer) result->rows->data,
                                    result->rows->len / (ngrams->rule.n + 2), error);
  result_free (result);
  return fine;
}

static void
outlet_clear (gpointer outlet)
{
  g_free (((Outlet *) outlet)->name);
}

static gboolean
load_outlets (BsNgrams *ngrams, BsStore *store, const char *only, GError **error)
{
  g_autoptr (GPtrArray) names = bs_outlet_names (store, only, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      Outlet outlet = { g_strdup (names->pdata[i]), 0, 0, 0 };

      g_array_append_val (ngrams->outlets, outlet);
    }
  return names != NULL;
}

BsNgrams *
bs_ngrams_count (BsStore *store, const BsWalkOptions *options, const BsNgramRule *rule, BsWalkSummary *summary,
                 GError **error)
{
  static const BsWalkVisitor visitor = { BS_READ_WORDS, worker_new, worker_free, NULL, work, take, result_free };
  g_autoptr (BsNgrams) ngrams = NULL;

  g_return_val_if_fail (rule->n >= 1 && rule->n <= BS_NGRAM_MOST && rule->skip <= BS_NGRAM_MOST_SKIP, NULL);
  ngrams = g_new0 (BsNgrams, 1);
  ngrams->rule = *rule;
  ngrams->counts = bs_gram_table_new (rule->n + 1, 0);
  ngrams->outlets = g_array_new (FALSE, FALSE, sizeof (Outlet));
  g_array_set_clear_func (ngrams->outlets, outlet_clear);
  ngrams->terms = bs_terms_load (store, error);
  if (ngrams->terms == NULL || !load_outlets (ngrams, store, options->outlet, error)
      || !bs_walk (store, options, &visitor, ngrams, summary, error))
    return NULL;
  return g_steal_pointer (&ngrams);
}

void
bs_ngrams_free (BsNgrams *ngrams)
{
  if (ngrams == NULL)
    return;
  bs_terms_free (ngrams->terms);
  g_array_unref (ngrams->outlets);
  bs_gram_table_free (ngrams->counts);
  bs_gram_table_free (ngrams->margins);
  g_free (ngrams->of_all);
  g_free (ngrams->wanted);
  g_free (ngrams);
}

/* ---- Answers ----------------------------------------------------------------------------------------------------- */

guint
bs_ngrams_n_outlets (const BsNgrams *ngrams)
{
  return ngrams->outlets->len;
}

const char *
bs_ngrams_outlet (const BsNgrams *ngrams, guint outlet)
{
  return g_array_index (ngrams->outlets, Outlet, outlet).name;
}

/* One outlet, or the sums of all. */
static Outlet
figures_of (const BsNgrams *ngrams, guint outlet)
{
  Outlet sum = { NULL, 0, 0, 0 };

  if (outlet != BS_NGRAMS_ALL)
    return g_array_index (ngrams->outlets, Outlet, outlet);
  for (guint i = 0; i < ngrams->outlets->len; i++)
    {
      const Outlet *one = &g_array_index (ngrams->outlets, Outlet, i);

      sum.total += one->total;
      sum.words += one->words;
      sum.articles += one->articles;
    }
  return sum;
}

guint64
bs_ngrams_total (const BsNgrams *ngrams, guint outlet)
{
  return figures_of (ngrams, outlet).total;
}

guint64
bs_ngrams_words (const BsNgrams *ngrams, guint outlet)
{
  return figures_of (ngrams, outlet).words;
}

guint64
bs_ngrams_articles (const BsNgrams *ngrams, guint outlet)
{
  return figures_of (ngrams, outlet).articles;
}

#define MARGIN_WIDTH 3    /* place, term, outlet */
#define MARGIN_BATCH 1024 /* rows */

/* Margins on their way into the table. */
typedef struct {
  BsNgrams *ngrams;
  GArray   *rows; /* of guint32: key and count */
} Margins;

static gsize
place_of (const BsNgrams *ngrams, guint place, guint32 term)
{
  return (gsize) place * ngrams->terms->names->len + term;
}

static gsize
n_places (const BsNgrams *ngrams)
{
  return (gsize) ngrams->rule.n * ngrams->terms->names->len + 1;
}

void
bs_ngrams_want (BsNgrams *ngrams, const guint32 *terms)
{
  g_return_if_fail (ngrams->margins == NULL);
  if (ngrams->wanted == NULL)
    ngrams->wanted = g_new0 (guint8, n_places (ngrams));
  for (guint place = 0; place < ngrams->rule.n; place++)
    ngrams->wanted[place_of (ngrams, place, terms[place])] = 1;
}

static gboolean
add_waiting (Margins *margins, GError **error)
{
  gboolean fine = bs_gram_table_add_rows (margins->ngrams->margins, (const guint32 *) (gpointer) margins->rows->data,
                                          margins->rows->len / (MARGIN_WIDTH + 1), error);

  g_array_set_size (margins->rows, 0);
  return fine;
}

static gboolean
add_margins (gpointer data, const BsGram *gram, GError **error)
{
  Margins *margins = data;
  guint n = margins->ngrams->rule.n;

  for (guint place = 0; place < n; place++)
    {
      const guint32 row[] = { place, gram->key[place], gram->key[n], (guint32) gram->count };
      gsize at = place_of (margins->ngrams, place, gram->key[place]);

      if (margins->ngrams->wanted != NULL && !margins->ngrams->wanted[at])
        continue;
      margins->ngrams->of_all[at] += gram->count;
      if (gram->count <= G_MAXUINT32)
        g_array_append_vals (margins->rows, row, G_N_ELEMENTS (row));
      else if (!bs_gram_table_add (margins->ngrams->margins, row, gram->count, error))
        return FALSE;
    }
  return margins->rows->len < MARGIN_BATCH * (MARGIN_WIDTH + 1) || add_waiting (margins, error);
}

gboolean
bs_ngrams_find_margins (BsNgrams *ngrams, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  Margins margins = { .ngrams = ngrams };

  if (ngrams->margins != NULL)
    return TRUE;
  ngrams->margins = bs_gram_table_new (MARGIN_WIDTH, G_MAXSIZE);
  ngrams->of_all = g_new0 (guint64, n_places (ngrams));
  margins.rows = rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  return bs_gram_table_each (ngrams->counts, add_margins, &margins, error) && add_waiting (&margins, error);
}

guint64
bs_ngrams_margin (const BsNgrams *ngrams, guint outlet, guint place, guint32 term)
{
  BsGram gram;

  g_return_val_if_fail (ngrams->margins != NULL && place < ngrams->rule.n && term < ngrams->terms->names->len, 0);
  if (outlet == BS_NGRAMS_ALL)
    return ngrams->of_all[place_of (ngrams, place, term)];
  return bs_gram_table_find (ngrams->margins, (guint32[]){ place, term, outlet }, &gram) ? gram.count : 0;
}

const BsTermName *
bs_ngrams_word (const BsNgrams *ngrams, guint32 term)
{
  return bs_terms_name (ngrams->terms, term);
}

char *
bs_ngrams_text (const BsNgrams *ngrams, const guint32 *terms)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ngrams->rule.n; i++)
    g_string_append (i > 0 ? g_string_append_c (text, ' ') : text, bs_ngrams_word (ngrams, terms[i])->word);
  return g_string_free (text, FALSE);
}

/* ---- One n-gram after the other ---------------------------------------------------------------------------------- */

/* The outlets of one n-gram, put together from rows that follow each other. */
typedef struct {
  const BsNgrams *ngrams;
  guint64 least, least_articles;
  BsNgramsVisit visit;
  gpointer data;
  guint32 terms[BS_NGRAM_MOST];
  GArray *counts; /* of BsNgramCount */
} Gathering;

static gboolean
give_ngram (Gathering *gathering, GError **error)
{
  BsNgram ngram = { gathering->terms, (const BsNgramCount *) (gpointer) gathering->counts->data,
                    gathering->counts->len, 0, 0 };

  for (guint i = 0; i < ngram.n_counts; i++)
    {
      ngram.count += ngram.counts[i].count;
      ngram.articles += ngram.counts[i].articles;
    }
  if (ngram.n_counts == 0 || ngram.count < gathering->least || ngram.articles < gathering->least_articles)
    return TRUE;
  return gathering->visit (gathering->data, &ngram, error);
}

static gboolean
gather (gpointer data, const BsGram *gram, GError **error)
{
  Gathering *gathering = data;
  guint n = gathering->ngrams->rule.n;
  BsNgramCount count = { gram->key[n], gram->count, gram->articles };

  if (memcmp (gathering->terms, gram->key, n * sizeof (guint32)) != 0)
    {
      if (!give_ngram (gathering, error))
        return FALSE;
      g_array_set_size (gathering->counts, 0);
      memcpy (gathering->terms, gram->key, n * sizeof (guint32));
    }
  g_array_append_val (gathering->counts, count);
  return TRUE;
}

gboolean
bs_ngrams_each (BsNgrams *ngrams, guint64 least, guint64 least_articles, BsNgramsVisit visit, gpointer data,
                GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (BsNgramCount));
  Gathering gathering = { ngrams, least, least_articles, visit, data, { 0 }, counts };

  return bs_gram_table_each (ngrams->counts, gather, &gathering, error) && give_ngram (&gathering, error);
}
