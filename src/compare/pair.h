/* pair.h: two independent groups: which is higher, by how much, how sure.
 *
 * All samples are sorted upwards. Everything by ranks costs about one merge of the two; no difference is ever listed.
 */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

/* Mann and Whitney 1947, two-sided: U of a over b (pairs with a > b, ties half) in `statistic`. Normal approximation
 * with correction for ties and continuity, exact where both groups have fewer than 50 values and there are no ties, as
 * R's wilcox.test() decides by itself. */
BsTest     bs_mann_whitney (BsSample a, BsSample b);

/* Cliff 1993 (Psychological Bulletin 114): δ = P(a > b) - P(a < b), from -1 to 1, as R's effsize::cliff.delta(), with a
 * 95 % interval that is symmetric for Fisher's z of δ: DeLong's variance (1988), t on Satterthwaite's degrees of
 * freedom (Brunner and Munzel 2000). cliff.c says why, and what Feng and Cliff's holds beside it. At δ = ±1 Newcombe's
 * method 5 (2006). NAN low and high below five values in either group, or where all values are equal. */
BsEstimate bs_cliff_delta (BsSample a, BsSample b);

/* "negligible" below .147, "small" below .33, "medium" below .474, "large" (Romano et al. 2006); "" for NAN. */
const char *bs_cliff_label (double delta);

/* Hodges and Lehmann 1963: the median of all differences a_i - b_j, in the unit of the values, with the 95 % interval
 * of Moses (the differences at the ranks that Mann and Whitney's test would not refuse; with ties' correction to its
 * variance). Found by selection in the implicit matrix of differences, never by listing. R: wilcox.test(conf.int =
 * TRUE), which solves for the continuity-corrected statistic and agrees to its tolerance where there are many values;
 * where exact, digit for digit. NAN low and high where even the least and the greatest difference do not hold 95 % (3
 * values against 3), where R returns these with a warning. */
BsEstimate bs_hodges_lehmann (BsSample a, BsSample b);

/* Hedges 1981's g: difference of means over the pooled standard deviation with the exact correction by gamma functions,
 * and the 95 % interval by the noncentral t distribution, times the same correction. R: effectsize::hedges_g(). NAN
 * without spread, or with fewer than four values in all. */
BsEstimate bs_hedges_g (BsSample a, BsSample b);

/* Welch 1938's t of two means with unequal variances, and the difference of means with its 95 % interval. R:
 * t.test(). */
BsTest     bs_welch_t (BsSample a, BsSample b);
BsEstimate bs_mean_difference (BsSample a, BsSample b);

/* Dunn 1964 (Technometrics 6): z and two-sided p for every pair, from mean ranks over all k groups, with the correction
 * for ties. `tests` has k (k - 1) / 2 entries, pairs (0,1), (0,2), …, (1,2), …; groups without values: NAN. R:
 * dunn.test, FSA::dunnTest(). Not to be mixed with the pairwise Mann and Whitney, whose ranks are the pair's own. */
void       bs_dunn (const BsSample *groups, guint k, BsTest *tests);

G_END_DECLS
