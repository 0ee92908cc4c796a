#include "compare/rank.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  double value;
  gsize  at;
} Placed;

static int
by_value (const void *a, const void *b)
{
  const Placed *x = a, *y = b;

  return (x->value > y->value) - (x->value < y->value);
}

double
bs_mid_ranks (const double *values, gsize n, double *ranks)
{
  g_autofree Placed *placed = g_new (Placed, MAX (n, 1));
  double ties = 0;

  for (gsize i = 0; i < n; i++)
    placed[i] = (Placed){ values[i], i };
  qsort (placed, n, sizeof *placed, by_value);
  for (gsize i = 0, next; i < n; i = next)
    {
      double t;

      for (next = i + 1; next < n && placed[next].value == placed[i].value; next++)
        ;
      t = (double) (next - i);
      ties += t * t * t - t;
      for (gsize j = i; j < next; j++)
        ranks[placed[j].at] = (double) (i + 1 + next) / 2;
    }
  return ties;
}

double *
bs_pool (const BsSample *groups, guint k, gsize *n)
{
  double *pool;

  *n = 0;
  for (guint g = 0; g < k; g++)
    *n += groups[g].n;
  pool = g_new (double, MAX (*n, 1));
  *n = 0;
  for (guint g = 0; g < k; g++)
    for (gsize i = 0; i < groups[g].n; i++)
      pool[(*n)++] = groups[g].values[i];
  return pool;
}

double
bs_mean_ranks (const BsSample *groups, guint k, double *mean_ranks, gsize *n)
{
  g_autofree double *pool = bs_pool (groups, k, n);
  g_autofree double *ranks = g_new (double, MAX (*n, 1));
  double ties = bs_mid_ranks (pool, *n, ranks);
  const double *rank = ranks;

  for (guint g = 0; g < k; g++)
    {
      double sum = 0;

      for (gsize i = 0; i < groups[g].n; i++)
        sum += *rank++;
      mean_ranks[g] = groups[g].n == 0 ? NAN : sum / (double) groups[g].n;
    }
  return ties;
}
