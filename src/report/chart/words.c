/* The chart of the commonest content words. */
#include "report/chart/parts.h"

#define CONTENT_WORDS 10

/* The first block: outlets and their running words. */
static gboolean
write_outlets (BsChartTable *table, BsStore *store, const BsChart *chart, GError **error)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 }, { "words", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows = bs_store_query (store, "SELECT name, words FROM counted_outlets ORDER BY name", NULL,
                                             columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return FALSE;
  bs_chart_table_block (table, chart->outlet_columns);
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      bs_chart_table_text (table, cells[0].text);
      bs_chart_table_number (table, (double) cells[1].integer);
    }
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

BsChartTable *
bs_chart_content_words (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  BsWordsOptions options = { .n = CONTENT_WORDS, .content = TRUE };
  g_autoptr (GPtrArray) outlets = bs_view_outlet_names (store, error);

  if (outlets == NULL)
    return NULL;
  bs_chart_begin (table, store, "The words each outlet uses most", "without function words, numbers and single letters",
                  NULL);
  if (!write_outlets (table, store, chart, error))
    return NULL;
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
