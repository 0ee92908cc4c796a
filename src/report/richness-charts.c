/* The table of the chart "growth". */
#include "report/chart-parts.h"
#include "report/richness.h"

#include "base/number.h"

BsChartTable *
bs_richness_chart (const BsRichness *richness, const BsChart *chart)
{
  BsChartTable *table = bs_chart_table_new ();
  char number[BS_NUMBER_MAX];
  g_autofree char *note = g_strdup_printf (
      "Expected of words drawn one by one (Hurlbert 1971). In the corner: those at the dotted line, in %s words "
      "of the outlet.",
      bs_number_grouped ((gint64) richness->size, number));

  bs_chart_table_comment (table, "title", "How vocabulary grows");
  bs_chart_table_comment (table, "subtitle", "Different words in so many running words, by outlet");
  bs_chart_table_comment (table, "note", note);
  if (*richness->copies_note != '\0')
    bs_chart_table_comment (table, "note", richness->copies_note);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < richness->outlets->len; i++)
    {
      const BsRichnessOutlet *outlet = richness->outlets->pdata[i];

      bs_chart_table_text (table, outlet->name);
      bs_chart_table_number (table, richness->size);
      bs_chart_table_number (table, outlet->rarefied.types);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < richness->outlets->len; i++)
    {
      const BsRichnessOutlet *outlet = richness->outlets->pdata[i];

      for (guint j = 0; j < outlet->n_points; j++)
        {
          bs_chart_table_number (table, i);
          bs_chart_table_number (table, outlet->points[j].n);
          bs_chart_table_number (table, outlet->points[j].types);
        }
    }
  return table;
}

BsChartTable *
bs_chart_growth (BsStore *store, const BsChart *chart, GError **error)
{
  const BsRichnessOptions options = { .seed = 1, .growth = TRUE };
  g_autoptr (BsRichness) richness = bs_richness_new (store, &options, error);

  return richness != NULL ? bs_richness_chart (richness, chart) : NULL;
}
