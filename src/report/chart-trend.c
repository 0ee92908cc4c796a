/* The chart of a measure over time. */
#include "report/chart-parts.h"

#include <math.h>

#include "report/trend.h"

/* Half way between the period and the one before it where the level changes there, else NAN. */
static double
change_at (const BsTrendSeries *series, guint place)
{
  const BsTrendPeriod *periods = (const BsTrendPeriod *) (gpointer) series->periods->data;

  for (guint i = 0; i < series->changes->len; i++)
    if (g_array_index (series->changes, BsTrendChange, i).place == place && place > 0)
      return (periods[place - 1].middle + periods[place].middle) / 2;
  return (double) NAN;
}

static void
write_series (BsChartTable *table, guint row, const BsTrendSeries *series)
{
  for (guint i = 0; i < series->periods->len; i++)
    {
      const BsTrendPeriod *period = &g_array_index (series->periods, BsTrendPeriod, i);
      BsEstimate median = period->median;
      const double cells[] = { row, period->middle, median.estimate, isnan (median.low) ? median.estimate : median.low,
                               isnan (median.high) ? median.estimate : median.high, period->lowess,
                               change_at (series, i) };

      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        bs_chart_table_number (table, cells[k]);
    }
}

BsChartTable *
bs_trend_chart (BsStore *store, const BsTrend *trend)
{
  const BsMeasure *measure = trend->ref.measure;
  const BsChart *chart = bs_chart_find ("trend");
  BsChartTable *table = bs_chart_table_new ();
  gboolean whole = trend->series->len == 1;
  g_autofree char *id = bs_measure_ref_id (trend->ref);
  g_autofree char *title = g_strdup_printf ("%s over time", measure->title);
  g_autofree char *axis = g_strdup_printf ("Up: %s (%s), %s", measure->title, id, measure->unit);
  g_autofree char *lead = g_strdup_printf ("by %s%s", bs_period_name (trend->period), whole ? "" : " and outlet");

  bs_chart_begin (table, store, title, lead, axis);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      bs_chart_table_text (table, series->name);
      bs_chart_table_number (table, series->n);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < trend->series->len; i++)
    write_series (table, i, trend->series->pdata[i]);
  return table;
}

BsChartTable *
bs_chart_trend (BsStore *store, BsMeasureRef ref, GError **error)
{
  const BsTrendOptions options = { .seed = 1 };
  g_autoptr (BsTrend) trend = bs_trend_new (store, ref, &options, error);

  return trend != NULL ? bs_trend_chart (store, trend) : NULL;
}
