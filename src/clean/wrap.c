#include "clean/wrap.h"
#include "clean/byline.h"
#include "lexicon/wordlist.h"

#define WRAP_MIN 30
#define WRAP_MAX 110
#define RAGGED_PAIRS 10
#define CONTINUED_MIN 40
#define HEADING_MAX 60
#define REST_MAX 40
#define HEADLINE_MIN 36
#define CAPITALS_MIN 10
#define COUNTED_MAX 480 /* bytes of a line that may still have WRAP_MAX columns; longer ones are not counted */
#define ENDS (BS_LOOK_STOP | BS_LOOK_COLON)
#define MARKS (ENDS | BS_LOOK_COMMA)

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Bytes that do not go on a character; COUNTED_MAX for lines longer than any that are wrapped. */
static guint16
columns_of (BsSpan line)
{
  gsize columns = line.length, i = 0;

  if (line.length > COUNTED_MAX)
    return COUNTED_MAX;
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

static gboolean
has_neighbour (const GArray *lines, guint i)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;

  return !line[i].parted || (i + 1 < lines->len && !line[i + 1].parted);
}

void
bs_wrap_look (GArray *lines, BsSpan text)
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
is_beside (const BsLine *line, const BsLine *next)
{
  return !next->parted && (next->indent <= line->indent + 1 || (line->flags & BS_LOOK_BULLET));
}

static gboolean
may_join (const BsLine *line, const BsLine *next)
{
  return !(next->flags & BS_LOOK_BULLET) && is_beside (line, next);
}

static gboolean
is_full (BsSpan text, const BsLine *line, const BsLine *next, guint width)
{
  return line->columns + 1 + first_word_columns (text, next) > width && line->columns * 2 > width
         && line->columns < COUNTED_MAX;
}

/* The columns that all but one of `of` lines with neighbours fit in; `of` is 2 for the median. */
static guint
columns_at (const GArray *lines, guint of)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;
  guint count[COUNTED_MAX + 1] = { 0 };
  guint total = 0, beyond = 0, width = 0;

  for (guint i = 0; i < lines->len; i++)
    if (has_neighbour (lines, i))
      {
        count[line[i].columns]++;
        width = MAX (width, line[i].columns);
        total++;
      }
  while (width > 0 && (beyond + count[width]) * of <= total)
    beyond += count[width--];
  return width;
}

/* Whether the median of the lines with neighbours says that they are not wrapped, without finding it. */
static gboolean
is_never_wrapped (const GArray *lines)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;
  guint total = 0, some = 0, many = 0;

  for (guint i = 0; i < lines->len; i++)
    if (has_neighbour (lines, i))
      {
        total++;
        some += line[i].columns >= WRAP_MIN / 2;
        many += line[i].columns > WRAP_MAX;
      }
  return some * 2 <= total || many * 2 > total;
}

BsWrap
bs_wrap_of (const GArray *lines, BsSpan text)
{
  const BsLine *line = (const BsLine *) (gconstpointer) lines->data;
  guint pairs = 0, full = 0, stops = 0, upper = 0, lower = 0, on = 0;
  guint width;

  if (is_never_wrapped (lines))
    return (BsWrap){ 0 };
  width = columns_at (lines, 50);
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      if (!may_join (&line[i], &line[i + 1]) || line[i].columns == COUNTED_MAX)
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
    return (BsWrap){ width, width * 17 / 20 };
  if (pairs >= RAGGED_PAIRS && on * 10 >= pairs * 4)
    {
      guint median = columns_at (lines, 2);

      return (BsWrap){ median * 4 / 5, median * 5 >= width * 4 ? median * 7 / 10 : 0 };
    }
  return (BsWrap){ 0 };
}

/* "It was a cold" "night in the city.": it starts as a sentence does, and the next line ends as one does. */
static gboolean
is_cut_sentence (const BsLine *line, const BsLine *next)
{
  return (line->flags & BS_LOOK_UPPER) != 0 && (next->flags & BS_LOOK_STOP) != 0;
}

static BsSpan
last_small_word (BsSpan text, const BsLine *line)
{
  const char *start = text.start + line->start, *end = start + line->length, *at = end;

  while (at > start && g_ascii_islower (at[-1]))
    at--;
  return at - start >= 2 && is_blank (at[-1]) && at[-2] != ';' ? bs_span (at, (gsize) (end - at)) : bs_span (end, 0);
}

static gboolean
is_one_of (BsSpan word, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (bs_span_equal (word, bs_span_of (words[i])))
      return TRUE;
  return FALSE;
}

/* "the Bank of" "England": its last word, in small letters, is one that something must follow. Behind a semicolon,
 * "and" ends an item of a list. */
static gboolean
is_hanging (BsSpan text, const BsLine *line)
{
  static const char *const DETERMINERS[] = { "the", "a", "an", "my", "your", "his", "its", "our", "their", NULL };
  const guint32 LISTS = BS_LIST_BIT (BS_LIST_PREPOSITION) | BS_LIST_BIT (BS_LIST_CONJUNCTION);
  BsSpan word = last_small_word (text, line);

  return word.length > 0 && (is_one_of (word, DETERMINERS) || (bs_lists_of (word) & LISTS) != 0);
}

/* "the train that the driver walked away from": a headline may end so, of the words that hang. */
static gboolean
may_end (BsSpan text, const BsLine *line)
{
  static const char *const NEVER[]
      = { "the", "a", "an", "my", "your", "its", "our", "their", "and", "or", "nor", "but", "of", "than", NULL };

  return !is_one_of (last_small_word (text, line), NEVER);
}

/* "by Sens." "Jane Addams and others": a title ends no sentence. A short line without a stop is no rest of one. */
static gboolean
is_before_name (BsSpan text, const BsLine *line, const BsLine *next)
{
  const char *start = text.start + line->start, *end = start + line->length - 1, *at = end;
  char word[8];

  if (*end != '.' || (next->flags & (BS_LOOK_UPPER | BS_LOOK_BULLET)) != BS_LOOK_UPPER
      || (next->columns < CONTINUED_MIN && !(next->flags & BS_LOOK_STOP)))
    return FALSE;
  while (at > start && g_ascii_isalpha (at[-1]))
    at--;
  if (at == end || (gsize) (end - at) > sizeof word || !g_ascii_isupper (*at))
    return FALSE;
  for (gsize i = 0; i < (gsize) (end - at); i++)
    word[i] = g_ascii_tolower (at[i]);
  return (bs_lists_of (bs_span (word, (gsize) (end - at))) & BS_LIST_BIT (BS_LIST_TITLE)) != 0;
}

static gboolean
starts_with (const char *at, const char *end, const char *what)
{
  gsize length = strlen (what);

  return (gsize) (end - at) >= length && memcmp (at, what, length) == 0;
}

/* "the mill (which": what it opens last, a bracket or a quotation, it does not close. */
static gboolean
is_open (BsSpan text, const BsLine *line)
{
  const char *start = text.start + line->start, *end = start + line->length;

  for (const char *at = end; at-- > start;)
    {
      if (*at == ')' || *at == ']' || starts_with (at, end, "”"))
        return FALSE;
      if (*at == '(' || *at == '[' || starts_with (at, end, "“"))
        return TRUE;
    }
  return FALSE;
}

/* "after a career of sixty" "years.": a line too long for a heading, and a short one that ends as a sentence does. */
static gboolean
is_rest (const BsLine *line, const BsLine *next)
{
  return line->columns > WRAP_MAX && next->columns <= REST_MAX
         && (next->flags & (BS_LOOK_STOP | BS_LOOK_TRAILING)) == BS_LOOK_STOP;
}

/* "the baker spoke" "– as he does –" "of bread" */
static gboolean
is_dash_between (BsSpan text, const BsLine *line, const BsLine *next, const BsLine *after, BsWrap wrap)
{
  const char *at = text.start + next->start, *end = at + next->length;

  if (!(starts_with (at, end, "–") || starts_with (at, end, "—")) || !is_beside (line, next)
      || (line->flags & (MARKS | BS_LOOK_BULLET))
      || (after != NULL && !after->parted && (after->flags & BS_LOOK_BULLET)))
    return FALSE;
  if (line->columns >= HEADING_MAX)
    return !(next->flags & BS_LOOK_UPPER);
  return wrap.loose > 0 && is_full (text, line, next, wrap.loose);
}

/* A line of capitals is a heading, but a short one may be the last of a sentence: "NATO." */
static gboolean
is_in_capitals (BsSpan text, const BsLine *line)
{
  gboolean capitals = FALSE;

  for (guint i = 0; i < line->length; i++)
    {
      if (g_ascii_islower (text.start[line->start + i]))
        return FALSE;
      capitals = capitals || g_ascii_isupper (text.start[line->start + i]);
    }
  return capitals && line->columns >= CAPITALS_MIN;
}

/* "Council Votes to Close the Old Bridge": no article at the start, and a capital on all but function words. */
static gboolean
is_title_case (BsSpan text, const BsLine *line)
{
  const char *at = text.start + line->start, *end = at + line->length;

  if (starts_with (at, end, "The ") || starts_with (at, end, "A "))
    return FALSE;
  while (at < end)
    {
      const char *word = at;

      while (at < end && !is_blank (*at))
        at++;
      if (g_ascii_islower (*word)
          && !(bs_lists_of (bs_span (word, (gsize) (at - word))) & BS_LIST_BIT (BS_LIST_FUNCTION)))
        return FALSE;
      while (at < end && is_blank (*at))
        at++;
    }
  return TRUE;
}

/* With a small letter, or a quotation that does. */
static gboolean
starts_small (BsSpan text, const BsLine *line)
{
  const char *at = text.start + line->start, *end = at + line->length;

  if (!(line->flags & BS_LOOK_QUOTE))
    return (line->flags & BS_LOOK_LOWER) != 0;
  at = g_utf8_next_char (at);
  return at < end && g_ascii_islower (*at);
}

/* A line of a headline's length that starts with a capital, has no stop and hangs in no comma. */
static gboolean
is_headline (BsSpan text, const BsLine *line)
{
  return (line->flags & BS_LOOK_UPPER) != 0 && !(line->flags & MARKS) && line->columns >= HEADLINE_MIN
         && line->columns <= WRAP_MAX && g_strstr_len (text.start + line->start, line->length, ". ") == NULL;
}

/* Whether both lines are headlines of a list, of which the first may hang: none goes on below. */
static gboolean
are_headlines (BsSpan text, const BsLine *line, const BsLine *next, const BsLine *after)
{
  return is_headline (text, line) && is_headline (text, next) && !is_hanging (text, next)
         && (after == NULL || after->parted || (after->flags & BS_LOOK_UPPER));
}

/* In any text: what the line ends in, or the next one starts with, says so. `columns`: of the line and of those joined
 * before it. */
static gboolean
is_unfinished (BsSpan text, const BsLine *line, const BsLine *next, const BsLine *after, guint columns)
{
  if (line->flags & ENDS)
    return columns >= CONTINUED_MIN && is_before_name (text, line, next);
  if (starts_small (text, next))
    return columns >= CONTINUED_MIN || (line->flags & BS_LOOK_COMMA) || is_cut_sentence (line, next);
  if (is_rest (line, next) || (line->columns >= CONTINUED_MIN && is_open (text, line)))
    return TRUE;
  if (columns < HEADING_MAX)
    return FALSE;
  return text.start[line->start + line->length - 1] == ','
         || (is_hanging (text, line) && !(may_end (text, line) && are_headlines (text, line, next, after)));
}

/* "by Jane Austen" below a headline: who wrote it, not the rest of a sentence. `columns`: as above. */
static gboolean
is_signature (BsSpan text, const BsLine *line, const BsLine *next, const BsLine *after, guint columns)
{
  BsSpan bytes = bs_span (text.start + next->start, next->length);
  BsLook look;

  if (!(next->flags & BS_LOOK_LOWER) || !(line->flags & BS_LOOK_UPPER) || next->columns > REST_MAX
      || columns > WRAP_MAX || ((line->flags | next->flags) & MARKS)
      || (after != NULL && !after->parted && starts_small (text, after)))
    return FALSE;
  bs_look_at (&look, bytes);
  return look.digits == 0 && bs_is_byline (bytes, &look);
}

/* In a text that was set in one width, of lines that are not full. */
static gboolean
runs_on (BsSpan text, const BsLine *line, const BsLine *next, guint columns, BsWrap wrap)
{
  if (wrap.loose == 0 || line->columns * 2 <= wrap.width)
    return FALSE;
  if (starts_small (text, next))
    return TRUE;
  if (line->flags & ENDS)
    return (line->flags & BS_LOOK_COLON) && (next->flags & BS_LOOK_QUOTE);
  return columns > line->columns || line->columns > WRAP_MAX || (line->flags & BS_LOOK_COMMA)
         || is_hanging (text, line) || (is_full (text, line, next, wrap.loose) && !is_title_case (text, line));
}

gboolean
bs_wrap_joins (BsSpan text, const BsLine *line, const BsLine *end, guint columns, BsWrap wrap)
{
  const BsLine *next = line + 1, *after = line + 2 < end ? line + 2 : NULL;

  if (next >= end)
    return FALSE;
  if (!may_join (line, next))
    return is_dash_between (text, line, next, after, wrap);
  if (!(line->flags & BS_LOOK_STOP) && (next->flags & BS_LOOK_BROKEN))
    return TRUE;
  if (wrap.width == 0 && is_signature (text, line, next, after, columns))
    return FALSE;
  if (is_unfinished (text, line, next, after, columns))
    return TRUE;
  if (wrap.width == 0 || is_in_capitals (text, line) != is_in_capitals (text, next))
    return FALSE;
  return is_full (text, line, next, wrap.width) || runs_on (text, line, next, columns, wrap);
}
