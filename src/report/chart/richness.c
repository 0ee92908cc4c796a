/* The table of the chart "growth". */
#include "report/chart/parts.h"
#include "report/richness.h"

#include "base/number.h"

/* "Different words in so many running words, by outlet; 5,740 articles of 7 outlets". Free with g_free. */
static char *
lead_of (const BsRichness *richness)
{
  guint n = richness->outlets->len;
  guint64 articles = 0;
  char number[BS_NUMBER_MAX];

  for (guint i = 0; i < n; i++)
    articles += ((const BsRichnessOutlet *) richness->outlets->pdata[i])->articles;
  return g_strdup_printf ("Different words in so many running words, by outlet; %s article%s of %u outlet%s",
                          bs_number_grouped ((gint64) articles, number), articles == 1 ? "" : "s", n,
                          n == 1 ? "" : "s");
}

BsChartTable *
bs_richness_chart (const BsRichness *richness, const BsChart *chart)
{
  BsChartTable *table = bs_chart_table_new ();
  char number[BS_NUMBER_MAX];
  g_autofree char *lead = lead_of (richness);
  g_autofree char *note = g_strdup_printf (
      "Expected of words drawn one by one (Hurlbert 1971). Beside each name: how many at the dotted line, in %s words of"
      " the outlet.",
      bs_number_grouped ((gint64) richness->size, number));

  bs_chart_table_comment (table, "title", "How vocabulary grows");
  bs_chart_table_comment (table, "subtitle", lead);
  bs_chart_table_comment (table, "note", note);
  bs_chart_table_comment (table, "note",
                          "Dashed in pictures: Heaps's law, types = K · words^β, fitted by least squares of logarithms up to"
                          " the dotted line.");
  if (*richness->copies_note != '\0')
    bs_chart_table_comment (table, "note", richness->copies_note);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < richness->outlets->len; i++)
    {
      const BsRichnessOutlet *outlet = richness->outlets->pdata[i];

      bs_chart_table_text (table, outlet->name);
      bs_chart_table_number (table, richness->size);
      bs_chart_table_number (table, outlet->rarefied.types);
      bs_chart_table_number (table, outlet->heaps.k);
      bs_chart_table_number (table, outlet->heaps.beta);
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
bs_chart_growth (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  const BsRichnessOptions options = { .seed = 1, .growth = TRUE };
  g_autoptr (BsRichness) richness = bs_richness_new (store, &options, error);

  return richness != NULL ? bs_richness_chart (richness, chart) : NULL;
}
