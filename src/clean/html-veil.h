/* html-veil.h: pages that were saved while a dialog was open.
 *
 * A dialog hides all that is around it from readers of the screen, by aria-hidden: not an icon or a menu, but the page.
 * It is known by its running text, texts of 60 bytes and more outside links: it has more than all the rest, and the
 * first <h1>, where there is one. (A dialog that shows the article has that.)
 */
#pragma once

#include <gumbo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const GumboNode *root;
  const GumboNode *headline; /* the first <h1>; as `running`, from the first question on */
  gsize running;             /* bytes of running text */
  guint asked;               /* questions so far */
} BsHtmlVeil;

/* Whether an element with aria-hidden is the page behind a dialog. All others start from zero but `root`. As elements
 * may stand in each other, only the first 64 are asked, all others are none. */
gboolean bs_html_is_behind_dialog (BsHtmlVeil *veil, const GumboNode *node);

G_END_DECLS
