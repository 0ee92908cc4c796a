/* Readability of further languages: Arabic, Dutch, Hungarian, Polish, Russian, Turkish, Ukrainian. */
#include "measure/measure-internal.h"

FROM_SYLLABLES (flesch_nl_douma, 206.84 - 0.93 * words_per_sentence - 77 * syllables_per_word)
FROM_SYLLABLES (flesch_nl_brouwer, 195 - 2 * words_per_sentence - 200 * syllables_per_word / 3)
FROM_SYLLABLES (flesch_nl_brouwer_67, 195 - 2 * words_per_sentence - 67 * syllables_per_word)
FROM_SYLLABLES (flesch_ru_oborneva, 206.835 - 1.3 * words_per_sentence - 60.1 * syllables_per_word)
FROM_SYLLABLES (flesch_uk_partiko, 206.84 - 5.93 * words_per_sentence - 28.3 * syllables_per_word)
FROM_SYLLABLES (flesch_tr_atesman, 198.825 - 2.610 * words_per_sentence - 40.175 * syllables_per_word)
FROM_SYLLABLES (flesch_hu, 206.835 - 1.015 * words_per_sentence - 58.5 * syllables_per_word)

static double
fog_pl (const BsCall *call)
{
  IN (words); IN (sentences); IN (fourplus);
  STEP (words_per_sentence, words / sentences);
  STEP (pct_hard, 100 * fourplus / words);
  return VALUE (sqrt (square (words_per_sentence) + square (pct_hard)) / 2);
}

static double
aari (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters);
  STEP (letters_per_word, letters / words);
  STEP (words_per_sentence, words / sentences);
  return VALUE (3.28 * letters + 1.43 * letters_per_word + 1.24 * words_per_sentence);
}

static double
al_heeti_1 (const BsCall *call)
{
  IN (words); IN (letters);
  STEP (letters_per_word, letters / words);
  return VALUE (4.41434307 * letters_per_word - 13.46873475);
}

static double
al_heeti_2 (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters); IN (types);
  STEP (letters_per_word, letters / words);
  STEP (words_per_sentence, words / sentences);
  STEP (words_per_type, words / types);
  return VALUE (0.97569509 * letters_per_word + 0.37237998 * words_per_sentence - 0.90451827 * words_per_type
                - 1.06000414);
}

static double
dawood (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters); IN (types);
  STEP (letters_per_word, letters / words);
  STEP (words_per_sentence, words / sentences);
  STEP (words_per_type, words / types);
  return VALUE (5.5543 * words_per_type - 0.0533 * letters_per_word - 0.2066 * words_per_sentence - 1.0801);
}

#define FLESCH_INPUTS SCALE ("points", EASIER, 0, 100), .inputs = "words sentences syllables"

static const BsMeasure rows[] = {
  { .id = "flesch_nl_douma", .title = "Flesch for Dutch (Douma)", READABILITY, FLESCH_INPUTS, .language = "nl",
    .formula = "206.84 − 0.93 · words/sentences − 77 · syllables/words",
    .source = "Douma 1960, De leesbaarheid van landbouwbladen, Wageningen",
    .notes = "koRpus, textstat and textacy have 206.835. Some papers print 0.33 for 0.93.",
    .compute = flesch_nl_douma },
  { .id = "flesch_nl_brouwer", .title = "Brouwer's Leesindex A for Dutch", READABILITY, FLESCH_INPUTS, .language = "nl",
    .formula = "195 − 2 · words/sentences − 200/3 · syllables/words",
    .source = "Brouwer 1963, Onderzoek naar de leesmoeilijkheid van Nederlands proza, Paedagogische Studiën 40, "
              "454–464",
    .notes = "As in Wordless; koRpus rounds 200/3 to 67: flesch_nl_brouwer_koRpus67.", .compute = flesch_nl_brouwer },
  { .id = "flesch_nl_brouwer_koRpus67", .title = "Brouwer's Leesindex A as in koRpus", READABILITY, VARIANT,
    FLESCH_INPUTS, .language = "nl", .formula = "195 − 2 · words/sentences − 67 · syllables/words",
    .source = "koRpus 0.13 (Flesch, \"nl-b\")", .compute = flesch_nl_brouwer_67 },
  { .id = "flesch_ru_oborneva", .title = "Flesch for Russian (Oborneva)", READABILITY, FLESCH_INPUTS, .language = "ru",
    .formula = "206.835 − 1.3 · words/sentences − 60.1 · syllables/words",
    .source = "Oborneva 2006, doctoral dissertation, Institute for Strategy of Education Development, Moscow",
    .compute = flesch_ru_oborneva },
  { .id = "flesch_uk_partiko", .title = "Flesch for Ukrainian (Partiko)", READABILITY, FLESCH_INPUTS, .language = "uk",
    .formula = "206.84 − 5.93 · words/sentences − 28.3 · syllables/words",
    .source = "Partiko 2001, Zahalne redahuvannia; Grzybek 2010, Text difficulty and the Arens-Altmann law",
    .compute = flesch_uk_partiko },
  { .id = "flesch_tr_atesman", .title = "Flesch for Turkish (Ateşman)", READABILITY, FLESCH_INPUTS, .language = "tr",
    .formula = "198.825 − 2.610 · words/sentences − 40.175 · syllables/words",
    .source = "Ateşman 1997, Türkçede okunabilirliğin ölçülmesi, Dil Dergisi 58, 71–74", .compute = flesch_tr_atesman },
  { .id = "flesch_hu", .title = "Flesch for Hungarian", READABILITY, FLESCH_INPUTS, .language = "hu",
    .formula = "206.835 − 1.015 · words/sentences − 58.5 · syllables/words", .source = "textstat (settings of \"hu\")",
    .notes = "A setting of textstat for which it names no study.", .compute = flesch_hu },
  { .id = "fog_pl", .title = "Fog index for Polish (Pisarek)", READABILITY, SCALE ("grade", HARDER, 4, 20),
    .language = "pl", .inputs = "words sentences fourplus",
    .formula = "√((words/sentences)² + (100 · fourplus/words)²) / 2",
    .source = "Pisarek 1969, Jak mierzyć zrozumiałość tekstu?, Zeszyty Prasoznawcze 4(42), 35–48",
    .notes = "Hard words have four syllables or more in their base form, which is not counted: a text has no value, "
             "counts given by hand have. textstat keeps the English formula and moves the cut to four syllables; the "
             "code of Wordless counts words of more than four.",
    .compute = fog_pl },
  { .id = "aari_ar", .title = "Automatic Arabic Readability Index", READABILITY, SCALE ("points", HARDER, 500, 10000),
    .language = "ar", .inputs = "words sentences letters",
    .formula = "3.28 · letters + 1.43 · letters/words + 1.24 · words/sentences",
    .source = "Al-Tamimi, Jaradat, Aljarrah & Ghanim 2013, International Arab Journal of Information Technology 11(4), "
              "370–378",
    .notes = "Grows with the length of a text: it can compare texts of equal length only.", .compute = aari },
  { .id = "al_heeti_1_ar", .title = "Al-Heeti for Arabic 1", READABILITY, SCALE ("grade", HARDER, 1, 14),
    .language = "ar", .inputs = "words letters", .formula = "4.41434307 · letters/words − 13.46873475",
    .source = "Al-Heeti 1984, dissertation, University of Northern Colorado, pp. 102–106", .compute = al_heeti_1 },
  { .id = "al_heeti_2_ar", .title = "Al-Heeti for Arabic 2", READABILITY, SCALE ("grade", HARDER, 1, 14),
    .language = "ar", .inputs = "words sentences letters types",
    .formula = "0.97569509 · letters/words + 0.37237998 · words/sentences − 0.90451827 · words/types − 1.06000414",
    .source = "Al-Heeti 1984, dissertation, University of Northern Colorado, pp. 102–106",
    .notes = "Words per type grow with the length of a text.", .compute = al_heeti_2 },
  { .id = "dawood_ar", .title = "Dawood for Arabic", READABILITY, SCALE ("points", EASIER, 0, 15), .language = "ar",
    .inputs = "words sentences letters types",
    .formula = "5.5543 · words/types − 0.0533 · letters/words − 0.2066 · words/sentences − 1.0801",
    .source = "Dawood 1977, thesis, University of Baghdad; Cavalli-Sforza, Saddiki & Nassiri 2018",
    .notes = "Words per type grow with the length of a text.", .compute = dawood },
};

BS_MEASURE_GROUP (bs_group_languages, rows);
