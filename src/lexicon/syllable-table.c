#include "lexicon/syllable-table.h"

struct _BsSyllableTable
{
  BsSyllableModel *model;
  GHashTable *listed; /* from char * to count */
};

/* A regular ending: what stands in the word, what stood in its place in the stem, and how many syllables it adds. */
typedef struct
{
  const char *ending;
  const char *instead;
  int adds;
  const char *after; /* the stem must end in one of these letters; NULL: any */
} Ending;

/* The first that leads to a listed stem is taken, so that longer endings stand first. */
static const Ending ENDINGS[] = {
  { "nesses", "ness", 1, NULL }, { "ness", "", 1, NULL },  { "less", "", 1, NULL },  { "ful", "", 1, NULL },
  { "ments", "", 1, NULL },      { "ment", "", 1, NULL },  { "ships", "", 1, NULL }, { "ship", "", 1, NULL },
  { "ings", "", 1, NULL },       { "ings", "e", 1, NULL }, { "ing", "", 1, NULL },   { "ing", "e", 1, NULL },
  { "ists", "", 1, NULL },       { "ist", "", 1, NULL },   { "isms", "", 2, NULL },  { "ism", "", 2, NULL },
  { "ied", "y", 0, NULL },       { "ies", "y", 0, NULL },  { "ily", "y", 1, NULL },  { "ted", "te", 1, NULL },
  { "ded", "de", 1, NULL },      { "ted", "t", 1, NULL },  { "ded", "d", 1, NULL },  { "ed", "", 0, NULL },
  { "ed", "e", 0, NULL },        { "ers", "er", 0, NULL }, { "ers", "", 1, NULL },   { "ers", "e", 1, NULL },
  { "er", "", 1, NULL },         { "er", "e", 1, NULL },   { "ly", "", 1, NULL },    { "es", "", 1, "szxh" },
  { "es", "e", 1, "e" },         { "s", "", 0, NULL },
};

static gboolean
ends_in (BsSpan word, const char *ending)
{
  gsize length = strlen (ending);

  return word.length >= length && memcmp (word.start + word.length - length, ending, length) == 0;
}

gboolean
bs_syllable_is_sibilant (BsSpan word)
{
  static const char *const sounds[] = { "s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze", "xe", "che", "she" };

  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (ends_in (word, sounds[i]))
      return TRUE;
  return FALSE;
}

guint
bs_syllable_table_listed (const BsSyllableTable *table, BsSpan word)
{
  char key[BS_SYLLABLE_LISTED_MAX + 1];

  if (word.length == 0 || word.length > BS_SYLLABLE_LISTED_MAX)
    return 0;
  memcpy (key, word.start, word.length);
  key[word.length] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (table->listed, key));
}

/* The count of a listed word with a regular ending, or 0. */
static guint
count_by_stem (const BsSyllableTable *table, BsSpan word)
{
  char stem[BS_SYLLABLE_LISTED_MAX + 2];

  if (word.length > BS_SYLLABLE_LISTED_MAX)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    {
      const Ending *ending = &ENDINGS[i];
      gsize kept = word.length - strlen (ending->ending), length;
      guint count;

      if (!ends_in (word, ending->ending) || kept < 3)
        continue;
      memcpy (stem, word.start, kept);
      length = (gsize)(g_stpcpy (stem + kept, ending->instead) - stem);
      if (ending->after != NULL && strchr (ending->after, stem[length - 1]) == NULL)
        continue;
      if (strcmp (ending->ending, "es") == 0 && !bs_syllable_is_sibilant (bs_span (stem, length)))
        continue;
      count = bs_syllable_table_listed (table, bs_span (stem, length));
      if (count > 0)
        return count + (guint)ending->adds;
    }
  return 0;
}

static gboolean
has_vowel (BsSpan word)
{
  for (gsize i = 0; i < word.length; i++)
    if (strchr ("aeiouy", word.start[i]) != NULL && word.start[i] != '\0')
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
  if (ends_in (clitic, "s") && clitic.length == 1)
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

static guint
count_plain (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin)
{
  guint count = bs_syllable_table_listed (table, word);

  *origin = BS_SYLLABLE_FROM_LIST;
  if (count > 0)
    return count;
  *origin = BS_SYLLABLE_FROM_STEM;
  count = count_by_stem (table, word);
  if (count > 0)
    return count;
  *origin = BS_SYLLABLE_FROM_WEIGHTS;
  return bs_syllable_model_count (table->model, word);
}

/* "don't", "boss's", "rock'n'roll", "d'or": what is before the last apostrophe and what comes after it. The stem of
 * n't loses its n: "did", "ca". */
static guint
count_with_apostrophe (const BsSyllableTable *table, BsSpan word, gsize apostrophe, BsSyllableOrigin *origin)
{
  BsSpan stem = bs_span (word.start, apostrophe);
  BsSpan clitic = bs_span (word.start + apostrophe + 1, word.length - apostrophe - 1);
  BsSyllableOrigin ignored;
  guint count = 0;
  int added;

  if (stem.length == 0)
    return MAX (1, count_plain (table, clitic, origin));
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
  return count + (has_vowel (clitic) ? MAX (1, count_plain (table, clitic, &ignored)) : 0);
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
  gsize apostrophe = word.length;
  guint count;

  g_return_val_if_fail (table != NULL, 1);
  if (origin == NULL)
    origin = &unasked;
  count = bs_syllable_table_listed (table, word);
  *origin = BS_SYLLABLE_FROM_LIST;
  if (count > 0)
    return count;
  while (apostrophe > 0 && word.start[apostrophe - 1] != '\'')
    apostrophe--;
  *origin = BS_SYLLABLE_FROM_WEIGHTS;
  if (memchr (word.start, '-', word.length) != NULL)
    count = count_parts (table, word, origin);
  else if (apostrophe == 0 || word.length > BS_SYLLABLE_LISTED_MAX)
    count = count_plain (table, word, origin);
  else
    count = count_with_apostrophe (table, word, apostrophe - 1, origin);
  return MAX (1, count);
}

void
bs_syllable_table_add (BsSyllableTable *table, BsSpan word, guint count)
{
  g_return_if_fail (word.length > 0 && word.length <= BS_SYLLABLE_LISTED_MAX && count > 0);
  g_hash_table_insert (table->listed, g_strndup (word.start, word.length), GUINT_TO_POINTER (count));
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

  table->listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  g_clear_pointer (&table->listed, g_hash_table_unref);
  g_free (table);
}

guint
bs_syllable_table_size (const BsSyllableTable *table)
{
  return g_hash_table_size (table->listed);
}
