/* html-tree.h: the elements of a page and the blocks of its text, as a browser would show them.
 *
 * A block is what stands between two boxes (paragraphs, items, headings, cells …) or between two line breaks; after a
 * single <br> a line that stopped nowhere goes on with a small letter. White space is folded, in <pre> it is that of a
 * plain text (clean/block.h). What is hidden is left out, but for a page that an open dialog
 * hides (clean/html-veil.h). The first block of a list item starts with "- ".
 */
#pragma once

#include <gumbo.h>
#include "base/arena.h"
#include "clean/block.h"
#include "clean/html-slim.h"

G_BEGIN_DECLS

/* What an element stands in, itself included, as bits. */
typedef enum {
  BS_IN_NAV = 1 << 0,      /* <nav>, <menu>, role=navigation … */
  BS_IN_HEADER = 1 << 1,
  BS_IN_FOOTER = 1 << 2,
  BS_IN_ASIDE = 1 << 3,
  BS_IN_FIGURE = 1 << 4,
  BS_IN_FIGCAPTION = 1 << 5,
  BS_IN_TABLE = 1 << 6,
  BS_IN_QUOTE = 1 << 7,
  BS_IN_PRE = 1 << 8,
  BS_IN_LIST = 1 << 9,
  BS_IN_FORM = 1 << 10,
  BS_IN_BUTTON = 1 << 11,
  BS_IN_HEADING = 1 << 12,
  BS_IN_LINK = 1 << 13,
  BS_IN_BOLD = 1 << 14,
  BS_IN_ARTICLE = 1 << 15,
  BS_IN_MAIN = 1 << 16,
  BS_IN_ADDRESS = 1 << 17,
} BsHtmlWithin;

typedef struct {
  guint32 parent; /* place in the array; the first is its own */
  guint32 end;    /* place behind the last in it */
  guint32 within; /* BsHtmlWithin */
  guint16 hints;  /* BsHtmlHint of its own names (clean/html-hint.h) */
  guint16 pictures; /* in it */
  guint8  tag;    /* GumboTag; A, B, FORM, BUTTON where it was renamed */
  const GumboNode *node; /* valid until the next page */
} BsHtmlElement;

/* What a block is made of; beside each BsRawBlock. */
typedef struct {
  guint32 element; /* the nearest box */
  guint32 letters; /* characters, blanks left out */
  guint32 linked;  /* of these, in links */
  guint32 bold;    /* of these, in bold type */
} BsHtmlFacts;

typedef struct {
  BsArena *arena;    /* of the parser */
  GArray  *elements; /* of BsHtmlElement, each before what it holds */
  GArray  *facts;    /* of BsHtmlFacts */
  GPtrArray *signs;  /* of GumboNode: <meta>, <link>, <title>, <time>, and what has an itemprop or a rel */
  const GumboNode *root; /* <html> */
  GString *room, *pre; /* scratch */
  GArray  *points, *lines, *pieces; /* scratch */
} BsHtmlTree;

void bs_html_tree_init  (BsHtmlTree *tree);
void bs_html_tree_clear (BsHtmlTree *tree);

/* Reads a page that was made safe: `text` and `blocks` of BsRawBlock over it, all kept, and in `trail` where its bytes
 * came from in the source. Adds to `mended` what entities stood for that no text should hold. FALSE: a <pre> has lines
 * beyond `most_lines` blocks of the page, and what is behind was taken for one. */
gboolean bs_html_tree_read (BsHtmlTree *tree, const BsHtmlSlim *slim, guint64 most_lines, GString *text, GArray *blocks,
                            GArray *trail, BsMended *mended);

static inline BsHtmlElement *
bs_html_element (const BsHtmlTree *tree, guint i)
{
  return &g_array_index (tree->elements, BsHtmlElement, i);
}

static inline BsHtmlFacts *
bs_html_facts (const BsHtmlTree *tree, guint i)
{
  return &g_array_index (tree->facts, BsHtmlFacts, i);
}

/* An attribute's value, or NULL. */
const char *bs_html_value (const GumboNode *node, const char *name);

G_END_DECLS
