#include "report/outlet-words.h"

#include <string.h>

#include "store/article-terms.h"

#define NOT_CHOSEN G_MAXUINT32

/* ---- Which words -------------------------------------------------------------------------------------------------- */

typedef struct {
  guint32     term;
  const char *word;
  double      rate; /* sum over outlets of the share of running words */
} Candidate;

static int
by_rate (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->rate != y->rate)
    return x->rate > y->rate ? -1 : 1;
  return strcmp (x->word, y->word);
}

/* The rates of all terms, by term. */
static GArray *
load_rates (BsStore *store, const GArray *names, GError **error)
{
  static const char sql[] = "SELECT v.term, CAST (v.count AS REAL) / o.words FROM counted_outlets o"
                            " JOIN counted_terms v USING (outlet) WHERE o.words > 0 ORDER BY o.outlet, v.term";
  static const BsColumn columns[] = { { "term", NULL, BS_COLUMN_INTEGER, 0 }, { "rate", NULL, BS_COLUMN_REAL, -1 } };
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);
  g_autoptr (GArray) rates = g_array_sized_new (FALSE, TRUE, sizeof (Candidate), names->len);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  g_array_set_size (rates, names->len);
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    if (cells[0].integer >= 0 && cells[0].integer < names->len)
      g_array_index (rates, Candidate, cells[0].integer).rate += cells[1].real;
  if (broken == NULL)
    return g_steal_pointer (&rates);
  g_propagate_error (error, broken);
  return NULL;
}

/* By term: its place among the chosen words, or NOT_CHOSEN; fills `words`. */
static guint32 *
choose (const GArray *names, GArray *rates, const BsWordChoice *choice, GPtrArray *words)
{
  guint32 *places = g_new (guint32, MAX (1, names->len));
  guint n = 0;

  for (guint term = 0; term < names->len; term++)
    {
      const BsTermName *name = &g_array_index (names, BsTermName, term);
      double rate = g_array_index (rates, Candidate, term).rate;

      places[term] = NOT_CHOSEN;
      if (rate > 0 && !name->number && (!choice->functions || name->function_word))
        g_array_index (rates, Candidate, n++) = (Candidate){ term, name->word, rate };
    }
  g_array_set_size (rates, n);
  g_array_sort (rates, by_rate);
  for (guint i = 0; i < n && (choice->n == 0 || i < choice->n); i++)
    {
      const Candidate *candidate = &g_array_index (rates, Candidate, i);

      places[candidate->term] = i;
      g_ptr_array_add (words, g_strdup (candidate->word));
    }
  return places;
}

/* ---- Their counts ------------------------------------------------------------------------------------------------- */

typedef struct {
  BsOutletWords *words;
  const guint32 *places;
  guint n_terms;
} Reader;

static gboolean
take_article (gpointer data, const BsArticleTerms *article, GError **error)
{
  Reader *reader = data;
  BsOutletWords *words = reader->words;
  BsOutletArticle taken = { .first = words->entries->len, .words = article->words };

  if (article->words == 0)
    return TRUE;
  if (words->outlets->len == 0 || !g_str_equal (words->outlets->pdata[words->outlets->len - 1], article->outlet))
    g_ptr_array_add (words->outlets, g_strdup (article->outlet));
  if (words->outlets->len > BS_OUTLETS_MAX)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_LIMIT,
                   "the store has more than %d outlets, which no matrix can show: analyze fewer of them",
                   BS_OUTLETS_MAX);
      return FALSE;
    }
  for (guint i = 0; i < article->n_terms; i++)
    {
      BsTerm entry = { .count = article->terms[i].count };

      if (article->terms[i].type >= reader->n_terms || reader->places[article->terms[i].type] == NOT_CHOSEN)
        continue;
      entry.type = reader->places[article->terms[i].type];
      g_array_append_val (words->entries, entry);
    }
  taken.outlet = words->outlets->len - 1;
  taken.n = (guint) (words->entries->len - taken.first);
  g_array_append_val (words->articles, taken);
  return TRUE;
}

static gboolean
check_table (const BsOutletWords *words, GError **error)
{
  if (words->outlets->len < 2)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                   "distances are between outlets, and this store has %u with articles that count",
                   words->outlets->len);
      return FALSE;
    }
  if ((guint64) words->outlets->len * words->words->len > BS_OUTLET_CELLS_MAX)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_LIMIT,
                   "%u outlets by %u words make a table of over %d million cells: ask for fewer with --words",
                   words->outlets->len, words->words->len, BS_OUTLET_CELLS_MAX / 1000000);
      return FALSE;
    }
  return TRUE;
}

BsOutletWords *
bs_outlet_words_load (BsStore *store, const BsWordChoice *choice, GError **error)
{
  g_autoptr (BsOutletWords) words = g_new0 (BsOutletWords, 1);
  g_autoptr (GArray) names = bs_store_term_names (store, error);
  g_autoptr (GArray) rates = names != NULL ? load_rates (store, names, error) : NULL;
  g_autofree guint32 *places = NULL;
  Reader reader;

  words->outlets = g_ptr_array_new_with_free_func (g_free);
  words->words = g_ptr_array_new_with_free_func (g_free);
  words->articles = g_array_new (FALSE, FALSE, sizeof (BsOutletArticle));
  words->entries = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  if (rates == NULL)
    return NULL;
  places = choose (names, rates, choice, words->words);
  reader = (Reader){ words, places, names->len };
  if (!bs_store_each_terms (store, take_article, &reader, error) || !check_table (words, error))
    return NULL;
  return g_steal_pointer (&words);
}

void
bs_outlet_words_free (BsOutletWords *words)
{
  if (words == NULL)
    return;
  g_clear_pointer (&words->outlets, g_ptr_array_unref);
  g_clear_pointer (&words->words, g_ptr_array_unref);
  g_clear_pointer (&words->articles, g_array_unref);
  g_clear_pointer (&words->entries, g_array_unref);
  g_free (words);
}

/* ---- Sums of them ------------------------------------------------------------------------------------------------- */

guint32 *
bs_outlet_words_resample (const BsOutletWords *words, BsRandom *random)
{
  const BsOutletArticle *articles = (const BsOutletArticle *) (gpointer) words->articles->data;
  guint32 *times = g_new0 (guint32, MAX (1, words->articles->len));

  for (guint first = 0, end; first < words->articles->len; first = end)
    {
      for (end = first + 1; end < words->articles->len && articles[end].outlet == articles[first].outlet;)
        end++;
      for (guint i = first; i < end; i++)
        times[first + bs_random_below (random, end - first)]++;
    }
  return times;
}

void
bs_outlet_words_add_up (const BsOutletWords *words, const guint32 *times, double *counts, double *sizes)
{
  const BsTerm *entries = (const BsTerm *) (gpointer) words->entries->data;

  memset (counts, 0, sizeof *counts * words->outlets->len * words->words->len);
  memset (sizes, 0, sizeof *sizes * words->outlets->len);
  for (guint i = 0; i < words->articles->len; i++)
    {
      const BsOutletArticle *article = &g_array_index (words->articles, BsOutletArticle, i);
      double *row = counts + (gsize) article->outlet * words->words->len;
      double weight = times != NULL ? times[i] : 1;

      if (weight == 0)
        continue;
      sizes[article->outlet] += weight * (double) article->words;
      for (gsize j = article->first; j < article->first + article->n; j++)
        row[entries[j].type] += weight * entries[j].count;
    }
}

guint
bs_outlet_words_single (const BsOutletWords *words)
{
  g_autofree guint *articles = g_new0 (guint, MAX (1, words->outlets->len));
  guint single = 0;

  for (guint i = 0; i < words->articles->len; i++)
    articles[g_array_index (words->articles, BsOutletArticle, i).outlet]++;
  for (guint i = 0; i < words->outlets->len; i++)
    single += articles[i] == 1;
  return single;
}
