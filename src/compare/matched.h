/* matched.h: groups that speak of the same things: blocks (events, stories, days) by treatments (outlets). */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

/* Friedman 1937 with the correction for ties: `values` has n_blocks rows of k values, all finite. Statistic is
 * chi-squared on k - 1. R: friedman.test(). NAN below two blocks or treatments. */
BsTest     bs_friedman (const double *values, gsize n_blocks, guint k);

/* Kendall's W = χ² / (n (k - 1)), from 0 to 1: how much the blocks agree. */
double     bs_kendall_w (double chi_squared, gsize n_blocks, guint k);

/* Wilcoxon's signed ranks of a - b, two-sided; V (the sum of positive ranks) in `statistic`. Zero differences are left
 * out, ties have mid ranks; exact below 50 differences without ties or zeros, else normal with corrections. R:
 * wilcox.test(paired = TRUE). */
BsTest     bs_wilcoxon_signed (const double *a, const double *b, gsize n);

/* The pseudo-median of a - b (median of all Walsh averages), with its 95 % interval. */
BsEstimate bs_walsh_median (const double *a, const double *b, gsize n);

/* Kerby 2014's matched-pairs rank-biserial correlation: (favourable - unfavourable rank sum) / total, from -1 to 1. */
double     bs_rank_biserial (const double *a, const double *b, gsize n);

G_END_DECLS
