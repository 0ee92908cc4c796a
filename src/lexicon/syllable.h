/* syllable.h: how many syllables a word has when read aloud in American English. */
#pragma once

#include "lexicon/lexicon.h"

G_BEGIN_DECLS

typedef enum {
  BS_SYLLABLES_LISTED, /* the CMU Pronouncing Dictionary's first pronunciation */
  BS_SYLLABLES_PARTS,  /* sum over the parts of a compound, or of a word and its ending */
  BS_SYLLABLES_RULE,   /* by rule */
  BS_SYLLABLES_NUMBER, /* a number read aloud */
  BS_SYLLABLES_LETTERS /* letter by letter */
} BsSyllableRule;

/* The number of syllables, 1 or more, and in `rule`, where not NULL, how it was found. Arguments as in
 * bs_lexicon_describe(). "US" as capitals is two, "us" one. */
guint bs_syllables (BsSpan spelling, BsSpan folded, BsSyllableRule *rule);

G_END_DECLS
