#include "clean/charset.h"
#include "clean/convert.h"
#include "clean/guess.h"
#include "clean/label.h"
#include "clean/mojibake.h"
#include "clean/special.h"
#include "clean/wide-guess.h"

#define UTF_8 "UTF-8"
#define CONTROLS_MAX 8 /* that even a short text may have */
#define INVALID_MAX 2  /* that a believed text may have */
#define SEQUENCES_SURE 4

/* The bytes taken for one encoding. */
typedef struct
{
  BsSpan text;
  const char *encoding; /* NULL: not read */
  BsMended mended;      /* with what was before */
  guint64 wide, invalid, controls;
} Reading;

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

void
bs_charset_init (BsCharset *charset)
{
  charset->text = g_string_new (NULL);
  charset->converted = g_string_new (NULL);
  charset->undone = g_string_new (NULL);
  charset->spare = g_string_new (NULL);
  charset->trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  charset->step = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
}

void
bs_charset_clear (BsCharset *charset)
{
  g_string_free (charset->text, TRUE);
  g_string_free (charset->converted, TRUE);
  g_string_free (charset->undone, TRUE);
  g_string_free (charset->spare, TRUE);
  g_array_unref (charset->trail);
  g_array_unref (charset->step);
}

gsize
bs_charset_kept (const BsCharset *charset)
{
  return charset->text->allocated_len + charset->converted->allocated_len + charset->undone->allocated_len
         + charset->spare->allocated_len;
}

/* Nothing but printable ASCII, line feeds and tabs: nothing is undone or mended. */
static gboolean
is_plain (BsSpan text)
{
  const char *end = text.start + text.length;

  return BS_KERNEL_CHOOSE (bs_find_special) (text.start, end) == end;
}

/* From bytes that are mostly UTF-8 to text. */
static Reading
read_utf8 (BsCharset *charset, BsSpan utf8, gboolean repair, const BsMended *before)
{
  Reading reading = { .encoding = UTF_8, .mended = *before };
  BsSpan undone = utf8;

  g_array_set_size (charset->step, 0);
  g_array_set_size (charset->trail, 0);
  if (is_plain (utf8))
    {
      reading.text = utf8;
      return reading;
    }
  if (repair)
    undone = bs_mojibake_undo (utf8, charset->undone, charset->spare, charset->step, &reading.mended);
  reading.text = bs_mend (undone, charset->text, charset->trail, &reading.mended, &reading.wide);
  if (charset->step->len > 0)
    bs_trail_follow (charset->trail, charset->step);
  reading.invalid = reading.mended.invalid_bytes - before->invalid_bytes;
  reading.controls = reading.mended.controls - before->controls;
  return reading;
}

static Reading
read_as (BsCharset *charset, BsSpan bytes, const char *encoding, gboolean repair, const BsMended *before)
{
  Reading reading = { 0 };
  guint64 invalid;

  if (g_str_equal (encoding, UTF_8))
    return read_utf8 (charset, bytes, repair, before);
  if (!bs_convert (bytes, encoding, G_MAXUINT64, charset->converted, &invalid))
    return reading;
  reading = read_utf8 (charset, bs_span (charset->converted->str, charset->converted->len), repair, before);
  reading.encoding = encoding;
  reading.invalid += invalid;
  reading.mended.invalid_bytes += invalid;
  return reading;
}

static gsize
count_high (BsSpan bytes)
{
  gsize high = 0;

  for (gsize i = 0; i < bytes.length; i++)
    high += (guchar)bytes.start[i] >> 7;
  return high;
}

static gboolean
is_believed (const Reading *reading, BsSpan bytes)
{
  guint64 odd;

  if (reading->encoding == NULL)
    return FALSE;
  if (g_str_equal (reading->encoding, UTF_8))
    return reading->invalid <= reading->wide;
  odd = reading->invalid + reading->controls;
  return odd <= INVALID_MAX || odd <= INVALID_MAX + count_high (bytes) / 50;
}

static gboolean
is_unicode (const char *encoding)
{
  return g_str_has_prefix (encoding, "UTF-16") || g_str_has_prefix (encoding, "UTF-32");
}

/* Two bytes a character, and so now and then the form of UTF-8. */
static gboolean
is_of_east_asia (const char *encoding)
{
  static const char *const NAMES[] = { "GB18030", "BIG5-HKSCS", "EUC-JP", "CP932", "CP949", "EUC-TW" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_ascii_strcasecmp (encoding, NAMES[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
may_be_page (BsSpan bytes, BsMarkup markup)
{
  gsize at = 0;

  while (at < bytes.length && g_ascii_isspace (bytes.start[at]))
    at++;
  return markup == BS_MARKUP_HTML || (markup == BS_MARKUP_UNKNOWN && at < bytes.length && bytes.start[at] == '<');
}

/* The first declaration that the bytes can be. */
static Reading
read_as_declared (BsCharset *charset, BsSpan bytes, const char *declared, const BsCharsetOptions *options,
                  const BsMended *before)
{
  const char *names[] = { declared, may_be_page (bytes, options->markup) ? bs_encoding_of_page (bytes) : NULL };
  Reading reading = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] == NULL || is_unicode (names[i]))
        continue;
      reading = read_as (charset, bytes, names[i], options->repair, before);
      if (is_believed (&reading, bytes))
        return reading;
    }
  return (Reading){ 0 };
}

/* UTF-16 declared, and not only by mistake: in whatever order the bytes show. */
static Reading
read_as_unicode (BsCharset *charset, BsSpan bytes, const char *declared, gboolean repair, const BsMended *before)
{
  const char *shown = bs_guess_unicode (bytes);
  Reading reading = read_as (charset, bytes, shown != NULL ? shown : declared, repair, before);

  if (!is_believed (&reading, bytes))
    reading.encoding = NULL;
  return reading;
}

static Reading
read_bytes (BsCharset *charset, BsSpan bytes, const BsCharsetOptions *options, const BsMended *before)
{
  const char *declared
      = options->encoding != NULL ? bs_encoding_of_label (bs_span_of (options->encoding), FALSE) : NULL;
  const char *shown = NULL;
  Reading utf8 = read_utf8 (charset, bytes, options->repair, before), other;

  if (utf8.invalid == 0 && utf8.controls == 0
      && (declared == NULL || !is_of_east_asia (declared) || utf8.wide == 0 || utf8.wide >= SEQUENCES_SURE))
    return utf8;
  if (utf8.controls > 0)
    shown = bs_guess_escaped (bytes);
  if (shown == NULL && (utf8.controls > 0 || utf8.invalid > 0))
    shown = bs_guess_unicode (bytes);
  if (shown != NULL)
    return read_as (charset, bytes, shown, options->repair, before);
  if (declared != NULL && is_unicode (declared))
    {
      other = read_as_unicode (charset, bytes, declared, options->repair, before);
      if (other.encoding != NULL)
        return other;
    }
  if (utf8.controls > CONTROLS_MAX && utf8.controls * 50 > bytes.length)
    return (Reading){ .mended = *before };
  other = read_as_declared (charset, bytes, declared, options, before);
  if (other.encoding != NULL)
    return other;
  return read_as (charset, bytes, utf8.invalid <= utf8.wide ? UTF_8 : bs_guess_encoding (bytes), options->repair,
                  before);
}

/* The mark that was taken off in front counts too. */
static void
put_mark_back (GArray *trail, gsize mark)
{
  BsTrailPoint start = { 0, (guint32)mark };

  for (guint i = 0; i < trail->len; i++)
    g_array_index (trail, BsTrailPoint, i).source += (guint32)mark;
  if (mark > 0)
    g_array_prepend_val (trail, start);
}

BsSpan
bs_charset_decode (BsCharset *charset, BsSpan bytes, const BsCharsetOptions *options, BsMended *mended,
                   const char **found)
{
  gsize mark = 0;
  const char *marked = encoding_of_mark (bytes, &mark);
  Reading reading;

  *found = UTF_8;
  g_array_set_size (charset->trail, 0);
  if (bytes.length == 0)
    return bs_span (NULL, 0);
  if (has_binary_magic (bytes))
    {
      *found = NULL;
      return bs_span (NULL, 0);
    }
  bytes = without (bytes, mark);
  reading = marked != NULL ? read_as (charset, bytes, marked, options->repair, mended)
                           : read_bytes (charset, bytes, options, mended);
  *mended = reading.mended;
  *found = reading.encoding;
  put_mark_back (charset->trail, reading.encoding != NULL && g_str_equal (reading.encoding, UTF_8) ? mark : 0);
  return reading.encoding != NULL ? reading.text : bs_span (NULL, 0);
}
