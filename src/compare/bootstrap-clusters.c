/* One group's mean and median by resampling whole clusters. */
#include "compare/interval.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/quantile.h"

#define TAIL 0.025

typedef struct {
  double value;
  guint32 cluster;
} Member;

typedef struct {
  Member *members; /* ascending by value */
  gsize n;
  guint32 *times;  /* by cluster: how often it was drawn */
  guint n_clusters;
} Draw;

static int
compare_members (const void *a, const void *b)
{
  const Member *left = a, *right = b;

  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  return (left->cluster > right->cluster) - (left->cluster < right->cluster);
}

/* The middle value or the mean of the middle two of those drawn, and their mean. */
static void
figures_of (const Draw *draw, double *mean, double *median)
{
  gsize total = 0, before = 0;
  double sum = 0, low = (double) NAN, high = (double) NAN;

  for (gsize i = 0; i < draw->n; i++)
    {
      total += draw->times[draw->members[i].cluster];
      sum += draw->members[i].value * draw->times[draw->members[i].cluster];
    }
  for (gsize i = 0; i < draw->n && isnan (high); i++)
    {
      before += draw->times[draw->members[i].cluster];
      if (isnan (low) && before > (total - 1) / 2)
        low = draw->members[i].value;
      if (before > total / 2)
        high = draw->members[i].value;
    }
  *mean = total > 0 ? sum / (double) total : (double) NAN;
  *median = (low + high) / 2;
}

static BsEstimate
percentiles (double *replicates, guint n, double estimate)
{
  bs_sort_doubles (replicates, n);
  return (BsEstimate){ estimate, bs_quantile (replicates, n, TAIL), bs_quantile (replicates, n, 1 - TAIL) };
}

void
bs_bootstrap_clusters (BsSample sample, const guint32 *cluster, guint n_clusters, guint resamples, BsRandom *random,
                       BsEstimate *mean, BsEstimate *median)
{
  g_autofree Member *members = g_new (Member, sample.n);
  g_autofree guint32 *times = g_new (guint32, n_clusters);
  g_autofree double *means = g_new (double, resamples);
  g_autofree double *medians = g_new (double, resamples);
  Draw draw = { members, sample.n, times, n_clusters };

  *mean = *median = (BsEstimate){ (double) NAN, (double) NAN, (double) NAN };
  if (sample.n == 0)
    return;
  for (gsize i = 0; i < sample.n; i++)
    members[i] = (Member){ sample.values[i], cluster[i] };
  qsort (members, sample.n, sizeof *members, compare_members);
  for (guint c = 0; c < n_clusters; c++)
    times[c] = 1;
  figures_of (&draw, &mean->estimate, &median->estimate);
  if (n_clusters < BS_INTERVAL_LEAST || resamples == 0)
    return;
  for (guint i = 0; i < resamples; i++)
    {
      memset (times, 0, n_clusters * sizeof *times);
      for (guint c = 0; c < n_clusters; c++)
        times[bs_random_below (random, n_clusters)]++;
      figures_of (&draw, &means[i], &medians[i]);
    }
  *mean = percentiles (means, resamples, mean->estimate);
  *median = percentiles (medians, resamples, median->estimate);
}
