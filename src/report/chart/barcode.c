#include "report/chart/barcode.h"

#include <string.h>

#include "base/quantile.h"
#include "report/chart/parts.h"
#include "report/view.h"

#define DARKEST 0.98 /* of an outlet's places with hits have fewer than one that is drawn darkest */

/* The articles of one outlet, in the order of the strip. */
static int
by_day (gconstpointer a, gconstpointer b)
{
  const BsHitArticle *x = *(const BsHitArticle *const *) a, *y = *(const BsHitArticle *const *) b;
  int order = g_strcmp0 (x->day, y->day);

  return order != 0 ? order : (x > y) - (x < y); /* they stand in key order */
}

static GPtrArray *
strip_of (const BsHits *hits, guint outlet)
{
  GPtrArray *strip = g_ptr_array_new ();

  for (guint i = 0; i < hits->articles->len; i++)
    if (g_array_index (hits->articles, BsHitArticle, i).outlet == outlet)
      g_ptr_array_add (strip, &g_array_index (hits->articles, BsHitArticle, i));
  g_ptr_array_sort (strip, by_day);
  return strip;
}

static void
figures_of (const GPtrArray *strip, guint64 *hits, guint64 *words)
{
  *hits = *words = 0;
  for (guint i = 0; i < strip->len; i++)
    {
      const BsHitArticle *article = strip->pdata[i];

      *hits += article->hits;
      *words += article->words;
    }
}

/* Hits of every place of the strip. */
static void
fill_bins (const GPtrArray *strip, guint64 words, guint n_bins, double *bins)
{
  double before = 0;

  for (guint i = 0; i < strip->len; i++)
    {
      const BsHitArticle *article = strip->pdata[i];
      guint known = article->places != NULL ? article->places->len : 0;

      for (guint j = 0; j < known; j++)
        bins[MIN ((guint) ((before + g_array_index (article->places, guint32, j)) / (double) words * n_bins),
                  n_bins - 1)]++;
      if (article->hits > known)
        bins[MIN ((guint) ((before + (double) article->words / 2) / (double) words * n_bins),
                  n_bins - 1)] += (double) (article->hits - known);
      before += (double) article->words;
    }
}

/* The hits of a place that is drawn darkest: all but the fullest places have fewer. */
static double
darkest_of (const double *bins, guint n_bins)
{
  double sorted[BS_BARCODE_BINS];
  gsize n = 0;

  for (guint i = 0; i < n_bins; i++)
    if (bins[i] > 0)
      sorted[n++] = bins[i];
  bs_sort_doubles (sorted, n);
  return sorted[MIN ((gsize) (DARKEST * (double) n), n - 1)];
}

static void
write_ticks (BsChartTable *table, guint row, const GPtrArray *strip, guint n_bins)
{
  double bins[BS_BARCODE_BINS] = { 0 };
  double most;
  guint64 hits, words;

  figures_of (strip, &hits, &words);
  if (hits == 0 || words == 0)
    return;
  fill_bins (strip, words, n_bins, bins);
  most = darkest_of (bins, n_bins);
  for (guint i = 0; i < n_bins; i++)
    if (bins[i] > 0)
      {
        bs_chart_table_number (table, row);
        bs_chart_table_number (table, (i + 0.5) / n_bins);
        bs_chart_table_number (table, MIN (bins[i] / most, 1));
      }
}

static gboolean
has_days (const BsHits *hits)
{
  for (guint i = 0; i < hits->articles->len; i++)
    if (g_array_index (hits->articles, BsHitArticle, i).day != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
are_hit (const GPtrArray *strips)
{
  guint64 hits = 0, words;

  for (guint i = 0; i < strips->len && hits == 0; i++)
    figures_of (strips->pdata[i], &hits, &words);
  return hits > 0;
}

BsChartTable *
bs_chart_barcode_table (BsStore *store, const char *query, const BsHits *hits, const char *outlet)
{
  const BsChart *chart = bs_chart_find ("barcode");
  BsChartTable *table = bs_chart_table_new ();
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *title = g_strdup_printf ("Where “%s” stands", query);

  bs_chart_begin (table, store, title, "by outlet",
                  has_days (hits) ? "Each outlet’s articles one after the other, the oldest first"
                                  : "Each outlet’s articles one after the other, by name");
  for (guint i = 0; i < hits->outlets->len; i++)
    if (outlet == NULL || g_str_equal (outlet, hits->outlets->pdata[i]))
      g_ptr_array_add (strips, strip_of (hits, i));
  if (!are_hit (strips))
    bs_chart_table_comment (table, "note", "No article that counts holds it.");
  else if (!hits->placed)
    bs_chart_table_comment (table, "note", "A tick stands in the middle of an article that holds it.");
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < strips->len; i++)
    {
      GPtrArray *strip = strips->pdata[i];
      guint64 n, words;

      figures_of (strip, &n, &words);
      bs_chart_table_text (table, hits->outlets->pdata[((const BsHitArticle *) strip->pdata[0])->outlet]);
      bs_chart_table_number (table, (double) n);
      bs_chart_table_number (table, 1e6 * (double) n / (double) words);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < strips->len; i++)
    write_ticks (table, i, strips->pdata[i], MIN (BS_BARCODE_BINS, BS_BARCODE_TICKS / strips->len));
  return table;
}

/* The commonest content word; NULL with or without an error. */
static char *
commonest_word (BsStore *store, GError **error)
{
  const BsWordsOptions options = { .corpus = TRUE, .n = 1, .content = TRUE };
  g_autoptr (BsTable) table = bs_view_words (store, &options, error);
  const BsCell *cells = table != NULL ? bs_table_next (table, error) : NULL;

  for (guint i = 0; cells != NULL && i < bs_table_n_columns (table); i++)
    if (g_str_equal (bs_table_column (table, i)->name, "word"))
      return g_strdup (cells[i].text);
  return NULL;
}

/* Nothing is written of which a hit could be drawn. */
static BsChartTable *
wordless (BsStore *store, const BsChart *chart)
{
  BsChartTable *table = bs_chart_table_new ();

  bs_chart_begin (table, store, chart->title, "by outlet", NULL);
  bs_chart_table_comment (table, "note", "No article here holds a content word; --word WORD names another one.");
  bs_chart_table_block (table, chart->outlet_columns);
  bs_chart_table_block (table, chart->item_columns);
  return table;
}

BsChartTable *
bs_chart_barcode (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  GError *broken = NULL;
  g_autofree char *word = request->word != NULL ? g_strdup (request->word) : commonest_word (store, &broken);
  g_autoptr (BsQuery) query = word != NULL ? bs_query_new (word, FALSE, &broken) : NULL;
  g_autoptr (BsHits) hits = query != NULL ? bs_hits_new (store, &broken) : NULL;

  if (broken == NULL && word == NULL)
    return wordless (store, chart);
  if (broken == NULL && bs_query_n_words (query) > 1)
    g_set_error (&broken, BS_ERROR, BS_ERROR_USAGE,
                 "“%s” is more than a word; “broadsheet dispersion PHRASE STORE --chart FILE” finds it in the"
                 " sources", word);
  if (broken == NULL && bs_hits_of_word (hits, store, query, &broken))
    return bs_chart_barcode_table (store, word, hits, NULL);
  g_propagate_error (error, broken);
  return NULL;
}
