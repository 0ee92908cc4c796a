/* juncture-words.h: how much a word speaks for or against a sentence's end beside it where no mark stands: "Thanks" and
 * a name behind it, "But" after a word in small letters. Learned with the weights of segment/sentence-model.h and in
 * their units; data/sentence-words.txt holds the words, an end's weight and a start's, one word a line. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* The weights of a folded word in front of the gap and behind it; 0 for a word that is not listed. Safe from any thread. */
void bs_juncture_weights (BsSpan folded, gint8 *ends, gint8 *starts);

G_END_DECLS
