/* stretch.h: prose that the best run left out, and that is the article's nevertheless.
 *
 * The run of prose (clean/run.h) ends where what lies between weighs more than what lies behind it, and what a site
 * puts into an article often does: a box of links, a bar of buttons, a form. What stands behind up to fourteen such
 * blocks is more of the article where nothing says that another text begins: no byline or time, credit, comment or
 * teaser stands between, and behind them come paragraphs of full sentences that tell something, of ten words and more
 * and not to a "you": two in a row; one alone behind nothing but up to eight buttons and labels of three words; four
 * where the last block between is a label that may be another text's headline. One is enough, however much is between,
 * where half of that or more are details ("Best for: families", "60 g butter", "2. Great Ram"), three at least, or
 * where the paragraphs on both sides are letters to the editor, by their salutation. Above the run the same holds,
 * below a line that may be the article's own headline.
 */
#pragma once

#include "clean/page.h"

G_BEGIN_DECLS

/* Widens the run, which is not empty, and decides the labels between its parts. Links and comments have their verdict.
 * `below_title`: the run starts below the title, so that nothing above it is the article's. */
void bs_stretch_run (BsPage *page, guint *start, guint *end, gboolean below_title);

G_END_DECLS
