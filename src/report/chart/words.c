/* The chart of the commonest content words. */
#include "report/chart/parts.h"

#define CONTENT_WORDS 10

/* The first block: outlets and their running words. */
static void
write_outlets (BsChartTable *table, BsStore *store, const BsChart *chart, const GPtrArray *outlets)
{
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      const char *parameters[] = { outlets->pdata[i], NULL };

      bs_chart_table_text (table, outlets->pdata[i]);
      bs_chart_table_number (table, bs_store_number (store, "SELECT words FROM counted_outlets WHERE name = ?", parameters));
    }
}

BsChartTable *
bs_chart_content_words (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  BsWordsOptions options = { .n = CONTENT_WORDS, .content = TRUE };
  guint n_all = 0;
  g_autoptr (GPtrArray) outlets = bs_view_largest_outlets (store, BS_CHART_MOST_OUTLETS, &n_all, error);

  if (outlets == NULL)
    return NULL;
  bs_chart_begin (table, store, "The words each outlet uses most", "without function words, numbers and single letters",
                  NULL);
  bs_chart_note_outlets (table, outlets->len, n_all);
  write_outlets (table, store, chart, outlets);
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      g_autoptr (BsTable) words = NULL;
      const BsCell *cells;

      options.outlet = outlets->pdata[i];
      words = bs_view_words (store, &options, error);
      if (words == NULL)
        return NULL;
      while ((cells = bs_table_next (words, NULL)) != NULL)
        {
          bs_chart_table_number (table, i);
          bs_chart_table_number (table, (double) cells[1].integer);
          bs_chart_table_text (table, cells[2].text);
          bs_chart_table_number (table, cells[4].real);
        }
    }
  return g_steal_pointer (&table);
}
