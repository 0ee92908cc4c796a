/* Readability from words off a list of familiar words: Dale-Chall, Spache, Harris-Jacobson. */
#include "measure/measure-internal.h"

/* ---- Dale-Chall -------------------------------------------------------------------------------------------------- */

/* Words per sentence and unfamiliar words per 100, from the text or as given. */
static double
average_sentence (const BsCall *call)
{
  IN (asl); IN (words); IN (sentences);

  return HAS (asl) ? asl : bs_call_step (call, "asl", "words / sentences", words / sentences);
}

static double
percent_unfamiliar (const BsCall *call)
{
  IN (pct_unfamiliar); IN (words); IN (unfamiliar);

  if (HAS (pct_unfamiliar))
    return pct_unfamiliar;
  return bs_call_step (call, "pct_unfamiliar", "100 * unfamiliar / words", 100 * unfamiliar / words);
}

#define DALE_CHALL(name, expression)                                                                                   \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    const double asl = average_sentence (call);                                                                        \
    const double pct_unfamiliar = percent_unfamiliar (call);                                                           \
    return VALUE (expression);                                                                                         \
  }

DALE_CHALL (dale_chall_1948, 0.1579 * pct_unfamiliar + 0.0496 * asl + 3.6365)
DALE_CHALL (dale_chall_psk, 3.2672 + 0.1155 * pct_unfamiliar + 0.0596 * asl)
DALE_CHALL (dale_chall_1995, 64 - 0.95 * pct_unfamiliar - 0.69 * asl)

static double
dale_chall_1948_grade (const BsCall *call)
{
  static const BsBand bands[]
      = { { 10, 16 }, { 9, 14 }, { 8, 11.5 }, { 7, 9.5 }, { 6, 7.5 }, { 5, 5.5 }, { -INFINITY, 4 } };
  const double asl = average_sentence (call);
  const double pct_unfamiliar = percent_unfamiliar (call);

  STEP (dale_chall_1948, 0.1579 * pct_unfamiliar + 0.0496 * asl + 3.6365);
  return VALUE_AS ("grade of the band of dale_chall_1948", bs_band_grade (bands, dale_chall_1948));
}

static double
dale_chall_1948_conditional (const BsCall *call)
{
  const double asl = average_sentence (call);
  const double pct_unfamiliar = percent_unfamiliar (call);

  if (pct_unfamiliar > 5)
    return VALUE (0.1579 * pct_unfamiliar + 0.0496 * asl + 3.6365);
  return VALUE (0.1579 * pct_unfamiliar + 0.0496 * asl);
}

static double
dale_chall_1995_grade (const BsCall *call)
{
  static const BsBand bands[] = { { 58, 1 },   { 54, 2 },   { 50, 3 },    { 45, 4 },  { 40, 5.5 },
                                  { 34, 7.5 }, { 28, 9.5 }, { 22, 11.5 }, { 16, 14 }, { -INFINITY, 16 } };
  const double asl = average_sentence (call);
  const double pct_unfamiliar = percent_unfamiliar (call);

  STEP (dale_chall_1995_cloze, 64 - 0.95 * pct_unfamiliar - 0.69 * asl);
  STEP (whole, floor (dale_chall_1995_cloze + 0.5));
  return VALUE_AS ("grade of the band of whole", bs_band_grade (bands, whole));
}

/* ---- Spache ------------------------------------------------------------------------------------------------------ */

#define SPACHE(name, count, expression)                                                                                \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (words); IN (sentences); IN (count);                                                                            \
    STEP (words_per_sentence, words / sentences);                                                                      \
    STEP (pct_unfamiliar, 100 * count / words);                                                                        \
    return VALUE (expression);                                                                                         \
  }

SPACHE (spache_1953, unfamiliar_spache, 0.141 * words_per_sentence + 0.086 * pct_unfamiliar + 0.839)
SPACHE (spache_1974, unfamiliar_spache, 0.121 * words_per_sentence + 0.082 * pct_unfamiliar + 0.659)
SPACHE (spache_1953_unique, hard_unique_769, 0.141 * words_per_sentence + 0.086 * pct_unfamiliar + 0.839)
SPACHE (spache_1974_unique, unfamiliar_spache_types, 0.121 * words_per_sentence + 0.082 * pct_unfamiliar + 0.659)

/* ---- Harris-Jacobson --------------------------------------------------------------------------------------------- */

SPACHE (harris_jacobson_1, unfamiliar_hj, 0.094 * pct_unfamiliar + 0.168 * words_per_sentence + 0.502)
SPACHE (harris_jacobson_2, unfamiliar_hj, 0.140 * pct_unfamiliar + 0.153 * words_per_sentence + 0.560)

static double
harris_jacobson_3 (const BsCall *call)
{
  IN (words); IN (sentences); IN (long6);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_long, 100 * long6 / words);
  return VALUE (0.158 * words_per_sentence + 0.055 * pct_long + 0.355);
}

#define HARRIS_JACOBSON(name, expression)                                                                              \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (words); IN (sentences); IN (unfamiliar_hj); IN (long6);                                                        \
    STEP (words_per_sentence, words / sentences);                                                                      \
    STEP (pct_unfamiliar, 100 * unfamiliar_hj / words);                                                                \
    STEP (pct_long, 100 * long6 / words);                                                                              \
    return VALUE (expression);                                                                                         \
  }

HARRIS_JACOBSON (harris_jacobson_4,
                 0.070 * pct_unfamiliar + 0.125 * words_per_sentence + 0.037 * pct_long + 0.497)
HARRIS_JACOBSON (harris_jacobson_5,
                 0.118 * pct_unfamiliar + 0.134 * words_per_sentence + 0.032 * pct_long + 0.424)

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

#define DALE_1948 "Dale & Chall 1948, A formula for predicting readability, Educational Research Bulletin 27(1), 11–20"
#define CHALL_1995 "Chall & Dale 1995, Readability Revisited: The New Dale-Chall Readability Formula, p. 66"
#define DALE_INPUTS "words sentences unfamiliar | pct_unfamiliar asl"
#define SPACHE_1953                                                                                                    \
  "Spache 1953, A new readability formula for primary-grade reading materials, Elementary School Journal 53(7), "      \
  "410–413"
#define SPACHE_1974 "Spache 1974, Good Reading for Poor Readers, 9th edition"
#define HARRIS_1974                                                                                                    \
  "Harris & Jacobson 1974, Revised Harris-Jacobson readability formulas, 18th Annual Meeting of the College Reading "  \
  "Association"
#define HARRIS_NOTE                                                                                                    \
  "Unfamiliar words are those off the authors' list for grades 1 and 2, which may not be given away: a text has no "   \
  "value, counts given by hand have. "

static const BsMeasure rows[] = {
  { .id = "dale_chall_1948", .title = "Dale-Chall 1948", READABILITY, SCALE ("points", HARDER, 4, 12), ENGLISH,
    .inputs = DALE_INPUTS, .formula = "0.1579 · (100 · unfamiliar/words) + 0.0496 · words/sentences + 3.6365",
    .source = DALE_1948 "; instructions: 27(2), 37–54",
    .notes = "The constant belongs to every text: the authors' worked sample with 5 % unfamiliar words takes it too. "
             "textstat, quanteda, words/dale-chall-formula, py-readability-metrics, Voyant and andreasvc/readability "
             "add it only over 5 %; see dale_chall_1948_conditional. By the instructions regular inflections, "
             "names of persons and places, and numbers are familiar; several programs look up the bare form alone and "
             "find more unfamiliar words. textstat calls one of its forms new, but it is this formula; the new one is dale_chall_1995_cloze.",
    .headline = TRUE, .compute = dale_chall_1948 },
  { .id = "dale_chall_1948_grade", .title = "Dale-Chall 1948 as a school grade", READABILITY,
    SCALE ("grade", HARDER, 4, 16), ENGLISH, .inputs = DALE_INPUTS,
    .formula = "dale_chall_1948 of less than 5: 4; 5: 5.5; 6: 7.5; 7: 9.5; 8: 11.5; 9: 14; 10 and more: 16",
    .source = "Dale & Chall 1948, Educational Research Bulletin 27(2), 37–54 (table of corrected grades)",
    .notes = "The middle of the corrected grades (5.0 to 5.9: 5th and 6th); 4 stands for grade 4 and below, 16 for "
             "college graduates.",
    .compute = dale_chall_1948_grade },
  { .id = "dale_chall_1948_conditional", .title = "Dale-Chall 1948 with the constant over 5 %", READABILITY, VARIANT,
    SCALE ("points", HARDER, 0, 12), ENGLISH, .inputs = DALE_INPUTS,
    .formula = "as dale_chall_1948, without 3.6365 where 5 % of the words or fewer are unfamiliar",
    .source = "textstat, quanteda.textstats, words/dale-chall-formula, py-readability-metrics, Voyant",
    .notes = "At 5 % a text falls by 3.6 for one more familiar word. andreasvc/readability gives 0 there.",
    .compute = dale_chall_1948_conditional },
  { .id = "dale_chall_psk", .title = "Dale-Chall, recalculated by Powers, Sumner and Kearl", READABILITY,
    SCALE ("grade", HARDER, 4, 10), ENGLISH, .inputs = DALE_INPUTS,
    .formula = "3.2672 + 0.1155 · (100 · unfamiliar/words) + 0.0596 · words/sentences",
    .source = "Powers, Sumner & Kearl 1958, Journal of Educational Psychology 49(2), 99–105",
    .compute = dale_chall_psk },
  { .id = "dale_chall_1995_cloze", .title = "New Dale-Chall 1995, cloze score", READABILITY,
    SCALE ("cloze %", EASIER, 10, 60), ENGLISH, .inputs = "pct_unfamiliar asl | words sentences unfamiliar",
    .formula = "64 − 0.95 · (100 · unfamiliar/words) − 0.69 · words/sentences", .source = CHALL_1995,
    .notes = "High is easy. Programs that say new Dale-Chall mostly compute the formula of 1948.",
    .compute = dale_chall_1995 },
  { .id = "dale_chall_1995_grade", .title = "New Dale-Chall 1995 as a school grade", READABILITY,
    SCALE ("grade", HARDER, 1, 16), ENGLISH, .inputs = "pct_unfamiliar asl | words sentences unfamiliar",
    .formula = "whole cloze score of 58 and more: 1; 54: 2; 50: 3; 45: 4; 40: 5.5; 34: 7.5; 28: 9.5; 22: 11.5; 16: 14; "
               "less: 16",
    .source = "Chall & Dale 1995, Readability Revisited (tables of cloze scores and reading levels)",
    .notes = "The book's tables go by whole scores and give spans of grades; the middle of the span is taken, and 16 "
             "for grade 16 and above.",
    .compute = dale_chall_1995_grade },
  { .id = "spache_1953", .title = "Spache 1953", READABILITY, SCALE ("grade", HARDER, 1, 8), ENGLISH,
    .inputs = "words sentences unfamiliar_spache=unfamiliar_769",
    .formula = "0.141 · words/sentences + 0.086 · (100 · unfamiliar/words) + 0.839", .source = SPACHE_1953,
    .notes = "With Dale's list of 769 words. py-readability-metrics puts these numbers on the list of 1974, textstat "
             "on the Dale-Chall list and words of two syllables or more.",
    .compute = spache_1953 },
  { .id = "spache_1974", .title = "Spache 1974", READABILITY, SCALE ("grade", HARDER, 1, 8), ENGLISH,
    .inputs = "words sentences unfamiliar_spache",
    .formula = "0.121 · words/sentences + 0.082 · (100 · unfamiliar/words) + 0.659", .source = SPACHE_1974,
    .notes = "With Spache's own list. Every running word off the list counts, as in the code of quanteda, Wordless and "
             "words/spache-formula; quanteda's documentation says different words: spache_1974_unique. Made for "
             "grades 1 to 3.",
    .compute = spache_1974 },
  { .id = "spache_1953_unique", .title = "Spache 1953 from different words", READABILITY, VARIANT,
    SCALE ("grade", HARDER, 1, 6), ENGLISH, .inputs = "words sentences hard_unique_769",
    .formula = "0.141 · words/sentences + 0.086 · (100 · different unfamiliar words/words) + 0.839",
    .source = SPACHE_1953, .notes = "A word counts once however often it occurs, so long texts come out easier.",
    .compute = spache_1953_unique },
  { .id = "spache_1974_unique", .title = "Spache 1974 from different words", READABILITY, VARIANT,
    SCALE ("grade", HARDER, 1, 6), ENGLISH, .inputs = "words sentences unfamiliar_spache_types",
    .formula = "0.121 · words/sentences + 0.082 · (100 · different unfamiliar words/words) + 0.659",
    .source = SPACHE_1974 "; so described in the documentation of quanteda.textstats",
    .notes = "A word counts once however often it occurs, so long texts come out easier.",
    .compute = spache_1974_unique },
  { .id = "harris_jacobson_1", .title = "Harris-Jacobson 1", READABILITY, SCALE ("grade", HARDER, 1, 8), ENGLISH,
    .inputs = "words sentences unfamiliar_hj",
    .formula = "0.094 · (100 · unfamiliar/words) + 0.168 · words/sentences + 0.502", .source = HARRIS_1974,
    .notes = HARRIS_NOTE "For primary grades.", .compute = harris_jacobson_1 },
  { .id = "harris_jacobson_2", .title = "Harris-Jacobson 2", READABILITY, SCALE ("grade", HARDER, 1, 10), ENGLISH,
    .inputs = "words sentences unfamiliar_hj",
    .formula = "0.140 · (100 · unfamiliar/words) + 0.153 · words/sentences + 0.560", .source = HARRIS_1974,
    .notes = HARRIS_NOTE "For material above grade 3.", .compute = harris_jacobson_2 },
  { .id = "harris_jacobson_3", .title = "Harris-Jacobson 3", READABILITY, SCALE ("grade", HARDER, 1, 8), ENGLISH,
    .inputs = "words sentences long6", .formula = "0.158 · words/sentences + 0.055 · (100 · long6/words) + 0.355",
    .source = HARRIS_1974, .notes = "Long words have more than six letters. For material below grade 4.",
    .compute = harris_jacobson_3 },
  { .id = "harris_jacobson_4", .title = "Harris-Jacobson 4", READABILITY, SCALE ("grade", HARDER, 1, 8), ENGLISH,
    .inputs = "words sentences unfamiliar_hj long6",
    .formula = "0.070 · (100 · unfamiliar/words) + 0.125 · words/sentences + 0.037 · (100 · long6/words) + 0.497",
    .source = HARRIS_1974, .notes = HARRIS_NOTE "For material below grade 4.", .compute = harris_jacobson_4 },
  { .id = "harris_jacobson_5", .title = "Harris-Jacobson 5", READABILITY, SCALE ("grade", HARDER, 1, 10), ENGLISH,
    .inputs = "words sentences unfamiliar_hj long6",
    .formula = "0.118 · (100 · unfamiliar/words) + 0.134 · words/sentences + 0.032 · (100 · long6/words) + 0.424",
    .source = HARRIS_1974, .notes = HARRIS_NOTE "For material above grade 3.", .compute = harris_jacobson_5 },
};

BS_MEASURE_GROUP (bs_group_lists, rows);
