/* summary.h: what a set of numbers looks like, robust and classical figures side by side. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_SUMMARY_TRIM 0.2          /* the part that the trimmed mean leaves out at each end */
#define BS_SUMMARY_MAD_SCALE 1.4826  /* makes the MAD of a normal sample estimate its standard deviation */

/* All in the unit of the values; every figure of no value is NAN, sd of one value too. */
typedef struct {
  gsize  n;            /* values that went in */
  gsize  missing;      /* values left out because they are NAN or infinite */
  double mean;
  double sd;           /* of the sample, n - 1 */
  double min;
  double q05, q25;     /* quantiles are type 7 (base/quantile.h) */
  double median;
  double q75, q95;
  double max;
  double iqr;          /* q75 - q25 */
  double mad;          /* BS_SUMMARY_MAD_SCALE times the median distance from the median; R's mad() */
  double trimmed_mean; /* without the floor(0.2 n) lowest and as many highest; R's mean(trim = 0.2), WRS2's tr = 0.2 */
} BsSummary;

/* Does not change `values`, and does not depend on their order. Costs a sorted copy. */
BsSummary bs_summary (const double *values, gsize n);

G_END_DECLS
