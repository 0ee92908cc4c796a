/* keyness.h: how much more an item (a word, an n-gram) is used here than there, by every figure of the field.
 *
 * `a` tokens among `na` here, `b` among `nb` there; all 0 or more, a <= na, b <= nb. A figure is NAN where the counts
 * do not give it. Empty cells: what a figure does about them stands beside it.
 */
#pragma once

#include "compare/contingency.h"

G_BEGIN_DECLS

/* log2 of the ratio of relative frequencies (Hardie 2014), with a count of 0 taken as 0.5; its interval is the exact
 * one for the ratio of two Poisson rates (Clopper and Pearson 1934 for a among a + b; R: poisson.test()): where a is
 * 0 it has no lower end, where b is 0 no upper (NAN). `confidence` as 0.95, 0.8 at least. NAN where the word is in
 * neither. */
BsEstimate bs_log_ratio (double a, double na, double b, double nb, double confidence);

/* Evert 2022's conservative log ratio: the end of that interval that is nearer to 0, and 0 where it holds 0, at
 * 1 - 0.05 / n_tested, so that all words tested are right together (Bonferroni). */
double bs_log_ratio_conservative (double a, double na, double b, double nb, double n_tested);

/* Ratio of relative frequencies; NAN where b is 0. And in percent beyond 100 (Gabrielatos and Marchi 2011), as
 * missing. */
double bs_relative_risk (double a, double na, double b, double nb);
double bs_percent_difference (double a, double na, double b, double nb);

/* Ratio of odds, with Woolf 1955's 95 % interval; where a cell is empty 0.5 is added to all four (Haldane 1956,
 * Anscombe 1956). */
BsEstimate bs_odds_ratio (double a, double na, double b, double nb);

/* Kilgarriff 2009's simple maths: (per million here + k) / (per million there + k); k above 0, or NAN where b is 0. */
double bs_simple_maths (double a, double na, double b, double nb, double k);

/* Hofland and Johansson 1982: (rate here - rate there) / (their sum), from -1 to 1. */
double bs_difference_coefficient (double a, double na, double b, double nb);

/* Johnston, Berry and Mielke 2006: effect size of the two-term G², from 0 to 1: g2 / (n · ln of the lesser expected
 * count); NAN where that is 1 or less. */
double bs_ell (double a, double na, double b, double nb);

/* Wilson 2013's approximate Bayes factor: BIC = g2 - ln n; and what he calls it, from "favours H0" to "very strong"
 * (above 10); "" for NAN. */
double      bs_bayes_bic (double g2, double n);
const char *bs_bayes_label (double bic);

G_END_DECLS
