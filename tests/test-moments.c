/* Figures that R gives, figures that sums of powers get wrong, and parts that make the whole. */
#include "base/moments.h"

#include <math.h>

/* Fuel consumption of 32 cars (Motor Trend, 1974), R's mtcars$mpg. */
static const double mpg[] = { 21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8,
                              16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5,
                              15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4 };

static BsMoments
moments_of (const double *values, gsize n)
{
  BsMoments moments = { 0 };

  for (gsize i = 0; i < n; i++)
    bs_moments_add (&moments, values[i]);
  return moments;
}

static void
assert_near (double value, double expected, double relative)
{
  g_assert_cmpfloat_with_epsilon (value, expected, fabs (expected) * relative + 1e-300);
}

/* R: x <- mtcars$mpg; mean(x); var(x); sd(x); range(x)
 *    e1071::skewness(x, type = 1); e1071::kurtosis(x, type = 1) */
static void
test_as_r (void)
{
  BsMoments moments = moments_of (mpg, G_N_ELEMENTS (mpg));

  g_assert_cmpuint (moments.n, ==, 32);
  assert_near (bs_moments_mean (&moments), 20.090625, 1e-14);
  assert_near (bs_moments_variance (&moments), 36.324102822580645, 1e-13);
  assert_near (bs_moments_sd (&moments), 6.026948052089104, 1e-13);
  g_assert_cmpfloat (bs_moments_min (&moments), ==, 10.4);
  g_assert_cmpfloat (bs_moments_max (&moments), ==, 33.9);
  assert_near (bs_moments_skewness (&moments), 0.6404398640318854, 1e-12);
  assert_near (bs_moments_kurtosis (&moments), -0.2005332097154966, 1e-11);
}

/* Sums of squares give 0 here; the variance of 4, 7, 13, 16 is 30 wherever they stand. */
static void
test_far_from_zero (void)
{
  static const double values[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
  BsMoments moments = moments_of (values, 4);
  BsMoments left = moments_of (values, 1);
  BsMoments right = moments_of (values + 1, 3);

  g_assert_cmpfloat (bs_moments_variance (&moments), ==, 30);
  bs_moments_merge (&left, &right);
  g_assert_cmpfloat (bs_moments_variance (&left), ==, 30);
  g_assert_cmpfloat (bs_moments_mean (&left), ==, 1e9 + 10);
}

static void
test_below_zero (void)
{
  static const double values[] = { -3, -1, -8 };
  BsMoments moments = moments_of (values, 3);
  BsMoments more = moments_of (values, 2);

  g_assert_cmpfloat (bs_moments_min (&moments), ==, -8);
  g_assert_cmpfloat (bs_moments_max (&moments), ==, -1);
  bs_moments_merge (&moments, &more);
  g_assert_cmpfloat (bs_moments_max (&moments), ==, -1);
}

static void
test_too_few (void)
{
  BsMoments moments = { 0 };

  g_assert_true (isnan (bs_moments_mean (&moments)));
  g_assert_true (isnan (bs_moments_min (&moments)));
  g_assert_true (isnan (bs_moments_max (&moments)));
  g_assert_true (isnan (bs_moments_variance (&moments)));
  g_assert_true (isnan (bs_moments_skewness (&moments)));
  bs_moments_add (&moments, 5);
  g_assert_cmpfloat (bs_moments_mean (&moments), ==, 5);
  g_assert_true (isnan (bs_moments_variance (&moments)));
  g_assert_true (isnan (bs_moments_sd (&moments)));
  g_assert_true (isnan (bs_moments_kurtosis (&moments)));
}

static void
test_all_equal (void)
{
  BsMoments moments = { 0 };

  for (guint i = 0; i < 1000; i++)
    bs_moments_add (&moments, 0.1);
  g_assert_cmpfloat (bs_moments_mean (&moments), ==, 0.1);
  g_assert_cmpfloat (bs_moments_variance (&moments), ==, 0);
  g_assert_true (isnan (bs_moments_skewness (&moments)));
  g_assert_true (isnan (bs_moments_kurtosis (&moments)));
}

static void
test_parts_make_the_whole (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = (guint) g_rand_int_range (random, 4, 400);
      guint first = (guint) g_rand_int_range (random, 0, (gint32) n + 1);
      g_autofree double *values = g_new (double, n);
      BsMoments whole, part, rest;

      for (guint i = 0; i < n; i++)
        values[i] = 100 + 20 * pow (g_rand_double (random), 3) * (g_rand_boolean (random) ? 1 : -1);
      whole = moments_of (values, n);
      part = moments_of (values, first);
      rest = moments_of (values + first, n - first);
      bs_moments_merge (&part, &rest);
      g_assert_cmpuint (part.n, ==, whole.n);
      assert_near (bs_moments_mean (&part), bs_moments_mean (&whole), 1e-13);
      assert_near (bs_moments_variance (&part), bs_moments_variance (&whole), 1e-11);
      g_assert_cmpfloat_with_epsilon (bs_moments_skewness (&part), bs_moments_skewness (&whole), 1e-9);
      g_assert_cmpfloat_with_epsilon (bs_moments_kurtosis (&part), bs_moments_kurtosis (&whole), 1e-9);
      g_assert_cmpfloat (bs_moments_min (&part), ==, bs_moments_min (&whole));
      g_assert_cmpfloat (bs_moments_max (&part), ==, bs_moments_max (&whole));
    }
}

static void
test_refuses_missing (void)
{
  BsMoments moments = { 0 };

  g_test_expect_message ("broadsheet", G_LOG_LEVEL_CRITICAL, "*isfinite*");
  bs_moments_add (&moments, NAN);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (moments.n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moments/as-r", test_as_r);
  g_test_add_func ("/moments/far-from-zero", test_far_from_zero);
  g_test_add_func ("/moments/below-zero", test_below_zero);
  g_test_add_func ("/moments/too-few", test_too_few);
  g_test_add_func ("/moments/all-equal", test_all_equal);
  g_test_add_func ("/moments/parts-make-the-whole", test_parts_make_the_whole);
  g_test_add_func ("/moments/refuses-missing", test_refuses_missing);
  return g_test_run ();
}
