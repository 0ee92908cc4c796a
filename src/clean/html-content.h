/* html-content.h: where in a page its article stands.
 *
 * 1. The mass of an element is the text in it that reads as prose: the letters outside links of blocks of eight words
 *    and a stop or fifteen words, and a tenth of those of others; headings have none.
 * 2. Elements are marked that their tag (<nav>, <aside>, <footer>, <figcaption>, buttons) or their names
 *    (clean/html-hint.h) say to be something else. A name is not believed of what holds more than two fifths of the
 *    page's mass (but one of a sidebar that has not the headline, and one of comments, is where anything is left
 *    outside), nor of long prose called a menu, byline or caption, nor of a widget around what is named as an article's
 *    text. What is marked has no mass.
 * 3. The article's element is found from the root down: the first inside that is an <article> or named as an article's
 *    text, if it has half of the mass; else the child that has four fifths of it.
 * 4. Prose beside that element, in a paragraph, under the same name or named as an article's text, goes on with it.
 *
 * The idea is that of text density (Sun, Song & Liao, "DOM based content extraction via text density", SIGIR 2011) and
 * of the scores of Readability (Arc90, 2009); the numbers are ours.
 */
#pragma once

#include "clean/html-tree.h"

G_BEGIN_DECLS

/* What an element comes to, with all that is in it. */
typedef struct {
  guint32 letters;
  guint32 linked;  /* of these, in links */
  guint32 mass;    /* letters of prose */
  guint16 headlines; /* headings in links and <h1> */
  guint8  aside;   /* BsAside that the element or one around it is given by tag or name; BS_KEPT: none */
  guint8  named;   /* whether it is named as the text of an article, or one that has half its letters is */
  guint8  main;    /* whether it is in the article's element, or in one that goes on where that ends */
  const char *reason; /* of the mark */
} BsHtmlSum;

/* Fills `sums`, of BsHtmlSum beside the elements, and returns the article's element. `title` is the element of the
 * headline, or G_MAXUINT where it is not known. */
guint bs_html_content_find (const BsHtmlTree *tree, const GArray *blocks, guint title, GArray *sums);

/* Whether a block reads as prose by itself. */
gboolean bs_html_is_prose (const BsRawBlock *block, const BsHtmlFacts *facts);

G_END_DECLS
