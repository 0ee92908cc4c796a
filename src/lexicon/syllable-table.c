#include "lexicon/syllable-table.h"

#include "lexicon/ending.h"
#include "lexicon/syllable-compound.h"
#include "lexicon/word-table.h"

#define EXPECTED_WORDS 4000

/* Letters of a stem. */
#define LEAST_STEM 3

struct _BsSyllableTable
{
  BsSyllableModel *model;
  BsWordTable *listed; /* to counts */
};

/* A regular ending: what stands in the word, what stood in its place in the stem, and how many syllables it adds. */
typedef struct
{
  BsSpan ending;
  BsSpan instead;
  guint adds;
  const char *after; /* the stem must end in one of these letters and in a hiss; NULL: any */
} Ending;

#define ENDING(ending, instead, adds)                                                                                  \
  {                                                                                                                    \
    BS_LITERAL (ending), BS_LITERAL (instead), adds, NULL                                                              \
  }
#define ENDING_AFTER(ending, instead, adds, after)                                                                     \
  {                                                                                                                    \
    BS_LITERAL (ending), BS_LITERAL (instead), adds, after                                                             \
  }
#define END                                                                                                            \
  {                                                                                                                    \
    { NULL, 0 }, { NULL, 0 }, 0, NULL                                                                                  \
  }

/* By their last letter, so that a word meets few of them. The first that leads to a listed stem is taken, so that
 * longer endings stand first. */
static const Ending ENDINGS_D[]
    = { ENDING ("ied", "y", 0), ENDING ("ted", "te", 1), ENDING ("ded", "de", 1), ENDING ("ted", "t", 1),
        ENDING ("ded", "d", 1), ENDING ("ed", "", 0),    ENDING ("ed", "e", 0),   END };
static const Ending ENDINGS_G[] = { ENDING ("ing", "", 1), ENDING ("ing", "e", 1), END };
static const Ending ENDINGS_L[] = { ENDING ("ful", "", 1), END };
static const Ending ENDINGS_M[] = { ENDING ("ism", "", 2), END };
static const Ending ENDINGS_P[] = { ENDING ("ship", "", 1), END };
static const Ending ENDINGS_R[] = { ENDING ("er", "", 1), ENDING ("er", "e", 1), END };
static const Ending ENDINGS_S[] = {
  ENDING ("nesses", "ness", 1),
  ENDING ("ness", "", 1),
  ENDING ("less", "", 1),
  ENDING ("ments", "", 1),
  ENDING ("ships", "", 1),
  ENDING ("ings", "", 1),
  ENDING ("ings", "e", 1),
  ENDING ("ists", "", 1),
  ENDING ("isms", "", 2),
  ENDING ("ies", "y", 0),
  ENDING ("ers", "er", 0),
  ENDING ("ers", "", 1),
  ENDING ("ers", "e", 1),
  ENDING_AFTER ("es", "", 1, "szxh"),
  ENDING_AFTER ("es", "e", 1, "e"),
  ENDING ("s", "", 0),
  END,
};
static const Ending ENDINGS_T[] = { ENDING ("ment", "", 1), ENDING ("ist", "", 1), END };
static const Ending ENDINGS_Y[] = { ENDING ("ily", "y", 1), ENDING ("ly", "", 1), END };

static const Ending *const ENDINGS[26] = {
  ['d' - 'a'] = ENDINGS_D, ['g' - 'a'] = ENDINGS_G, ['l' - 'a'] = ENDINGS_L,
  ['m' - 'a'] = ENDINGS_M, ['p' - 'a'] = ENDINGS_P, ['r' - 'a'] = ENDINGS_R,
  ['s' - 'a'] = ENDINGS_S, ['t' - 'a'] = ENDINGS_T, ['y' - 'a'] = ENDINGS_Y,
};

gboolean
bs_syllable_is_sibilant (BsSpan word)
{
  static const BsSpan sounds[] = { BS_LITERAL ("s"),  BS_LITERAL ("x"),  BS_LITERAL ("z"),   BS_LITERAL ("ch"),
                                   BS_LITERAL ("sh"), BS_LITERAL ("ce"), BS_LITERAL ("ge"),  BS_LITERAL ("se"),
                                   BS_LITERAL ("ze"), BS_LITERAL ("xe"), BS_LITERAL ("che"), BS_LITERAL ("she") };

  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (bs_ends_in (word, sounds[i]))
      return TRUE;
  return FALSE;
}

guint
bs_syllable_table_listed (const BsSyllableTable *table, BsSpan word)
{
  return word.length <= BS_SYLLABLE_LISTED_MAX ? bs_word_table_get (table->listed, word) : 0;
}

/* The count of a listed word with a regular ending, or 0. */
static guint
count_by_stem (const BsSyllableTable *table, BsSpan word)
{
  char last = word.length > 0 && word.length <= BS_SYLLABLE_LISTED_MAX ? word.start[word.length - 1] : '\0';
  const Ending *ending = g_ascii_islower (last) ? ENDINGS[last - 'a'] : NULL;

  for (; ending != NULL && ending->ending.length > 0; ending++)
    {
      char stem[BS_SYLLABLE_LISTED_MAX]; /* what stands instead is never longer than the ending */
      gsize kept = word.length - ending->ending.length, length = kept + ending->instead.length;
      guint count;

      if (!bs_ends_in (word, ending->ending) || kept < LEAST_STEM)
        continue;
      memcpy (stem, word.start, kept);
      memcpy (stem + kept, ending->instead.start, ending->instead.length);
      if (ending->after != NULL
          && (strchr (ending->after, stem[length - 1]) == NULL || !bs_syllable_is_sibilant (bs_span (stem, length))))
        continue;
      count = bs_syllable_table_listed (table, bs_span (stem, length));
      if (count > 0)
        return count + ending->adds;
    }
  return 0;
}

static gboolean
has_vowel (BsSpan word)
{
  for (gsize i = 0; i < word.length; i++)
    if (word.start[i] != '\0' && strchr ("aeiouy", word.start[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What stands after the last apostrophe, as a part of the word before it. -1: it is a word of its own ("o'clock"). */
static int
count_clitic (BsSpan stem, BsSpan clitic)
{
  char last = stem.start[stem.length - 1];

  if (clitic.length == 0)
    return 0;
  if (clitic.length == 1 && clitic.start[0] == 's')
    return bs_syllable_is_sibilant (stem);
  if (clitic.length == 1 && clitic.start[0] == 'd')
    return last == 't' || last == 'd';
  if (clitic.length == 1 && clitic.start[0] == 'm')
    return 0;
  if (bs_span_equal (clitic, bs_span ("ll", 2)) || bs_span_equal (clitic, bs_span ("re", 2))
      || bs_span_equal (clitic, bs_span ("ve", 2)))
    return strchr ("aeiouy", last) == NULL;
  if (bs_span_equal (clitic, bs_span ("t", 1)) && last == 'n')
    return stem.length >= 3 && strchr ("dst", stem.start[stem.length - 2]) != NULL;
  return -1;
}

/* Letters that are not listed. */
static guint
count_unlisted (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin)
{
  guint count = count_by_stem (table, word);
  BsSpan rest;

  *origin = BS_SYLLABLE_FROM_STEM;
  if (count > 0)
    return count;
  count = bs_compound_element (word, &rest);
  if (count > 0)
    return count + bs_syllable_table_count (table, rest, origin);
  *origin = BS_SYLLABLE_FROM_WEIGHTS;
  return bs_syllable_model_count (table->model, word);
}

static guint
count_clitic_word (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin)
{
  guint count = bs_syllable_table_listed (table, word);

  *origin = BS_SYLLABLE_FROM_LIST;
  if (count == 0)
    count = count_unlisted (table, word, origin);
  return MAX (1, count);
}

/* "don't", "boss's", "rock'n'roll", "d'or": what is before the last apostrophe and what comes after it. The stem of
 * n't loses its n: "did", "ca". */
static guint
count_with_apostrophe (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin)
{
  const char *apostrophe = g_strrstr_len (word.start, (gssize)word.length, "'");
  BsSpan stem = bs_span (word.start, (gsize)(apostrophe - word.start));
  BsSpan clitic = bs_span (apostrophe + 1, word.length - stem.length - 1);
  BsSyllableOrigin ignored;
  guint count = 0;
  int added;

  if (stem.length == 0)
    return count_clitic_word (table, clitic, origin);
  added = count_clitic (stem, clitic);
  if (clitic.length == 1 && clitic.start[0] == 't' && stem.length >= 3 && stem.start[stem.length - 1] == 'n')
    stem.length--;
  count = has_vowel (stem) || memchr (stem.start, '\'', stem.length) != NULL
              ? bs_syllable_table_count (table, stem, origin)
              : 0;
  if (added >= 0)
    return count + (guint)added;
  if (bs_span_equal (clitic, bs_span ("n", 1)))
    return count + 1;
  return count + (has_vowel (clitic) ? count_clitic_word (table, clitic, &ignored) : 0);
}

/* "well-known": the sum of its parts. */
static guint
count_parts (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin)
{
  const char *start = word.start, *last = word.start + word.length;
  guint count = 0;

  while (start < last)
    {
      const char *hyphen = memchr (start, '-', (gsize)(last - start));
      const char *end = hyphen != NULL ? hyphen : last;
      if (end > start)
        count += bs_syllable_table_count (table, bs_span (start, (gsize)(end - start)), origin);
      start = end + 1;
    }
  return count;
}

guint
bs_syllable_table_count (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin)
{
  BsSyllableOrigin unasked;
  guint count;

  g_return_val_if_fail (table != NULL, 1);
  if (origin == NULL)
    origin = &unasked;
  count = bs_syllable_table_listed (table, word);
  *origin = BS_SYLLABLE_FROM_LIST;
  if (count > 0)
    return count;
  *origin = BS_SYLLABLE_FROM_WEIGHTS;
  if (memchr (word.start, '-', word.length) != NULL)
    count = count_parts (table, word, origin);
  else if (word.length > BS_SYLLABLE_LISTED_MAX || memchr (word.start, '\'', word.length) == NULL)
    count = count_unlisted (table, word, origin);
  else
    count = count_with_apostrophe (table, word, origin);
  return MAX (1, count);
}

void
bs_syllable_table_add (BsSyllableTable *table, BsSpan word, guint count)
{
  g_return_if_fail (word.length > 0 && word.length <= BS_SYLLABLE_LISTED_MAX && count > 0);
  bs_word_table_set (table->listed, word, count);
}

static gboolean
read_listed (BsSyllableTable *table, const char *line, const char *end)
{
  const char *blank = memchr (line, ' ', (gsize)(end - line));
  char *stop;
  guint64 count;

  if (blank == NULL || blank == line || blank - line > BS_SYLLABLE_LISTED_MAX || !g_ascii_isdigit (blank[1]))
    return FALSE;
  count = g_ascii_strtoull (blank + 1, &stop, 10);
  if (stop != end || count == 0 || count > 255)
    return FALSE;
  bs_syllable_table_add (table, bs_span (line, (gsize)(blank - line)), (guint)count);
  return TRUE;
}

BsSyllableTable *
bs_syllable_table_new (BsSpan weights, BsSpan listed, GError **error)
{
  g_autoptr (BsSyllableTable) table = g_new0 (BsSyllableTable, 1);
  const char *line = listed.start != NULL ? listed.start : "", *last = line + listed.length;

  table->listed = bs_word_table_new (EXPECTED_WORDS);
  table->model = bs_syllable_model_new (weights, error);
  if (table->model == NULL)
    return NULL;
  for (guint number = 1; line < last; number++)
    {
      const char *end = memchr (line, '\n', (gsize)(last - line));
      if (end == NULL)
        end = last;
      if (line < end && *line != '#' && !read_listed (table, line, end))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "line %u is no word and count: %.*s", number,
                       (int)MIN (end - line, 40), line);
          return NULL;
        }
      line = end + 1;
    }
  return g_steal_pointer (&table);
}

void
bs_syllable_table_free (BsSyllableTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->model, bs_syllable_model_free);
  g_clear_pointer (&table->listed, bs_word_table_free);
  g_free (table);
}

guint
bs_syllable_table_size (const BsSyllableTable *table)
{
  return bs_word_table_size (table->listed);
}

const BsSyllableModel *
bs_syllable_table_model (const BsSyllableTable *table)
{
  return table->model;
}
