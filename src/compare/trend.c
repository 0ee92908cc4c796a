#include "compare/trend.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_erf.h>
#include <math.h>

#include "base/gsl.h"
#include "base/quantile.h"
#include "compare/rank.h"

static const BsTest no_test = { (double) NAN, (double) NAN, (double) NAN, (double) NAN, (double) NAN };

/* Sums over groups of equal values of t(t-1), t(t-1)(t-2) and t(t-1)(2t+5). */
typedef struct {
  double pairs, triples, spread;
} Ties;

static Ties
ties_of (const double *values, gsize n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));
  Ties ties = { 0, 0, 0 };

  bs_sort_doubles (sorted, n);
  for (gsize i = 0, j; i < n; i = j)
    {
      double t;

      for (j = i + 1; j < n && sorted[j] == sorted[i]; j++)
        ;
      t = (double) (j - i);
      ties.pairs += t * (t - 1);
      ties.triples += t * (t - 1) * (t - 2);
      ties.spread += t * (t - 1) * (2 * t + 5);
    }
  return ties;
}

static int
sign (double value)
{
  return (value > 0) - (value < 0);
}

static double
kendall_s (const double *x, const double *y, gsize n)
{
  gint64 s = 0;

  for (gsize i = 1; i < n; i++)
    for (gsize j = 0; j < i; j++)
      s += sign (x[i] - x[j]) * sign (y[i] - y[j]);
  return (double) s;
}

/* Kendall 1970, Rank Correlation Methods, 4.9: ties in both. */
static double
kendall_variance (Ties x, Ties y, double n)
{
  double variance = (n * (n - 1) * (2 * n + 5) - x.spread - y.spread) / 18 + x.pairs * y.pairs / (2 * n * (n - 1));

  return n > 2 ? variance + x.triples * y.triples / (9 * n * (n - 1) * (n - 2)) : variance;
}

static gboolean
all_tied (Ties ties, gsize n)
{
  return ties.pairs == (double) n * (double) (n - 1);
}

/* Of both tails. */
static double
log_p_of_z (double z)
{
  return gsl_sf_log_erfc (fabs (z) / M_SQRT2);
}

BsTest
bs_mann_kendall (const double *x, const double *y, gsize n)
{
  BsTest test = no_test;
  Ties in_x = ties_of (x, n), in_y = ties_of (y, n);
  double z;

  bs_gsl_quiet ();
  if (n < 3 || all_tied (in_x, n) || all_tied (in_y, n))
    return test;
  test.statistic = kendall_s (x, y, n);
  z = (test.statistic - sign (test.statistic)) / sqrt (kendall_variance (in_x, in_y, (double) n));
  test.log_p = fmin (log_p_of_z (z), 0);
  test.p = exp (test.log_p);
  return test;
}

double
bs_kendall_tau (const double *x, const double *y, gsize n)
{
  Ties in_x = ties_of (x, n), in_y = ties_of (y, n);
  double pairs = (double) n * ((double) n - 1);

  if (n < 3 || all_tied (in_x, n) || all_tied (in_y, n))
    return (double) NAN;
  return 2 * kendall_s (x, y, n) / sqrt ((pairs - in_x.pairs) * (pairs - in_y.pairs));
}

/* Of all pairs of different x, sorted upwards; *n_slopes of them. Free with g_free. */
static double *
slopes_of (const double *x, const double *y, gsize n, gsize *n_slopes)
{
  double *slopes = g_new (double, MAX (n * (n - 1) / 2, 1));

  *n_slopes = 0;
  for (gsize i = 1; i < n; i++)
    for (gsize j = 0; j < i; j++)
      if (x[i] != x[j])
        slopes[(*n_slopes)++] = (y[i] - y[j]) / (x[i] - x[j]);
  bs_sort_doubles (slopes, *n_slopes);
  return slopes;
}

BsEstimate
bs_sen_slope (const double *x, const double *y, gsize n)
{
  BsEstimate slope = { (double) NAN, (double) NAN, (double) NAN };
  g_autofree double *slopes = NULL;
  gsize n_slopes, below;
  double reach, rank;

  g_return_val_if_fail (n <= BS_TREND_MOST, slope);
  bs_gsl_quiet ();
  if (n < 2)
    return slope;
  slopes = slopes_of (x, y, n, &n_slopes);
  slope.estimate = bs_median (slopes, n_slopes);
  reach = gsl_cdf_ugaussian_Pinv (0.975) * sqrt (kendall_variance (ties_of (x, n), ties_of (y, n), (double) n));
  rank = floor (((double) n_slopes - reach) / 2);
  if (n < 3 || !(rank >= 1))
    return slope;
  below = (gsize) rank;
  slope.low = slopes[below - 1];
  slope.high = slopes[n_slopes - below];
  return slope;
}

/* Of ranks, whose mean is (n + 1) / 2. One root of the product, not two: that of a square is exact, and so is ±1. */
static double
pearson (const double *a, const double *b, gsize n)
{
  double mean = (double) (n + 1) / 2, ab = 0, aa = 0, bb = 0;

  for (gsize i = 0; i < n; i++)
    {
      ab += (a[i] - mean) * (b[i] - mean);
      aa += (a[i] - mean) * (a[i] - mean);
      bb += (b[i] - mean) * (b[i] - mean);
    }
  return aa > 0 && bb > 0 ? ab / sqrt (aa * bb) : (double) NAN;
}

BsTest
bs_spearman (const double *x, const double *y, gsize n)
{
  BsTest test = no_test;
  g_autofree double *ranks_x = g_new (double, MAX (n, 1));
  g_autofree double *ranks_y = g_new (double, MAX (n, 1));
  double rho;

  bs_gsl_quiet ();
  bs_mid_ranks (x, n, ranks_x);
  bs_mid_ranks (y, n, ranks_y);
  rho = n < 3 ? (double) NAN : pearson (ranks_x, ranks_y, n);
  if (isnan (rho))
    return test;
  test.statistic = rho = CLAMP (rho, -1, 1);
  test.df1 = (double) n - 2;
  test.p = fabs (rho) == 1 ? 0 : 2 * gsl_cdf_tdist_Q (fabs (rho) * sqrt (test.df1 / (1 - rho * rho)), test.df1);
  test.log_p = log (test.p);
  return test;
}
