/* syllable.h: how many syllables a word has when read aloud in American English.
 *
 * A word of letters has the count of the CMU Pronouncing Dictionary's first pronunciation where the dictionary has it:
 * what is built in gives that count for each of its words (tests/test-syllable.c checks it against the dictionary).
 * Any other word is counted by the same weights, learned from the dictionary; tried on words that were held out, they
 * are right for 96 of 100 different words. Elements whose letters would mislead them are counted by themselves
 * (lexicon/syllable-compound.h). */
#pragma once

#include "lexicon/syllable-model.h"

G_BEGIN_DECLS

/* How a count was found. Of the dictionary's words some are LISTED, and the others come out right by PARTS or RULE. */
typedef enum {
  BS_SYLLABLES_LISTED, /* listed, since the rule would err: the dictionary's first pronunciation */
  BS_SYLLABLES_PARTS,  /* sum over the parts of a compound, or of a listed word and its ending */
  BS_SYLLABLES_RULE,   /* by weights learned from the dictionary (lexicon/syllable-model.h) */
  BS_SYLLABLES_NUMBER, /* a number read aloud (lexicon/spoken-number.h), in figures or Roman: "1984", "XIV" */
  BS_SYLLABLES_LETTERS /* letter by letter (lexicon/letters.h): "BBC", "U.S", "Ph.D" */
} BsSyllableRule;

/* The number of syllables, 1 or more, and in `rule`, where not NULL, how it was found. `spelling` as in
 * bs_lexicon_describe(): "US" as capitals is two, "us" one.
 *   well-known, and/or    the sum of its parts; a part may be anything below
 *   boss's, 1990's        a possessive or plural adds a syllable after a hiss
 *   MPs, CEO's            capitals that are spelled, with their ending
 *   YouTube, macOS        the parts that capitals inside show; but names in one: McCone (lexicon/written-in-one.h)
 *   WWII, WW2             World War Two
 *   B-52, H1N1, 100km     letters and figures in turn; units by name; three figures after letters as "I-405" (four oh
 *                         five)
 *   AT&T                  letters, & as "and"
 *   bbc.co.uk, @name      runs of letters as words, of digits as numbers; marks, http and www are not heard
 *   other scripts         one for every two characters
 * Only the first 512 bytes are looked at. Safe from any thread. */
guint bs_syllables (BsSpan spelling, BsSyllableRule *rule);

/* The same for a word that is in plain letters already (lexicon/plain-letters.h): at most BS_PLAIN_MAX bytes, and
 * `others`, the characters that were left out. */
guint bs_syllables_plain (BsSpan plain, guint others, BsSyllableRule *rule);

/* The weights that are built in. Never freed. */
const BsSyllableModel *bs_syllables_model (void);

G_END_DECLS
