#include "compare/keyness.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>

#include "base/gsl.h"

#define Z_95 1.959963984540054

/* ---- The quantile of a beta distribution, as a logit ----------------------------------------------------------------
 * gsl_cdf_beta_Pinv() does not converge for counts in the millions; a root of the distribution itself does. */

typedef struct {
  double a, b, p;
} Beta;

/* The distribution at logit t, from the side on which the share is not next to 1. */
static double
distribution_at (const Beta *beta, double t)
{
  if (t < 0)
    return gsl_cdf_beta_P (1 / (1 + exp (-t)), beta->a, beta->b);
  return gsl_cdf_beta_Q (1 / (1 + exp (t)), beta->b, beta->a);
}

static double
less_p (double t, void *data)
{
  const Beta *beta = data;

  return distribution_at (beta, t) - beta->p;
}

#define MOST_STEPS 200 /* a dozen are usual */

static double
solve (gsl_function *distribution, double low, double high)
{
  gsl_root_fsolver *solver = gsl_root_fsolver_alloc (gsl_root_fsolver_brent);
  double root = NAN;

  if (gsl_root_fsolver_set (solver, distribution, low, high) == GSL_SUCCESS)
    for (guint i = 0; i < MOST_STEPS; i++)
      {
        if (gsl_root_fsolver_iterate (solver) != GSL_SUCCESS)
          {
            root = NAN;
            break;
          }
        root = gsl_root_fsolver_root (solver);
        if (gsl_root_test_interval (gsl_root_fsolver_x_lower (solver), gsl_root_fsolver_x_upper (solver), 1e-12, 1e-12)
            == GSL_SUCCESS)
          break;
      }
  gsl_root_fsolver_free (solver);
  return root;
}

/* For p of 0.1 at most. Sought well below the mean: near it, for counts of millions, GSL 2.7 has NAN. */
static double
beta_logit (double p, double a, double b)
{
  Beta beta = { a, b, p };
  gsl_function distribution = { less_p, &beta };
  double spread = sqrt (1 / a + 1 / b), high = log (a / b) - 0.8 * spread;

  bs_gsl_quiet ();
  for (double reach = 4 * spread; isfinite (reach); reach *= 2)
    if (less_p (high - reach, &beta) < 0)
      return solve (&distribution, high - reach, high);
  return NAN;
}

/* The log2 ratio of rates at which a among a + b stands at probability p of its distribution. */
static double
ratio_at (double p, double a, double b, double scale)
{
  return beta_logit (p, a, b) / G_LN2 + log2 (scale);
}

/* ---- Ratios ------------------------------------------------------------------------------------------------------ */

static BsEstimate
poisson_interval (double a, double na, double b, double nb, double alpha)
{
  BsEstimate ratio = { NAN, NAN, NAN };

  if (a > 0)
    ratio.low = ratio_at (alpha / 2, a, b + 1, nb / na);
  if (b > 0)
    ratio.high = -ratio_at (alpha / 2, b, a + 1, na / nb);
  return ratio;
}

static double
rate (double count, double words)
{
  return (count > 0 ? count : 0.5) / words;
}

BsEstimate
bs_log_ratio (double a, double na, double b, double nb, double confidence)
{
  BsEstimate ratio = { NAN, NAN, NAN };

  if (!(na > 0 && nb > 0 && a + b > 0))
    return ratio;
  ratio = poisson_interval (a, na, b, nb, 1 - confidence);
  ratio.estimate = log2 (rate (a, na) / rate (b, nb));
  return ratio;
}

double
bs_log_ratio_conservative (double a, double na, double b, double nb, double n_tested)
{
  BsEstimate ratio;

  if (!(na > 0 && nb > 0 && a + b > 0))
    return NAN;
  ratio = poisson_interval (a, na, b, nb, 0.05 / fmax (1, n_tested));
  if (ratio.low > 0)
    return ratio.low;
  return ratio.high < 0 ? ratio.high : 0;
}

double
bs_relative_risk (double a, double na, double b, double nb)
{
  return na > 0 && b > 0 ? (a / na) / (b / nb) : NAN;
}

double
bs_percent_difference (double a, double na, double b, double nb)
{
  return 100 * (bs_relative_risk (a, na, b, nb) - 1);
}

BsEstimate
bs_odds_ratio (double a, double na, double b, double nb)
{
  BsContingency c = bs_contingency_of (a, na, b, nb);
  double add = c.o11 == 0 || c.o12 == 0 || c.o21 == 0 || c.o22 == 0 ? 0.5 : 0;
  double o11 = c.o11 + add, o12 = c.o12 + add, o21 = c.o21 + add, o22 = c.o22 + add;
  double logarithm = log (o11) + log (o22) - log (o12) - log (o21);
  double margin = Z_95 * sqrt (1 / o11 + 1 / o12 + 1 / o21 + 1 / o22);

  if (!(na > 0 && nb > 0 && a + b > 0))
    return (BsEstimate){ NAN, NAN, NAN };
  return (BsEstimate){ exp (logarithm), exp (logarithm - margin), exp (logarithm + margin) };
}

double
bs_simple_maths (double a, double na, double b, double nb, double k)
{
  double there = 1e6 * b / nb + k;

  return na > 0 && nb > 0 && there > 0 ? (1e6 * a / na + k) / there : NAN;
}

double
bs_difference_coefficient (double a, double na, double b, double nb)
{
  double here = a / na, there = b / nb;

  return na > 0 && nb > 0 && a + b > 0 ? (here - there) / (here + there) : NAN;
}

double
bs_ell (double a, double na, double b, double nb)
{
  BsContingency c = bs_contingency_of (a, na, b, nb);
  double n = na + nb;
  double least = fmin (na, nb) * (a + b) / n;

  return least > 1 ? bs_g2_two_term (&c) / (n * log (least)) : NAN;
}

double
bs_bayes_bic (double g2, double n)
{
  return n > 0 ? g2 - log (n) : NAN;
}

const char *
bs_bayes_label (double bic)
{
  if (isnan (bic))
    return "";
  if (bic < 0)
    return "favours H0";
  if (bic < 2)
    return "not worth a mention";
  if (bic < 6)
    return "positive";
  return bic <= 10 ? "strong" : "very strong";
}
