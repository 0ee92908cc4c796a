/* leave-out.h: what a scan found and nobody wants to count: runs that are too long for words, and texts of too many
 * different ones.
 */
#pragma once

#include "segment/gap.h"
#include "segment/type-index.h"

G_BEGIN_DECLS

/* Takes the words of more than `most` bytes out of `words` (of BsWord), and moves the numbers in `gaps` (of BsGap) to
 * what is left. Returns how many there were. */
guint32  bs_leave_out_long_words (GArray *words, GArray *gaps, guint32 most);

/* Whether more than `most` of the words are spelt differently. Costs nothing where there are no more words than that. */
gboolean bs_has_more_spellings   (BsSpan text, const GArray *words, guint32 most);

G_END_DECLS
