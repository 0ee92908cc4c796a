#include "clean/line-figures.h"

#include "clean/eight.h"
#include "clean/line-runs.h"
#include "clean/look.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

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

/* A run without blanks. */
typedef struct {
  BsSpan  bytes;
  guint64 head;    /* its first eight bytes, the first one lowest; those behind its end are 0 */
  guint   classes; /* of all its bytes, or'ed */
  guint   chars, letters;
} Run;

/* Fills all of a run but its bytes. */
static void
look_at_run (Run *run)
{
  const guint8 *class = class_table ();
  const char *end = run->bytes.start + run->bytes.length;

  run->head = bs_eight (run->bytes.start, end);
  run->classes = run->chars = run->letters = 0;
  for (const char *c = run->bytes.start; c < end; c++)
    {
      guint is = class[(guint8) *c];

      run->classes |= is;
      run->chars += (is & INSIDE) == 0;
      run->letters += (is & (LETTER | DIGIT)) != 0;
    }
}

/* Of a run of 1 to 16 bytes behind which the line goes on up to the eighth byte at least; without a branch, since every
 * fifth run or so is longer than eight. */
static inline guint64
hash_of_short (const char *at, gsize length)
{
  gsize most = MAX (length, 8);
  guint64 head = bs_eight (at, at + 8) & (~G_GUINT64_CONSTANT (0) >> (64 - 8 * MIN (length, 8)));
  guint64 tail = (bs_eight (at + most - 8, at + most) + length) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);

  return bs_eight_hash (head) ^ (tail & -(guint64) (length > 8));
}

/* Of a run at `at`, in a line that ends at `end`. */
static inline guint64
hash_of (const char *at, gsize length, const char *end)
{
  if (G_LIKELY (length <= 16 && end - at >= 8))
    return hash_of_short (at, length);
  return length <= 8 ? bs_eight_hash (bs_eight (at, at + length)) : XXH3_64bits (at, length);
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

/* A place where the first letters of a phrase start a word; it counts where they are the first of a run of five
 * characters. */
static void
look_at_lead (BsLineFigures *figures, BsSpan line, const char *at)
{
  const char *end = line.start + line.length;
  Run run = { .bytes = { at, 0 } };

  while (run.bytes.start > line.start && (guint8) run.bytes.start[-1] > ' ')
    if (g_ascii_isalpha (*--run.bytes.start))
      return;
  while (at + run.bytes.length < end && (guint8) at[run.bytes.length] > ' ')
    run.bytes.length++;
  run.bytes.length += (gsize) (at - run.bytes.start);
  look_at_run (&run);
  if (run.chars >= 5)
    find_phrases (figures, line, at, (guint32) bs_eight (at, end));
}

static void
find_stop_words (BsLineFigures *figures, BsSpan line, const BsLineRuns *runs)
{
  for (guint i = 0; i < runs->n_ends; i++)
    {
      guint length = runs->ends[i] - runs->starts[i];
      Run run = { .bytes = { line.start + runs->starts[i], length } };

      if (length < 2 || length > 4)
        continue;
      run.head = bs_eight (run.bytes.start, run.bytes.start + length);
      find_stop_word (figures, &run);
    }
}

/* Of all runs of a piece at once what can be, and of the odd ones the rest. `longest`: characters of a run. */
static void
add_runs (BsLineFigures *figures, BsSpan line, const BsLineRuns *runs, BsHashedWord *words, guint *longest)
{
  const char *end = line.start + line.length;

  for (guint i = 0; i < runs->n_ends; i++)
    {
      guint length = runs->ends[i] - runs->starts[i];

      words[i] = (BsHashedWord){ hash_of (line.start + runs->starts[i], length, end), length, length };
    }
  for (guint i = 0; i < runs->n_odd; i++)
    {
      guint number = runs->odd[i];
      Run run = { .bytes = { line.start + runs->starts[number], runs->ends[number] - runs->starts[number] } };

      look_at_run (&run);
      words[number].chars = run.chars;
      add_rare (figures, &run);
    }
  for (guint i = 0; i < runs->n_ends; i++)
    *longest = MAX (*longest, words[i].chars);
  for (guint i = 0; i < runs->n_leads; i++)
    look_at_lead (figures, line, line.start + runs->leads[i]);
}

/* What the next piece starts with. */
static void
carry_over (BsLineRuns *runs)
{
  runs->starts[0] = runs->starts[runs->n_ends];
  runs->n_starts -= runs->n_ends;
  runs->n_ends = runs->n_odd = runs->n_leads = 0;
}

/* The line's end closes its last run, which is looked at. */
static void
close_last (BsLineRuns *runs, gsize length)
{
  if (runs->n_starts == runs->n_ends)
    return;
  runs->odd[runs->n_odd++] = runs->n_ends;
  runs->ends[runs->n_ends++] = (guint32) length;
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
  BsLineRunsFunc *find_runs = BS_KERNEL_CHOOSE (bs_line_runs);
  BsLineRuns runs;
  guint longest = 0;
  guint64 n = 0;

  runs.n_starts = runs.n_ends = runs.n_odd = runs.n_leads = 0;
  runs.chars = runs.letters = runs.in_run = runs.in_letters = 0;
  runs.rare = runs.lettered = FALSE;
  *figures = (BsLineFigures){ 0 };
  for (gsize at = 0; at < line.length; at += BS_RUNS_BYTES)
    {
      guint before = words->len;

      find_runs (line.start, line.length, at, &runs);
      if (at + BS_RUNS_BYTES >= line.length)
        close_last (&runs, line.length);
      g_array_set_size (words, before + runs.n_ends);
      add_runs (figures, line, &runs, &g_array_index (words, BsHashedWord, before), &longest);
      g_array_set_size (words, MIN (words->len, MAX (most, before)));
      if (stop_words)
        find_stop_words (figures, line, &runs);
      n += runs.n_ends;
      carry_over (&runs);
    }
  figures->value[BS_LINE_WORDS] = n;
  figures->value[BS_LINE_WITH_LETTERS] += n;
  figures->value[BS_LINE_CHARS] = runs.chars;
  figures->value[BS_LINE_LETTERS] = runs.letters;
  if (n > 0)
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
