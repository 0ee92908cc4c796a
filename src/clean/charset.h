/* charset.h: which encoding bytes are in, and the bytes as honest UTF-8.
 *
 * Decided in this order: binary data by its first bytes; a byte-order mark (UTF-8, UTF-16, UTF-32); what the caller
 * knows; UTF-16 without a mark, by the NULs in every other byte; binary data by more than eight control characters
 * and one in fifty bytes; UTF-8 where no sequence is invalid, or fewer than the valid ones; Mac OS Roman, by 0xD5
 * used as an apostrophe inside words; windows-1252 (also for what calls itself ISO 8859-1 or ASCII) where all bytes
 * are defined, at most one letter in eleven is beyond ASCII and symbols do not stand inside words; else what the
 * library uchardet says; else windows-1252.
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* The mended text (clean/mend.h), and in `trail` where its bytes came from; for an encoding other than UTF-8, in the bytes
 * once converted. The text is `bytes` itself where there was nothing to do, else in `room`; `spare` is scratch.
 * `encoding` is what the caller knows, or NULL, and is not followed where no converter has that name.
 * `found` is static or interned; NULL where the bytes are no text, and then the span is empty. */
BsSpan bs_charset_decode (BsSpan bytes, const char *encoding, GString *room, GString *spare, GArray *trail,
                          BsMended *mended, const char **found);

G_END_DECLS
