/* interval.h: how sure a figure of one group is: 95 % intervals, by resampling its articles or by ranks.
 *
 * tests/simulation says how often each holds the truth, and docs/intervals.md what follows. All samples are sorted
 * upwards. An interval is NAN where the values cannot give one (fewer than BS_INTERVAL_LEAST, no spread for the mean).
 */
#pragma once

#include "base/random.h"
#include "compare/sample.h"

G_BEGIN_DECLS

#define BS_INTERVAL_LEAST 5        /* values; an interval from fewer would be a guess */
#define BS_INTERVAL_T_LEAST 20     /* values for bootstrap-t of trimmed mean and SD; below, some resamples have next to no
                                    * error of their own, and BCa takes its place */
#define BS_INTERVAL_RESAMPLES 2000 /* by default */

typedef enum {
  BS_BOOTSTRAP_BCA, /* Efron 1987 (JASA 82), acceleration by the jackknife */
  BS_BOOTSTRAP_T    /* Efron 1979, Hall 1988: each resample's own standard error; of the deviation on the scale of its
                     * logarithm. The range of quartiles, which has none, keeps BCa without acceleration */
} BsBootstrap;

/* What a report shows of a group, all from the same resamples (one draw of how often each value comes, read for every
 * figure at once). */
typedef struct {
  BsEstimate mean;
  BsEstimate trimmed_mean; /* BS_SUMMARY_TRIM */
  BsEstimate sd;
  BsEstimate iqr;
} BsLocation;

/* An end that a fortieth of the resamples or more leave open, having no spread of their own, is NAN.
 *
 * Draws `resamples` times n of the values with replacement. Which kind is used for which figure by default, simulation
 * decided: bs_bootstrap_favoured() says. */
void        bs_bootstrap_location (BsSample sorted, BsBootstrap kind, guint resamples, BsRandom *random,
                                   BsLocation *location);
BsBootstrap bs_bootstrap_favoured (void);

/* The interval of a quantile from order statistics and the binomial distribution, interpolated between them
 * (Hettmansperger and Sheather 1986 for the median, Nyblom 1992 for others); no resampling, no assumption. The estimate
 * is type 7. NAN low or high where n is too small for that quantile, and both where all values are the same. */
BsEstimate  bs_quantile_interval (BsSample sorted, double p);

/* Resamples clusters (outlet-days, authors, agencies) instead of articles: mean and median with percentile intervals
 * from `resamples` draws of whole clusters (Davison and Hinkley 1997, 3.8). `cluster` numbers each value's cluster from
 * 0 to n_clusters - 1. NAN intervals below BS_INTERVAL_LEAST clusters. */
void        bs_bootstrap_clusters (BsSample sample, const guint32 *cluster, guint n_clusters, guint resamples,
                                   BsRandom *random, BsEstimate *mean, BsEstimate *median);

G_END_DECLS
