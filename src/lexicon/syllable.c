#include "lexicon/syllable.h"

#include "lexicon/address.h"
#include "lexicon/letters.h"
#include "lexicon/plain-letters.h"
#include "lexicon/spoken-number.h"
#include "lexicon/syllable-table.h"
#include "lexicon/wordlist.h"
#include "lexicon/written-in-one.h"

static BsSyllableTable *
load_table (void)
{
  g_autoptr (GBytes) weights = bs_lexicon_data ("syllable-weights.txt");
  g_autoptr (GBytes) listed = bs_lexicon_data ("syllables.txt");
  g_autoptr (GError) error = NULL;
  BsSyllableTable *loaded = bs_syllable_table_new (bs_span_of_bytes (weights), bs_span_of_bytes (listed), &error);

  if (loaded == NULL)
    g_error ("the built-in syllables are broken: %s", error->message);
  return loaded;
}

static inline const BsSyllableTable *
the_table (void)
{
  static BsSyllableTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, load_table ());
  return table;
}

/* A run of letters and apostrophes in lower case, as the table has it. */
static guint
count_lower (BsSpan word, BsSyllableRule *rule)
{
  BsSyllableOrigin origin;
  guint count = bs_syllable_table_count (the_table (), word, &origin);

  *rule = origin == BS_SYLLABLE_FROM_LIST   ? BS_SYLLABLES_LISTED
          : origin == BS_SYLLABLE_FROM_STEM ? BS_SYLLABLES_PARTS
                                            : BS_SYLLABLES_RULE;
  return count;
}

/* The same in any case. */
static guint
count_word (BsSpan word, BsSyllableRule *rule)
{
  char lower[BS_PLAIN_MAX];

  return count_lower (bs_plain_lower (word, lower), rule);
}

/* "WWII", "WW2" */
#define WORLD_WAR 2

/* Whether a word could be a Roman numeral or be spelled; capitals of one letter are words. */
static gboolean
starts_in_capitals (BsSpan word)
{
  return word.length > 1 && g_ascii_isupper (word.start[0]) && g_ascii_isupper (word.start[1]);
}

static gboolean
ends_in_possessive (BsSpan word)
{
  return word.length > 2 && word.start[word.length - 2] == '\'' && g_ascii_tolower (word.start[word.length - 1]) == 's';
}

/* A run of letters in small letters or capitals, or a part of one. */
static guint
count_run (BsSpan run, BsSyllableRule *rule)
{
  if (run.length == 1 || bs_is_spelled (run))
    return bs_letters_syllables (run);
  return count_word (run, rule);
}

/* "YouTube", "macOS", "iPhone": the sum of its parts, unless it is listed as a whole. */
static guint
count_written_in_one (BsSpan word, BsSyllableRule *rule)
{
  guint count = count_word (word, rule);

  if (*rule == BS_SYLLABLES_LISTED || !bs_is_written_in_one (word))
    return count;
  count = 0;
  for (gsize start = 0, end; start < word.length; start = end)
    {
      end = bs_part_end (word, start);
      count += count_run (bs_span (word.start + start, end - start), rule);
    }
  *rule = BS_SYLLABLES_PARTS;
  return count;
}

/* Whether nothing but one, two or three I's is left: WWI, WWII. */
static gboolean
is_small_roman (BsSpan word, gsize from)
{
  for (gsize i = from; i < word.length; i++)
    if (word.start[i] != 'I')
      return FALSE;
  return word.length - from <= 3;
}

/* A run of letters, with apostrophes: capitals letter by letter where they are read so, with 's or a plural's s. */
static guint
count_letters (BsSpan word, BsSyllableRule *rule)
{
  BsSpan stem = word;
  guint value;

  if (!starts_in_capitals (word))
    return count_written_in_one (word, rule);
  while (stem.length > 0 && stem.start[stem.length - 1] == '\'')
    stem.length--;
  if (ends_in_possessive (stem))
    stem.length -= 2;
  else if (stem.length > 2 && stem.start[stem.length - 1] == 's' && g_ascii_isupper (stem.start[stem.length - 2]))
    stem.length--;
  value = bs_roman_value (stem);
  if (value > 0)
    {
      *rule = BS_SYLLABLES_NUMBER;
      return bs_roman_syllables (value);
    }
  if (stem.length > 2 && memcmp (stem.start, "WW", 2) == 0 && is_small_roman (stem, 2))
    {
      *rule = BS_SYLLABLES_NUMBER;
      return WORLD_WAR + bs_cardinal_syllables (stem.length - 2);
    }
  if (bs_is_spelled (stem))
    {
      *rule = BS_SYLLABLES_LETTERS;
      return bs_letters_syllables (stem)
             + (stem.length < word.length && word.start[word.length - 1] != '\''
                && bs_letter_hisses (stem.start[stem.length - 1]));
    }
  return count_written_in_one (word, rule);
}

/* A run of letters beside digits. */
static guint
count_beside_digits (BsSpan run, gboolean after, gboolean before, BsSyllableRule *rule)
{
  char lower[BS_PLAIN_MAX];
  guint unit = 0;

  if (before && bs_span_equal (run, bs_span ("WW", 2)))
    return WORLD_WAR;
  if (after)
    unit = bs_unit_syllables (run.length > 1 ? bs_plain_lower (run, lower) : run);
  if (unit > 0)
    return unit;
  return run.length == 1 ? bs_letters_syllables (run) : count_letters (run, rule);
}

/* Letters and digits in turn: "A4", "H1N1", "100km", "3D". */
static guint
count_mixed (BsSpan word, BsSyllableRule *rule)
{
  guint count = 0;
  gsize i = 0;

  while (i < word.length)
    {
      gsize start = i;
      gboolean digits = g_ascii_isdigit (word.start[i]);
      BsSpan run;

      while (i < word.length && g_ascii_isdigit (word.start[i]) == digits)
        i++;
      run = bs_span (word.start + start, i - start);
      if (digits)
        count += start > 0 ? bs_code_syllables (run) : bs_number_syllables (run);
      else
        count += count_beside_digits (run, start > 0, i < word.length, rule);
    }
  *rule = BS_SYLLABLES_PARTS;
  return count;
}

static gboolean
has_digit (BsSpan word)
{
  for (gsize i = 0; i < word.length; i++)
    if (g_ascii_isdigit (word.start[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_letter_or_digit (BsSpan word)
{
  for (gsize i = 0; i < word.length; i++)
    if (g_ascii_isalnum (word.start[i]))
      return TRUE;
  return FALSE;
}

/* Initialisms with stops, and words where a stop stands for a blank that is missing ("Lt.Gen"). */
static guint
count_with_stops (BsSpan word, BsSyllableRule *rule)
{
  BsSpan stem = word;
  guint count = 0;
  gsize start = 0;

  while (stem.length > 0 && stem.start[stem.length - 1] == '.')
    stem.length--;
  if (ends_in_possessive (stem))
    stem.length -= stem.length > 3 && stem.start[stem.length - 3] == '.' ? 3 : 2;
  else if (stem.length > 3 && stem.start[stem.length - 1] == 's' && stem.start[stem.length - 2] == '.'
           && g_ascii_isupper (stem.start[stem.length - 3]))
    stem.length -= 2; /* "Ph.D.s" */
  if (bs_is_initialism (stem))
    {
      *rule = BS_SYLLABLES_LETTERS;
      return bs_letters_syllables (stem)
             + (ends_in_possessive (word) && bs_letter_hisses (stem.start[stem.length - 1]));
    }
  for (gsize i = 0; i <= word.length; i++)
    if (i == word.length || word.start[i] == '.')
      {
        BsSpan part = bs_span (word.start + start, i - start);
        if (has_letter_or_digit (part))
          count += has_digit (part) ? count_mixed (part, rule) : count_letters (part, rule);
        start = i + 1;
      }
  return count;
}

/* What stands between hyphens. */
static guint
count_part (BsSpan part, BsSyllableRule *rule)
{
  if (bs_is_number (part))
    {
      *rule = BS_SYLLABLES_NUMBER;
      return bs_number_syllables (part);
    }
  if (memchr (part.start, '.', part.length) != NULL)
    return count_with_stops (part, rule);
  if (has_digit (part))
    return count_mixed (part, rule);
  return count_letters (part, rule);
}

/* An address: its runs of letters as words, its runs of digits as numbers; its marks, "http", "https" and "www" are not
 * heard. */
static guint
count_address (BsSpan word, BsSyllableRule *rule)
{
  guint count = 0;
  gsize i = 0;

  while (i < word.length)
    {
      gsize start = i;
      BsSpan run;

      while (i < word.length && g_ascii_isalnum (word.start[i]))
        i++;
      run = bs_span (word.start + start, i - start);
      if (run.length > 0 && !bs_span_equal (run, bs_span ("http", 4)) && !bs_span_equal (run, bs_span ("https", 5))
          && !bs_span_equal (run, bs_span ("www", 3)))
        count += has_digit (run) ? count_mixed (run, rule) : count_word (run, rule);
      i += i == start;
    }
  *rule = BS_SYLLABLES_PARTS;
  return count;
}

/* Capitals beside an ampersand are letters even where they spell a word: AT&T. */
static guint
count_beside_ampersand (BsSpan part, BsSyllableRule *rule)
{
  gboolean capitals = part.length > 0 && part.length <= 3;

  for (gsize i = 0; capitals && i < part.length; i++)
    capitals = g_ascii_isupper (part.start[i]);
  *rule = BS_SYLLABLES_LETTERS;
  return capitals ? bs_letters_syllables (part) : count_part (part, rule);
}

/* What parts a word here; between figures only a hyphen does. */
static gboolean
is_separator (BsSpan word, gsize i)
{
  if (strchr ("-/&,:;_+#~", word.start[i]) == NULL)
    return FALSE;
  return word.start[i] == '-' || i == 0 || i + 1 == word.length || !g_ascii_isdigit (word.start[i - 1])
         || !g_ascii_isdigit (word.start[i + 1]);
}

/* Whether what ends here, before a hyphen, is one to three capitals: "F-150". */
static gboolean
is_code_before (BsSpan word, gsize end)
{
  gsize start = end;

  while (start > 0 && g_ascii_isupper (word.start[start - 1]))
    start--;
  return end > start && end - start <= 3 && (start == 0 || !g_ascii_isalnum (word.start[start - 1]));
}

static gboolean
is_digits (BsSpan part)
{
  gsize i = 0;

  while (i < part.length && g_ascii_isdigit (part.start[i]))
    i++;
  return i == part.length;
}

static guint
count_parts (BsSpan word, BsSyllableRule *rule)
{
  gboolean ampersand = memchr (word.start, '&', word.length) != NULL;
  guint count = 0, parts = 0;
  gsize start = 0;

  for (gsize i = 0; i <= word.length; i++)
    {
      BsSpan part = bs_span (word.start + start, i - start);

      if (i < word.length && !is_separator (word, i))
        continue;
      if (has_letter_or_digit (part))
        {
          if (start > 1 && word.start[start - 1] == '-' && is_digits (part) && is_code_before (word, start - 1))
            count += bs_code_syllables (part);
          else
            count += ampersand ? count_beside_ampersand (part, rule) : count_part (part, rule);
          parts++;
        }
      count += i < word.length && word.start[i] == '&'; /* "and" */
      start = i + 1;
    }
  if (parts > 1)
    *rule = BS_SYLLABLES_PARTS;
  return count;
}

/* A hyphenated word that is listed as a whole. */
static guint
count_listed (BsSpan word)
{
  char lower[BS_SYLLABLE_LISTED_MAX];

  if (word.length > BS_SYLLABLE_LISTED_MAX || memchr (word.start, '-', word.length) == NULL)
    return 0;
  return bs_syllable_table_listed (the_table (), bs_plain_lower (word, lower));
}

/* Writes a word in lower case if it is of letters and apostrophes, with a capital at its start at most: one part, no
 * number and no address. Most are. */
static gboolean
lower_letters (BsSpan plain, char *lower)
{
  for (gsize i = 0; i < plain.length; i++)
    {
      char c = plain.start[i];
      if (c >= 'A' && c <= 'Z' && i == 0)
        c = (char)(c - 'A' + 'a');
      else if ((c < 'a' || c > 'z') && (c != '\'' || i == 0))
        return FALSE;
      lower[i] = c;
    }
  return plain.length > 0;
}

guint
bs_syllables_plain (BsSpan plain, guint others, BsSyllableRule *rule)
{
  BsSyllableRule unasked;
  char lower[BS_PLAIN_MAX];
  guint count = 0;

  if (rule == NULL)
    rule = &unasked;
  *rule = BS_SYLLABLES_RULE;
  if (lower_letters (plain, lower))
    count = count_lower (bs_span (lower, plain.length), rule);
  else if (plain.length > 0 && bs_is_number (plain))
    count = count_part (plain, rule);
  else if (plain.length > 0 && bs_is_address (plain))
    count = count_address (plain, rule);
  else if (plain.length > 0)
    {
      count = count_listed (plain);
      *rule = BS_SYLLABLES_LISTED;
      if (count == 0)
        count = count_parts (plain, rule);
    }
  return MAX (1, count + (others + 1) / 2);
}

guint
bs_syllables (BsSpan spelling, BsSyllableRule *rule)
{
  char plain[BS_PLAIN_MAX];
  guint others;
  gsize length = bs_plain_letters (spelling, plain, &others);

  return bs_syllables_plain (bs_span (plain, length), others, rule);
}

const BsSyllableModel *
bs_syllables_model (void)
{
  return bs_syllable_table_model (the_table ());
}
