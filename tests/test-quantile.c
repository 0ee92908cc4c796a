/* R's type 7, at the ends, between the values and where a careless interpolation overflows. */
#include "base/quantile.h"

#include <float.h>
#include <math.h>

/* R: quantile(x, p, type = 7) for the x and p of each row; x is sorted. */
static const struct {
  double x[8];
  gsize n;
  double p;
  double expected;
} rows[] = {
  { { 4, 7, 13, 16 }, 4, 0, 4 },
  { { 4, 7, 13, 16 }, 4, 0.05, 4.45 },
  { { 4, 7, 13, 16 }, 4, 0.25, 6.25 },
  { { 4, 7, 13, 16 }, 4, 0.5, 10 },
  { { 4, 7, 13, 16 }, 4, 0.75, 13.75 },
  { { 4, 7, 13, 16 }, 4, 0.95, 15.55 },
  { { 4, 7, 13, 16 }, 4, 1, 16 },
  { { -9, -5, -5, -1, 0 }, 5, 0.25, -5 },
  { { -9, -5, -5, -1, 0 }, 5, 0.1, -7.4 },
  { { 1, 2, 3, 4, 5, 6, 7, 8 }, 8, 0.3, 3.1 },
  { { 1, 2 }, 2, 0.3, 1.3 },
  { { 42 }, 1, 0, 42 },
  { { 42 }, 1, 0.37, 42 },
  { { 42 }, 1, 1, 42 },
};

static void
test_as_r (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (bs_quantile (rows[i].x, rows[i].n, rows[i].p), rows[i].expected, 1e-14);
}

static void
test_median (void)
{
  static const double odd[] = { 1, 2, 100 };
  static const double even[] = { 1, 2, 4, 100 };

  g_assert_cmpfloat (bs_median (odd, 3), ==, 2);
  g_assert_cmpfloat (bs_median (even, 4), ==, 3);
}

static void
test_nothing (void)
{
  g_assert_true (isnan (bs_quantile (NULL, 0, 0.5)));
  g_assert_true (isnan (bs_median (NULL, 0)));
}

static void
test_no_overflow (void)
{
  static const double wide[] = { -DBL_MAX, DBL_MAX };
  static const double high[] = { DBL_MAX / 2, DBL_MAX };

  g_assert_cmpfloat (bs_median (wide, 2), ==, 0);
  g_assert_cmpfloat_with_epsilon (bs_quantile (wide, 2, 0.75), DBL_MAX / 2, DBL_MAX * 1e-15);
  g_assert_cmpfloat (bs_median (high, 2), ==, DBL_MAX / 4 * 3);
}

static void
test_stays_between_its_neighbours (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      double values[40];
      double last = -DBL_MAX;

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        values[i] = g_rand_double_range (random, -1e6, 1e6);
      bs_sort_doubles (values, G_N_ELEMENTS (values));
      for (guint i = 1; i < G_N_ELEMENTS (values); i++)
        g_assert_cmpfloat (values[i - 1], <=, values[i]);
      for (guint step = 0; step <= 1000; step++)
        {
          double value = bs_quantile (values, G_N_ELEMENTS (values), step / 1000.0);

          g_assert_cmpfloat (value, >=, last);
          g_assert_cmpfloat (value, <=, values[39]);
          last = value;
        }
      g_assert_cmpfloat (last, ==, values[39]);
    }
}

/* The sort looks at bits; these are all the kinds of them, a few by insertion and many by digits. */
static void
test_sorts_every_kind (void)
{
  static const double kinds[] = { -(double) INFINITY, -DBL_MAX, -2, -1.5, -DBL_MIN, -DBL_MIN / 4, -0.0, 0.0,
                                  DBL_MIN / 4, DBL_MIN, 1.5, 2, DBL_MAX, (double) INFINITY };
  const guint n = G_N_ELEMENTS (kinds);

  for (guint times = 1; times <= 5; times += 4)
    {
      double values[5 * G_N_ELEMENTS (kinds)];

      for (guint i = 0; i < n * times; i++)
        values[i] = kinds[(i * 5 + 3) % n];
      bs_sort_doubles (values, n * times);
      for (guint i = 0; i < n * times; i++)
        {
          g_assert_cmpfloat (values[i], ==, kinds[i / times]);
          g_assert_cmpint (!!signbit (values[i]), ==, !!signbit (kinds[i / times]));
        }
    }
}

static void
test_refuses_a_part_beyond_one (void)
{
  static const double values[] = { 1, 2 };

  g_test_expect_message ("broadsheet", G_LOG_LEVEL_CRITICAL, "*p >= 0*");
  g_assert_true (isnan (bs_quantile (values, 2, 95)));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantile/as-r", test_as_r);
  g_test_add_func ("/quantile/median", test_median);
  g_test_add_func ("/quantile/nothing", test_nothing);
  g_test_add_func ("/quantile/no-overflow", test_no_overflow);
  g_test_add_func ("/quantile/stays-between-its-neighbours", test_stays_between_its_neighbours);
  g_test_add_func ("/quantile/sorts-every-kind", test_sorts_every_kind);
  g_test_add_func ("/quantile/refuses-a-part-beyond-one", test_refuses_a_part_beyond_one);
  return g_test_run ();
}
