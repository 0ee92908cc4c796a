/* html-slim.h: a page written out again with nothing but what its text needs, so that it is safe to parse.
 *
 * libgumbo follows the HTML standard, and some pages that the standard can read cost it the square of their length or
 * more: formatting elements that are opened again in every paragraph, attributes by the hundred thousand, levels
 * without end. So the page is first read tag by tag, as the standard's tokenizer reads it, and what is left out here
 * never meets the parser:
 * - comments, declarations, and elements with all that is in them that hold no text of the page: scripts, styles,
 *   templates, drawings, formulas, lists of choices, what stands in for something that cannot be shown;
 * - tags that only change type (<i>, <font>, …); bold ones, links, forms and buttons are renamed to elements that no
 *   standard knows ("x-b", "x-a" …) and that the parser therefore nests like any other;
 * - all attributes but the few that are read, one of each name.
 * An element to be left out that is never closed loses its tag alone.
 *
 * What is left is tables, lists and boxes; for these the levels are counted with a stack like the parser's own.
 */
#pragma once

#include "base/ceiling.h"
#include "clean/html-level.h"
#include "clean/mend.h"

G_BEGIN_DECLS

#define BS_HTML_UNREAD "aria" /* the value of the attribute "hidden" of what is hidden by aria-hidden alone */
#define BS_HTML_DATA_MAX 32 /* JSON-LD blocks that are read */

typedef struct {
  GString *page;  /* NUL-ended, valid UTF-8 */
  GArray  *trail; /* of BsTrailPoint: from `page` to the source, at each run of text */
  GArray  *data;  /* of BsSpan into the source: what stands in <script type="application/ld+json"> */
} BsHtmlSlim;

void          bs_html_slim_init  (BsHtmlSlim *slim);
void          bs_html_slim_clear (BsHtmlSlim *slim);

/* Fills `slim` from a page of valid UTF-8, which must outlive `data`. BS_N_CEILINGS where all is well, else
 * the ceiling that it goes over: PAGE, TAGS or DEPTH. What would take the parser too many steps goes over TAGS. One pass
 * over the bytes. */
BsCeiling     bs_html_slim_read  (BsHtmlSlim *slim, BsSpan utf8, const BsCeilings *ceilings);

G_END_DECLS
