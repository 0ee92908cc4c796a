#include "base/quantile.h"

#include <math.h>
#include <stdlib.h>

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

void
bs_sort_doubles (double *values, gsize n)
{
  if (n > 1)
    qsort (values, n, sizeof *values, compare_doubles);
}

double
bs_quantile (const double *sorted, gsize n, double p)
{
  double position, part;
  gsize low;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);
  if (n == 0)
    return NAN;
  position = (double) (n - 1) * p;
  low = (gsize) position;
  if (low >= n - 1)
    return sorted[n - 1];
  part = position - (double) low;
  if (part == 0 || sorted[low] == sorted[low + 1])
    return sorted[low];
  /* A weighted mean of both, since their difference may be more than a double holds. */
  return CLAMP ((1 - part) * sorted[low] + part * sorted[low + 1], sorted[low], sorted[low + 1]);
}

double
bs_median (const double *sorted, gsize n)
{
  return bs_quantile (sorted, n, 0.5);
}
