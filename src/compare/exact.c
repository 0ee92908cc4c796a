#include "compare/exact.h"

#include <float.h>
#include <math.h>

#define TAIL 0.025

static void
accumulate (double *counts, guint n_values, double all)
{
  double sum = 0;

  for (guint u = 0; u < n_values; u++)
    {
      sum += counts[u];
      counts[u] = sum / all;
    }
}

/* The counts are the coefficients of the Gaussian binomial, the product of (1 - x^(n + i)) / (1 - x^i) over i to m. */
double *
bs_exact_mann_whitney (guint m, guint n, guint *n_values)
{
  double *counts, all = 1;

  *n_values = m * n / 2 + 1;
  counts = g_new0 (double, *n_values);
  counts[0] = 1;
  for (guint i = 1; i <= m; i++)
    {
      for (guint u = *n_values; u-- > n + i;)
        counts[u] -= counts[u - n - i];
      for (guint u = i; u < *n_values; u++)
        counts[u] += counts[u - i];
      all = all * (n + i) / i;
    }
  accumulate (counts, *n_values, all);
  return counts;
}

/* Each rank is in the sum or not: the coefficients of the product of (1 + x^i). */
double *
bs_exact_signed_rank (guint n, guint *n_values)
{
  double *counts;

  *n_values = n * (n + 1) / 4 + 1;
  counts = g_new0 (double, *n_values);
  counts[0] = 1;
  for (guint i = 1; i <= n; i++)
    for (guint v = *n_values; v-- > i;)
      counts[v] += counts[v - i];
  accumulate (counts, *n_values, exp2 (n));
  return counts;
}

double
bs_exact_p (const double *cumulative, double statistic, double most)
{
  return MIN (2 * cumulative[(gsize) MIN (statistic, most - statistic)], 1);
}

guint
bs_exact_bound (const double *cumulative, guint n_values)
{
  guint q = 0;

  while (q < n_values - 1 && cumulative[q] < TAIL - 10 * DBL_EPSILON)
    q++;
  return q;
}
