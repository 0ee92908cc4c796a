/* Whether a line is good by the measure of jusText. */
#include "clean/line-figures.h"

#include "clean/eight.h"
#include "lexicon/wordlist.h"

/* jusText's LENGTH_HIGH and STOPWORDS_HIGH */
#define GOOD_CHARS 200
#define GOOD_STOP_WORDS .32

#define ONES (~G_GUINT64_CONSTANT (0) / 255)

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

#define SHORT_SLOTS_LOG 11

/* English function words of at most eight small letters, as their bytes, first one lowest; an open table, 0: empty. */
static guint64 short_words[1 << SHORT_SLOTS_LOG];

static inline guint64 *
short_slot (guint64 word)
{
  guint64 at = (word * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - SHORT_SLOTS_LOG);

  while (short_words[at] != 0 && short_words[at] != word)
    at = (at + 1) % G_N_ELEMENTS (short_words);
  return &short_words[at];
}

static void
load_short_words (void)
{
  static gsize loaded;
  const char *const *entries;
  guint n;

  if (!g_once_init_enter (&loaded))
    return;
  entries = bs_list_entries (BS_LIST_FUNCTION, &n);
  g_assert (n < G_N_ELEMENTS (short_words) / 2);
  for (guint i = 0; i < n; i++)
    {
      const char *end = entries[i] + strlen (entries[i]);
      guint64 word = bs_eight (entries[i], end);

      if (end - entries[i] <= 8 && strspn (entries[i], "abcdefghijklmnopqrstuvwxyz") == (gsize) (end - entries[i]))
        *short_slot (word) = word;
    }
  g_once_init_leave (&loaded, 1);
}

/* The next run from `*at` on, which moves behind it, is an English function word. Most are short and of ASCII letters
 * alone: then one look into the small table says all. */
static inline gboolean
next_is_function_word (const char **at, const char *end)
{
  const char *start = *at, *c = start;
  gboolean letters = TRUE;
  gsize length;

  for (; c < end && (guint8) *c > ' '; c++)
    letters = letters && g_ascii_isalpha (*c);
  *at = c;
  length = (gsize) (c - start);
  if (!letters || length > 8)
    return is_function_word (bs_span (start, length));
  return *short_slot (bs_eight (start, c) | (ONES * 0x20) >> 8 * (8 - length)) != 0;
}

gboolean
bs_line_is_good (const BsLineFigures *figures, BsSpan line)
{
  const char *at = line.start, *end = line.start + line.length;
  double wanted = GOOD_STOP_WORDS * (double) figures->value[BS_LINE_WORDS];
  guint stop_words = 0;

  if (figures->value[BS_LINE_CHARS] <= GOOD_CHARS)
    return FALSE;
  load_short_words ();
  while ((double) stop_words < wanted && at < end)
    if ((guint8) *at <= ' ')
      at++;
    else
      stop_words += next_is_function_word (&at, end);
  return (double) stop_words >= wanted;
}
