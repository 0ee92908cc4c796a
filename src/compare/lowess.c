/* The conventions that decide the last digits are those of Cleveland's Fortran, which R keeps: weights are 1 within a
 * thousandth of the bandwidth and 0 beyond 0.999 of it, and a line is fitted only where the window's spread is more
 * than a thousandth of the range of x. */
#include "compare/lowess.h"

#include <math.h>

#include "base/quantile.h"

#define NEAR 0.001
#define FAR 0.999

typedef struct {
  const double *x, *y;
  gsize n;
  const double *robustness; /* NULL: not reweighted yet */
  double *weights;          /* scratch, n */
} Cloud;

/* From first to last, both included. */
typedef struct {
  gsize first, last;
} Window;

static double
tricube (double r, double h)
{
  double q = r / h, rest = 1 - q * q * q;

  return r <= NEAR * h ? 1 : rest * rest * rest;
}

static double
bisquare (double r, double h)
{
  double q = r / h, rest = 1 - q * q;

  return r <= NEAR * h ? 1 : r <= FAR * h ? rest * rest : 0;
}

/* Weighs the points around `at`, scaled to a sum of 1; points as far away as the window's edge may lie behind its end.
 * The last that was weighed goes into *end. FALSE where none has a weight. */
static gboolean
weigh (const Cloud *cloud, Window window, double at, double h, gsize *end)
{
  double sum = 0;
  gsize j;

  for (j = window.first; j < cloud->n; j++)
    {
      double r = fabs (cloud->x[j] - at);

      cloud->weights[j] = 0;
      if (r <= FAR * h)
        {
          cloud->weights[j] = tricube (r, h) * (cloud->robustness != NULL ? cloud->robustness[j] : 1);
          sum += cloud->weights[j];
        }
      else if (cloud->x[j] > at)
        break;
    }
  *end = j;
  for (gsize i = window.first; i < j && sum > 0; i++)
    cloud->weights[i] /= sum;
  return sum > 0;
}

/* The weighted line's value at `at`; FALSE where no point has a weight. */
static gboolean
fit_at (const Cloud *cloud, Window window, double at, double *fitted)
{
  double h = fmax (at - cloud->x[window.first], cloud->x[window.last] - at);
  double range = cloud->x[cloud->n - 1] - cloud->x[0], center = 0, spread = 0, value = 0;
  gsize end;

  if (!weigh (cloud, window, at, h, &end))
    return FALSE;
  for (gsize j = window.first; j < end; j++)
    center += cloud->weights[j] * cloud->x[j];
  for (gsize j = window.first; j < end; j++)
    spread += cloud->weights[j] * (cloud->x[j] - center) * (cloud->x[j] - center);
  if (h > 0 && sqrt (spread) > NEAR * range)
    for (gsize j = window.first; j < end; j++)
      cloud->weights[j] *= (at - center) / spread * (cloud->x[j] - center) + 1;
  for (gsize j = window.first; j < end; j++)
    value += cloud->weights[j] * cloud->y[j];
  *fitted = value;
  return TRUE;
}

/* Moves the window right while that brings it nearer. */
static Window
follow (const Cloud *cloud, Window window, double at)
{
  while (window.last + 1 < cloud->n && at - cloud->x[window.first] > cloud->x[window.last + 1] - at)
    {
      window.first++;
      window.last++;
    }
  return window;
}

static void
interpolate (const double *x, double *fitted, gsize from, gsize to)
{
  for (gsize j = from + 1; j < to; j++)
    {
      double share = (x[j] - x[from]) / (x[to] - x[from]);

      fitted[j] = share * fitted[to] + (1 - share) * fitted[from];
    }
}

/* The next point to fit behind `last`: the one before the first farther than delta. Points at the same x get the same
 * value and become *last. */
static gsize
next_point (const Cloud *cloud, double delta, gsize *last, double *fitted)
{
  double cut = cloud->x[*last] + delta;
  gsize i;

  for (i = *last + 1; i < cloud->n && cloud->x[i] <= cut; i++)
    if (cloud->x[i] == cloud->x[*last])
      {
        fitted[i] = fitted[*last];
        *last = i;
      }
  return MAX (*last + 1, i - 1);
}

static void
fit_all (const Cloud *cloud, gsize seen, double delta, double *fitted)
{
  Window window = { 0, seen - 1 };
  gsize last = 0;

  for (gsize i = 0; i < cloud->n; i = next_point (cloud, delta, &last, fitted))
    {
      window = follow (cloud, window, cloud->x[i]);
      if (!fit_at (cloud, window, cloud->x[i], &fitted[i]))
        fitted[i] = cloud->y[i];
      if (i > last)
        interpolate (cloud->x, fitted, last, i);
      last = i;
    }
}

/* Six median absolute residuals are the bisquare's reach. FALSE where the fit is exact: nothing is to be reweighted. */
static gboolean
reweigh (const Cloud *cloud, const double *fitted, double *robustness)
{
  double reach, sum = 0;

  for (gsize i = 0; i < cloud->n; i++)
    {
      cloud->weights[i] = fabs (cloud->y[i] - fitted[i]);
      sum += cloud->weights[i];
    }
  bs_sort_doubles (cloud->weights, cloud->n);
  reach = 6 * bs_median (cloud->weights, cloud->n);
  if (reach < 1e-7 * sum / (double) cloud->n)
    return FALSE;
  for (gsize i = 0; i < cloud->n; i++)
    robustness[i] = bisquare (fabs (cloud->y[i] - fitted[i]), reach);
  return TRUE;
}

void
bs_lowess (const double *x, const double *y, gsize n, double span, guint iterations, double delta, double *fitted)
{
  g_autofree double *weights = g_new (double, MAX (n, 1));
  g_autofree double *robustness = g_new (double, MAX (n, 1));
  Cloud cloud = { x, y, n, NULL, weights };
  gsize seen;

  g_return_if_fail (span > 0 && span <= 1);
  if (n < 2)
    {
      if (n == 1)
        fitted[0] = y[0];
      return;
    }
  seen = CLAMP ((gsize) (span * (double) n + 1e-7), 2, n);
  for (guint i = 0;; i++)
    {
      fit_all (&cloud, seen, delta, fitted);
      if (i >= iterations || !reweigh (&cloud, fitted, robustness))
        break;
      cloud.robustness = robustness;
    }
}
