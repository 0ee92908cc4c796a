/* eight.h: up to eight bytes of a text as a number, for words that are compared and hashed by their bytes. */
#pragma once

#include <string.h>
#include <glib.h>

G_BEGIN_DECLS

/* The eight bytes at `at`, the first one lowest; 0 behind the end. */
static inline guint64
bs_eight (const char *at, const char *end)
{
  guint64 bytes = 0;

  if (end - at >= 8)
    memcpy (&bytes, at, 8);
  else
    memcpy (&bytes, at, (gsize) (end - at));
  return GUINT64_FROM_LE (bytes);
}

/* The hash of a word of up to eight bytes, given as bs_eight() has them: no two have the same, since the factor is odd.
 * The first bits are well mixed. */
#define BS_EIGHT_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static inline guint64
bs_eight_hash (guint64 eight)
{
  return eight * BS_EIGHT_FACTOR;
}

G_END_DECLS
