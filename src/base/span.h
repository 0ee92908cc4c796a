/* span.h: a borrowed run of bytes. Low-level: may be used by everything, uses nothing but GLib. */
#pragma once

#include <string.h>
#include <glib.h>

G_BEGIN_DECLS

/* Bytes that belong to somebody else, not ended by NUL. An empty span may have a NULL start. */
typedef struct {
  const char *start;
  gsize       length; /* bytes */
} BsSpan;

static inline BsSpan
bs_span (const char *start, gsize length)
{
  return (BsSpan){ start, length };
}

static inline BsSpan
bs_span_of (const char *string)
{
  return (BsSpan){ string, string != NULL ? strlen (string) : 0 };
}

static inline gboolean
bs_span_equal (BsSpan a, BsSpan b)
{
  return a.length == b.length && (a.length == 0 || memcmp (a.start, b.start, a.length) == 0);
}

/* Whether all bytes are printable characters of ASCII, blanks too. */
static inline gboolean
bs_span_is_printable (BsSpan span)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  for (; span.length - i >= 8; i += 8)
    {
      guint64 word;

      memcpy (&word, span.start + i, 8);
      if ((((word - ones * 0x20) | (word + ones) | word) & ones * 0x80) != 0)
        return FALSE;
    }
  for (; i < span.length; i++)
    if ((guchar) span.start[i] < 0x20 || (guchar) span.start[i] >= 0x7f)
      return FALSE;
  return TRUE;
}

G_END_DECLS
