/* held-rank.h: Mann and Whitney's test where nearly all values are 0: rates of a word by article. */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

/* As bs_mann_whitney() (pair.h), for samples of n_a and n_b values of which only those above 0 are given, sorted
 * upwards; all others are 0. Costs as much as those given. */
BsTest bs_mann_whitney_held (BsSample held_a, gsize n_a, BsSample held_b, gsize n_b);

/* The same where the approximation to the normal distribution can be trusted. With so few values above 0 that fewer
 * than BS_HELD_LEAST of them would be expected in one of the samples (Cochran 1954's rule), it makes p far too small:
 * then Fisher's exact test of how many values are above 0 (contingency.h), which is by ranks too but looks at two
 * values alone; `statistic` is then how many of a are. */
#define BS_HELD_LEAST 5
BsTest bs_held_test (BsSample held_a, gsize n_a, BsSample held_b, gsize n_b);

G_END_DECLS
