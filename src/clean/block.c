#include "clean/block.h"

#define WRAP_MIN 30
#define WRAP_MAX 110
#define RAGGED_PAIRS 10
#define CONTINUED_MIN 40
#define COUNTED_MAX 480 /* bytes of a line that may still have WRAP_MAX columns */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Bytes that do not go on a character; 0 for lines longer than any that are wrapped. */
static guint16
columns_of (BsSpan line)
{
  gsize columns = line.length, i = 0;

  if (line.length > COUNTED_MAX)
    return 0;
  for (; i + 8 <= line.length; i += 8)
    {
      guint64 word;

      memcpy (&word, line.start + i, 8);
      word = (word >> 7) & (~word >> 6) & G_GUINT64_CONSTANT (0x0101010101010101);
      columns -= (word * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56;
    }
  for (; i < line.length; i++)
    columns -= ((guchar) line.start[i] & 0xc0) == 0x80;
  return (guint16) columns;
}

static void
find_lines (GArray *lines, BsSpan text)
{
  const char *at = text.start, *end = text.start + text.length;
  gboolean parted = TRUE;

  g_array_set_size (lines, 0);
  while (at < end)
    {
      const char *stop = lines->len + 1 < BS_LINES_MAX ? memchr (at, '\n', (gsize) (end - at)) : NULL;
      const char *from = at, *to = stop != NULL ? stop : end;
      BsLine line = { .parted = parted };

      at = to + 1;
      while (from < to && is_blank (*from))
        from++, line.indent += line.indent < G_MAXUINT16;
      while (to > from && (is_blank (to[-1]) || to[-1] == '\n'))
        to--;
      parted = from == to;
      if (parted)
        continue;
      line.start = (guint32) (from - text.start);
      line.length = (guint32) (to - from);
      g_array_append_val (lines, line);
    }
}

static gboolean
has_neighbour (const GArray *lines, guint i)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;

  return !line[i].parted || (i + 1 < lines->len && !line[i + 1].parted);
}

/* Columns and ends are worth their cost only for lines that have a neighbour. */
static void
look_at_neighbours (GArray *lines, BsSpan text)
{
  BsLine *line = (BsLine *) (gpointer) lines->data;

  for (guint i = 0; i < lines->len; i++)
    if (has_neighbour (lines, i))
      {
        BsSpan bytes = bs_span (text.start + line[i].start, line[i].length);
        line[i].columns = columns_of (bytes);
        line[i].flags = bs_look_ends (bytes);
      }
}

static guint
first_word_columns (BsSpan text, const BsLine *line)
{
  guint columns = 0;

  for (guint i = 0; i < line->length && columns <= WRAP_MAX && text.start[line->start + i] != ' '; i++)
    columns += ((guchar) text.start[line->start + i] & 0xc0) != 0x80;
  return columns;
}

static gboolean
may_join (const BsLine *line, const BsLine *next)
{
  return !next->parted && !(next->flags & BS_LOOK_BULLET) && line->columns > 0
         && (next->indent <= line->indent || (line->flags & BS_LOOK_BULLET));
}

static gboolean
is_full (BsSpan text, const BsLine *line, const BsLine *next, guint width)
{
  return line->columns + 1 + first_word_columns (text, next) > width && line->columns * 2 > width;
}

/* The columns that all but one of `of` lines with neighbours fit in; `of` is 2 for the median. */
static guint
columns_at (const GArray *lines, guint of)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;
  guint count[COUNTED_MAX + 1] = { 0 };
  guint total = 0, beyond = 0, width = COUNTED_MAX;

  for (guint i = 0; i < lines->len; i++)
    if (has_neighbour (lines, i))
      {
        count[line[i].columns > 0 ? line[i].columns : COUNTED_MAX]++;
        total++;
      }
  while (width > 0 && (beyond + count[width]) * of <= total)
    beyond += count[width--];
  return width;
}

/* The columns that a line must reach together with the next line's first word to be joined to it; 0 where the text is
 * not hard-wrapped. */
static guint
wrap_width (const GArray *lines, BsSpan text)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;
  guint pairs = 0, full = 0, stops = 0, upper = 0, lower = 0, on = 0;
  guint width = columns_at (lines, 50), median = columns_at (lines, 2);

  if (median < WRAP_MIN / 2 || median > WRAP_MAX)
    return 0;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      if (!may_join (&line[i], &line[i + 1]))
        continue;
      pairs++;
      on += !(line[i].flags & BS_LOOK_STOP) && (line[i + 1].flags & BS_LOOK_LOWER);
      if (!is_full (text, &line[i], &line[i + 1], width))
        continue;
      full++;
      stops += (line[i].flags & BS_LOOK_STOP) != 0;
      upper += (line[i + 1].flags & BS_LOOK_UPPER) != 0;
      lower += (line[i + 1].flags & BS_LOOK_LOWER) != 0;
    }
  if (width >= WRAP_MIN && width <= WRAP_MAX && pairs >= 3 && full * 2 >= pairs && stops * 10 <= full * 4
      && (upper + lower < full / 10 || lower * 10 >= full * 3))
    return width;
  return pairs >= RAGGED_PAIRS && on * 10 >= pairs * 4 ? median * 4 / 5 : 0;
}

/* `columns`: of the line and of those joined before it. */
static gboolean
joins (BsSpan text, const BsLine *line, const BsLine *next, guint columns, guint width)
{
  if (!may_join (line, next))
    return FALSE;
  if (!(line->flags & BS_LOOK_STOP) && (next->flags & BS_LOOK_BROKEN))
    return TRUE;
  if ((columns >= CONTINUED_MIN || (line->flags & BS_LOOK_COMMA)) && !(line->flags & (BS_LOOK_STOP | BS_LOOK_COLON))
      && (next->flags & BS_LOOK_LOWER))
    return TRUE;
  return width > 0 && is_full (text, line, next, width);
}

void
bs_blocks_find (GArray *blocks, GArray *lines, BsSpan text)
{
  const BsLine *line;
  guint width;

  find_lines (lines, text);
  look_at_neighbours (lines, text);
  width = wrap_width (lines, text);
  line = (const BsLine *) (gconstpointer) lines->data;
  g_array_set_size (blocks, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      BsRawBlock block = { .start = line[i].start };
      guint columns = line[i].columns;

      while (i + 1 < lines->len && joins (text, &line[i], &line[i + 1], columns, width))
        columns += line[++i].columns;
      block.length = line[i].start + line[i].length - block.start;
      bs_look_at (&block.look, bs_span (text.start + block.start, block.length));
      g_array_append_val (blocks, block);
    }
}

static gboolean
is_ending (const char *at, gsize left)
{
  static const char *const ENDINGS[]
      = { "ment",  "ments",  "tion",    "tions", "sion", "sions", "ing",  "ings",  "ed",    "ly",
          "ness",  "ity",    "ities",   "ance",  "ence", "ous",   "tive", "tives", "ture",  "tures",
          "ries",  "cial",   "tial",    "cally", "ers",  "est",   "ents", "ants",  "ative", "mation",
          "ation", "ations", "ization", "ally",  "ency", "ancy",  "ible", "erty",  "tary" };
  gsize length = 0;

  while (length < left && g_ascii_islower (at[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    if (strlen (ENDINGS[i]) == length && memcmp (ENDINGS[i], at, length) == 0)
      return TRUE;
  return FALSE;
}

static void
add_point (GArray *trail, gsize text, guint32 source)
{
  BsTrailPoint point = { (guint32)text, source };

  if (trail != NULL)
    g_array_append_val (trail, point);
}

guint
bs_block_append (GString *to, BsSpan bytes, GArray *trail, guint32 source)
{
  const char *at = bytes.start, *end = bytes.start + bytes.length;
  guint joined = 0;

  add_point (trail, to->len, source);
  while (at < end)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = stop != NULL ? stop : end;

      while (line_end > at && is_blank (line_end[-1]))
        line_end--;
      g_string_append_len (to, at, line_end - at);
      if (stop == NULL)
        break;
      for (at = stop; at < end && (is_blank (*at) || *at == '\n'); at++)
        joined += *at == '\n';
      if (to->len < 3 || to->str[to->len - 1] != '-' || !g_ascii_isalpha (to->str[to->len - 2])
          || !g_ascii_isalpha (*at))
        g_string_append_c (to, ' ');
      else if (is_ending (at, (gsize) (end - at)))
        g_string_truncate (to, to->len - 1);
      add_point (trail, to->len, source + (guint32)(at - bytes.start));
    }
  return joined;
}
