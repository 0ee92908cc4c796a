/* eight.h: eight bytes of a text as a number, for words that are compared and hashed by their bytes. */
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

G_END_DECLS
