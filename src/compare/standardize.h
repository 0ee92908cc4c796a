/* standardize.h: two groups as they would compare if their articles were equally long.
 *
 * Direct standardization by subclasses: articles are divided into bands of a covariate (their length) that are the same
 * for all groups, figures are made inside each band, and joined with weights that are the same for all. Five bands at
 * the quintiles take away about nine tenths of what the covariate alone makes (Cochran 1968, Biometrics 24).
 */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

#define BS_BANDS 5
#define BS_BAND_LEAST 3 /* values that a group has in a band, or the band does not compare it */

/* The BS_BANDS - 1 upper limits of the bands but the last, at the quintiles (type 7) of `sorted`; a band may be empty. */
void  bs_bands_limits (const double *sorted, gsize n, double limits[BS_BANDS - 1]);
/* The band of a value, from 0: a value on a limit is in the lower one. */
guint bs_band_of      (double value, const double limits[BS_BANDS - 1]);

/* Weights of the bands in which every one of k groups has BS_BAND_LEAST values: their share of all values in those;
 * the others 0. `bands` has k rows of BS_BANDS samples. Returns how many bands have a weight, and in `covered` the
 * share of all values that lie in them (0 where none does). */
guint bs_bands_weights (const BsSample *bands, guint k, double weights[BS_BANDS], double *covered);

/* The median of a group's values when its bands weigh so much, each value weighing its band's weight over its band's
 * size; where half of the weight is reached between two values, the mean of these. Interval of Woodruff 1952 (JASA 47)
 * for strata: the values at .5 ± 1.96 standard errors of the weighted share below the median. NAN where no band has a
 * weight; NAN bounds with fewer than BS_INTERVAL_LEAST values in bands of weight, of which three would hold the truth in
 * 75 % and four in 87 %, or where .5 ± 1.96 standard errors is no share, or where the median parts whole bands from whole
 * bands, so that the error seems to be 0. Samples are sorted; a band of weight has two values or more. */
BsEstimate bs_standard_median (const BsSample *bands, const double weights[BS_BANDS]);

/* Cliff's δ of articles of a against articles of b in the same band, averaged by the weights; interval by the variances
 * of DeLong, DeLong and Clarke-Pearson 1988 (Biometrics 44) inside the bands, on the scale of Fisher's z, which keeps
 * it between -1 and 1; NAN bounds at ±1, where the groups part completely, or are all the same, in every band, so that the
 * variance seems to be 0, and as above for either group. Samples are sorted; as above. */
BsEstimate bs_standard_delta (const BsSample *a, const BsSample *b, const double weights[BS_BANDS]);

G_END_DECLS
