/* pair-help.h: two samples, and what is said of them, for tests. */
#pragma once

#include "compare/sample.h"
#include "groups-help.h"

#define NEAR(value, expected) assert_near (value, expected, 1e-9)

static inline void
assert_estimate (BsEstimate estimate, BsEstimate wanted, double relative)
{
  assert_near (estimate.estimate, wanted.estimate, relative);
  assert_near (estimate.low, wanted.low, relative);
  assert_near (estimate.high, wanted.high, relative);
}

/* Sorted; g_free(). */
static inline double *
all_differences (BsSample a, BsSample b)
{
  double *all = g_new (double, a.n * b.n);

  for (gsize i = 0; i < a.n; i++)
    for (gsize j = 0; j < b.n; j++)
      all[i * b.n + j] = a.values[i] - b.values[j];
  bs_sort_doubles (all, a.n * b.n);
  return all;
}

/* As even as may be, with many ties, with far outliers, most 0, or so large that differences overflow; sorted;
 * g_free(). */
static inline double *
sorted_values (GRand *random, gsize n, guint kind)
{
  double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      double part = g_rand_double (random);

      values[i] = kind == 0   ? part
                  : kind == 1 ? floor (part * 4)
                  : kind == 2 ? tan (M_PI * (part - 0.5))
                  : kind == 3 ? (part < 0.9 ? 0 : part * 1e9)
                              : (part - 0.5) * 1e308 * 3.5;
    }
  bs_sort_doubles (values, n);
  return values;
}
