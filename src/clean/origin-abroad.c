#include "clean/origin-internal.h"

#define SMALL_WORDS_MAX 3 /* between a preposition and the name: "in der", "en el diario" */

static gboolean
is_one_of (const char *const *words, BsSpan word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == word.length && strncmp (words[i], word.start, word.length) == 0)
      return TRUE;
  return FALSE;
}

/* Up to a blank, without the signs around it; `sign` says whether one stands behind it. */
static BsSpan
next_word (const char **at, const char *end, gboolean *sign)
{
  static const char *const SIGNS[]
      = { "“", "”", "„", "‘", "’", "«", "»", "\"", "'", "(", ")", ",", ".", ";", ":", "_", "*" };
  BsSpan word;

  while (*at < end && (**at == ' ' || **at == '\n'))
    (*at)++;
  word = bs_span (*at, 0);
  while (*at < end && **at != ' ' && **at != '\n')
    (*at)++;
  word.length = (gsize)(*at - word.start);
  *sign = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    {
      gsize length = strlen (SIGNS[i]);

      if (word.length > length && memcmp (word.start, SIGNS[i], length) == 0)
        {
          word = bs_span (word.start + length, word.length - length);
          i = (guint)-1;
        }
      else if (word.length > length && memcmp (word.start + word.length - length, SIGNS[i], length) == 0)
        {
          word.length -= length;
          *sign = TRUE;
          i = (guint)-1;
        }
    }
  return word;
}

static gboolean
has_capital (BsSpan word)
{
  return word.length > 0 && g_unichar_isupper (g_utf8_get_char (word.start));
}

/* German nouns that stand there and are no name, and months. */
static gboolean
is_noun (BsSpan word)
{
  static const char *const NOUNS[]
      = { "Ausgabe",        "Band",      "Buch",    "Fassung",  "Form",     "Heft",   "Jahr",     "Kooperation",
          "Original",       "Rahmen",    "Reihe",   "Serie",    "Sommer",   "Teilen", "Version",  "Winter",
          "Zusammenarbeit", "Januar",    "Februar", "März",     "April",    "Mai",    "Juni",     "Juli",
          "August",         "September", "Oktober", "November", "Dezember", "Montag", "Dienstag", "Mittwoch",
          "Donnerstag",     "Freitag",   "Samstag", "Sonntag",  NULL };

  return is_one_of (NOUNS, word);
}

/* The words with capitals from `name` on, small ones between them that names have; `at` is behind the first. */
static BsSpan
whole_name (BsSpan name, const char *at, const char *end, gboolean sign)
{
  static const char *const JOINING[]
      = { "de", "del", "della", "di",  "du", "des", "da", "do",  "dos", "das", "la",  "le", "les",
          "el", "of",  "the",   "und", "et", "y",   "e",  "van", "der", "für", "for", "&",  NULL };
  const char *stop = name.start + name.length;

  while (at < end && !sign)
    {
      BsSpan word = next_word (&at, end, &sign);

      if (has_capital (word))
        stop = word.start + word.length;
      else if (!is_one_of (JOINING, word))
        break;
    }
  return bs_span (name.start, (gsize)(stop - name.start));
}

BsSpan
bs_origin_name_abroad (const char *folded, BsSpan block)
{
  static const char *const NOTES[]
      = { "dieser ",  "diese ", "dieses ",   "der ",        "zuerst ",   "cet ",    "cette ",    "ce texte ",
          "este ",    "esta ",  "esse ",     "publicado ",  "artículo ", "questo ", "articolo ", "dit ",
          "den här ", "denne ", "artikeln ", "artikkelen ", "artiklen ", NULL };
  static const char *const PREPOSITIONS[]
      = { "in", "im",  "auf",   "bei", "beim",  "dans", "sur",  "partir", "en", "em", "no", "na",
          "su", "sul", "sulla", "nel", "nella", "sull", "nell", "op",     "i",  "på", NULL };
  const char *at = block.start, *end = at + block.length;
  guint small = SMALL_WORDS_MAX + 1; /* words behind the last preposition */
  gboolean sign;

  if (!bs_origin_starts (folded, NOTES))
    return bs_span (block.start, 0);
  while (at < end)
    {
      BsSpan word = next_word (&at, end, &sign);

      if (small <= SMALL_WORDS_MAX && has_capital (word) && !is_noun (word))
        return whole_name (word, at, end, sign);
      small = is_one_of (PREPOSITIONS, word)                ? 0
              : sign || has_capital (word)                  ? SMALL_WORDS_MAX + 1
              : word.length > 0 && small <= SMALL_WORDS_MAX ? small + 1
                                                            : small;
    }
  return bs_span (block.start, 0);
}
