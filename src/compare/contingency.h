/* contingency.h: a word here and there, or two words together and apart, in four cells.
 *
 *              this word   other words
 *   here          o11          o12
 *   there         o21          o22
 *
 * Cells are counts, 0 or more. A figure that the cells do not give (an empty margin) is NAN unless said otherwise.
 */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

typedef struct {
  double o11, o12, o21, o22;
} BsContingency;

/* From a word's count `a` among `na` words here and `b` among `nb` there. */
BsContingency bs_contingency_of (double a, double na, double b, double nb);
/* From how often two words come together, each alone, and all positions. */
BsContingency bs_contingency_of_pair (double o11, double f1, double f2, double n);

double bs_contingency_expected (const BsContingency *c); /* of o11 under independence */

/* G² of all four cells (Dunning 1993, Computational Linguistics 19); and of the two that hold the word (Rayson and
 * Garside 2000, WordSmith, Wmatrix). An empty cell adds 0. On one degree of freedom. */
double bs_g2            (const BsContingency *c);
double bs_g2_two_term   (const BsContingency *c);
double bs_chi2          (const BsContingency *c); /* Pearson's */
double bs_chi2_yates    (const BsContingency *c); /* with the correction capped as R's chisq.test() does */
/* G² of four cells divided by Williams 1976's q (Biometrika 63), for small counts. */
double bs_g2_williams   (const BsContingency *c);

/* Fisher 1935's exact test, the margins given: the chance of o11 or fewer, of o11 or more, and of any table no likelier
 * than this one (tables within a factor 1 + 1e-7 count as equally likely). R: fisher.test(). Cells are rounded to whole
 * numbers. Costs about as many steps as forty standard deviations of o11. */
typedef struct {
  double left, right, two_sided;
} BsFisher;

BsFisher bs_fisher_exact (const BsContingency *c);

/* Upper tail of chi-squared on one degree of freedom, and its natural logarithm, which does not underflow. */
double bs_chi2_p        (double statistic);
double bs_chi2_log_p    (double statistic);

G_END_DECLS
