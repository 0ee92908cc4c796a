/* moments.h: mean, spread and shape of numbers that are seen once, one at a time or in parts.
 *
 * Welford's recurrence (Technometrics 4, 1962) with the parts' sums joined after Chan, Golub and LeVeque (1979), and
 * third and fourth powers after Pébay (Sandia report SAND2008-6212). Sums of powers are not kept: they lose every digit
 * where the mean is large beside the spread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All zero is the empty sample: `BsMoments moments = { 0 };`. Read it through the functions below. */
typedef struct {
  guint64 n;
  double  mean;
  double  m2, m3, m4; /* sums of the 2nd, 3rd and 4th powers of the deviations from the mean */
  double  min, max;   /* 0 while n is 0 */
} BsMoments;

/* Takes one more value. It must be finite; whoever has missing values leaves them out. What overflows on the way
 * (squares of deviations beyond 1e154, fourth powers beyond 1e77) makes the figures that need it infinite or NAN. */
void   bs_moments_add   (BsMoments *moments, double value);

/* Takes all that `other` has seen. The order of the parts shows in the last digits: merge in a fixed order. */
void   bs_moments_merge (BsMoments *moments, const BsMoments *other);

/* Undefined is NAN, here and in everything below: of no value. */
double bs_moments_mean (const BsMoments *moments);
double bs_moments_min  (const BsMoments *moments);
double bs_moments_max  (const BsMoments *moments);

/* Of the sample, divided by n - 1, and its root; NAN below two values. */
double bs_moments_variance (const BsMoments *moments);
double bs_moments_sd       (const BsMoments *moments);

/* Of the population, divided by n: skewness g1 = m3 / m2^1.5 and excess kurtosis g2 = m4 / m2^2 - 3 (Joanes and Gill
 * 1998; type 1 of R's e1071); NAN where all values are equal. */
double bs_moments_skewness (const BsMoments *moments);
double bs_moments_kurtosis (const BsMoments *moments);

G_END_DECLS
