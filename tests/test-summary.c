/* The figures of R for the same numbers, whatever their order, and NAN where there is nothing to say. */
#include "compare/summary.h"

#include <math.h>
#include <string.h>

#define NEAR(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-12)

/* Fuel consumption of 32 cars (Motor Trend, 1974), R's mtcars$mpg. */
static const double mpg[] = { 21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8,
                              16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5,
                              15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4 };

/* R: x <- mtcars$mpg; mean(x); sd(x); quantile(x, c(.05, .25, .5, .75, .95)); IQR(x); mad(x); mean(x, trim = 0.2) */
static void
test_as_r (void)
{
  BsSummary summary = bs_summary (mpg, G_N_ELEMENTS (mpg));

  g_assert_cmpuint (summary.n, ==, 32);
  g_assert_cmpuint (summary.missing, ==, 0);
  NEAR (summary.mean, 20.090625);
  NEAR (summary.sd, 6.026948052089104);
  NEAR (summary.min, 10.4);
  NEAR (summary.q05, 11.995);
  NEAR (summary.q25, 15.425);
  NEAR (summary.median, 19.2);
  NEAR (summary.q75, 22.8);
  NEAR (summary.q95, 31.3);
  NEAR (summary.max, 33.9);
  NEAR (summary.iqr, 7.375);
  NEAR (summary.mad, 5.41149);
  NEAR (summary.trimmed_mean, 19.22);
}

/* R: mean(c(1, 2, 3, 4, 1000), trim = 0.2) is 3, but of c(1, 2, 3, 1000) it is 251.5: floor(0.8) leaves none out. */
static void
test_trim_counts_down (void)
{
  static const double values[] = { 1000, 1, 2, 3, 4 };

  NEAR (bs_summary (values, 5).trimmed_mean, 3);
  NEAR (bs_summary (values, 4).trimmed_mean, 251.5);
}

static void
test_missing_values_are_left_out (void)
{
  double values[] = { NAN, 3, INFINITY, 1, 2, -INFINITY };
  BsSummary summary = bs_summary (values, G_N_ELEMENTS (values));

  g_assert_cmpuint (summary.n, ==, 3);
  g_assert_cmpuint (summary.missing, ==, 3);
  NEAR (summary.mean, 2);
  NEAR (summary.sd, 1);
  NEAR (summary.mad, 1.4826);
}

static void
test_order_does_not_matter (void)
{
  double values[G_N_ELEMENTS (mpg)];
  BsSummary summary = bs_summary (mpg, G_N_ELEMENTS (mpg));

  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      double before[G_N_ELEMENTS (mpg)];
      BsSummary again;

      memcpy (values, mpg, sizeof mpg);
      for (gint32 i = G_N_ELEMENTS (mpg) - 1; i > 0; i--)
        {
          gint32 j = g_rand_int_range (random, 0, i + 1);
          double moved = values[i];

          values[i] = values[j];
          values[j] = moved;
        }
      memcpy (before, values, sizeof values);
      again = bs_summary (values, G_N_ELEMENTS (mpg));
      g_assert_cmpmem (values, sizeof values, before, sizeof before);
      g_assert_cmpfloat (again.mean, ==, summary.mean);
      g_assert_cmpfloat (again.sd, ==, summary.sd);
      g_assert_cmpfloat (again.trimmed_mean, ==, summary.trimmed_mean);
      g_assert_cmpfloat (again.mad, ==, summary.mad);
    }
}

static void
test_one_value (void)
{
  static const double value = -7;
  BsSummary summary = bs_summary (&value, 1);

  g_assert_cmpuint (summary.n, ==, 1);
  g_assert_cmpfloat (summary.mean, ==, -7);
  g_assert_cmpfloat (summary.max, ==, -7);
  g_assert_cmpfloat (summary.q05, ==, -7);
  g_assert_cmpfloat (summary.trimmed_mean, ==, -7);
  g_assert_cmpfloat (summary.mad, ==, 0);
  g_assert_cmpfloat (summary.iqr, ==, 0);
  g_assert_true (isnan (summary.sd));
}

static void
assert_no_figure (const BsSummary *summary)
{
  g_assert_cmpuint (summary->n, ==, 0);
  g_assert_true (isnan (summary->mean) && isnan (summary->sd) && isnan (summary->min) && isnan (summary->max));
  g_assert_true (isnan (summary->q05) && isnan (summary->q25) && isnan (summary->median) && isnan (summary->q75));
  g_assert_true (isnan (summary->q95) && isnan (summary->iqr) && isnan (summary->mad));
  g_assert_true (isnan (summary->trimmed_mean));
}

static void
test_no_value (void)
{
  static const double missing[] = { NAN, NAN };
  BsSummary none = bs_summary (NULL, 0);
  BsSummary all_missing = bs_summary (missing, 2);

  assert_no_figure (&none);
  assert_no_figure (&all_missing);
  g_assert_cmpuint (all_missing.missing, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/as-r", test_as_r);
  g_test_add_func ("/summary/trim-counts-down", test_trim_counts_down);
  g_test_add_func ("/summary/missing-values-are-left-out", test_missing_values_are_left_out);
  g_test_add_func ("/summary/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/summary/one-value", test_one_value);
  g_test_add_func ("/summary/no-value", test_no_value);
  return g_test_run ();
}
