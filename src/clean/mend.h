/* mend.h: from bytes that are mostly UTF-8 to honest UTF-8, and what it took.
 *
 * Line ends (CR, CR LF, VT, FF, NEL, U+2028, U+2029) become LF; the spaces of Unicode become a plain one; the Latin
 * ligatures become their letters. Control characters and invisible ones (soft hyphen, zero-width, directional marks,
 * byte-order marks inside) are taken out. U+200B to U+200D stay behind a letter from U+05C0 on and behind an emoji:
 * Persian, the scripts of India and Thai spell with them.
 */
#pragma once

#include "clean/clean.h"

G_BEGIN_DECLS

/* A place from which on a text and what it was made of go on in equal steps, up to the next such place. */
typedef struct {
  guint32 text;   /* bytes from the text's start */
  guint32 source; /* bytes from the start of what it was made of */
} BsTrailPoint;

/* Points of a trail, so that a hostile text needs no more memory than so many; behind the last it is no longer exact.
 * */
#define BS_TRAIL_MAX (1 << 22)

/* Where a byte of the text came from. `trail` is sorted; before its first point both run side by side. */
guint32 bs_trail_source (const GArray *trail /* of BsTrailPoint */, guint32 text);

/* The other way: where a byte of what it was made of went; of what was taken out, where that stood. */
guint32 bs_trail_text (const GArray *trail, guint32 source);

/* Two steps in a row: `later` leads from a text to what `earlier` leads on from, and afterwards all the way. */
void bs_trail_follow (GArray *later, const GArray *earlier);

/* Appends what bs_mend would make of a character, uncounted. */
void bs_mend_append (GString *to, gunichar c);

/* The text with everything mended: `utf8` itself where there was nothing to do, else in `room`, which is emptied
 * first. Each maximal invalid sequence becomes one U+FFFD. Adds to `mended`, and to `wide` the valid sequences of
 * more than one byte. `trail` is emptied and filled with the places behind each mended one. */
BsSpan bs_mend (BsSpan utf8, GString *room, GArray *trail, BsMended *mended, guint64 *wide);

G_END_DECLS
