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

G_END_DECLS
