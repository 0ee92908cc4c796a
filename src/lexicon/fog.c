#include "lexicon/fog.h"

#include "lexicon/ending.h"
#include "lexicon/familiar.h"
#include "lexicon/syllable-table.h"
#include "lexicon/syllable.h"

#define HARD 3
#define LEAST_PART 3
#define LONGEST_COMPOUND 24

/* Inlined, so that the length of a literal is known. */
static inline gboolean
ends_in (BsSpan word, const char *ending)
{
  return bs_has_ending (word, bs_span_of (ending));
}

static gboolean
is_listed (BsSpan word, const BsSpan *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bs_span_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

#define IS_LISTED(word, list) is_listed (word, list, G_N_ELEMENTS (list))

/* Greek and Latin plurals: their -es is not added to an English word. */
static gboolean
is_learned_plural (BsSpan word)
{
  static const BsSpan plurals[]
      = { BS_LITERAL ("apices"), BS_LITERAL ("codices"), BS_LITERAL ("cortices"), BS_LITERAL ("emphases"),
          BS_LITERAL ("helices"), BS_LITERAL ("indices"), BS_LITERAL ("matrices"), BS_LITERAL ("neuroses"),
          BS_LITERAL ("oases"), BS_LITERAL ("prognoses"), BS_LITERAL ("psychoses"), BS_LITERAL ("scleroses"),
          BS_LITERAL ("synopses"), BS_LITERAL ("vertices"), BS_LITERAL ("vortices") };

  return IS_LISTED (word, plurals);
}

static gboolean
is_made_three_by_ending (BsSpan word)
{
  if (ends_in (word, "ing") || ends_in (word, "ted") || ends_in (word, "ded"))
    return TRUE;
  return ends_in (word, "es") && bs_syllable_is_sibilant (bs_span (word.start, word.length - 1));
}

static gboolean
has_easy_parts (BsSpan word)
{
  gsize start = 0;

  for (gsize i = 0; i <= word.length; i++)
    if (i == word.length || word.start[i] == '-')
      {
        BsSpan part = bs_span (word.start + start, i - start);
        guint syllables = i > start ? bs_syllables_plain (part, 0, NULL) : 0;

        if (syllables >= HARD && !bs_fog_exempt (part, syllables))
          return FALSE;
        start = i + 1;
      }
  return TRUE;
}

/* Without the s of a plural. */
static BsSpan
singular_of (BsSpan word)
{
  return ends_in (word, "s") && !ends_in (word, "ss") ? bs_span (word.start, word.length - 1) : word;
}

/* Words of the list that are suffixes when they end another word: comfort-able, account-ants, royal-ties. */
static gboolean
is_suffix (BsSpan word)
{
  static const BsSpan suffixes[]
      = { BS_LITERAL ("able"), BS_LITERAL ("age"), BS_LITERAL ("ant"), BS_LITERAL ("any"), BS_LITERAL ("ate"),
          BS_LITERAL ("fully"), BS_LITERAL ("hood"), BS_LITERAL ("ises"), BS_LITERAL ("less"), BS_LITERAL ("list"), BS_LITERAL ("ship"),
          BS_LITERAL ("some"), BS_LITERAL ("table"), BS_LITERAL ("tie") };

  return IS_LISTED (word, suffixes) || IS_LISTED (singular_of (word), suffixes);
}

/* Two easy words one after the other by their letters only: be-ginner is no beg-inner. Plurals have no entry. */
static gboolean
is_no_compound (BsSpan word)
{
  static const BsSpan words[]
      = { BS_LITERAL ("automated"), BS_LITERAL ("automating"), BS_LITERAL ("bargainer"), BS_LITERAL ("bedevil"),
          BS_LITERAL ("bedeviled"), BS_LITERAL ("bedevilled"), BS_LITERAL ("beginner"), BS_LITERAL ("catamount"),
          BS_LITERAL ("cowardice"), BS_LITERAL ("endanger"), BS_LITERAL ("endangered"), BS_LITERAL ("forgiven"),
          BS_LITERAL ("forgotten"), BS_LITERAL ("formatter"), BS_LITERAL ("ganglion"), BS_LITERAL ("litanies"),
          BS_LITERAL ("litany"), BS_LITERAL ("offender"), BS_LITERAL ("rampager"), BS_LITERAL ("wantonly") };

  return IS_LISTED (word, words) || IS_LISTED (singular_of (word), words);
}

/* Compounds of easy words that the list does not give away: words of two letters, and more than two words. */
static gboolean
is_known_compound (BsSpan word)
{
  static const BsSpan words[]
      = { BS_LITERAL ("another"), BS_LITERAL ("bystander"), BS_LITERAL ("inasmuch"), BS_LITERAL ("insider"),
          BS_LITERAL ("insofar"), BS_LITERAL ("nevertheless"), BS_LITERAL ("nobodies"), BS_LITERAL ("nobody"),
          BS_LITERAL ("nonetheless"), BS_LITERAL ("notwithstanding"), BS_LITERAL ("onlooker"), BS_LITERAL ("stakeholder"),
          BS_LITERAL ("upriver"), BS_LITERAL ("whatsoever"), BS_LITERAL ("whosoever") };

  return IS_LISTED (word, words) || IS_LISTED (singular_of (word), words);
}

static gboolean
is_easy_word (BsSpan word)
{
  return bs_lists_of (word) & BS_LIST_BIT (BS_LIST_DALE) && !is_suffix (word);
}

/* The second half of a compound: a word of the list, inflected or not, or one who does it: book-keeper. */
static gboolean
is_easy_end (BsSpan word)
{
  BsSpan stem = word;

  if (is_easy_word (word))
    return TRUE;
  if (word.length < LEAST_PART + 1 || ends_in (word, "ly")) /* tire-lessly, govern-ors */
    return FALSE;
  if (!is_suffix (word) && bs_familiar_lists (word) & BS_LIST_BIT (BS_LIST_DALE))
    return TRUE;
  if (ends_in (stem, "s"))
    stem.length--;
  if (!ends_in (stem, "er") || stem.length < LEAST_PART + 2) /* cost-lier */
    return FALSE;
  return is_easy_word (bs_span (stem.start, stem.length - 1)) || is_easy_word (bs_span (stem.start, stem.length - 2));
}

/* "butterfly" */
static gboolean
is_two_easy_words (BsSpan word, guint syllables)
{
  if (syllables > 2 * (HARD - 1) || word.length > LONGEST_COMPOUND || is_no_compound (word))
    return FALSE;
  for (gsize i = LEAST_PART; i + LEAST_PART <= word.length; i++)
    {
      BsSpan first = bs_span (word.start, i), second = bs_span (word.start + i, word.length - i);
      guint alone, inside, rest;

      if (!(bs_lists_of (first) & BS_LIST_BIT (BS_LIST_DALE)) || !is_easy_end (second))
        continue;
      /* "fire" has two by itself and one in "firefighter", "every" three and in "everyone" two. */
      rest = bs_syllables_plain (second, 0, NULL);
      inside = syllables > rest ? syllables - rest : 0;
      if (rest >= HARD || inside >= HARD)
        continue;
      alone = bs_syllables_plain (first, 0, NULL);
      if (alone == inside || alone == inside + 1)
        return TRUE;
    }
  return FALSE;
}

gboolean
bs_fog_exempt (BsSpan word, guint syllables)
{
  if (syllables < HARD || word.length == 0 || is_learned_plural (word))
    return FALSE;
  if (memchr (word.start, '-', word.length) != NULL)
    return has_easy_parts (word);
  if (syllables == HARD && is_made_three_by_ending (word))
    return TRUE;
  return is_two_easy_words (word, syllables) || is_known_compound (word);
}
