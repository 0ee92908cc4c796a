/* fonts.h: characters that no font of this machine can draw.
 *
 * gnuplot's PNG and PDF draw such a character as a box of its number, twenty times too large: one emoji in one name and
 * the whole chart is black (gnuplot 5.4.4, its oversampling factor meets Pango's box). So they are taken out before.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `text`, UTF-8, with a white square (or "?") for each character that no scalable font on this machine has, as
 * fontconfig's fc-list tells; where that does not run, Latin, Greek and Cyrillic are taken for drawable and nothing
 * else. It runs in `folder` (report/chart/gnuplot.h). `replaced` is how many. Characters that have no shape of their own
 * (joiners, variation selectors) stay. Free with g_free. */
char *bs_chart_fonts_drawable (const char *text, const char *folder, gsize *replaced);

/* The same, against a list of fonts' characters as fc-list prints them with --format '%{charset}\n': hexadecimal
 * numbers and ranges ("20-7e a0"), parted by blanks. Free with g_free. */
char *bs_chart_fonts_drawable_with (const char *text, const char *charsets, gsize *replaced);

G_END_DECLS
