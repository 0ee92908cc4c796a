#include "lexicon/familiar.h"

#include "lexicon/ending.h"
#include "lexicon/spoken-number.h"

#define DALE (BS_LIST_BIT (BS_LIST_DALE) | BS_LIST_BIT (BS_LIST_DALE_769))
#define ALL (DALE | BS_LIST_BIT (BS_LIST_SPACHE))
#define GENERIC BS_LIST_BIT (BS_LIST_GENERIC)

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
  BsSpan ending;
  BsSpan instead;
  Kind kind;
  Condition condition;
} Rule;

#define RULE(ending, instead, kind, condition)                                                                         \
  {                                                                                                                    \
    BS_LITERAL (ending), BS_LITERAL (instead), kind, condition                                                         \
  }
#define END                                                                                                            \
  {                                                                                                                    \
    { NULL, 0 }, { NULL, 0 }, VERB, NO_CONDITION                                                                       \
  }

/* By the last letter, so that a word meets few of them; the order among them is of no account. */
static const Rule RULES_D[] = { RULE ("ed", "", VERB, NO_CONDITION), RULE ("ed", "e", VERB, NO_CONDITION),
                                RULE ("ed", "", VERB, DOUBLED), RULE ("ied", "y", VERB, NO_CONDITION), END };
static const Rule RULES_G[] = { RULE ("ing", "", VERB, NO_CONDITION), RULE ("ing", "e", VERB, NO_CONDITION),
                                RULE ("ing", "", VERB, DOUBLED), RULE ("ying", "ie", VERB, NO_CONDITION), END };
static const Rule RULES_N[] = { RULE ("n", "", VERB, PARTICIPLE), END };
static const Rule RULES_R[] = { RULE ("er", "", ADJECTIVE, NO_CONDITION), RULE ("er", "e", ADJECTIVE, NO_CONDITION),
                                RULE ("er", "", ADJECTIVE, DOUBLED), RULE ("ier", "y", ADJECTIVE, NO_CONDITION), END };
static const Rule RULES_S[]
    = { RULE ("'s", "", NOUN_OR_VERB, NO_CONDITION), RULE ("s", "", NOUN_OR_VERB, NO_CONDITION),
        RULE ("es", "", NOUN_OR_VERB, AFTER_HISS), RULE ("ies", "y", NOUN_OR_VERB, NO_CONDITION), END };
static const Rule RULES_T[]
    = { RULE ("est", "", ADJECTIVE, NO_CONDITION), RULE ("est", "e", ADJECTIVE, NO_CONDITION),
        RULE ("est", "", ADJECTIVE, DOUBLED), RULE ("iest", "y", ADJECTIVE, NO_CONDITION), END };
static const Rule RULES_Y[] = { RULE ("ly", "", ADVERB, NO_CONDITION), END };

static const Rule *const RULES[26] = {
  ['d' - 'a'] = RULES_D, ['g' - 'a'] = RULES_G, ['n' - 'a'] = RULES_N, ['r' - 'a'] = RULES_R,
  ['s' - 'a'] = RULES_S, ['t' - 'a'] = RULES_T, ['y' - 'a'] = RULES_Y,
};

/* Verbs whose participle is themselves with an n. */
static const BsSpan N_VERBS[] = {
  BS_LITERAL ("arise"), BS_LITERAL ("blow"), BS_LITERAL ("draw"), BS_LITERAL ("drive"), BS_LITERAL ("forgive"),
  BS_LITERAL ("give"), BS_LITERAL ("grow"), BS_LITERAL ("know"), BS_LITERAL ("mistake"), BS_LITERAL ("mow"),
  BS_LITERAL ("prove"),
  BS_LITERAL ("rise"), BS_LITERAL ("saw"), BS_LITERAL ("see"), BS_LITERAL ("sew"), BS_LITERAL ("shake"),
  BS_LITERAL ("show"), BS_LITERAL ("sow"), BS_LITERAL ("strew"), BS_LITERAL ("take"), BS_LITERAL ("throw"),
};

typedef struct
{
  BsSpan abbreviation;
  BsSpan word;
} Expansion;

#define LONGEST_ABBREVIATION 5

static const Expansion EXPANSIONS[] = {
  { BS_LITERAL ("apr"), BS_LITERAL ("april") },      { BS_LITERAL ("aug"), BS_LITERAL ("august") },
  { BS_LITERAL ("capt"), BS_LITERAL ("captain") },   { BS_LITERAL ("co"), BS_LITERAL ("company") },
  { BS_LITERAL ("dec"), BS_LITERAL ("december") },   { BS_LITERAL ("dept"), BS_LITERAL ("department") },
  { BS_LITERAL ("dr"), BS_LITERAL ("doctor") },      { BS_LITERAL ("feb"), BS_LITERAL ("february") },
  { BS_LITERAL ("fri"), BS_LITERAL ("friday") },     { BS_LITERAL ("ft"), BS_LITERAL ("feet") },
  { BS_LITERAL ("gen"), BS_LITERAL ("general") },    { BS_LITERAL ("hr"), BS_LITERAL ("hour") },
  { BS_LITERAL ("hrs"), BS_LITERAL ("hour") },       { BS_LITERAL ("jan"), BS_LITERAL ("january") },
  { BS_LITERAL ("jul"), BS_LITERAL ("july") },       { BS_LITERAL ("jun"), BS_LITERAL ("june") },
  { BS_LITERAL ("lb"), BS_LITERAL ("pound") },       { BS_LITERAL ("lbs"), BS_LITERAL ("pound") },
  { BS_LITERAL ("mar"), BS_LITERAL ("march") },      { BS_LITERAL ("min"), BS_LITERAL ("minute") },
  { BS_LITERAL ("mon"), BS_LITERAL ("monday") },     { BS_LITERAL ("mt"), BS_LITERAL ("mountain") },
  { BS_LITERAL ("no"), BS_LITERAL ("number") },      { BS_LITERAL ("nov"), BS_LITERAL ("november") },
  { BS_LITERAL ("oct"), BS_LITERAL ("october") },    { BS_LITERAL ("oz"), BS_LITERAL ("ounce") },
  { BS_LITERAL ("pres"), BS_LITERAL ("president") }, { BS_LITERAL ("rd"), BS_LITERAL ("road") },
  { BS_LITERAL ("sat"), BS_LITERAL ("saturday") },   { BS_LITERAL ("sec"), BS_LITERAL ("second") },
  { BS_LITERAL ("sep"), BS_LITERAL ("september") },  { BS_LITERAL ("sept"), BS_LITERAL ("september") },
  { BS_LITERAL ("st"), BS_LITERAL ("street") },      { BS_LITERAL ("sun"), BS_LITERAL ("sunday") },
  { BS_LITERAL ("thu"), BS_LITERAL ("thursday") },   { BS_LITERAL ("thurs"), BS_LITERAL ("thursday") },
  { BS_LITERAL ("tue"), BS_LITERAL ("tuesday") },    { BS_LITERAL ("tues"), BS_LITERAL ("tuesday") },
  { BS_LITERAL ("wed"), BS_LITERAL ("wednesday") },  { BS_LITERAL ("yd"), BS_LITERAL ("yard") },
  { BS_LITERAL ("yds"), BS_LITERAL ("yard") },       { BS_LITERAL ("yr"), BS_LITERAL ("year") },
  { BS_LITERAL ("yrs"), BS_LITERAL ("year") },
};

static gboolean
is_n_verb (BsSpan stem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (N_VERBS); i++)
    if (stem.length == N_VERBS[i].length && bs_ends_in (stem, N_VERBS[i]))
      return TRUE;
  return FALSE;
}

/* Whether an ending fits its stem; takes the doubled consonant off. `length` is the stem's. */
static gboolean
fits (const Rule *rule, const char *stem, gsize *length)
{
  static const BsSpan hisses[] = { BS_LITERAL ("s"),  BS_LITERAL ("x"),  BS_LITERAL ("z"),
                                   BS_LITERAL ("ch"), BS_LITERAL ("sh"), BS_LITERAL ("o") };
  BsSpan span = bs_span (stem, *length);

  switch (rule->condition)
    {
    case AFTER_HISS:
      for (gsize i = 0; i < G_N_ELEMENTS (hisses); i++)
        if (bs_has_ending (span, hisses[i]))
          return TRUE;
      return FALSE;
    case DOUBLED:
      if (*length < 3 || stem[*length - 1] != stem[*length - 2] || strchr ("aeiouy", stem[*length - 1]) != NULL)
        return FALSE;
      --*length;
      return TRUE;
    case PARTICIPLE:
      return is_n_verb (span);
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
      return stem.length < 2 ? 0 : lists & (ALL | GENERIC);
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
  char last = word.length > 0 ? word.start[word.length - 1] : '\0';
  const Rule *rule = g_ascii_islower (last) ? RULES[last - 'a'] : NULL;
  guint32 lists = 0;

  for (; rule != NULL && rule->ending.length > 0; rule++)
    {
      char stem[BS_LIST_WORD_MAX]; /* what stands instead is never longer than the ending */
      gsize kept = word.length - rule->ending.length, length = kept + rule->instead.length;

      if (!bs_has_ending (word, rule->ending))
        continue;
      memcpy (stem, word.start, kept);
      memcpy (stem + kept, rule->instead.start, rule->instead.length);
      if (fits (rule, stem, &length))
        lists |= lists_by_rule (rule, bs_span (stem, length));
    }
  return lists;
}

static guint32
lists_by_abbreviation (BsSpan word)
{
  if (word.length > LONGEST_ABBREVIATION)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (EXPANSIONS); i++)
    if (word.length == EXPANSIONS[i].abbreviation.length && bs_ends_in (word, EXPANSIONS[i].abbreviation))
      return bs_lists_of (EXPANSIONS[i].word) & ALL;
  return 0;
}

/* "who've": the word before the apostrophe. The n of n't goes with the apostrophe. */
static guint32
lists_by_contraction (BsSpan word)
{
  static const BsSpan clitics[] = { BS_LITERAL ("n't"), BS_LITERAL ("'ll"), BS_LITERAL ("'re"), BS_LITERAL ("'ve"),
                                    BS_LITERAL ("'d"),  BS_LITERAL ("'m"),  BS_LITERAL ("s'") };

  if (memchr (word.start, '\'', word.length) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (bs_has_ending (word, clitics[i]))
      {
        gsize cut = clitics[i].start[0] == 's' ? 1 : clitics[i].length;
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
  lists = bs_lists_of (word) & (ALL | GENERIC);
  if ((lists & ALL) == ALL)
    return lists;
  return lists | lists_by_inflection (word) | lists_by_contraction (word);
}

/* All lists that know every part of a hyphenated word. */
static guint32
lists_of_parts (BsSpan word)
{
  guint32 lists = ALL | GENERIC;
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
  if ((lists & ALL) == ALL)
    return lists;
  lists |= lists_by_abbreviation (word);
  if (memchr (word.start, '-', word.length) != NULL)
    lists |= lists_of_parts (word);
  return lists;
}

guint32
bs_familiar_letters (BsSpan letters)
{
  static const BsSpan known[]
      = { BS_LITERAL ("am"),  BS_LITERAL ("dc"),  BS_LITERAL ("ddr"), BS_LITERAL ("drc"), BS_LITERAL ("gdr"),
          BS_LITERAL ("la"),  BS_LITERAL ("nyc"), BS_LITERAL ("pm"),  BS_LITERAL ("prc"), BS_LITERAL ("roc"),
          BS_LITERAL ("uae"), BS_LITERAL ("uk"),  BS_LITERAL ("us"),  BS_LITERAL ("usa"), BS_LITERAL ("ussr") };
  char bare[LONGEST_ABBREVIATION];
  gsize length = 0;

  for (gsize i = 0; i < letters.length; i++)
    if (letters.start[i] != '.')
      {
        if (length == sizeof bare)
          return 0;
        bare[length++] = letters.start[i];
      }
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (bs_span_equal (bs_span (bare, length), known[i]))
      return ALL;
  return 0;
}
