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

/* ---- Short words, by a table -------------------------------------------------------------------------------------- */

#define SLOTS_LOG 12

/* English function words of up to eight letters, in small letters and with a capital, as their bytes and as the hashes
 * of these, see clean/eight.h; open tables, 0: empty. */
static guint64 small_words[1 << SLOTS_LOG], hashes[1 << SLOTS_LOG];

static inline guint64 *
slot_of (guint64 *table, guint64 hash, guint64 entry)
{
  guint64 at = hash >> (64 - SLOTS_LOG);

  while (table[at] != 0 && table[at] != entry)
    at = (at + 1) % (1 << SLOTS_LOG);
  return &table[at];
}

static inline gboolean
is_small_word (guint64 word)
{
  return *slot_of (small_words, bs_eight_hash (word), word) != 0;
}

static inline gboolean
is_word_of_hash (guint64 hash)
{
  return *slot_of (hashes, hash, hash) != 0;
}

static void
load_word (const char *word)
{
  gsize length = strlen (word);
  guint64 small = bs_eight (word, word + length), large = small ^ 0x20;

  if (length > 8 || strspn (word, "abcdefghijklmnopqrstuvwxyz") != length)
    return;
  *slot_of (small_words, bs_eight_hash (small), small) = small;
  *slot_of (hashes, bs_eight_hash (small), bs_eight_hash (small)) = bs_eight_hash (small);
  *slot_of (hashes, bs_eight_hash (large), bs_eight_hash (large)) = bs_eight_hash (large);
}

static void
load_words (void)
{
  static gsize loaded;
  const char *const *entries;
  guint n;

  if (!g_once_init_enter (&loaded))
    return;
  entries = bs_list_entries (BS_LIST_FUNCTION, &n);
  g_assert (n < (1 << SLOTS_LOG) / 4);
  for (guint i = 0; i < n; i++)
    load_word (entries[i]);
  g_once_init_leave (&loaded, 1);
}

/* ---- Counting ----------------------------------------------------------------------------------------------------- */

/* The next run from `*at` on, which moves behind it, is an English function word. Most are short and of ASCII letters
 * alone: then one look into the table says all. */
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
  return is_small_word (bs_eight (start, c) | (ONES * 0x20) >> 8 * (8 - length));
}

/* Of those that stand without marks around them, by their hashes alone, as many as are wanted: mostly there are. */
static gboolean
has_plain (const BsHashedWord *words, gsize n_words, double wanted)
{
  guint found = 0;

  for (gsize i = 0; i < n_words; i++)
    {
      found += words[i].bytes <= 8 && is_word_of_hash (words[i].hash);
      if ((double) found >= wanted)
        return TRUE;
    }
  return FALSE;
}

gboolean
bs_line_is_good (const BsLineFigures *figures, BsSpan line, const BsHashedWord *words, gsize n_words)
{
  const char *at = line.start, *end = line.start + line.length;
  double wanted = GOOD_STOP_WORDS * (double) figures->value[BS_LINE_WORDS];
  guint stop_words = 0;

  if (figures->value[BS_LINE_CHARS] <= GOOD_CHARS)
    return FALSE;
  load_words ();
  if (has_plain (words, n_words, wanted))
    return TRUE;
  while ((double) stop_words < wanted && at < end)
    if ((guint8) *at <= ' ')
      at++;
    else
      stop_words += next_is_function_word (&at, end);
  return (double) stop_words >= wanted;
}
