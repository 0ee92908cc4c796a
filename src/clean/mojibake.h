/* mojibake.h: UTF-8 that somebody read in another encoding and wrote as UTF-8 again: "donâ€™t", "cafÃ©", "вЂ™".
 *
 * The inverse is exact: a character that the other encoding has for a lead byte, and behind it those that it has for
 * the bytes that must follow, are the character that these bytes spell. The other encoding is windows-1252, with ISO
 * 8859-1 where that has no character; windows-1251; or Mac OS Roman. Up to three rounds undo what was done several
 * times.
 *
 * "Ã”", "É…" and the like are honest where a word in capitals ends before a mark, so not everything that can be undone
 * is. In windows-1252:
 * - four bytes always;
 * - three bytes where not all but the first are marks that may follow a word (quotes, dashes, dots, no-break space);
 * - two bytes where the second is a control or a sign that follows no letter, like the diaeresis; else where no capital
 *   stands before them or a small letter behind, and, where the second is such a mark, only "Â" and any, "Ã" and one
 *   that a letter follows, "Ã" and a no-break space or soft hyphen, and what else a small letter follows. Behind any
 *   lead but "Â" and "Ã" they must spell a letter.
 * - "Â" and a plain blank, what is left of a no-break space, behind anything but a capital and a blank.
 *   "Ã" and a plain blank behind a small letter is "à".
 * - "â€" and U+FFFD is the closing quote, whose last byte windows-1252 has not, and so is a bare "â€" before a blank, a
 *   mark or the end; before a straight quote both are a dash.
 * In windows-1251 three bytes "вЂ" and one more, and all else where three sequences in a row spell Cyrillic letters or
 * make "вЂ". In Mac OS Roman only "‚Ä" and one more, and, in a text that has this, "√" or "¬" and one more
 * beside a letter.
 * What the traps are is told in the documentation of the Python library ftfy.
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* The text with mojibake undone: `in` itself where there is none, else in `room`; `trail` leads back to `in`. `spare`
 * is scratch. Adds the characters to `mended->mojibake`, one made wrong twice as often. Invalid bytes stay. A text of
 * neither U+00C0 to U+00FF nor Cyrillic costs a look for two bytes. */
BsSpan bs_mojibake_undo (BsSpan in, GString *room, GString *spare, GArray *trail, BsMended *mended);

G_END_DECLS
