#include "segment/scan.h"

/* What a byte can be. */
enum {
  OTHER,
  ALNUM,   /* ASCII letter or digit */
  JOINER,  /* ' - . & _ : part of a word between any two of its characters */
  FIGURE,  /* , : / : part of a word between two digits */
  BLANK,
  NEWLINE,
  HIGH     /* a byte of a character outside ASCII */
};

static const guint8 classes[256] = {
  ['0' ... '9'] = ALNUM, ['A' ... 'Z'] = ALNUM, ['a' ... 'z'] = ALNUM, ['\''] = JOINER, ['-'] = JOINER,
  ['.'] = JOINER,        ['&'] = JOINER,        ['_'] = JOINER,        [','] = FIGURE,  [':'] = FIGURE,
  ['/'] = FIGURE,        [' '] = BLANK,         ['\t'] = BLANK,        ['\r'] = BLANK,  ['\f'] = BLANK,
  ['\v'] = BLANK,        ['\n'] = NEWLINE,      [0x80 ... 0xFF] = HIGH,
};

typedef struct {
  const char *text;
  gsize length;
  gsize at;
  GArray *words; /* as long as there is room; n_words of them are filled */
  guint n_words;
  GArray *gaps;
} Scan;

static inline void
push_word (Scan *scan, BsWord word)
{
  if (scan->n_words == scan->words->len)
    g_array_set_size (scan->words, MAX (256, 2 * scan->n_words));
  ((BsWord *) (gpointer) scan->words->data)[scan->n_words++] = word;
}

static inline guchar
byte_at (const Scan *scan, gsize at)
{
  return at < scan->length ? (guchar) scan->text[at] : '\0';
}

/* The character at a byte outside ASCII, and its length. Text is valid, so only its end is watched. */
static gunichar
character_at (const Scan *scan, gsize at, gsize *length)
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

/* A mark goes on with a word, but does not start one: an emoji's variation selector is no word. */
static gboolean
word_starts_at (const Scan *scan, gsize at)
{
  guchar byte = byte_at (scan, at);
  gsize length;

  if (byte < 0x80)
    return classes[byte] == ALNUM;
  return g_unichar_isalnum (character_at (scan, at, &length));
}

static gboolean
is_joining_character (gunichar c)
{
  return c == 0x2019 || c == 0x2018 || c == 0x2010 || c == 0x2011 || c == 0x02BC || c == 0x00B7;
}

static gboolean
is_superscript (gunichar c)
{
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

static gboolean
superscript_at (const Scan *scan, gsize at)
{
  gsize length;

  return byte_at (scan, at) >= 0x80 && is_superscript (character_at (scan, at, &length));
}

/* Two small letters, a mark, then a capital and a small letter: two sentences glued together. */
static gboolean
glues_sentences (const Scan *scan, gsize mark, gsize next)
{
  return mark >= 2 && g_ascii_islower (scan->text[mark - 1]) && g_ascii_islower (scan->text[mark - 2])
         && g_ascii_isupper (byte_at (scan, next)) && g_ascii_islower (byte_at (scan, next + 1));
}

static gboolean
ends_address (guchar byte)
{
  return byte <= ' ' || byte == '"' || byte == '<' || byte == '>' || byte == '|' || byte == '`' || byte == '\\'
         || byte == '^' || byte == '{' || byte == '}' || byte == 0x7F;
}

/* Runs to the end of a URL and gives back the marks that close a sentence or bracket around it. */
static void
take_address (Scan *scan, gsize start)
{
  gboolean bracket = FALSE;
  gsize from = scan->at;

  while (scan->at < scan->length && !ends_address ((guchar) scan->text[scan->at]))
    {
      gsize length;

      if ((guchar) scan->text[scan->at] >= 0x80)
        {
          gunichar c = character_at (scan, scan->at, &length);

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
  static const char *const endings[] = { ".com", ".org", ".net", ".gov", ".edu", ".io", ".uk", ".de", ".eu", ".info" };

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
joins (Scan *scan, gsize start)
{
  guchar byte = (guchar) scan->text[scan->at];

  switch (classes[byte])
    {
    case JOINER:
      if (!word_starts_at (scan, scan->at + 1))
        return FALSE;
      if (byte == '.' && (glues_sentences (scan, scan->at, scan->at + 1) || superscript_at (scan, scan->at + 1)))
        return FALSE;
      scan->at++;
      return TRUE;
    case FIGURE: /* never the first byte of a word */
      if (g_ascii_isdigit (scan->text[scan->at - 1]) && g_ascii_isdigit (byte_at (scan, scan->at + 1)))
        {
          scan->at++;
          return TRUE;
        }
      if ((byte == ':' && byte_at (scan, scan->at + 1) == '/' && byte_at (scan, scan->at + 2) == '/'
           && g_ascii_isalpha (scan->text[scan->at - 1]))
          || (byte == '/' && is_domain (scan->text + start, scan->at - start)))
        {
          take_address (scan, start);
          return FALSE;
        }
      return FALSE;
    case HIGH:
      {
        gsize length;
        gunichar c = character_at (scan, scan->at, &length);

        if (!is_word_character (c) && !(is_joining_character (c) && word_starts_at (scan, scan->at + length)))
          return FALSE;
        scan->at += length;
        return TRUE;
      }
    default:
      if (byte != '@' || !word_starts_at (scan, scan->at + 1))
        return FALSE;
      scan->at++;
      return TRUE;
    }
}

static void
take_word (Scan *scan, gsize start)
{
  BsWord word = { .start = (guint32) start };

  for (;;)
    {
      while (scan->at < scan->length && classes[(guchar) scan->text[scan->at]] == ALNUM)
        scan->at++;
      if (scan->at == scan->length || classes[(guchar) scan->text[scan->at]] == BLANK || !joins (scan, start))
        break;
    }
  word.length = (guint32) (scan->at - start);
  push_word (scan, word);
}

/* The gap that is being walked through. */
typedef struct {
  guint32 flags;
  gsize end;
  gsize next_start;
  gsize mark;     /* the last terminator */
  gsize text_end; /* behind the last byte that is no blank */
  gsize opening;  /* bytes of a quote that closed here, but might open what follows */
  guint stops;
} Walk;

static const guint32 terminators = BS_GAP_STOP | BS_GAP_MARK | BS_GAP_ELLIPSIS;
static const guint32 openers = BS_GAP_QUOTED | BS_GAP_OPENED | BS_GAP_DASH;

static void
see_terminator (Walk *walk, guint32 flag, gsize at, gsize length)
{
  if ((walk->flags & openers) != 0)
    return;
  if (flag == BS_GAP_STOP && ++walk->stops > 1)
    flag = BS_GAP_ELLIPSIS;
  walk->flags = (walk->flags & ~(guint32) BS_GAP_BLANK) | flag;
  walk->mark = at;
  walk->end = at + length;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039
         || c == 0x203A;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* What may stand between a terminator and the blank: brackets, footnote stars, the ends of emphasis, emoji. */
static gboolean
closes (gunichar c)
{
  if (c < 0x80)
    return c == ')' || c == ']' || c == '}' || c == '*' || c == '_';
  switch (g_unichar_type (c))
    {
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_FORMAT:
      return TRUE;
    default:
      return c == 0x2020 || c == 0x2021; /* daggers */
    }
}

/* A character that is no terminator and no blank. */
static void
see_sign (Walk *walk, gunichar c, gsize at, gsize length)
{
  if ((walk->flags & terminators) == 0)
    return;
  if ((walk->flags & BS_GAP_BLANK) != 0)
    {
      walk->flags |= is_quote (c) ? BS_GAP_QUOTED : is_dash (c) ? BS_GAP_DASH : BS_GAP_OPENED;
      return;
    }
  if (is_quote (c) || closes (c))
    {
      walk->flags |= is_quote (c) ? BS_GAP_CLOSED : BS_GAP_SIGNED;
      walk->opening = c == 0x201C || c == 0x2018 || c == 0xAB ? length : 0;
      walk->end = at + length;
      return;
    }
  walk->flags = 0; /* "etc., " */
  walk->stops = 0;
}

static void
see_character (Walk *walk, gunichar c, gsize at, gsize length)
{
  switch (c)
    {
    case '.':
      see_terminator (walk, BS_GAP_STOP, at, length);
      break;
    case '!':
    case '?':
    case 0x203C: /* ‼ */
    case 0x203D: /* ‽ */
    case 0x3002: /* 。 */
    case 0xFF01:
    case 0xFF1F:
    case 0x061F: /* ؟ */
    case 0x0964: /* । */
      see_terminator (walk, BS_GAP_MARK, at, length);
      break;
    case 0x2026: /* … */
      see_terminator (walk, BS_GAP_ELLIPSIS, at, length);
      break;
    default:
      if (c >= 0x80 && g_unichar_isspace (c))
        {
          if ((walk->flags & terminators) != 0)
            walk->flags |= BS_GAP_BLANK;
          return;
        }
      see_sign (walk, c, at, length);
    }
  if ((walk->flags & BS_GAP_BLANK) != 0 && walk->next_start < walk->end)
    walk->next_start = at;
  walk->text_end = at + length;
}

static void
add_gap (Scan *scan, const Walk *walk, guint32 flags)
{
  BsGap gap = { .word = scan->n_words, .flags = flags };

  gap.end = (guint32) ((flags & BS_GAP_BLOCK) != 0 ? walk->text_end : walk->end);
  gap.next_start = (guint32) walk->next_start;
  g_array_append_val (scan->gaps, gap);
}

static gboolean
starts_uncased (const Scan *scan)
{
  gsize length;

  return byte_at (scan, scan->at) >= 0x80
         && g_unichar_type (character_at (scan, scan->at, &length)) == G_UNICODE_OTHER_LETTER;
}

/* A word starts at scan->at, or the text ends there: the gap before it is whole. */
static void
close_gap (Scan *scan, Walk *walk)
{
  if ((walk->flags & BS_GAP_BLOCK) != 0)
    {
      walk->next_start = MIN (walk->next_start, scan->at);
      add_gap (scan, walk, BS_GAP_BLOCK);
      return;
    }
  if ((walk->flags & terminators) == 0 || scan->at == scan->length)
    return;
  if ((walk->flags & BS_GAP_BLANK) == 0)
    {
      if (!glues_sentences (scan, walk->mark, scan->at))
        return;
      walk->end -= walk->opening;
      walk->next_start = walk->end;
      add_gap (scan, walk, walk->flags | BS_GAP_GLUED);
      return;
    }
  if (walk->next_start < walk->end)
    walk->next_start = scan->at;
  add_gap (scan, walk, walk->flags | (starts_uncased (scan) ? BS_GAP_UNCASED : 0));
}

static gboolean
parts_notes (const Scan *scan, gsize at)
{
  guchar byte = byte_at (scan, at);

  return (byte == ',' || byte == '-') && g_ascii_isdigit (byte_at (scan, at + 1));
}

/* A footnote's mark right behind a stop, "[12]" or a raised figure: its figures are a word of the sentence before. */
static gboolean
take_note (Scan *scan, Walk *walk)
{
  gsize at = scan->at, start, length;
  gboolean bracket = scan->text[at] == '[';
  BsWord word;

  if ((walk->flags & terminators) == 0 || (walk->flags & BS_GAP_BLANK) != 0)
    return FALSE;
  start = at += bracket;
  if (bracket)
    while (g_ascii_isdigit (byte_at (scan, at)) || (at > start && parts_notes (scan, at)))
      at++;
  else
    while (byte_at (scan, at) >= 0x80 && is_superscript (character_at (scan, at, &length)))
      at += length;
  if (at == start || (bracket && byte_at (scan, at) != ']'))
    return FALSE;
  word = (BsWord){ .start = (guint32) start, .length = (guint32) (at - start) };
  push_word (scan, word);
  scan->at = walk->end = walk->text_end = at + bracket;
  return TRUE;
}

/* Walks from behind a word to the start of the next one. Returns where the text before the word ends, blanks left. */
static gsize
take_gap (Scan *scan, gboolean block)
{
  Walk walk = { .text_end = scan->at, .flags = 0 };
  gsize line_end = scan->at;

  if (block)
    {
      walk.flags = BS_GAP_BLOCK;
      walk.next_start = G_MAXSIZE;
    }
  while (scan->at < scan->length)
    {
      guchar byte = (guchar) scan->text[scan->at];
      gsize length = 1;
      gunichar c = byte;

      if (classes[byte] == ALNUM || (byte == '@' && word_starts_at (scan, scan->at + 1)))
        break;
      if (classes[byte] == BLANK)
        {
          if ((walk.flags & terminators) != 0)
            walk.flags |= BS_GAP_BLANK;
          scan->at++;
          continue;
        }
      if (byte == '\n')
        {
          if ((walk.flags & BS_GAP_BLOCK) == 0)
            line_end = walk.text_end;
          walk.flags = BS_GAP_BLOCK; /* a line of signs alone belongs to no block */
          walk.next_start = G_MAXSIZE;
          scan->at++;
          continue;
        }
      if (byte >= 0x80)
        {
          c = character_at (scan, scan->at, &length);
          if (is_superscript (c) && take_note (scan, &walk))
            continue;
          if (g_unichar_isalnum (c))
            break;
        }
      if (byte == '[' && take_note (scan, &walk))
        continue;
      if ((walk.flags & BS_GAP_BLOCK) == 0)
        see_character (&walk, c, scan->at, length);
      else if (walk.next_start == G_MAXSIZE && !g_unichar_isspace (c))
        walk.next_start = scan->at;
      scan->at += length;
    }
  if ((walk.flags & BS_GAP_BLOCK) != 0)
    walk.text_end = line_end;
  close_gap (scan, &walk);
  return walk.text_end;
}

void
bs_scan (BsSpan text, GArray *words, GArray *gaps)
{
  Scan scan = { .text = text.start, .length = text.length, .words = words, .gaps = gaps };
  gsize text_end = take_gap (&scan, TRUE);
  BsGap last;

  while (scan.at < scan.length)
    {
      gsize start = scan.at;

      if (scan.text[scan.at] == '@')
        scan.at++;
      take_word (&scan, start);
      if (scan.at + 1 < scan.length && scan.text[scan.at] == ' ' && classes[(guchar) scan.text[scan.at + 1]] == ALNUM)
        scan.at++;
      else
        text_end = take_gap (&scan, FALSE);
    }

  /* the last block ends with the text; where a line end came last, its gap stands here already */
  last = (BsGap){ .word = scan.n_words, .end = (guint32) text_end, .next_start = (guint32) text.length,
                  .flags = BS_GAP_BLOCK };
  g_array_append_val (gaps, last);
  g_array_set_size (words, scan.n_words);
}
