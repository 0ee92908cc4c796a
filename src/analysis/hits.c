#include "analysis/hits.h"

static void
article_clear (gpointer data)
{
  BsHitArticle *article = data;

  g_free (article->day);
  if (article->places != NULL)
    g_array_unref (article->places);
}

void
bs_hits_free (BsHits *hits)
{
  if (hits == NULL)
    return;
  g_ptr_array_unref (hits->outlets);
  g_array_unref (hits->articles);
  g_free (hits);
}

/* The outlet of the row: rows come by outlet. */
static guint
outlet_of (BsHits *hits, const char *name)
{
  if (hits->outlets->len == 0 || !g_str_equal (hits->outlets->pdata[hits->outlets->len - 1], name))
    g_ptr_array_add (hits->outlets, g_strdup (name));
  return hits->outlets->len - 1;
}

BsHits *
bs_hits_new (BsStore *store, GError **error)
{
  static const BsColumn columns[] = { { "article", NULL, BS_COLUMN_INTEGER, 0 }, { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "day", NULL, BS_COLUMN_TEXT, 0 }, { "words", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsHits) hits = g_new0 (BsHits, 1);
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT article, outlet, day, words FROM counted_articles ORDER BY outlet, id", NULL,
                        columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  hits->outlets = g_ptr_array_new_with_free_func (g_free);
  hits->articles = g_array_new (FALSE, FALSE, sizeof (BsHitArticle));
  g_array_set_clear_func (hits->articles, article_clear);
  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      BsHitArticle article = { cells[0].integer, outlet_of (hits, cells[1].missing ? "" : cells[1].text),
                               cells[2].missing ? NULL : g_strdup (cells[2].text), (guint64) cells[3].integer, 0,
                               NULL };

      g_array_append_val (hits->articles, article);
    }
  if (broken == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, broken);
  return NULL;
}

guint64
bs_hits_total (const BsHits *hits)
{
  guint64 sum = 0;

  for (guint i = 0; i < hits->articles->len; i++)
    sum += g_array_index (hits->articles, BsHitArticle, i).hits;
  return sum;
}

/* ---- From the store ---------------------------------------------------------------------------------------------- */

/* Which terms are meant; articles come in key order as hits->articles stand. */
typedef struct {
  BsHits *hits;
  GArray *terms; /* of guint32, ascending */
  guint   next;
} Counting;

static gboolean
count_terms (gpointer data, const BsArticleTerms *terms, GError **error)
{
  Counting *counting = data;
  GArray *articles = counting->hits->articles;
  BsHitArticle *article;
  guint at = 0;

  while (counting->next < articles->len
         && g_array_index (articles, BsHitArticle, counting->next).number != terms->article)
    counting->next++;
  if (counting->next == articles->len)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_STORE, "the store is damaged: %s / %s is out of order", terms->outlet,
                   terms->id);
      return FALSE;
    }
  article = &g_array_index (articles, BsHitArticle, counting->next++);
  for (guint i = 0; i < terms->n_terms && at < counting->terms->len; i++)
    {
      while (at < counting->terms->len && g_array_index (counting->terms, guint32, at) < terms->terms[i].type)
        at++;
      if (at < counting->terms->len && g_array_index (counting->terms, guint32, at) == terms->terms[i].type)
        article->hits += terms->terms[i].count;
    }
  return TRUE;
}

static GArray *
find_terms (const GArray *names, const BsQuery *word)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < names->len; i++)
    if (bs_query_fits (word, 0, g_array_index (names, BsTermName, i).word))
      g_array_append_val (terms, i);
  return terms;
}

gboolean
bs_hits_of_word (BsHits *hits, BsStore *store, const BsQuery *word, GError **error)
{
  g_autoptr (GArray) names = NULL;
  g_autoptr (GArray) terms = NULL;
  Counting counting = { hits, NULL, 0 };

  g_return_val_if_fail (bs_query_n_words (word) == 1, FALSE);
  names = bs_store_term_names (store, error);
  if (names == NULL)
    return FALSE;
  counting.terms = terms = find_terms (names, word);
  return bs_store_each_terms (store, count_terms, &counting, error);
}

/* ---- From the sources -------------------------------------------------------------------------------------------- */

/* What is found in the articles that are walked. */
typedef struct {
  BsHits *hits;
  GHashTable *rows; /* number of an article to its place in hits->articles, plus 1 */
  const BsQuery *query;
} Search;

typedef struct {
  BsMatcher *matcher;
  GArray *ranges; /* of BsQueryHit */
} Searcher;

typedef struct {
  gint64  article;
  GArray *places;
} Places;

static gpointer
searcher_new (gpointer data)
{
  Searcher *searcher = g_new0 (Searcher, 1);

  searcher->matcher = bs_matcher_new (((const Search *) data)->query);
  searcher->ranges = g_array_new (FALSE, FALSE, sizeof (BsQueryHit));
  return searcher;
}

static void
searcher_free (gpointer data)
{
  Searcher *searcher = data;

  bs_matcher_free (searcher->matcher);
  g_array_unref (searcher->ranges);
  g_free (searcher);
}

static void
places_free (gpointer data)
{
  Places *places = data;

  if (places->places != NULL)
    g_array_unref (places->places);
  g_free (places);
}

static gpointer
search_article (gpointer data, const BsWalkArticle *article, BsReading *reading)
{
  Searcher *searcher = data;
  Places *places;

  bs_matcher_find (searcher->matcher, bs_span (reading->cleaned->text->str, reading->cleaned->text->len),
                   reading->segments,
                   reading->index, searcher->ranges);
  if (searcher->ranges->len == 0)
    return NULL;
  places = g_new (Places, 1);
  places->article = article->number;
  places->places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), searcher->ranges->len);
  for (guint i = 0; i < searcher->ranges->len; i++)
    g_array_append_val (places->places, g_array_index (searcher->ranges, BsQueryHit, i).first_word);
  return places;
}

static gboolean
take_places (gpointer data, gpointer result, GError **error)
{
  Search *search = data;
  Places *places = result;
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (search->rows, &places->article));

  if (row != 0)
    {
      BsHitArticle *article = &g_array_index (search->hits->articles, BsHitArticle, row - 1);

      article->hits = places->places->len;
      if (article->places != NULL)
        g_array_unref (article->places);
      article->places = g_steal_pointer (&places->places);
    }
  places_free (places);
  return TRUE;
}

gboolean
bs_hits_walk (BsHits *hits, BsStore *store, const BsWalkOptions *options, const BsQuery *query,
              BsWalkSummary *summary, GError **error)
{
  static const BsWalkVisitor visitor
      = { BS_READ_WORDS, searcher_new, searcher_free, NULL, search_article, take_places, places_free };
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  Search search = { hits, rows, query };

  for (guint i = 0; i < hits->articles->len; i++)
    g_hash_table_insert (rows, &g_array_index (hits->articles, BsHitArticle, i).number, GUINT_TO_POINTER (i + 1));
  hits->placed = TRUE;
  return bs_walk (store, options, &visitor, &search, summary, error);
}
