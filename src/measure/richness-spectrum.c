/* Richness from the frequency spectrum: how many types occur how often. */
#include "measure/measure-internal.h"

#include <stdlib.h>

#define TERMS_SHOWN 4

/* "1·221 + 4·39 + 9·11 + 16·5 + …": the first terms of a sum over the spectrum, where somebody asks. */
static char *
show_terms (const BsSpectrumEntry *spectrum, guint n, guint power)
{
  GString *terms = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, TERMS_SHOWN); i++)
    {
      g_string_append_printf (terms, "%s", i > 0 ? " + " : "");
      if (power > 0)
        g_string_append_printf (terms, "%u%s·", spectrum[i].frequency, power == 2 ? "²" : "");
      g_string_append_printf (terms, "%u", spectrum[i].types);
    }
  if (n > TERMS_SHOWN)
    g_string_append (terms, " + …");
  return g_string_free (terms, FALSE);
}

static void
show_sums (const BsCall *call, const BsSums *sum)
{
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);

  bs_steps_add (call, "V", "sum of types(i)", show_terms (spectrum, n, 0), sum->V);
  bs_steps_add (call, "N", "sum of i * types(i)", show_terms (spectrum, n, 1), sum->N);
  bs_steps_add (call, "M2", "sum of i² * types(i)", show_terms (spectrum, n, 2), sum->M2);
}

static inline const BsSums *
sums (const BsCall *call)
{
  const BsSums *sum = bs_inputs_sums (call->inputs);

  if (G_UNLIKELY (call->steps != NULL))
    show_sums (call, sum);
  return sum;
}

#define FROM_SPECTRUM(name, expression)                                                                                \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    const BsSums *sum = sums (call);                                                                                   \
    const double N = sum->N, V = sum->V, M2 = sum->M2;                                                                 \
                                                                                                                       \
    (void) N; (void) V; (void) M2;                                                                                     \
    return VALUE (expression);                                                                                         \
  }

FROM_SPECTRUM (yule_k, 10000 * (M2 - N) / square (N))
FROM_SPECTRUM (yule_i, square (V) / (M2 - V))
FROM_SPECTRUM (yule_index, square (N) / (M2 - N))
FROM_SPECTRUM (simpson_d, (M2 - N) / (N * (N - 1)))
FROM_SPECTRUM (herdan_vm, sqrt (M2 / square (N) - 1 / V))
FROM_SPECTRUM (herdan_vm_wordless, M2 / square (N) - 1 / V)
FROM_SPECTRUM (repeat_rate_rank, M2 / square (N))
FROM_SPECTRUM (repeat_rate_mcintosh, (1 - sqrt (M2 / square (N))) / (1 - 1 / sqrt (V)))

/* ---- Entropy ----------------------------------------------------------------------------------------------------- */

/* Of the word that one draws from the text, in bits. */
static double
entropy_of_words (const BsCall *call, double N)
{
  BsDerived *derived = call->inputs->derived;
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  double entropy = 0;

  if (derived->entropy_made)
    return derived->entropy;
  for (guint i = 0; i < n; i++)
    entropy -= spectrum[i].types * (spectrum[i].frequency / N) * log2 (spectrum[i].frequency / N);
  derived->entropy_made = TRUE;
  return derived->entropy = entropy + 0.0; /* never -0 */
}

static double
entropy_rank (const BsCall *call)
{
  const double N = sums (call)->N;

  return VALUE_AS ("− sum over types of f/N * log2 (f/N)", entropy_of_words (call, N));
}

static double
entropy_relative (const BsCall *call)
{
  const BsSums *sum = sums (call);
  const double V = sum->V;
  STEP_AS (entropy_rank_bits, "− sum over types of f/N * log2 (f/N)", entropy_of_words (call, sum->N));
  return VALUE (entropy_rank_bits / log2 (V));
}

/* The types grouped by frequency: p = types(i) / V. */
static double
entropy_spectrum (const BsCall *call)
{
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  const double V = sums (call)->V;
  double entropy = 0;

  for (guint i = 0; i < n; i++)
    entropy -= spectrum[i].types / V * log2 (spectrum[i].types / V);
  return VALUE_AS ("− sum over i of types(i)/V * log2 (types(i)/V)", entropy + 0.0);
}

static double
repeat_rate_spectrum (const BsCall *call)
{
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (call->inputs, &n);
  const double V = sums (call)->V;
  double rate = 0;

  for (guint i = 0; i < n; i++)
    rate += square (spectrum[i].types / V);
  return VALUE_AS ("sum over i of (types(i)/V)²", rate);
}

#define YULE "Yule 1944, The Statistical Study of Literary Vocabulary, pp. 52–53"
#define POPESCU "Popescu 2009, Word Frequency Studies"

static const BsMeasure rows[] = {
  { .id = "yule_k", .title = "Yule's K", RICHNESS, SCALE ("per 10,000", POORER, 50, 250), .inputs = "spectrum",
    .formula = "10000 · (Σ i² · types(i) − N) / N²", .source = YULE,
    .notes = "Old versions of quanteda had it wrong. A published 113.0916 for the first chapter of St John is 112.785 "
             "by its own table. The more repetition, the higher.",
    .compute = yule_k },
  { .id = "yule_i_v2_over_m2_minus_v", .title = "Yule's I from types", RICHNESS, SCALE ("index", RICHER, 0, 60),
    .inputs = "spectrum", .formula = "V² / (Σ i² · types(i) − V)",
    .source = "quanteda and LexicalRichness, after Yule 1944",
    .notes = "Two measures bear this name: for \"a a b b c\" this is 1.5, yule_index_n2_over_m2_minus_n 6.25.",
    .compute = yule_i },
  { .id = "yule_index_n2_over_m2_minus_n", .title = "Yule's index of diversity", RICHNESS,
    SCALE ("index", RICHER, 20, 200), .inputs = "spectrum", .formula = "N² / (Σ i² · types(i) − N)",
    .source = "Williams 1970, Style and Vocabulary: Numerical Studies, p. 100",
    .notes = "10,000 divided by Yule's K. See yule_i_v2_over_m2_minus_v.", .compute = yule_index },
  { .id = "simpson_d_unbiased", .title = "Simpson's D", RICHNESS, SCALE ("probability", POORER, 0, 0.03),
    .inputs = "spectrum", .formula = "Σ i · (i − 1) · types(i) / (N · (N − 1))",
    .source = "Simpson 1949, Measurement of diversity, Nature 163, 688",
    .notes = "The chance that two words drawn without putting back are of one type.", .compute = simpson_d },
  { .id = "herdan_vm_sqrt", .title = "Herdan's Vm", RICHNESS, SCALE ("ratio", POORER, 0, 0.2), .inputs = "spectrum",
    .formula = "√(Σ i² · types(i) / N² − 1/V)",
    .source = "Herdan 1955, A new derivation and interpretation of Yule's Characteristic K, Zeitschrift für angewandte "
              "Mathematik und Physik 6(4), 332–339",
    .notes = "Wordless leaves the root out: herdan_vm_wordless.", .compute = herdan_vm },
  { .id = "herdan_vm_wordless", .title = "Herdan's Vm without the root", RICHNESS, VARIANT,
    SCALE ("probability", POORER, 0, 0.03), .inputs = "spectrum", .formula = "Σ i² · types(i) / N² − 1/V",
    .source = "Wordless (herdans_vm)", .compute = herdan_vm_wordless },
  { .id = "repeat_rate_rank", .title = "Repeat rate", RICHNESS, SCALE ("probability", POORER, 0, 0.03),
    .inputs = "spectrum", .formula = "Σ i² · types(i) / N²", .source = POPESCU ", p. 166",
    .notes = "The chance that two words drawn with putting back are of one type.", .compute = repeat_rate_rank },
  { .id = "repeat_rate_mcintosh", .title = "Relative repeat rate (McIntosh)", RICHNESS, SCALE ("ratio", RICHER, 0.8, 1),
    .inputs = "spectrum", .formula = "(1 − √repeat_rate_rank) / (1 − 1/√V)",
    .source = "McIntosh 1967, An index of diversity, Ecology 48(3), 392–404; " POPESCU,
    .compute = repeat_rate_mcintosh },
  { .id = "repeat_rate_spectrum", .title = "Repeat rate of the spectrum", RICHNESS, SCALE ("ratio", RICHER, 0.3, 0.8),
    .inputs = "spectrum", .formula = "Σ (types(i) / V)²", .source = POPESCU ", p. 166",
    .compute = repeat_rate_spectrum },
  { .id = "entropy_rank_bits", .title = "Entropy of the words", RICHNESS, SCALE ("bits", RICHER, 5, 10),
    .inputs = "spectrum", .formula = "− Σ f/N · log₂ (f/N) over all types",
    .source = "Shannon 1948; " POPESCU ", p. 173",
    .compute = entropy_rank },
  { .id = "entropy_relative", .title = "Relative entropy of the words", RICHNESS, SCALE ("ratio", RICHER, 0.7, 1),
    .inputs = "spectrum", .formula = "entropy_rank_bits / log₂ V", .source = POPESCU,
    .notes = "1 where every type occurs equally often.", .compute = entropy_relative },
  { .id = "entropy_spectrum_bits", .title = "Entropy of the spectrum", RICHNESS, SCALE ("bits", POORER, 0.5, 3),
    .inputs = "spectrum", .formula = "− Σ types(i)/V · log₂ (types(i)/V) over all frequencies i",
    .source = POPESCU ", p. 173", .notes = "Low where most types occur once.", .compute = entropy_spectrum },
};

BS_MEASURE_GROUP (bs_group_spectrum, rows);
