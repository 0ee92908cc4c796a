/* Readability from letters, words and sentences: what a machine can count without knowing the language. */
#include "measure/measure-internal.h"

#define FROM_LETTERS(name, expression)                                                                                 \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (words); IN (sentences); IN (letters);                                                                          \
    STEP (words_per_sentence, words / sentences);                                                                      \
    STEP (letters_per_word, letters / words);                                                                          \
    return VALUE (expression);                                                                                         \
  }

FROM_LETTERS (ari, 0.5 * words_per_sentence + 4.71 * letters_per_word - 21.43)
FROM_LETTERS (ari_navy, 0.37 * words_per_sentence + 5.84 * letters_per_word - 26.01)
FROM_LETTERS (ari_nri_simplified, 0.4 * words_per_sentence + 6 * letters_per_word - 27.4)
FROM_LETTERS (ari_simple, words_per_sentence + 9 * letters_per_word)
FROM_LETTERS (devereux, 1.56 * letters_per_word + 0.19 * words_per_sentence - 6.49)

/* Coleman and Liau count per 100 words, from the text or as given. */
#define FROM_100_WORDS(name, expression)                                                                               \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    const double letters_per_100 = per_100 (call, BS_INPUT_letters_per_100, BS_INPUT_letters);                         \
    const double sentences_per_100 = per_100 (call, BS_INPUT_sentences_per_100, BS_INPUT_sentences);                   \
    return VALUE (expression);                                                                                         \
  }

static double
per_100 (const BsCall *call, BsInput given, BsInput count)
{
  IN (words);
  double value = bs_call_input (call, given);

  if (!isnan (value))
    return value;
  value = 100 * bs_call_input (call, count) / words;
  return bs_call_step (call, bs_input_name (given),
                       count == BS_INPUT_letters ? "100 * letters / words" : "100 * sentences / words", value);
}

FROM_100_WORDS (coleman_liau_ecp, 141.8401 - 0.214590 * letters_per_100 + 1.079812 * sentences_per_100)
FROM_100_WORDS (coleman_liau_short, 0.0588 * letters_per_100 - 0.296 * sentences_per_100 - 15.8)
FROM_100_WORDS (coleman_liau_058, 0.058 * letters_per_100 - 0.296 * sentences_per_100 - 15.8)
FROM_100_WORDS (coleman_liau_295, 0.0588 * letters_per_100 - 0.295 * sentences_per_100 - 15.8)

static double
coleman_liau_grade (const BsCall *call)
{
  const double letters_per_100 = per_100 (call, BS_INPUT_letters_per_100, BS_INPUT_letters);
  const double sentences_per_100 = per_100 (call, BS_INPUT_sentences_per_100, BS_INPUT_sentences);

  STEP (cloze, 141.8401 - 0.214590 * letters_per_100 + 1.079812 * sentences_per_100);
  return VALUE (-27.4004 * cloze / 100 + 23.06395);
}

static double
danielson_bryan_1 (const BsCall *call)
{
  IN (letters); IN (blanks); IN (sentences);
  STEP (letters_per_blank, letters / blanks);
  STEP (letters_per_sentence, letters / sentences);
  return VALUE (1.0364 * letters_per_blank + 0.0194 * letters_per_sentence - 0.6059);
}

static double
danielson_bryan_2 (const BsCall *call)
{
  IN (letters); IN (blanks); IN (sentences);
  STEP (letters_per_blank, letters / blanks);
  STEP (letters_per_sentence, letters / sentences);
  return VALUE (131.059 - 10.364 * letters_per_blank - 0.194 * letters_per_sentence);
}

static double
danielson_bryan_2_grade (const BsCall *call)
{
  static const BsBand bands[]
      = { { 90, 3 }, { 80, 4 }, { 70, 5 }, { 60, 6 }, { 50, 7.5 }, { 30, 10.5 }, { -INFINITY, 13 } };

  IN (letters); IN (blanks); IN (sentences);
  STEP (letters_per_blank, letters / blanks);
  STEP (letters_per_sentence, letters / sentences);
  STEP (danielson_bryan_2, 131.059 - 10.364 * letters_per_blank - 0.194 * letters_per_sentence);
  return VALUE_AS ("grade of the band of danielson_bryan_2", bs_band_grade (bands, danielson_bryan_2));
}

static double
lix (const BsCall *call)
{
  IN (words); IN (sentences); IN (long6);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_long, 100 * long6 / words);
  return VALUE (words_per_sentence + pct_long);
}

static double
lix_grade (const BsCall *call)
{
  static const BsBand bands[] = { { 57, 12 }, { 54, 11 }, { 51, 10 }, { 48, 9 },        { 44, 8 },
                                  { 41, 7 },  { 38, 6 },  { 34, 5 },  { -INFINITY, 4 } };

  IN (words); IN (sentences); IN (long6);
  STEP (lix, words / sentences + 100 * long6 / words);
  return VALUE_AS ("grade of the band of lix", bs_band_grade (bands, lix));
}

static double
rix (const BsCall *call)
{
  IN (sentences); IN (long6);
  return VALUE (long6 / sentences);
}

static double
rix_grade (const BsCall *call)
{
  static const BsBand bands[]
      = { { 7.2, 13 }, { 6.2, 12 }, { 5.3, 11 }, { 4.5, 10 }, { 3.7, 9 }, { 3.0, 8 },        { 2.4, 7 },
          { 1.8, 6 },  { 1.3, 5 },  { 0.8, 4 },  { 0.5, 3 },  { 0.2, 2 }, { -INFINITY, 1 } };

  IN (sentences); IN (long6);
  STEP (rix, long6 / sentences);
  return VALUE_AS ("grade of the band of rix", bs_band_grade (bands, rix));
}

static double
mcalpine_eflaw (const BsCall *call)
{
  IN (words); IN (sentences); IN (mini3);
  return VALUE ((words + mini3) / sentences);
}

static double
scrabble_mean (const BsCall *call)
{
  IN (letters); IN (scrabble);
  return VALUE (scrabble / letters);
}

#define ARI_SOURCE "Smith & Senter 1967, Automated Readability Index, AMRL-TR-66-220, p. 8"
#define NAVY_SOURCE "Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75, p. 14"
#define COLEMAN_LIAU_SOURCE                                                                                            \
  "Coleman & Liau 1975, A computer readability formula designed for machine scoring, Journal of Applied Psychology "   \
  "60(2), 283–284"
#define COLEMAN_LIAU_INPUTS "words sentences letters | letters_per_100 sentences_per_100"
#define DANIELSON_BRYAN_SOURCE                                                                                         \
  "Danielson & Bryan 1963, Computer automation of two readability formulas, Journalism Quarterly 40(2), 201–206"

static const BsMeasure rows[] = {
  { .id = "ari", .title = "Automated Readability Index", READABILITY, SCALE ("grade", HARDER, 0, 18), ENGLISH,
    .inputs = "words sentences letters", .formula = "0.5 · words/sentences + 4.71 · letters/words − 21.43",
    .source = ARI_SOURCE,
    .notes = "Letters and digits count, punctuation does not. textstat counts punctuation too and comes out higher.",
    .headline = TRUE, .compute = ari },
  { .id = "ari_navy",
    .title = "Automated Readability Index, Navy", READABILITY, SCALE ("grade", HARDER, 0, 18), ENGLISH,
    .inputs = "words sentences letters", .formula = "0.37 · words/sentences + 5.84 · letters/words − 26.01",
    .source = NAVY_SOURCE, .notes = "Recalculated on Navy personnel; Wordless prints it as the Navy variant.",
    .compute = ari_navy },
  { .id = "ari_nri_simplified", .title = "Automated Readability Index, Navy, simplified", READABILITY,
    SCALE ("grade", HARDER, 0, 18), ENGLISH, .inputs = "words sentences letters",
    .formula = "0.4 · words/sentences + 6 · letters/words − 27.4", .source = NAVY_SOURCE,
    .notes = "The rounded form of ari_navy, which koRpus and quanteda print as ARI.NRI.",
    .compute = ari_nri_simplified },
  { .id = "ari_simple", .title = "Automated Readability Index, simple", READABILITY, SCALE ("points", HARDER, 40, 90),
    ENGLISH, .inputs = "words sentences letters", .formula = "words/sentences + 9 · letters/words",
    .source = ARI_SOURCE,
    .notes = "quanteda's documentation prints another constant than its code has.", .compute = ari_simple },
  { .id = "coleman_liau_ecp", .title = "Coleman-Liau estimated cloze percentage", READABILITY,
    SCALE ("cloze %", EASIER, 20, 70), ENGLISH, .inputs = COLEMAN_LIAU_INPUTS,
    .formula = "141.8401 − 0.214590 · (letters per 100 words) + 1.079812 · (sentences per 100 words)",
    .source = COLEMAN_LIAU_SOURCE, .compute = coleman_liau_ecp },
  { .id = "coleman_liau_grade", .title = "Coleman-Liau grade from the cloze percentage", READABILITY,
    SCALE ("grade", HARDER, 2, 18), ENGLISH, .inputs = COLEMAN_LIAU_INPUTS,
    .formula = "−27.4004 · coleman_liau_ecp/100 + 23.06395", .source = COLEMAN_LIAU_SOURCE,
    .compute = coleman_liau_grade },
  { .id = "coleman_liau_short", .title = "Coleman-Liau index", READABILITY, SCALE ("grade", HARDER, 2, 18), ENGLISH,
    .inputs = COLEMAN_LIAU_INPUTS,
    .formula = "0.0588 · (letters per 100 words) − 0.296 · (sentences per 100 words) − 15.8",
    .source = COLEMAN_LIAU_SOURCE,
    .notes = "Both counts are per 100 words. DaveChild/Text-Statistics, TextStatistics.js and old GNU style lose the "
             "sentences by a factor of 100; GNU style 1.11 has 0.295 (coleman_liau_295), textstat 0.058 "
             "(coleman_liau_058).",
    .headline = TRUE, .compute = coleman_liau_short },
  { .id = "coleman_liau_058", .title = "Coleman-Liau index with 0.058", READABILITY, VARIANT,
    SCALE ("grade", HARDER, 2, 18), ENGLISH, .inputs = COLEMAN_LIAU_INPUTS,
    .formula = "0.058 · (letters per 100 words) − 0.296 · (sentences per 100 words) − 15.8",
    .source = "textstat (metrics/_coleman_liau_index.py, 2025)", .notes = "A slip for 0.0588, about 0.4 grades low.",
    .compute = coleman_liau_058 },
  { .id = "coleman_liau_295", .title = "Coleman-Liau index with 0.295", READABILITY, VARIANT,
    SCALE ("grade", HARDER, 2, 18), ENGLISH, .inputs = COLEMAN_LIAU_INPUTS,
    .formula = "0.0588 · (letters per 100 words) − 0.295 · (sentences per 100 words) − 15.8",
    .source = "GNU style 1.11 (manual page)", .notes = "A slip for 0.296, of little effect.",
    .compute = coleman_liau_295 },
  { .id = "danielson_bryan_1", .title = "Danielson-Bryan 1", READABILITY, SCALE ("grade", HARDER, 3, 10), ENGLISH,
    .inputs = "words sentences letters blanks",
    .formula = "1.0364 · letters/blanks + 0.0194 · letters/sentences − 0.6059", .source = DANIELSON_BRYAN_SOURCE,
    .notes = "Made for newspaper copy by machine. koRpus and Wordless take the number of words less one for the "
             "blanks; blanks are counted within paragraphs here.",
    .compute = danielson_bryan_1 },
  { .id = "danielson_bryan_2", .title = "Danielson-Bryan 2", READABILITY, SCALE ("points", EASIER, 20, 100), ENGLISH,
    .inputs = "words sentences letters blanks",
    .formula = "131.059 − 10.364 · letters/blanks − 0.194 · letters/sentences", .source = DANIELSON_BRYAN_SOURCE,
    .notes = "quanteda adds 0.0194 · letters/sentences, with the wrong sign and size.", .compute = danielson_bryan_2 },
  { .id = "danielson_bryan_2_grade", .title = "Danielson-Bryan 2 as a school grade", READABILITY,
    SCALE ("grade", HARDER, 3, 13), ENGLISH, .inputs = "words sentences letters blanks",
    .formula = "danielson_bryan_2 of 90 and more: 3; 80: 4; 70: 5; 60: 6; 50: 7.5; 30: 10.5; less: 13",
    .source = DANIELSON_BRYAN_SOURCE " (bands as in koRpus)",
    .notes = "The middle where a band spans grades; 3 stands for grade 3 and below, 13 for college.",
    .compute = danielson_bryan_2_grade },
  { .id = "devereux", .title = "Devereux Readability Index", READABILITY, SCALE ("grade", HARDER, 1, 14), ENGLISH,
    .inputs = "words sentences letters", .formula = "1.56 · letters/words + 0.19 · words/sentences − 6.49",
    .source = "Smith 1961, Devereaux readability index, Journal of Educational Research 54(8), 298–303",
    .compute = devereux },
  { .id = "lix", .title = "LIX (läsbarhetsindex)", READABILITY, SCALE ("points", HARDER, 20, 70),
    .inputs = "words sentences long6", .formula = "words/sentences + 100 · long6/words",
    .source = "Björnsson 1968, Läsbarhet; Anderson 1983, Lix and Rix, Journal of Reading 26(6), 490–496",
    .notes = "Long words have more than six letters; the manual page of GNU style says six or more, its code does not. "
             "Made for Swedish, used on many languages; each has its own usual level.",
    .headline = TRUE, .compute = lix },
  { .id = "lix_grade", .title = "LIX as a school grade", READABILITY, SCALE ("grade", HARDER, 4, 12), ENGLISH,
    .inputs = "words sentences long6",
    .formula = "lix of less than 34: 4; 34: 5; 38: 6; 41: 7; 44: 8; 48: 9; 51: 10; 54: 11; 57 and more: 12",
    .source = "Anderson 1983, Journal of Reading 26(6), 490–496 (bands as in GNU style and koRpus)",
    .notes = "4 stands for below grade 5, 12 for above grade 11.", .compute = lix_grade },
  { .id = "rix", .title = "RIX", READABILITY, SCALE ("long words per sentence", HARDER, 0, 10),
    .inputs = "sentences long6", .formula = "long6 / sentences",
    .source = "Anderson 1983, Lix and Rix, Journal of Reading 26(6), 490–496",
    .notes = "Long words have more than six letters.", .compute = rix },
  { .id = "rix_grade", .title = "RIX as a school grade", READABILITY, SCALE ("grade", HARDER, 1, 13), ENGLISH,
    .inputs = "sentences long6",
    .formula = "rix of less than 0.2: 1; 0.2: 2; 0.5: 3; 0.8: 4; 1.3: 5; 1.8: 6; 2.4: 7; 3: 8; 3.7: 9; 4.5: 10; "
               "5.3: 11; 6.2: 12; 7.2 and more: 13",
    .source = "Anderson 1983, Journal of Reading 26(6), 490–496", .notes = "13 stands for college.",
    .compute = rix_grade },
  { .id = "mcalpine_eflaw", .title = "McAlpine EFLAW", READABILITY, SCALE ("points", HARDER, 15, 50), ENGLISH,
    .inputs = "words sentences mini3", .formula = "(words + mini3) / sentences",
    .source = "McAlpine 2006, From plain English to global English",
    .notes = "For readers whose first language is not English: short words in long sentences are hard for them. 25 and "
             "less is easy, she says.",
    .compute = mcalpine_eflaw },
  { .id = "scrabble_mean", .title = "Mean Scrabble value of the letters", READABILITY,
    SCALE ("points per letter", HARDER, 1.5, 2.2), ENGLISH, .inputs = "letters scrabble",
    .formula = "scrabble / letters",
    .source = "quanteda.textstats (under the name Scrabble); the letter values of the English game",
    .notes = "Letters off a to z and digits are worth 0. A curiosity without a norm.", .compute = scrabble_mean },
};

BS_MEASURE_GROUP (bs_group_letters, rows);
