/* exact.h: how the rank statistics of small samples without ties are spread where there is no difference: counted
 * out. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_EXACT_BELOW 50 /* values; from there on, R and we take the normal distribution */

/* P (U <= u) of Mann and Whitney's U over m and n values, for every u from 0 to m n / 2; `n_values` says how many.
 * g_free(). R: pwilcox(). */
double *bs_exact_mann_whitney (guint m, guint n, guint *n_values);

/* P (V <= v) of Wilcoxon's signed ranks of n differences, for every v from 0 to n (n + 1) / 4. g_free(). R:
 * psignrank(). */
double *bs_exact_signed_rank  (guint n, guint *n_values);

/* Two-sided p of a statistic that is spread symmetrically over 0 to `most`. */
double  bs_exact_p            (const double *cumulative, double statistic, double most);

/* Which number from either end of all differences, or all averages, bounds the 95 % interval: the least q, from 1, with
 * P (<= q) >= 2.5 %. 0 where not even the ends do. R: qwilcox(.025, …). */
guint   bs_exact_bound        (const double *cumulative, guint n_values);

G_END_DECLS
