#include "compare/summary.h"

#include <math.h>

#include "base/moments.h"
#include "base/quantile.h"

static gsize
copy_finite (const double *values, gsize n, double *finite)
{
  gsize kept = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      finite[kept++] = values[i];
  return kept;
}

static BsMoments
moments_of (const double *values, gsize n)
{
  BsMoments moments = { 0 };

  for (gsize i = 0; i < n; i++)
    bs_moments_add (&moments, values[i]);
  return moments;
}

/* Overwrites `sorted`. */
static double
mad_of (double *sorted, gsize n)
{
  double median = bs_median (sorted, n);

  for (gsize i = 0; i < n; i++)
    sorted[i] = fabs (sorted[i] - median);
  bs_sort_doubles (sorted, n);
  return BS_SUMMARY_MAD_SCALE * bs_median (sorted, n);
}

BsSummary
bs_summary (const double *values, gsize n)
{
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  gsize kept = copy_finite (values, n, sorted);
  gsize cut = (gsize) (BS_SUMMARY_TRIM * (double) kept);
  BsMoments all, middle;
  BsSummary summary = { .n = kept, .missing = n - kept };

  bs_sort_doubles (sorted, kept);
  all = moments_of (sorted, kept);
  middle = moments_of (sorted + cut, kept - 2 * cut);
  summary.mean = bs_moments_mean (&all);
  summary.sd = bs_moments_sd (&all);
  summary.min = bs_moments_min (&all);
  summary.q05 = bs_quantile (sorted, kept, 0.05);
  summary.q25 = bs_quantile (sorted, kept, 0.25);
  summary.median = bs_median (sorted, kept);
  summary.q75 = bs_quantile (sorted, kept, 0.75);
  summary.q95 = bs_quantile (sorted, kept, 0.95);
  summary.max = bs_moments_max (&all);
  summary.iqr = summary.q75 - summary.q25;
  summary.trimmed_mean = bs_moments_mean (&middle);
  summary.mad = mad_of (sorted, kept);
  return summary;
}
