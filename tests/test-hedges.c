/* Hedges' g where R's own noncentral t does not reach; test-pair.c has the usual. */
#include "compare/pair.h"

#include "pair-help.h"

/* R's pt() knows no ncp above 37.6; by integration instead:
 *   a <- rep(c(-.9, .9), length.out = m) + off; b <- rep(c(-1, 1), length.out = n)
 *   f, x, e and j as in test-pair.c; t <- x * e
 *   P <- function(v) integrate(function(s) pnorm(t * s - v) * exp(log(2) + f / 2 * log(f / 2) - lgamma(f / 2)
 *     + (f - 1) * log(s) - f / 2 * s^2), max(0, 1 - 9 / sqrt(2 * f)), 1 + 11 / sqrt(2 * f), rel.tol = 1e-12,
 *     subdivisions = 2000)$value
 *   w <- 8 * sqrt(1 + t^2 / (2 * f)) + 4
 *   nc <- function(p) uniroot(function(v) P(v) - p, t + c(-w, w), tol = 1e-12)$root
 *   c(x * j, nc(.975) / e * j, nc(.025) / e * j) */
static void
test_g_far_off (void)
{
  static const struct {
    gsize m, n;
    double off;
    BsEstimate g;
  } rows[] = {
    { 5, 5, 20, { 17.34180133981, 8.965879503715, 25.74083251658 } },
    { 30, 30, -8, { -8.160613272719, -9.718741664204, -6.592748856565 } },
    { 2000, 2000, 3, { 3.152150028391, 3.059249104221, 3.244863696785 } },
    { 20000, 300, 1, { 1.109094635033, 0.994571819343, 1.223590360316 } },
  };

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autofree double *a = g_new (double, rows[row].m), *b = g_new (double, rows[row].n);

      for (gsize i = 0; i < rows[row].m; i++)
        a[i] = (i % 2 == 0 ? -0.9 : 0.9) + rows[row].off;
      for (gsize i = 0; i < rows[row].n; i++)
        b[i] = i % 2 == 0 ? -1 : 1;
      assert_estimate (bs_hedges_g ((BsSample){ a, rows[row].m }, (BsSample){ b, rows[row].n }), rows[row].g, 1e-8);
    }
}

/* Where the means are ten million standard deviations apart, only the standard deviation is unsure: R, for off = 1e7
 * and m = n = 5, x * sqrt(qchisq(c(.025, .975), 8) / 8) * j. */
static void
test_g_without_end (void)
{
  static const double a[] = { -0.9, 0.9, -0.9, 0.9, -0.9 }, b[] = { -1, 1, -1, 1, -1 };
  double high[5];

  for (guint i = 0; i < 5; i++)
    high[i] = a[i] + 1e7;
  assert_estimate (bs_hedges_g ((BsSample){ high, 5 }, (BsSample){ b, 5 }),
                   (BsEstimate){ 8662238.44719, 4521541.96742, 12824262.6933 }, 1e-7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hedges/g-far-off", test_g_far_off);
  g_test_add_func ("/hedges/g-without-end", test_g_without_end);
  return g_test_run ();
}
