/* Richness as the number of types that a small sample of the text is expected to hold: HD-D and vocd-D. */
#include "measure/absence.h"
#include "measure/measure-internal.h"
#include "measure/vocd.h"

double
bs_absence_of (BsAbsence *at, double frequency)
{
  while (at->f < frequency && at->absent > 0)
    {
      at->f++;
      at->absent *= MAX (at->N - at->n - at->f + 1, 0) / (at->N - at->f + 1);
    }
  return at->absent;
}

double
bs_spectrum_words (const BsSpectrumEntry *spectrum, guint n_entries)
{
  double words = 0;

  for (guint i = 0; i < n_entries; i++)
    words += (double) spectrum[i].frequency * spectrum[i].types;
  return words;
}

double
bs_expected_types (const BsSpectrumEntry *spectrum, guint n_entries, double N, double n)
{
  BsAbsence at = { 1, 0, N, n };
  double types = 0;

  if (N < n)
    return NAN;
  for (guint i = 0; i < n_entries; i++)
    types += spectrum[i].types * (1 - bs_absence_of (&at, spectrum[i].frequency));
  return types;
}

static double
hdd_types (const BsCall *call)
{
  BsDerived *derived = call->inputs->derived;
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  double N = bs_call_step_in_words (call, "N", "words of the text", bs_inputs_sums (call->inputs)->N);

  if (derived->sample != call->window)
    derived->sample_types = bs_expected_types (spectrum, n, N, call->window);
  derived->sample = call->window;
  return derived->sample_types;
}

static double
hdd_sum (const BsCall *call)
{
  return VALUE_AS ("sum over types of 1 − C(N − f, window) / C(N, window)", hdd_types (call));
}

static double
hdd_attr (const BsCall *call)
{
  STEP_AS (types_of_a_sample, "sum over types of 1 − C(N − f, window) / C(N, window)", hdd_types (call));
  return bs_call_step (call, NULL, "types_of_a_sample / window", types_of_a_sample / call->window);
}

/* ---- vocd -------------------------------------------------------------------------------------------------------- */

static double
vocd_d (const BsCall *call)
{
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  double N = bs_call_step_in_words (call, "N", "words of the text", bs_inputs_sums (call->inputs)->N);
  double ratios[BS_VOCD_SAMPLES];

  if (N < BS_VOCD_LAST)
    return VALUE_AS ("the expected type-token ratio of 50 words of N", NAN);
  BS_KERNEL_CHOOSE (bs_vocd_ratios) (spectrum, n, N, ratios);
  bs_call_step_in_words (call, "ratio_35", "expected type-token ratio of 35 words", ratios[0]);
  bs_call_step_in_words (call, "ratio_50", "expected type-token ratio of 50 words", ratios[BS_VOCD_SAMPLES - 1]);
  return VALUE_AS ("the D whose curve D/n · (√ (1 + 2n/D) − 1) lies nearest to the ratios of 35 to 50 words",
                   BS_KERNEL_CHOOSE (bs_vocd_fit) (ratios));
}

static double
ttr_from_voc_d (const BsCall *call)
{
  IN (D); IN (tokens);
  return VALUE (D / tokens * (sqrt (1 + 2 * tokens / D) - 1));
}

#define MCCARTHY_JARVIS                                                                                                \
  "McCarthy & Jarvis 2007, vocd: a theoretical and empirical evaluation, Language Testing 24(4), 459–488"
#define MALVERN "Malvern, Richards, Chipere & Durán 2004, Lexical Diversity and Language Development, pp. 51, 56–57"

static const BsMeasure rows[] = {
  { .id = "hdd_attrW", .title = "HD-D, mean type-token ratio of samples", RICHNESS_OF_WINDOW, SCALE ("ratio", RICHER, 0.6, 0.95),
    .inputs = "spectrum", .windows = { 42 },
    .formula = "1/W · Σ over types of 1 − C(N − f, W) / C(N, W)", .source = MCCARTHY_JARVIS,
    .notes = "The type-token ratio to be expected of W words drawn at random. LexicalRichness and Wordless give this, "
             "koRpus the sum (hdd_sum42). Wordless shrinks the sample for a shorter text.",
    .compute = hdd_attr },
  { .id = "hdd_sumW", .title = "HD-D, types of a sample", RICHNESS_OF_WINDOW, SCALE ("types", RICHER, 25, 40),
    .inputs = "spectrum", .windows = { 42 }, .formula = "Σ over types of 1 − C(N − f, W) / C(N, W)",
    .source = MCCARTHY_JARVIS, .notes = "W times hdd_attrW.", .compute = hdd_sum },
  { .id = "vocd_d_expected", .title = "vocd-D from the expected curve", RICHNESS, SCALE ("index", RICHER, 20, 150),
    .inputs = "spectrum",
    .formula = "the D that fits D/n · (√(1 + 2n/D) − 1) to the expected type-token ratios of n = 35 … 50 words",
    .source = MALVERN "; " MCCARTHY_JARVIS,
    .notes = "The program vocd draws samples at random and gives another value each time. Here the expectation of "
             "these samples is fitted, so the value is always the same; McCarthy and Jarvis show that it is what vocd "
             "estimates.",
    .compute = vocd_d },
  { .id = "ttr_from_voc_d", .title = "Type-token ratio foretold by D", RICHNESS, SCALE ("ratio", RICHER, 0, 1),
    .inputs = "D tokens", .formula = "D/tokens · (√(1 + 2 · tokens/D) − 1)", .source = MALVERN,
    .compute = ttr_from_voc_d },
};

BS_MEASURE_GROUP (bs_group_hypergeometric, rows);
