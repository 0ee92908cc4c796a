#include "segment/scan-internal.h"

/* The gap that is being walked through. */
typedef struct {
  guint32 flags;
  gsize end;
  gsize next_start; /* 0: not yet seen */
  gsize mark;       /* the last mark */
  gsize text_end;   /* behind the last byte that is no blank */
  gsize opening;    /* bytes of a quote that closed here, but might open what follows */
  guint stops;
  guint same;       /* how often the last sign has stood there, one behind the other */
  gunichar last;
} Walk;

#define OPENERS (BS_GAP_QUOTED | BS_GAP_OPENED | BS_GAP_DASH | BS_GAP_BULLET)
#define ROW 5 /* of the same sign make a row */

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

static gboolean
is_bullet (gunichar c)
{
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x25E6;
}

/* What may stand between a mark and the blank: brackets, footnote stars, the ends of emphasis, emoji. */
static gboolean
closes (gunichar c)
{
  if (c < 0x80)
    return c == ')' || c == ']' || c == '}' || c == '>' || c == '*' || c == '_';
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

static void
see_mark (Walk *walk, guint32 flag, gsize at, gsize length)
{
  if ((walk->flags & OPENERS) != 0)
    return;
  if (flag == BS_GAP_STOP && ++walk->stops > 1)
    flag = BS_GAP_ELLIPSIS | (walk->stops == 2 && at == walk->end ? BS_GAP_TWICE : 0);
  if ((walk->flags & BS_GAP_MARKS) == 0)
    walk->flags = (walk->flags & (BS_GAP_CLOSED | BS_GAP_SIGNED)) != 0 ? BS_GAP_APART : 0;
  walk->flags = (walk->flags & (BS_GAP_MARKS | BS_GAP_CLOSED | BS_GAP_SIGNED | BS_GAP_APART)) | flag;
  walk->mark = at;
  walk->end = at + length;
  walk->opening = 0;
}

/* A sign with a blank before it opens what follows; after a mark also a dash does. */
static void
see_opener (Walk *walk, gunichar c, gsize at, gsize length)
{
  if (is_dash (c) && (walk->flags & BS_GAP_MARKS) == 0 && (walk->flags & OPENERS & ~(guint32) BS_GAP_DASH) == 0)
    {
      walk->flags |= BS_GAP_DASH;
      walk->end = at + length;
      walk->next_start = 0;
      return;
    }
  walk->flags |= is_quote (c) ? BS_GAP_QUOTED : is_dash (c) ? BS_GAP_DASH : is_bullet (c) ? BS_GAP_BULLET
                                                                                          : BS_GAP_OPENED;
}

/* A sign right behind the word, its mark or another sign: it belongs to what came before. */
static void
see_closer (Walk *walk, gunichar c, gsize at, gsize length)
{
  guint32 flag = c == ',' ? BS_GAP_COMMA : c == ':' ? BS_GAP_COLON : c == ';' ? BS_GAP_SEMICOLON : 0;

  if (flag != 0 || ((walk->flags & BS_GAP_MARKS) != 0 && !is_quote (c) && !closes (c)))
    {
      walk->flags = flag; /* "etc., " */
      walk->stops = 0;
    }
  else if (c != 0xB0) /* "N°. 5", "20°. The": the sign is as good as a letter */
    walk->flags |= is_quote (c) ? BS_GAP_CLOSED : is_dash (c) ? BS_GAP_DASH : BS_GAP_SIGNED;
  walk->opening = c == 0x201C || c == 0x2018 || c == 0xAB ? length : 0;
  walk->end = at + length;
}

static void
see_sign (Walk *walk, gunichar c, gsize at, gsize length)
{
  walk->same = c == walk->last && at == walk->text_end ? walk->same + 1 : 1;
  walk->last = c;
  if (walk->same >= ROW)
    walk->flags |= BS_GAP_RULE;
  if ((walk->flags & (BS_GAP_BLANK | OPENERS)) != 0 && !((walk->flags & BS_GAP_MARKS) == 0 && closes (c)
                                                        && c != '*' && (walk->flags & OPENERS) == 0))
    see_opener (walk, c, at, length);
  else
    see_closer (walk, c, at, length);
}

static void
see_character (Walk *walk, gunichar c, gsize at, gsize length)
{
  switch (c)
    {
    case '.':
      see_mark (walk, BS_GAP_STOP, at, length);
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
      see_mark (walk, BS_GAP_MARK, at, length);
      break;
    case 0x2026: /* … */
      see_mark (walk, BS_GAP_ELLIPSIS, at, length);
      break;
    default:
      if (c >= 0x80 && g_unichar_isspace (c))
        {
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
add_gap (BsScan *scan, const Walk *walk, guint32 flags)
{
  BsGap gap = { .word = scan->n_words, .flags = flags };

  gap.end = (guint32) ((flags & BS_GAP_BLOCK) != 0 ? walk->text_end : walk->end);
  gap.next_start = (guint32) walk->next_start;
  g_array_append_val (scan->gaps, gap);
}

static gboolean
starts_uncased (const BsScan *scan)
{
  gsize length;

  return bs_scan_byte (scan, scan->at) >= 0x80
         && g_unichar_type (bs_scan_character (scan, scan->at, &length)) == G_UNICODE_OTHER_LETTER;
}

/* A mark with a letter right behind it. Two stops or more and "?" glue whatever the letter ("so...I", "why?because"). */
static void
close_glued_gap (BsScan *scan, Walk *walk)
{
  gboolean glued = bs_scan_glues (scan, walk->mark, scan->at);

  if (!glued && (walk->flags & (BS_GAP_ELLIPSIS | BS_GAP_MARK)) != 0)
    glued = g_ascii_isalpha (bs_scan_byte (scan, scan->at)) && (walk->flags & (BS_GAP_CLOSED | BS_GAP_SIGNED)) == 0;
  if (!glued)
    return;
  walk->end -= walk->opening;
  walk->next_start = walk->end;
  add_gap (scan, walk, walk->flags | BS_GAP_GLUED);
}

/* A word starts at scan->at, or the text ends there: the gap before it is whole. */
static void
close_gap (BsScan *scan, Walk *walk)
{
  if ((walk->flags & BS_GAP_BLOCK) != 0)
    {
      walk->next_start = MIN (walk->next_start, scan->at);
      add_gap (scan, walk, walk->flags);
      return;
    }
  if (scan->at == scan->length)
    return;
  if ((walk->flags & BS_GAP_MARKS) != 0 && (walk->flags & BS_GAP_BLANK) == 0)
    {
      close_glued_gap (scan, walk);
      return;
    }
  if ((walk->flags & BS_GAP_MARKS) == 0
      && ((walk->flags & BS_GAP_BLANK) == 0
          || !(scan->address || (walk->flags & (BS_GAP_SMILEY | BS_GAP_RULE | BS_GAP_BULLET)) != 0
               || bs_scan_may_start (scan, scan->at))))
    return;
  if (walk->next_start < walk->end || walk->next_start == 0)
    walk->next_start = scan->at;
  add_gap (scan, walk, walk->flags | (starts_uncased (scan) ? BS_GAP_UNCASED : 0));
}

static gboolean
parts_notes (const BsScan *scan, gsize at)
{
  guchar byte = bs_scan_byte (scan, at);

  return (byte == ',' || byte == '-') && g_ascii_isdigit (bs_scan_byte (scan, at + 1));
}

/* A footnote's mark behind a mark, "[12]" also after a blank, or a raised figure: its figures are a word of the sentence
 * before. */
static gboolean
take_note (BsScan *scan, Walk *walk)
{
  gsize at = scan->at, start, length;
  gboolean bracket = scan->text[at] == '[';

  if ((walk->flags & BS_GAP_MARKS) == 0 || (walk->flags & (OPENERS | BS_GAP_BLOCK)) != 0
      || (!bracket && (walk->flags & BS_GAP_BLANK) != 0))
    return FALSE;
  start = at += bracket;
  if (bracket)
    while (g_ascii_isdigit (bs_scan_byte (scan, at)) || (at > start && parts_notes (scan, at)))
      at++;
  else
    while (bs_scan_byte (scan, at) >= 0x80 && bs_scan_is_superscript (bs_scan_character (scan, at, &length)))
      at += length;
  if (at == start || (bracket && bs_scan_byte (scan, at) != ']'))
    return FALSE;
  bs_scan_push_word (scan, start, at - start);
  scan->at = walk->end = walk->text_end = at + bracket;
  walk->opening = 0;
  walk->flags = (walk->flags & ~(guint32) BS_GAP_BLANK) | BS_GAP_NOTE;
  return TRUE;
}

/* ":)", "=(", ";-)" with a blank before: it belongs to what came before. */
static gboolean
take_smiley (BsScan *scan, Walk *walk)
{
  gsize at = scan->at;
  guchar eyes = (guchar) scan->text[at], mouth;

  if ((walk->flags & BS_GAP_BLANK) == 0 || (walk->flags & OPENERS) != 0 || (eyes != ':' && eyes != ';' && eyes != '='))
    return FALSE;
  at++;
  at += bs_scan_byte (scan, at) == '-';
  mouth = bs_scan_byte (scan, at);
  if (mouth != ')' && mouth != '(' && mouth != '|' && mouth != ']' && mouth != '/')
    return FALSE;
  while (bs_scan_byte (scan, at) == mouth)
    at++;
  if (bs_scan_byte (scan, at) > ' ')
    return FALSE;
  scan->at = walk->end = walk->text_end = at;
  walk->flags = (walk->flags & ~(guint32) BS_GAP_BLANK) | BS_GAP_SMILEY;
  return TRUE;
}

/* The blank, the line end or the sign at scan->at. */
static void
take_sign (BsScan *scan, Walk *walk, gunichar c, gsize length)
{
  if ((walk->flags & BS_GAP_BLOCK) == 0)
    see_character (walk, c, scan->at, length);
  else if (walk->next_start == G_MAXSIZE && !g_unichar_isspace (c))
    walk->next_start = scan->at;
  scan->at += length;
}

static gboolean
at_word (BsScan *scan, guchar byte)
{
  return bs_byte_classes[byte] == BS_BYTE_ALNUM || (byte == '@' && bs_scan_starts_word (scan, scan->at + 1));
}

gsize
bs_scan_gap (BsScan *scan, gboolean block)
{
  Walk walk = { .text_end = scan->at, .end = scan->at, .flags = 0 };
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

      if (at_word (scan, byte))
        break;
      if (bs_byte_classes[byte] == BS_BYTE_BLANK)
        {
          if ((walk.flags & BS_GAP_BLOCK) == 0)
            walk.flags |= BS_GAP_BLANK;
          scan->at++;
          continue;
        }
      if (byte == '\n')
        {
          if ((walk.flags & BS_GAP_BLOCK) == 0)
            line_end = walk.text_end;
          walk.flags = BS_GAP_BLOCK | (walk.flags & BS_GAP_MARKS); /* a line of signs alone belongs to no block */
          walk.next_start = G_MAXSIZE;
          scan->at++;
          continue;
        }
      if (byte >= 0x80)
        {
          c = bs_scan_character (scan, scan->at, &length);
          if (bs_scan_is_superscript (c) && take_note (scan, &walk))
            continue;
          if (g_unichar_isalnum (c))
            break;
        }
      if ((byte == '[' && take_note (scan, &walk)) || take_smiley (scan, &walk))
        continue;
      take_sign (scan, &walk, c, length);
    }
  if ((walk.flags & BS_GAP_BLOCK) != 0)
    walk.text_end = line_end;
  scan->marks = walk.flags & BS_GAP_MARKS;
  close_gap (scan, &walk);
  return walk.text_end;
}
