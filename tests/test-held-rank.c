/* The rank test over mostly zeros is R's over all values. */
#include <math.h>

#include "compare/held-rank.h"
#include "compare/pair.h"

static void
assert_test (BsTest test, double w, double p)
{
  g_assert_cmpfloat_with_epsilon (test.statistic, w, 1e-9);
  g_assert_cmpfloat_with_epsilon (test.p, p, 1e-12);
}

/* R 4.2.2:
 * a <- c(rep(0, 60), 3.5, 1.25, 2, 2, 8.5, .5, 1.25, 9, 4, 4); b <- c(rep(0, 90), 1.25, .5, .5, 3, 2); wilcox.test(a,
 * b) wilcox.test(c(0, 0, 1.5, 2.5, 4), c(0, 0, 0, 0, .5, 1.5))
 * wilcox.test(c(0, 3.5, 1), c(4, .25)) */
static void
test_against_r (void)
{
  static const double a[] = { 0.5, 1.25, 1.25, 2, 2, 3.5, 4, 4, 8.5, 9 }, b[] = { 0.5, 0.5, 1.25, 2, 3 };
  static const double few_a[] = { 1.5, 2.5, 4 }, few_b[] = { 0.5, 1.5 };
  static const double exact_a[] = { 1, 3.5 }, exact_b[] = { 0.25, 4 };

  assert_test (bs_mann_whitney_held ((BsSample){ a, 10 }, 70, (BsSample){ b, 5 }, 95), 3638, 3.8814738983881e-02);
  assert_test (bs_mann_whitney_held ((BsSample){ few_a, 3 }, 5, (BsSample){ few_b, 2 }, 6), 21.5, 0.23098549731688);
  assert_test (bs_mann_whitney_held ((BsSample){ exact_a, 2 }, 3, (BsSample){ exact_b, 2 }, 2), 2, 0.8);
}

/* Three of 60 articles against two of 11,940: fisher.test(matrix(c(3, 57, 2, 11938), 2, byrow = TRUE))$p.value; the
 * rank test's approximation says 1e-76 or so. */
static void
test_few_are_counted_out (void)
{
  static const double a[] = { 0.001, 0.002, 0.003 }, b[] = { 0.001, 0.004 };
  BsSample held_a = { a, 3 }, held_b = { b, 2 };

  g_assert_cmpfloat_with_epsilon (bs_held_test (held_a, 60, held_b, 11940).p, 1.18003724716e-06, 1e-15);
  g_assert_cmpfloat (bs_mann_whitney_held (held_a, 60, held_b, 11940).p, <, 1e-60);
  g_assert_true (isnan (bs_held_test (held_a, 3, held_b, 0).p));
}

/* Ten of 70 against five of 95: 15 * 70 / 165 would be expected, and ranks decide. */
static void
test_many_are_ranked (void)
{
  static const double a[] = { 0.5, 1.25, 1.25, 2, 2, 3.5, 4, 4, 8.5, 9 }, b[] = { 0.5, 0.5, 1.25, 2, 3 };

  assert_test (bs_held_test ((BsSample){ a, 10 }, 70, (BsSample){ b, 5 }, 95), 3638, 3.8814738983881e-02);
}

static void
test_undefined (void)
{
  static const double one[] = { 1 };
  BsSample none = { one, 0 };

  g_assert_true (isnan (bs_mann_whitney_held (none, 100, none, 100).p));
  g_assert_true (isnan (bs_mann_whitney_held (none, 0, (BsSample){ one, 1 }, 100).p));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/held-rank/against-r", test_against_r);
  g_test_add_func ("/held-rank/few-are-counted-out", test_few_are_counted_out);
  g_test_add_func ("/held-rank/many-are-ranked", test_many_are_ranked);
  g_test_add_func ("/held-rank/undefined", test_undefined);
  return g_test_run ();
}
