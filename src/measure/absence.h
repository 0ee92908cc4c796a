/* absence.h: how likely a word is absent from a sample that is drawn from a text without putting back. */
#pragma once

#include "count/counts.h"

G_BEGIN_DECLS

/* P(f) = C(N - f, n) / C(N, n): a type that occurs f times among N words is absent from a sample of n of them with this
 * probability. P(f) = P(f - 1) · (N - n - f + 1) / (N - f + 1). Begin with { 1, 0, N, n }, n from 0 to N. */
typedef struct {
  double absent; /* P(f) */
  double f, N, n;
} BsAbsence;

/* P of a frequency, which must not be below the one asked for before. Costs a step for each number between. */
double bs_absence_of     (BsAbsence *at, double frequency);

/* The types that a sample of n words is expected to hold; NAN where the text has fewer. */
double bs_expected_types (const BsSpectrumEntry *spectrum, guint n_entries, double N, double n);

/* The running words of a spectrum. */
double bs_spectrum_words (const BsSpectrumEntry *spectrum, guint n_entries);

G_END_DECLS
