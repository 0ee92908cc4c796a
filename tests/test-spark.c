/* Sparklines: medians by period, on one axis for all rows, and none where there is no course. */
#include "report/spark.h"

#include <math.h>

static BsTable *
rows (guint n)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "x", NULL, BS_COLUMN_REAL, 1);
  for (guint i = 0; i < n; i++)
    bs_table_begin_row (table);
  return table;
}

static void
assert_values (const BsTable *table, guint row, const double *expected, guint n_expected)
{
  guint n;
  const double *values = bs_table_picture_values (table, 0, row, &n);

  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    g_assert_true (values[i] == expected[i] || (isnan (values[i]) && isnan (expected[i])));
}

static void
test_medians (void)
{
  g_autoptr (BsTable) table = rows (2);
  g_autoptr (BsSpark) spark = bs_spark_new ();

  bs_spark_add (spark, 1, 2003, 5);
  bs_spark_add (spark, 0, 2001, 9);
  bs_spark_add (spark, 0, 2001, 1);
  bs_spark_add (spark, 0, 2001, 2);
  bs_spark_add (spark, 0, 2004, 4);
  bs_spark_add (spark, 0, 2004, NAN);
  bs_spark_add (spark, 0, 2002, 8);
  bs_spark_draw (spark, table, 0, "year", "x");
  g_assert_cmpuint (bs_table_n_pictures (table), ==, 1);
  g_assert_cmpstr (bs_table_picture (table, 0)->title, ==, "by year");
  g_assert_cmpstr (bs_table_picture (table, 0)->meaning, ==, "x by year");
  assert_values (table, 0, (const double[]){ 2, 8, NAN, 4 }, 4);
  assert_values (table, 1, (const double[]){ NAN, NAN, 5, NAN }, 4);
}

/* Of 49 years, three become one column: 1901 to 1903 the first, 1949 the last. */
static void
test_long (void)
{
  g_autoptr (BsTable) table = rows (1);
  g_autoptr (BsSpark) spark = bs_spark_new ();
  double expected[17];

  for (guint i = 0; i < 49; i++)
    bs_spark_add (spark, 0, 1901 + i, i);
  for (guint i = 0; i < 17; i++)
    expected[i] = i < 16 ? 3 * i + 1 : 48;
  bs_spark_draw (spark, table, 0, "year", "x");
  g_assert_cmpstr (bs_table_picture (table, 0)->title, ==, "by 3 years");
  assert_values (table, 0, expected, 17);
}

/* Two periods in every row, or none at all, are no course. */
static void
test_none (void)
{
  g_autoptr (BsTable) table = rows (2);
  g_autoptr (BsSpark) spark = bs_spark_new ();

  bs_spark_draw (spark, table, 0, "year", "x");
  for (guint i = 0; i < 4; i++)
    bs_spark_add (spark, i / 2, 2000 + i, i);
  bs_spark_draw (spark, table, 0, "year", "x");
  g_assert_cmpuint (bs_table_n_pictures (table), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spark/medians", test_medians);
  g_test_add_func ("/spark/long", test_long);
  g_test_add_func ("/spark/none", test_none);
  return g_test_run ();
}
