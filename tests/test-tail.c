/* Tails as R 4.2.2 gives them, far below what a double holds. */
#include "compare/tail.h"

#include "groups-help.h"

#define NEAR(value, expected) assert_near (value, expected, 1e-11)

static void
assert_p (BsTest test, double log_p)
{
  NEAR (test.log_p, log_p);
  if (log_p < -691)
    g_assert_cmpfloat (test.p, ==, 0);
  else
    assert_near (test.p, exp (log_p), 1e-10);
}

/* R: pchisq(x, df, lower = FALSE, log.p = TRUE) */
static void
test_chi2 (void)
{
  static const double rows[][3] = {
    { 3, 1, -2.48573279098608 },        { 700, 1, -353.502755025149 },      { 2000, 1, -1004.02674195895 },
    { 1e5, 1, -50005.9822640849 },      { 1500, 4, -743.378594348236 },     { 1500, 49, -647.586983846462 },
    { 3000, 49, -1381.31403550834 },    { 20000, 199, -9449.60695835627 },  { 9000, 5000, -535.142311475856 },
    { 40, 49, -0.202389079582951 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BsTest test = bs_test_chi2 (rows[i][0], rows[i][1]);

      g_assert_cmpfloat (test.statistic, ==, rows[i][0]);
      g_assert_cmpfloat (test.df1, ==, rows[i][1]);
      g_assert_true (isnan (test.df2));
      assert_p (test, rows[i][2]);
    }
  g_assert_cmpfloat (bs_test_chi2 (0, 3).p, ==, 1);
  g_assert_cmpfloat (bs_test_chi2 (0, 3).log_p, ==, 0);
}

/* R: log(2) + pnorm(-z, log.p = TRUE) */
static void
test_normal (void)
{
  static const double rows[][2] = {
    { 0.5, -0.482764581033673 }, { 1.96, -2.99581647116969 }, { 10, -52.5381379699525 },    { 38, -725.86406883826 },
    { 40, -803.915294833194 },   { 100, -5004.83106151365 },  { 1000, -500007.133547632 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_p (bs_test_normal (17, rows[i][0]), rows[i][1]);
      assert_p (bs_test_normal (17, -rows[i][0]), rows[i][1]);
    }
  g_assert_cmpfloat (bs_test_normal (17, 2).statistic, ==, 17);
  g_assert_cmpfloat (bs_test_normal (17, 0).p, ==, 1);
}

/* R: pf(f, df1, df2, lower = FALSE, log.p = TRUE). In the last row R's underflows to -Inf; mpmath 1.3.0 with mp.dps =
 * 50: x = mpf(99950) / (99950 + 49 * 100); log(betainc(mpf(99950) / 2, mpf(49) / 2, 0, x, regularized = True)) */
static void
test_f (void)
{
  static const double rows[][4] = {
    { 2, 3, 20, -1.92114766416816 },        { 50, 6, 833, -119.378061274479 },
    { 1000, 2, 1e4, -911.607783969773 },    { 3000, 1, 2000, -920.062019368577 },
    { 1e4, 6, 500.5, -1189.55135304562 },   { 2.5, 4, 3, -1.43225045047647 },
    { 1e6, 4, 300, -1419.69741090602 },     { 100, 49, 99950, -2262.74781251474537 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BsTest test = bs_test_f (rows[i][0], rows[i][1], rows[i][2]);

      g_assert_cmpfloat (test.df1, ==, rows[i][1]);
      g_assert_cmpfloat (test.df2, ==, rows[i][2]);
      assert_p (test, rows[i][3]);
    }
}

/* R: log(2) + pt(-abs(t), df, log.p = TRUE) */
static void
test_t (void)
{
  static const double rows[][3] = {
    { 2, 7, -2.4578442203543 },         { -3, 4.5, -3.37025503534491 },     { 60, 500, -529.302383885845 },
    { 100, 3998, -2509.19189603395 },   { 1e5, 300, -2601.3887886995 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_p (bs_test_t (rows[i][0], rows[i][1]), rows[i][2]);
}

static void
assert_no_test (BsTest test)
{
  g_assert_true (isnan (test.statistic) && isnan (test.df1) && isnan (test.df2));
  g_assert_true (isnan (test.p) && isnan (test.log_p));
}

static void
test_no_answer (void)
{
  assert_no_test (bs_test_none ());
  assert_no_test (bs_test_normal (1, NAN));
  assert_no_test (bs_test_normal (NAN, 1));
  assert_no_test (bs_test_chi2 (NAN, 1));
  assert_no_test (bs_test_chi2 (INFINITY, 1));
  assert_no_test (bs_test_chi2 (1, 0));
  assert_no_test (bs_test_f (1, NAN, 3));
  assert_no_test (bs_test_f (-1, 2, 3));
  assert_no_test (bs_test_t (NAN, 3));
  assert_no_test (bs_test_t (1, 0));
  assert_no_test (bs_test_exact (1, NAN));
  g_assert_cmpfloat (bs_test_exact (1, 1.0000001).p, ==, 1);
  g_assert_cmpfloat (bs_test_exact (1, 1.0000001).log_p, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tail/chi2", test_chi2);
  g_test_add_func ("/tail/normal", test_normal);
  g_test_add_func ("/tail/f", test_f);
  g_test_add_func ("/tail/t", test_t);
  g_test_add_func ("/tail/no-answer", test_no_answer);
  return g_test_run ();
}
