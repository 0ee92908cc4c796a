/* quantile.h: what stands at a given part of the way through sorted numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts upwards, in place, -0 before 0. No value may be NAN. */
void   bs_sort_doubles (double *values, gsize n);

/* The quantile at `p` from 0 to 1 of values that are sorted upwards and finite: type 7 of Hyndman and Fan (The American
 * Statistician 50, 1996), the default of R, NumPy and spreadsheets, which interpolates between the two values around
 * position (n - 1) p. NAN where n is 0. */
double bs_quantile (const double *sorted, gsize n, double p);

/* The same at one half: the middle value, or the mean of the middle two. */
double bs_median   (const double *sorted, gsize n);

G_END_DECLS
