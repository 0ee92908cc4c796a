/* distance.h: how unalike two outlets write, from how often each uses the same words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BS_DISTANCE_DELTA,  /* Burrows 2002 (Literary and Linguistic Computing 17): mean over words of |z - z'| */
  BS_DISTANCE_COSINE, /* Smith and Aldridge 2011 (Journal of Quantitative Linguistics 18), the variant that Evert et al.
                       * 2017 (DSH 32) found best: 1 - the cosine of the two rows of z-scores, from 0 to 2 */
  BS_DISTANCE_EDER,   /* Eder's variant in the R package stylo (Eder, Rybicki and Kestemont 2016, The R Journal 8): Burrows's
                       * with word i of n weighing (n - i + 1) / n. stylo's code weighs it (n - i + 2) / n and takes the
                       * sum, not the mean */
  BS_DISTANCE_JSD,    /* Jensen-Shannon divergence (Lin 1991, IEEE Trans. Inf. Theory 37), bits, from 0 to 1, of the
                       * words given: their shares of one another, not of all words */
  BS_DISTANCE_CHI2    /* Kilgarriff 2001 (IJCL 6), the χ² by degrees of freedom (CBDF): Σ (o - e)² / e over the words and
                       * both outlets, e by the outlets' sizes, divided by n - 1 */
} BsDistance;

/* How often each of n_texts outlets uses each of n_words words, by rows; the words by falling frequency, which Eder's
 * weights follow. `sizes` are all running words of an outlet, those not listed included. Borrowed. */
typedef struct {
  const double *counts;
  const double *sizes;
  guint         n_texts;
  guint         n_words;
} BsWordCounts;

/* Rates by text and word made z-scores by word: minus the mean over texts, by the sample's standard deviation (n - 1).
 * A word that all texts use as often has 0 throughout. Free with g_free. R: scale(). */
double *bs_word_z_scores (const BsWordCounts *counts);

/* The n_texts × n_texts matrix, symmetric, 0 on its diagonal. NAN where there is none: for JSD where a text has none of
 * the words, for χ² below two words, for the three kinds of Delta below three texts (with two, every z-score is ±0.71,
 * whatever they write). Free with g_free. */
double *bs_distances     (BsDistance kind, const BsWordCounts *counts);

/* Whether larger samples look nearer, whatever they write: JSD falls and χ² rises with size, so that they want samples
 * of one size (bs_thin_counts). */
gboolean bs_distance_moves_with_size (BsDistance kind);

G_END_DECLS
