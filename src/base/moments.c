#include "base/moments.h"

#include <math.h>

void
bs_moments_add (BsMoments *moments, double value)
{
  double n = (double) moments->n + 1;
  double delta = value - moments->mean;
  double step = delta / n;
  double step2 = step * step;
  double term = delta * step * (n - 1);

  g_return_if_fail (isfinite (value));
  moments->min = moments->n == 0 ? value : MIN (moments->min, value);
  moments->max = moments->n == 0 ? value : MAX (moments->max, value);
  moments->n++;
  moments->mean += step;
  moments->m4 += term * step2 * (n * n - 3 * n + 3) + 6 * step2 * moments->m2 - 4 * step * moments->m3;
  moments->m3 += term * step * (n - 2) - 3 * step * moments->m2;
  moments->m2 += term;
}

void
bs_moments_merge (BsMoments *moments, const BsMoments *other)
{
  double a = (double) moments->n;
  double b = (double) other->n;
  double n = a + b;
  double delta = other->mean - moments->mean;
  double step = delta / n;
  double term = delta * step * a * b;
  BsMoments sum = { .n = moments->n + other->n };

  if (other->n == 0)
    return;
  if (moments->n == 0)
    {
      *moments = *other;
      return;
    }
  sum.min = MIN (moments->min, other->min);
  sum.max = MAX (moments->max, other->max);
  sum.mean = moments->mean + step * b;
  sum.m2 = moments->m2 + other->m2 + term;
  sum.m3 = moments->m3 + other->m3 + term * step * (a - b) + 3 * step * (a * other->m2 - b * moments->m2);
  sum.m4 = moments->m4 + other->m4 + term * step * step * (a * a - a * b + b * b)
           + 6 * step * step * (a * a * other->m2 + b * b * moments->m2)
           + 4 * step * (a * other->m3 - b * moments->m3);
  *moments = sum;
}

double
bs_moments_mean (const BsMoments *moments)
{
  return moments->n == 0 ? NAN : moments->mean;
}

double
bs_moments_min (const BsMoments *moments)
{
  return moments->n == 0 ? NAN : moments->min;
}

double
bs_moments_max (const BsMoments *moments)
{
  return moments->n == 0 ? NAN : moments->max;
}

double
bs_moments_variance (const BsMoments *moments)
{
  return moments->n < 2 ? NAN : moments->m2 / (double) (moments->n - 1);
}

double
bs_moments_sd (const BsMoments *moments)
{
  return sqrt (bs_moments_variance (moments));
}

static gboolean
all_equal (const BsMoments *moments)
{
  return moments->n == 0 || moments->min == moments->max || !(moments->m2 > 0);
}

double
bs_moments_skewness (const BsMoments *moments)
{
  if (all_equal (moments))
    return NAN;
  return sqrt ((double) moments->n) * moments->m3 / pow (moments->m2, 1.5);
}

double
bs_moments_kurtosis (const BsMoments *moments)
{
  if (all_equal (moments))
    return NAN;
  return (double) moments->n * moments->m4 / (moments->m2 * moments->m2) - 3;
}
