/* number.h: numbers as text, the same in every locale, and integers as few bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_NUMBER_MAX 48 /* bytes that a formatted number needs at most, its NUL included */

/* The fewest digits of the rounded value that read back as the same double ("0.1", "1e+300"), negative zero as "0"; ""
 * for what is not finite.
 * Writes into `buffer` of BS_NUMBER_MAX bytes and returns it. */
const char *bs_number_exact (double value, char *buffer);

/* With so many decimals, point, no grouping, never "-0.00"; "" for what is not finite. */
const char *bs_number_fixed (double value, int decimals, char *buffer);

/* All its digits. Writes as above. */
const char *bs_number_integer (gint64 value, char *buffer);

/* An integer for people: from 10,000 on with commas between groups of three. Writes as above. */
const char *bs_number_grouped (gint64 value, char *buffer);

/* Reads a whole string as a finite decimal number. FALSE where it is none. */
gboolean    bs_number_parse (const char *text, double *value);

#define BS_VARINT_MAX 10 /* bytes of the longest */

/* LEB128: seven bits a byte, low ones first, the top bit set on all but the last. Writes at `at`, where BS_VARINT_MAX
 * bytes must have room, and returns the place behind. */
static inline guint8 *
bs_varint_put (guint8 *at, guint64 value)
{
  for (; value > 0x7f; value >>= 7)
    *at++ = (guint8) (value | 0x80);
  *at++ = (guint8) value;
  return at;
}

/* The same behind what the array holds. */
void        bs_varint_append (GByteArray *bytes, guint64 value);

/* Reads one and moves `*at` behind it; FALSE, with `*at` anywhere up to `end`, where the bytes end or overflow. */
gboolean    bs_varint_read (const guint8 **at, const guint8 *end, guint64 *value);

G_END_DECLS
