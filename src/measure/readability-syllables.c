/* Readability from words, sentences and syllables: Flesch's formula, its kin, and the simple ones. */
#include "measure/measure-internal.h"

FROM_SYLLABLES (flesch_en, 206.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word)
FROM_SYLLABLES (flesch_psk, 0.0778 * words_per_sentence + 4.55 * syllables_per_word - 2.2029)
FROM_SYLLABLES (flesch_kincaid, 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59)
FROM_SYLLABLES (flesch_kincaid_038, 0.38 * words_per_sentence + 11.8 * syllables_per_word - 15.59)
FROM_SYLLABLES (tuldava, syllables_per_word * log (words_per_sentence))

static double
flesch_grade (const BsCall *call)
{
  static const BsBand bands[]
      = { { 90, 5 }, { 80, 6 }, { 70, 7 }, { 60, 8.5 }, { 50, 11 }, { 30, 14.5 }, { -INFINITY, 17 } };

  IN (words); IN (sentences); IN (syllables);
  STEP (words_per_sentence, words / sentences);
  STEP (syllables_per_word, syllables / words);
  STEP (flesch_en, 206.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word);
  return VALUE_AS ("grade of the band of flesch_en", bs_band_grade (bands, flesch_en));
}

static double
farr_jenkins_paterson (const BsCall *call)
{
  IN (words); IN (sentences); IN (mono);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_mono, 100 * mono / words);
  return VALUE (1.599 * pct_mono - 1.015 * words_per_sentence - 31.517);
}

static double
farr_jenkins_paterson_psk (const BsCall *call)
{
  IN (words); IN (sentences); IN (mono);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_mono, 100 * mono / words);
  return VALUE (8.4335 + 0.0923 * words_per_sentence - 0.0648 * pct_mono);
}

static double
elf (const BsCall *call)
{
  IN (words); IN (sentences); IN (syllables);
  return VALUE ((syllables - words) / sentences);
}

static double
elf_words (const BsCall *call)
{
  IN (sentences); IN (twoplus);
  return VALUE (twoplus / sentences);
}

static double
strain (const BsCall *call)
{
  IN (sentences); IN (syllables);
  STEP (syllables_of_3_sentences, 3 * syllables / sentences);
  return VALUE (syllables_of_3_sentences / 10);
}

static double
fucks (const BsCall *call)
{
  IN (sentences); IN (syllables);
  return VALUE (syllables / sentences);
}

static double
fry_syllables (const BsCall *call)
{
  IN (words); IN (syllables);
  return VALUE (100 * syllables / words);
}

static double
fry_sentences (const BsCall *call)
{
  IN (words); IN (sentences);
  return VALUE (100 * sentences / words);
}

static const BsMeasure rows[] = {
  { .id = "flesch_en", .title = "Flesch Reading Ease", READABILITY, SCALE ("points", EASIER, 0, 100), ENGLISH,
    .inputs = "words sentences syllables",
    .formula = "206.835 − 1.015 · words/sentences − 84.6 · syllables/words",
    .source = "Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32(3), 221–233",
    .notes = "Programs agree on the formula and differ in what they count as words, sentences and syllables. The scale "
             "has no ends: very easy texts score over 100, very hard ones below 0; some programs cut it off there.",
    .headline = TRUE, .compute = flesch_en },
  { .id = "flesch_grade", .title = "Flesch Reading Ease as a school grade", READABILITY, SCALE ("grade", HARDER, 5, 17),
    ENGLISH, .inputs = "words sentences syllables",
    .formula = "flesch_en of 90 and more: 5; 80: 6; 70: 7; 60: 8.5; 50: 11; 30: 14.5; less: 17",
    .source = "Flesch 1949, The Art of Readable Writing, p. 149 (table of grades)",
    .notes = "The table gives spans of grades (60 to 70: 8th and 9th); the middle of the span is taken, and 17 for "
             "college graduates.",
    .compute = flesch_grade },
  { .id = "flesch_psk", .title = "Flesch, recalculated by Powers, Sumner and Kearl", READABILITY,
    SCALE ("grade", HARDER, 3, 8), ENGLISH, .inputs = "words sentences syllables",
    .formula = "0.0778 · words/sentences + 4.55 · syllables/words − 2.2029",
    .source = "Powers, Sumner & Kearl 1958, A recalculation of four adult readability formulas, Journal of Educational "
              "Psychology 49(2), 99–105",
    .compute = flesch_psk },
  { .id = "flesch_kincaid", .title = "Flesch-Kincaid grade level", READABILITY, SCALE ("grade", HARDER, 0, 18), ENGLISH,
    .inputs = "words sentences syllables", .formula = "0.39 · words/sentences + 11.8 · syllables/words − 15.59",
    .source = "Kincaid, Fishburne, Rogers & Chissom 1975, Derivation of new readability formulas for Navy enlisted "
              "personnel, Research Branch Report 8-75, p. 14",
    .notes = "py-readability-metrics has 0.38 for 0.39; see flesch_kincaid_038.", .headline = TRUE,
    .compute = flesch_kincaid },
  { .id = "flesch_kincaid_038", .title = "Flesch-Kincaid grade level with 0.38", READABILITY, VARIANT,
    SCALE ("grade", HARDER, 0, 18), ENGLISH, .inputs = "words sentences syllables",
    .formula = "0.38 · words/sentences + 11.8 · syllables/words − 15.59",
    .source = "py-readability-metrics (scorers/flesch_kincaid.py)",
    .notes = "A slip for 0.39, kept here to compare with studies that used that program, one of US news sites among "
             "them.",
    .compute = flesch_kincaid_038 },
  { .id = "farr_jenkins_paterson", .title = "Farr-Jenkins-Paterson", READABILITY, SCALE ("points", EASIER, 0, 100),
    ENGLISH, .inputs = "words sentences mono",
    .formula = "1.599 · (100 · mono/words) − 1.015 · words/sentences − 31.517",
    .source = "Farr, Jenkins & Paterson 1951, Simplification of Flesch Reading Ease formula, Journal of Applied "
              "Psychology 35(5), 333–337",
    .notes = "One-syllable words count per 100 words; koRpus prints the formula without the 100 and computes with it.",
    .compute = farr_jenkins_paterson },
  { .id = "farr_jenkins_paterson_psk", .title = "Farr-Jenkins-Paterson, recalculated by Powers, Sumner and Kearl",
    READABILITY, SCALE ("grade", HARDER, 3, 9), ENGLISH, .inputs = "words sentences mono",
    .formula = "8.4335 + 0.0923 · words/sentences − 0.0648 · (100 · mono/words)",
    .source = "Powers, Sumner & Kearl 1958, Journal of Educational Psychology 49(2), 99–105",
    .compute = farr_jenkins_paterson_psk },
  { .id = "elf", .title = "Easy Listening Formula", READABILITY, SCALE ("points", HARDER, 0, 25), ENGLISH,
    .inputs = "words sentences syllables", .formula = "(syllables − words) / sentences",
    .source = "Fang 1966, The easy listening formula, Journal of Broadcasting 11(1), 63–68",
    .notes = "Fang counts every syllable beyond a word's first. koRpus and quanteda count words of two syllables or "
             "more; see elf_words. Broadcast news should stay under 12.",
    .compute = elf },
  { .id = "elf_words", .title = "Easy Listening Formula from words", READABILITY, VARIANT,
    SCALE ("points", HARDER, 0, 15), ENGLISH, .inputs = "sentences twoplus", .formula = "twoplus / sentences",
    .source = "koRpus and quanteda.textstats, under the name ELF",
    .notes = "Not Fang's count: a word of four syllables weighs no more here than one of two.", .compute = elf_words },
  { .id = "strain", .title = "Strain Index", READABILITY, SCALE ("points", HARDER, 2, 15), ENGLISH,
    .inputs = "sentences syllables", .formula = "3 · syllables/sentences / 10",
    .source = "Nathaniel (Solomon) 2006; Nirmaldasan 2007, Strain Index: a new readability formula",
    .notes = "Defined on three sentences: the whole text stands for them. Wordless takes the first three.",
    .compute = strain },
  { .id = "fucks", .title = "Fucks's Stilcharakteristik", READABILITY, SCALE ("syllables per sentence", HARDER, 10, 60),
    .inputs = "sentences syllables", .formula = "syllables / sentences",
    .source = "Fucks 1955, Unterschied des Prosastils von Dichtern und anderen Schriftstellern; Briest 1974, "
              "Zeitschrift für Phonetik 27, 543–563",
    .notes = "The product of syllables per word and words per sentence. quanteda puts characters for syllables.",
    .compute = fucks },
  { .id = "tuldava", .title = "Tuldava's text difficulty", READABILITY, SCALE ("points", HARDER, 2, 8),
    .inputs = "words sentences syllables", .formula = "syllables/words · ln (words/sentences)",
    .source = "Tuldava 1975, Ob izmerenii trudnosti tekstov; Grzybek 2010, Text difficulty and the Arens-Altmann law",
    .compute = tuldava },
  { .id = "fry_syllables_per_100", .title = "Fry graph: syllables per 100 words", READABILITY,
    SCALE ("per 100 words", HARDER, 108, 182), ENGLISH, .inputs = "words syllables",
    .formula = "100 · syllables/words", .source = "Fry 1968, A readability formula that saves time, Journal of Reading "
                                                  "11(7), 513–516, 575–578",
    .notes = "The horizontal place on Fry's graph. The grade zones were published as a drawing, without a formula or a "
             "table of their boundaries, so no grade is read off here.",
    .compute = fry_syllables },
  { .id = "fry_sentences_per_100", .title = "Fry graph: sentences per 100 words", READABILITY,
    SCALE ("per 100 words", EASIER, 2, 25), ENGLISH, .inputs = "words sentences", .formula = "100 · sentences/words",
    .source = "Fry 1968, Journal of Reading 11(7), 513–516, 575–578", .notes = "The vertical place on Fry's graph.",
    .compute = fry_sentences },
};

BS_MEASURE_GROUP (bs_group_syllables, rows);
