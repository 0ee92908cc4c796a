/* html.h: a page made into blocks: its marks taken off, its main content told from the rest, its head read.
 */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

/* A page as it was read; scratch memory that is used again for the next. */
typedef struct _BsHtml BsHtml;

BsHtml  *bs_html_new  (void);
void     bs_html_free (BsHtml *html);

/* Whether bytes are a page rather than a text: by their first tags. */
gboolean bs_html_is_page (BsSpan bytes);

/* Reads a page of valid UTF-8: blocks of BsRawBlock over `text`, each kept as main content or set aside with its reason,
 * and into the fields of `cleaned` what the page's head says of it (title, byline, date, language, url, publisher,
 * rights). `content`: whether to judge; else every block is kept. FALSE where it is nested or large beyond a ceiling:
 * `cleaned->trouble` says so. */
gboolean bs_html_read (BsHtml *html, BsSpan utf8, gboolean content, BsCleaned *cleaned, GString *text, GArray *blocks);

G_END_DECLS
