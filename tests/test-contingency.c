/* Tests of four cells against R 4.2.2. */
#include <math.h>

#include "compare/contingency.h"

static void
assert_near (double value, double expected)
{
  if (!(fabs (value - expected) <= 1e-9 * fabs (expected)))
    g_error ("%.15g, not %.15g", value, expected);
}

/* M <- matrix(m, 2, byrow = TRUE); fisher.test(M, alternative = "less")$p.value, "greater", fisher.test(M)$p.value,
 * chisq.test(M)$statistic, chisq.test(M, correct = FALSE)$statistic */
static void
test_against_r (void)
{
  static const struct {
    BsContingency cells;
    double left, right, two, yates, chi2;
  } rows[] = {
    { { 1, 3, 3, 1 }, 0.242857142857, 0.985714285714, 0.485714285714, 0.5, 2 },
    { { 10, 3, 2, 15 }, 9.99984519019e-01, 4.65180943363e-04, 5.36724119143e-04, 1.04581447964e+01, 1.30316742081e+01 },
    { { 120, 9880, 150, 19850 }, 9.99946431509e-01, 8.87069221735e-05, 1.58260407937e-04, 1.46358896737e+01,
      1.51362260343e+01 },
    { { 0, 5, 8, 3 }, 0.0128205128205, 1, 0.0256410256410, 4.6545454545455, 7.2727272727273 },
    { { 3, 1e6, 40, 2e6 }, 4.79937602987e-05, 9.99993347141e-01, 6.81719843845e-05, 1.22818540522e+01,
      1.34417439709e+01 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BsFisher fisher = bs_fisher_exact (&rows[i].cells);

      assert_near (fisher.left, rows[i].left);
      assert_near (fisher.right, rows[i].right);
      assert_near (fisher.two_sided, rows[i].two);
      assert_near (bs_chi2_yates (&rows[i].cells), rows[i].yates);
      assert_near (bs_chi2 (&rows[i].cells), rows[i].chi2);
    }
}

/* x <- c(3, 50, 800, 1e5); pchisq(x, 1, lower.tail = FALSE, log.p = TRUE); pchisq(x, 1, lower.tail = FALSE) */
static void
test_tail (void)
{
  assert_near (bs_chi2_log_p (3), -2.48573279098608);
  assert_near (bs_chi2_log_p (50), -27.20088954553744);
  assert_near (bs_chi2_log_p (800), -403.56934333410425);
  assert_near (bs_chi2_log_p (1e5), -50005.98226408488699);
  assert_near (bs_chi2_p (3), 8.32645166635506e-02);
  assert_near (bs_chi2_p (800), 5.39586561160790e-176);
  g_assert_cmpfloat (bs_chi2_p (1e5), ==, 0);
  g_assert_cmpfloat (bs_chi2_p (0), ==, 1);
  g_assert_true (isnan (bs_chi2_p (NAN)));
}

/* The correction goes no further than the distance itself: chisq.test(matrix(c(11, 10, 10, 10), 2)) is 2e-31, not
 * 0.0238 as with 0.5 taken off in any case. */
static void
test_yates_is_capped (void)
{
  BsContingency cells = { 11, 10, 10, 10 };

  g_assert_cmpfloat (bs_chi2_yates (&cells), <, 1e-20);
  g_assert_cmpfloat (bs_chi2 (&cells), >, 0.01);
}

/* Two-term and four-cell G² part where a word is frequent: 600 of 10,000 against 900 of 20,000. */
static void
test_two_terms_are_not_four (void)
{
  BsContingency cells = bs_contingency_of (600, 10000, 900, 20000);

  g_assert_cmpfloat_with_epsilon (bs_g2_two_term (&cells), 29.14, 0.005);
  g_assert_cmpfloat_with_epsilon (bs_g2 (&cells), 30.72, 0.005);
}

static void
test_empty_margins (void)
{
  static const BsContingency rows[] = { { 0, 0, 3, 4 }, { 0, 5, 0, 4 }, { 3, 0, 4, 0 }, { 0, 0, 0, 0 } };
  BsContingency pair = bs_contingency_of_pair (3, 10, 5, 100);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (isnan (bs_g2 (&rows[i])) && isnan (bs_g2_two_term (&rows[i])));
      g_assert_true (isnan (bs_chi2 (&rows[i])) && isnan (bs_chi2_yates (&rows[i])));
      g_assert_true (isnan (bs_g2_williams (&rows[i])));
    }
  g_assert_true (isnan (bs_fisher_exact (&rows[3]).two_sided));
  g_assert_cmpfloat (pair.o12, ==, 7);
  g_assert_cmpfloat (pair.o21, ==, 2);
  g_assert_cmpfloat (pair.o22, ==, 88);
  g_assert_cmpfloat (bs_contingency_expected (&pair), ==, 0.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contingency/against-r", test_against_r);
  g_test_add_func ("/contingency/tail", test_tail);
  g_test_add_func ("/contingency/yates-is-capped", test_yates_is_capped);
  g_test_add_func ("/contingency/two-terms-are-not-four", test_two_terms_are_not_four);
  g_test_add_func ("/contingency/empty-margins", test_empty_margins);
  return g_test_run ();
}
