/* furniture.h: the verdict on each block, from its looks, its phrases and its neighbours.
 *
 * 1. Set phrases, bylines, dates and notes on the origin are recognised (clean/phrase.h, clean/credit.h).
 * 2. Figures with their labels are boards, short lines under a heading of links are links, and what readers wrote
 *    below the article is known by its heading and its "Reply" (clean/comment.h).
 * 3. The article is the run of prose (clean/run.h), and what a box of the site parts from it (clean/stretch.h).
 * 4. The headline is the short block before the first paragraph, or what repeats the title that is known.
 * 5. Inside the run, what is certainly no article is set aside; beside it, what looks like the page of a site
 *    (clean/inside.h).
 * 6. Where nothing was kept and two blocks or more have eight words, these are kept; a text of a single block is
 *    kept unless a phrase names it.
 * No rule knows a language; the phrases do.
 */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

/* Sets `aside`, `reason` and `score` of each BsRawBlock of the text, by the steps BS_STEP_FURNITURE and BS_STEP_CREDITS
 * unless `options` leaves them out. Without credits, bylines, origins and rights are kept as text; without furniture,
 * nothing but them is set aside. Blocks may be parted in two, where a note on the origin ends a paragraph. `folded` is
 * scratch. */
void bs_furniture_judge   (GArray *blocks, BsSpan text, const BsCleanOptions *options, GString *folded);

/* The first step alone, over blocks that are kept so far, whatever else judged them. */
void bs_furniture_phrases (GArray *blocks, BsSpan text, const BsCleanOptions *options, GString *folded);

G_END_DECLS
