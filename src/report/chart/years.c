/* The chart of how a measure spreads over the articles of each period. */
#include "report/chart/parts.h"

#include <math.h>

#include "base/number.h"
#include "compare/summary.h"
#include "report/trend.h"

#define BOX_LEAST 4 /* articles of a period; a box of fewer would be hardly more than their values */

typedef struct {
  gint64 period;
  double value;
} Point;

typedef struct {
  char *name;
  GArray *points; /* of Point, by period; of articles with a value and a date that is precise enough */
  guint undated;  /* articles with a value but without such a date */
} Outlet;

static void
outlet_free (gpointer data)
{
  Outlet *outlet = data;

  g_free (outlet->name);
  g_array_unref (outlet->points);
  g_free (outlet);
}

static void
add_article (GPtrArray *outlets, const BsCell *cells, BsPeriod period)
{
  Outlet *last = outlets->len > 0 ? outlets->pdata[outlets->len - 1] : NULL;
  Point point = { 0, cells[2].real };

  if (last == NULL || !g_str_equal (last->name, cells[0].text))
    {
      last = g_new0 (Outlet, 1);
      last->name = g_strdup (cells[0].text);
      last->points = g_array_new (FALSE, FALSE, sizeof (Point));
      g_ptr_array_add (outlets, last);
    }
  if (cells[2].missing)
    return;
  if (cells[1].missing || !bs_period_of (period, cells[1].text, &point.period))
    last->undated++;
  else
    g_array_append_val (last->points, point);
}

static int
by_period (gconstpointer a, gconstpointer b)
{
  const Point *x = a, *y = b;

  return (x->period > y->period) - (x->period < y->period);
}

static gint64
period_at (const GArray *points, guint i)
{
  return g_array_index (points, Point, i).period;
}

static GPtrArray *
load (BsStore *store, BsMeasureRef ref, BsPeriod period, GError **error)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "day", NULL, BS_COLUMN_TEXT, 0 },
                                      { "value", NULL, BS_COLUMN_REAL, 0 } };
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (outlet_free);
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *sql = g_strdup_printf ("SELECT outlet, day, \"%s\" FROM counted_articles ORDER BY outlet, id", id);
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    add_article (outlets, cells, period);
  if (broken != NULL)
    g_propagate_error (error, broken);
  for (guint i = 0; i < outlets->len; i++)
    g_array_sort (((Outlet *) outlets->pdata[i])->points, by_period);
  return rows != NULL && broken == NULL ? g_steal_pointer (&outlets) : NULL;
}

/* Whether most boxes would have too few articles to be drawn. Needs points by period. */
static gboolean
is_thin (const GPtrArray *outlets)
{
  guint boxes = 0, full = 0;

  for (guint i = 0; i < outlets->len; i++)
    {
      const GArray *points = ((const Outlet *) outlets->pdata[i])->points;

      for (guint j = 0, n = 1; j < points->len; j++, n++)
        if (j + 1 == points->len || period_at (points, j + 1) != period_at (points, j))
          {
            boxes++;
            full += n >= BOX_LEAST;
            n = 0;
          }
    }
  return 2 * full < boxes;
}

/* By the period of `broadsheet trend`, or the shortest longer one, at most a year, that has articles for most boxes. */
static GPtrArray *
load_by_period (BsStore *store, BsMeasureRef ref, BsPeriod *period, GError **error)
{
  GPtrArray *outlets;

  *period = bs_period_choose (store);
  outlets = load (store, ref, *period, error);
  while (outlets != NULL && *period > BS_PERIOD_YEAR && is_thin (outlets))
    {
      g_ptr_array_unref (outlets);
      outlets = load (store, ref, --*period, error);
    }
  return outlets;
}

static void
write_period (BsChartTable *table, int row, BsPeriod period, gint64 number, const GArray *values)
{
  BsSummary s = bs_summary ((const double *) (gpointer) values->data, values->len);
  g_autofree char *label = bs_period_label (period, number);

  bs_chart_table_number (table, row);
  bs_chart_table_text (table, label);
  bs_chart_table_number (table, bs_period_middle (period, number));
  bs_chart_table_number (table, (double) s.n);
  bs_chart_table_number (table, s.median);
  bs_chart_table_number (table, s.n >= BOX_LEAST ? s.q25 : (double) NAN);
  bs_chart_table_number (table, s.n >= BOX_LEAST ? s.q75 : (double) NAN);
}

/* A row a period with articles, in order. However many without any follow one another, they are one row without
 * figures, which parts what stands before from what stands behind. */
static void
write_series (BsChartTable *table, int row, BsPeriod period, const GArray *points)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      gboolean ends = i + 1 == points->len || period_at (points, i + 1) != point->period;

      g_array_append_val (values, point->value);
      if (!ends)
        continue;
      write_period (table, row, period, point->period, values);
      g_array_set_size (values, 0);
      if (i + 1 < points->len && period_at (points, i + 1) > point->period + 1)
        write_period (table, row, period, point->period + 1, values);
    }
}

/* "Without dates: A, B and 3 more." */
static void
note_undated (BsChartTable *table, const GPtrArray *outlets, BsPeriod period)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint undated = 0;
  char number[BS_NUMBER_MAX];
  g_autofree char *articles = NULL;

  for (guint i = 0; i < outlets->len; i++)
    {
      const Outlet *outlet = outlets->pdata[i];

      undated += outlet->points->len > 0 ? outlet->undated : 0;
      if (outlet->points->len == 0 && outlet->undated > 0)
        g_ptr_array_add (names, outlet->name);
    }
  bs_chart_note_left_out (table, "Without dates, and left out", names);
  articles = g_strdup_printf ("%s further article%s no date to the %s.", bs_number_grouped (undated, number),
                              undated == 1 ? " has" : "s have", bs_period_name (period));
  if (undated > 0)
    bs_chart_table_comment (table, "note", articles);
}

static void
write_comments (BsChartTable *table, BsStore *store, BsMeasureRef ref, BsPeriod period, const GPtrArray *outlets,
                gboolean any)
{
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *title = g_strdup_printf ("%s over time, and its spread", ref.measure->title);
  g_autofree char *axis = g_strdup_printf ("Up: %s (%s), %s", ref.measure->title, id, ref.measure->unit);
  g_autofree char *lead = g_strdup_printf ("by %s and outlet", bs_period_name (period));

  bs_chart_begin (table, store, title, lead, axis);
  if (!any)
    {
      bs_chart_table_comment (table, "note", "No article has this measure and a date: dates come from the records, the "
                                             "pages or the manifest of the corpus.");
      return;
    }
  bs_chart_table_comment (table, "interval",
                          "Boxes: the middle half of the articles of a period, from the first to the third quartile, "
                          "where it has four or more.");
  note_undated (table, outlets, period);
}

BsChartTable *
bs_chart_years (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsPeriod period;
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autoptr (GPtrArray) outlets = load_by_period (store, request->ref, &period, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Point));
  int row = 0;

  if (outlets == NULL)
    return NULL;
  for (guint i = 0; i < outlets->len; i++)
    {
      const GArray *points = ((const Outlet *) outlets->pdata[i])->points;

      g_array_append_vals (all, points->data, points->len);
    }
  g_array_sort (all, by_period);
  write_comments (table, store, request->ref, period, outlets, all->len > 0);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      const Outlet *outlet = outlets->pdata[i];

      if (outlet->points->len == 0)
        continue;
      bs_chart_table_text (table, outlet->name);
      bs_chart_table_number (table, outlet->points->len);
    }
  bs_chart_table_block (table, chart->item_columns);
  write_series (table, -1, period, all);
  for (guint i = 0; i < outlets->len; i++)
    {
      const Outlet *outlet = outlets->pdata[i];

      if (outlet->points->len > 0)
        write_series (table, row++, period, outlet->points);
    }
  return g_steal_pointer (&table);
}
