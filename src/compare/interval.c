#include "compare/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/gsl.h"
#include "base/quantile.h"

#define TAIL 0.025 /* at each end of a 95 % interval */

/* The chance that at most r of n values lie under the quantile at p. */
static double
at_most (gint64 r, double p, gsize n)
{
  return r < 0 ? 0 : gsl_cdf_binomial_P ((guint) r, p, (guint) n);
}

/* The largest r for which the r-th value (from 1) lies over the quantile in TAIL of samples at most; 0: none. */
static gsize
lower_rank (gsize n, double p)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = low + (high - low + 1) / 2;

      if (at_most ((gint64) middle - 1, p, n) <= TAIL)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* How far from the r-th value to the next the lower end lies: Nyblom 1992, formula 7, which at one half is that of
 * Hettmansperger and Sheather 1986. */
static double
lower_part (gsize n, double p, gsize r)
{
  double under = TAIL - at_most ((gint64) r - 1, p, n), over = at_most ((gint64) r, p, n) - TAIL;

  return under <= 0 ? 0 : 1 / (1 + (double) r * (1 - p) * over / ((double) (n - r) * p * under));
}

BsEstimate
bs_quantile_interval (BsSample sorted, double p)
{
  BsEstimate result = { bs_quantile (sorted.values, sorted.n, p), (double) NAN, (double) NAN };
  gsize n = sorted.n, below, above;

  g_return_val_if_fail (p > 0 && p < 1 && n <= G_MAXUINT, result);
  bs_gsl_quiet ();
  if (n < BS_INTERVAL_LEAST || sorted.values[0] == sorted.values[n - 1])
    return result;
  below = lower_rank (n, p);
  above = lower_rank (n, 1 - p);
  if (below > 0 && below < n)
    {
      double part = lower_part (n, p, below);

      result.low = (1 - part) * sorted.values[below - 1] + part * sorted.values[below];
    }
  if (above > 0 && above < n)
    {
      double part = lower_part (n, 1 - p, above);

      result.high = (1 - part) * sorted.values[n - above] + part * sorted.values[n - above - 1];
    }
  return result;
}

BsBootstrap
bs_bootstrap_favoured (void)
{
  return BS_BOOTSTRAP_T;
}
