/* Tests over several groups, as R 4.2.2 finds them for the same files. */
#include "compare/omnibus.h"

#include "groups-help.h"

#define NEAR(value, expected) assert_near (value, expected, 1e-9)

/* R, for the column v by g of a file of data/ (g as a factor in the file's order):
 *   d <- read.csv(file); d <- d[!is.na(d[[v]]), ]; x <- d[[v]]; g <- factor(d[[g]], unique(d[[g]]))
 *   n <- length(x); k <- nlevels(g); e <- table(g)
 *   h <- kruskal.test(x, g)$statistic; c(h, pchisq(h, k - 1, lower = FALSE, log.p = TRUE), h / (n - 1))
 *   w <- oneway.test(x ~ g); f <- w$statistic
 *   c(f, w$parameter[2], pf(f, k - 1, w$parameter[2], lower = FALSE, log.p = TRUE))
 *   (k - 1) * (f - 1) / ((k - 1) * (f - 1) + n)
 *   fk <- fligner.test(x, g); c(fk$statistic, pchisq(fk$statistic, k - 1, lower = FALSE, log.p = TRUE))
 *   a <- anova(aov(x ~ g)); b <- a[1, 3]; r <- a[2, 3]; m <- (n - sum(e^2) / n) / (k - 1)
 *   c(a[1, 4], pf(a[1, 4], k - 1, n - k, lower = FALSE, log.p = TRUE), a[1, 2] / sum(a[, 2]), (b - r) / (b + (m - 1) *
 * r)) */
static const struct {
  const char *file;
  guint column, k;
  gsize n;
  double h, h_log_p, epsilon_squared;
  double welch, welch_df2, welch_log_p, omega_squared;
  double fligner, fligner_log_p;
  double f, f_log_p, eta_squared, icc;
} expected[] = {
  { "blogs7.csv", 2, 7, 840,
    240.643265263558, -111.417821595035, 0.286821531899354,
    77.2803824512414, 368.624393821223, -141.51315375534, 0.352692100812417,
    45.1241710730419, -16.9341553432077,
    49.4345424742248, -118.145586608664, 0.262575557631273, 0.287557063787178 },
  { "airquality.csv", 1, 5, 116,
    29.2665763061169, -11.8838856562748, 0.254491967879278,
    8.0266761837481, 42.668201053388, -9.65053913954251, 0.195040923228935,
    19.340707482503, -7.30288452360533,
    8.53560658861385, -12.241272031971, 0.235233950623613, 0.249706559481093 },
  { "rates.csv", 1, 5, 215,
    9.5384981758909, -3.01670715663184, 0.0445724213826678,
    2.55354409731275, 27.6589294533128, -2.79262998099093, 0.0280912213253298,
    21.4525722208134, -8.26445311250292,
    6.29548769695097, -9.38651553941727, 0.107074334163189, 0.132432930217509 },
};

static void
assert_test (BsTest test, double statistic, double df1, double df2, double log_p)
{
  NEAR (test.statistic, statistic);
  NEAR (test.df1, df1);
  NEAR (test.df2, df2);
  NEAR (test.log_p, log_p);
  NEAR (log (test.p), log_p);
}

static void
test_as_r (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (Groups) groups = groups_of (expected[i].file, expected[i].column);
      guint k = expected[i].k;
      gsize n = expected[i].n;
      BsTest h = bs_kruskal_wallis (groups.of, groups.k), welch = bs_welch_anova (groups.of, groups.k);

      g_test_message ("%s", expected[i].file);
      g_assert_cmpuint (groups.k, ==, k);
      g_assert_cmpuint (groups.n, ==, n);
      assert_test (h, expected[i].h, k - 1, NAN, expected[i].h_log_p);
      NEAR (bs_epsilon_squared (h.statistic, n), expected[i].epsilon_squared);
      assert_test (welch, expected[i].welch, k - 1, expected[i].welch_df2, expected[i].welch_log_p);
      NEAR (bs_omega_squared (welch.statistic, k, n), expected[i].omega_squared);
      assert_test (bs_fligner_killeen (groups.of, groups.k), expected[i].fligner, k - 1, NAN,
                   expected[i].fligner_log_p);
      assert_test (bs_anova (groups.of, groups.k), expected[i].f, k - 1, (double) (n - k), expected[i].f_log_p);
      NEAR (bs_eta_squared (groups.of, groups.k), expected[i].eta_squared);
      NEAR (bs_icc (groups.of, groups.k), expected[i].icc);
    }
}

/* 2,000 press releases of 20 senators, whose figures are not in this repository: the same calls in R, as printed
 * there. */
static void
test_releases (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "reference", "stats", "grimmer20.csv", NULL);
  g_auto (Groups) groups = { 0 };
  BsTest test;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("needs ../shared/reference/stats/grimmer20.csv beside the checkout");
      return;
    }
  groups = groups_of_file (path, 4);
  test = bs_kruskal_wallis (groups.of, groups.k);
  assert_near (test.statistic, 309.0116, 2e-7);
  assert_near (test.p, 2.84e-54, 2e-3);
  assert_near (bs_epsilon_squared (test.statistic, groups.n), 0.1546, 4e-4);
  test = bs_anova (groups.of, groups.k);
  assert_near (test.statistic, 16.9564, 4e-6);
  assert_near (test.p, 2.24e-52, 3e-3);
  assert_near (bs_eta_squared (groups.of, groups.k), 0.1399, 4e-4);
  assert_near (bs_icc (groups.of, groups.k), 0.1376, 4e-4);
  test = bs_welch_anova (groups.of, groups.k);
  assert_near (test.statistic, 19.0132, 4e-6);
  assert_near (test.df2, 729.32, 1e-5);
  assert_near (test.p, 9.33e-52, 1e-3);
  assert_near (bs_fligner_killeen (groups.of, groups.k).p, 1.02e-6, 5e-3);
}

static void
test_empty_groups_are_passed_over (void)
{
  g_auto (Groups) groups = groups_of ("airquality.csv", 1);
  BsSample with[MOST_GROUPS + 2] = { { NULL, 0 } };

  memcpy (with + 1, groups.of, groups.k * sizeof *with);
  NEAR (bs_kruskal_wallis (with, groups.k + 2).log_p, expected[1].h_log_p);
  NEAR (bs_welch_anova (with, groups.k + 2).log_p, expected[1].welch_log_p);
  NEAR (bs_fligner_killeen (with, groups.k + 2).log_p, expected[1].fligner_log_p);
  NEAR (bs_anova (with, groups.k + 2).log_p, expected[1].f_log_p);
  NEAR (bs_eta_squared (with, groups.k + 2), expected[1].eta_squared);
  NEAR (bs_icc (with, groups.k + 2), expected[1].icc);
}

/* The rank tests see the order alone; the tests of means see no shift. */
static void
test_what_does_not_matter (void)
{
  g_auto (Groups) groups = groups_of ("rates.csv", 1);
  BsSample ranked[MOST_GROUPS], shifted[MOST_GROUPS];

  for (guint g = 0; g < groups.k; g++)
    {
      double *cubes = g_new (double, groups.of[g].n), *high = g_new (double, groups.of[g].n);

      for (gsize i = 0; i < groups.of[g].n; i++)
        {
          cubes[i] = pow (groups.of[g].values[groups.of[g].n - 1 - i], 3);
          high[i] = groups.of[g].values[i] + 1e6;
        }
      ranked[g] = (BsSample){ cubes, groups.of[g].n };
      shifted[g] = (BsSample){ high, groups.of[g].n };
    }
  NEAR (bs_kruskal_wallis (ranked, groups.k).log_p, expected[2].h_log_p);
  assert_near (bs_welch_anova (shifted, groups.k).log_p, expected[2].welch_log_p, 1e-7);
  assert_near (bs_icc (shifted, groups.k), expected[2].icc, 1e-7);
  for (guint g = 0; g < groups.k; g++)
    {
      g_free ((gpointer) ranked[g].values);
      g_free ((gpointer) shifted[g].values);
    }
}

static void
assert_no_test (BsTest test)
{
  g_assert_true (isnan (test.statistic) && isnan (test.df1) && isnan (test.df2));
  g_assert_true (isnan (test.p) && isnan (test.log_p));
}

static void
assert_no_answer (const BsSample *groups, guint k)
{
  assert_no_test (bs_kruskal_wallis (groups, k));
  assert_no_test (bs_welch_anova (groups, k));
  assert_no_test (bs_anova (groups, k));
  assert_no_test (bs_fligner_killeen (groups, k));
  g_assert_true (isnan (bs_eta_squared (groups, k)) && isnan (bs_icc (groups, k)));
}

static void
test_no_answer (void)
{
  static const double tenths[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, two[] = { 1, 2 }, more[] = { 3, 4, 5 };
  const BsSample none[] = { { NULL, 0 }, { NULL, 0 } }, one[] = { { more, 3 }, { NULL, 0 } };
  const BsSample few[] = { { two, 1 }, { two + 1, 1 } }, flat[] = { { tenths, 3 }, { tenths, 7 } };
  const BsSample single[] = { { two, 1 }, { more, 3 } }, half_flat[] = { { tenths, 7 }, { more, 3 } };

  assert_no_answer (none, 0);
  assert_no_answer (none, 2);
  assert_no_answer (one, 2);
  assert_no_answer (few, 2);
  assert_no_answer (flat, 2);
  assert_no_test (bs_welch_anova (single, 2));
  assert_no_test (bs_welch_anova (half_flat, 2));
  g_assert_false (isnan (bs_kruskal_wallis (single, 2).p));
  g_assert_true (isnan (bs_epsilon_squared (3, 1)) && isnan (bs_epsilon_squared (NAN, 9)));
  g_assert_true (isnan (bs_omega_squared (NAN, 3, 9)) && isnan (bs_omega_squared (2, 1, 9)));
  g_assert_cmpfloat (bs_omega_squared (0.5, 3, 9), ==, 0);
}

/* R: values in which the groups are alike but each differs within: anova(aov(c(1, 9, 1, 9, 1, 9) ~ gl(3, 2))), b is 0
 * and r is 32, so the coefficient is -32 / 32. */
static void
test_icc_below_nothing (void)
{
  static const double same[] = { 1, 9 };
  const BsSample groups[] = { { same, 2 }, { same, 2 }, { same, 2 } };

  NEAR (bs_icc (groups, 3), -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/omnibus/as-r", test_as_r);
  g_test_add_func ("/omnibus/releases", test_releases);
  g_test_add_func ("/omnibus/empty-groups-are-passed-over", test_empty_groups_are_passed_over);
  g_test_add_func ("/omnibus/what-does-not-matter", test_what_does_not_matter);
  g_test_add_func ("/omnibus/no-answer", test_no_answer);
  g_test_add_func ("/omnibus/icc-below-nothing", test_icc_below_nothing);
  return g_test_run ();
}
