/* comment.h: where what readers wrote begins.
 *
 * Below the first paragraph, a heading such as "12 comments" with two marks of comments below it ("Reply", "Ida says:",
 * a line about a time below a name or above such a "says:"), the first of them within twelve blocks and three
 * paragraphs, the next within four; or, without such a heading, three "Reply", or "Ida says:" above a time, with at
 * most four paragraphs between each two. All from there on is no article.
 */
#pragma once

#include "clean/page.h"

G_BEGIN_DECLS

/* Decides the open blocks of readers' comments. */
void bs_comments_find (BsPage *page);

G_END_DECLS
