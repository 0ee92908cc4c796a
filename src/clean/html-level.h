/* html-level.h: how deep a page is nested where its parser stands, counted tag by tag with a stack like the parser's.
 *
 * End tags that may be left out are supplied as the HTML standard says (paragraphs, items, rows, cells), so that pages
 * that leave them out do not seem deep.
 */
#pragma once

#include <gumbo.h>
#include <glib.h>

G_BEGIN_DECLS

#define BS_HTML_DEPTH_MAX 1500 /* levels, and the most that a ceiling may say; the deepest of 1,308 pages of news sites
                                * and blogs has 49 */
#define BS_HTML_WORK_MAX (G_GUINT64_CONSTANT (1) << 31)

typedef struct {
  guint8  stack[BS_HTML_DEPTH_MAX + 2]; /* of GumboTag */
  guint   depth; /* above BS_HTML_DEPTH_MAX: too deep, and nothing more is counted */
  guint   tags;  /* so far */
  guint64 work;  /* steps that the parser may take in its stack and among a parent's children */
} BsHtmlLevels;

void bs_html_levels_open  (BsHtmlLevels *levels, GumboTag tag);
void bs_html_levels_close (BsHtmlLevels *levels, GumboTag tag);

G_END_DECLS
