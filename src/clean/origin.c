#include "clean/origin.h"
#include "clean/phrase.h"

#define TAIL_BYTES 240
#define HEAD_BYTES 200

static gboolean
starts_with_any (const char *folded, const char *const *starts)
{
  for (guint i = 0; starts[i] != NULL; i++)
    if (g_str_has_prefix (folded, starts[i]))
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
          " which ", " and shared " };
  const char *end = at + strlen (at);

  for (guint i = 0; i < G_N_ELEMENTS (STOPS); i++)
    {
      const char *stop = strstr (at, STOPS[i]);

      while (stop != NULL && is_initial (at, stop))
        stop = strstr (stop + 1, STOPS[i]);
      if (stop != NULL && stop < end)
        end = stop;
    }
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
static gsize
folds_to (const char *at, const char *end, char folded)
{
  if (g_ascii_tolower (*at) == folded)
    return 1;
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

/* "on the Mill Road website As I wrote": where the text goes on behind a note without a stop; 0 where it does not. */
static gsize
behind_head (BsSpan block)
{
  static const char *const LAST[] = { " website ", " blog " };

  for (guint i = 0; i < G_N_ELEMENTS (LAST); i++)
    {
      const char *at = g_strstr_len (block.start, (gssize)MIN (block.length, HEAD_BYTES), LAST[i]);

      if (at != NULL && g_ascii_isupper (at[strlen (LAST[i])]))
        return (gsize)(at - block.start) + strlen (LAST[i]);
    }
  return 0;
}

gsize
bs_origin_head (BsSpan block, GString *folded)
{
  gsize length = g_ascii_isupper (block.start[0]) ? behind_head (block) : 0;

  if (length == 0 || length >= block.length)
    return 0;
  bs_phrase_fold (folded, bs_span (block.start, length));
  return bs_is_origin (folded->str) ? length : 0;
}

/* Whether a sentence ends before `at`, a blank behind it or not. */
static gboolean
is_behind_sentence (const char *start, const char *at)
{
  while (at > start && strchr (" _*(\n", at[-1]) != NULL)
    at--;
  while (at > start && strchr (")]\"'", at[-1]) != NULL)
    at--;
  return at > start && (strchr (".!?_", at[-1]) != NULL || (guchar)at[-1] >= 0x80);
}

/* Where the last sentence starts: behind a stop that ends a word of three letters or more; 0 where it is the first. */
static gsize
start_of_last_sentence (BsSpan block)
{
  for (gsize i = block.length; i-- > 4;)
    if (block.start[i] == ' ' && strchr (".!?\")", block.start[i - 1]) != NULL && i + 2 < block.length
        && g_ascii_isupper (block.start[i + 1]) && !g_ascii_isupper (block.start[i - 2])
        && (block.start[i - 1] != '.'
            || (g_ascii_isalnum (block.start[i - 3]) && g_ascii_isalnum (block.start[i - 4]))))
      return i + 1;
  return 0;
}

/* "The Associated Press contributed to this report." */
static gsize
contributors_at (BsSpan block, GString *folded)
{
  static const char *const KINDS[] = { "contributed to this report", "contributed to this story",
                                       "contributed to this article", "contributed reporting", NULL };
  gsize from = start_of_last_sentence (block);

  if (from == 0 || block.length - from > TAIL_BYTES)
    return 0;
  bs_phrase_fold (folded, bs_span (block.start + from, block.length - from));
  for (guint i = 0; KINDS[i] != NULL; i++)
    {
      const char *at = strstr (folded->str, KINDS[i]);

      if (at != NULL && strlen (at) <= strlen (KINDS[i]) + 2)
        return from;
    }
  return 0;
}

static gboolean
is_worked_on (const char *opening)
{
  return g_str_has_suffix (opening, "ing by ");
}

gsize
bs_origin_tail (BsSpan block, GString *folded)
{
  static const char *const OPENINGS[] = { "This ", "A version of this ", "Originally ", "First published ",
                                          "Cross-posted ", "Reprinted ", "Republished ", "Reporting by ",
                                          "Additional reporting by ", "Writing by ", "Editing by " };
  const char *end = block.start + block.length;
  const char *from = block.length > TAIL_BYTES ? end - TAIL_BYTES : block.start;

  for (const char *at = from; at < end; at++)
    for (guint i = 0; g_ascii_isupper (*at) && i < G_N_ELEMENTS (OPENINGS); i++)
      {
        gsize length;

        if (*at != OPENINGS[i][0])
          continue;
        length = strlen (OPENINGS[i]);
        if ((gsize)(end - at) <= length || strncmp (at, OPENINGS[i], length) != 0
            || !is_behind_sentence (block.start, at))
          continue;
        bs_phrase_fold (folded, bs_span (at, (gsize)(end - at)));
        if (bs_is_origin (folded->str) || is_worked_on (OPENINGS[i]))
          return (gsize)(at - block.start) - (at > block.start && at[-1] == '(');
      }
  return contributors_at (block, folded);
}
