#include "clean/line-figures.h"

#include "clean/look.h"
#include "clean/redundancy.h"
#include "lexicon/wordlist.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

/* jusText's LENGTH_HIGH and STOPWORDS_HIGH */
#define GOOD_CHARS 200
#define GOOD_STOP_WORDS .32

#define SHORT_CHARS 30
#define LONG_CHARS 200
#define LINE_WORDS 3
#define WORD_CHARS 1000

enum {
  BLANK = 1 << 0,
  LETTER = 1 << 1,
  DIGIT = 1 << 2,
  HASH = 1 << 3,
  STOP = 1 << 4,
  BRACE = 1 << 5,
  INSIDE = 1 << 6, /* of a character of several bytes, not its first */
  SIGN = 1 << 7    /* first byte of a character that may be an ellipsis or a curly quote */
};

/* Beyond ASCII all but U+0080 to U+00BF and U+2000 to U+2FFF are taken for letters. */
static guint8 classes[256];

static void
fill_classes (void)
{
  for (guint c = 0; c < 256; c++)
    {
      guint class = c <= ' ' ? BLANK : 0;

      class |= (c < 0x80 && g_ascii_isalpha ((char) c)) || (c > 0xc2 && c != 0xe2) ? LETTER : 0;
      class |= c >= '0' && c <= '9' ? DIGIT : 0;
      class |= c == '.' || c == '!' || c == '?' ? STOP : 0;
      class |= c == '#' ? HASH : c == '{' ? BRACE : c == 0xe2 ? SIGN : 0;
      class |= c >= 0x80 && c < 0xc0 ? INSIDE : 0;
      classes[c] = (guint8) class;
    }
}

static const guint8 *
class_table (void)
{
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_classes ();
      g_once_init_leave (&filled, 1);
    }
  return classes;
}

#define ONES (~G_GUINT64_CONSTANT (0) / 255)
#define TOPS (ONES * 0x80)

/* A run without blanks. */
typedef struct {
  BsSpan  bytes;
  guint64 head;    /* its first eight bytes, the first one lowest; those behind its end are 0 */
  guint   classes; /* of all its bytes, or'ed */
  guint   chars, letters;
} Run;

/* The eight bytes at `at`, 0 behind the end. */
static inline guint64
eight (const char *at, const char *end)
{
  guint64 bytes = 0;

  if (end - at >= 8)
    memcpy (&bytes, at, 8);
  else
    memcpy (&bytes, at, (gsize) (end - at));
  return GUINT64_FROM_LE (bytes);
}

/* Whether the low `mask` of the bytes are all ASCII letters. */
static inline gboolean
all_letters (guint64 bytes, guint64 mask)
{
  guint64 small = ((bytes | ONES * 0x20) & mask) | (ONES * 'a' & ~mask);

  return (small & TOPS) == 0 && ((small + ONES * (0x80 - 'a')) & TOPS) == TOPS
         && ((small + ONES * (0x7f - 'z')) & TOPS) == 0;
}

static void
look_at_bytes (const guint8 *class, const char *c, const char *end, Run *run)
{
  for (; c < end && (class[(guint8) *c] & BLANK) == 0; c++)
    {
      guint is = class[(guint8) *c];

      run->classes |= is;
      run->chars += (is & INSIDE) == 0;
      run->letters += (is & (LETTER | DIGIT)) != 0;
    }
  run->bytes.length = (gsize) (c - run->bytes.start);
}

/* The low bytes up to the first blank, all eight where there is none; `*length` is their number. */
static inline guint64
up_to_blank (guint64 bytes, guint *length)
{
  guint64 blanks = (bytes - ONES * (' ' + 1)) & ~bytes & TOPS; /* its lowest bit is that of the first blank */

  *length = blanks != 0 ? (guint) __builtin_ctzll (blanks) / 8 : 8;
  return blanks != 0 ? (blanks & (~blanks + 1)) / 0x80 - 1 : ~G_GUINT64_CONSTANT (0);
}

/* A run of at most 16 letters, or of at most seven with a comma or stop behind them; FALSE where it is another. */
static inline gboolean
is_plain (const char *c, const char *end, Run *run)
{
  guint64 bytes = eight (c, end), mask;
  guint length, more;

  mask = up_to_blank (bytes, &length);
  run->head = bytes & mask;
  run->classes = LETTER;
  run->letters = length;
  if (length < 8 && !all_letters (bytes, mask))
    {
      char last = c[length - 1];

      if ((last != ',' && last != '.') || length == 1 || !all_letters (bytes, mask >> 8))
        return FALSE;
      run->letters--;
      run->classes |= last == '.' ? STOP : 0;
    }
  else if (length == 8)
    {
      if (!all_letters (bytes, mask))
        return FALSE;
      bytes = eight (c + 8, end);
      mask = up_to_blank (bytes, &more);
      if (!all_letters (bytes, mask) || (more == 8 && c + 16 < end && (guint8) c[16] > ' '))
        return FALSE;
      run->letters = length += more;
    }
  run->bytes.length = run->chars = length;
  return TRUE;
}

/* The next run behind `at`, which moves behind it; FALSE at the line's end. Most are not looked at byte by byte. */
static inline gboolean
next_run (const guint8 *class, const char **at, const char *end, Run *run)
{
  const char *c = *at;

  while (c < end && (guint8) *c <= ' ')
    c++;
  if (c == end)
    return FALSE;
  run->bytes.start = c;
  if (!is_plain (c, end, run))
    {
      run->classes = run->chars = run->letters = 0;
      look_at_bytes (class, c, end, run);
    }
  *at = c + run->bytes.length;
  return TRUE;
}

static inline guint64
hash_of (const Run *run)
{
  gsize length = run->bytes.length;

  if (length <= 8)
    return run->head * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  if (length <= 16)
    {
      const char *end = run->bytes.start + length;

      return (run->head * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^ ((eight (end - 8, end) + length)
                                                                    * G_GUINT64_CONSTANT (0xd6e8feb86659fd93));
    }
  return XXH3_64bits (run->bytes.start, length);
}

static gboolean
starts (const char *at, const char *end, const char *phrase)
{
  gsize length = strlen (phrase);

  return (gsize) (end - at) >= length && g_ascii_strncasecmp (at, phrase, length) == 0;
}

static gboolean
ends (const char *start, const char *at, const char *phrase)
{
  gsize length = strlen (phrase);

  return (gsize) (at - start) >= length && g_ascii_strncasecmp (at - length, phrase, length) == 0;
}

static guint
count_ellipses (BsSpan run)
{
  guint n = 0;

  for (gsize i = 0; i + 2 < run.length; i++)
    if (memcmp (run.start + i, "...", 3) == 0 || memcmp (run.start + i, "…", 3) == 0)
      {
        n++;
        i += 2;
      }
  return n;
}

/* Whether a mark that ends a sentence is last in it but for quotes and brackets. */
static gboolean
ends_sentence (BsSpan run)
{
  gsize n = run.length;

  for (;;)
    if (n > 0 && strchr ("\"')]", run.start[n - 1]) != NULL)
      n--;
    else if (n > 3 && (memcmp (run.start + n - 3, "”", 3) == 0 || memcmp (run.start + n - 3, "’", 3) == 0))
      n -= 3;
    else
      break;
  return n > 0 && (run.start[n - 1] == '.' || run.start[n - 1] == '!' || run.start[n - 1] == '?');
}

#define FOUR(a, b, c, d) ((guint32) (a) | (guint32) (b) << 8 | (guint32) (c) << 16 | (guint32) (d) << 24)

/* What the phrases of C4 say of the place where a word starts, with these four bytes. */
static inline void
find_phrases (BsLineFigures *figures, BsSpan line, const char *at, guint32 four)
{
  const char *end = line.start + line.length;
  guint64 *value = figures->value;

  switch (four | FOUR (0x20, 0x20, 0x20, 0x20))
    {
    case FOUR ('j', 'a', 'v', 'a'):
      value[BS_LINE_JAVASCRIPT] |= starts (at, end, "javascript");
      break;
    case FOUR ('l', 'o', 'r', 'e'):
      value[BS_LINE_LOREM] |= starts (at, end, "lorem ipsum");
      break;
    case FOUR ('p', 'r', 'i', 'v'):
      value[BS_LINE_POLICY] |= starts (at, end, "privacy policy");
      break;
    case FOUR ('t', 'e', 'r', 'm'):
      value[BS_LINE_POLICY] |= starts (at, end, "terms of use");
      break;
    case FOUR ('c', 'o', 'o', 'k'):
      value[BS_LINE_POLICY] |= starts (at, end, "cookie policy")
                               || (starts (at, end, "cookies")
                                   && (ends (line.start, at, "use ") || ends (line.start, at, "uses ")
                                       || ends (line.start, at, "use of ")));
      break;
    default:
      break;
    }
}

static void
find_stop_word (BsLineFigures *figures, const Run *run)
{
  static const guint32 words[]
      = { FOUR ('t', 'h', 'e', 0), FOUR ('b', 'e', 0, 0), FOUR ('t', 'o', 0, 0), FOUR ('o', 'f', 0, 0),
          FOUR ('a', 'n', 'd', 0), FOUR ('t', 'h', 'a', 't'), FOUR ('h', 'a', 'v', 'e'), FOUR ('w', 'i', 't', 'h') };
  guint32 small = (guint32) run->head | (FOUR (0x20, 0x20, 0x20, 0x20) >> 8 * (4 - run->bytes.length));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] == small)
      figures->stop_words |= (guint8) (1 << i);
}

/* What is not counted of every run alike; in words with letters, what has none is taken off. */
static void
add_rare (BsLineFigures *figures, const Run *run)
{
  guint64 *value = figures->value;
  const char *at = run->bytes.start, *end = at + run->bytes.length;

  value[BS_LINE_SYMBOLS] += run->letters == 0;
  value[BS_LINE_WITH_LETTERS] -= (run->classes & LETTER) == 0;
  if ((run->classes & HASH) != 0)
    for (const char *c = at; c < end; c++)
      value[BS_LINE_HASHES] += *c == '#';
  if ((run->classes & (STOP | SIGN)) != 0)
    {
      value[BS_LINE_ELLIPSES] += count_ellipses (run->bytes);
      value[BS_LINE_SENTENCES] += ends_sentence (run->bytes);
    }
  value[BS_LINE_BRACE] |= (run->classes & BRACE) != 0;
}

static inline void
add_run (BsLineFigures *figures, BsSpan line, const Run *run)
{
  const char *at = run->bytes.start, *end = at + run->bytes.length;

  if (run->classes != LETTER)
    add_rare (figures, run);
  if (run->chars < 5)
    return;
  if (g_ascii_isalpha (*at))
    {
      find_phrases (figures, line, at, (guint32) run->head);
      return;
    }
  while (at < end && !g_ascii_isalpha (*at))
    at++;
  if (at < end)
    find_phrases (figures, line, at, (guint32) eight (at, line.start + line.length));
}

/* What the line's own ends and length say. `longest`: characters of its longest run. */
static void
judge_line (BsLineFigures *figures, BsSpan line, guint longest)
{
  guint64 *value = figures->value;
  const char *end = line.start + line.length;

  value[BS_LINE_CHARS] += value[BS_LINE_WORDS] - 1;
  value[BS_LINE_BULLET] = line.start[0] == '-' || (line.length >= 3 && memcmp (line.start, "•", 3) == 0);
  value[BS_LINE_TRAILS_OFF]
      = line.length >= 3 && (memcmp (end - 3, "...", 3) == 0 || memcmp (end - 3, "…", 3) == 0);
  value[BS_LINE_ENDS] = (bs_look_ends (line) & BS_LOOK_STOP) != 0;
  value[BS_LINE_SHORT] = value[BS_LINE_CHARS] <= SHORT_CHARS;
  value[BS_LINE_LONG] = value[BS_LINE_CHARS] >= LONG_CHARS;
  if (value[BS_LINE_ENDS] == 0 || value[BS_LINE_TRAILS_OFF] != 0 || value[BS_LINE_WORDS] < LINE_WORDS
      || longest > WORD_CHARS || value[BS_LINE_JAVASCRIPT] != 0 || value[BS_LINE_POLICY] != 0)
    value[BS_LINE_SENTENCES] = 0;
  else
    value[BS_LINE_SENTENCES] = MAX (value[BS_LINE_SENTENCES], 1);
}

void
bs_line_figures (BsLineFigures *figures, BsSpan line, gboolean stop_words, GArray *words, guint most)
{
  const guint8 *class = class_table ();
  const char *at = line.start, *end = line.start + line.length;
  guint longest = 0, n = words->len;
  guint64 n_runs = 0, chars = 0, letters = 0;
  BsHashedWord *word;
  Run run;

  *figures = (BsLineFigures){ 0 };
  g_array_set_size (words, (guint) MIN (n + line.length / 2 + 1, most));
  word = (BsHashedWord *) (gpointer) words->data;
  while (next_run (class, &at, end, &run))
    {
      n_runs++;
      chars += run.chars;
      letters += run.letters;
      longest = MAX (longest, run.chars);
      add_run (figures, line, &run);
      if (stop_words && run.bytes.length >= 2 && run.bytes.length <= 4)
        find_stop_word (figures, &run);
      if (n < most)
        word[n++] = (BsHashedWord){ hash_of (&run), run.chars };
    }
  g_array_set_size (words, n);
  figures->value[BS_LINE_WORDS] = n_runs;
  figures->value[BS_LINE_WITH_LETTERS] += n_runs;
  figures->value[BS_LINE_CHARS] = chars;
  figures->value[BS_LINE_LETTERS] = letters;
  if (figures->value[BS_LINE_WORDS] > 0)
    judge_line (figures, line, longest);
}

void
bs_line_figures_add (BsLineFigures *sum, const BsLineFigures *line)
{
  for (guint i = 0; i < BS_N_LINE_FIGURES; i++)
    sum->value[i] += line->value[i];
  sum->stop_words |= line->stop_words;
}

guint
bs_line_stop_words (const BsLineFigures *figures)
{
  guint n = 0;

  for (guint bits = figures->stop_words; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/* Whether the run, its case and marks around it aside, is an English function word. */
static gboolean
is_function_word (BsSpan run)
{
  char folded[BS_LIST_WORD_MAX];
  gsize length = 0;

  while (run.length > 0 && !g_ascii_isalpha (run.start[run.length - 1]))
    run.length--;
  while (run.length > 0 && !g_ascii_isalpha (run.start[0]))
    run = bs_span (run.start + 1, run.length - 1);
  for (gsize i = 0; i < run.length && length < sizeof folded; length++)
    if (run.length - i >= 3 && memcmp (run.start + i, "’", 3) == 0)
      {
        folded[length] = '\'';
        i += 3;
      }
    else
      folded[length] = g_ascii_tolower (run.start[i++]);
  return length > 0 && run.length < sizeof folded
         && (bs_lists_of (bs_span (folded, length)) & BS_LIST_BIT (BS_LIST_FUNCTION)) != 0;
}

gboolean
bs_line_is_good (const BsLineFigures *figures, BsSpan line)
{
  const guint8 *class = class_table ();
  const char *at = line.start, *end = line.start + line.length;
  guint stop_words = 0;
  Run run;

  if (figures->value[BS_LINE_CHARS] <= GOOD_CHARS)
    return FALSE;
  while (next_run (class, &at, end, &run))
    stop_words += is_function_word (run.bytes);
  return (double) stop_words >= GOOD_STOP_WORDS * (double) figures->value[BS_LINE_WORDS];
}
