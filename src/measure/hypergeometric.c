/* Richness as the number of types that a small sample of the text is expected to hold: HD-D and vocd-D. */
#include "measure/absence.h"
#include "measure/measure-internal.h"

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
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  double N = bs_call_step_in_words (call, "N", "words of the text", bs_spectrum_words (spectrum, n));

  return bs_expected_types (spectrum, n, N, call->window);
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

/* Malvern and Richards's curve: the type-token ratio of n words in a text of diversity D. */
static double
vocd_curve (double D, double n)
{
  return D / n * (sqrt (1 + 2 * n / D) - 1);
}

static double
vocd_slope (double D, double n)
{
  double root = sqrt (1 + 2 * n / D);

  return (root - 1) / n - 1 / (D * root);
}

#define FIRST_SAMPLE 35
#define LAST_SAMPLE 50
#define N_SAMPLES (LAST_SAMPLE - FIRST_SAMPLE + 1)

/* The D whose curve lies nearest to the ratios by least squares, by Gauss and Newton's rule. The curve grows with D, so
 * the best D lies between those that meet single ratios exactly. NAN where a sample has no repetition. */
static double
fit_vocd (const double *ratios)
{
  double low = INFINITY, high = 0, D;

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      double exact = (FIRST_SAMPLE + i) * square (ratios[i]) / (2 * (1 - ratios[i]));

      low = MIN (low, exact);
      high = MAX (high, exact);
    }
  if (!isfinite (high))
    return NAN;
  D = (low + high) / 2;
  for (guint round = 0; round < 50; round++)
    {
      double down = 0, size = 0, next;

      for (guint i = 0; i < N_SAMPLES; i++)
        {
          double slope = vocd_slope (D, FIRST_SAMPLE + i);

          down += (vocd_curve (D, FIRST_SAMPLE + i) - ratios[i]) * slope;
          size += square (slope);
        }
      next = CLAMP (D - down / size, low, high);
      if (fabs (next - D) <= 1e-13 * D)
        return next;
      D = next;
    }
  return D;
}

/* The expected type-token ratios of all samples at once: P(f) of one word more is P(f) · (N − n − f) / (N − n). */
static void
expected_ratios (const BsSpectrumEntry *spectrum, guint n_entries, double N, double *ratios)
{
  BsAbsence at = { 1, 0, N, FIRST_SAMPLE };

  for (guint i = 0; i < N_SAMPLES; i++)
    ratios[i] = 0;
  for (guint e = 0; e < n_entries; e++)
    {
      double absent = bs_absence_of (&at, spectrum[e].frequency);

      for (guint i = 0; i < N_SAMPLES; i++)
        {
          double n = FIRST_SAMPLE + i;

          ratios[i] += spectrum[e].types * (1 - absent) / n;
          absent *= MAX (N - n - spectrum[e].frequency, 0) / (N - n);
        }
    }
}

static double
vocd_d (const BsCall *call)
{
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  double N = bs_call_step_in_words (call, "N", "words of the text", bs_spectrum_words (spectrum, n));
  double ratios[N_SAMPLES];

  if (N < LAST_SAMPLE)
    return VALUE_AS ("the expected type-token ratio of 50 words of N", NAN);
  expected_ratios (spectrum, n, N, ratios);
  bs_call_step_in_words (call, "ratio_35", "expected type-token ratio of 35 words", ratios[0]);
  bs_call_step_in_words (call, "ratio_50", "expected type-token ratio of 50 words", ratios[N_SAMPLES - 1]);
  return VALUE_AS ("the D whose curve D/n · (√ (1 + 2n/D) − 1) lies nearest to the ratios of 35 to 50 words",
                   fit_vocd (ratios));
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
  { .id = "hdd_attrW", .title = "HD-D, mean type-token ratio of samples", RICHNESS, SCALE ("ratio", RICHER, 0.6, 0.95),
    .inputs = "spectrum", .windows = { 42 },
    .formula = "1/W · Σ over types of 1 − C(N − f, W) / C(N, W)", .source = MCCARTHY_JARVIS,
    .notes = "The type-token ratio to be expected of W words drawn at random. LexicalRichness and Wordless give this, "
             "koRpus the sum (hdd_sum42). Wordless shrinks the sample for a shorter text.",
    .compute = hdd_attr },
  { .id = "hdd_sumW", .title = "HD-D, types of a sample", RICHNESS, SCALE ("types", RICHER, 25, 40),
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
