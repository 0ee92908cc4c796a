#include "report/trend.h"

#include <math.h>

#include "base/quantile.h"
#include "compare/adjust.h"
#include "compare/change-point.h"
#include "compare/interval.h"
#include "compare/lowess.h"
#include "compare/trend.h"

#define LEVEL 0.05 /* of changes, divided by the number of series */

typedef struct {
  gint64 number;
  double middle, value, words;
} Point;

typedef struct {
  BsTrendSeries *series;
  GArray *points; /* of Point */
} Gathered;

static void
series_free (gpointer data)
{
  BsTrendSeries *series = data;

  g_free (series->name);
  g_array_unref (series->periods);
  g_clear_pointer (&series->changes, g_array_unref);
  g_free (series);
}

void
bs_trend_free (BsTrend *trend)
{
  if (trend == NULL)
    return;
  g_ptr_array_unref (trend->series);
  g_free (trend);
}

/* By time, then by value: the order of articles within a day must not show. */
static int
by_time (gconstpointer a, gconstpointer b)
{
  const Point *x = a, *y = b;

  if (x->middle != y->middle)
    return x->middle < y->middle ? -1 : 1;
  return (x->value > y->value) - (x->value < y->value);
}

static int
by_period (gconstpointer a, gconstpointer b)
{
  const Point *x = a, *y = b;

  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  return by_time (a, b);
}

/* The smooth line at `at`, which lies within the points. */
static double
line_at (const double *x, const double *fitted, gsize n, double at)
{
  gsize low = 0, high = n - 1;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (x[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || x[low] == x[low - 1] || x[low] == at)
    return fitted[low];
  return fitted[low - 1] + (fitted[low] - fitted[low - 1]) * (at - x[low - 1]) / (x[low] - x[low - 1]);
}

static BsTrendPeriod
period_of_points (const Point *points, guint n, BsPeriod period)
{
  g_autofree double *values = g_new (double, n);
  g_autofree double *words = g_new (double, n);
  BsTrendPeriod row = { .number = points->number, .middle = bs_period_middle (period, points->number), .n = n };

  for (guint i = 0; i < n; i++)
    {
      values[i] = points[i].value;
      words[i] = points[i].words;
      row.mean += points[i].value / n;
    }
  bs_sort_doubles (values, n);
  bs_sort_doubles (words, n);
  row.median = bs_quantile_interval ((BsSample){ values, n }, 0.5);
  row.words = bs_median (words, n);
  return row;
}

/* Needs points by period, which puts them by time but for dates of different precision. */
static void
fill_periods (BsTrendSeries *series, GArray *points, BsPeriod period)
{
  g_array_sort (points, by_period);
  for (guint i = 0, j; i < points->len; i = j)
    {
      const Point *first = &g_array_index (points, Point, i);
      BsTrendPeriod row;

      for (j = i + 1; j < points->len && g_array_index (points, Point, j).number == first->number; j++)
        ;
      row = period_of_points (first, j - i, period);
      g_array_append_val (series->periods, row);
    }
}

static void
fill_line (BsTrendSeries *series, GArray *points, double span)
{
  gsize n = points->len;
  g_autofree double *x = g_new (double, MAX (n, 1));
  g_autofree double *y = g_new (double, MAX (n, 1));
  g_autofree double *fitted = g_new (double, MAX (n, 1));

  for (guint i = 0; i < series->periods->len; i++)
    g_array_index (series->periods, BsTrendPeriod, i).lowess = (double) NAN;
  if (n < BS_TREND_LINE_LEAST)
    return;
  g_array_sort (points, by_time);
  for (gsize i = 0; i < n; i++)
    {
      x[i] = g_array_index (points, Point, i).middle;
      y[i] = g_array_index (points, Point, i).value;
    }
  bs_lowess (x, y, n, span, BS_LOWESS_ROBUST, 0.01 * (x[n - 1] - x[0]), fitted);
  for (guint i = 0; i < series->periods->len; i++)
    {
      BsTrendPeriod *row = &g_array_index (series->periods, BsTrendPeriod, i);

      row->lowess = line_at (x, fitted, n, CLAMP (row->middle, x[0], x[n - 1]));
    }
}

static void
fill_trend (BsTrendSeries *series, double level, guint64 seed)
{
  guint n = series->periods->len;
  g_autofree double *x = g_new (double, MAX (n, 1));
  g_autofree double *y = g_new (double, MAX (n, 1));
  g_autofree double *words = g_new (double, MAX (n, 1));
  g_autofree char *stream = g_strconcat ("trend/", series->name, NULL);
  g_autoptr (GArray) found = NULL;
  BsRandom random;

  for (guint i = 0; i < n; i++)
    {
      const BsTrendPeriod *row = &g_array_index (series->periods, BsTrendPeriod, i);

      x[i] = row->middle;
      y[i] = row->median.estimate;
      words[i] = row->words;
    }
  series->slope = bs_sen_slope (x, y, n);
  series->tau = bs_kendall_tau (x, y, n);
  series->p = bs_mann_kendall (x, y, n).p;
  series->words_tau = bs_kendall_tau (x, words, n);
  series->words_p = bs_mann_kendall (x, words, n).p;
  bs_random_init (&random, seed, stream);
  found = bs_change_points (y, n, level, &random);
  for (guint i = 0; i < found->len; i++)
    {
      const BsChangePoint *c = &g_array_index (found, BsChangePoint, i);
      BsTrendChange change = { (guint) c->place, (guint) c->low, (guint) c->high, c->before, c->after, c->p };

      g_array_append_val (series->changes, change);
    }
}

/* ---- Out of the store -------------------------------------------------------------------------------------------- */

/* The longest period that leaves a dozen of them or more. */
static BsPeriod
period_of_span (double years)
{
  static const double least[] = { 120, 12, 4, 1.2, 0.25 }; /* years for decades, years, quarters, months, weeks */

  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    if (years >= least[i])
      return (BsPeriod) (BS_PERIOD_DECADE + i);
  return BS_PERIOD_DAY;
}

BsPeriod
bs_period_choose (BsStore *store)
{
  static const char sql[] = "SELECT min(day), max(day) FROM counted_articles WHERE day >= '0001'";
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, NULL, 0, NULL);
  const BsCell *cells = rows != NULL ? bs_table_next (rows, NULL) : NULL;

  if (cells == NULL || cells[0].missing)
    return BS_PERIOD_YEAR;
  return period_of_span (bs_day_middle (cells[1].text) - bs_day_middle (cells[0].text));
}

static void
gathered_free (gpointer data)
{
  Gathered *gathered = data;

  g_array_unref (gathered->points);
  g_free (gathered);
}

static Gathered *
gather_new (BsTrend *trend, const char *name)
{
  Gathered *gathered = g_new0 (Gathered, 1);
  BsTrendSeries *series = g_new0 (BsTrendSeries, 1);

  series->name = g_strdup (name);
  series->periods = g_array_new (FALSE, FALSE, sizeof (BsTrendPeriod));
  series->changes = g_array_new (FALSE, FALSE, sizeof (BsTrendChange));
  g_ptr_array_add (trend->series, series);
  gathered->series = series;
  gathered->points = g_array_new (FALSE, FALSE, sizeof (Point));
  return gathered;
}

/* Cells: outlet, day, words, value. */
static void
gather (Gathered *gathered, const BsCell *cells, BsPeriod period)
{
  Point point;

  if (cells[3].missing)
    gathered->series->without++;
  else if (cells[1].missing || !bs_period_of (period, cells[1].text, &point.number))
    {
      gathered->series->undated++;
      gathered->series->coarse += !cells[1].missing;
    }
  else
    {
      gathered->series->n++;
      point.middle = bs_day_middle (cells[1].text);
      point.value = cells[3].real;
      point.words = (double) cells[2].integer;
      g_array_append_val (gathered->points, point);
    }
}

static GPtrArray *
gather_all (BsTrend *trend, BsStore *store, const BsTrendOptions *options, GError **error)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "day", NULL, BS_COLUMN_TEXT, 0 },
                                      { "words", NULL, BS_COLUMN_INTEGER, 0 },
                                      { "value", NULL, BS_COLUMN_REAL, 0 } };
  const char *parameters[] = { options->outlet, NULL };
  g_autofree char *id = bs_measure_ref_id (trend->ref);
  g_autofree char *sql
      = g_strdup_printf ("SELECT outlet, day, words, \"%s\" FROM counted_articles%s ORDER BY outlet, id", id,
                         options->outlet != NULL ? " WHERE outlet = ?" : "");
  g_autoptr (BsTable) rows = bs_store_query (store, sql, parameters, columns, G_N_ELEMENTS (columns), error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gathered_free);
  Gathered *last = NULL;
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      const char *name = options->whole ? "(all)" : cells[0].text;

      if (last == NULL || !g_str_equal (last->series->name, name))
        g_ptr_array_add (all, last = gather_new (trend, name));
      gather (last, cells, trend->period);
    }
  if (broken == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, broken);
  return NULL;
}

/* Why there is no series. */
static void
tell_none (const BsTrend *trend, guint undated, guint coarse, GError **error)
{
  g_autofree char *id = bs_measure_ref_id (trend->ref);

  if (undated == 0)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no article has a value of %s", id);
  else if (coarse == 0)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no article that has a value of %s has a date that can be read", id);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                 "no article that has a value of %s has a date to the %s: a longer period may help (“broadsheet trend"
                 " --period”)",
                 id, bs_period_name (trend->period));
}

/* Whether there is a series at all, and none too long to be tested. */
static gboolean
check (const BsTrend *trend, GError **error)
{
  guint most = 0, undated = 0, coarse = 0;

  for (guint i = 0; i < trend->series->len; i++)
    {
      const BsTrendSeries *series = trend->series->pdata[i];

      most = MAX (most, series->periods->len);
      undated += series->undated;
      coarse += series->coarse;
    }
  if (most > 0 && most <= BS_TREND_MOST)
    return TRUE;
  if (most == 0)
    tell_none (trend, undated, coarse, error);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                 "a series of %u periods is too long, %d at most: give a longer --period", most, BS_TREND_MOST);
  return FALSE;
}

static void
correct (BsTrend *trend)
{
  guint n = trend->series->len;
  g_autofree double *p = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    p[i] = ((BsTrendSeries *) trend->series->pdata[i])->p;
  bs_adjust_holm (p, n, p);
  for (guint i = 0; i < n; i++)
    ((BsTrendSeries *) trend->series->pdata[i])->p_holm = p[i];
}

BsTrend *
bs_trend_new (BsStore *store, BsMeasureRef ref, const BsTrendOptions *options, GError **error)
{
  g_autoptr (BsTrend) trend = g_new0 (BsTrend, 1);
  g_autoptr (GPtrArray) gathered = NULL;

  trend->ref = ref;
  trend->series = g_ptr_array_new_with_free_func (series_free);
  trend->period = options->period != BS_PERIOD_AUTO ? options->period : bs_period_choose (store);
  trend->span = options->span > 0 ? options->span : BS_LOWESS_SPAN;
  trend->seed = options->seed;
  gathered = gather_all (trend, store, options, error);
  if (gathered == NULL)
    return NULL;
  for (guint i = 0; i < gathered->len; i++)
    fill_periods (((Gathered *) gathered->pdata[i])->series, ((Gathered *) gathered->pdata[i])->points, trend->period);
  if (!check (trend, error))
    return NULL;
  for (guint i = 0; i < gathered->len; i++)
    {
      const Gathered *one = gathered->pdata[i];

      fill_line (one->series, one->points, trend->span);
      fill_trend (one->series, LEVEL / gathered->len, trend->seed);
    }
  correct (trend);
  return g_steal_pointer (&trend);
}
