#include "clean/origin.h"
#include "clean/origin-internal.h"

/* "U.S. Department": a stop behind a single letter ends no name. */
static gboolean
is_initial (const char *from, const char *stop)
{
  return *stop == '.' && stop - from >= 1 && g_ascii_isalpha (stop[-1])
         && (stop - from == 1 || strchr (" .", stop[-2]) != NULL);
}

/* "St. Brannock Herald": nor does one behind a word that is always short. */
static gboolean
is_abbreviation (const char *from, const char *stop)
{
  static const char *const WORDS[] = { "st", "mt", "ft", "pt", "dr", "mr", "ms" };

  if (*stop != '.' || stop - from < 2 || (stop - from > 2 && stop[-3] != ' '))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strncmp (stop - 2, WORDS[i], 2) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a month, or a day of the week that no name starts with ("Sunday World"), stands there, or a figure. */
static gboolean
starts_with_date (const char *at)
{
  static const char *const MONTHS[]
      = { "jan",  "january",   "feb", "february", "mar",  "march",    "apr",    "april",
          "may",  "june",      "jun", "jul",      "july", "aug",      "august", "sep",
          "sept", "september", "oct", "october",  "nov",  "november", "dec",    "december" };
  static const char *const DAYS[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  static const char *const BEHIND[] = { ",", ".", " in ", " on ", " at ", " by ", " from ", " and ", NULL };
  const char *end = at;

  if (g_ascii_isdigit (at[0]))
    return !g_ascii_isalpha (at[1]) && !g_ascii_isalpha (at[2]); /* not "18F" */
  while (g_ascii_islower (*end))
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (MONTHS); i++)
    if ((gsize)(end - at) == strlen (MONTHS[i]) && strncmp (at, MONTHS[i], strlen (MONTHS[i])) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    if ((gsize)(end - at) == strlen (DAYS[i]) && strncmp (at, DAYS[i], strlen (DAYS[i])) == 0)
      return *end == '\0' || bs_origin_starts (end, BEHIND);
  return FALSE;
}

/* Whether a name of a publication ends before what stands there: a stop, comma or bracket, a date, an author, or what
 * else is told. */
static gboolean
is_behind_name (const char *from, const char *at)
{
  static const char *const STOPS[]
      = { ". ",           ", ",         "; ",       " (",       ": ",       " and is ", " and has ",
          " by ",         " under ",    " as part", " with ",   " as ",     " last ",   " website",
          " web site",    " and on ",   " - ",      " here.",   " here ",   " where ",  " which ",
          " and shared ", " on their ", " on her ", " on his ", " on its ", " on our ", NULL };

  if (strchr (" .,;:", *at) == NULL)
    return FALSE;
  if ((g_str_has_prefix (at, " on ") || g_str_has_prefix (at, " in ")) && starts_with_date (at + 4))
    return TRUE;
  return bs_origin_starts (at, STOPS) && !is_initial (from, at) && !is_abbreviation (from, at);
}

static const char *
end_of_origin (const char *at)
{
  const char *end = at, *stop;

  while (*end != '\0' && !is_behind_name (at, end))
    end++;
  stop = end;
  while (end > at && strchr (".!)]\"'_*", end[-1]) != NULL)
    end--;
  if (end - at > 2 && (g_str_has_prefix (stop, " website") || g_str_has_prefix (stop, " web site"))
      && strncmp (end - 2, "'s", 2) == 0)
    end -= 2;
  return end;
}

gboolean
bs_origin_is_outlet (const char *words)
{
  static const char *const WORDS[]
      = { "advertiser", "bee",      "blog",        "bulletin",   "center",    "centre",  "chronicle", "courier",
          "daily",      "dispatch", "enquirer",    "examiner",   "express",   "gazette", "globe",     "guardian",
          "health",     "herald",   "independent", "inquirer",   "institute", "journal", "ledger",    "magazine",
          "mail",       "media",    "mirror",      "monitor",    "network",   "news",    "newspaper", "newsroom",
          "observer",   "post",     "press",       "project",    "public",    "radio",   "record",    "register",
          "report",     "review",   "sentinel",    "service",    "standard",  "star",    "sun",       "telegraph",
          "times",      "today",    "tribune",     "university", "voices",    "week",    "weekly",    "wire",
          "world" };
  static const char *const MORE[] = { ", which ", ", a non", ", an ind", ", a news", ", an onl", " (", NULL };
  const char *at = words;
  guint n = 0;

  while (*at != '\0' && !is_behind_name (words, at))
    {
      const char *word = at + (*at == ' ');

      for (at = word; *at != '\0' && *at != ' ' && !is_behind_name (words, at); at++)
        ;
      for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
        if ((gsize)(at - word) >= strlen (WORDS[i]) && strncmp (word, WORDS[i], strlen (WORDS[i])) == 0
            && !g_ascii_isalpha (word[strlen (WORDS[i])]))
          return TRUE;
      for (const char *sign = word; sign < at; sign++)
        if (g_ascii_isdigit (*sign) || *sign == '&' || (*sign == '.' && g_ascii_isalpha (sign[1])))
          return TRUE;
      n += strncmp (word, "the ", 4) != 0;
      if (at == word)
        break;
    }
  return n == 1 || bs_origin_starts (at, MORE);
}

/* "our sister paper, the", "our partners at": not the name yet. */
static const char *
behind_relation (const char *from)
{
  static const char *const OWNERS[] = { "our ", "its ", "their ", NULL };
  static const char *const RELATIONS[]
      = { "sister ",       "partner ",  "partners ", "partner, ", "content ",   "media ",      "news ",
          "paper ",        "paper, ",   "site ",     "site, ",    "newspaper ", "newspaper, ", "publication ",
          "publication, ", "outlet ",   "outlet, ",  "title ",    "title, ",    "magazine ",   "magazine, ",
          "station ",      "station, ", "friends ",  "at ",       NULL };

  if (!bs_origin_starts (from, OWNERS))
    return from;
  do
    from = strchr (from, ' ') + 1;
  while (bs_origin_starts (from, RELATIONS));
  return from;
}

/* "Adapted from the book \"Small Streets\"", "from a talk at": a work, and no outlet. */
static gboolean
is_work (const char *from)
{
  static const char *const ARTICLES[] = { "the ", "a ",   "an ",      "his ",     "her ",         "their ", "my ",
                                          "our ", "new ", "his new ", "her new ", "forthcoming ", "one ",   NULL };
  static const char *const WORKS[] = { "book",   "novel",   "memoir",       "talk",   "lecture", "speech",  "chapter",
                                       "thesis", "keynote", "presentation", "paper",  "essay",   "report",  "that",
                                       "series", "session", "podcast",      "sermon", "story",   "article", NULL };

  while (bs_origin_starts (from, ARTICLES))
    from = strchr (from, ' ') + 1;
  return bs_origin_starts (from, WORKS);
}

/* "by Ida Tarbell". */
static gboolean
is_of_person (const char *from)
{
  return strncmp (from - 3, "by ", 3) == 0 && !bs_origin_is_outlet (from);
}

/* Behind a verb and its preposition, but for dates, and for persons behind "by". */
static const char *
behind_preposition (const char *verb)
{
  static const char *const PREPOSITIONS[] = { " in ", " on ", " at ", " by ", " from ", " with ", NULL };
  const char *from = verb;

  if (*from != ' ' && !is_of_person (from))
    return from;
  do
    from = bs_origin_behind (from - (from > verb && from[-1] == ' '), PREPOSITIONS);
  while (from != NULL && (starts_with_date (from) || is_of_person (from)));
  return from;
}

/* Behind the words that name the publication itself: a verb and its preposition, or a permission. */
static const char *
start_of_origin (const char *folded)
{
  static const char *const PERMISSIONS[]
      = { "permission from ", "permission of ", "partnership with ", "courtesy of ", NULL };
  static const char *const COMES[] = { "comes from ", "comes to us from ", NULL };
  static const char *const CARRIED[] = { "is published", "being published", NULL };
  static const char *const PARTNERS[] = { "partnership with ", NULL };
  const char *from = bs_origin_verb (folded);
  const char *comes = bs_origin_behind (folded, COMES);
  const char *partner
      = from != NULL && from == bs_origin_behind (folded, CARRIED) ? bs_origin_behind (from, PARTNERS) : NULL;

  if (comes != NULL && from >= comes)
    return behind_relation (comes);
  if (from != NULL && strncmp (from - 5, "from ", 5) == 0 && is_work (from)) /* adapted from one that appeared */
    from = bs_origin_verb (from);
  if (partner != NULL) /* "is published by us as part of a partnership with them" */
    from = partner;
  else if (from != NULL)
    from = behind_preposition (from);
  if (from == NULL || g_str_has_prefix (from, "permission"))
    from = bs_origin_behind (folded, PERMISSIONS);
  if (from == NULL)
    return NULL;
  while (*from != '\0' && strchr (" \"'_*", *from) != NULL)
    from++;
  return behind_relation (from);
}

/* Bytes of the character that folds to `folded`; 0 where the one at `at` does not. */
static inline gsize
folds_to (const char *at, const char *end, char folded)
{
  if (g_ascii_tolower (*at) == folded)
    return 1;
  if (*at != '\xe2' && *at != '\n')
    return 0;
  return strchr ("'\"-", folded) != NULL && end - at > 2 && memcmp (at, "\xe2\x80", 2) == 0 ? 3
         : folded == ' ' && *at == '\n'                                                     ? 1
                                                                                            : 0;
}

/* Behind the place where the block spells what was folded; NULL where it does not from `at` on. */
static const char *
spelled_at (const char *at, const char *end, const char *folded, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize bytes = at < end ? folds_to (at, end, folded[i]) : 0;

      if (bytes == 0)
        return NULL;
      at += bytes;
    }
  return at;
}

/* Publications have a capital, a figure or an address: "18F", "example.org", not "its original source". */
static gboolean
is_name (BsSpan words)
{
  for (gsize i = 0; i < words.length; i++)
    if (g_ascii_isupper (words.start[i]) || g_ascii_isdigit (words.start[i])
        || ((guchar)words.start[i] >= 0xc3 && (guchar)words.start[i] != 0xe2)
        || (words.start[i] == '.' && i + 1 < words.length && g_ascii_isalpha (words.start[i + 1])))
      return TRUE;
  return FALSE;
}

/* A title or half of one. */
static gboolean
has_lone_quote (BsSpan words)
{
  guint quotes = 0;

  for (gsize i = 0; i < words.length; i++)
    quotes += words.start[i] == '"';
  return quotes % 2 != 0;
}

/* Without an article, unless it is a part of the name: "the Ferryman", "The Ferryman". */
static BsSpan
without_article (BsSpan name)
{
  if (name.length <= 4 || strncmp (name.start, "the", 3) != 0 || !g_ascii_isspace (name.start[3]))
    return name;
  return bs_span (name.start + 4, name.length - 4);
}

/* The words that were folded, as the block spells them, where they are a name. */
static BsSpan
spelled_in (BsSpan block, BsSpan folded)
{
  const char *stop = block.start + block.length;

  for (const char *at = block.start; at < stop; at++)
    {
      const char *behind = spelled_at (at, stop, folded.start, folded.length);

      if (behind != NULL && is_name (bs_span (at, (gsize)(behind - at))))
        return without_article (bs_span (at, (gsize)(behind - at)));
    }
  return bs_span (block.start, 0);
}

/* "Source: Valley Herald", "© Provided by Valley Herald": all of the line; a source only where it is a paper's. */
static const char *
start_in_line (const char *folded)
{
  static const char *const SOURCES[] = { "source: ", NULL };
  static const char *const PROVIDERS[] = { "provided by ", "© provided by ", NULL };
  const char *from = strchr (folded, ' ');

  if (bs_origin_starts (folded, PROVIDERS))
    return strstr (folded, "by ") + 3;
  if (from == NULL || !bs_origin_starts (folded, SOURCES) || !bs_origin_is_outlet (from + 1)
      || strchr (from + 1, ' ') == NULL || strpbrk (from + 1, ",;:(/") != NULL || strstr (from, " of ") != NULL
      || strstr (from, "agencies") != NULL)
    return NULL;
  return from + 1;
}

BsSpan
bs_origin_name (const char *folded, BsSpan block)
{
  const BsSpan NONE = bs_span (block.start, 0);
  const char *from = bs_origin_starts_note (folded) ? start_of_origin (folded) : start_in_line (folded);
  BsSpan name;

  if (from == NULL)
    return bs_origin_starts_note (folded) ? NONE : bs_origin_name_abroad (folded, block);
  name = bs_span (from, (gsize)(end_of_origin (from) - from));
  if (name.length < 3 || strncmp (from, "author", 6) == 0 || strncmp (from, "print", 5) == 0 || has_lone_quote (name))
    return NONE;
  return spelled_in (block, name);
}
