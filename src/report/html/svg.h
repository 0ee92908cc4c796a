/* svg.h: an SVG that gnuplot drew, as an element of a page. For report/html alone.
 *
 * A picture on a page is part of the page: it could run, fetch and overlay. So it is read strictly, as a tree of the
 * few elements and attributes that gnuplot's charts are made of; anything else is refused, not skipped. What draws
 * nothing (titles of gnuplot's own, empty groups, shapes that are defined and not used) is left out.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *name;
  char *value;
} BsSvgAttribute;

typedef struct _BsSvg BsSvg;

/* An element; or, where `name` is NULL, a run of text. */
struct _BsSvg {
  const char *name;       /* one of a fixed list */
  GPtrArray  *attributes; /* of BsSvgAttribute */
  GPtrArray  *children;   /* of BsSvg */
  char       *text;
};

/* Reads a document; BS_ERROR_PROGRAM where it is not well-formed or holds anything else than what charts are made of:
 * gnuplot drew it, so that gnuplot is what is wrong. */
BsSvg      *bs_svg_read (const char *document, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        bs_svg_free (BsSvg *svg);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSvg, bs_svg_free)

const char *bs_svg_attribute (const BsSvg *svg, const char *name); /* NULL: it has none */
gboolean    bs_svg_is_color  (const char *attribute);              /* whether an attribute of this name is a colour */

/* Appends the picture as <svg>, called `title` and described by `description`, its ids beginning with `id`. Colours
 * that differ between the two drawings become classes; `<style>` with their rules, light and dark, stands before the
 * picture. Dark is for screens alone. Where the two
 * differ in words, both stand there, of classes by-day and by-night. Where they are not the same but for that, the light one is drawn
 * on a white panel in both. */
void        bs_svg_append_pair (GString *out, const BsSvg *light, const BsSvg *dark, const char *id, const char *title,
                                const char *description);

G_END_DECLS
