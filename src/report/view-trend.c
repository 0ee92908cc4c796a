/* A measure over time, as tables. */
#include "report/trend.h"

#include <math.h>

#include "compare/change-point.h"
#include "compare/interval.h"
#include "compare/lowess.h"
#include "report/spark.h"

static BsTable *
begin (const BsTrend *trend, const char *what)
{
  BsTable *table = bs_table_new ();
  g_autofree char *id = bs_measure_ref_id (trend->ref);
  g_autofree char *title
      = g_strdup_printf ("%s (%s), %s: %s", trend->ref.measure->title, id, trend->ref.measure->unit, what);

  bs_table_set_title (table, title);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  return table;
}

static void
add_reals (BsTable *table, const char *const names[][2], guint n, int decimals)
{
  for (guint i = 0; i < n; i++)
    bs_table_add_column (table, names[i][0], names[i][1], BS_COLUMN_REAL, decimals);
}

static guint
add_row (BsTable *table, const char *name)
{
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, name);
  return 1;
}

/* Says how many articles stand in no row, and warns of periods that hold few. */
static void
note_articles (const BsTrend *trend, GString *note)
{
  guint undated = 0, without = 0, few = 0, periods = 0;

  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      undated += series->undated;
      without += series->without;
      periods += series->periods->len;
      for (guint j = 0; j < series->periods->len; j++)
        few += g_array_index (series->periods, BsTrendPeriod, j).n < BS_INTERVAL_LEAST;
    }
  if (without > 0)
    g_string_append_printf (note, " Articles without a value: %u.", without);
  if (undated > 0)
    g_string_append_printf (note, " Articles left out because they have no date to the %s: %u.",
                            bs_period_name (trend->period), undated);
  if (few > 0)
    g_string_append_printf (note, " %u of %u periods have fewer than %d articles: their medians are uncertain.", few,
                            periods, BS_INTERVAL_LEAST);
}

/* ---- Periods ----------------------------------------------------------------------------------------------------- */

BsTable *
bs_trend_periods (const BsTrend *trend)
{
  static const char *const reals[][2] = { { "median", "Median" }, { "median_low", "Low" }, { "median_high", "High" },
                                          { "mean", "Mean" },     { "lowess", "LOWESS" } };
  g_autofree char *what = g_strdup_printf ("by %s", bs_period_name (trend->period));
  BsTable *table = begin (trend, what);
  g_autoptr (GString) note = g_string_new ("Low and high: 95 % interval of the median from order statistics");

  bs_table_add_column (table, "period", "Period", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  add_reals (table, reals, G_N_ELEMENTS (reals), (int) bs_measure_decimals (trend->ref));
  bs_table_add_column (table, "words_median", "Words", BS_COLUMN_REAL, 0);
  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      for (guint j = 0; j < series->periods->len; j++)
        {
          const BsTrendPeriod *row = &g_array_index (series->periods, BsTrendPeriod, j);
          const double figures[] = { row->median.estimate, row->median.low, row->median.high, row->mean, row->lowess,
                                     row->words };
          g_autofree char *label = bs_period_label (trend->period, row->number);
          guint column = add_row (table, series->name);

          bs_table_set_text (table, column++, label);
          bs_table_set_integer (table, column++, row->n);
          for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
            bs_table_set_real (table, column++, figures[k]);
        }
    }
  g_string_append_printf (note,
                          " (Hettmansperger and Sheather 1986), of %d articles or more. LOWESS: Cleveland 1979, through"
                          " the articles of an outlet that has %d or more, span %g, %d robust iterations, at the middle"
                          " of the period. Words: median length of the articles.",
                          BS_INTERVAL_LEAST, BS_TREND_LINE_LEAST, trend->span, BS_LOWESS_ROBUST);
  note_articles (trend, note);
  bs_table_set_note (table, note->str);
  return table;
}

/* ---- Slopes ------------------------------------------------------------------------------------------------------ */

/* What a terminal shows of the slopes: the medians, and fewer figures where they do not fit. */
static void
illustrate (const BsTrend *trend, BsTable *table)
{
  static const guint spare[] = { 2, 3, 11, 12 };
  g_autoptr (BsSpark) spark = bs_spark_new ();

  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      for (guint j = 0; j < series->periods->len; j++)
        {
          const BsTrendPeriod *row = &g_array_index (series->periods, BsTrendPeriod, j);

          bs_spark_add (spark, i, row->number, row->median.estimate);
        }
    }
  bs_spark_draw (spark, table, 4, bs_period_name (trend->period), "the median");
  for (guint i = 0; i < G_N_ELEMENTS (spare); i++)
    bs_table_set_spare (table, spare[i]);
}

static void
note_lengths (const BsTrend *trend, GString *note)
{
  guint moved = 0;

  for (guint i = 0; i < trend->series->len; i++)
    moved += ((const BsTrendSeries *) trend->series->pdata[i])->words_p < 0.05;
  if (moved > 0)
    g_string_append_printf (note,
                            " In %u of %u series the articles grow or shrink too (p of the lengths under .05): many"
                            " measures move with length alone.",
                            moved, trend->series->len);
}

BsTable *
bs_trend_slopes (const BsTrend *trend)
{
  static const char *const slopes[][2]
      = { { "slope", "Slope/year" }, { "slope_low", "Low" }, { "slope_high", "High" } };
  static const char *const tests[][2]
      = { { "tau", "τ-b" }, { "p", "p" }, { "p_holm", "p (Holm)" }, { "words_tau", "τ-b of lengths" },
          { "words_p", "p of lengths" } };
  BsTable *table = begin (trend, "trend");
  g_autoptr (GString) note = g_string_new (NULL);

  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "without", "No value", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "undated", "No date", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "periods", "Periods", BS_COLUMN_INTEGER, 0);
  add_reals (table, slopes, G_N_ELEMENTS (slopes), 4);
  add_reals (table, tests, G_N_ELEMENTS (tests), 4);
  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];
      const gint64 counts[] = { series->n, series->without, series->undated, series->periods->len };
      const double figures[] = { series->slope.estimate, series->slope.low, series->slope.high, series->tau, series->p,
                                 series->p_holm, series->words_tau, series->words_p };
      guint column = add_row (table, series->name);

      for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
        bs_table_set_integer (table, column++, counts[k]);
      for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
        bs_table_set_real (table, column++, figures[k]);
    }
  g_string_append_printf (note,
                          "Of the medians by %s, each with one vote. Slope: Theil and Sen's, units a year, with Sen's"
                          " 95 %% interval (1968). p: Mann and Kendall's test, two-sided, corrected for ties and"
                          " continuity; Holm 1979 over the outlets. Periods are taken for independent; where each"
                          " follows the one before, p is too small.",
                          bs_period_name (trend->period));
  illustrate (trend, table);
  note_lengths (trend, note);
  bs_table_set_note (table, note->str);
  return table;
}

/* ---- Changes ----------------------------------------------------------------------------------------------------- */

BsTable *
bs_trend_changes (const BsTrend *trend)
{
  static const char *const reals[][2] = { { "before", "Before" }, { "after", "After" }, { "change", "Change" } };
  BsTable *table = begin (trend, "changes of level");
  g_autofree char *note = g_strdup_printf (
      "Pettitt 1979's test by binary segmentation over the medians by %s; p by permutation (%d), at or under %.2g (.05"
      " over %u series); “earliest” and “latest”: where the new level began, 95 %%, by %d resamples; seed %"
      G_GUINT64_FORMAT ". Before and after: medians of the levels. A steady slope is parted into steps too: see"
      " the trend.",
      bs_period_name (trend->period), BS_CHANGE_PERMUTATIONS, 0.05 / MAX (trend->series->len, 1), trend->series->len,
      BS_CHANGE_RESAMPLES, trend->seed);

  bs_table_set_note (table, note);
  bs_table_add_column (table, "period", "From", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "earliest", "Earliest", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "latest", "Latest", BS_COLUMN_TEXT, 0);
  for (guint column = 1; column <= 3; column++)
    bs_table_set_whole (table, column);
  add_reals (table, reals, G_N_ELEMENTS (reals), (int) bs_measure_decimals (trend->ref));
  bs_table_add_column (table, "p", "p", BS_COLUMN_REAL, 4);
  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      for (guint j = 0; j < series->changes->len; j++)
        {
          const BsTrendChange *change = &g_array_index (series->changes, BsTrendChange, j);
          const guint places[] = { change->place, change->low, change->high };
          const double figures[] = { change->before, change->after, change->after - change->before, change->p };
          guint column = add_row (table, series->name);

          for (guint k = 0; k < G_N_ELEMENTS (places); k++)
            {
              const BsTrendPeriod *row = &g_array_index (series->periods, BsTrendPeriod, places[k]);
              g_autofree char *label = bs_period_label (trend->period, row->number);

              bs_table_set_text (table, column++, label);
            }
          for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
            bs_table_set_real (table, column++, figures[k]);
        }
    }
  return table;
}
