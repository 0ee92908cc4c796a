/* change-point.h: where the level of a series changes.
 *
 * Pettitt 1979 (Applied Statistics 28): of all ways to part a series in two, the one whose ranks differ most, with
 * K = max |U_t|. Ranks, so that no single value makes a change. Its p-value is found by permutation, as the published
 * approximation is poor for short series; a series that is parted is searched on both sides in turn (binary
 * segmentation; Vostrikova 1981). What it says is "not one level": a steady slope is parted into steps too.
 */
#pragma once

#include "base/random.h"
#include "compare/sample.h"

G_BEGIN_DECLS

#define BS_CHANGE_LEAST 3           /* values on each side of a change */
#define BS_CHANGE_MOST 16           /* changes of one series; no more are looked for */
#define BS_CHANGE_PERMUTATIONS 9999
#define BS_CHANGE_RESAMPLES 999     /* for the interval of its place */

/* The best place to part n values, at least BS_CHANGE_LEAST on each side, and K there: the second part begins with
 * value `place`. */
typedef struct {
  gsize  place;
  double k;
} BsPettitt;

/* Place 0 and K NAN where there are too few values. Equal ones: the first. */
BsPettitt bs_pettitt (const double *values, gsize n);

/* Pettitt's approximation of p, 2 exp (-6 K² / (n³ + n²)), at most 1. R: trend::pettitt.test(). */
double    bs_pettitt_p (double k, gsize n);

typedef struct {
  gsize  place;      /* first value of the new level */
  gsize  low, high;  /* it began between these values with 95 %: by resampling within the two levels */
  double before;     /* median of the level that ends here */
  double after;      /* and of the one that begins */
  double p;          /* of its own split, and not below that of the split it was found within */
} BsChangePoint;

/* The changes of a series with p at or below `level`, by ascending place. Costs up to BS_CHANGE_PERMUTATIONS times n
 * for each part that is looked at, less where it is soon clear that it does not change. Free with g_array_unref. */
GArray *bs_change_points (const double *values, gsize n, double level, BsRandom *random); /* of BsChangePoint */

G_END_DECLS
