#include "report/spark.h"

#include <math.h>

#include "base/quantile.h"

typedef struct {
  guint  row;
  gint64 period;
  double value;
} Point;

struct _BsSpark {
  GArray *points; /* of Point */
  gint64  first, last;
  guint   rows;
};

BsSpark *
bs_spark_new (void)
{
  BsSpark *spark = g_new0 (BsSpark, 1);

  spark->points = g_array_new (FALSE, FALSE, sizeof (Point));
  return spark;
}

void
bs_spark_free (BsSpark *spark)
{
  if (spark == NULL)
    return;
  g_array_unref (spark->points);
  g_free (spark);
}

void
bs_spark_add (BsSpark *spark, guint row, gint64 period, double value)
{
  Point point = { row, period, value };

  if (!isfinite (value))
    return;
  spark->first = spark->points->len == 0 ? period : MIN (spark->first, period);
  spark->last = spark->points->len == 0 ? period : MAX (spark->last, period);
  spark->rows = MAX (spark->rows, row + 1);
  g_array_append_val (spark->points, point);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Point *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->period != y->period)
    return x->period < y->period ? -1 : 1;
  return (x->value > y->value) - (x->value < y->value);
}

/* Of each row the median of every `each` periods, NAN where it has none: n columns a row. Returns how many columns the
 * row that has most has values in. */
static guint
fill (const BsSpark *spark, double *medians, guint n, gint64 each)
{
  g_autoptr (GArray) sorted = g_array_copy (spark->points);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint most = 0;

  g_array_sort (sorted, by_place);
  for (guint i = 0; i < spark->rows * n; i++)
    medians[i] = NAN;
  for (guint i = 0, in_row = 0; i < sorted->len; i++)
    {
      const Point *point = &g_array_index (sorted, Point, i), *next = point + 1;
      gint64 column = (point->period - spark->first) / each;
      gboolean ends_row = i + 1 == sorted->len || next->row != point->row;

      g_array_append_val (values, point->value);
      if (!ends_row && (next->period - spark->first) / each == column)
        continue;
      bs_sort_doubles ((double *) (gpointer) values->data, values->len);
      medians[point->row * n + column] = bs_median ((const double *) (gpointer) values->data, values->len);
      g_array_set_size (values, 0);
      in_row++;
      most = MAX (most, in_row);
      in_row = ends_row ? 0 : in_row;
    }
  return most;
}

void
bs_spark_draw (const BsSpark *spark, BsTable *table, guint column, const char *period, const char *of)
{
  gint64 span = spark->last - spark->first + 1, each = (span + BS_SPARK_MOST - 1) / BS_SPARK_MOST;
  guint n = (guint) ((span + each - 1) / each), picture;
  g_autofree double *medians = g_new (double, MAX (spark->rows * n, 1));
  g_autofree char *periods = each > 1 ? g_strdup_printf ("%" G_GINT64_FORMAT " %ss", each, period) : g_strdup (period);
  g_autofree char *title = g_strdup_printf ("by %s", periods);
  g_autofree char *meaning = g_strdup_printf ("%s by %s", of, periods);

  if (spark->points->len == 0 || fill (spark, medians, n, each) < BS_SPARK_LEAST)
    return;
  picture = bs_table_add_picture (table, column, BS_PICTURE_SPARK, title, meaning);
  for (guint row = 0; row < spark->rows; row++)
    bs_table_set_picture (table, picture, row, medians + row * n, n);
}
