/* Tried in R with log-normal lengths, one group half a standard deviation longer, values that are the logarithm of the
 * length and as much noise, shifts of 0, .5 and 1.5: the interval of the standardized delta held what the bands' own
 * lengths make true in 95 to 97 % of 1,500 samples of 30, of 100 and of 300 articles a group. */
#include "compare/standardize.h"

#include <math.h>

#include "base/quantile.h"
#include "compare/interval.h"

#define Z 1.959963984540054 /* of 95 % */

void
bs_bands_limits (const double *sorted, gsize n, double limits[BS_BANDS - 1])
{
  for (guint i = 0; i + 1 < BS_BANDS; i++)
    limits[i] = bs_quantile (sorted, n, (double) (i + 1) / BS_BANDS);
}

guint
bs_band_of (double value, const double limits[BS_BANDS - 1])
{
  guint band = 0;

  while (band + 1 < BS_BANDS && value > limits[band])
    band++;
  return band;
}

guint
bs_bands_weights (const BsSample *bands, guint k, double weights[BS_BANDS], double *covered)
{
  double sizes[BS_BANDS] = { 0 };
  double all = 0, used = 0;
  guint n_used = 0;

  for (guint band = 0; band < BS_BANDS; band++)
    {
      gsize least = G_MAXSIZE;

      for (guint i = 0; i < k; i++)
        {
          sizes[band] += (double) bands[i * BS_BANDS + band].n;
          least = MIN (least, bands[i * BS_BANDS + band].n);
        }
      all += sizes[band];
      if (k == 0 || least < BS_BAND_LEAST)
        sizes[band] = 0;
      used += sizes[band];
      n_used += sizes[band] > 0;
    }
  for (guint band = 0; band < BS_BANDS; band++)
    weights[band] = used > 0 ? sizes[band] / used : 0;
  *covered = all > 0 ? used / all : 0;
  return n_used;
}

/* How many values of a group lie in bands of weight. */
static gsize
n_weighed (const BsSample *bands, const double weights[BS_BANDS])
{
  gsize n = 0;

  for (guint band = 0; band < BS_BANDS; band++)
    n += weights[band] > 0 ? bands[band].n : 0;
  return n;
}

/* ---- The median --------------------------------------------------------------------------------------------------- */

typedef struct {
  double value;
  double weight;
} Weighted;

static int
by_value (gconstpointer a, gconstpointer b)
{
  const Weighted *x = a, *y = b;

  if (x->value != y->value)
    return x->value < y->value ? -1 : 1;
  return (x->weight > y->weight) - (x->weight < y->weight);
}

/* The value at which the weight reaches p. Sums of weights are rounded: what lies that near to p counts as on it. */
static double
weighted_quantile (const GArray *all, double p)
{
  const Weighted *items = (const Weighted *) (gpointer) all->data;
  double sum = 0;

  for (guint i = 0; i < all->len; i++)
    {
      sum += items[i].weight;
      if (fabs (sum - p) < 1e-12 && i + 1 < all->len)
        return (items[i].value + items[i + 1].value) / 2;
      if (sum > p)
        return items[i].value;
    }
  return items[all->len - 1].value;
}

static double
share_up_to (BsSample sample, double value)
{
  gsize low = 0, high = sample.n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (sample.values[middle] <= value)
        low = middle + 1;
      else
        high = middle;
    }
  return (double) low / (double) sample.n;
}

BsEstimate
bs_standard_median (const BsSample *bands, const double weights[BS_BANDS])
{
  BsEstimate estimate = { NAN, NAN, NAN };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Weighted));
  double variance = 0, error;

  for (guint band = 0; band < BS_BANDS; band++)
    for (gsize i = 0; weights[band] > 0 && i < bands[band].n; i++)
      {
        Weighted item = { bands[band].values[i], weights[band] / (double) bands[band].n };

        g_array_append_val (all, item);
      }
  if (all->len == 0)
    return estimate;
  g_array_sort (all, by_value);
  estimate.estimate = weighted_quantile (all, 0.5);
  for (guint band = 0; band < BS_BANDS; band++)
    if (weights[band] > 0)
      {
        double share = share_up_to (bands[band], estimate.estimate);

        variance += weights[band] * weights[band] * share * (1 - share) / ((double) bands[band].n - 1);
      }
  error = Z * sqrt (variance);
  if (all->len < BS_INTERVAL_LEAST || error <= 0 || error >= 0.5)
    return estimate;
  estimate.low = weighted_quantile (all, 0.5 - error);
  estimate.high = weighted_quantile (all, 0.5 + error);
  return estimate;
}

/* ---- Cliff's delta ------------------------------------------------------------------------------------------------ */

/* The mean over a's values of (those of b below - those above) / all of b, and the variance of that mean. */
static void
placements (BsSample a, BsSample b, double *mean, double *variance)
{
  gsize below = 0, up_to = 0;
  double sum = 0, squares = 0;

  for (gsize i = 0; i < a.n; i++)
    {
      double placement;

      while (below < b.n && b.values[below] < a.values[i])
        below++;
      up_to = MAX (up_to, below);
      while (up_to < b.n && b.values[up_to] <= a.values[i])
        up_to++;
      placement = ((double) below - (double) (b.n - up_to)) / (double) b.n;
      sum += placement;
      squares += placement * placement;
    }
  *mean = sum / (double) a.n;
  *variance = MAX (squares - (double) a.n * *mean * *mean, 0) / ((double) a.n - 1) / (double) a.n;
}

BsEstimate
bs_standard_delta (const BsSample *a, const BsSample *b, const double weights[BS_BANDS])
{
  BsEstimate estimate = { NAN, NAN, NAN };
  double delta = 0, variance = 0, error;
  gboolean any = FALSE;

  for (guint band = 0; band < BS_BANDS; band++)
    if (weights[band] > 0)
      {
        double ours, ours_variance, theirs, theirs_variance;

        placements (a[band], b[band], &ours, &ours_variance);
        placements (b[band], a[band], &theirs, &theirs_variance);
        delta += weights[band] * ours;
        variance += weights[band] * weights[band] * (ours_variance + theirs_variance);
        any = TRUE;
      }
  if (!any)
    return estimate;
  estimate.estimate = CLAMP (delta, -1, 1);
  if (fabs (estimate.estimate) >= 1 || variance <= 0 || n_weighed (a, weights) < BS_INTERVAL_LEAST
      || n_weighed (b, weights) < BS_INTERVAL_LEAST)
    return estimate;
  error = Z * sqrt (variance) / (1 - delta * delta);
  estimate.low = tanh (atanh (delta) - error);
  estimate.high = tanh (atanh (delta) + error);
  return estimate;
}
