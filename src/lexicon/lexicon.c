#include "lexicon/lexicon.h"

#include "lexicon/address.h"
#include "lexicon/ending.h"
#include "lexicon/familiar.h"
#include "lexicon/fog.h"
#include "lexicon/juncture-words.h"
#include "lexicon/letters.h"
#include "lexicon/naming.h"
#include "lexicon/plain-letters.h"
#include "lexicon/spoken-number.h"
#include "lexicon/syllable.h"

/* Calls for the next character of a word; bytes that are not UTF-8 come out as U+FFFD. */
static inline gunichar
next_char (const char **at, const char *end)
{
  guchar first = (guchar) * *at;
  gunichar c = first;

  if (first >= 0x80)
    {
      c = g_utf8_get_char_validated (*at, end - *at);
      *at += c < 0x110000 ? g_utf8_skip[first] : 1;
      return c < 0x110000 ? c : 0xFFFD;
    }
  (*at)++;
  return c;
}

/* GLib's tables of all characters are three calls away; nearly all are ASCII. */
static inline gboolean
is_capital (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static inline gboolean
is_small (gunichar c)
{
  return c < 0x80 ? g_ascii_islower (c) : g_unichar_islower (c);
}

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c);
}

static inline gboolean
is_alphanumeric (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
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
      gboolean possessive
          = at == end && (c == 's' || c == 'S') && is_apostrophe (before) && (earlier == '.' || is_letter (earlier));

      if (!possessive && is_capital (c))
        {
          capital_first |= capitals + smalls == 0;
          inner += !parts_names (before);
          capitals++;
        }
      else if (!possessive && is_small (c))
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
    count += is_alphanumeric (next_char (&at, end)) != 0;
  return (guint16)count;
}

static guint16
scrabble_points (BsSpan folded)
{
  static const guint8 points[256]
      = { ['a'] = 1, ['b'] = 3, ['c'] = 3, ['d'] = 2, ['e'] = 1, ['f'] = 4, ['g'] = 2, ['h'] = 4,  ['i'] = 1,
          ['j'] = 8, ['k'] = 5, ['l'] = 1, ['m'] = 3, ['n'] = 1, ['o'] = 1, ['p'] = 3, ['q'] = 10, ['r'] = 1,
          ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 4, ['w'] = 4, ['x'] = 8, ['y'] = 4, ['z'] = 10 };
  gsize sum = 0;

  for (gsize i = 0; i < folded.length; i++)
    sum += points[(guchar)folded.start[i]];
  return (guint16)MIN (sum, G_MAXUINT16);
}

static gboolean
is_ohayre_off (BsSpan folded)
{
  static const BsSpan words[]
      = { BS_LITERAL ("the"), BS_LITERAL ("is"), BS_LITERAL ("are"), BS_LITERAL ("was"), BS_LITERAL ("were") };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (bs_span_equal (folded, words[i]))
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
    { BS_LIST_SPEECH, BS_WORD_SPEECH },
    { BS_LIST_GENERIC, BS_WORD_GENERIC },
  };
  guint32 flags = 0;

  for (gsize i = 0; lists != 0 && i < G_N_ELEMENTS (pairs); i++)
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
  gboolean letter = at < end && is_letter (next_char (&at, end));

  while (letter && at < end)
    {
      gunichar c = next_char (&at, end);
      letter = c >= 0x80 && g_unichar_ismark (c);
    }
  return letter;
}

/* Digits of other scripts make a number too, if there is nothing else. */
static gboolean
is_foreign_number (BsSpan spelling)
{
  const char *at = spelling.start, *end = spelling.start + spelling.length;

  while (at < end)
    {
      gunichar c = next_char (&at, end);
      if (c < 0x80 ? !g_ascii_isdigit (c) : !g_unichar_isdigit (c))
        return FALSE;
    }
  return spelling.length > 0;
}

/* What shows of a word without knowing any. */
typedef struct
{
  BsSpan plain, lower; /* in plain letters, as written and in lower case; at most BS_PLAIN_MAX bytes */
  guint others;        /* characters that have none */
  BsShape shape;
  guint16 letters;
  guint32 flags;
  char plain_bytes[BS_PLAIN_MAX];
  char lower_bytes[BS_PLAIN_MAX];
} Form;

static guint32
form_flags (BsSpan spelling, BsSpan plain)
{
  guint32 flags = 0;

  if ((plain.length > 0 && bs_is_number (plain)) || is_foreign_number (spelling))
    flags |= BS_WORD_NUMBER
             | (memchr (plain.start, ':', plain.length) != NULL || memchr (plain.start, '/', plain.length) != NULL
                    ? BS_WORD_CLOCK
                    : 0);
  else if (plain.length > 0 && bs_is_address (plain))
    flags |= BS_WORD_ADDRESS;
  if (is_one_letter (spelling))
    flags |= BS_WORD_INITIAL;
  if (bs_is_initialism (plain))
    flags |= BS_WORD_INITIALISM;
  return flags;
}

/* Nine spellings of ten are ASCII letters and nothing else. One look at each letter tells what read_form() would. */
static gboolean
read_form_of_letters (BsSpan spelling, Form *form)
{
  guint capitals = 0;

  if (spelling.length > BS_PLAIN_MAX)
    return FALSE;
  for (gsize i = 0; i < spelling.length; i++)
    {
      char c = spelling.start[i];
      gboolean capital = c >= 'A' && c <= 'Z';
      if (capital)
        c = (char)(c - 'A' + 'a');
      else if (c < 'a' || c > 'z')
        return FALSE;
      capitals += capital;
      form->lower_bytes[i] = c;
    }
  form->plain = spelling;
  form->lower = bs_span (form->lower_bytes, spelling.length);
  form->others = 0;
  form->letters = (guint16)spelling.length;
  form->flags = spelling.length == 1 ? BS_WORD_INITIAL : 0;
  form->shape = capitals == 0                                          ? BS_SHAPE_LOWER
                : capitals == 1 && g_ascii_isupper (spelling.start[0]) ? BS_SHAPE_CAPITAL
                : capitals == spelling.length                          ? BS_SHAPE_UPPER
                                                                       : BS_SHAPE_MIXED;
  return TRUE;
}

static void
read_form (BsSpan spelling, Form *form)
{
  form->plain = bs_span (form->plain_bytes, bs_plain_letters (spelling, form->plain_bytes, &form->others));
  form->lower = bs_plain_lower (form->plain, form->lower_bytes);
  form->letters = count_alphanumeric (spelling);
  form->flags = form_flags (spelling, form->plain);
  form->shape = bs_shape_of (spelling);
}

/* The lists of what stands behind the last hyphen, since a stop behind "ex-Mrs" or "27-in" is that of its last part. */
static guint32
lists_of_last_part (BsSpan folded)
{
  const char *hyphen = g_strrstr_len (folded.start, (gssize)folded.length, "-");

  BsSpan part;

  if (hyphen == NULL || hyphen + 1 == folded.start + folded.length)
    return 0;
  part = bs_span (hyphen + 1, (gsize)(folded.start + folded.length - hyphen - 1));
  if (g_ascii_isdigit (folded.start[0]) && bs_span_equal (part, bs_span ("in", 2)))
    return BS_LIST_BIT (BS_LIST_ABBREVIATION);
  return bs_lists_of (part);
}

/* The flags that the word has as a word of the language: capitals that are another thing have none of them. */
static guint32
meaning_flags (const Form *form, BsSpan folded, guint32 lists)
{
  BsSpan capitals = bs_without_small_s (form->plain), letters = bs_span (form->lower.start, capitals.length);
  guint32 familiar = form->others == 0 ? bs_familiar_lists (form->lower) : 0, flags;

  if (bs_is_spelled (capitals))
    return flags_of_lists (bs_familiar_letters (letters)) | BS_WORD_GENERIC;
  if (form->shape == BS_SHAPE_UPPER && bs_lists_of (letters) & BS_LIST_BIT (BS_LIST_ACRONYM))
    return BS_WORD_GENERIC;
  flags = flags_of_lists (lists | familiar) | (is_ohayre_off (folded) ? BS_WORD_OHAYRE_OFF : 0);
  if (bs_is_initialism (capitals))
    flags |= flags_of_lists (bs_familiar_letters (letters));
  if (bs_is_abbreviation_of_many (capitals))
    flags |= BS_WORD_GENERIC;
  if (form->shape != BS_SHAPE_LOWER && (lists | familiar) == 0 && !bs_has_common_ending (form->lower))
    flags |= BS_WORD_UNCOMMON;
  return flags;
}

static const char *const NUMBERS[] = { [BS_NUMBERS_SPOKEN] = "spoken", [BS_NUMBERS_ONE] = "one" };

const char *
bs_numbers_name (BsNumbers numbers)
{
  g_return_val_if_fail (numbers < G_N_ELEMENTS (NUMBERS), NULL);
  return NUMBERS[numbers];
}

gboolean
bs_numbers_from_name (const char *name, BsNumbers *numbers)
{
  for (guint i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    if (g_str_equal (NUMBERS[i], name))
      {
        *numbers = i;
        return TRUE;
      }
  return FALSE;
}

void
bs_lexicon_describe (BsSpan spelling, BsSpan folded, const BsLexiconOptions *options, BsWordFacts *facts)
{
  Form form;
  BsSyllableRule rule;
  guint syllables;
  guint32 lists, short_forms;

  g_return_if_fail (facts != NULL && spelling.length > 0 && folded.length > 0);
  if (!read_form_of_letters (spelling, &form))
    read_form (spelling, &form);
  lists = bs_lists_of (folded);
  short_forms = lists | lists_of_last_part (folded);
  facts->flags = form.flags | abbreviation_flags (short_forms, form.shape) | meaning_flags (&form, folded, lists);
  if (facts->flags & BS_WORD_NUMBER)
    facts->flags |= BS_WORD_DALE | BS_WORD_DALE_769 | BS_WORD_SPACHE;
  syllables = bs_syllables_plain (form.plain, form.others, &rule);
  if (facts->flags & BS_WORD_NUMBER && options != NULL && options->numbers == BS_NUMBERS_ONE)
    syllables = 1;
  if (syllables >= 3
      && (rule == BS_SYLLABLES_NUMBER || rule == BS_SYLLABLES_LETTERS || bs_fog_exempt (form.lower, syllables)))
    facts->flags |= BS_WORD_FOG_EXEMPT;
  facts->letters = form.letters;
  facts->scrabble = scrabble_points (folded);
  facts->syllables = (guint8)MIN (syllables, G_MAXUINT8);
  facts->shape = (guint8)form.shape;
  bs_juncture_weights (folded, &facts->ends, &facts->starts);
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
