/* Readability of German. */
#include "measure/measure-internal.h"

FROM_SYLLABLES (flesch_de_amstad, 180 - words_per_sentence - 58.5 * syllables_per_word)

static double
smog_de (const BsCall *call)
{
  IN (sentences); IN (poly);
  STEP (poly_of_30_sentences, poly * 30 / sentences);
  return VALUE (sqrt (poly_of_30_sentences) - 2);
}

/* The Vienna formulas, by the letters of their authors: MS words of three syllables or more, SL words per sentence, IW
 * words of more than six letters, ES words of one syllable; all but SL per 100 words. */
static double
wstf_1 (const BsCall *call)
{
  IN (words); IN (sentences); IN (poly); IN (long6); IN (mono);
  STEP (MS, 100 * poly / words);
  STEP (SL, words / sentences);
  STEP (IW, 100 * long6 / words);
  STEP (ES, 100 * mono / words);
  return VALUE (0.1935 * MS + 0.1672 * SL + 0.1297 * IW - 0.0327 * ES - 0.875);
}

static double
wstf_2 (const BsCall *call)
{
  IN (words); IN (sentences); IN (poly); IN (long6);
  STEP (MS, 100 * poly / words);
  STEP (SL, words / sentences);
  STEP (IW, 100 * long6 / words);
  return VALUE (0.2007 * MS + 0.1682 * SL + 0.1373 * IW - 2.779);
}

static double
wstf_3 (const BsCall *call)
{
  IN (words); IN (sentences); IN (poly);
  STEP (MS, 100 * poly / words);
  STEP (SL, words / sentences);
  return VALUE (0.2963 * MS + 0.1905 * SL - 1.1144);
}

static double
wstf_4 (const BsCall *call)
{
  IN (words); IN (sentences); IN (poly);
  STEP (MS, 100 * poly / words);
  STEP (SL, words / sentences);
  return VALUE (0.2744 * MS + 0.2656 * SL - 1.693);
}

static double
dickes_steiwer (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters); IN (types);
  STEP (letters_per_word, letters / words);
  STEP (words_per_sentence, words / sentences);
  STEP (ttr, types / words);
  return VALUE (235.95993 - 73.021 * log (letters_per_word + 1) - 12.56438 * log (words_per_sentence + 1)
                - 50.03293 * ttr);
}

static double
trankle_bailer_1 (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters); IN (preps);
  STEP (letters_per_word, letters / words);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_preps, 100 * preps / words);
  return VALUE (224.6814 - 79.8304 * log (letters_per_word + 1) - 12.24032 * log (words_per_sentence + 1)
                - 1.292857 * pct_preps);
}

static double
trankle_bailer_2 (const BsCall *call)
{
  IN (words); IN (letters); IN (preps); IN (conjs);
  STEP (letters_per_word, letters / words);
  STEP (pct_preps, 100 * preps / words);
  STEP (pct_conjs, 100 * conjs / words);
  return VALUE (234.1063 - 96.11069 * log (letters_per_word + 1) - 2.05444 * pct_preps - 1.02805 * pct_conjs);
}

#define GERMAN .language = "de"
#define VIENNA "Bamberger & Vanecek 1984, Lesen – Verstehen – Lernen – Schreiben"
#define LOG_NOTE "The logarithms belong to it: quanteda, and the documentation of koRpus, leave them out."

static const BsMeasure rows[] = {
  { .id = "flesch_de_amstad", .title = "Flesch for German (Amstad)", READABILITY, SCALE ("points", EASIER, 0, 100),
    GERMAN, .inputs = "words sentences syllables",
    .formula = "180 − words/sentences − 58.5 · syllables/words",
    .source = "Amstad 1978, Wie verständlich sind unsere Zeitungen?, University of Zurich",
    .compute = flesch_de_amstad },
  { .id = "smog_de", .title = "SMOG for German", READABILITY, .least_sentences = 10, .few_sentences = 30,
    SCALE ("grade", HARDER, 2, 16), GERMAN, .inputs = "sentences poly",
    .formula = "√(poly · 30/sentences) − 2", .source = VIENNA ", p. 78",
    .notes = "Wordless divides the polysyllables of a sample of 30 sentences by the sentences of the whole text.",
    .compute = smog_de },
  { .id = "wstf_1", .title = "Wiener Sachtextformel 1", READABILITY, SCALE ("grade", HARDER, 4, 15), GERMAN,
    .inputs = "words sentences poly long6 mono",
    .formula = "0.1935 MS + 0.1672 SL + 0.1297 IW − 0.0327 ES − 0.875; MS, IW, ES: words of three syllables and more, "
               "of more than six letters, of one syllable, per 100 words; SL = words/sentences",
    .source = VIENNA ", pp. 83–84",
    .notes = "quanteda counts words of six letters as long. The test of Wordless has 0.1925 for 0.1935, which its text "
             "without words of three syllables hides.",
    .compute = wstf_1 },
  { .id = "wstf_2", .title = "Wiener Sachtextformel 2", READABILITY, SCALE ("grade", HARDER, 4, 15), GERMAN,
    .inputs = "words sentences poly long6", .formula = "0.2007 MS + 0.1682 SL + 0.1373 IW − 2.779; see wstf_1",
    .source = VIENNA ", pp. 83–84", .compute = wstf_2 },
  { .id = "wstf_3", .title = "Wiener Sachtextformel 3", READABILITY, SCALE ("grade", HARDER, 4, 15), GERMAN,
    .inputs = "words sentences poly", .formula = "0.2963 MS + 0.1905 SL − 1.1144; see wstf_1",
    .source = VIENNA ", pp. 83–84", .compute = wstf_3 },
  { .id = "wstf_4", .title = "Wiener Sachtextformel 4", READABILITY, SCALE ("grade", HARDER, 4, 15), GERMAN,
    .inputs = "words sentences poly", .formula = "0.2744 MS + 0.2656 SL − 1.693; see wstf_1",
    .source = VIENNA ", pp. 83–84", .compute = wstf_4 },
  { .id = "dickes_steiwer", .title = "Dickes-Steiwer Handformel", READABILITY, SCALE ("points", EASIER, 20, 90), GERMAN,
    .inputs = "words sentences letters types",
    .formula = "235.95993 − 73.021 · ln (letters/words + 1) − 12.56438 · ln (words/sentences + 1) − 50.03293 · "
               "types/words",
    .source = "Dickes & Steiwer 1977, Zeitschrift für Entwicklungspsychologie und Pädagogische Psychologie 9(1), 20–28",
    .notes = LOG_NOTE " The share of types falls with length, so long texts come out easier.",
    .compute = dickes_steiwer },
  { .id = "trankle_bailer_1", .title = "Tränkle-Bailer 1", READABILITY, SCALE ("points", EASIER, 20, 90), GERMAN,
    .inputs = "words sentences letters preps",
    .formula = "224.6814 − 79.8304 · ln (letters/words + 1) − 12.24032 · ln (words/sentences + 1) − 1.292857 · (100 · "
               "preps/words)",
    .source = "Tränkle & Bailer 1984, Zeitschrift für Entwicklungspsychologie und Pädagogische Psychologie 16(3), "
              "231–244",
    .notes = LOG_NOTE " Wordless takes 100 words at random.", .compute = trankle_bailer_1 },
  { .id = "trankle_bailer_2", .title = "Tränkle-Bailer 2", READABILITY, SCALE ("points", EASIER, 20, 90), GERMAN,
    .inputs = "words sentences letters preps conjs",
    .formula = "234.1063 − 96.11069 · ln (letters/words + 1) − 2.05444 · (100 · preps/words) − 1.02805 · (100 · "
               "conjs/words)",
    .source = "Tränkle & Bailer 1984, Zeitschrift für Entwicklungspsychologie und Pädagogische Psychologie 16(3), "
              "231–244",
    .notes = LOG_NOTE, .compute = trankle_bailer_2 },
};

BS_MEASURE_GROUP (bs_group_german, rows);
