/* run-in.h: the text of links that was run into sentences: "Eric HolderEric Himpton HolderHeadline … MORE said".
 *
 * A site shows a name as a link with a card behind it: the full name, headlines, and "MORE". Crawled, all of it stands
 * in the sentence without blanks. Found where twice a small letter meets a capital that a small letter follows, and 20
 * to 400 bytes behind the first, in the same line, stands the word MORE. Taken out, from that capital on through MORE,
 * where the word in front of it comes again as one of the next six words, and is again run into a capital; else it is
 * left as it stands.
 *   Source of the convention: the articles of a political daily as crawled, 84 of 100 of which have it.
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* The text with what is bounded taken out: `in` itself where there is none, else in `room`; `trail` leads back to `in`.
 * Adds to `mended->run_in` all that is found. */
BsSpan bs_run_in_cut (BsSpan in, GString *room, GArray *trail, BsMended *mended);

G_END_DECLS
