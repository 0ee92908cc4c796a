/* trend.h: does a series go up or down, and how fast? By ranks, so that no single value decides.
 *
 * x are times, y values, n pairs of finite numbers in any order; ties are fine in both. All three take the pairs for
 * independent: what a series remembers from one value to the next makes their p-values too small.
 */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

#define BS_TREND_MOST 2000 /* pairs of a slope: all their differences are listed, 16 MB */

/* Mann 1945 and Kendall: S (pairs that go up less pairs that go down) in `statistic`, two-sided p from the normal
 * distribution with the correction for ties in x and y and for continuity. R: cor.test (x, y, method = "kendall",
 * exact = FALSE, continuity = TRUE). NAN below three pairs, or where all x or all y are equal. Time grows like n². */
BsTest     bs_mann_kendall (const double *x, const double *y, gsize n);

/* Kendall's τ-b, from -1 to 1: cor (x, y, method = "kendall"). NAN as above. */
double     bs_kendall_tau (const double *x, const double *y, gsize n);

/* Theil 1950 and Sen 1968 (JASA 63): the median of the slopes of all pairs of different x, in units of y a unit of x,
 * with Sen's 95 % interval: the slopes whose ranks Mann and Kendall's test would not refuse, rounded outwards, its
 * variance corrected for ties. NAN where no two x differ; the interval where there are too few slopes for it.
 * More than BS_TREND_MOST pairs is a programmer's mistake. */
BsEstimate bs_sen_slope (const double *x, const double *y, gsize n);

/* Spearman's ρ in `statistic`, mid ranks; p by Student's t on n - 2 in df1. R: cor.test (x, y, method = "spearman",
 * exact = FALSE). NAN below three pairs, or where all x or all y are equal. */
BsTest     bs_spearman (const double *x, const double *y, gsize n);

G_END_DECLS
