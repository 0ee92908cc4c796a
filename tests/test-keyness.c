/* Effect sizes of keyness and their intervals against R 4.2.2. */
#include <math.h>

#include "compare/keyness.h"

static void
assert_near (double value, double expected, double relative)
{
  if (isnan (expected) ? !isnan (value) : !(fabs (value - expected) <= relative * fabs (expected)))
    g_error ("%.15g, not %.15g", value, expected);
}

/* log2(poisson.test(c(a, b), c(na, nb), conf.level = level)$conf.int), level 0.95 and 1 - 0.05 / 50000 */
static const struct {
  double a, na, b, nb, low, high, low_all, high_all;
} ratios[] = {
  { 10, 1e4, 3, 2e4, 7.79523169544e-01, 5.23639492146e+00, -1.63567131963, 10.69104348816 },
  { 5, 1000, 0, 5000, 2.19590796283, NAN, -1.78288172738, NAN },
  { 0, 700, 9, 900, NAN, -0.618424965119, NAN, 2.36732069875 },
  { 2000000, 5e7, 1900000, 6e7, 3.34169670516e-01, 3.39900340036e-01, 3.29884992157e-01, 3.44185272652e-01 },
  { 300, 1e6, 2, 2e6, 6.36332076333e+00, 1.12811064776e+01, 4.87116124693e+00, 1.92013130600e+01 },
};

static void
test_log_ratio_interval (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      BsEstimate ratio = bs_log_ratio (ratios[i].a, ratios[i].na, ratios[i].b, ratios[i].nb, 0.95);
      BsEstimate all = bs_log_ratio (ratios[i].a, ratios[i].na, ratios[i].b, ratios[i].nb, 1 - 0.05 / 50000);

      assert_near (ratio.low, ratios[i].low, 1e-7);
      assert_near (ratio.high, ratios[i].high, 1e-7);
      assert_near (all.low, ratios[i].low_all, 1e-7);
      assert_near (all.high, ratios[i].high_all, 1e-7);
    }
}

static void
test_conservative (void)
{
  g_assert_cmpfloat (bs_log_ratio_conservative (10, 1e4, 3, 2e4, 50000), ==, 0);
  assert_near (bs_log_ratio_conservative (300, 1e6, 2, 2e6, 50000), 4.87116124693, 1e-7);
  assert_near (bs_log_ratio_conservative (2, 2e6, 300, 1e6, 50000), -4.87116124693, 1e-7);
  assert_near (bs_log_ratio_conservative (0, 700, 9, 900, 1), -0.618424965119, 1e-7);
  g_assert_true (isnan (bs_log_ratio_conservative (0, 10, 0, 10, 5)));
}

/* A count of 0 is taken as 0.5 for the ratio itself: log2((5 / 1000) / (0.5 / 5000)). */
static void
test_zero_counts (void)
{
  assert_near (bs_log_ratio (5, 1000, 0, 5000, 0.95).estimate, 5.643856189774724, 1e-12);
  g_assert_true (isnan (bs_percent_difference (5, 1000, 0, 5000)));
  g_assert_true (isnan (bs_relative_risk (5, 1000, 0, 5000)));
  g_assert_cmpfloat (bs_percent_difference (0, 1000, 5, 5000), ==, -100);
  g_assert_cmpfloat (bs_difference_coefficient (5, 1000, 0, 5000), ==, 1);
  assert_near (bs_simple_maths (5, 1000, 0, 5000, 100), 51, 1e-12);
  g_assert_true (isnan (bs_simple_maths (5, 1000, 0, 5000, 0)));
  g_assert_true (isnan (bs_log_ratio (0, 10, 0, 10, 0.95).estimate));
  g_assert_true (isnan (bs_difference_coefficient (0, 10, 0, 10)));
}

/* l <- log(m[1] * m[4] / m[2] / m[3]); exp(l + c(0, -1, 1) * qnorm(.975) * sqrt(sum(1 / m))), m <- c(10, 9990, 3,
 * 19997) and c(5, 995, 0, 5000) + .5 */
static void
test_odds_ratio (void)
{
  BsEstimate odds = bs_odds_ratio (10, 10000, 3, 20000), empty = bs_odds_ratio (5, 1000, 0, 5000);

  assert_near (odds.estimate, 6.67233900567, 1e-11);
  assert_near (odds.low, 1.83591093894, 1e-11);
  assert_near (odds.high, 24.24960103587, 1e-11);
  assert_near (empty.estimate, 55.25414364641, 1e-11);
  assert_near (empty.low, 3.05288073949, 1e-11);
  assert_near (empty.high, 1000.04574387840, 1e-11);
}

static void
test_labels (void)
{
  g_assert_cmpstr (bs_bayes_label (-0.1), ==, "favours H0");
  g_assert_cmpstr (bs_bayes_label (0), ==, "not worth a mention");
  g_assert_cmpstr (bs_bayes_label (2), ==, "positive");
  g_assert_cmpstr (bs_bayes_label (6), ==, "strong");
  g_assert_cmpstr (bs_bayes_label (10.1), ==, "very strong");
  g_assert_cmpstr (bs_bayes_label (NAN), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyness/log-ratio-interval", test_log_ratio_interval);
  g_test_add_func ("/keyness/conservative", test_conservative);
  g_test_add_func ("/keyness/zero-counts", test_zero_counts);
  g_test_add_func ("/keyness/odds-ratio", test_odds_ratio);
  g_test_add_func ("/keyness/labels", test_labels);
  return g_test_run ();
}
