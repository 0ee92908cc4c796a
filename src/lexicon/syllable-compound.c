#include "lexicon/syllable-compound.h"

#include "lexicon/ending.h"

#define LEAST_REST 4

typedef struct
{
  BsSpan letters;
  guint syllables;
} Element;

#define ELEMENT(letters, syllables) { BS_LITERAL (letters), syllables }

/* Before a consonant. */
static const Element WITH_SILENT_E[] = {
  ELEMENT ("base", 1),  ELEMENT ("bike", 1),  ELEMENT ("blue", 1),  ELEMENT ("cheese", 1), ELEMENT ("code", 1),
  ELEMENT ("game", 1),  ELEMENT ("grape", 1), ELEMENT ("home", 1),  ELEMENT ("horse", 1),  ELEMENT ("house", 1),
  ELEMENT ("kite", 1),  ELEMENT ("life", 1),  ELEMENT ("nine", 1),  ELEMENT ("safe", 1),   ELEMENT ("shape", 1),
  ELEMENT ("side", 1),  ELEMENT ("smoke", 1), ELEMENT ("space", 1), ELEMENT ("state", 1),  ELEMENT ("stone", 1),
  ELEMENT ("style", 1), ELEMENT ("time", 1),  ELEMENT ("trade", 1), ELEMENT ("type", 1),   ELEMENT ("white", 1),
  ELEMENT ("whole", 1),
};

/* Before a vowel. */
static const Element WITH_VOWEL[] = {
  ELEMENT ("aero", 2),   ELEMENT ("agro", 2),    ELEMENT ("anti", 2),  ELEMENT ("astro", 2), ELEMENT ("auto", 2),
  ELEMENT ("bio", 2),    ELEMENT ("electro", 3), ELEMENT ("euro", 2),  ELEMENT ("extra", 2), ELEMENT ("geo", 2),
  ELEMENT ("hydro", 2),  ELEMENT ("infra", 2),   ELEMENT ("intra", 2), ELEMENT ("macro", 2), ELEMENT ("mega", 2),
  ELEMENT ("meta", 2),   ELEMENT ("micro", 2),   ELEMENT ("multi", 2), ELEMENT ("neuro", 2), ELEMENT ("photo", 2),
  ELEMENT ("pseudo", 2), ELEMENT ("psycho", 2),  ELEMENT ("retro", 2), ELEMENT ("semi", 2),  ELEMENT ("socio", 3),
  ELEMENT ("techno", 2), ELEMENT ("thermo", 2),  ELEMENT ("turbo", 2), ELEMENT ("ultra", 2),
};

static const Element LAST[] = {
  ELEMENT ("like", 1), ELEMENT ("less", 1),  ELEMENT ("wise", 1),
  ELEMENT ("ware", 1), ELEMENT ("worth", 1), ELEMENT ("friendly", 2),
};

static gboolean
is_vowel (char c)
{
  return strchr ("aeiouy", c) != NULL;
}

/* The syllables of one of the elements that the word begins with, before a vowel or before a consonant. */
static guint
first_element (BsSpan word, const Element *elements, gsize n, gboolean before_vowel, BsSpan *rest)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize length = elements[i].letters.length;
      if (word.length >= length + LEAST_REST && memcmp (word.start, elements[i].letters.start, length) == 0
          && is_vowel (word.start[length]) == before_vowel)
        {
          *rest = bs_span (word.start + length, word.length - length);
          return elements[i].syllables;
        }
    }
  return 0;
}

static guint
last_element (BsSpan word, BsSpan *rest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LAST); i++)
    if (word.length >= LAST[i].letters.length + LEAST_REST && bs_ends_in (word, LAST[i].letters))
      {
        *rest = bs_span (word.start, word.length - LAST[i].letters.length);
        return LAST[i].syllables;
      }
  return 0;
}

guint
bs_compound_element (BsSpan word, BsSpan *rest)
{
  guint count = first_element (word, WITH_SILENT_E, G_N_ELEMENTS (WITH_SILENT_E), FALSE, rest);

  if (count == 0)
    count = first_element (word, WITH_VOWEL, G_N_ELEMENTS (WITH_VOWEL), TRUE, rest);
  return count > 0 ? count : last_element (word, rest);
}
