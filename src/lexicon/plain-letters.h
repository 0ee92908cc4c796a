/* plain-letters.h: a word in the letters of the English keyboard. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Bytes of a word that are looked at for its sound and shape; the rest of a longer one is as if it were not there. */
#define BS_PLAIN_MAX 512

/* Writes the word with its case but without accents, curly apostrophes straight, every hyphen a "-", ligatures as their
 * letters ("Łódź" as "Lodz", "Straße" as "Strasse"). A final é is written "ay", as it sounds ("Beyoncé's" as
 * "Beyoncay's"), a fraction with figures ("1½" as "1-1/2"); any character that has no such spelling is left out and
 * counted in `others`. Returns the bytes written: at most BS_PLAIN_MAX, which `plain` must have room for. Blanks,
 * control characters and bytes that are not UTF-8 are left out uncounted. */
gsize  bs_plain_letters (BsSpan word, char *plain, guint *others);

/* Writes such a word in lower case; `lower` has room for as many bytes. */
BsSpan bs_plain_lower (BsSpan plain, char *lower);

G_END_DECLS
