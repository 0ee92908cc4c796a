/* Readability of French, Italian, Portuguese and Spanish. */
#include "measure/measure-internal.h"

FROM_SYLLABLES (flesch_fr_kandel_moles, 207 - 1.015 * words_per_sentence - 73.6 * syllables_per_word)
FROM_SYLLABLES (flesch_fr_korpus, 209 - 1.15 * words_per_sentence - 68 * syllables_per_word)
FROM_SYLLABLES (flesch_it_vacca, 217 - 1.3 * words_per_sentence - 60 * syllables_per_word)
FROM_SYLLABLES (flesch_pt, 248.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word)
FROM_SYLLABLES (flesch_es_fernandez_huerta, 206.835 - 1.02 * words_per_sentence - 60 * syllables_per_word)
FROM_SYLLABLES (flesch_es_szigriszt, 206.84 - words_per_sentence - 62.3 * syllables_per_word)

static double
gulpease (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters);
  return VALUE (89 + (300 * sentences - 10 * letters) / words);
}

static double
gutierrez_polini (const BsCall *call)
{
  IN (words); IN (sentences); IN (letters);
  STEP (letters_per_word, letters / words);
  STEP (words_per_sentence, words / sentences);
  return VALUE (95.2 - 9.7 * letters_per_word - 0.35 * words_per_sentence);
}

static double
crawford_es (const BsCall *call)
{
  IN (words); IN (sentences); IN (syllables);
  STEP (sentences_per_100, 100 * sentences / words);
  STEP (syllables_per_100, 100 * syllables / words);
  return VALUE (0.049 * syllables_per_100 - 0.205 * sentences_per_100 - 3.407);
}

static double
legibilidad_mu (const BsCall *call)
{
  IN (words);
  double mean_letters = bs_call_input (call, BS_INPUT_mean_letters);
  double var_letters = bs_call_input (call, BS_INPUT_var_letters);

  if (isnan (mean_letters) || isnan (var_letters))
    {
      IN (letters); IN (letters_squared);

      mean_letters = bs_call_step (call, "mean_letters", "letters / words", letters / words);
      var_letters = bs_call_step (call, "var_letters", "letters_squared / words - mean_letters * mean_letters",
                                  letters_squared / words - square (mean_letters));
    }
  return VALUE (words / (words - 1) * (mean_letters / var_letters) * 100);
}

static const BsMeasure rows[] = {
  { .id = "flesch_fr_kandel_moles", .title = "Flesch for French (Kandel-Moles)", READABILITY,
    SCALE ("points", EASIER, 0, 100), .language = "fr", .inputs = "words sentences syllables",
    .formula = "207 − 1.015 · words/sentences − 73.6 · syllables/words",
    .source = "Kandel & Moles 1958, Application de l'indice de Flesch à la langue française, Cahiers d'études de "
              "radio-télévision 19, 253–274",
    .notes = "As in textstat, textacy and Wordless; koRpus has other numbers: flesch_fr_koRpus.",
    .compute = flesch_fr_kandel_moles },
  { .id = "flesch_fr_koRpus", .title = "Flesch for French as in koRpus", READABILITY, VARIANT,
    SCALE ("points", EASIER, 0, 100), .language = "fr", .inputs = "words sentences syllables",
    .formula = "209 − 1.15 · words/sentences − 68 · syllables/words", .source = "koRpus 0.13 (Flesch, \"fr\")",
    .notes = "koRpus names Kandel and Moles for these numbers.", .compute = flesch_fr_korpus },
  { .id = "flesch_it_vacca", .title = "Flesch for Italian (Vacca)", READABILITY, SCALE ("points", EASIER, 0, 100),
    .language = "it", .inputs = "words sentences syllables",
    .formula = "217 − 1.3 · words/sentences − 60 · syllables/words",
    .source = "Franchina & Vacca 1986, Adaptation of Flesch readability index, Linguaggi 3, 47–49",
    .compute = flesch_it_vacca },
  { .id = "gulpease", .title = "Gulpease", READABILITY, SCALE ("points", EASIER, 20, 100), .language = "it",
    .inputs = "words sentences letters", .formula = "89 + (300 · sentences − 10 · letters) / words",
    .source = "Lucisano & Piemontese 1988, GULPEASE, Scuola e città 39(3), 110–124", .compute = gulpease },
  { .id = "flesch_pt", .title = "Flesch for Portuguese", READABILITY, SCALE ("points", EASIER, 0, 100),
    .language = "pt", .inputs = "words sentences syllables",
    .formula = "248.835 − 1.015 · words/sentences − 84.6 · syllables/words",
    .source = "Martins, Ghiraldelo, Nunes & Oliveira 1996, Readability formulas applied to textbooks in Brazilian "
              "Portuguese; as in textacy",
    .compute = flesch_pt },
  { .id = "flesch_es_fernandez_huerta", .title = "Flesch for Spanish (Fernández Huerta)", READABILITY,
    SCALE ("points", EASIER, 0, 110), .language = "es", .inputs = "words sentences syllables",
    .formula = "206.835 − 1.02 · words/sentences − 60 · syllables/words",
    .source = "Fernández Huerta 1959, Medidas sencillas de lecturabilidad, Consigna 214, 29–32; corrected by Law 2011",
    .notes = "The print of 1959 says sentences per 100 words, which would make short sentences hard; words per "
             "sentence are meant. textstat and Wordless have 206.84.",
    .compute = flesch_es_fernandez_huerta },
  { .id = "flesch_es_szigriszt", .title = "Perspicuity of Spanish (Szigriszt-Pazos)", READABILITY,
    SCALE ("points", EASIER, 0, 110), .language = "es", .inputs = "words sentences syllables",
    .formula = "206.84 − words/sentences − 62.3 · syllables/words",
    .source = "Szigriszt Pazos 1993, Sistemas predictivos de legibilidad del mensaje escrito, p. 247",
    .notes = "koRpus has 206.835, Wordless 206.84.", .compute = flesch_es_szigriszt },
  { .id = "gutierrez_polini", .title = "Comprehensibility of Spanish (Gutiérrez de Polini)", READABILITY,
    SCALE ("points", EASIER, 20, 60), .language = "es", .inputs = "words sentences letters",
    .formula = "95.2 − 9.7 · letters/words − 0.35 · words/sentences",
    .source = "Gutiérrez de Polini 1972, Investigación sobre lectura en Venezuela; Rodríguez Trujillo 1980",
    .compute = gutierrez_polini },
  { .id = "crawford_es", .title = "Crawford's years of school for Spanish", READABILITY, SCALE ("grade", HARDER, 1, 8),
    .language = "es", .inputs = "words sentences syllables",
    .formula = "0.049 · (100 · syllables/words) − 0.205 · (100 · sentences/words) − 3.407",
    .source = "Crawford 1985, Fórmula y gráfico para determinar la comprensibilidad de textos, Lectura y vida 6(4)",
    .compute = crawford_es },
  { .id = "legibilidad_mu", .title = "Legibilidad µ", READABILITY, SCALE ("points", EASIER, 20, 100), .language = "es",
    .inputs = "words mean_letters var_letters | words letters letters_squared",
    .formula = "words/(words − 1) · (mean of letters per word / their variance) · 100",
    .source = "Muñoz Baquedano 2006, Legibilidad y variabilidad de los textos, Boletín de Investigación Educacional "
              "21(2), 13–26",
    .notes = "The variance is that of all words of the text, divided by their number.", .compute = legibilidad_mu },
};

BS_MEASURE_GROUP (bs_group_romance, rows);
