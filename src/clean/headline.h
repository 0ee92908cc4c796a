/* headline.h: the title where it stands in the text. */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

/* Marks as BS_ASIDE_TITLE among the BsRawBlock up to the third paragraph each that repeats `title` (which may be
 * NULL); case, quotes, blanks and what follows " | " or " - " in the title aside. TRUE where one did. */
gboolean bs_headline_repeated (GArray *blocks, BsSpan text, const char *title, GString *folded);

/* The same, and where no title is known or none was found: among up to four lines before the first paragraph that
 * have two to thirty words and no full stop (a question mark, exclamation mark or three dots they may have where no
 * title is known), above the byline if there is one, the nearest with four words or more; the one before that where
 * it is shorter, or where no third stands before them. Those between it and the paragraph are sub-headings. `start`
 * and `end` bound the article. */
void bs_headline_find (GArray *blocks, guint start, guint end, BsSpan text, const char *title, GString *folded);

G_END_DECLS
