/* sample.h: what every test and interval is given: the values of one group. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finite values; whoever has missing ones leaves them out and says how many. Borrowed. Functions
 * that say "sorted" need them in ascending order and do not check it. */
typedef struct {
  const double *values;
  gsize         n;
} BsSample;

/* The mean, NAN where there is no value; the sum of squares about it; and that over n - 1, NAN below two values. Summed
 * twice, so that no digit is lost to a large mean (the corrected algorithm of Chan, Golub and LeVeque 1983). */
double bs_sample_mean     (BsSample sample);
double bs_sample_deviance (BsSample sample, double mean);
double bs_sample_variance (BsSample sample, double mean);

/* What a test says. NAN throughout where it has no answer (too few values, no spread). */
typedef struct {
  double statistic;
  double df1;  /* NAN where its distribution has none */
  double df2;  /* of the denominator; NAN where there is none */
  double p;    /* two-sided; from 0 to 1. Below 1e-300 it is 0 and log_p says the rest */
  double log_p; /* natural logarithm of p */
} BsTest;

/* An estimate with its interval; NAN where there is none. low <= estimate <= high for intervals by ranks. */
typedef struct {
  double estimate;
  double low, high;
} BsEstimate;

G_END_DECLS
