/* html-judge.h: the verdict on each block of a page.
 *
 * 1. Kept is what stands in the article's element (clean/html-content.h) and is not marked there, no list or table that
 *    is half links, no link by itself or around several blocks, and in no list of which two items in three start with a
 *    link of 16 letters.
 * 2. The headline is the heading that repeats the page's title, else its only <h1>. Prose and long headings between it
 *    and the article's element are kept; what stands above it in that element is not.
 * 3. Set phrases and credits are read over what is kept (clean/furniture.h). A heading that is a phrase of promotion
 *    takes what is under it along: all that is in its box where that is small, else what is no prose.
 * 4. Tables of figures are set aside (clean/html-table.h).
 * 5. In an article of three paragraphs or more, labels of up to four words in boxes that are no paragraphs are set
 *    aside, and labels and headings behind the last paragraph.
 * 6. Headings that are left, and lines in bold type above prose, are sub-headings.
 * 7. Where nothing is kept, the prose of the article's element is; without any, the page's; without any, everything.
 */
#pragma once

#include "clean/html-content.h"

G_BEGIN_DECLS

/* Sets `aside`, `reason` and `score` of each block: its letters of prose, less its letters in links. `title` and
 * `*byline` are the page's, or NULL; what a line is named after its author says is put into `*byline`. `sums` is
 * scratch. */
void bs_html_judge (const BsHtmlTree *tree, GArray *blocks, BsSpan text, const BsCleanOptions *options,
                    const char *title, char **byline, GArray *sums, GString *folded);

G_END_DECLS
