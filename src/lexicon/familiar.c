#include "lexicon/familiar.h"

#include "lexicon/spoken-number.h"

#define DALE (BS_LIST_BIT (BS_LIST_DALE) | BS_LIST_BIT (BS_LIST_DALE_769))
#define ALL (DALE | BS_LIST_BIT (BS_LIST_SPACHE))

typedef enum
{
  NO_CONDITION,
  AFTER_HISS, /* church-es, go-es */
  DOUBLED,    /* dropp-ing: the stem's last consonant stands twice */
  PARTICIPLE  /* know-n */
} Condition;

typedef enum
{
  NOUN_OR_VERB,
  VERB,
  ADJECTIVE,
  ADVERB
} Kind;

/* An ending, what the list's word has in its place, and the lists whose rules know it. */
typedef struct
{
  const char *ending;
  const char *instead;
  Kind kind;
  Condition condition;
} Rule;

static const Rule RULES[] = {
  { "'s", "", NOUN_OR_VERB, NO_CONDITION },
  { "s", "", NOUN_OR_VERB, NO_CONDITION },
  { "es", "", NOUN_OR_VERB, AFTER_HISS },
  { "ies", "y", NOUN_OR_VERB, NO_CONDITION },
  { "ing", "", VERB, NO_CONDITION },
  { "ing", "e", VERB, NO_CONDITION },
  { "ing", "", VERB, DOUBLED },
  { "ying", "ie", VERB, NO_CONDITION },
  { "ed", "", VERB, NO_CONDITION },
  { "ed", "e", VERB, NO_CONDITION },
  { "ed", "", VERB, DOUBLED },
  { "ied", "y", VERB, NO_CONDITION },
  { "n", "", VERB, PARTICIPLE },
  { "er", "", ADJECTIVE, NO_CONDITION },
  { "er", "e", ADJECTIVE, NO_CONDITION },
  { "er", "", ADJECTIVE, DOUBLED },
  { "ier", "y", ADJECTIVE, NO_CONDITION },
  { "est", "", ADJECTIVE, NO_CONDITION },
  { "est", "e", ADJECTIVE, NO_CONDITION },
  { "est", "", ADJECTIVE, DOUBLED },
  { "iest", "y", ADJECTIVE, NO_CONDITION },
  { "ly", "", ADVERB, NO_CONDITION },
};

/* Verbs whose participle is themselves with an n. */
static const char *const N_VERBS[]
    = { "arise", "blow", "drive", "forgive", "give", "grow",  "know", "mistake", "mow", "rise",
        "saw",   "sew",  "shake", "show",    "sow",  "strew", "take", "throw",   NULL };

typedef struct
{
  const char *abbreviation;
  const char *word;
} Expansion;

static const Expansion EXPANSIONS[] = {
  { "apr", "april" },    { "aug", "august" },      { "capt", "captain" },   { "co", "company" },
  { "dec", "december" }, { "dept", "department" }, { "dr", "doctor" },      { "feb", "february" },
  { "fri", "friday" },   { "ft", "feet" },         { "gen", "general" },    { "hr", "hour" },
  { "hrs", "hour" },     { "jan", "january" },     { "jul", "july" },       { "jun", "june" },
  { "lb", "pound" },     { "lbs", "pound" },       { "mar", "march" },      { "min", "minute" },
  { "mon", "monday" },   { "mt", "mountain" },     { "no", "number" },      { "nov", "november" },
  { "oct", "october" },  { "oz", "ounce" },        { "pres", "president" }, { "rd", "road" },
  { "sat", "saturday" }, { "sec", "second" },      { "sep", "september" },  { "sept", "september" },
  { "st", "street" },    { "sun", "sunday" },      { "thu", "thursday" },   { "thurs", "thursday" },
  { "tue", "tuesday" },  { "tues", "tuesday" },    { "wed", "wednesday" },  { "yd", "yard" },
  { "yds", "yard" },     { "yr", "year" },         { "yrs", "year" },
};

static gboolean
ends_in (BsSpan word, const char *ending)
{
  gsize length = strlen (ending);

  return word.length > length && memcmp (word.start + word.length - length, ending, length) == 0;
}

static gboolean
is_n_verb (const char *stem)
{
  return g_strv_contains (N_VERBS, stem);
}

/* Whether an ending fits its stem; takes the doubled consonant off. `length` is the stem's. */
static gboolean
fits (const Rule *rule, char *stem, gsize *length)
{
  BsSpan span = bs_span (stem, *length);

  switch (rule->condition)
    {
    case AFTER_HISS:
      return ends_in (span, "s") || ends_in (span, "x") || ends_in (span, "z") || ends_in (span, "ch")
             || ends_in (span, "sh") || ends_in (span, "o");
    case DOUBLED:
      if (*length < 3 || stem[*length - 1] != stem[*length - 2] || strchr ("aeiouy", stem[*length - 1]) != NULL)
        return FALSE;
      stem[--*length] = '\0';
      return TRUE;
    case PARTICIPLE:
      return is_n_verb (stem);
    default:
      return TRUE;
    }
}

/* The lists that know a stem with an ending of this kind. */
static guint32
lists_by_rule (const Rule *rule, BsSpan stem)
{
  guint32 lists = bs_lists_of (stem);
  gboolean tiny
      = stem.length < 3 && !bs_span_equal (stem, bs_span ("do", 2)) && !bs_span_equal (stem, bs_span ("go", 2));

  switch (rule->kind)
    {
    case NOUN_OR_VERB:
      return stem.length < 2 ? 0 : lists & ALL;
    case VERB:
      return tiny || (lists & BS_LIST_BIT (BS_LIST_PRONOUN)) ? 0 : lists & (rule->condition == PARTICIPLE ? DALE : ALL);
    case ADJECTIVE:
      return lists & BS_LIST_BIT (BS_LIST_GRADABLE) ? lists & DALE : 0;
    case ADVERB:
      return tiny ? 0 : lists & DALE;
    default:
      g_return_val_if_reached (0);
    }
}

static guint32
lists_by_inflection (BsSpan word)
{
  char stem[BS_LIST_WORD_MAX + 3];
  guint32 lists = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (RULES); i++)
    {
      const Rule *rule = &RULES[i];
      gsize kept, length;

      if (!ends_in (word, rule->ending))
        continue;
      kept = word.length - strlen (rule->ending);
      memcpy (stem, word.start, kept);
      length = (gsize)(g_stpcpy (stem + kept, rule->instead) - stem);
      if (fits (rule, stem, &length))
        lists |= lists_by_rule (rule, bs_span (stem, length));
    }
  return lists;
}

static guint32
lists_by_abbreviation (BsSpan word)
{
  if (bs_span_equal (word, bs_span ("a.m", 3)) || bs_span_equal (word, bs_span ("p.m", 3))
      || bs_span_equal (word, bs_span ("u.s", 3)))
    return ALL;
  for (gsize i = 0; word.length <= 5 && i < G_N_ELEMENTS (EXPANSIONS); i++)
    if (bs_span_equal (word, bs_span_of (EXPANSIONS[i].abbreviation)))
      return bs_lists_of (bs_span_of (EXPANSIONS[i].word)) & ALL;
  return 0;
}

/* "who've": the word before the apostrophe. The n of n't goes with the apostrophe. */
static guint32
lists_by_contraction (BsSpan word)
{
  static const char *const clitics[] = { "n't", "'ll", "'re", "'ve", "'d", "'m", "s'", NULL };

  for (gsize i = 0; clitics[i] != NULL; i++)
    if (ends_in (word, clitics[i]))
      {
        gsize cut = clitics[i][0] == 's' ? 1 : strlen (clitics[i]);
        BsSpan stem = bs_span (word.start, word.length - cut);
        return (bs_lists_of (stem) | lists_by_inflection (stem)) & ALL;
      }
  return 0;
}

/* What is known without regard to hyphens and abbreviations. */
static guint32
lists_of_word (BsSpan word)
{
  guint32 lists;

  if (bs_is_number (word))
    return ALL;
  lists = bs_lists_of (word) & ALL;
  if (lists == ALL)
    return ALL;
  return lists | lists_by_inflection (word) | lists_by_contraction (word);
}

/* All lists that know every part of a hyphenated word. */
static guint32
lists_of_parts (BsSpan word)
{
  guint32 lists = ALL;
  guint parts = 0;
  gsize start = 0;

  for (gsize i = 0; i <= word.length && lists != 0; i++)
    if (i == word.length || word.start[i] == '-')
      {
        if (i > start)
          {
            lists &= lists_of_word (bs_span (word.start + start, i - start));
            parts++;
          }
        start = i + 1;
      }
  return parts > 0 ? lists : 0;
}

guint32
bs_familiar_lists (BsSpan word)
{
  guint32 lists;

  if (word.length == 0 || word.length > BS_LIST_WORD_MAX)
    return 0;
  lists = lists_of_word (word);
  if (lists == ALL)
    return ALL;
  lists |= lists_by_abbreviation (word);
  if (memchr (word.start, '-', word.length) != NULL)
    lists |= lists_of_parts (word);
  return lists;
}
