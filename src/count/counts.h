/* counts.h: what is counted in one article. One table names every count; the store's columns, the inputs of measures
 * and `explain` are driven by it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* X (id, name, unit, english only, description). The order is the order of the store's columns.
 * A count marked english only needs a list or rule that exists for English: it is missing for other languages. */
#define BS_COUNT_TABLE(X)                                                                                              \
  X (WORDS, "words", "words", FALSE, "running words, numbers included")                                                \
  X (SENTENCES, "sentences", "sentences", FALSE, "sentences")                                                          \
  X (PARAGRAPHS, "paragraphs", "paragraphs", FALSE, "paragraphs")                                                      \
  X (LETTERS, "letters", "letters", FALSE, "letters and digits, never punctuation")                                    \
  X (BLANKS, "blanks", "blanks", FALSE, "blanks between words: one less than the words of each paragraph")             \
  X (TYPES, "types", "types", FALSE, "different words")                                                                \
  X (HAPAXES, "hapaxes", "types", FALSE, "words that occur once")                                                      \
  X (DISLEGOMENA, "dislegomena", "types", FALSE, "words that occur twice")                                             \
  X (NUMBERS, "numbers", "words", FALSE, "words that are numbers")                                                     \
  X (LONG6, "long6", "words", FALSE, "words of more than six letters")                                                 \
  X (MINI3, "mini3", "words", FALSE, "words of three letters or fewer")                                                \
  X (LETTERS_SQUARED, "letters_squared", "letters²", FALSE, "sum over words of the squared number of letters")         \
  X (SYLLABLES, "syllables", "syllables", TRUE, "syllables")                                                           \
  X (MONO, "mono", "words", TRUE, "words of one syllable")                                                             \
  X (TWOPLUS, "twoplus", "words", TRUE, "words of two syllables or more")                                              \
  X (POLY, "poly", "words", TRUE, "words of three syllables or more")                                                  \
  X (HARD, "hard", "words", TRUE,                                                                                      \
     "Gunning's hard words: three syllables or more, but for names, compounds of easy words, verbs made three by "     \
     "-ed, -es or -ing, and (ours) numbers, addresses and what is read letter by letter")                              \
  X (EASY_OHAYRE, "easy_ohayre", "words", TRUE, "words of one syllable but for the, is, are, was, were")               \
  X (NAMES, "names", "words", TRUE, "words taken for proper names")                                                    \
  X (FAMILIAR, "familiar", "words", TRUE, "words that the long Dale list or its rules know")                           \
  X (UNFAMILIAR, "unfamiliar", "words", TRUE, "words that the long Dale list and its rules do not know")               \
  X (UNFAMILIAR_769, "unfamiliar_769", "words", TRUE, "words off Dale's list of 769")                                  \
  X (HARD_UNIQUE_769, "hard_unique_769", "types", TRUE, "different words off Dale's list of 769")                      \
  X (UNFAMILIAR_SPACHE, "unfamiliar_spache", "words", TRUE, "words off Spache's revised list of 1974")                 \
  X (UNFAMILIAR_SPACHE_TYPES, "unfamiliar_spache_types", "types", TRUE,                                                \
     "different words off Spache's revised list of 1974")                                                              \
  X (PRONOUNS, "pronouns", "words", TRUE, "pronouns, by list")                                                         \
  X (PREPS, "preps", "words", TRUE, "prepositions, by list")                                                           \
  X (CONJS, "conjs", "words", TRUE, "conjunctions, by list")                                                           \
  X (FUNCTION_WORDS, "function_words", "words", TRUE, "function words, by list")                                       \
  X (SCRABBLE, "scrabble", "points", FALSE, "sum over the letters a to z of their value in the English game Scrabble")

typedef enum {
#define X(id, name, unit, english, description) BS_COUNT_##id,
  BS_COUNT_TABLE (X)
#undef X
  BS_N_COUNTS
} BsCount;

/* A count that has no value for this article's language. */
#define BS_COUNT_MISSING (-1)

typedef struct {
  gint64 value[BS_N_COUNTS]; /* >= 0, or BS_COUNT_MISSING */
} BsCounts;

typedef struct {
  const char *name;
  const char *unit;
  gboolean    english_only;
  const char *description;
} BsCountInfo;

const BsCountInfo *bs_count_info (BsCount count);

/* The count of this name, or BS_N_COUNTS. */
BsCount            bs_count_by_name (const char *name);

/* How many types occur so many times: an entry of an article's frequency spectrum. */
typedef struct {
  guint32 frequency; /* tokens, 1 or more */
  guint32 types;     /* of that frequency */
} BsSpectrumEntry;

/* Sets every count that is for English only to BS_COUNT_MISSING. */
void               bs_counts_drop_english (BsCounts *counts);

G_END_DECLS
