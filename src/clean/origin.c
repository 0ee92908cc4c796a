#include "clean/origin.h"
#include "clean/phrase.h"

static gboolean
starts_with_any (const char *folded, const char *const *starts)
{
  for (guint i = 0; starts[i] != NULL; i++)
    if (folded[0] == starts[i][0] && folded[1] == starts[i][1] && g_str_has_prefix (folded, starts[i]))
      return TRUE;
  return FALSE;
}

/* The place behind the first of the phrases that the text holds, by their order in it. */
static const char *
behind_any (const char *folded, const char *const *phrases)
{
  const char *first = NULL;
  gsize length = 0;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *at = strstr (folded, phrases[i]);
      if (at != NULL && (first == NULL || at < first || (at == first && strlen (phrases[i]) > length)))
        {
          first = at;
          length = strlen (phrases[i]);
        }
    }
  return first != NULL ? first + length : NULL;
}

static const char *const ORIGINS[] = { "originally appeared",
                                       "first appeared",
                                       "appeared originally",
                                       "appeared first",
                                       "originally published",
                                       "first published",
                                       "published originally",
                                       "published first",
                                       "originally posted",
                                       "first posted",
                                       "was published",
                                       "is published",
                                       "being published",
                                       "is reprinted",
                                       "is republished",
                                       "was republished",
                                       "reprinted from ",
                                       "republished from ",
                                       "republished here",
                                       "cross-posted from ",
                                       "cross-posted on ",
                                       "cross-posted to ",
                                       "crossposted from ",
                                       "crossposted on ",
                                       "cross-posted at ",
                                       "cross-posted with ",
                                       "cross posted",
                                       "also appeared",
                                       "also published",
                                       "originally ran",
                                       "first ran",
                                       "adapted from ",
                                       "produced by",
                                       "co-published",
                                       "with permission",
                                       "appears in print",
                                       "appeared in print",
                                       NULL };

gboolean
bs_origin_may_start (const char *folded)
{
  switch (folded[0])
    {
    case 'a': /* "adapted from", "an earlier version", "a version" */
      return folded[1] == 'd' ? folded[2] == 'a'
             : folded[1] == 'n' ? folded[2] == ' ' && folded[3] == 'e'
                                : folded[1] == ' ' && strchr ("lpsv", folded[2]) != NULL;
    case 't': /* "this article", "the following post", "the original story" */
      return folded[1] == 'h'
             && (folded[2] == 'i' ? folded[3] == 's'
                                  : folded[2] == 'e' && folded[3] == ' ' && (folded[4] == 'f' || folded[4] == 'o'));
    case 'c':
    case 'o':
      return folded[1] == 'r';
    case 'e': /* "editor's note" */
      return folded[1] == 'd' && folded[2] == 'i';
    case 'f':
      return folded[1] == 'i' && folded[2] == 'r';
    case 'n':
      return folded[1] == 'o' && folded[2] == 't';
    case 'p': /* "parts of this" */
      return (folded[1] == 'a' || folded[1] == 'o') && folded[2] == 'r';
    case 'r':
      return folded[1] == 'e' && folded[2] == 'p';
    case 'v':
      return folded[1] == 'e' && folded[2] == 'r';
    default:
      return FALSE;
    }
}

/* "This article", "A version of this post", "Originally", "Reprinted": what a note on the origin starts with. */
static gboolean
starts_as_origin (const char *folded)
{
  static const char *const BARE[] = { "originally published",
                                      "originally appeared",
                                      "originally posted",
                                      "first published",
                                      "first appeared",
                                      "reprinted ",
                                      "republished ",
                                      "cross-posted",
                                      "crossposted",
                                      "cross posted",
                                      "adapted from ",
                                      "a version of this",
                                      "a longer version of this",
                                      "a shorter version of this",
                                      "versions of this",
                                      "an earlier version of this",
                                      "a previous version of this",
                                      "the original version of this",
                                      "the original article",
                                      "the original post",
                                      "the original story",
                                      "parts of this",
                                      "portions of this",
                                      "editor's note: this",
                                      "note: this",
                                      NULL };
  static const char *const KINDS[]
      = { "article",    "story",     "post",   "piece", "essay",   "column",  "report",  "op-ed",
          "commentary", "interview", "review", "blog",  "entry",   "content", "feature", "analysis",
          "editorial",  "opinion",   "news",   "guest", "excerpt", "text",    "version", "blog",
          "transcript", "dispatch",  "document", "is cross", "was cross", NULL };
  const char *at = folded;

  if (!bs_origin_may_start (folded))
    return FALSE;
  if (starts_with_any (folded, BARE))
    return TRUE;
  if (!g_str_has_prefix (folded, "this ") && !g_str_has_prefix (folded, "the following "))
    return FALSE;
  at = strchr (at, ' ') + 1;
  if (g_str_has_prefix (folded, "the following "))
    at = strchr (at, ' ') + 1;
  return starts_with_any (at, KINDS);
}

gboolean
bs_is_origin (const char *folded)
{
  static const char *const OTHERS[] = { "has been updated", "been corrected", "misstated", "incorrectly",
                                        "misspelled",       " said,",         " said.",    " said that ", NULL };

  return starts_as_origin (folded) && behind_any (folded, ORIGINS) != NULL && behind_any (folded, OTHERS) == NULL;
}

/* "U.S. Department": a stop behind a single letter ends no name. */
static gboolean
is_initial (const char *from, const char *stop)
{
  return *stop == '.' && stop - from >= 1 && g_ascii_isalpha (stop[-1])
         && (stop - from == 1 || strchr (" .", stop[-2]) != NULL);
}

/* Where a name of a publication ends: at a stop, comma or bracket, before a date, an author, or what else is told. */
static const char *
end_of_origin (const char *at)
{
  static const char *const STOPS[]
      = { ". ",      ", ",      "; ",       " (",       ": ",        " and is ", " and has ", " on jan", " on feb",
          " on mar", " on apr", " on may ", " on jun",  " on jul",   " on aug",  " on sep",   " on oct", " on nov",
          " on dec", " on 1",   " on 2",    " on 3",    " in 1",     " in 2",    " by ",      " under ", " as part",
          " with ",  " as ",    " last ",   " website", " web site", " and on ", " - ",     " here",   " where ",
          " which ", " and shared ", NULL };
  const char *end = at;

  while (*end != '\0' && !(strchr (" .,;:", *end) != NULL && starts_with_any (end, STOPS) && !is_initial (at, end)))
    end++;
  while (end > at && strchr (".!)]\"'_*", end[-1]) != NULL)
    end--;
  return end;
}

static gboolean
starts_with_date (const char *at)
{
  static const char *const MONTHS[] = { "jan", "feb", "mar", "apr", "may ", "jun", "jul", "aug", "sep", "oct", "nov",
                                        "dec", NULL };

  if (g_ascii_isdigit (at[0]))
    return !g_ascii_isalpha (at[1]) && !g_ascii_isalpha (at[2]); /* not "18F" */
  return starts_with_any (at, MONTHS);
}

/* Behind the words that name the publication itself: a verb and its preposition, but for dates, or a permission. */
static const char *
start_of_origin (const char *folded)
{
  static const char *const PREPOSITIONS[] = { " in ", " on ", " at ", " by ", " from ", " with ", NULL };
  static const char *const PERMISSIONS[] = { "permission from ", "permission of ", "partnership with ", "courtesy of ",
                                             NULL };
  static const char *const CARRIED[] = { "is published", "being published", NULL };
  static const char *const PARTNERS[] = { "partnership with ", NULL };
  const char *from = behind_any (folded, ORIGINS);
  const char *partner = from != NULL && from == behind_any (folded, CARRIED) ? behind_any (from, PARTNERS) : NULL;

  if (partner != NULL) /* "is published by us as part of a partnership with them" */
    from = partner;
  else if (from != NULL && *from == ' ')
    do
      from = behind_any (from - (from[-1] == ' '), PREPOSITIONS);
    while (from != NULL && starts_with_date (from));
  if (from == NULL || g_str_has_prefix (from, "permission"))
    from = behind_any (folded, PERMISSIONS);
  if (from == NULL)
    return NULL;
  while (*from != '\0' && strchr (" \"'_*", *from) != NULL)
    from++;
  return g_str_has_prefix (from, "the ") ? from + 4 : from;
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
         : folded == ' ' && *at == '\n'                                                    ? 1
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
    if (g_ascii_isupper (words.start[i]) || g_ascii_isdigit (words.start[i]) || (guchar) words.start[i] >= 0xc3
        || (words.start[i] == '.' && i + 1 < words.length && g_ascii_isalpha (words.start[i + 1])))
      return TRUE;
  return FALSE;
}

BsSpan
bs_origin_name (const char *folded, BsSpan block)
{
  const char *from = starts_as_origin (folded) ? start_of_origin (folded) : NULL;
  const char *end = from != NULL ? end_of_origin (from) : NULL;
  const char *stop = block.start + block.length;

  if (from == NULL || end - from < 3 || strncmp (from, "author", 6) == 0 || strncmp (from, "print", 5) == 0)
    return bs_span (block.start, 0);
  for (const char *at = block.start; at < stop; at++)
    {
      const char *behind = spelled_at (at, stop, from, (gsize)(end - from));

      if (behind != NULL && is_name (bs_span (at, (gsize) (behind - at))))
        return bs_span (at, (gsize)(behind - at));
    }
  return bs_span (block.start, 0);
}
