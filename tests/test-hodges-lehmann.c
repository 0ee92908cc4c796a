/* The shift and its interval against all differences listed; test-pair.c has them as R finds them. */
#include "compare/pair.h"

#include "pair-help.h"

/* Against all differences listed and sorted, for values even, with many ties, with far outliers, most 0, and so large
 * that differences overflow. */
static void
test_shift_by_listing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 600; round++)
    {
      gsize m = 1 + g_rand_int_range (random, 0, round % 50 == 0 ? 400 : 70);
      gsize n = 1 + g_rand_int_range (random, 0, round % 50 == 0 ? 400 : 70);
      g_autofree double *x = sorted_values (random, m, round % 5), *y = sorted_values (random, n, round / 5 % 5);
      BsSample a = { x, m }, b = { y, n };
      g_autofree double *all = all_differences (a, b);
      BsEstimate shift = bs_hodges_lehmann (a, b), back = bs_hodges_lehmann (b, a);

      g_assert_cmpfloat (shift.estimate, ==, bs_median (all, m * n));
      g_assert_cmpfloat (back.estimate, ==, -shift.estimate);
      if (isnan (shift.low))
        g_assert_true (isnan (shift.high) && isnan (back.low) && (m < 4 || n < 4));
      else
        g_assert_true (shift.low == -back.high && shift.low <= shift.estimate && shift.estimate <= shift.high);
    }
}

static BsTest
test_of_shifted (BsSample a, BsSample b, double shift)
{
  g_autofree double *moved = g_new (double, a.n);

  for (gsize i = 0; i < a.n; i++)
    moved[i] = a.values[i] - shift;
  return bs_mann_whitney ((BsSample){ moved, a.n }, b);
}

/* The interval holds the shifts that the test does not refuse at 5 %, and no others. */
static void
test_shift_is_the_test_turned_round (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (13);

  for (guint round = 0; round < 200; round++)
    {
      gsize m = 4 + g_rand_int_range (random, 0, 80), n = 5 + g_rand_int_range (random, 0, 80);
      g_autofree double *x = sorted_values (random, m, 0), *y = sorted_values (random, n, 0);
      BsSample a = { x, m }, b = { y, n };
      BsEstimate shift = bs_hodges_lehmann (a, b);

      g_assert_cmpfloat (test_of_shifted (a, b, shift.low - 1e-9).p, <, 0.05);
      g_assert_cmpfloat (test_of_shifted (a, b, shift.low + 1e-9).p, >=, 0.05);
      g_assert_cmpfloat (test_of_shifted (a, b, shift.high - 1e-9).p, >=, 0.05);
      g_assert_cmpfloat (test_of_shifted (a, b, shift.high + 1e-9).p, <, 0.05);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hodges-lehmann/shift-by-listing", test_shift_by_listing);
  g_test_add_func ("/hodges-lehmann/shift-is-the-test-turned-round", test_shift_is_the_test_turned_round);
  return g_test_run ();
}
