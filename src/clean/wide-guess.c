#include "clean/wide-guess.h"
#include "clean/convert.h"
#include "clean/glyph.h"
#include "clean/letter-model.h"

#define LOOKED_AT 4096
#define COMMON_BITS 10
#define RARE_BITS 18
#define FOREIGN_KANA_BITS 9
#define LETTER_BITS 8 /* of other alphabets in two bytes */
#define ACCENT_BITS 12
#define SIGN_BITS 1 /* more than one byte would cost */

/* Where the frequent characters stand: runs of lead and trail bytes. */
typedef struct
{
  guint8 lead, last_lead, trail, last_trail;
} Run;

static const struct
{
  const char *name;
  guint bits; /* of being rare */
  gboolean kana;
  Run runs[3];
} SETS[] = {
  { "GB18030", 8, FALSE, { { 0xb0, 0xd7, 0xa1, 0xfe } } },
  { "BIG5-HKSCS", 9, FALSE, { { 0xa4, 0xc6, 0x40, 0x7e }, { 0xa4, 0xc6, 0xa1, 0xfe } } },
  { "CP932", 8, TRUE, { { 0x88, 0x97, 0x40, 0x7e }, { 0x88, 0x97, 0x80, 0xfc }, { 0x98, 0x98, 0x40, 0x72 } } },
  { "EUC-JP", 9, TRUE, { { 0xb0, 0xcf, 0xa1, 0xfe } } },
  { "CP949", 9, FALSE, { { 0xb0, 0xc8, 0xa1, 0xfe } } },
  { "EUC-TW", 16, FALSE, { { 0xc4, 0xfd, 0xa1, 0xfe } } },
};

#define N_SETS G_N_ELEMENTS (SETS)

static guint8 (*common)[0x10000 / 8]; /* by set: a bit for every code point that is frequent */

static void
read_run (guint set, const Run *run, GString *bytes, GString *text)
{
  guint64 invalid;

  for (guint lead = run->lead; lead <= run->last_lead && lead > 0; lead++)
    {
      g_string_truncate (bytes, 0);
      for (guint trail = run->trail; trail <= run->last_trail; trail++)
        {
          g_string_append_c (bytes, (char)lead);
          g_string_append_c (bytes, (char)trail);
        }
      if (!bs_convert (bs_span (bytes->str, bytes->len), SETS[set].name, G_MAXUINT64, text, &invalid))
        return;
      for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);
          if (c < 0x10000 && c != 0xfffd)
            common[set][c / 8] |= (guint8)(1 << c % 8);
        }
    }
}

static void
read_sets (void)
{
  static gsize once;
  g_autoptr (GString) bytes = NULL;
  g_autoptr (GString) text = NULL;

  if (!g_once_init_enter (&once))
    return;
  bytes = g_string_new (NULL);
  text = g_string_new (NULL);
  common = g_malloc0 (N_SETS * sizeof *common);
  for (guint set = 0; set < N_SETS; set++)
    for (guint i = 0; i < G_N_ELEMENTS (SETS[set].runs); i++)
      read_run (set, &SETS[set].runs[i], bytes, text);
  g_once_init_leave (&once, 1);
}

static guint
bits_of_ideograph (guint set, gunichar c)
{
  if (c >= 0x3041 && c <= 0x30ff)
    return !SETS[set].kana ? FOREIGN_KANA_BITS : c < 0x30a0 ? 5 : 7;
  if (c < 0x10000 && (common[set][c / 8] & 1 << c % 8) != 0)
    return COMMON_BITS;
  return RARE_BITS;
}

static guint64
cost_of_character (guint set, gunichar c, BsGlyph glyph)
{
  if (glyph == BS_GLYPH_IDEOGRAPH)
    return bits_of_ideograph (set, c) * BS_BIT;
  if (glyph == BS_GLYPH_CAPITAL_2 || glyph == BS_GLYPH_SMALL_2)
    return LETTER_BITS * BS_BIT;
  if (bs_glyph_is_letter (glyph))
    return c < 0x80 ? bs_letter_cost (0, c) : ACCENT_BITS * BS_BIT;
  return bs_glyph_cost (glyph) + (c >= 0x80 ? SIGN_BITS * BS_BIT : 0);
}

/* The text costs this read so; stops where it costs more than `most`. */
static guint64
cost_of_text (guint set, const GString *text, guint64 most)
{
  guint64 cost = SETS[set].bits * BS_BIT;
  BsGlyph last = BS_GLYPH_SPACE;
  gboolean wide = FALSE;

  for (const char *at = text->str; at < text->str + text->len && cost <= most; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      BsGlyph glyph = c == 0xfffd ? BS_GLYPH_NONE : bs_glyph_of (c);

      cost += cost_of_character (set, c, glyph);
      if (wide || c >= 0x80) /* of ASCII alone all read the same */
        cost += bs_glyph_pair_cost (last, glyph);
      wide = c >= 0x80;
      last = glyph;
    }
  return cost;
}

static gsize
count_high (BsSpan sample)
{
  gsize high = 0;

  for (gsize i = 0; i < sample.length; i++)
    high += (guchar)sample.start[i] >= 0x80;
  return high;
}

const char *
bs_guess_wide (BsSpan sample, const char *said, guint word, const char *best, guint64 least)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize limit = 1 + count_high (sample) / 100;
  guint64 invalid;

  read_sets ();
  for (guint set = 0; set < N_SETS; set++)
    {
      guint64 cost = g_ascii_strcasecmp (said, SETS[set].name) == 0 ? 0 : word;

      if (!bs_convert (sample, SETS[set].name, limit, text, &invalid) || invalid > limit)
        continue;
      cost += cost_of_text (set, text, least);
      if (cost < least)
        {
          least = cost;
          best = SETS[set].name;
        }
    }
  return best;
}

static gboolean
is_utf_32 (const guchar *bytes, gsize n, gboolean big)
{
  for (gsize i = 0; i + 3 < n; i += 4)
    {
      guint32 c
          = big ? (guint32)bytes[i] << 24 | (guint32)bytes[i + 1] << 16 | (guint32)bytes[i + 2] << 8 | bytes[i + 3]
                : (guint32)bytes[i + 3] << 24 | (guint32)bytes[i + 2] << 16 | (guint32)bytes[i + 1] << 8 | bytes[i];
      if (c == 0 || !g_unichar_validate (c) || !g_unichar_isdefined (c))
        return FALSE;
    }
  return n >= 8;
}

static gboolean
is_utf_16 (const guchar *bytes, gsize n, gboolean big)
{
  gsize blanks = 0, odd = 0, units = n / 2;

  for (gsize i = 0; i + 1 < n; i += 2)
    {
      guint16 c = (guint16)(big ? bytes[i] << 8 | bytes[i + 1] : bytes[i + 1] << 8 | bytes[i]);

      if ((c & 0xf800) == 0xd800)
        continue;
      blanks += c == ' ' || c == '\n' || (c >= 0x3000 && c <= 0x3002) || c == 0xff0c;
      odd += (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || !g_unichar_isdefined (c);
    }
  return blanks >= 2 && blanks * 100 >= units && odd * 100 <= units;
}

const char *
bs_guess_unicode (BsSpan bytes)
{
  const guchar *start = (const guchar *)bytes.start;
  gsize n = MIN (bytes.length, LOOKED_AT) & ~(gsize)3, nuls[2] = { 0, 0 };
  gboolean little, big;

  for (gsize i = 0; i < n; i++)
    nuls[i % 2] += start[i] == 0;
  if (n == 0 || nuls[0] + nuls[1] == 0)
    return NULL;
  if (is_utf_32 (start, n, FALSE))
    return "UTF-32LE";
  if (is_utf_32 (start, n, TRUE))
    return "UTF-32BE";
  if (n >= 8 && MAX (nuls[0], nuls[1]) * 5 >= n * 2 && MIN (nuls[0], nuls[1]) * 50 <= n)
    return nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE";
  little = is_utf_16 (start, n, FALSE);
  big = is_utf_16 (start, n, TRUE);
  if (little && (!big || nuls[1] >= nuls[0]))
    return "UTF-16LE";
  return big ? "UTF-16BE" : NULL;
}

const char *
bs_guess_escaped (BsSpan bytes)
{
  static const struct
  {
    const char *escape, *name;
  } ESCAPES[] = {
    { "\x1b$)C", "ISO-2022-KR" },  { "\x1b$)A", "ISO-2022-CN-EXT" }, { "\x1b$)G", "ISO-2022-CN-EXT" },
    { "\x1b$B", "ISO-2022-JP-2" }, { "\x1b$@", "ISO-2022-JP-2" },    { "\x1b$(D", "ISO-2022-JP-2" },
    { "\x1b(J", "ISO-2022-JP-2" }, { "\x1b.A", "ISO-2022-JP-2" },    { "\x1b.F", "ISO-2022-JP-2" },
    { "\x1b$A", "ISO-2022-JP-2" },
  };
  const char *at = bytes.start, *end = bytes.start + bytes.length;

  for (guint tries = 0; tries < 64 && at < end && (at = memchr (at, '\x1b', (gsize)(end - at))) != NULL; tries++, at++)
    for (guint i = 0; i < G_N_ELEMENTS (ESCAPES); i++)
      if ((gsize)(end - at) > strlen (ESCAPES[i].escape)
          && memcmp (at, ESCAPES[i].escape, strlen (ESCAPES[i].escape)) == 0)
        return ESCAPES[i].name;
  return NULL;
}

const char *
bs_guess_mainframe (BsSpan sample)
{
  gsize letters = 0, blanks = 0, small = 0;

  for (gsize i = 0; i < sample.length; i++)
    {
      guchar byte = (guchar)sample.start[i];

      letters += (byte >= 0x81 && byte <= 0x89) || (byte >= 0x91 && byte <= 0x99) || (byte >= 0xa2 && byte <= 0xa9);
      blanks += byte == 0x40;
      small += g_ascii_islower (byte);
    }
  return sample.length >= 16 && letters * 9 > sample.length * 4 && blanks * 16 > sample.length
                 && small * 16 < sample.length
             ? "IBM1140"
             : NULL;
}
