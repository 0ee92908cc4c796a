/* Intervals by order statistics and by clusters, against R 4.2.2. */
#include "compare/interval.h"

#include <math.h>

#include "base/number.h"
#include "base/quantile.h"

/* The second column of tests/data/airquality.csv, sorted, its missing values left out: R's airquality$Ozone. */
static GArray *
ozone (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "airquality.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *cell = strchr (lines[i], ',');
      double value;

      if (cell != NULL && bs_number_parse (cell + 1, &value))
        g_array_append_val (values, value);
    }
  bs_sort_doubles ((double *) (gpointer) values->data, values->len);
  return values;
}

static void
assert_close (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

/* lower <- function (x, p) {
 *   n <- length (x); r <- qbinom (.025, n, p)
 *   while (r > 0 && pbinom (r - 1, n, p) > .025) r <- r - 1
 *   while (pbinom (r, n, p) <= .025) r <- r + 1
 *   if (r == 0 || r == n) return (NA)
 *   under <- .025 - pbinom (r - 1, n, p); over <- pbinom (r, n, p) - .025
 *   l <- 1 / (1 + r * (1 - p) * over / ((n - r) * p * under)); (1 - l) * x[r] + l * x[r + 1] }
 * upper <- function (x, p) -lower (sort (-x), 1 - p)
 * x <- sort (na.omit (airquality$Ozone)); c (quantile (x, p), lower (x, p), upper (x, p)) */
static void
test_quantiles (void)
{
  static const struct {
    double p, estimate, low, high;
  } EXPECTED[] = { { .05, 7.75, 4.6366796368, 10.2109955931 },
                   { .25, 18, 13.6810775327, 21 },
                   { .5, 31.5, 23, 39 },
                   { .75, 63.25, 46.1721943756, 77.3189224673 },
                   { .95, 108.5, 90.5780088138, 130.8615823606 } };
  g_autoptr (GArray) values = ozone ();

  g_assert_cmpuint (values->len, ==, 116);
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      BsEstimate found = bs_quantile_interval ((BsSample){ (const double *) (gpointer) values->data, values->len },
                                               EXPECTED[i].p);

      assert_close (found.estimate, EXPECTED[i].estimate);
      assert_close (found.low, EXPECTED[i].low);
      assert_close (found.high, EXPECTED[i].high);
    }
}

/* The same of head (rivers, 9): too few for the lower end of the first quartile. */
static void
test_few (void)
{
  static const double rivers[] = { 135, 320, 325, 392, 450, 465, 524, 735, 1459 };
  BsEstimate median = bs_quantile_interval ((BsSample){ rivers, 9 }, 0.5);
  BsEstimate quartile = bs_quantile_interval ((BsSample){ rivers, 9 }, 0.25);
  BsEstimate none = bs_quantile_interval ((BsSample){ rivers, 4 }, 0.5);

  assert_close (median.low, 321.1395348837);
  assert_close (median.high, 686.9116279070);
  assert_close (quartile.low, NAN);
  assert_close (quartile.high, 454.4752989526);
  assert_close (none.estimate, 322.5);
  assert_close (none.low, NAN);
}

/* Values that are all the same say nothing of how sure their median is; the same median among others does. */
static void
test_same (void)
{
  static const double same[] = { 6, 6, 6, 6, 6, 6, 6, 6, 6 }, most[] = { 5, 5, 6, 6, 6, 6, 6, 6, 6 };
  BsEstimate none = bs_quantile_interval ((BsSample){ same, 9 }, 0.5);
  BsEstimate some = bs_quantile_interval ((BsSample){ most, 9 }, 0.5);

  assert_close (none.estimate, 6);
  assert_close (none.low, NAN);
  assert_close (none.high, NAN);
  assert_close (some.low, 5 + (321.1395348837 - 320) / 5); /* as far into the second step as among the rivers */
  assert_close (some.high, 6);
}

static const double members[] = { 1, 2, 4, 10, 11, 3, 3, 5, 9, 20, 7, 8, 6 };
static const guint32 cluster_of[] = { 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4 };

/* Every one of the 5^5 draws of five clusters:
 * x <- list (c (1, 2, 4), c (10, 11), c (3, 3, 5, 9), 20, c (7, 8, 6)); d <- as.matrix (expand.grid (rep (list (1:5),
 * 5))) quantile (apply (d, 1, function (i) mean (unlist (x[i]))), c (.025, .975)); the same of median. */
static void
test_clusters (void)
{
  const BsSample sample = { members, G_N_ELEMENTS (members) };
  BsEstimate mean, median;
  BsRandom random;

  bs_random_init (&random, 1, "clusters");
  bs_bootstrap_clusters (sample, cluster_of, 5, 100000, &random, &mean, &median);
  assert_close (mean.estimate, 89.0 / 13);
  assert_close (median.estimate, 6);
  g_assert_cmpfloat_with_epsilon (mean.low, 4.133333333333, 0.06);
  g_assert_cmpfloat_with_epsilon (mean.high, 11.444444444444, 0.12);
  g_assert_cmpfloat_with_epsilon (median.low, 3, 0.01);
  g_assert_cmpfloat_with_epsilon (median.high, 10.5, 0.01);
}

static void
test_few_clusters (void)
{
  const BsSample sample = { members, G_N_ELEMENTS (members) };
  static const guint32 one_cluster[G_N_ELEMENTS (members)] = { 0 };
  BsEstimate mean, median;
  BsRandom random;

  bs_random_init (&random, 1, "clusters");
  bs_bootstrap_clusters (sample, one_cluster, 1, 500, &random, &mean, &median);
  assert_close (mean.estimate, 89.0 / 13);
  g_assert_true (isnan (mean.low) && isnan (mean.high) && isnan (median.low));
  bs_bootstrap_clusters ((BsSample){ members, 0 }, cluster_of, 0, 500, &random, &mean, &median);
  g_assert_true (isnan (mean.estimate) && isnan (median.estimate));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/quantiles", test_quantiles);
  g_test_add_func ("/interval/few", test_few);
  g_test_add_func ("/interval/same", test_same);
  g_test_add_func ("/interval/clusters", test_clusters);
  g_test_add_func ("/interval/few-clusters", test_few_clusters);
  return g_test_run ();
}
