/* furniture.h: the verdict on each block, from its looks, its phrases and its neighbours.
 *
 * 1. Set phrases, bylines, dates and notes on the origin are recognised (clean/phrase.h, clean/credit.h).
 * 2. Each block is scored as prose or not, and the article is the run of blocks of greatest sum, after Pasternack &
 *    Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009), with scores by
 *    line shape in the place of a trained classifier. What lies between two stretches of prose costs at most
 *    BS_GAP_MAX, so that a long table or list does not cut an article in two.
 * 3. Inside the run, what is certainly no article is set aside: figures, labels, sub-headings. In doubt, a block is
 *    kept. Before and behind it nothing is article where that looks like the page of a site (labels of up to three
 *    words, notices, boards); where it does not, paragraphs are kept there too.
 * 4. The headline is the short block before the first paragraph, or what repeats the title that is known.
 * 5. Where nothing was kept and two blocks or more have eight words, these are kept; a text of a single block is
 *    kept unless a phrase names it.
 * No rule knows a language; the phrases do.
 */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

#define BS_GAP_MAX 60

/* Sets `aside` of each BsRawBlock of the text. `title` may be NULL; `folded` is scratch. */
void bs_furniture_judge (GArray *blocks, BsSpan text, const char *title, GString *folded);

G_END_DECLS
