#include "report/chart/compared.h"

char *
bs_chart_why_few_outlets (BsStore *store)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM (SELECT 1 FROM counted_articles GROUP BY outlet HAVING count(*) >= %d)", BS_COMPARE_LEAST);

  if (bs_store_number (store, sql, NULL) >= 2)
    return NULL;
  return g_strdup_printf ("A comparison needs two outlets with %d articles or more that count: analyze more of them.",
                          BS_COMPARE_LEAST);
}

BsCompareOptions
bs_chart_compare_options (const BsChartRequest *request, const BsMeasureRef *refs, guint n_refs, guint parts)
{
  return (BsCompareOptions){ .refs = refs,
                             .n_refs = n_refs,
                             .least = BS_COMPARE_LEAST,
                             .resamples = request->resamples > 0 ? request->resamples : BS_INTERVAL_RESAMPLES,
                             .seed = request->seed,
                             .threads = request->threads,
                             .parts = parts };
}

char *
bs_chart_measure_title (BsMeasureRef ref)
{
  return ref.window > 0 ? g_strdup_printf ("%s, window %u", ref.measure->title, ref.window)
                        : g_strdup (ref.measure->title);
}

void
bs_chart_note_small (BsChartTable *table, guint n)
{
  g_autofree char *note = g_strdup_printf (n == 1 ? "%u outlet with fewer than %d articles is left out."
                                                  : "%u outlets with fewer than %d articles are left out.",
                                           n, BS_COMPARE_LEAST);

  if (n > 0)
    bs_chart_table_comment (table, "note", note);
}

void
bs_chart_end_empty (BsChartTable *table, const BsChart *chart, const char *why)
{
  bs_chart_table_comment (table, "note", why);
  bs_chart_table_block (table, chart->outlet_columns);
  bs_chart_table_block (table, chart->item_columns);
}
