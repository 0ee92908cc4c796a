/* dispersion.h: how evenly a word is spread over parts (articles, outlets, months) of unequal size.
 *
 * `freqs` are its tokens in each of n parts, `sizes` the words of each part, above 0. Most parts have none of a rare
 * word: bs_dispersion() wants those that have some, and the sizes of all. NAN where the word does not occur at all,
 * or there is only one part.
 *
 * Most of the measures were published for parts of equal size. Here they are taken over rates (tokens by words of the
 * part), which for equal parts is the published definition; those that stand on expected counts take each part's share.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double range;          /* parts that hold it */
  double range_relative; /* of all parts, 0 to 1 */
  double dp;             /* Gries 2008 (IJCL 13): 0 even, towards 1 clumped */
  double dp_norm;        /* Lijffijt and Gries 2012: dp / (1 - the smallest part's share) */
  double dp_egbert;      /* Egbert, Burch and Biber 2020: dp / (1 - the share of the smallest part that holds it) */
  double juilland_d;     /* Juilland et al. 1970 over rates of unequal parts, population SD: 1 even, 0 clumped */
  double carroll_d2;     /* Carroll 1970, over rates: 1 even */
  double rosengren_s;    /* Rosengren 1971, with sizes: 1 even */
  double lyne_d3;        /* Lyne 1985: 1 - χ² / 4f against what each part's share would hold: 1 even; may be below 0 */
  double zhang_dc;       /* Zhang 2004, over rates: 1 even, 1 / n clumped */
  double dkl;            /* Kullback-Leibler divergence of its spread from the sizes', bits; Gries 2024 */
} BsDispersion;

/* What all words of a corpus share: made once. */
typedef struct {
  double n;             /* parts */
  double total;         /* words */
  double smallest;      /* words of the smallest part */
} BsDispersionParts;

BsDispersionParts bs_dispersion_parts (const double *sizes, gsize n);

/* `freqs` and `sizes` of the n_held parts that hold the word, freqs above 0. */
void bs_dispersion (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held,
                    BsDispersion *dispersion);

/* Burch, Egbert and Biber 2017's DA over rates: 1 - the mean difference of any two parts' rates over twice the mean
 * rate; 1 even, 0 in one part alone. Costs a sort of the parts that hold the word. */
double bs_burch_da (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held);

/* A divergence of 0 to infinity as Gries 2024 brings it to 0 clumped, 1 even: 1 / (1 + dkl). */
double bs_dkl_even (double dkl);

G_END_DECLS
