/* html.h: a page made into blocks: its marks taken off, its main content told from the rest, its head read. */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

/* A page as it was read; scratch memory that is used again for the next. */
typedef struct _BsHtml BsHtml;

BsHtml  *bs_html_new  (void);
void     bs_html_free (BsHtml *html);

/* Whether bytes are a page, or the part of one, rather than a text: they start with a declaration, <html>, <head> or
 * <body>, or with a box such as <p> and have two tags of boxes in their first 4096 bytes; or they have four there, or
 * two beside emphasis or a link that is opened and closed. */
gboolean bs_html_is_page (BsSpan bytes);

/* Reads a page of valid UTF-8: blocks of BsRawBlock over `text`, each kept as main content or set aside with its
 * reason, and into the fields of `cleaned` that are NULL what the page's head says of it (title, byline, date,
 * language, url, publisher, rights). `trail` is filled with where the text came from in the page. Without
 * BS_STEP_CONTENT every block is kept. FALSE where the page is nested or large beyond a ceiling (clean/html-slim.h):
 * there is no block then, and `cleaned->trouble` says so. The tree is freed at the next page. */
gboolean bs_html_read (BsHtml *html, BsSpan utf8, const BsCleanOptions *options, BsCleaned *cleaned, GString *text,
                       GArray *blocks, GArray *trail);

G_END_DECLS
