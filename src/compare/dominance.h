/* dominance.h: how often each value of one sample is above and below each of another: what Mann and Whitney's test,
 * Cliff's delta and their variances are made of, from one merge of the two. */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

typedef struct {
  double above, below, equal; /* pairs with a > b, a < b, a = b */
  double rows;    /* sum over a of the square of (how many b it is above, less how many it is below) */
  double columns; /* the same over b */
  double ties;    /* sum of t³ - t over the runs of equal values of both */
} BsDominance;

/* Both sorted upwards. */
BsDominance bs_dominance        (BsSample a, BsSample b);

double      bs_dominance_u      (const BsDominance *dominance); /* pairs with a > b, ties half */

/* The standard deviation of U where there is no difference, corrected for ties; 0 where all values are equal. */
double      bs_dominance_spread (const BsDominance *dominance, gsize n_a, gsize n_b);

/* Whether R would count out the distribution of U: below 50 values each, and all different. */
gboolean    bs_dominance_exact  (const BsDominance *dominance, gsize n_a, gsize n_b);

G_END_DECLS
