/* spoken-number.h: numbers in figures, and how they sound in American English. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Whether a word is a number: digits, parted by "," "." ":" "/" or "-" where at all, with a sign of a plural, an
 * ordinal or a magnitude after them where at all: 3.5, 10,000, 9/11, 11:21, 1990s, '90s, 1990's, 21st, 10m, 5bn, 2tn,
 * 7k. Plain letters (lexicon/plain-letters.h). */
gboolean bs_is_number (BsSpan plain);

/* Syllables of such a number read aloud, at least 1:
 *   10,000        ten thousand; without "and"                 007     its digits, each leading 0 an "oh"
 *   3.25          three point two five                        1.2.3   one point two point three
 *   1984 2016     nineteen eighty-four, from 1010 to 1999 and from 2010 to 2099, where four digits stand alone
 *   1905 1900     nineteen oh five, nineteen hundred          2005    two thousand five
 *   11:21 7:05    eleven twenty-one, seven oh five            7:00    seven
 *   9/11 3-2      nine eleven, three two                      21st    twenty-first
 *   10m 5bn 2tn   ten million, five billion, two trillion     7k      seven thousand
 *   1-1/2         one and one half                        555-0100  five five five oh one oh oh; 911, 401k likewise
 * More than fifteen digits in a row are read one by one. */
guint    bs_number_syllables (BsSpan plain);

/* Syllables of digits that stand after a letter: three of them as of roads and aircraft, "A380" three eighty, "I-405"
 * four oh five; others as a number. */
guint    bs_code_syllables (BsSpan digits);

/* Syllables of what is written after a figure in a word that is no number by bs_is_number(): units and times of day
 * ("km" kilometers, "pm"). 0 where it is no such thing. Lower case. */
guint    bs_unit_syllables (BsSpan unit);

/* The value of a Roman numeral in capitals of two letters or more; one with C, D or M of four. 0 where it is none, or
 * where the letters mean something else more often (XL, LV, LI, CD, MIX). */
guint    bs_roman_value (BsSpan plain);

/* Syllables of such a value: a year as a year, others as a cardinal, since "Henry VIII" and "Chapter VIII" look alike. */
guint    bs_roman_syllables (guint value);

/* Syllables of a whole number read aloud. */
guint    bs_cardinal_syllables (guint64 number);

G_END_DECLS
