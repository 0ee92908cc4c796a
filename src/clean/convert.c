#include "clean/convert.h"
#include "clean/code-page.h"

#include <errno.h>

#define REPLACEMENT "\xef\xbf\xbd"
#define EURO "\xe2\x82\xac"
#define WINDOWS_1252 "windows-1252"

/* The most common one without the converter's overhead. */
static void
from_windows_1252 (BsSpan bytes, GString *out, guint64 *invalid)
{
  gsize from = 0;

  for (gsize i = 0; i < bytes.length; i++)
    {
      guchar byte = (guchar)bytes.start[i];
      gunichar c;

      if (byte < 0x80)
        continue;
      c = bs_windows_1252 (byte);
      g_string_append_len (out, bytes.start + from, (gssize)(i - from));
      g_string_append_unichar (out, c != 0 ? c : 0xfffd);
      *invalid += c == 0;
      from = i + 1;
    }
  g_string_append_len (out, bytes.start + from, (gssize)(bytes.length - from));
}

static gsize
bytes_of_unit (const char *encoding)
{
  return g_str_has_prefix (encoding, "UTF-32") ? 4 : g_str_has_prefix (encoding, "UTF-16") ? 2 : 1;
}

/* The euro sign where the web's tables have it and the converter's do not; how many bytes it is. */
static gsize
euro_at (const char *encoding, const char *at, gsize left)
{
  if (g_str_equal (encoding, "GB18030") && at[0] == '\x80')
    return 1;
  return g_str_equal (encoding, "BIG5-HKSCS") && left > 1 && memcmp (at, "\xa3\xe1", 2) == 0 ? 2 : 0;
}

gboolean
bs_convert (BsSpan bytes, const char *encoding, guint64 limit, GString *out, guint64 *invalid)
{
  GIConv converter;
  char *at = (char *)bytes.start; /* iconv does not write there */
  gsize left = bytes.length, unit = bytes_of_unit (encoding);

  *invalid = 0;
  if (g_str_equal (encoding, WINDOWS_1252))
    {
      g_string_truncate (out, 0);
      from_windows_1252 (bytes, out, invalid);
      return TRUE;
    }
  converter = g_iconv_open ("UTF-8", encoding);
  if (converter == (GIConv)-1)
    return FALSE;
  g_string_truncate (out, 0);
  while (left > 0 && *invalid <= limit)
    {
      char buffer[8192];
      char *to = buffer;
      gsize space = sizeof buffer;
      gsize done = g_iconv (converter, &at, &left, &to, &space);
      int problem = errno;
      gsize step;

      if (done != (gsize)-1) /* what it held back to combine */
        g_iconv (converter, NULL, NULL, &to, &space);
      g_string_append_len (out, buffer, to - buffer);
      if (done != (gsize)-1 || problem == E2BIG)
        continue;
      step = euro_at (encoding, at, left);
      g_string_append (out, step > 0 ? EURO : REPLACEMENT);
      *invalid += step == 0;
      if (step == 0)
        step = problem == EINVAL ? left : MIN (unit, left);
      at += step;
      left -= step;
    }
  g_iconv_close (converter);
  return TRUE;
}
