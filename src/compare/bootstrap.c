/* Location and spread of one group by resampling its articles. */
#include "compare/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/gsl.h"
#include "base/quantile.h"
#include "compare/resample.h"
#include "compare/summary.h"

#define TAIL 0.025 /* at each end of a 95 % interval */

typedef enum { MEAN, TRIMMED, SD, IQR, N_FIGURES } Figure;

/* Rounding leaves about 1e-16 of a sum of squares where all values are the same. */
#define NO_SPREAD 1e-12

/* A draw's figures, as deviations from the sample's mean where they are places, and the standard errors of all but the
 * last; of the standard deviation that of its logarithm. */
typedef struct {
  double figure[N_FIGURES];
  double error[IQR];
} Draw;

/* Squares around the mean of n values, from their sums around another place. */
static double
squares_around_mean (double squares, double sum, double n)
{
  double around = squares - sum * sum / n;

  return around > NO_SPREAD * squares ? around : 0;
}

/* The trimmed mean and its standard error by the winsorized deviation (Tukey and McLaughlin 1963). */
static void
trim (const BsResample *r, gsize g, double *trimmed, double *error)
{
  double n = (double) r->n, cut = (double) g;
  BsResampleSums low = bs_resample_lowest (r, g), most = bs_resample_lowest (r, r->n - g);
  double bottom = bs_resample_at (r, g), top = bs_resample_at (r, r->n - g - 1);
  double sum = most.sum - low.sum, squares = most.squares - low.squares;
  double w_sum = sum + cut * (bottom + top), w_squares = squares + cut * (bottom * bottom + top * top);
  double variance = squares_around_mean (w_squares, w_sum, n) / (n - 1);

  *trimmed = sum / (n - 2 * cut);
  *error = sqrt (variance / n) / (1 - 2 * cut / n);
}

/* Of log s, by the variance of s², (μ4 - σ⁴ (n - 3) / (n - 1)) / n (Mood, Graybill and Boes 1974, VI.2), and the delta
 * method. */
static double
error_of_log_sd (const BsResample *r, double mean, double around)
{
  double n = (double) r->n, m2 = around / n, mean2 = mean * mean;
  double m4 = (r->fourths - 4 * mean * r->cubes + 6 * mean2 * r->all.squares) / n - 3 * mean2 * mean2;

  return m2 > 0 ? sqrt (MAX (m4 / (m2 * m2) - (n - 3) / (n - 1), 0) / (4 * n)) : 0;
}

static Draw
figures_of (const BsResample *r)
{
  double n = (double) r->n;
  double mean = r->all.sum / n, around = squares_around_mean (r->all.squares, r->all.sum, n);
  Draw draw;

  draw.figure[MEAN] = mean;
  draw.figure[SD] = sqrt (around / (n - 1));
  draw.figure[IQR] = bs_resample_quantile (r, 0.75) - bs_resample_quantile (r, 0.25);
  draw.error[MEAN] = draw.figure[SD] / sqrt (n);
  draw.error[SD] = error_of_log_sd (r, mean, around);
  trim (r, (gsize) (BS_SUMMARY_TRIM * n), &draw.figure[TRIMMED], &draw.error[TRIMMED]);
  return draw;
}

/* ---- Acceleration by the jackknife -------------------------------------------------------------------------------- */

/* Σ d³ / 6 (Σ d²)^1.5 of the influences of single values, which is all that the jackknife's deviations leave. */
typedef struct {
  double squares, cubes;
} Skew;

static void
skew_add (Skew *skew, double influence)
{
  skew->squares += influence * influence;
  skew->cubes += influence * influence * influence;
}

static double
acceleration (const Skew *skew)
{
  return skew->squares > 0 ? skew->cubes / (6 * pow (skew->squares, 1.5)) : 0;
}

/* The deviation's own with one value left out, in closed form. */
static double
deviation_without (const BsResample *r, double squares, double deviation)
{
  double n = (double) r->n;

  return sqrt (MAX (squares - n / (n - 1) * deviation * deviation, 0) / (n - 2));
}

/* The jackknife says nothing of quantiles (Efron 1982): the range of quartiles is only corrected for bias. */
static void
accelerations (const BsResample *r, double a[N_FIGURES])
{
  gsize g = (gsize) (BS_SUMMARY_TRIM * (double) r->n);
  double bottom = r->deviations[g], top = r->deviations[r->n - g - 1], centre = 0, mean_sd = 0;
  Skew skew[N_FIGURES] = { { 0, 0 } };

  for (gsize i = 0; i < r->n; i++)
    {
      centre += CLAMP (r->deviations[i], bottom, top) / (double) r->n;
      mean_sd += deviation_without (r, r->all.squares, r->deviations[i]) / (double) r->n;
    }
  for (gsize i = 0; i < r->n; i++)
    {
      skew_add (&skew[MEAN], r->deviations[i]);
      skew_add (&skew[TRIMMED], CLAMP (r->deviations[i], bottom, top) - centre);
      skew_add (&skew[SD], mean_sd - deviation_without (r, r->all.squares, r->deviations[i]));
    }
  for (guint f = 0; f < N_FIGURES; f++)
    a[f] = acceleration (&skew[f]);
}

/* ---- Intervals ---------------------------------------------------------------------------------------------------- */

/* Where p stands among sorted replicates: position (n + 1) p (Davison and Hinkley 1997, 2.4), held inside. */
static double
replicate_at (const double *sorted, guint n, double p)
{
  double position = CLAMP ((n + 1) * p - 1, 0, (double) n - 1);
  guint low = (guint) position;
  double part = position - low;

  return part == 0 ? sorted[low] : (1 - part) * sorted[low] + part * sorted[MIN (low + 1, n - 1)];
}

/* The share of replicates under the estimate, those that equal it but for rounding half, as a normal quantile. */
static double
bias (const double *sorted, guint n, double estimate)
{
  double rounding = 1e-9 * (sorted[n - 1] - sorted[0]), under = 0;

  for (guint i = 0; i < n && sorted[i] <= estimate + rounding; i++)
    under += sorted[i] < estimate - rounding ? 1 : 0.5;
  return gsl_cdf_ugaussian_Pinv (CLAMP (under / n, 0.5 / n, 1 - 0.5 / n));
}

static BsEstimate
bca (double *replicates, guint n, double estimate, double a)
{
  double z0, ends[2];

  bs_sort_doubles (replicates, n);
  z0 = bias (replicates, n, estimate);
  for (guint end = 0; end < 2; end++)
    {
      double z = z0 + (end == 0 ? -1 : 1) * gsl_cdf_ugaussian_Qinv (TAIL);

      ends[end] = replicate_at (replicates, n, gsl_cdf_ugaussian_P (z0 + z / (1 - a * z)));
    }
  return (BsEstimate){ estimate, ends[0], ends[1] };
}

/* A draw without spread has no error of its own: its pivot is infinite on the side where it lies. */
static double
pivot (double figure, double estimate, double error)
{
  double difference = figure - estimate;

  if (error > 0)
    return difference / error;
  return difference == 0 ? 0 : copysign ((double) INFINITY, difference);
}

/* Standard deviations are held against one another by their logarithms. */
static double
on_scale (Figure figure, double value)
{
  return figure == SD ? log (value) : value;
}

/* What a pivot says that so many errors lie between the estimate and an end. */
static double
end_at (Figure figure, double estimate, double distance)
{
  double end = figure == SD ? estimate * exp (-distance) : estimate - distance;

  return isfinite (end) ? end : (double) NAN;
}

static BsEstimate
studentized (Figure figure, double *pivots, guint n, double estimate, double error)
{
  bs_sort_doubles (pivots, n);
  return (BsEstimate){ estimate, end_at (figure, estimate, replicate_at (pivots, n, 1 - TAIL) * error),
                       end_at (figure, estimate, replicate_at (pivots, n, TAIL) * error) };
}

static BsEstimate
no_interval (double estimate)
{
  return (BsEstimate){ estimate, (double) NAN, (double) NAN };
}

/* What no resample can be drawn of: too few values, or all the same. */
static void
only_estimates (BsSample sorted, BsLocation *location)
{
  BsSummary summary = bs_summary (sorted.values, sorted.n);

  location->mean = no_interval (summary.mean);
  location->trimmed_mean = no_interval (summary.trimmed_mean);
  location->sd = no_interval (summary.sd);
  location->iqr = no_interval (summary.n > 1 ? summary.iqr : (double) NAN);
}

/* From deviations back to values. */
static BsEstimate
shifted (BsEstimate estimate, double by)
{
  return (BsEstimate){ estimate.estimate + by, estimate.low + by, estimate.high + by };
}

void
bs_bootstrap_location (BsSample sorted, BsBootstrap kind, guint resamples, BsRandom *random, BsLocation *location)
{
  /* of each figure the replicates, or their pivots */
  g_autofree double *drawn = g_new (double, (gsize) N_FIGURES * resamples);
  g_autoptr (BsResample) r = NULL;
  BsEstimate *const results[N_FIGURES]
      = { &location->mean, &location->trimmed_mean, &location->sd, &location->iqr };
  gboolean by_t[N_FIGURES] = { FALSE };
  double a[N_FIGURES];
  Draw sample;

  g_return_if_fail (resamples > 0 && sorted.n <= G_MAXUINT32);
  bs_gsl_quiet ();
  if (sorted.n < BS_INTERVAL_LEAST || sorted.values[0] == sorted.values[sorted.n - 1])
    {
      only_estimates (sorted, location);
      return;
    }
  r = bs_resample_new (sorted);
  bs_resample_take_all (r);
  sample = figures_of (r);
  accelerations (r, a);
  for (Figure f = MEAN; f < IQR; f++)
    by_t[f] = kind == BS_BOOTSTRAP_T && sample.error[f] > 0 && (f == MEAN || sorted.n >= BS_INTERVAL_T_LEAST);
  for (guint i = 0; i < resamples; i++)
    {
      Draw draw;

      bs_resample_draw (r, random);
      draw = figures_of (r);
      for (Figure f = MEAN; f < N_FIGURES; f++)
        drawn[f * (gsize) resamples + i]
            = by_t[f] ? pivot (on_scale (f, draw.figure[f]), on_scale (f, sample.figure[f]), draw.error[f])
                      : draw.figure[f];
    }
  for (Figure f = MEAN; f < N_FIGURES; f++)
    {
      double *own = drawn + f * (gsize) resamples;
      BsEstimate estimate = by_t[f] ? studentized (f, own, resamples, sample.figure[f], sample.error[f])
                                    : bca (own, resamples, sample.figure[f], a[f]);

      *results[f] = f <= TRIMMED ? shifted (estimate, r->centre) : estimate;
    }
}
