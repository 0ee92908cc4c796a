/* Readability that foretells cloze scores or counts parts of speech: Bormuth, Coleman, Lorge. */
#include "measure/measure-internal.h"

/* Bormuth's mean cloze score as a step of this name; NULL: as the measure's value. */
static double
mean_cloze (const BsCall *call, const char *name)
{
  IN (words); IN (sentences); IN (letters); IN (familiar);
  STEP (asl, words / sentences);
  STEP (letters_per_word, letters / words);
  STEP (share_familiar, familiar / words);
  STEP (of_words, 0.886593 - 0.083640 * letters_per_word + 0.161911 * cube (share_familiar));
  STEP (of_sentences, 0.000577 * square (asl) - 0.021401 * asl - 0.000005 * cube (asl));
  return bs_call_step (call, name, "of_words + of_sentences", of_words + of_sentences);
}

static double
bormuth_cloze_mean (const BsCall *call)
{
  return mean_cloze (call, NULL);
}

static double
bormuth_gp35 (const BsCall *call)
{
  const double M = mean_cloze (call, "M");
  STEP (C, 0.35);
  STEP (MC, M * C);
  STEP (of_M, 4.275 + 12.881 * M - 34.934 * square (M) + 20.388 * cube (M));
  STEP (of_C, 26.194 * C - 2.046 * square (C) - 11.767 * cube (C));
  STEP (of_MC, 97.620 * square (MC) - 44.285 * MC - 59.538 * cube (MC));
  return VALUE (of_M + of_C + of_MC);
}

static double
drp (const BsCall *call)
{
  const double M = mean_cloze (call, "M");
  return VALUE (100 - floor (100 * M + 0.5));
}

static double
coleman_1 (const BsCall *call)
{
  IN (words); IN (mono);
  STEP (mono_per_100, 100 * mono / words);
  return VALUE (1.29 * mono_per_100 - 38.45);
}

static double
coleman_2 (const BsCall *call)
{
  IN (words); IN (sentences); IN (mono);
  STEP (mono_per_100, 100 * mono / words);
  STEP (sentences_per_100, 100 * sentences / words);
  return VALUE (1.16 * mono_per_100 + 1.48 * sentences_per_100 - 37.95);
}

static double
coleman_3 (const BsCall *call)
{
  IN (words); IN (sentences); IN (mono); IN (pronouns);
  STEP (mono_per_100, 100 * mono / words);
  STEP (sentences_per_100, 100 * sentences / words);
  STEP (pronouns_per_100, 100 * pronouns / words);
  return VALUE (1.07 * mono_per_100 + 1.18 * sentences_per_100 + 0.76 * pronouns_per_100 - 34.02);
}

static double
coleman_4 (const BsCall *call)
{
  IN (words); IN (sentences); IN (mono); IN (pronouns); IN (preps);
  STEP (mono_per_100, 100 * mono / words);
  STEP (sentences_per_100, 100 * sentences / words);
  STEP (pronouns_per_100, 100 * pronouns / words);
  STEP (preps_per_100, 100 * preps / words);
  return VALUE (1.04 * mono_per_100 + 1.06 * sentences_per_100 + 0.56 * pronouns_per_100 - 0.36 * preps_per_100
                - 26.01);
}

static double
lorge_1944 (const BsCall *call)
{
  IN (words); IN (sentences); IN (prep_phrases); IN (hard_unique_769);
  STEP (words_per_sentence, words / sentences);
  STEP (share_prep, prep_phrases / words);
  STEP (share_hard, hard_unique_769 / words);
  return VALUE (0.07 * words_per_sentence + 13.01 * share_prep + 10.73 * share_hard + 1.6126);
}

static double
lorge_1948 (const BsCall *call)
{
  IN (words); IN (sentences); IN (prep_phrases); IN (hard_unique_769);
  STEP (words_per_sentence, words / sentences);
  STEP (prep_per_100, 100 * prep_phrases / words);
  STEP (hard_per_100, 100 * hard_unique_769 / words);
  return VALUE (0.06 * words_per_sentence + 0.10 * prep_per_100 + 0.10 * hard_per_100 + 1.99);
}

#define BORMUTH_SOURCE "Bormuth 1969, Development of Readability Analyses, US Office of Education, pp. 152, 160"
#define COLEMAN_SOURCE                                                                                                 \
  "Coleman 1965, On understanding prose; Liau, Bassin, Martin & Coleman 1976, Modification of the Coleman "            \
  "readability formulas, Journal of Reading Behavior 8(4), 381–386"
#define LORGE_INPUTS "words sentences prep_phrases=preps hard_unique_769"

static const BsMeasure rows[] = {
  { .id = "bormuth_cloze_mean", .title = "Bormuth mean cloze score", READABILITY, SCALE ("ratio", EASIER, 0.2, 0.7),
    ENGLISH, .inputs = "words sentences letters familiar",
    .formula = "0.886593 − 0.083640 · letters/words + 0.161911 · (familiar/words)³ − 0.021401 · asl + 0.000577 · asl² "
               "− 0.000005 · asl³, asl = words/sentences",
    .source = BORMUTH_SOURCE,
    .notes = "Words on the long Dale list are counted, not those off it, as quanteda and Wordless do; quanteda also "
             "has 0.21401 for 0.021401.",
    .compute = bormuth_cloze_mean },
  { .id = "bormuth_gp35", .title = "Bormuth grade placement at 35 %", READABILITY, SCALE ("grade", HARDER, 2, 14),
    ENGLISH, .inputs = "words sentences letters familiar",
    .formula = "4.275 + 12.881 M − 34.934 M² + 20.388 M³ + 26.194 C − 2.046 C² − 11.767 C³ − 44.285 MC + 97.62 (MC)² "
               "− 59.538 (MC)³, M = bormuth_cloze_mean, C = 0.35",
    .source = BORMUTH_SOURCE,
    .notes = "C is the cloze score that is asked for, as a share. quanteda and koRpus put 35 for 0.35 and come out far "
             "off the scale; quanteda even multiplies by the number of characters.",
    .compute = bormuth_gp35 },
  { .id = "drp", .title = "Degrees of Reading Power", READABILITY, SCALE ("DRP", HARDER, 30, 80), ENGLISH,
    .inputs = "words sentences letters familiar", .formula = "100 − round (100 · bormuth_cloze_mean)",
    .source = "College Entrance Examination Board 1981; Carver 1985, Measuring readability using DRP units, Journal of "
              "Reading Behavior 17(4), 303–316",
    .notes = "koRpus, on its own sample text, prints −1812.54.", .compute = drp },
  { .id = "coleman_1", .title = "Coleman 1", READABILITY, SCALE ("cloze %", EASIER, 20, 80), ENGLISH,
    .inputs = "words sentences mono", .formula = "1.29 · (100 · mono/words) − 38.45", .source = COLEMAN_SOURCE,
    .compute = coleman_1 },
  { .id = "coleman_2", .title = "Coleman 2", READABILITY, SCALE ("cloze %", EASIER, 20, 80), ENGLISH,
    .inputs = "words sentences mono",
    .formula = "1.16 · (100 · mono/words) + 1.48 · (100 · sentences/words) − 37.95", .source = COLEMAN_SOURCE,
    .compute = coleman_2 },
  { .id = "coleman_3", .title = "Coleman 3", READABILITY, SCALE ("cloze %", EASIER, 20, 80), ENGLISH,
    .inputs = "words sentences mono pronouns",
    .formula = "1.07 · (100 · mono/words) + 1.18 · (100 · sentences/words) + 0.76 · (100 · pronouns/words) − 34.02",
    .source = COLEMAN_SOURCE, .notes = "Pronouns are counted by list, without a parser.", .compute = coleman_3 },
  { .id = "coleman_4", .title = "Coleman 4", READABILITY, SCALE ("cloze %", EASIER, 20, 80), ENGLISH,
    .inputs = "words sentences mono pronouns preps",
    .formula = "1.04 · (100 · mono/words) + 1.06 · (100 · sentences/words) + 0.56 · (100 · pronouns/words) − 0.36 · "
               "(100 · preps/words) − 26.01",
    .source = COLEMAN_SOURCE,
    .notes = "Wordless takes prepositions per word, not per 100, so that they hardly count. Pronouns and prepositions "
             "are counted by list.",
    .compute = coleman_4 },
  { .id = "lorge_1944", .title = "Lorge 1944", READABILITY, SCALE ("grade", HARDER, 2, 12), ENGLISH,
    .inputs = LORGE_INPUTS,
    .formula = "0.07 · words/sentences + 13.01 · prep_phrases/words + 10.73 · hard_unique_769/words + 1.6126",
    .source = "Lorge 1944, Predicting readability, Teachers College Record 45, 404–419",
    .notes = "Hard words are the different words off Dale's list of 769. A text's prepositions stand for its "
             "prepositional phrases.",
    .compute = lorge_1944 },
  { .id = "lorge_1948", .title = "Lorge, corrected 1948", READABILITY, SCALE ("grade", HARDER, 2, 12), ENGLISH,
    .inputs = LORGE_INPUTS,
    .formula = "0.06 · words/sentences + 0.10 · (100 · prep_phrases/words) + 0.10 · (100 · hard_unique_769/words) + "
               "1.99",
    .source = "Lorge 1948, The Lorge and Flesch readability formulae: a correction, School and Society 67, 141–142",
    .notes = "Wordless multiplies 0.10 by shares; it only makes sense for counts per 100 words (in 1944: 10.73 by the "
             "share).",
    .compute = lorge_1948 },
};

BS_MEASURE_GROUP (bs_group_cloze, rows);
