/* The chart of a measure over time. */
#include "report/chart/parts.h"

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

/* An outlet without a dated article would be an empty panel. */
static void
note_empty (BsChartTable *table, const BsTrend *trend)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < trend->series->len; i++)
    if (((const BsTrendSeries *) trend->series->pdata[i])->periods->len == 0)
      g_ptr_array_add (names, ((const BsTrendSeries *) trend->series->pdata[i])->name);
  bs_chart_note_left_out (table, "Without a value and a date, and left out", names);
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
  bs_chart_table_comment (table, "interval", "95 % of the median of a period, from order statistics (Hettmansperger and"
                                             " Sheather 1986), where it has 5 articles or more");
  note_empty (table, trend);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      if (series->periods->len == 0)
        continue;
      bs_chart_table_text (table, series->name);
      bs_chart_table_number (table, series->n);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0, row = 0; i < trend->series->len; i++)
    if (((const BsTrendSeries *) trend->series->pdata[i])->periods->len > 0)
      write_series (table, row++, trend->series->pdata[i]);
  return table;
}

BsChartTable *
bs_chart_trend (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  const BsTrendOptions options = { .seed = request->seed };
  g_autoptr (BsTrend) trend = bs_trend_new (store, request->ref, &options, error);

  return trend != NULL ? bs_trend_chart (store, trend) : NULL;
}
