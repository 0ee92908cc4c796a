/* zipf.h: rank and frequency: the law of Zipf and Mandelbrot, fitted by maximum likelihood. */
#pragma once

#include "count/counts.h"

G_BEGIN_DECLS

/* p(r) = (r + b)^-a / Z for the ranks r from 1 to the number of types (Mandelbrot 1953; Zipf's own law has b = 0), the
 * types ranked by the very counts that are fitted, as is usual: that flatters the fit (Piantadosi 2014, Psychonomic
 * Bulletin & Review 21). Words of a text are not drawn independently, so no p-value is given. */
typedef struct {
  double a, b;     /* b above -1 */
  double ks;       /* Kolmogorov and Smirnov's distance: the largest between the shares of the words up to any rank, as
                    * counted and as fitted, 0 to 1 */
  double deviance; /* 2 Σ f ln (f / fitted f), per running word */
  double words, types;
} BsZipf;

#define BS_ZIPF_LEAST 10 /* types, and two different frequencies; with less there is no fit and a, b, ks, deviance are NAN */

/* `spectrum` is by ascending frequency. The fit costs a few thousand steps for each different frequency. NAN where no
 * maximum is found with a below 20 and b below a thousand times the types. */
BsZipf bs_zipf (const BsSpectrumEntry *spectrum, guint n_entries);

/* How often the word of a rank occurs by the fit, in a million. */
double bs_zipf_per_million (const BsZipf *fit, double rank);

G_END_DECLS
