/* Growth of the vocabulary against R, type by type. */
#include "compare/heaps.h"

#include <math.h>

static const BsSpectrumEntry spectrum[]
    = { { 1, 260 }, { 2, 80 },  { 3, 41 },  { 5, 30 },  { 9, 14 },  { 15, 10 }, { 22, 8 },
        { 30, 5 },  { 41, 4 },  { 60, 3 },  { 91, 1 },  { 98, 1 },  { 131, 1 }, { 149, 1 },
        { 154, 1 }, { 266, 1 }, { 301, 1 }, { 377, 1 }, { 420, 1 }, { 812, 1 } };
#define ENTRIES G_N_ELEMENTS (spectrum)

/* R 4.2.2, f as in test-zipf.c, N <- sum(f):
 *   q <- exp(lchoose(N - f, n) - lchoose(N, n)); sum(1 - q); sum(dhyper(1, f, N - f, n))
 *   P <- outer(f, f, function(x, y) exp(lchoose(N - x - y, n) - lchoose(N, n))); P[outer(f, f, "+") > N - n] <- 0
 *   C <- P - outer(q, q); diag(C) <- q * (1 - q); sqrt(sum(C)) */
static void
test_growth (void)
{
  static const BsGrowth expected[] = { { 50, 25.52005900063, 3.02764623044, 17.50461549437 },
                                       { 500, 118.99381456922, 7.07144960173, 77.62910176589 },
                                       { 2500, 332.3172168251, 8.5311633247, 202.2086430061 },
                                       { 4438, 465, 0, 260 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      BsGrowth growth = bs_growth (spectrum, ENTRIES, expected[i].n);

      g_assert_cmpfloat_with_epsilon (growth.types, expected[i].types, 1e-7);
      g_assert_cmpfloat_with_epsilon (growth.types_sd, expected[i].types_sd, 1e-6);
      g_assert_cmpfloat_with_epsilon (growth.hapaxes, expected[i].hapaxes, 1e-7);
    }
}

static void
test_edges (void)
{
  BsGrowth one = bs_growth (spectrum, ENTRIES, 1);

  g_assert_cmpfloat_with_epsilon (one.types, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (one.hapaxes, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (one.types_sd, 0, 1e-6);
  g_assert_true (isnan (bs_growth (spectrum, ENTRIES, 4439).types));
  g_assert_true (isnan (bs_growth (spectrum, ENTRIES, 0).types));
  g_assert_true (isnan (bs_growth (NULL, 0, 10).types));
}

/* R: n <- c(50, 100, 200, 400, 800, 1600, 3200); m <- lm(log(E) ~ log(n)); exp(coef(m)[1]); coef(m)[2];
 *    summary(m)$r.squared */
static void
test_heaps (void)
{
  BsGrowth points[7];
  BsHeaps fit;

  for (guint i = 0; i < 7; i++)
    points[i] = bs_growth (spectrum, ENTRIES, 50 << i);
  fit = bs_heaps (points, 7);
  g_assert_cmpfloat_with_epsilon (fit.k, 2.013756028001, 1e-8);
  g_assert_cmpfloat_with_epsilon (fit.beta, 0.653902324593, 1e-9);
  g_assert_cmpfloat_with_epsilon (fit.r2, 0.999748479314, 1e-9);
  g_assert_true (isnan (bs_heaps (points, 2).beta));
}

static void
test_sizes (void)
{
  double sizes[10];
  guint n = bs_growth_sizes (10, 1000, 3, sizes);

  g_assert_cmpuint (n, ==, 3);
  g_assert_true (sizes[0] == 10 && sizes[1] == 100 && sizes[2] == 1000);
  n = bs_growth_sizes (1, 3, 10, sizes);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (sizes[0] == 1 && sizes[1] == 2 && sizes[2] == 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heaps/growth", test_growth);
  g_test_add_func ("/heaps/edges", test_edges);
  g_test_add_func ("/heaps/heaps", test_heaps);
  g_test_add_func ("/heaps/sizes", test_sizes);
  return g_test_run ();
}
