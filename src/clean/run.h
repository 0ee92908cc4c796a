/* run.h: where the article is among the blocks: the run of prose.
 *
 * Each block is scored as prose or not, and the article is the run of blocks of greatest sum, after Pasternack & Roth,
 * "Extracting Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009), with scores by line shape in
 * the place of a trained classifier. Short lines and figures between two stretches of prose cost at most BS_GAP_MAX, so
 * that a long table or list does not cut an article in two; what a phrase names as a site's costs whatever it costs.
 * An answer of a word or two ("Rain.") costs nothing, nor does what goes on below a verse with a small letter.
 *
 * On a page, whose title is known or is its first line, the run starts below the first place that repeats the title and
 * has prose behind it, and ends before a gap of more than BS_DROP_MAX. A list that ends the article (clean/list.h) is
 * of the run.
 */
#pragma once

#include "clean/page.h"

G_BEGIN_DECLS

#define BS_DROP_MAX 120
#define BS_GAP_MAX 60
#define BS_GAP_MAX_SITE 100 /* where the text is a whole page */

/* The run is from `start` to before `end`; both 0 where there is no prose. Returns the block of the title that it
 * follows, the number of blocks where it follows none. Fills the blocks' scores. `title` may be NULL. */
guint bs_run_find (BsPage *page, const char *title, guint *start, guint *end);

G_END_DECLS
