/* ending.h: how a word ends, and tables of endings. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* The initializer of a span that holds a string literal, for tables: its length is known before the program runs. */
#define BS_LITERAL(text) { text, sizeof (text) - 1 }

/* Whether the word ends in these bytes, or is these bytes. In place: most words differ in the first byte of an ending,
 * and calling memcmp() costs more than comparing what little there is. */
static inline gboolean
bs_ends_in (BsSpan word, BsSpan ending)
{
  const char *tail;
  gsize n = 0;

  if (word.length < ending.length)
    return FALSE;
  tail = word.start + (word.length - ending.length);
  while (n < ending.length && tail[n] == ending.start[n])
    n++;
  return n == ending.length;
}

/* The same where something must stand before the ending. */
static inline gboolean
bs_has_ending (BsSpan word, BsSpan ending)
{
  return word.length > ending.length && bs_ends_in (word, ending);
}

G_END_DECLS
