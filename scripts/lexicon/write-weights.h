/* write-weights.h: the text of src/lexicon/data/syllable-weights.txt; src/lexicon/syllable-model.h tells its form. */
#pragma once

#include "lexicon/syllable-model.h"

G_BEGIN_DECLS

/* A run of letters and the weight of one of them. */
typedef struct
{
  guint8 symbols[BS_SYLLABLE_VOWEL_WINDOW];
  guint8 length;
  guint8 letter; /* from 0 */
  guint level;
} Run;

/* The lines, for an array of Run in any order, which is sorted. Free with g_free. */
char *write_weights (GArray *runs);

G_END_DECLS
