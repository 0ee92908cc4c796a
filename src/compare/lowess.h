/* lowess.h: a smooth line through a cloud of points. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_LOWESS_SPAN 0.5   /* Cleveland's "reasonable starting value"; R's default is 2/3 */
#define BS_LOWESS_ROBUST 3   /* robust iterations, as in R */

/* Cleveland 1979 (JASA 74): locally weighted regression by straight lines, robust against outliers by bisquare weights.
 * `x` is sorted upwards, all values finite; `fitted` receives n values.
 * `span`, above 0 to 1, is the share of the points that each local line sees, two at least; `iterations` of
 * reweighting, 0: none. Points nearer than `delta` (0: none) to the last one that was fitted are interpolated: with a
 * hundredth of the range of x time grows like n, not n². Same numbers as R's lowess (f = span, iter = iterations,
 * delta = delta). */
void bs_lowess (const double *x, const double *y, gsize n, double span, guint iterations, double delta,
                double *fitted);

G_END_DECLS
