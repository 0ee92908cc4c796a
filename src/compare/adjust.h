/* adjust.h: p-values for many comparisons at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Holm 1979 (Scandinavian Journal of Statistics 6): holds the chance of one false alarm or more under the level.
 * NAN stays NAN and does not count among the comparisons. `adjusted` may be `p`. R: p.adjust("holm"). */
void bs_adjust_holm (const double *p, gsize n, double *adjusted);

/* Benjamini and Hochberg 1995 (JRSS B 57): holds the expected share of false ones among those found. p.adjust("BH"). */
void bs_adjust_bh (const double *p, gsize n, double *adjusted);

G_END_DECLS
