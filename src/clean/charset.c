#include "clean/charset.h"
#include "clean/mend.h"

#include <errno.h>
#include <uchardet/uchardet.h>

#define UTF_8 "UTF-8"
#define WINDOWS_1252 "windows-1252"
#define SAMPLE_MAX (256 * 1024) /* bytes that a guess looks at */
#define CONTROLS_MAX 8          /* that even a short text may have */
#define REPLACEMENT "\xef\xbf\xbd"

static gboolean
begins_with (BsSpan bytes, const char *magic, gsize length)
{
  return bytes.length >= length && memcmp (bytes.start, magic, length) == 0;
}

static BsSpan
without (BsSpan bytes, gsize length)
{
  return bs_span (bytes.start + length, bytes.length - length);
}

static const char *
encoding_of_mark (BsSpan bytes, gsize *length)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *encoding;
  } MARKS[] = {
    { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xef\xbb\xbf", 3, UTF_8 },
    { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (begins_with (bytes, MARKS[i].mark, MARKS[i].length))
      {
        *length = MARKS[i].length;
        return MARKS[i].encoding;
      }
  return NULL;
}

/* Latin text in UTF-16 has a NUL in nearly every other byte. */
static const char *
encoding_of_nuls (BsSpan bytes)
{
  gsize n = MIN (bytes.length, 4096) & ~(gsize)1;
  gsize nuls[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    nuls[i % 2] += bytes.start[i] == '\0';
  if (n < 8 || MAX (nuls[0], nuls[1]) * 5 < n * 2 || MIN (nuls[0], nuls[1]) * 50 > n)
    return NULL;
  return nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE";
}

static gboolean
has_binary_magic (BsSpan bytes)
{
  static const struct
  {
    const char *magic;
    gsize length;
  } MAGICS[] = {
    { "%PDF-", 5 },
    { "PK\x03\x04", 4 },
    { "\x1f\x8b\x08", 3 },
    { "\x89PNG", 4 },
    { "\xff\xd8\xff", 3 },
    { "GIF89a", 6 },
    { "\x7f"
      "ELF",
      4 },
    { "BZh91AY", 7 },
    { "\xfd"
      "7zXZ",
      5 },
    { "\x28\xb5\x2f\xfd", 4 },
    { "7z\xbc\xaf", 4 },
    { "\xd0\xcf\x11\xe0", 4 },
    { "SQLite format 3", 15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (MAGICS); i++)
    if (begins_with (bytes, MAGICS[i].magic, MAGICS[i].length))
      return TRUE;
  return FALSE;
}

/* ISO 8859-1 and ASCII are read as windows-1252, which holds them: nobody means the C1 controls. */
static gboolean
is_called_windows_1252 (const char *encoding)
{
  static const char *const NAMES[]
      = { WINDOWS_1252, "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_ascii_strcasecmp (encoding, NAMES[i]) == 0)
      return TRUE;
  return FALSE;
}

static BsSpan
from_windows_1252 (BsSpan bytes, GString *out, BsMended *mended)
{
  static const guint16 TABLE[32] = {
    /* 0: not defined */
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
  };
  gsize from = 0;

  g_string_truncate (out, 0);
  for (gsize i = 0; i < bytes.length; i++)
    {
      guchar byte = (guchar) bytes.start[i];
      gunichar c = byte < 0xa0 ? TABLE[byte & 31] : byte;

      if (byte < 0x80)
        continue;
      g_string_append_len (out, bytes.start + from, (gssize) (i - from));
      g_string_append_unichar (out, c != 0 ? c : 0xfffd);
      mended->invalid_bytes += c == 0;
      from = i + 1;
    }
  g_string_append_len (out, bytes.start + from, (gssize) (bytes.length - from));
  return bs_span (out->str, out->len);
}

static gsize
bytes_of_unit (const char *encoding)
{
  return g_str_has_prefix (encoding, "UTF-32") ? 4 : g_str_has_prefix (encoding, "UTF-16") ? 2 : 1;
}

/* FALSE where no converter has that name. */
static gboolean
from_encoding (BsSpan bytes, const char *encoding, GString *out, BsMended *mended)
{
  GIConv converter = g_iconv_open (UTF_8, encoding);
  char *at = (char *) bytes.start; /* iconv does not write there */
  gsize left = bytes.length, unit = bytes_of_unit (encoding);

  if (converter == (GIConv) -1)
    return FALSE;
  g_string_truncate (out, 0);
  while (left > 0)
    {
      char buffer[8192];
      char *to = buffer;
      gsize space = sizeof buffer;
      gsize done = g_iconv (converter, &at, &left, &to, &space);
      int problem = errno;

      g_string_append_len (out, buffer, to - buffer);
      if (done != (gsize) -1 || problem == E2BIG)
        continue;
      g_string_append (out, REPLACEMENT);
      mended->invalid_bytes++;
      unit = problem == EINVAL ? left : MIN (unit, left);
      at += unit;
      left -= unit;
    }
  g_iconv_close (converter);
  return TRUE;
}

/* The old Macintosh wrote the apostrophe as 0xD5, which elsewhere is a capital letter: "don\xd5t". */
static gboolean
is_macintosh (BsSpan bytes)
{
  gsize apostrophes = 0, high = 0;

  for (gsize i = 1; i + 1 < bytes.length; i++)
    {
      guchar byte = (guchar) bytes.start[i];
      high += byte >= 0x80;
      apostrophes += byte == 0xd5 && g_ascii_islower (bytes.start[i - 1]) && g_ascii_islower (bytes.start[i + 1]);
    }
  return apostrophes >= 2 && apostrophes * 4 >= high;
}

static gboolean
is_windows_1252 (BsSpan bytes)
{
  gsize letters = 0, high_letters = 0, high = 0, inside = 0;

  for (gsize i = 0; i < bytes.length; i++)
    {
      guchar byte = (guchar) bytes.start[i];

      letters += g_ascii_isalpha (byte);
      if (byte < 0x80)
        continue;
      if (byte == 0x81 || byte == 0x8d || byte == 0x8f || byte == 0x90 || byte == 0x9d)
        return FALSE;
      high++;
      high_letters += byte >= 0xc0;
      inside += byte >= 0xa1 && byte <= 0xbf && byte != 0xad && byte != 0xb4 && byte != 0xb7 && i > 0
                && i + 1 < bytes.length && g_ascii_isalpha (bytes.start[i - 1]) && g_ascii_isalpha (bytes.start[i + 1]);
    }
  return high_letters <= letters / 10 + 3 && inside * 20 <= high;
}

static const char *
guess (BsSpan bytes)
{
  uchardet_t detector = uchardet_new ();
  const char *name = NULL;

  if (uchardet_handle_data (detector, bytes.start, bytes.length) == 0)
    {
      uchardet_data_end (detector);
      name = g_intern_string (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  return name != NULL && *name != '\0' && !is_called_windows_1252 (name) ? name : WINDOWS_1252;
}

static const char *
legacy_encoding (BsSpan bytes)
{
  const char *high = bytes.start, *end = bytes.start + bytes.length;
  BsSpan sample;

  while (high < end && (guchar) *high < 0x80)
    high++;
  high -= MIN (high - bytes.start, SAMPLE_MAX / 2);
  sample = bs_span (high, MIN ((gsize) (end - high), SAMPLE_MAX));
  if (is_macintosh (sample))
    return "MACINTOSH";
  return is_windows_1252 (sample) ? WINDOWS_1252 : guess (sample);
}

/* Converts from an encoding by name and mends the result; empty `found` where the name is not known. */
static BsSpan
decode_as (BsSpan bytes, const char *encoding, GString *room, GString *spare, GArray *trail, BsMended *mended, const char **found)
{
  guint64 wide = 0;
  BsSpan utf8;

  *found = NULL;
  if (is_called_windows_1252 (encoding))
    {
      utf8 = from_windows_1252 (bytes, spare, mended);
      *found = WINDOWS_1252;
    }
  else if (from_encoding (bytes, encoding, spare, mended))
    {
      utf8 = bs_span (spare->str, spare->len);
      *found = g_intern_string (encoding);
    }
  else
    return bs_span (NULL, 0);
  return bs_mend (utf8, room, trail, mended, &wide);
}

static BsSpan
decode_unknown (BsSpan bytes, GString *room, GString *spare, GArray *trail, BsMended *mended, const char **found)
{
  BsMended before = *mended;
  guint64 wide = 0;
  BsSpan utf8 = bs_mend (bytes, room, trail, mended, &wide);
  guint64 controls = mended->controls - before.controls, invalid = mended->invalid_bytes - before.invalid_bytes;
  const char *name;

  *found = UTF_8;
  if (controls == 0 && invalid == 0)
    return utf8;
  name = encoding_of_nuls (bytes);
  if (name == NULL && controls > CONTROLS_MAX && controls * 50 > bytes.length)
    {
      *found = NULL;
      *mended = before;
      return bs_span (NULL, 0);
    }
  if (name == NULL && invalid <= wide)
    return utf8;
  *mended = before;
  utf8 = decode_as (bytes, name != NULL ? name : legacy_encoding (bytes), room, spare, trail, mended, found);
  return *found != NULL ? utf8 : decode_as (bytes, WINDOWS_1252, room, spare, trail, mended, found);
}

/* The mark that was taken off in front counts too. */
static BsSpan
behind_mark (BsSpan text, GArray *trail, gsize mark)
{
  BsTrailPoint start = { 0, (guint32)mark };

  for (guint i = 0; i < trail->len; i++)
    g_array_index (trail, BsTrailPoint, i).source += (guint32)mark;
  if (mark > 0)
    g_array_prepend_val (trail, start);
  return text;
}

BsSpan
bs_charset_decode (BsSpan bytes, const char *encoding, GString *room, GString *spare, GArray *trail, BsMended *mended,
                   const char **found)
{
  gsize mark = 0;
  const char *name = encoding_of_mark (bytes, &mark);

  *found = UTF_8;
  g_array_set_size (trail, 0);
  if (bytes.length == 0)
    return bs_span (NULL, 0);
  if (has_binary_magic (bytes))
    {
      *found = NULL;
      return bs_span (NULL, 0);
    }
  if (name == NULL && encoding != NULL && *encoding != '\0')
    name = encoding;
  bytes = without (bytes, mark);
  if (name != NULL && g_ascii_strcasecmp (name, UTF_8) != 0 && g_ascii_strcasecmp (name, "utf8") != 0)
    {
      BsSpan text = decode_as (bytes, name, room, spare, trail, mended, found);
      if (*found != NULL)
        return behind_mark (text, trail, mark);
    }
  else if (name != NULL)
    {
      guint64 wide = 0;
      return behind_mark (bs_mend (bytes, room, trail, mended, &wide), trail, mark);
    }
  return decode_unknown (bytes, room, spare, trail, mended, found);
}
