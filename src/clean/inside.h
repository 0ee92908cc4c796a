/* inside.h: what is no article inside the run of prose, and what is article beside it. */
#pragma once

#include "clean/page.h"

G_BEGIN_DECLS

/* Decides the open blocks of the run: what is certainly no article is set aside (figures, labels, sub-headings); in
 * doubt a block is kept. A row of labels is decided as one: behind a colon it is the article's; one or two before a
 * paragraph are sub-headings; more are a list where they have three words in the mean, six on a page, else links or
 * names. A line such as "Doors: seven in the evening" is kept where the text is no page. */
void     bs_inside_judge (BsPage *page, guint start, guint end);

/* Decides the open blocks before or behind the run. `of_page`: the text is a page. There, and where they look like a
 * page around the article, none is article; else its paragraphs are more of it, and lists that a colon announces;
 * short lines are not. */
void     bs_beside_judge (BsPage *page, guint from, guint to, gboolean of_page);

/* Whether blocks beside the article look like a page around it rather than like more of it: notices of the site,
 * boards, and labels of up to three words, at least one block in five and two for each paragraph; more
 * of them where nothing among them was named as no article. */
gboolean bs_is_page_around (const BsPage *page, guint from, guint to);

G_END_DECLS
