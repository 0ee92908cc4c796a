/* fuzz-help.h: what fuzz targets share. For tests/fuzz alone. */
#pragma once

#include "base/cpu.h"
#include "base/span.h"

/* Called by the engine, or by driver.c, for every input; `data` ends where its bytes end. Returns 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Bytes that are still to be read from an input. */
typedef struct {
  const guint8 *at;
  gsize         left;
} FuzzBytes;

/* The next byte; 0 behind the end. */
static inline guint8
fuzz_byte (FuzzBytes *bytes)
{
  if (bytes->left == 0)
    return 0;
  bytes->left--;
  return *bytes->at++;
}

/* One of the numbers from 0 to n - 1, n at most 256. */
static inline guint
fuzz_below (FuzzBytes *bytes, guint n)
{
  return fuzz_byte (bytes) % n;
}

/* Up to the next such byte, which is passed over; else all that is left. */
static inline BsSpan
fuzz_until (FuzzBytes *bytes, guint8 end)
{
  const guint8 *found = bytes->left > 0 ? memchr (bytes->at, end, bytes->left) : NULL;
  gsize length = found != NULL ? (gsize) (found - bytes->at) : bytes->left;
  BsSpan span = bs_span ((const char *) bytes->at, length);

  bytes->at += length + (found != NULL);
  bytes->left -= length + (found != NULL);
  return span;
}

/* All that is left. */
static inline BsSpan
fuzz_rest (FuzzBytes *bytes)
{
  return bs_span ((const char *) bytes->at, bytes->left);
}

/* A copy that ends where the bytes end, so that a sanitizer sees a step too far. Free with g_free. */
static inline char *
fuzz_copy (BsSpan span)
{
  char *copy = g_malloc (MAX (span.length, 1));

  memcpy (copy, span.start != NULL ? span.start : "", span.length);
  return copy;
}

/* The bytes as valid UTF-8 without NUL, as GLib makes them. Free with g_free. */
static inline char *
fuzz_text (BsSpan span)
{
  char *text = g_utf8_make_valid (span.length > 0 ? span.start : "", (gssize) span.length);

  return text;
}

static inline gboolean
fuzz_is_utf8 (BsSpan span)
{
  return span.length == 0 || g_utf8_validate_len (span.start, span.length, NULL);
}

/* Fails unless both are the same bytes. */
static inline void
fuzz_assert_same (BsSpan a, BsSpan b)
{
  g_assert_cmpmem (a.start, a.length, b.start, b.length);
}
