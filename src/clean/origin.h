/* origin.h: notes on where a text appeared first.
 *
 * "This article originally appeared in …", "A version of this post first appeared on …", "Cross-posted from …",
 * "Republished with permission from …", "This story is being published as part of a content partnership with …". A note
 * starts as such: that an image "first appeared on a wall" is told, not credited.
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Whether a block folded by bs_phrase_fold is such a note, and not one on a correction, nor what somebody said. */
gboolean bs_is_origin   (const char *folded);

/* Whether the first letters are those of such a note; false for nearly all text. */
gboolean bs_origin_may_start (const char *folded);

/* The publication that a note names, as the block spells it, up to what else is told of it; empty where none is. */
BsSpan   bs_origin_name (const char *folded, BsSpan block);

/* Where in a paragraph a note begins that ends it, behind the end of a sentence; 0 where none does: such a note, or one
 * on who else worked on the text ("(Reporting by …; Editing by …)", "… contributed to this report."). At most the last
 * 240 bytes are looked at. `folded` is scratch. */
gsize    bs_origin_tail (BsSpan block, GString *folded);

/* Where the text goes on in a block that starts with a note without a stop ("… on the Mill Road website As I wrote"); 0
 * where it does not. */
gsize    bs_origin_head (BsSpan block, GString *folded);

G_END_DECLS
