/* entity.h: HTML's character references, left in text that is no page: "&#8217;", "&amp;", "&rsquo;", "&amp;#8217;". */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* The text with references made characters: `in` itself where there are none, else in `room`; `trail` leads back to
 * `in`. Adds to `mended->entities` one for every character, however often it was escaped (up to four times).
 * Names are those of HTML 4 and, of HTML 5, of the letters of Europe and the signs of a keyboard; they are spelled
 * exactly and end in a semicolon, but a number of three figures or more need not, and neither need "&nbsp", "&amp",
 * "&quot", "&lt" and "&gt" before a blank or the end of a line. The numbers 128 to 159 are windows-1252's characters,
 * as the HTML standard has it; a control, half a pair, or a number beyond Unicode is left as it stands.
 * What bs_mend takes out or makes plain is not put in (a soft hyphen, a no-break space). */
BsSpan bs_entities_decode (BsSpan in, GString *room, GArray *trail, BsMended *mended);

G_END_DECLS
