#include "lexicon/naming.h"

#include "lexicon/ending.h"
#include "lexicon/letters.h"
#include "lexicon/wordlist.h"

#define LONGEST_ACRONYM 5

BsSpan
bs_without_small_s (BsSpan plain)
{
  static const BsSpan endings[] = { BS_LITERAL ("'s"), BS_LITERAL ("s") };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (plain.length >= endings[i].length + 2 && bs_ends_in (plain, endings[i]))
      {
        BsSpan rest = bs_span (plain.start, plain.length - endings[i].length);
        return g_ascii_isupper (rest.start[0]) && g_ascii_isupper (rest.start[rest.length - 1]) ? rest : plain;
      }
  return plain;
}

static gboolean
is_known_pair (char first, char second)
{
  const char pair[2] = { g_ascii_tolower (first), g_ascii_tolower (second) };

  return (bs_lists_of (bs_span (pair, 2)) & BS_LIST_BIT (BS_LIST_INITIALISM)) != 0;
}

static gboolean
is_short_capitals (BsSpan word)
{
  gsize run = 0, longest = 0;

  for (gsize i = 0; i < word.length; i++)
    {
      if (!g_ascii_isupper (word.start[i]) && word.start[i] != '-' && word.start[i] != '&')
        return FALSE;
      run = g_ascii_isupper (word.start[i]) ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  return longest >= 2 && longest <= LONGEST_ACRONYM;
}

gboolean
bs_is_abbreviation_of_many (BsSpan capitals)
{
  if (!bs_is_initialism (capitals))
    return is_short_capitals (capitals);
  return capitals.length != strlen ("U.N") || is_known_pair (capitals.start[0], capitals.start[2]);
}

gboolean
bs_has_common_ending (BsSpan lower)
{
  static const BsSpan endings[]
      = { BS_LITERAL ("s"),   BS_LITERAL ("ed"),  BS_LITERAL ("er"),  BS_LITERAL ("ic"),  BS_LITERAL ("ly"),
          BS_LITERAL ("or"),  BS_LITERAL ("al"),  BS_LITERAL ("ant"), BS_LITERAL ("ary"), BS_LITERAL ("ent"),
          BS_LITERAL ("ian"), BS_LITERAL ("ing"), BS_LITERAL ("ion"), BS_LITERAL ("ist"), BS_LITERAL ("ity"),
          BS_LITERAL ("ive"), BS_LITERAL ("man"), BS_LITERAL ("men"), BS_LITERAL ("ous"), BS_LITERAL ("while") };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bs_has_ending (lower, endings[i]))
      return TRUE;
  return FALSE;
}
