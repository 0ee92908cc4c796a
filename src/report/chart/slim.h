/* slim.h: gnuplot's SVG with fewer bytes and the same picture, and XML whatever a name holds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* gnuplot writes 120 bytes for a point, and groups that hold nothing. Here points that are filled circles and stand in a
 * row become circles of a group, and empty groups go. "]]>", which may not stand in text, is escaped. What is not as gnuplot 5.4 writes it stays as it is. Free with
 * g_free. */
char *bs_svg_slim (const char *svg, gsize *length);

G_END_DECLS
