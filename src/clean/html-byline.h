/* html-byline.h: who wrote an article, by the place and the names of a line on its page.
 *
 * Both look at the lines from the headline, or a few above it, to the first paragraph.
 */
#pragma once

#include "clean/html-tree.h"

G_BEGIN_DECLS

/* The blocks of an article's page, judged but for their bylines. */
typedef struct {
  const BsHtmlTree *tree;
  BsRawBlock *block;
  const char *text; /* that the blocks are of */
  guint from, to;   /* the first line, behind the last */
} BsHtmlOpening;

/* Sets aside kept lines that are no more than `author`, whom the page's head names, and a place, a time, a post: "Ada
 * Lovelace in Turin", "Opinion by Ada Lovelace". Other words begin with a capital, hold a figure or have three letters
 * at most. NULL: none. */
void  bs_html_bylines_drop (const BsHtmlOpening *opening, const char *author);

/* The names in the first line that was set aside because its element is named after its author, where they have no
 * "By" before them, which clean/credit.h reads; NULL where there are none. */
char *bs_html_author_named (const BsHtmlOpening *opening);

G_END_DECLS
