#include "compare/tail.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#include "base/gsl.h"

#define P_LEAST 1e-300   /* what BsTest promises */
#define P_TRUSTED 1e-280 /* above it log (p) is as good as p */
#define MOST_TERMS 10000000

BsTest
bs_test_none (void)
{
  return (BsTest){ NAN, NAN, NAN, NAN, NAN };
}

static BsTest
test_of (double statistic, double p, double log_p)
{
  BsTest test = { statistic, NAN, NAN, p < P_LEAST ? 0 : MIN (p, 1), MIN (log_p, 0) };

  return isnan (statistic) || isnan (p) || isnan (log_p) ? bs_test_none () : test;
}

BsTest
bs_test_exact (double statistic, double p)
{
  p = CLAMP (p, 0, 1);
  return test_of (statistic, p, log (p));
}

BsTest
bs_test_normal (double statistic, double z)
{
  double at = fabs (z) / M_SQRT2;

  bs_gsl_quiet ();
  return test_of (statistic, isnan (z) ? NAN : erfc (at), isnan (z) ? NAN : gsl_sf_log_erfc (at));
}

/* ---- Chi-squared -------------------------------------------------------------------------------------------------- */

/* The logarithm of the upper incomplete gamma ratio Q(a, x) for x well above a, by Legendre's continued fraction in
 * Lentz's form (Press et al., Numerical Recipes, 6.2): GSL has no logarithm of it. */
static double
log_gamma_q (double a, double x)
{
  double b = x + 1 - a, c = 1e300, d = 1 / b, product = d;

  for (int i = 1; i < MOST_TERMS; i++)
    {
      double step, over = -i * (i - a);

      b += 2;
      d = 1 / (over * d + b);
      c = b + over / c;
      step = d * c;
      product *= step;
      if (fabs (step - 1) < 1e-15)
        break;
    }
  return a * log (x) - x - gsl_sf_lngamma (a) + log (product);
}

BsTest
bs_test_chi2 (double x, double df)
{
  BsTest test;
  double p;

  if (!isfinite (x) || x < 0 || !(df > 0))
    return bs_test_none ();
  bs_gsl_quiet ();
  p = gsl_cdf_chisq_Q (x, df);
  test = test_of (x, p, p > P_TRUSTED ? log (p) : log_gamma_q (df / 2, x / 2));
  test.df1 = df;
  return test;
}

/* ---- F and t ------------------------------------------------------------------------------------------------------ */

/* The logarithm of the incomplete beta ratio I_x(a, b) at x = 1 / (1 + odds) far below its middle, by the series of the
 * hypergeometric function (Abramowitz and Stegun 26.5.4), whose terms are all above 0. */
static double
log_beta_i (double a, double b, double odds)
{
  double log_x = -log1p (odds), log_rest = log (odds) - log1p (odds), x = exp (log_x);
  double sum = 1, term = 1;

  for (int i = 0; i < MOST_TERMS && term > sum * 1e-17; i++)
    {
      term *= x * (a + b + i) / (a + 1 + i);
      sum += term;
    }
  return a * log_x + b * log_rest - log (a) - gsl_sf_lnbeta (a, b) + log (sum);
}

BsTest
bs_test_f (double f, double df1, double df2)
{
  BsTest test;
  double p;

  if (!isfinite (f) || f < 0 || !(df1 > 0) || !(df2 > 0))
    return bs_test_none ();
  bs_gsl_quiet ();
  p = gsl_cdf_fdist_Q (f, df1, df2);
  test = test_of (f, p, p > P_TRUSTED ? log (p) : log_beta_i (df2 / 2, df1 / 2, df1 * f / df2));
  test.df1 = df1;
  test.df2 = df2;
  return test;
}

/* By F, since GSL's own tail of t is off by 1e-7 of p far out. */
BsTest
bs_test_t (double t, double df)
{
  BsTest test = bs_test_f (t * t, 1, df);

  return isnan (test.p) ? test : (BsTest){ t, df, NAN, test.p, test.log_p };
}
