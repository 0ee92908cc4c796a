#include "population.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define SIGMA 0.551368 /* of the logarithm: skewness 2 */
#define SHAPE 4.0      /* of the gamma: skewness 1, mean 4, standard deviation 2 */
#define FREEDOM 5.0    /* of Student's t: excess kurtosis 6 */
#define STEPS 200000   /* of an integral over probabilities */

const char *
population_name (Population population)
{
  static const char *const names[] = { "normal", "lognormal, skewness 2", "gamma, skewness 1", "t on 5 df",
                                       "the gamma, rounded" };

  return names[population];
}

static double
round_to_grid (double value)
{
  return floor (value / POPULATION_GRID + 0.5) * POPULATION_GRID;
}

static double
quantile (Population population, double p)
{
  switch (population)
    {
    case POPULATION_NORMAL:
      return gsl_cdf_ugaussian_Pinv (p);
    case POPULATION_LOGNORMAL:
      return gsl_cdf_lognormal_Pinv (p, 0, SIGMA);
    case POPULATION_GAMMA:
      return gsl_cdf_gamma_Pinv (p, SHAPE, 1);
    case POPULATION_ROUNDED:
      return round_to_grid (gsl_cdf_gamma_Pinv (p, SHAPE, 1));
    case POPULATION_T:
    case N_POPULATIONS:
    default:
      return gsl_cdf_tdist_Pinv (p, FREEDOM);
    }
}

/* The chance of a value under x, those at x half: what a tie counts. */
static double
under (Population population, double x)
{
  const double half = POPULATION_GRID / 2;

  switch (population)
    {
    case POPULATION_NORMAL:
      return gsl_cdf_ugaussian_P (x);
    case POPULATION_LOGNORMAL:
      return x > 0 ? gsl_cdf_lognormal_P (x, 0, SIGMA) : 0;
    case POPULATION_GAMMA:
      return gsl_cdf_gamma_P (MAX (x, 0), SHAPE, 1);
    case POPULATION_ROUNDED:
      return (gsl_cdf_gamma_P (MAX (x - half, 0), SHAPE, 1) + gsl_cdf_gamma_P (MAX (x + half, 0), SHAPE, 1)) / 2;
    case POPULATION_T:
    case N_POPULATIONS:
    default:
      return gsl_cdf_tdist_P (x, FREEDOM);
    }
}

double
population_draw (Population population, BsRandom *random)
{
  return quantile (population, bs_random_unit (random) + 0x1p-54);
}

/* Mean and standard deviation of what stands on the grid, cell by cell. */
static void
moments_on_grid (Truth *truth)
{
  double mean = 0, squares = 0;

  for (guint k = 0; k < 400; k++)
    {
      double x = k * POPULATION_GRID, half = POPULATION_GRID / 2;
      double p = gsl_cdf_gamma_P (x + half, SHAPE, 1) - gsl_cdf_gamma_P (MAX (x - half, 0), SHAPE, 1);

      mean += p * x;
      squares += p * x * x;
    }
  truth->mean = mean;
  truth->sd = sqrt (squares - mean * mean);
}

Truth
population_truth (Population population)
{
  const double variance = SIGMA * SIGMA;
  Truth truth = { .median = quantile (population, 0.5),
                  .q05 = quantile (population, 0.05),
                  .q25 = quantile (population, 0.25),
                  .q75 = quantile (population, 0.75),
                  .q95 = quantile (population, 0.95) };

  truth.iqr = truth.q75 - truth.q25;
  for (guint i = 0; i < STEPS; i++)
    truth.trimmed_mean += quantile (population, 0.2 + 0.6 * (i + 0.5) / STEPS) / STEPS;
  if (population == POPULATION_NORMAL)
    truth.sd = 1;
  else if (population == POPULATION_LOGNORMAL)
    {
      truth.mean = exp (variance / 2);
      truth.sd = sqrt ((exp (variance) - 1) * exp (variance));
    }
  else if (population == POPULATION_GAMMA)
    {
      truth.mean = SHAPE;
      truth.sd = sqrt (SHAPE);
    }
  else if (population == POPULATION_ROUNDED)
    moments_on_grid (&truth);
  else
    truth.sd = sqrt (FREEDOM / (FREEDOM - 2));
  return truth;
}

double
population_delta (Population population, double shift)
{
  double sum = 0;

  for (guint i = 0; i < STEPS; i++)
    sum += under (population, quantile (population, (i + 0.5) / STEPS) + shift);
  return 2 * sum / STEPS - 1;
}
