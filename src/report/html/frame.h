/* frame.h: a page that is one file: head, style, list of contents, sections, the script that sorts and filters tables.
 *
 * The page asks for nothing: its content policy forbids every request and every script but its own. It can be read
 * without the script, without colour, on paper, in the dark and on a phone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsHtmlFrame BsHtmlFrame;

BsHtmlFrame *bs_html_frame_new  (const char *title, const char *description /* of one sentence */);
void         bs_html_frame_free (BsHtmlFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsHtmlFrame, bs_html_frame_free)

/* Begins a section of level 2 or, inside one of these, 3, and ends the one before. `id` is its anchor: lower-case
 * letters, digits and hyphens, once a page. Both are listed in the contents. */
void     bs_html_frame_section (BsHtmlFrame *frame, guint level, const char *id, const char *heading);

/* Where HTML of the section is appended to. Belongs to the frame. */
GString *bs_html_frame_body (BsHtmlFrame *frame);

/* The whole document, UTF-8. Free with g_free. */
char    *bs_html_frame_finish (BsHtmlFrame *frame);

G_END_DECLS
