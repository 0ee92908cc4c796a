/* headline.h: the title where it stands in the text. */
#pragma once

#include "clean/page.h"

G_BEGIN_DECLS

/* Marks as BS_ASIDE_TITLE among the BsRawBlock up to the third paragraph each that repeats `title` (which may be
 * NULL); case, quotes, blanks and what follows " | " or " - " in the title aside. TRUE where one did. */
gboolean bs_headline_repeated (GArray *blocks, BsSpan text, const char *title, GString *folded);

/* The blocks, at most `max`, that repeat the title or, where none is known, the text's first line of three words or
 * more: how many. Those are the places where the article may begin. */
guint    bs_headline_places   (const BsPage *page, const char *title, guint *places, guint max);

/* The same as bs_headline_repeated; lines of eight words or more between the title and the first paragraph, without a
 * full stop, are sub-headings then. Where no title is known or none was found: among up to four lines before the
 * first paragraph that have two to thirty words and no full stop (a question mark, exclamation mark or three dots they
 * may have where no title is known), above the byline if there is one, the nearest with four words or more; the one
 * before that where it is shorter, or where no third stands before them. All those between it and the paragraph are
 * sub-headings. `start` and `end` bound the article. */
void     bs_headline_find (GArray *blocks, guint start, guint end, BsSpan text, const char *title, GString *folded);

/* Where the title stands at `place` above the article, which `start` and `end` bound: it and its repetitions are the
 * title, and lines of eight words or more between it and the first paragraph, without a full stop, are sub-headings. */
void     bs_headline_place (GArray *blocks, guint place, guint start, guint end, BsSpan text, GString *folded);

G_END_DECLS
