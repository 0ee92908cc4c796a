/* html.h: text as HTML. Whatever an article, a name or a title holds comes out as text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the text with & < > " ' as entities, so that it may stand in an element or in a quoted attribute, and with
 * what acts or hides made visible (report/plain.h). NULL is "". */
void bs_html_text (GString *out, const char *text);

/* The same in a <bdi>: a name of others, which must not turn the line around it. For elements alone. */
void bs_html_name (GString *out, const char *name);

/* A paragraph of text, of this class where it is not NULL. */
void bs_html_paragraph (GString *out, const char *class_name, const char *text);

G_END_DECLS
