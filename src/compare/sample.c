#include "compare/sample.h"

#include <math.h>

double
bs_sample_mean (BsSample sample)
{
  double sum = 0, rest = 0, mean;

  if (sample.n == 0)
    return NAN;
  for (gsize i = 0; i < sample.n; i++)
    sum += sample.values[i];
  mean = sum / (double) sample.n;
  for (gsize i = 0; i < sample.n; i++)
    rest += sample.values[i] - mean;
  return mean + rest / (double) sample.n;
}

static gboolean
is_constant (BsSample sample)
{
  gsize i = 1;

  while (i < sample.n && sample.values[i] == sample.values[0])
    i++;
  return i >= sample.n;
}

double
bs_sample_deviance (BsSample sample, double mean)
{
  double sum = 0, rest = 0;

  if (is_constant (sample))
    return 0; /* where the mean is rounded, the sum is not */
  for (gsize i = 0; i < sample.n; i++)
    {
      double off = sample.values[i] - mean;

      sum += off * off;
      rest += off;
    }
  return sum - rest * rest / (double) MAX (sample.n, 1);
}

double
bs_sample_variance (BsSample sample, double mean)
{
  return sample.n < 2 ? NAN : bs_sample_deviance (sample, mean) / (double) (sample.n - 1);
}
