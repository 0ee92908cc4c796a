/* sentence-model.h: weights for the gaps that no rule decides: before a capital with no mark in front of it, behind a
 * comma, a colon or a dash, before a small letter behind "?", "!" or "...".
 *
 * A gap's score is the sum of the weights of what stands around it: the kinds of the two words before and the two after
 * with the kind of the gap, the words themselves (BsWordFacts.ends and .starts), how long the sentence has become, how
 * much of the block is left, and the manner of the article. Above 0 the sentence ends. Logistic regression, fitted by
 * scripts/sentences/train on data that lexicon/data/README.md names, rounded to whole numbers of
 * 1/BS_SENTENCE_WEIGHT_UNIT. */
#pragma once

#include "segment/sentence.h"

G_BEGIN_DECLS

#define BS_SENTENCE_WEIGHT_UNIT 16

/* What is taken off every score: in print, and in what is written more freely. A false end costs a reader more than a
 * missed one, and where all blocks end with marks and all sentences start large, nobody forgets a mark. */
#define BS_SENTENCE_PRINT_MARGIN 28
#define BS_SENTENCE_FREE_MARGIN (-10)

/* The score of a gap in units. Loads the weights when first asked. Safe from any thread. */
int   bs_sentence_weigh (const BsJuncture *juncture);

/* What speaks at this gap, by the names that the weights' file uses, blanks between; for the training program and for
 * who asks why. Free with g_free. */
char *bs_sentence_features (const BsJuncture *juncture);

G_END_DECLS
