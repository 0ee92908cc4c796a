/* Words one character after the other, by the rules alone: what a word is, is said here. */
#include "segment/scan-internal.h"

const guint8 bs_byte_classes[256] = {
  ['0' ... '9'] = BS_BYTE_ALNUM, ['A' ... 'Z'] = BS_BYTE_ALNUM, ['a' ... 'z'] = BS_BYTE_ALNUM,
  ['\''] = BS_BYTE_JOINER,       ['-'] = BS_BYTE_JOINER,        ['.'] = BS_BYTE_JOINER,
  ['&'] = BS_BYTE_JOINER,        ['_'] = BS_BYTE_JOINER,        [','] = BS_BYTE_FIGURE,
  [':'] = BS_BYTE_FIGURE,        ['/'] = BS_BYTE_FIGURE,        [' '] = BS_BYTE_BLANK,
  ['\t'] = BS_BYTE_BLANK,        ['\r'] = BS_BYTE_BLANK,        ['\f'] = BS_BYTE_BLANK,
  ['\v'] = BS_BYTE_BLANK,        ['\n'] = BS_BYTE_NEWLINE,      [0x80 ... 0xFF] = BS_BYTE_HIGH,
};

void
bs_scan_push_word (BsScan *scan, gsize start, gsize length)
{
  if (scan->n_words == scan->words->len)
    g_array_set_size (scan->words, MAX (256, 2 * scan->n_words));
  ((BsWord *) (gpointer) scan->words->data)[scan->n_words++]
      = (BsWord){ .start = (guint32) start, .length = (guint32) length };
}

gunichar
bs_scan_character (const BsScan *scan, gsize at, gsize *length)
{
  gunichar c = g_utf8_get_char_validated (scan->text + at, (gssize) (scan->length - at));

  if (c >= 0x110000)
    {
      *length = 1;
      return 0xFFFD;
    }
  *length = (gsize) g_unichar_to_utf8 (c, NULL);
  return c;
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

gboolean
bs_scan_starts_word (const BsScan *scan, gsize at)
{
  guchar byte = bs_scan_byte (scan, at);
  gsize length;

  if (byte < 0x80)
    return bs_byte_classes[byte] == BS_BYTE_ALNUM;
  return g_unichar_isalnum (bs_scan_character (scan, at, &length));
}

static gboolean
is_joining_character (gunichar c)
{
  return c == 0x2019 || c == 0x2018 || c == 0x2010 || c == 0x2011 || c == 0x02BC || c == 0x00B7;
}

gboolean
bs_scan_is_superscript (gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

static gboolean
superscript_at (const BsScan *scan, gsize at)
{
  gsize length;

  return bs_scan_byte (scan, at) >= 0x80 && bs_scan_is_superscript (bs_scan_character (scan, at, &length));
}

/* English words of two letters; "os" of "os.Create" is none. */
static gboolean
is_short_word (const char *two)
{
  static const char words[] = "am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we";

  for (const char *at = words; at < words + sizeof words - 1; at += 3)
    if (at[0] == two[0] && at[1] == two[1])
      return TRUE;
  return FALSE;
}

#define ADDRESS_MAX 64 /* bytes that are looked ahead, so that no text is walked over and over */

/* "First.Last@paper.com", "Amazon.Com": what starts at `next` is no sentence. */
static gboolean
goes_on_as_address (const BsScan *scan, gsize next)
{
  static const char *const endings[] = { "Com", "Org", "Net", "Js", "Io" };
  gsize at = next, last = MIN (scan->length, next + ADDRESS_MAX);

  while (at < last && (bs_byte_classes[(guchar) scan->text[at]] == BS_BYTE_ALNUM || scan->text[at] == '.'
                       || scan->text[at] == '_' || scan->text[at] == '-'))
    at++;
  if (bs_scan_byte (scan, at) == '@')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (at - next == strlen (endings[i]) && memcmp (scan->text + next, endings[i], at - next) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bs_scan_glues (const BsScan *scan, gsize mark, gsize next)
{
  const char *text = scan->text;

  if (mark < 2 || !g_ascii_islower (text[mark - 1]) || !g_ascii_islower (text[mark - 2])
      || !g_ascii_isupper (bs_scan_byte (scan, next)) || !g_ascii_islower (bs_scan_byte (scan, next + 1)))
    return FALSE;
  if ((mark == 2 || !g_ascii_isalnum (text[mark - 3])) && !is_short_word (text + mark - 2))
    return FALSE;
  return !goes_on_as_address (scan, next);
}

/* A date or the marker of a list: "9/11", "12.", "1)". */
static gboolean
is_figure_of_note (const BsScan *scan, gsize at)
{
  gsize after = at + 1 + (g_ascii_isdigit (bs_scan_byte (scan, at + 1)) != 0);
  guchar mark = bs_scan_byte (scan, after);

  return mark == '/' || ((mark == '.' || mark == ')') && !g_ascii_isalnum (bs_scan_byte (scan, after + 1)));
}

gboolean
bs_scan_may_start (const BsScan *scan, gsize at)
{
  guchar byte = bs_scan_byte (scan, at);
  gsize length;

  if (g_ascii_islower (byte))
    return (byte == 'h' && at + 4 <= scan->length && memcmp (scan->text + at, "http", 4) == 0)
           || (at + 2 < scan->length && (scan->text[at + 1] == '.' || scan->text[at + 1] == ')')
               && scan->text[at + 2] == ' ');
  if (g_ascii_isdigit (byte))
    return is_figure_of_note (scan, at);
  return byte < 0x80 || g_unichar_isupper (bs_scan_character (scan, at, &length));
}

static gboolean
ends_address (guchar byte)
{
  return byte <= ' ' || byte == '"' || byte == '<' || byte == '>' || byte == '|' || byte == '`' || byte == '\\'
         || byte == '^' || byte == '{' || byte == '}' || byte == 0x7F;
}

/* Runs to the end of a URL and gives back the marks that close a sentence or bracket around it. */
static void
take_address (BsScan *scan, gsize start)
{
  gboolean bracket = FALSE;
  gsize from = scan->at;

  scan->address = TRUE;
  while (scan->at < scan->length && !ends_address ((guchar) scan->text[scan->at]))
    {
      gsize length;

      if ((guchar) scan->text[scan->at] >= 0x80)
        {
          gunichar c = bs_scan_character (scan, scan->at, &length);

          if (!is_word_character (c))
            break;
          scan->at += length;
          continue;
        }
      bracket |= scan->text[scan->at] == '(';
      scan->at++;
    }
  while (scan->at > from && scan->at > start && strchr (".,;:!?'*_)]", scan->text[scan->at - 1]) != NULL
         && !(bracket && scan->text[scan->at - 1] == ')'))
    scan->at--;
}

static gboolean
is_domain (const char *word, gsize length)
{
  static const char *const endings[]
      = { ".com", ".org", ".net", ".gov", ".edu", ".io", ".uk", ".de", ".eu", ".info", ".mil", ".int", ".news", ".app",
          ".dev", ".ly", ".co", ".be", ".me", ".tv", ".ai", ".gg", ".gl", ".fr", ".es", ".it", ".nl", ".at",
          ".ch", ".se", ".no", ".dk", ".fi", ".pl", ".cz", ".pt", ".ru", ".ie", ".us", ".ca", ".au", ".nz",
          ".za", ".br", ".mx", ".jp", ".cn", ".kr" };

  if (length > 4 && g_ascii_strncasecmp (word, "www.", 4) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length > n && memcmp (word + length - n, endings[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the word goes on over the byte at scan->at, which is no letter or digit; moves on where it does. */
static gboolean
joins (BsScan *scan, gsize start)
{
  guchar byte = (guchar) scan->text[scan->at];

  switch (bs_byte_classes[byte])
    {
    case BS_BYTE_JOINER:
      if (!bs_scan_starts_word (scan, scan->at + 1))
        return FALSE;
      if (byte == '.' && (bs_scan_glues (scan, scan->at, scan->at + 1) || superscript_at (scan, scan->at + 1)))
        return FALSE;
      scan->at++;
      return TRUE;
    case BS_BYTE_FIGURE: /* never the first byte of a word */
      if (g_ascii_isdigit (scan->text[scan->at - 1]) && g_ascii_isdigit (bs_scan_byte (scan, scan->at + 1)))
        {
          scan->at++;
          return TRUE;
        }
      if ((byte == ':' && bs_scan_byte (scan, scan->at + 1) == '/' && bs_scan_byte (scan, scan->at + 2) == '/'
           && g_ascii_isalpha (scan->text[scan->at - 1]))
          || (byte == '/' && is_domain (scan->text + start, scan->at - start)))
        {
          take_address (scan, start);
          return FALSE;
        }
      return FALSE;
    case BS_BYTE_HIGH:
      {
        gsize length;
        gunichar c = bs_scan_character (scan, scan->at, &length);

        if (!is_word_character (c) && !(is_joining_character (c) && bs_scan_starts_word (scan, scan->at + length)))
          return FALSE;
        scan->at += length;
        return TRUE;
      }
    default:
      if (byte != '@' || !bs_scan_starts_word (scan, scan->at + 1))
        return FALSE;
      scan->address = TRUE;
      scan->at++;
      return TRUE;
    }
}

void
bs_scan_take_word (BsScan *scan, gsize start)
{
  scan->address = FALSE;
  for (;;)
    {
      while (scan->at < scan->length && bs_byte_classes[(guchar) scan->text[scan->at]] == BS_BYTE_ALNUM)
        scan->at++;
      if (scan->at == scan->length || bs_byte_classes[(guchar) scan->text[scan->at]] == BS_BYTE_BLANK
          || !joins (scan, start))
        break;
    }
  bs_scan_push_word (scan, start, scan->at - start);
}
