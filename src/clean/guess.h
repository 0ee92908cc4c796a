/* guess.h: which legacy encoding bytes are in that nobody has named.
 *
 * Each encoding is weighed by the bits that an ideal code would spend on the text as that encoding reads it, and the
 * shortest wins: what the encoding costs for being rare; its letters, by the language that has them cheapest of
 * those that it can write (clean/letter-model.h); its signs; and what stands side by side: a capital behind a small
 * letter, two scripts in a word, a sign inside one, an opening quote behind a letter, a currency beside no figure.
 * Bytes that are not defined cost more than anything that is.
 * Encodings of one byte a character are weighed from counts of bytes and of pairs of them; those of East Asia are
 * converted. What uchardet says counts like a few bits. What stays alike in several encodings gets the most common one.
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* A name that the converter knows, static: "windows-1252", "KOI8-R", "GB18030". Reads at most 32 KiB around the first
 * bytes beyond ASCII. Thread-safe. */
const char *bs_guess_encoding (BsSpan bytes);

G_END_DECLS
