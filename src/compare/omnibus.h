/* omnibus.h: do the groups differ at all? Tests over k independent groups, with the size of what they find.
 *
 * Groups without values are passed over; fewer than two groups that have some, or fewer than three values: NAN.
 */
#pragma once

#include "compare/sample.h"

G_BEGIN_DECLS

/* Kruskal and Wallis 1952 (JASA 47), H with the correction for ties, against chi-squared on k - 1 degrees of freedom.
 * R: kruskal.test(). */
BsTest bs_kruskal_wallis (const BsSample *groups, guint k);

/* ε² = H / (N - 1), from 0 to 1: the share of the variance of ranks between groups (Tomczak and Tomczak 2014, Trends in
 * Sport Sciences 21; rcompanion::epsilonSquared()). */
double bs_epsilon_squared (double h, gsize n);

/* Welch 1951 (Biometrika 38): means of groups of unequal variance. F, df1 = k - 1, df2 real. Groups of fewer than two
 * values or without spread make it NAN. R: oneway.test(). */
BsTest bs_welch_anova (const BsSample *groups, guint k);

/* ω² by Welch's F: (k - 1)(F - 1) / ((k - 1)(F - 1) + N), not under 0: Hays 1973 with Welch's statistic.
 * effectsize::F_to_omega2() has df1 + df2 + 1 in the place of N, the same for the classical F. k and n are of the
 * groups that have values. */
double bs_omega_squared (double f, guint k, gsize n);

/* The classical one-way F with equal variances, for the ICC and for whoever compares: R: aov(). */
BsTest bs_anova (const BsSample *groups, guint k);
double bs_eta_squared (const BsSample *groups, guint k); /* between / total sum of squares */

/* Fligner and Killeen 1976 (JASA 71), the median-centred version of Conover, Johnson and Johnson 1981: do variances
 * differ? chi-squared on k - 1. R: fligner.test(). */
BsTest bs_fligner_killeen (const BsSample *groups, guint k);

/* ICC(1), Shrout and Fleiss 1979 (Psychological Bulletin 86), one-way random: (MSB - MSW) / (MSB + (m - 1) MSW), where
 * m is the mean size of the groups corrected for unequal sizes (Snedecor and Cochran: (N - Σn²/N)/(k - 1)). May be
 * below 0. The share of the variance that lies between clusters: authors, days, agencies. */
double bs_icc (const BsSample *groups, guint k);

G_END_DECLS
