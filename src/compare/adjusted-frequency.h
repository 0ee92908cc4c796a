/* adjusted-frequency.h: how often a word occurs, made less where it is clumped: tokens that an even word would need
 * to be as well known.
 */
#pragma once

#include "compare/dispersion.h"

G_BEGIN_DECLS

/* Over parts; NAN as the dispersion that they come from. From the sum of the parts' tokens for an even word down to a
 * fraction of it. */
typedef struct {
  double juilland_u;   /* Juilland et al. 1970: f · D */
  double carroll_um;   /* Carroll 1970: f · D2 + (1 - D2) · f / n */
  double rosengren_kf; /* Rosengren 1971: f · S = (Σ √(share of words · tokens))² */
  double engwall_fm;   /* Engwall 1974: f · range / n */
  double kromer_ur;    /* Kromer 2003: of every part, the harmonic number 1 + 1/2 + … + 1/tokens, summed */
} BsAdjustedFrequency;

void bs_adjusted_frequency (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held,
                            BsAdjustedFrequency *adjusted);

/* Over the text as it runs, without parts: from the distances between one token and the next, the last to the first
 * around the end (Savický and Hlaváčová 2002, Journal of Quantitative Linguistics 9). Every `f…` is 1 for a word whose
 * tokens are next to one another in a long text, f for an even one. */
typedef struct {
  double ald, fald; /* average logarithmic distance (base 10); n · 10^-ald */
  double arf;       /* average reduced frequency: Σ min (distance, n / f) over n / f */
  double awt, fawt; /* average waiting time (1 + Σ distance² / n) / 2; n² / Σ distance² */
} BsPositionFrequency;

/* `at` are the f places of the word among n running words, ascending, from 0. NAN where f is 0. */
void bs_position_frequency (const guint64 *at, gsize f, guint64 n, BsPositionFrequency *frequency);

G_END_DECLS
