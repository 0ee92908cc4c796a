/* html-pull.h: pull quotes, words of an article that its page shows once more, larger.
 *
 * Known by their name and by what they say: all of their words stand in a paragraph too. What stands nowhere else is
 * text, whatever it is named.
 */
#pragma once

#include "clean/html-tree.h"

G_BEGIN_DECLS

/* Sets pull quotes aside that are kept so far, and who said it where that stands in the same element; the first 32 are
 * asked. `text`: that the `n` blocks are of. */
void bs_html_pull_quotes_drop (const BsHtmlTree *tree, BsRawBlock *blocks, guint n, const char *text);

G_END_DECLS
