/* The interval of delta. Cliff's delta is 2 A - 1, where A is the area under a ROC curve, so what is known of A holds.
 * The variance is DeLong, DeLong and Clarke-Pearson's (Biometrics 44, 1988); the interval is symmetric for Fisher's z
 * of delta, which is the half of the logit of A (Pepe 2003), by Student's t on Satterthwaite's degrees of freedom, as
 * Brunner and Munzel (Biometrical Journal 42, 2000) take them for unequal variances.
 *
 * Simulated with normal values of equal and unequal spread and values with ties, delta from 0 to .95: it covers 93-97 %
 * at 30, 100 and 300 values each, but for .95 where one group has three times the spread (91 % at 100); of unequal
 * sizes 93-97 % up to .8 and 90-96 % at .95; 97-99 % at 10 values each. Where the smaller group has three times the
 * spread and delta is .8 or more, it falls to 81-94 %, as do all others that were tried. Of these, Feng and Cliff's
 * asymmetric interval (2004) with the consistent variance covers 89-94 % at .95 from 30 values; Newcombe's method 5
 * (2006) does not see unequal spread: 87 % with 15 and 60 values. */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/gsl.h"
#include "compare/dominance.h"
#include "compare/interval.h"
#include "compare/pair.h"

#define Z_95 1.959963984540054
#define HALVINGS 60

/* Newcombe 2006 (Statistics in Medicine 25, 559-573), method 5: the least delta that leaves room for 1 where every
 * value of one group is above every one of the other, and nothing else says how sure that is. */
static double
least_below_one (double m, double n)
{
  double low = 0, high = 1, more = (m + n) / 2 - 1;

  for (guint i = 0; i < HALVINGS; i++)
    {
      double area = (low + high) / 2, rest = 1 - area;
      double variance = area * rest * (1 + more * rest / (2 - area) + more * area / (1 + area)) / (m * n);

      if (rest > Z_95 * sqrt (variance))
        low = area;
      else
        high = area;
    }
  return 2 * low - 1;
}

/* Of the shares, in one group, of the other group's values that are below less those above; over its size. */
static double
variance_part (double squares, double delta, double size, double other)
{
  return (squares / (other * other) - size * delta * delta) / ((size - 1) * size);
}

BsEstimate
bs_cliff_delta (BsSample a, BsSample b)
{
  BsDominance dominance = bs_dominance (a, b);
  double m = (double) a.n, n = (double) b.n, delta = (dominance.above - dominance.below) / (m * n);
  double rows = variance_part (dominance.rows, delta, m, n), columns = variance_part (dominance.columns, delta, n, m);
  double df, half;

  if (a.n < BS_INTERVAL_LEAST || b.n < BS_INTERVAL_LEAST)
    return (BsEstimate){ delta, NAN, NAN };
  if (delta == 1)
    return (BsEstimate){ 1, least_below_one (m, n), 1 };
  if (delta == -1)
    return (BsEstimate){ -1, -1, -least_below_one (m, n) };
  if (!(rows + columns > 0))
    return (BsEstimate){ delta, NAN, NAN };
  bs_gsl_quiet ();
  df = (rows + columns) * (rows + columns) / (rows * rows / (m - 1) + columns * columns / (n - 1));
  half = gsl_cdf_tdist_Pinv (0.975, df) * sqrt (rows + columns) / (1 - delta * delta);
  return (BsEstimate){ delta, tanh (atanh (delta) - half), tanh (atanh (delta) + half) };
}

const char *
bs_cliff_label (double delta)
{
  static const struct {
    double below;
    const char *label;
  } labels[] = { { 0.147, "negligible" }, { 0.33, "small" }, { 0.474, "medium" }, { INFINITY, "large" } };
  guint at = 0;

  if (isnan (delta))
    return "";
  while (at < G_N_ELEMENTS (labels) - 1 && fabs (delta) >= labels[at].below)
    at++;
  return labels[at].label;
}
