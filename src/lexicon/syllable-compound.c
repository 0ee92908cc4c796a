#include "lexicon/syllable-compound.h"

#include "lexicon/ending.h"

#define LEAST_REST 4

typedef struct
{
  BsSpan letters;
  guint syllables;
  gboolean before_vowel; /* counted by itself before a vowel; otherwise before a consonant, its e being silent */
} Element;

#define SILENT_E(letters, syllables) { BS_LITERAL (letters), syllables, FALSE }
#define OPEN(letters, syllables) { BS_LITERAL (letters), syllables, TRUE }
#define END { { NULL, 0 }, 0, FALSE }

/* By their first letter, so that a word meets few of them. */
static const Element FIRST_A[]
    = { OPEN ("aero", 2), OPEN ("agro", 2), OPEN ("anti", 2), OPEN ("astro", 2), OPEN ("auto", 2), END };
static const Element FIRST_B[]
    = { SILENT_E ("base", 1), SILENT_E ("bike", 1), OPEN ("bio", 2), SILENT_E ("blue", 1), END };
static const Element FIRST_C[] = { SILENT_E ("cheese", 1), SILENT_E ("code", 1), END };
static const Element FIRST_E[] = { OPEN ("electro", 3), OPEN ("euro", 2), OPEN ("extra", 2), END };
static const Element FIRST_G[] = { SILENT_E ("game", 1), OPEN ("geo", 2), SILENT_E ("grape", 1), END };
static const Element FIRST_H[]
    = { SILENT_E ("home", 1), SILENT_E ("horse", 1), SILENT_E ("house", 1), OPEN ("hydro", 2), END };
static const Element FIRST_I[] = { OPEN ("infra", 2), OPEN ("intra", 2), END };
static const Element FIRST_K[] = { SILENT_E ("kite", 1), END };
static const Element FIRST_L[] = { SILENT_E ("life", 1), END };
static const Element FIRST_M[]
    = { OPEN ("macro", 2), OPEN ("mega", 2), OPEN ("meta", 2), OPEN ("micro", 2), OPEN ("multi", 2), END };
static const Element FIRST_N[] = { OPEN ("neuro", 2), SILENT_E ("nine", 1), END };
static const Element FIRST_P[] = { OPEN ("photo", 2), OPEN ("pseudo", 2), OPEN ("psycho", 2), END };
static const Element FIRST_R[] = { OPEN ("retro", 2), END };
static const Element FIRST_S[] = { SILENT_E ("safe", 1),
                                   OPEN ("semi", 2),
                                   SILENT_E ("shape", 1),
                                   SILENT_E ("side", 1),
                                   SILENT_E ("smoke", 1),
                                   OPEN ("socio", 3),
                                   SILENT_E ("space", 1),
                                   SILENT_E ("state", 1),
                                   SILENT_E ("stone", 1),
                                   SILENT_E ("style", 1),
                                   END };
static const Element FIRST_T[] = { OPEN ("techno", 2),
                                   OPEN ("thermo", 2),
                                   SILENT_E ("time", 1),
                                   SILENT_E ("trade", 1),
                                   OPEN ("turbo", 2),
                                   SILENT_E ("type", 1),
                                   END };
static const Element FIRST_U[] = { OPEN ("ultra", 2), END };
static const Element FIRST_W[] = { SILENT_E ("white", 1), SILENT_E ("whole", 1), END };

static const Element *const FIRST[26] = {
  ['a' - 'a'] = FIRST_A, ['b' - 'a'] = FIRST_B, ['c' - 'a'] = FIRST_C, ['e' - 'a'] = FIRST_E, ['g' - 'a'] = FIRST_G,
  ['h' - 'a'] = FIRST_H, ['i' - 'a'] = FIRST_I, ['k' - 'a'] = FIRST_K, ['l' - 'a'] = FIRST_L, ['m' - 'a'] = FIRST_M,
  ['n' - 'a'] = FIRST_N, ['p' - 'a'] = FIRST_P, ['r' - 'a'] = FIRST_R, ['s' - 'a'] = FIRST_S, ['t' - 'a'] = FIRST_T,
  ['u' - 'a'] = FIRST_U, ['w' - 'a'] = FIRST_W,
};

static const Element LAST[] = {
  OPEN ("like", 1), OPEN ("less", 1), OPEN ("wise", 1), OPEN ("ware", 1), OPEN ("worth", 1), OPEN ("friendly", 2), END
};

static gboolean
is_vowel (char c)
{
  return strchr ("aeiouy", c) != NULL;
}

static guint
first_element (BsSpan word, BsSpan *rest)
{
  const Element *element = g_ascii_islower (word.start[0]) ? FIRST[word.start[0] - 'a'] : NULL;

  for (; element != NULL && element->syllables > 0; element++)
    {
      gsize length = element->letters.length;
      if (word.length >= length + LEAST_REST && memcmp (word.start, element->letters.start, length) == 0
          && is_vowel (word.start[length]) == element->before_vowel)
        {
          *rest = bs_span (word.start + length, word.length - length);
          return element->syllables;
        }
    }
  return 0;
}

static guint
last_element (BsSpan word, BsSpan *rest)
{
  for (const Element *element = LAST; element->syllables > 0; element++)
    if (word.length >= element->letters.length + LEAST_REST && bs_ends_in (word, element->letters))
      {
        *rest = bs_span (word.start, word.length - element->letters.length);
        return element->syllables;
      }
  return 0;
}

guint
bs_compound_element (BsSpan word, BsSpan *rest)
{
  guint count = word.length > LEAST_REST ? first_element (word, rest) : 0;

  return count > 0 ? count : last_element (word, rest);
}
