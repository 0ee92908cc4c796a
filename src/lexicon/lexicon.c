#include "lexicon/lexicon.h"

#include "lexicon/address.h"
#include "lexicon/familiar.h"
#include "lexicon/fog.h"
#include "lexicon/letters.h"
#include "lexicon/plain-letters.h"
#include "lexicon/spoken-number.h"
#include "lexicon/syllable.h"

/* Calls for the next character of a word; bytes that are not UTF-8 come out as U+FFFD. */
static gunichar
next_char (const char **at, const char *end)
{
  gunichar c = (guchar) * *at < 0x80 ? (gunichar) * *at : g_utf8_get_char_validated (*at, end - *at);

  if (c >= 0x110000)
    {
      (*at)++;
      return 0xFFFD;
    }
  *at = (guchar) * *at < 0x80 ? *at + 1 : g_utf8_next_char (*at);
  return c;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018;
}

static gboolean
parts_names (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || is_apostrophe (c);
}

BsShape
bs_shape_of (BsSpan spelling)
{
  const char *at = spelling.start, *end = spelling.start + spelling.length;
  guint capitals = 0, smalls = 0, inner = 0;
  gboolean capital_first = FALSE;
  gunichar before = '-', earlier = 0;

  while (at < end)
    {
      gunichar c = next_char (&at, end);
      gboolean possessive = at == end && (c == 's' || c == 'S') && is_apostrophe (before)
                            && (earlier == '.' || g_unichar_isalpha (earlier));

      if (!possessive && (g_unichar_isupper (c) || g_unichar_istitle (c)))
        {
          capital_first |= capitals + smalls == 0;
          inner += !parts_names (before);
          capitals++;
        }
      else if (!possessive && g_unichar_islower (c))
        smalls++;
      earlier = before;
      before = c;
    }
  if (capitals == 0)
    return BS_SHAPE_LOWER;
  if (smalls == 0)
    return capitals == 1 ? BS_SHAPE_CAPITAL : BS_SHAPE_UPPER;
  return capital_first && inner == 0 ? BS_SHAPE_CAPITAL : BS_SHAPE_MIXED;
}

static guint16
count_alphanumeric (BsSpan spelling)
{
  const char *at = spelling.start, *end = spelling.start + spelling.length;
  guint count = 0;

  while (at < end && count < G_MAXUINT16)
    count += g_unichar_isalnum (next_char (&at, end)) != 0;
  return (guint16)count;
}

static guint16
scrabble_points (BsSpan folded)
{
  static const guint8 points[26] = { 1, 3, 3, 2, 1, 4, 2, 4, 1, 8, 5, 1, 3, 1, 1, 3, 10, 1, 1, 1, 1, 4, 4, 8, 4, 10 };
  guint sum = 0;

  for (gsize i = 0; i < folded.length && sum < G_MAXUINT16; i++)
    if (g_ascii_islower (folded.start[i]))
      sum += points[folded.start[i] - 'a'];
  return (guint16)MIN (sum, G_MAXUINT16);
}

static gboolean
is_ohayre_off (BsSpan folded)
{
  static const char *const words[] = { "the", "is", "are", "was", "were" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (bs_span_equal (folded, bs_span_of (words[i])))
      return TRUE;
  return FALSE;
}

/* The flags that membership of a list stands for, one for one. */
static guint32
flags_of_lists (guint32 lists)
{
  static const struct
  {
    BsList list;
    BsWordFlag flag;
  } pairs[] = {
    { BS_LIST_DALE, BS_WORD_DALE },
    { BS_LIST_DALE_769, BS_WORD_DALE_769 },
    { BS_LIST_SPACHE, BS_WORD_SPACHE },
    { BS_LIST_FUNCTION, BS_WORD_FUNCTION },
    { BS_LIST_PRONOUN, BS_WORD_PRONOUN },
    { BS_LIST_PREPOSITION, BS_WORD_PREPOSITION },
    { BS_LIST_CONJUNCTION, BS_WORD_CONJUNCTION },
    { BS_LIST_STARTER, BS_WORD_STARTER },
  };
  guint32 flags = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (lists & BS_LIST_BIT (pairs[i].list))
      flags |= pairs[i].flag;
  return flags;
}

/* Abbreviations by their spelling: one that is listed with a capital means the capital one, and a title always. */
static guint32
abbreviation_flags (guint32 lists, BsShape shape)
{
  gboolean any_case = shape != BS_SHAPE_LOWER || !(lists & BS_LIST_CAPITAL);
  guint32 flags = 0;

  if (shape != BS_SHAPE_LOWER && lists & BS_LIST_BIT (BS_LIST_TITLE))
    flags |= BS_WORD_TITLE | BS_WORD_ABBREVIATION;
  if (any_case && lists & BS_LIST_BIT (BS_LIST_BEFORE_NUMBER))
    flags |= BS_WORD_BEFORE_NUMBER | BS_WORD_ABBREVIATION;
  if (any_case && lists & BS_LIST_BIT (BS_LIST_ABBREVIATION))
    flags |= BS_WORD_ABBREVIATION;
  return flags;
}

static gboolean
is_one_letter (BsSpan spelling)
{
  const char *at = spelling.start, *end = spelling.start + spelling.length;
  gboolean letter = at < end && g_unichar_isalpha (next_char (&at, end));

  while (letter && at < end)
    letter = g_unichar_ismark (next_char (&at, end));
  return letter;
}

/* Digits of other scripts make a number too, if there is nothing else. */
static gboolean
is_foreign_number (BsSpan spelling)
{
  const char *at = spelling.start, *end = spelling.start + spelling.length;

  while (at < end)
    if (!g_unichar_isdigit (next_char (&at, end)))
      return FALSE;
  return spelling.length > 0;
}

static guint32
form_flags (BsSpan spelling, BsSpan plain)
{
  guint32 flags = 0;

  if ((plain.length > 0 && bs_is_number (plain)) || is_foreign_number (spelling))
    flags |= BS_WORD_NUMBER;
  else if (plain.length > 0 && bs_is_address (plain))
    flags |= BS_WORD_ADDRESS;
  if (is_one_letter (spelling))
    flags |= BS_WORD_INITIAL;
  if (bs_is_initialism (plain))
    flags |= BS_WORD_INITIALISM;
  return flags;
}

/* The flags that the word has as a word of the language: capitals that are another thing have none of them. */
static guint32
meaning_flags (BsSpan plain, BsSpan lower, BsSpan folded, guint32 lists, BsShape shape)
{
  guint32 familiar = bs_familiar_lists (lower);

  if (bs_is_spelled (plain))
    return bs_span_equal (folded, bs_span ("us", 2)) ? flags_of_lists (familiar) : 0;
  if (shape == BS_SHAPE_UPPER && lists & BS_LIST_BIT (BS_LIST_ACRONYM))
    return 0;
  return flags_of_lists (lists | familiar) | (is_ohayre_off (folded) ? BS_WORD_OHAYRE_OFF : 0);
}

void
bs_lexicon_describe (BsSpan spelling, BsSpan folded, BsWordFacts *facts)
{
  char letters[BS_PLAIN_MAX], lower[BS_PLAIN_MAX];
  guint others, syllables;
  BsSpan plain;
  BsShape shape;
  BsSyllableRule rule;
  guint32 lists;

  g_return_if_fail (facts != NULL && spelling.length > 0 && folded.length > 0);
  plain = bs_span (letters, bs_plain_letters (spelling, letters, &others));
  for (gsize i = 0; i < plain.length; i++)
    lower[i] = g_ascii_tolower (letters[i]);
  shape = bs_shape_of (spelling);
  lists = bs_lists_of (folded);
  facts->flags = form_flags (spelling, plain) | abbreviation_flags (lists, shape)
                 | meaning_flags (plain, bs_span (lower, others == 0 ? plain.length : 0), folded, lists, shape);
  if (facts->flags & BS_WORD_NUMBER)
    facts->flags |= BS_WORD_DALE | BS_WORD_DALE_769 | BS_WORD_SPACHE;
  syllables = bs_syllables_plain (plain, others, &rule);
  if (syllables >= 3
      && (rule == BS_SYLLABLES_NUMBER || rule == BS_SYLLABLES_LETTERS
          || bs_fog_exempt (bs_span (lower, plain.length), syllables)))
    facts->flags |= BS_WORD_FOG_EXEMPT;
  facts->letters = count_alphanumeric (spelling);
  facts->scrabble = scrabble_points (folded);
  facts->syllables = (guint8)MIN (syllables, G_MAXUINT8);
  facts->shape = (guint8)shape;
}

void
bs_lexicon_init (void)
{
  bs_lists_of (bs_span ("the", 3));
  bs_syllables (bs_span ("the", 3), NULL);
}

const char *
bs_lexicon_version (void)
{
  static char *version;

  if (g_once_init_enter (&version))
    {
      GString *text = g_string_new ("cmudict 2024-12-17 (0f8072f); dale-chall 2.0.1; spache 2.0.1; entries");

      for (BsList list = 0; list < BS_N_LISTS; list++)
        {
          guint n;
          bs_list_entries (list, &n);
          g_string_append_printf (text, " %s:%u", bs_list_name (list), n);
        }
      g_once_init_leave (&version, g_string_free (text, FALSE));
    }
  return version;
}
