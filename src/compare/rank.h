/* rank.h: places instead of values. */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

/* Mid ranks: `ranks[i]` is the place of values[i] among all n, from 1; equal values share the mean of their places.
 * Values are finite, in any order. Returns the sum of t³ - t over every run of t equal values, 0 where all differ,
 * which is what corrections for ties are made of. R: rank(). */
double bs_mid_ranks (const double *values, gsize n, double *ranks);

/* The same over k groups put together: `mean_ranks` gets the mean rank of each group, NAN where it has no values. `n`
 * gets the number of all values. */
double bs_mean_ranks (const BsSample *groups, guint k, double *mean_ranks, gsize *n);

/* The values of all groups, one group after the other; g_free(). */
double *bs_pool (const BsSample *groups, guint k, gsize *n);

G_END_DECLS
