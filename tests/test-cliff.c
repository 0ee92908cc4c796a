/* Cliff's delta: all pairs of whole corpora as R finds them, by counting, and at its ends; test-pair.c has the
 * intervals. */
#include "compare/pair.h"

#include "compare/adjust.h"
#include "pair-help.h"

/* ---- Published figures of whole corpora ---------------------------------------------------------------------------- */

typedef struct {
  guint raw, holm, bh; /* pairs below .05 */
  double median, most; /* of |delta| */
  double label[4];     /* shares: negligible, small, medium, large */
} Pairs;

static Pairs
compare_all (const Groups *groups)
{
  static const char *const labels[] = { "negligible", "small", "medium", "large" };
  guint n = 0;
  double p[MOST_GROUPS * MOST_GROUPS] = { 0 }, adjusted[MOST_GROUPS * MOST_GROUPS], deltas[MOST_GROUPS * MOST_GROUPS];
  Pairs pairs = { 0 };

  for (guint a = 0; a < groups->k; a++)
    for (guint b = a + 1; b < groups->k; b++, n++)
      {
        p[n] = bs_mann_whitney (groups->of[a], groups->of[b]).p;
        deltas[n] = fabs (bs_cliff_delta (groups->of[a], groups->of[b]).estimate);
        for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
          pairs.label[i] += strcmp (bs_cliff_label (-deltas[n]), labels[i]) == 0;
      }
  for (guint i = 0; i < n; i++)
    pairs.raw += p[i] < 0.05;
  bs_adjust_holm (p, n, adjusted);
  for (guint i = 0; i < n; i++)
    pairs.holm += adjusted[i] < 0.05;
  bs_adjust_bh (p, n, adjusted);
  for (guint i = 0; i < n; i++)
    pairs.bh += adjusted[i] < 0.05;
  bs_sort_doubles (deltas, n);
  pairs.median = bs_median (deltas, n);
  pairs.most = deltas[n - 1];
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    pairs.label[i] /= n;
  return pairs;
}

static void
assert_pairs (const Groups *groups, Pairs wanted)
{
  Pairs pairs = compare_all (groups);

  g_assert_cmpuint (pairs.raw, ==, wanted.raw);
  g_assert_cmpuint (pairs.holm, ==, wanted.holm);
  g_assert_cmpuint (pairs.bh, ==, wanted.bh);
  g_assert_cmpfloat_with_epsilon (pairs.median, wanted.median, 0.0005001);
  g_assert_cmpfloat_with_epsilon (pairs.most, wanted.most, 0.0005001);
  for (guint i = 0; i < G_N_ELEMENTS (wanted.label); i++)
    g_assert_cmpfloat_with_epsilon (pairs.label[i], wanted.label[i], 0.0005001);
}

/* R: for every pair wilcox.test(x, y)$p.value and mean(sign(outer(x, y, "-"))), then sum(p < .05), the same of
 * p.adjust(p, "holm") and p.adjust(p, "BH"), median(abs(d)), max(abs(d)), mean(abs(d) < .147) and so on. */
static void
test_all_pairs_of_blogs (void)
{
  g_auto (Groups) groups = groups_of ("blogs7.csv", 2);

  assert_pairs (&groups, (Pairs){ 16, 15, 15, 0.401, 0.888, { 0.238, 0.143, 0.238, 0.381 } });
}

/* The same of 2,000 press releases of 20 senators, whose figures are not in this repository. */
static void
test_all_pairs_of_releases (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "reference", "stats", "grimmer20.csv", NULL);
  g_auto (Groups) groups = { 0 };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("needs ../shared/reference/stats/grimmer20.csv beside the checkout");
      return;
    }
  groups = groups_of_file (path, 4);
  assert_pairs (&groups, (Pairs){ 129, 84, 126, 0.253, 0.647, { 0.289, 0.347, 0.174, 0.189 } });
}

/* Newcombe's method 5 solved apart: with R, uniroot(function(a) { v <- a * (1 - a) * (1 + 14 * (1 - a) / (2 - a) + 14 *
 * a / (1 + a)) / (10 * 20); 1 - a - qnorm(.975) * sqrt(v) }, c(.5, .999), tol = 1e-14)$root * 2 - 1: 0.697842706948 */
static void
test_delta_of_one (void)
{
  double low[10], high[20];
  BsEstimate delta;

  for (guint i = 0; i < 20; i++)
    {
      low[i % 10] = i % 10;
      high[i] = 10 + i;
    }
  delta = bs_cliff_delta ((BsSample){ high, 20 }, (BsSample){ low, 10 });
  assert_estimate (delta, (BsEstimate){ 1, 0.697842706948, 1 }, 1e-9);
  delta = bs_cliff_delta ((BsSample){ low, 10 }, (BsSample){ high, 20 });
  assert_estimate (delta, (BsEstimate){ -1, -1, -0.697842706948 }, 1e-9);
}

static void
test_labels (void)
{
  g_assert_cmpstr (bs_cliff_label (0), ==, "negligible");
  g_assert_cmpstr (bs_cliff_label (-0.1469), ==, "negligible");
  g_assert_cmpstr (bs_cliff_label (0.147), ==, "small");
  g_assert_cmpstr (bs_cliff_label (-0.33), ==, "medium");
  g_assert_cmpstr (bs_cliff_label (0.474), ==, "large");
  g_assert_cmpstr (bs_cliff_label (-1), ==, "large");
  g_assert_cmpstr (bs_cliff_label (NAN), ==, "");
}

static void
test_delta_and_u_by_counting (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < 200; round++)
    {
      gsize m = 5 + g_rand_int_range (random, 0, 60), n = 5 + g_rand_int_range (random, 0, 60);
      g_autofree double *x = sorted_values (random, m, round % 4), *y = sorted_values (random, n, round / 4 % 4);
      BsSample a = { x, m }, b = { y, n };
      BsEstimate delta = bs_cliff_delta (a, b), back = bs_cliff_delta (b, a);
      BsTest u = bs_mann_whitney (a, b), v = bs_mann_whitney (b, a);
      double above = 0, below = 0;

      for (gsize i = 0; i < m; i++)
        for (gsize j = 0; j < n; j++)
          {
            above += x[i] > y[j];
            below += x[i] < y[j];
          }
      g_assert_cmpfloat (delta.estimate, ==, (above - below) / (double) (m * n));
      NEAR (back.estimate, -delta.estimate);
      NEAR (back.low, -delta.high);
      g_assert_true (isnan (delta.low) || (delta.low <= delta.estimate && delta.estimate <= delta.high));
      g_assert_true (isnan (delta.low) || (delta.low >= -1 && delta.high <= 1));
      if (isnan (u.p))
        continue;
      g_assert_cmpfloat (u.statistic, ==, above + ((double) (m * n) - above - below) / 2);
      g_assert_cmpfloat (u.statistic + v.statistic, ==, (double) (m * n));
      NEAR (u.p, v.p);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cliff/all-pairs-of-blogs", test_all_pairs_of_blogs);
  g_test_add_func ("/cliff/all-pairs-of-releases", test_all_pairs_of_releases);
  g_test_add_func ("/cliff/delta-of-one", test_delta_of_one);
  g_test_add_func ("/cliff/labels", test_labels);
  g_test_add_func ("/cliff/delta-and-u-by-counting", test_delta_and_u_by_counting);
  return g_test_run ();
}
