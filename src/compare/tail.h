/* tail.h: from a statistic to its p-value, and to the logarithm of p where p is too small for a double.
 *
 * Everything below gives a whole BsTest; NAN throughout where the statistic or what it is held against is NAN.
 */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

BsTest bs_test_none   (void);

/* Two-sided, of a standard normal z; `statistic` is what the test reports. R: 2 * pnorm(-abs(z)). */
BsTest bs_test_normal (double statistic, double z);

/* Two-sided, of Student's t. R: 2 * pt(-abs(t), df). */
BsTest bs_test_t      (double t, double df);

/* Upper tails. R: pchisq(x, df, lower.tail = FALSE), pf(f, df1, df2, lower.tail = FALSE); log_p as with log.p =
 * TRUE. */
BsTest bs_test_chi2   (double x, double df);
BsTest bs_test_f      (double f, double df1, double df2);

/* A p that was counted out; held within 0 and 1. */
BsTest bs_test_exact  (double statistic, double p);

G_END_DECLS
