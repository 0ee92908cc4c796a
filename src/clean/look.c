#include "clean/look.h"
#include "clean/look-count.h"
#include "clean/phrase.h"
#include "lexicon/address.h"

#define CHUNK 66 /* blanks behind the sample; two of them count */
#define ADDRESS_MAX 200
#define LIGHT_SAMPLE 192 /* bytes that nearly always hold BS_LOOK_MANY words */
#define ADDRESS_WORDS 5 /* of a sentence that ends in one */

/* A sample with a blank before it and blanks behind, so that whole vectors may be read. */
typedef struct
{
  guint8 bytes[1 + BS_LOOK_SAMPLE + CHUNK]; /* what follows the sample may be read, and is blank */
} Padded;

static gunichar
last_character (BsSpan line, gsize *length)
{
  const char *at = g_utf8_find_prev_char (line.start, line.start + line.length);

  *length = (gsize) (line.start + line.length - at);
  return g_utf8_get_char (at);
}

/* Without the numbers of notes at its end: "It closed in 1911.[2] [3]". */
static BsSpan
without_notes (BsSpan line)
{
  while (line.length > 3 && line.start[line.length - 1] == ']')
    {
      gsize at = line.length - 1;

      while (at > 0 && g_ascii_isdigit (line.start[at - 1]))
        at--;
      if (at + 1 == line.length || at < 2 || line.start[at - 1] != '[')
        break;
      line.length = at - 1;
      while (line.length > 1 && line.start[line.length - 1] == ' ')
        line.length--;
    }
  return line;
}

static guint16
flags_of_end (BsSpan line)
{
  gsize length = 0;
  gunichar c = 0;

  line = without_notes (line);
  while (line.length > 0)
    {
      c = last_character (line, &length);
      if (c > 0x2122 ? c != 0x300d && c != 0x300f && c != 0xff09
                     : c > ' ' && strchr ("\"')]*_", (int)MIN (c, 0x7e)) == NULL && c != 0xbb && c != 0x2019
                           && c != 0x201d && c != 0x201c && c != 0x203a)
        break;
      line.length -= length;
    }
  if (line.length == 0)
    return 0;
  switch (c)
    {
    case '.':
      return BS_LOOK_STOP
             | (line.length > 3 && memcmp (line.start + line.length - 3, "...", 3) == 0 ? BS_LOOK_TRAILING : 0);
    case '!':
    case '?':
    case 0x2026:
    case 0xff01:
    case 0xff1f:
      return BS_LOOK_STOP | BS_LOOK_TRAILING;
    case 0x3002:
    case 0xff0e:
    case 0xff61:
    case 0x061f:
    case 0x06d4:
    case 0x0964:
    case 0x1362:
      return BS_LOOK_STOP;
    case ':':
    case 0xff1a:
      return BS_LOOK_COLON;
    case ',':
    case ';':
    case '-':
    case 0x2013:
    case 0x2014:
    case 0xff0c:
    case 0x3001:
      return BS_LOOK_COMMA;
    default:
      return 0;
    }
}

gsize
bs_look_bullet (BsSpan line)
{
  static const char *const BULLETS[]
      = { "•", "·", "●", "▪", "◦", "‣", "■", "–", "—", "*", "-", "+", "○", "►", "→", "✓" };
  gsize length = 0;

  if (line.length < 3 || (g_ascii_isalpha (line.start[0]) && line.start[1] != '.' && line.start[1] != ')'))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (BULLETS) && length == 0; i++)
    if (line.start[0] == BULLETS[i][0] && line.length > strlen (BULLETS[i])
        && memcmp (line.start, BULLETS[i], strlen (BULLETS[i])) == 0)
      length = strlen (BULLETS[i]);
  if (length == 0)
    {
      while (length < 3 && length < line.length && g_ascii_isdigit (line.start[length]))
        length++;
      if (length == 0 && line.length > 0 && g_ascii_islower (line.start[0]))
        length = 1;
      if (length == 0 || length >= line.length || (line.start[length] != '.' && line.start[length] != ')'))
        return 0;
      length++;
    }
  if (length >= line.length || (line.start[length] != ' ' && line.start[length] != '\t'))
    return 0;
  while (length < line.length && (line.start[length] == ' ' || line.start[length] == '\t'))
    length++;
  return length;
}

/* "twelve boats; and": the item of a list that another one follows. */
static gboolean
ends_in_joining_word (BsSpan line)
{
  static const char *const WORDS[] = { "and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en" };
  gsize start = line.length;

  while (start > 0 && g_ascii_islower (line.start[start - 1]))
    start--;
  if (start < 2 || start == line.length || line.start[start - 1] != ' ' || strchr (",;", line.start[start - 2]) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (bs_span_equal (bs_span (line.start + start, line.length - start), bs_span_of (WORDS[i])))
      return TRUE;
  return FALSE;
}

guint16
bs_look_ends (BsSpan line)
{
  guint16 flags = flags_of_end (line);
  gsize bullet;
  gunichar c;

  if (line.length == 0)
    return 0;
  bullet = bs_look_bullet (line);
  if (bullet > 0)
    flags |= BS_LOOK_BULLET;
  if (bullet >= line.length)
    return flags;
  if (bullet + 1 < line.length && (line.start[bullet] == '(' || line.start[bullet] == '['))
    bullet++;
  c = g_utf8_get_char (line.start + bullet);
  if (strchr (".,;:)", (int)MIN (c, 0x7f)) != NULL && c > ' ')
    return flags | BS_LOOK_BROKEN;
  if (c == '"' || c == '\'' || c == 0x201c || c == 0x2018 || c == 0x201e || c == 0xab || c == 0x300c)
    return flags | BS_LOOK_QUOTE;
  if (g_unichar_isupper (c))
    return flags | BS_LOOK_UPPER;
  return g_unichar_islower (c) ? flags | BS_LOOK_LOWER : flags;
}

static void
count_bytes (const guint8 *at, gsize length, BsLook *look)
{
  BsLookCounts counts;

  BS_KERNEL_CHOOSE (bs_look_count) (at, length, &counts);
  look->letters = (guint16) counts.letters;
  look->digits = (guint16) counts.digits;
  look->ideographs = (guint16) counts.ideographs;
  look->bars = (guint16) counts.bars;
  look->hints = counts.our ? BS_HINT_OUR : 0;
  look->words = (guint16) (counts.words + counts.ideographs / 2);
}

/* "You can apply at www.example.org": a sentence whose stop was left out for the address's sake. */
static gboolean
ends_in_address (BsSpan block)
{
  const char *end = block.start + block.length, *at = end;

  while (at > block.start && (guchar)at[-1] > ' ' && end - at < ADDRESS_MAX)
    at--;
  return at > block.start && bs_is_address (bs_span (at, (gsize)(end - at)));
}

/* Ends of sentences: a stop behind a letter, and a blank and no small letter behind it. */
static guint
stops_in (BsSpan sample)
{
  guint stops = 0;

  for (gsize i = 1; i + 2 < sample.length; i++)
    if (strchr (".!?", sample.start[i]) != NULL && sample.start[i + 1] == ' ' && !g_ascii_islower (sample.start[i + 2])
        && (g_ascii_isalnum (sample.start[i - 1]) || (guchar)sample.start[i - 1] >= 0x80))
      stops++;
  return stops;
}

/* A call, because gcc copies what it knows to be short by slow string instructions. */
static G_NO_INLINE void
copy (guint8 *to, BsSpan from)
{
  memcpy (to, from.start, from.length);
}

void
bs_look_at (BsLook *look, BsSpan block)
{
  BsSpan sample = bs_span (block.start, MIN (block.length, BS_LOOK_SAMPLE));
  Padded padded;

  padded.bytes[0] = ' ';
  copy (padded.bytes + 1, sample);
  memset (padded.bytes + 1 + sample.length, ' ', CHUNK);
  count_bytes (padded.bytes + 1, sample.length, look);
  look->flags = (guint16) (bs_look_ends (block) | (block.length > sample.length ? BS_LOOK_LONG : 0));
  if (ends_in_joining_word (block))
    look->flags |= BS_LOOK_COMMA;
  look->stops = (guint16)(look->flags & BS_LOOK_LONG ? stops_in (sample) : 0);
  if ((look->flags & (BS_LOOK_STOP | BS_LOOK_UPPER)) == BS_LOOK_UPPER && look->words >= ADDRESS_WORDS
      && ends_in_address (block))
    look->flags |= BS_LOOK_STOP;
  if (look->flags & BS_LOOK_BULLET && look->bars > 0) /* its own bullet parts nothing */
    look->bars--;
}

void
bs_look_lightly (BsLook *look, BsSpan block)
{
  if (block.length > BS_LOOK_SAMPLE)
    *look = (BsLook){ .flags = BS_LOOK_LONG };
  else if (BS_KERNEL_CHOOSE (bs_surely_words) (block.start, MIN (block.length, LIGHT_SAMPLE)) >= BS_LOOK_MANY)
    *look = (BsLook){ .words = BS_LOOK_MANY };
  else
    bs_look_at (look, block);
}
