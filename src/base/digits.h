/* digits.h: decimal digits of a double, by whole numbers of 128 bits. They are the digits that the C library finds, exact
 * and rounded half to even, at a small part of its cost: a table of articles holds millions of numbers. For number.c
 * alone, which asks the C library about the few numbers that are out of range here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_DIGITS_MAX 17 /* so many tell any double from all others */

/* digits × 10 to the power of (exponent + 1 - n). */
typedef struct {
  guint64 digits;   /* n of them, the first not 0; the last ones may be */
  guint   n;
  int     exponent; /* of the first digit */
} BsDigits;

/* The fewest digits from `least`, 1 to BS_DIGITS_MAX, on that read back as the value. FALSE where the value or what it is
 * rounded to is not from 0.0001 to below 10^15, or a power of two: nothing is said then. */
gboolean bs_digits_shortest (double value, guint least, BsDigits *digits);

/* The value, not negative, times 10 to the power of `decimals`, at most 9, rounded half to even. FALSE from 10^9 on. */
gboolean bs_digits_fixed (double value, guint decimals, guint64 *scaled);

G_END_DECLS
