#include "lexicon/written-in-one.h"

/* Letters of what may stand before a capital in a name: Mc, La, Mac. */
#define MOST_BEFORE_NAME 3

/* Whether a part begins here: a capital after a small letter ("Jet|Brains"), or the last of
 * several where a small one follows ("Web|GL", "K|Develop"). */
static gboolean
begins_part (BsSpan word, gsize i)
{
  if (i == 0 || !g_ascii_isupper (word.start[i]))
    return FALSE;
  return g_ascii_islower (word.start[i - 1])
         || (g_ascii_isupper (word.start[i - 1]) && i + 1 < word.length && g_ascii_islower (word.start[i + 1]));
}

gsize
bs_part_end (BsSpan word, gsize start)
{
  gsize end = start + 1;

  while (end < word.length && !begins_part (word, end))
    end++;
  return end;
}

gboolean
bs_is_written_in_one (BsSpan word)
{
  gsize first = bs_part_end (word, 0), second;

  if (first == word.length)
    return FALSE;
  second = bs_part_end (word, first);
  if (second < word.length || first == 1)
    return TRUE;
  return first > MOST_BEFORE_NAME || (second - first > 1 && g_ascii_isupper (word.start[first + 1]));
}
