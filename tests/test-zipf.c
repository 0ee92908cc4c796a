/* The fit of rank and frequency against R's optim() over every rank. */
#include "compare/zipf.h"

#include <math.h>

/* By ascending frequency. */
static const BsSpectrumEntry spectrum[]
    = { { 1, 260 }, { 2, 80 },  { 3, 41 },  { 5, 30 },  { 9, 14 },  { 15, 10 }, { 22, 8 },
        { 30, 5 },  { 41, 4 },  { 60, 3 },  { 91, 1 },  { 98, 1 },  { 131, 1 }, { 149, 1 },
        { 154, 1 }, { 266, 1 }, { 301, 1 }, { 377, 1 }, { 420, 1 }, { 812, 1 } };

/* R 4.2.2:
 *   f <- c(812, 420, 377, 301, 266, 154, 149, 131, 98, 91, rep(60, 3), rep(41, 4), rep(30, 5), rep(22, 8), rep(15, 10),
 *          rep(9, 14), rep(5, 30), rep(3, 41), rep(2, 80), rep(1, 260)); V <- length(f); N <- sum(f); r <- seq_len(V)
 *   nll <- function(p) { a <- p[1]; b <- exp(p[2]) - 1; a * sum(f * log(r + b)) + N * log(sum((r + b)^-a)) }
 *   o <- optim(c(1, log(3.7)), nll, control = list(reltol = 1e-15, maxit = 5000))
 *   o <- optim(o$par, nll, method = "BFGS", control = list(reltol = 1e-16, maxit = 5000))
 *   a <- o$par[1]; b <- exp(o$par[2]) - 1; p <- (r + b)^-a / sum((r + b)^-a)
 *   max(abs(cumsum(f) / N - cumsum(p))); 2 * sum(f * log(f / (N * p))) */
static void
test_as_r (void)
{
  BsZipf fit = bs_zipf (spectrum, G_N_ELEMENTS (spectrum));

  g_assert_true (fit.words == 4438 && fit.types == 465);
  g_assert_cmpfloat_with_epsilon (fit.a, 1.40418972268, 2e-6);
  g_assert_cmpfloat_with_epsilon (fit.b, 1.18409670791, 1e-5);
  g_assert_cmpfloat_with_epsilon (fit.ks, 0.0287908547178, 1e-6);
  g_assert_cmpfloat_with_epsilon (fit.deviance * 4438, 158.822078244, 1e-6);
}

/* The fitted frequencies of all ranks make a million, so that the sum by Euler and Maclaurin is the sum of the terms.
 */
static void
test_shares_make_one (void)
{
  static const double as[] = { 0.6, 1, 1.4, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (as); i++)
    {
      const BsZipf fit = { .a = as[i], .b = -0.4, .types = 30000 };
      double sum = 0;

      for (double rank = 1; rank <= fit.types; rank++)
        sum += bs_zipf_per_million (&fit, rank);
      g_assert_cmpfloat_with_epsilon (sum, 1e6, 1e-4);
    }
}

/* A spectrum made from the law comes out as the law: frequencies of 2,000 ranks at a = 1.1, b = 3, rounded. */
static void
test_finds_what_was_put_in (void)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  BsZipf fit;

  for (guint rank = 2000; rank > 0; rank--)
    {
      BsSpectrumEntry entry = { (guint32) round (1e9 * pow (rank + 3, -1.1)), 1 };

      g_array_append_val (made, entry);
    }
  fit = bs_zipf ((const BsSpectrumEntry *) (gpointer) made->data, made->len);
  g_assert_cmpfloat_with_epsilon (fit.a, 1.1, 1e-4);
  g_assert_cmpfloat_with_epsilon (fit.b, 3, 1e-3);
  g_assert_cmpfloat (fit.ks, <, 1e-6);
}

static void
test_nothing_to_fit (void)
{
  static const BsSpectrumEntry flat[] = { { 3, 50 } }, few[] = { { 1, 4 }, { 2, 2 } };

  g_assert_true (isnan (bs_zipf (flat, 1).a));
  g_assert_true (isnan (bs_zipf (few, 2).a));
  g_assert_true (isnan (bs_zipf (NULL, 0).ks));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zipf/as-r", test_as_r);
  g_test_add_func ("/zipf/shares-make-one", test_shares_make_one);
  g_test_add_func ("/zipf/finds-what-was-put-in", test_finds_what_was_put_in);
  g_test_add_func ("/zipf/nothing-to-fit", test_nothing_to_fit);
  return g_test_run ();
}
