#include "clean/glue.h"
#include "clean/edit.h"
#include "clean/vector.h"

#define HABIT 3     /* sure places that make others sure */
#define WORD_MAX 40 /* bytes of a word beside a place */

typedef enum
{
  NONE,
  MAYBE,
  SURE
} Verdict;

typedef struct
{
  guint32 at; /* where the blank goes */
  guint32 verdict;
} Place;

/* What stands around a stop. */
typedef struct
{
  BsSpan before, behind; /* words */
  gsize blank;           /* where it would go */
  gboolean quoted;       /* a closing mark follows the stop */
  gboolean asked;        /* the stop is ! or ? */
} Seam;

/* Words that start sentences and name nothing in code. */
static const char *const STARTS[]
    = { "The",   "This", "These", "Those", "That",    "He",        "She",      "They", "There",
        "Their", "His",  "But",   "And",   "However", "According", "Although", "An",   "Der",
        "Die",   "Das",  "Les",   "Los",   "Las",     "Elle",      NULL };
/* More that do, behind a word in small letters. */
static const char *const COMMON[]
    = { "A",       "I",     "It",    "We",  "You", "In", "On", "For", "To",   "If",   "When", "What", "With",
        "Its",     "While", "Since", "Our", "Her", "My", "So", "Not", "Some", "Many", "Most", "Each", "Other",
        "Another", "El",    "La",    "Le",  "Il",  "En", "Un", "Une", "Es",   "Er",   "Sie",  NULL };
static const char *const ENDINGS[]
    = { "Com", "Org", "Net",  "Gov",  "Edu", "Mil", "Info", "Biz",  "Co",  "Io", "Js",   "Ts",  "Py",  "Ai",
        "App", "Tv",  "Uk",   "De",   "Fr",  "Txt", "Pdf",  "Doc",  "Xml", "Md", "Css",  "Htm", "Php", "Jpg",
        "Png", "Dev", "Html", "Json", "Eu",  "Ca",  "Au",   "News", "Me",  "Us", "Chat", "Go",  "Rs",  NULL };

static gboolean
is_one_of (BsSpan word, const char *const *list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (bs_span_equal (word, bs_span_of (list[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar)c >= 0x80;
}

static gboolean
is_stop (char c)
{
  return c == '.' || c == '!' || c == '?';
}

/* Bytes of the closing quote or bracket at `at`, a straight quote only where one is open. */
static gsize
closing_mark (BsSpan text, gsize at, gboolean is_open)
{
  static const char *const MARKS[] = { "\xe2\x80\x9d", "\xe2\x80\x99", "\xc2\xbb" };

  if (at >= text.length)
    return 0;
  if (text.start[at] == ')' || text.start[at] == ']' || (text.start[at] == '"' && is_open))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (text.length - at > strlen (MARKS[i]) && memcmp (text.start + at, MARKS[i], strlen (MARKS[i])) == 0)
      return strlen (MARKS[i]);
  return 0;
}

static gsize
opening_mark (BsSpan text, gsize at)
{
  static const char *const MARKS[] = { "\xe2\x80\x9c", "\xe2\x80\x98", "\xe2\x80\x9e", "\xc2\xab" };

  if (at >= text.length)
    return 0;
  if (text.start[at] == '(' || text.start[at] == '[' || text.start[at] == '"')
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (text.length - at > strlen (MARKS[i]) && memcmp (text.start + at, MARKS[i], strlen (MARKS[i])) == 0)
      return strlen (MARKS[i]);
  return 0;
}

/* Whether a straight quote is open in the line, read on from place to place. */
typedef struct
{
  gsize at;
  gboolean open;
} Quotes;

static gboolean
quote_is_open (Quotes *quotes, BsSpan text, gsize at)
{
  for (; quotes->at < at; quotes->at++)
    if (text.start[quotes->at] == '"')
      quotes->open = !quotes->open;
    else if (text.start[quotes->at] == '\n')
      quotes->open = FALSE;
  return quotes->open;
}

/* A capital that a small letter follows, or a pronoun or article of one letter. */
static gboolean
is_start (BsSpan text, gsize at)
{
  gsize length = text.length - at;
  const char *start = text.start + at;

  if (at >= text.length)
    return FALSE;
  if (g_ascii_isupper (start[0]))
    return length > 1
           && (g_ascii_islower (start[1]) || (guchar)start[1] >= 0x80 || (start[1] == ' ' && strchr ("AI", start[0])));
  return (guchar)start[0] >= 0xc3 && (guchar)start[0] <= 0xd1
         && g_unichar_isupper (g_utf8_get_char_validated (start, (gssize)MIN (length, 6)));
}

static gboolean
is_in_word (BsSpan text, gsize at)
{
  char c = text.start[at];

  return g_ascii_isalnum (c) || c == '\'' || c == '-'
         || ((guchar)c >= 0x80
             && !((guchar)c == 0xe2 && at + 1 < text.length && (guchar)text.start[at + 1] == 0x80
                  && at + 2 < text.length && (guchar)text.start[at + 2] != 0x99));
}

static BsSpan
word_before (BsSpan text, gsize end)
{
  gsize start = end;

  while (start > 0 && end - start < WORD_MAX
         && (g_ascii_isalnum (text.start[start - 1]) || text.start[start - 1] == '\'' || text.start[start - 1] == '-'
             || (guchar)text.start[start - 1] >= 0x80))
    start--;
  return bs_span (text.start + start, end - start);
}

static BsSpan
word_behind (BsSpan text, gsize start)
{
  gsize end = start;

  while (end < text.length && end - start < WORD_MAX && is_in_word (text, end))
    end++;
  return bs_span (text.start + start, end - start);
}

/* Nothing but marks up to the blanks on both sides. */
static gboolean
stands_alone (BsSpan text, BsSpan before, BsSpan behind)
{
  static const char OPEN[] = "\"'([", CLOSE[] = "\"'),;:.!?]";
  gsize start = (gsize)(before.start - text.start), end = (gsize)(behind.start - text.start) + behind.length;
  guint marks = 0;

  while (start > 0 && strchr (OPEN, text.start[start - 1]) != NULL && marks++ < 4)
    start--;
  while (end < text.length && marks++ < 8
         && (strchr (CLOSE, text.start[end]) != NULL || ((guchar)text.start[end] >= 0x80)))
    end++;
  return (start == 0 || g_ascii_isspace (text.start[start - 1]))
         && (end == text.length || g_ascii_isspace (text.start[end]));
}

/* The seam whose stop is at `at`. */
static gboolean
read_seam (BsSpan text, gsize at, Quotes *quotes, Seam *seam)
{
  gsize next = at + 1, mark, start;
  gboolean open = next < text.length && text.start[next] == '"' && quote_is_open (quotes, text, next);

  *seam = (Seam){ .asked = text.start[at] != '.' };
  for (guint i = 0; i < 2 && (mark = closing_mark (text, next, open)) > 0; i++)
    {
      open = open && text.start[next] != '"';
      next += mark;
      seam->quoted = TRUE;
    }
  start = next + opening_mark (text, next);
  if (!is_start (text, start))
    return FALSE;
  seam->blank = next;
  seam->before = word_before (text, at);
  seam->behind = word_behind (text, start);
  return TRUE;
}

static gboolean
is_small (BsSpan word)
{
  gsize letters = 0;

  for (gsize i = 0; i < word.length; i++)
    {
      if (g_ascii_isupper (word.start[i]) || g_ascii_isdigit (word.start[i]))
        return FALSE;
      letters += is_letter (word.start[i]);
    }
  return letters >= 2;
}

static gboolean
has_capital_inside (BsSpan word)
{
  for (gsize i = 1; i < word.length; i++)
    if (g_ascii_isupper (word.start[i]) && word.start[i - 1] != '-' && word.start[i - 1] != '\'')
      return TRUE;
  return FALSE;
}

static Verdict
judge (BsSpan text, const Seam *seam)
{
  const BsSpan before = seam->before, behind = seam->behind;
  gboolean small = is_small (before);
  char last;

  if (before.length < 2 || behind.length == 0 || behind.length >= WORD_MAX || before.length >= WORD_MAX
      || has_capital_inside (behind) || is_one_of (behind, ENDINGS))
    return NONE;
  last = before.start[before.length - 1];
  if (g_ascii_isupper (last) || !(g_ascii_isalnum (last) || (guchar)last >= 0x80))
    return NONE;
  if (!g_ascii_isalnum (before.start[before.length - 2]) && (guchar)before.start[before.length - 2] < 0x80)
    return NONE;
  if (!stands_alone (text, before, behind))
    return NONE;
  if (is_one_of (behind, STARTS) || (small && (is_one_of (behind, COMMON) || seam->asked || seam->quoted)))
    return SURE;
  return small || seam->asked || g_ascii_isdigit (last) ? MAYBE : NONE;
}

static gboolean
may_be_seam (BsSpan text, gsize at)
{
  guchar before = at > 0 ? (guchar)text.start[at - 1] : ' ', next = (guchar)text.start[at + 1];

  return is_stop (text.start[at]) && (g_ascii_isalnum (before) || before >= 0x80)
         && (g_ascii_isupper (next) || next >= 0x80 || strchr ("\"()[]", next) != NULL);
}

static gsize
next_stop (BsSpan text, gsize at)
{
  gsize block;

  for (block = at; block + 17 <= text.length; block += 16)
    {
      BsVector here = bs_vector_load (text.start + block), next = bs_vector_load (text.start + block + 1);
      BsVector stop = (BsVector)(here == '.') | (BsVector)(here == '!') | (BsVector)(here == '?');

      if (!bs_vector_any (stop & (BsVector)(next > ' ')))
        continue;
      for (at = block; at < block + 16; at++)
        if (may_be_seam (text, at))
          return at;
    }
  for (at = block; at + 1 < text.length; at++)
    if (may_be_seam (text, at))
      return at;
  return text.length;
}

/* Sure places behind different words; code repeats the same one ("errors.The"). Counts no further than the habit. */
static void
count_sure (BsSpan before, BsSpan *seen, guint *n)
{
  for (guint i = 0; i < *n; i++)
    if (bs_span_equal (seen[i], before))
      return;
  if (*n < HABIT)
    seen[(*n)++] = before;
}

static void
part (BsEdit *edit, const GArray *places, gboolean habit, BsMended *mended)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->verdict != SURE && !habit)
        continue;
      bs_edit_cut (edit, place->at, place->at);
      g_string_append_c (edit->room, ' ');
      bs_edit_resume (edit);
      mended->glued++;
    }
}

BsSpan
bs_glue_part (BsSpan in, GString *room, GArray *trail, BsMended *mended)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  BsEdit edit = bs_edit (in, room, trail);
  Quotes quotes = { 0, FALSE };
  BsSpan seen[HABIT];
  guint sure = 0;

  for (gsize at = next_stop (in, 0); at < in.length && places->len < BS_TRAIL_MAX; at = next_stop (in, at + 1))
    {
      Seam seam;
      Verdict verdict = read_seam (in, at, &quotes, &seam) ? judge (in, &seam) : NONE;
      Place place = { (guint32)seam.blank, verdict };

      if (verdict == SURE)
        count_sure (seam.before, seen, &sure);
      if (verdict != NONE)
        g_array_append_val (places, place);
    }
  part (&edit, places, sure >= HABIT, mended);
  return bs_edit_end (&edit);
}
