#include "report/chart-barcode.h"

#include <string.h>

#include "base/quantile.h"
#include "report/chart-parts.h"

#define DARKEST 0.98 /* of an outlet's places with hits have fewer than one that is drawn darkest */

static const char *const outlet_columns[] = { "outlet", "hits", "per_million", NULL };
static const char *const item_columns[] = { "row", "at", "shade", NULL };

const BsChart bs_chart_barcode = { "barcode", "Where it stands", "A strip an outlet, a tick a hit.", outlet_columns,
                                   item_columns };

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
fill_bins (const GPtrArray *strip, guint64 words, double *bins)
{
  double before = 0;

  for (guint i = 0; i < strip->len; i++)
    {
      const BsHitArticle *article = strip->pdata[i];
      guint known = article->places != NULL ? article->places->len : 0;

      for (guint j = 0; j < known; j++)
        bins[MIN ((guint) ((before + g_array_index (article->places, guint32, j)) / (double) words * BS_BARCODE_BINS),
                  BS_BARCODE_BINS - 1)]++;
      if (article->hits > known)
        bins[MIN ((guint) ((before + (double) article->words / 2) / (double) words * BS_BARCODE_BINS),
                  BS_BARCODE_BINS - 1)] += (double) (article->hits - known);
      before += (double) article->words;
    }
}

/* The hits of a place that is drawn darkest: all but the fullest places have fewer. */
static double
darkest_of (const double *bins)
{
  double sorted[BS_BARCODE_BINS];
  gsize n = 0;

  for (guint i = 0; i < BS_BARCODE_BINS; i++)
    if (bins[i] > 0)
      sorted[n++] = bins[i];
  bs_sort_doubles (sorted, n);
  return sorted[MIN ((gsize) (DARKEST * (double) n), n - 1)];
}

static void
write_ticks (BsChartTable *table, guint row, const GPtrArray *strip)
{
  double bins[BS_BARCODE_BINS] = { 0 };
  double most;
  guint64 hits, words;

  figures_of (strip, &hits, &words);
  if (hits == 0 || words == 0)
    return;
  fill_bins (strip, words, bins);
  most = darkest_of (bins);
  for (guint i = 0; i < BS_BARCODE_BINS; i++)
    if (bins[i] > 0)
      {
        bs_chart_table_number (table, row);
        bs_chart_table_number (table, (i + 0.5) / BS_BARCODE_BINS);
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

BsChartTable *
bs_chart_barcode_table (BsStore *store, const char *query, const BsHits *hits, const char *outlet)
{
  BsChartTable *table = bs_chart_table_new ();
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *title = g_strdup_printf ("Where “%s” stands", query);

  bs_chart_begin (table, store, title, "by outlet",
                  has_days (hits) ? "Each outlet’s articles one after the other, the oldest first"
                                  : "Each outlet’s articles one after the other, by name");
  if (!hits->placed)
    bs_chart_table_comment (table, "note", "A tick stands in the middle of an article that holds it.");
  for (guint i = 0; i < hits->outlets->len; i++)
    if (outlet == NULL || g_str_equal (outlet, hits->outlets->pdata[i]))
      g_ptr_array_add (strips, strip_of (hits, i));
  bs_chart_table_block (table, outlet_columns);
  for (guint i = 0; i < strips->len; i++)
    {
      GPtrArray *strip = strips->pdata[i];
      guint64 n, words;

      figures_of (strip, &n, &words);
      bs_chart_table_text (table, hits->outlets->pdata[((const BsHitArticle *) strip->pdata[0])->outlet]);
      bs_chart_table_number (table, (double) n);
      bs_chart_table_number (table, 1e6 * (double) n / (double) words);
    }
  bs_chart_table_block (table, item_columns);
  for (guint i = 0; i < strips->len; i++)
    write_ticks (table, i, strips->pdata[i]);
  return table;
}
