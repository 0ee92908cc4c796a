/* wide-guess.h: the encodings of East Asia, of one or two bytes a character, weighed as clean/guess.h has it; and those
 * that are told by their form: UTF-16 and UTF-32 without a mark, ISO 2022, EBCDIC. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* The cheapest of these and of `best`, which costs `least`. `said`, the detector's name for it, saves an encoding
 * `word`. */
const char *bs_guess_wide (BsSpan sample, const char *said, guint word, const char *best, guint64 least);

/* UTF-16 or UTF-32 without a mark, told by the first 4,096 bytes: the code points of UTF-32 are all ones of Unicode;
 * Latin text in UTF-16 has a NUL in nearly every other byte, other text NULs in but one of the two places, blanks, line
 * ends or marks of China among its units, and no unit that is not defined. NULL: it is neither. */
const char *bs_guess_unicode (BsSpan bytes);

/* ISO 2022 by its escapes: "ISO-2022-JP-2", "ISO-2022-KR", "ISO-2022-CN-EXT"; NULL: none among the first
 * escapes. */
const char *bs_guess_escaped (BsSpan bytes);

/* EBCDIC, whose small letters are four of nine bytes of a text or more and whose blank is ASCII's "@": "IBM1140", or
 * NULL. */
const char *bs_guess_mainframe (BsSpan sample);

G_END_DECLS
