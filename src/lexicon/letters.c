#include "lexicon/letters.h"

#include "lexicon/wordlist.h"

#define SHORT_MAX 3

gboolean
bs_is_initialism (BsSpan plain)
{
  gsize part = 0;
  guint parts = 0, singles = 0;

  for (gsize i = 0; i <= plain.length; i++)
    {
      if (i < plain.length && plain.start[i] != '.')
        {
          if (!g_ascii_isalpha (plain.start[i]) || ++part > 2)
            return FALSE;
          continue;
        }
      if (part == 0 || (part == 2 && !g_ascii_isupper (plain.start[i - 2])))
        return FALSE;
      singles += part == 1;
      parts++;
      part = 0;
    }
  return parts >= 2 && singles >= 1;
}

guint
bs_letters_syllables (BsSpan letters)
{
  guint count = 0;

  for (gsize i = 0; i < letters.length; i++)
    if (g_ascii_isalpha (letters.start[i]))
      count += g_ascii_tolower (letters.start[i]) == 'w' ? 3 : 1;
  return count;
}

gboolean
bs_letter_hisses (char letter)
{
  return strchr ("sxh", g_ascii_tolower (letter)) != NULL;
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiouy", c) != NULL;
}

/* Whether two consonants may begin, or end, an English word. The table holds pairs, blanks between. */
static gboolean
has_pair (const char *pairs, const char *pair)
{
  for (; *pairs != '\0'; pairs += 3)
    if (pairs[0] == pair[0] && pairs[1] == pair[1])
      return TRUE;
  return FALSE;
}

/* Whether a word in lower case, of four letters or more, could be said as it stands. */
static gboolean
is_sayable (const char *word, gsize length)
{
  static const char onsets[]
      = "bl br ch cl cr dr dw fl fr gh gl gn gr kh kl kn kr ll mc ph pl pr ps rh sc sh sk sl sm sn "
        "sp sq st sv sw th tr ts tw wh wr zh ";
  static const char codas[]
      = "bb bs ch ck cs ct dd ds dt ff fs ft gg gh gs kh ks ld lf lk ll lm ln lp ls lt mb mn mp ms nc "
        "nd ng nk nn ns nt nx ph pp ps pt rb rc rd rf rg rk rl rm rn rp rr rs rt rv rx sc sh sk sm sp "
        "ss st th ts tt tz wd wk wl wn ws xt zz ";
  gsize vowels = 0, consonants = 0;

  for (gsize i = 0; i < length; i++)
    {
      vowels += is_vowel (word[i]);
      consonants = is_vowel (word[i]) ? 0 : consonants + 1;
      if (consonants > 4)
        return FALSE;
    }
  if (vowels == 0)
    return FALSE;
  if (!is_vowel (word[0]) && !is_vowel (word[1]) && !has_pair (onsets, word))
    return FALSE;
  return is_vowel (word[length - 1]) || is_vowel (word[length - 2]) || has_pair (codas, word + length - 2);
}

gboolean
bs_is_spelled (BsSpan capitals)
{
  char word[BS_LIST_WORD_MAX + 1];
  guint32 lists;

  if (capitals.length < 2 || capitals.length > BS_LIST_WORD_MAX)
    return FALSE;
  for (gsize i = 0; i < capitals.length; i++)
    {
      if (!g_ascii_isupper (capitals.start[i]))
        return FALSE;
      word[i] = g_ascii_tolower (capitals.start[i]);
    }
  lists = bs_lists_of (bs_span (word, capitals.length));
  if (lists & BS_LIST_BIT (BS_LIST_INITIALISM))
    return TRUE;
  if (lists & (BS_LIST_BIT (BS_LIST_ACRONYM) | BS_LIST_BIT (BS_LIST_DALE) | BS_LIST_BIT (BS_LIST_FUNCTION)))
    return FALSE;
  return capitals.length <= SHORT_MAX || !is_sayable (word, capitals.length);
}
