/* hints-careful.h: the hints of clean/hints.h, a byte at a time. For tests only. */
#pragma once

#include "base/span.h"
#include "clean/hints.h"

/* What a byte is for the hints, 0 before the start. */
static inline gboolean
is_stop (guint8 c)
{
  return c == '.' || c == '!' || c == '?';
}

static inline gboolean
is_letter (guint8 c)
{
  return g_ascii_isdigit (c) || ((c | 0x20) >= '0' && !g_ascii_isupper (c));
}

static inline gboolean
is_mark (guint8 c)
{
  return c > ' ' && c != '.' && !(c >= '0' && c <= 'Z');
}

/* Hints by what clean/hints.h says of them, a byte at a time. */
static inline guint
expected_hints (BsSpan text)
{
  guint hints = 0;

  for (gsize i = 0; i < text.length; i++)
    {
      guint8 c[5] = { 0 }; /* this one and those before it */

      for (gsize k = 0; k < G_N_ELEMENTS (c); k++)
        c[k] = k <= i ? (guint8) text.start[i - k] : k == i + 1 || k == i + 2 ? ' ' : 0;
      hints |= c[0] == '&' ? BS_HINT_AMPERSAND : 0;
      hints |= c[0] == 'O' && c[1] == 'M' && c[2] == ' ' ? BS_HINT_MORE : 0;
      if (is_stop (c[1]) && is_letter (c[2]) && (g_ascii_isupper (c[0]) || (c[0] >= 0xC3 && c[0] <= 0xD1)))
        hints |= BS_HINT_GLUE;
      if (g_ascii_isupper (c[0]) && ((is_stop (c[2]) && is_mark (c[1])) || (is_stop (c[4]) && c[1] >= 0x80)))
        hints |= BS_HINT_GLUE;
    }
  return hints;
}
