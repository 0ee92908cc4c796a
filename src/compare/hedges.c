#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#include "base/gsl.h"
#include "compare/pair.h"

#define MOST_NODES 1024
#define MOST_STEPS 100
#define D_OF_FEW_NODES 8 /* standard deviations: up to there 128 nodes hold ten digits */
#define D_OF_NODES 100   /* beyond, the error of the means is nothing beside that of the spread */

/* ---- Noncentral t ------------------------------------------------------------------------------------------------- */

/* The chance that (Z + ncp) / S stays under t is the mean of Phi (t s - ncp) over S = chi / sqrt (df), which is smooth
 * and narrow: Gauss and Legendre's rule finds it. GSL has no noncentral t, and the sum over Poisson weights (Lenth
 * 1989, R's pt()) ends at ncp 37, which large samples pass. */
typedef struct {
  guint n;
  double s[MOST_NODES], weight[MOST_NODES];
} Chi;

static void
chi_init (Chi *chi, double df, guint n)
{
  double spread = 1 / sqrt (2 * df), low = MAX (1 - 9 * spread, 0), high = 1 + 11 * spread;
  double log_scale = M_LN2 + df / 2 * log (df / 2) - gsl_sf_lngamma (df / 2);
  gsl_integration_glfixed_table *nodes = gsl_integration_glfixed_table_alloc (n);

  chi->n = n;
  for (gsize i = 0; i < n; i++)
    {
      double weight;

      gsl_integration_glfixed_point (low, high, i, &chi->s[i], &weight, nodes);
      chi->weight[i] = weight * exp (log_scale + (df - 1) * log (chi->s[i]) - df / 2 * chi->s[i] * chi->s[i]);
    }
  gsl_integration_glfixed_table_free (nodes);
}

static double
noncentral_t (const Chi *chi, double t, double ncp, double *slope)
{
  double p = 0;

  *slope = 0;
  for (guint i = 0; i < chi->n; i++)
    {
      double z = t * chi->s[i] - ncp;

      p += chi->weight[i] * erfc (-z / M_SQRT2) / 2;
      *slope -= chi->weight[i] * exp (-z * z / 2) / sqrt (2 * M_PI);
    }
  return p;
}

/* The ncp under which the chance of less than t is p: Newton's steps on the normal scale, held by halving. */
static double
find_ncp (const Chi *chi, double t, double df, double p)
{
  double spread = sqrt (1 + t * t / (2 * df)), z = gsl_cdf_ugaussian_Qinv (p), ncp = t + z * spread;
  double low = t - 10 * spread - 10, high = t + 10 * spread + 10;

  for (guint step = 0; step < MOST_STEPS; step++)
    {
      double slope, chance = noncentral_t (chi, t, ncp, &slope), next;

      if (chance > p)
        low = ncp;
      else
        high = ncp;
      next = ncp - (chance - p) / slope;
      if (!(next > low && next < high))
        next = (low + high) / 2;
      if (fabs (next - ncp) < 1e-10 * MAX (spread, fabs (ncp)))
        return next;
      ncp = next;
    }
  return NAN;
}

/* The interval of the population's d, in standard deviations. */
static BsEstimate
interval_of (double d, double df, double root)
{
  double t = d * root, of_spread[2];
  Chi chi;

  if (fabs (d) <= D_OF_NODES)
    {
      chi_init (&chi, df, fabs (d) <= D_OF_FEW_NODES ? 128 : MOST_NODES);
      return (BsEstimate){ d, find_ncp (&chi, t, df, 0.975) / root, find_ncp (&chi, t, df, 0.025) / root };
    }
  of_spread[0] = d * sqrt (gsl_cdf_chisq_Pinv (0.025, df) / df);
  of_spread[1] = d * sqrt (gsl_cdf_chisq_Pinv (0.975, df) / df);
  return (BsEstimate){ d, MIN (of_spread[0], of_spread[1]), MAX (of_spread[0], of_spread[1]) };
}

BsEstimate
bs_hedges_g (BsSample a, BsSample b)
{
  double m = (double) a.n, n = (double) b.n, df = m + n - 2, correction;
  double mean_a = bs_sample_mean (a), mean_b = bs_sample_mean (b), pooled;
  BsEstimate g = { NAN, NAN, NAN };

  if (a.n < 1 || b.n < 1 || df < 2)
    return g;
  pooled = sqrt ((bs_sample_deviance (a, mean_a) + bs_sample_deviance (b, mean_b)) / df);
  if (!(pooled > 0 && isfinite (pooled)))
    return g;
  bs_gsl_quiet ();
  g = interval_of ((mean_a - mean_b) / pooled, df, sqrt (m * n / (m + n)));
  correction = exp (gsl_sf_lngamma (df / 2) - gsl_sf_lngamma ((df - 1) / 2)) / sqrt (df / 2);
  return (BsEstimate){ g.estimate * correction, g.low * correction, g.high * correction };
}
