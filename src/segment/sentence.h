/* sentence.h: whether a sentence ends between two words. */
#pragma once

#include "segment/scan.h"

G_BEGIN_DECLS

/* Decides from what stands between two words of a block and from what is known of both. `first` says that the word
 * before is the first of its block (a list marker: "1." , "a."). TRUE where a sentence ends; `end` then says why.
 * Gaps of blocks are not asked about. */
gboolean bs_sentence_ends (guint32 gap, const BsWordFacts *before, const BsWordFacts *after, gboolean first,
                           BsSentenceEnd *end);

G_END_DECLS
