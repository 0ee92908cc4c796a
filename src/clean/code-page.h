/* code-page.h: encodings of one byte a character, ASCII below: what their upper half means. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code points of the bytes 128 to 255 by the system's converter, 0 where one is not defined. NULL where no
 * converter has the name, or what it names is not such an encoding. Kept for good; safe from any thread. */
const guint16 *bs_code_page (const char *name);

/* What a byte from 128 on means in windows-1252, 0 where it is not defined. */
guint16 bs_windows_1252 (guchar byte);

G_END_DECLS
