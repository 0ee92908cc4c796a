#include "clean/origin.h"
#include "clean/origin-internal.h"

#define FEED_NAME_MAX 80 /* bytes */

gboolean
bs_origin_starts (const char *folded, const char *const *starts)
{
  for (guint i = 0; starts[i] != NULL; i++)
    if (folded[0] == starts[i][0] && folded[1] == starts[i][1] && g_str_has_prefix (folded, starts[i]))
      return TRUE;
  return FALSE;
}

const char *
bs_origin_behind (const char *folded, const char *const *phrases)
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
                                       "produced by ",
                                       "previously published",
                                       "previously appeared",
                                       "by permission of ",
                                       "comes from our partner",
                                       "comes from our sister",
                                       "comes to us from ",
                                       "read the original",
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
    case 't': /* "this article", "the following post", "the original story", "the post" */
      return folded[1] == 'h'
             && (folded[2] == 'i'
                     ? folded[3] == 's'
                     : folded[2] == 'e' && folded[3] == ' ' && folded[4] != '\0' && strchr ("fop", folded[4]) != NULL);
    case 'c':
    case 'o':
      return folded[1] == 'r';
    case 'e': /* "editor's note" */
      return folded[1] == 'd' && folded[2] == 'i';
    case 'f':
      return folded[1] == 'i' && folded[2] == 'r';
    case 'n':
      return folded[1] == 'o' && folded[2] == 't';
    case 'p': /* "parts of this", "previously" */
      return folded[1] == 'r' ? folded[2] == 'e' && folded[3] == 'v'
                              : (folded[1] == 'a' || folded[1] == 'o') && folded[2] == 'r';
    case 'r': /* "reprinted", "read the original" */
      return folded[1] == 'e' && (folded[2] == 'p' || g_str_has_prefix (folded, "read the o"));
    case 'v':
      return folded[1] == 'e' && folded[2] == 'r';
    default:
      return FALSE;
    }
}

/* "Originally published in the Star", without saying what: not where that is told of a work ("First published in
 * 1911, the novel is still read"). */
static gboolean
starts_barely (const char *folded)
{
  static const char *const BARE[] = { "originally published", "originally appeared",
                                      "originally posted",    "previously published",
                                      "previously appeared",  "first published",
                                      "first appeared",       "reprinted ",
                                      "republished ",         "cross-posted",
                                      "crossposted",          "cross posted",
                                      "adapted from ",        NULL };
  static const char *const SUBJECTS[]
      = { "it ",         "he ",         "she ",        "they ",        "his ",       "her ",       "its ",
          "their ",      "this book ",  "this novel ", "this film ",   "this play ", "this song ", "this poem ",
          "this album ", "this work ",  "these ",      "the book ",    "the novel ", "the essay ", "the story ",
          "the film",    "the play",    "the series ", "the song ",    "the poem ",  "the album ", "the work ",
          "the study ",  "the memoir ", "the piece ",  "the article ", "the paper ", "the show ",  NULL };
  const char *comma;

  if (!bs_origin_starts (folded, BARE))
    return FALSE;
  comma = strstr (folded, ", ");
  return comma == NULL || !bs_origin_starts (comma + 2, SUBJECTS);
}

/* "The post Bridge to close appeared first on Valley Herald.", as WordPress writes; not "The post that …". */
static gboolean
is_of_feed (const char *folded)
{
  static const char *const TOLD[]
      = { "that ", "which ", "he ", "she ", "they ", "we ", "i ",    "about ", "was ",   "has ",
          "had ",  "is ",    "in ", "on ",  "of ",   "by ", "with ", "where ", "office", NULL };
  static const char *const APPEARED[] = { " appeared first on ", NULL };
  const char *rest;

  if (!g_str_has_prefix (folded, "the post ") || bs_origin_starts (folded + strlen ("the post "), TOLD))
    return FALSE;
  rest = bs_origin_behind (folded, APPEARED);
  return rest != NULL && strlen (rest) <= FEED_NAME_MAX;
}

/* "This article", "A version of this post", "Originally", "Reprinted": what a note on the origin starts with. */
gboolean
bs_origin_starts_note (const char *folded)
{
  static const char *const VERSIONS[] = { "a version of this",
                                          "a longer version of this",
                                          "a shorter version of this",
                                          "versions of this",
                                          "an earlier version of this",
                                          "a previous version of this",
                                          "the original version of this",
                                          "the original article",
                                          "the original post",
                                          "the original story",
                                          "read the original article on ",
                                          "read the original article at ",
                                          "read the original article in ",
                                          "read the original article here",
                                          "read the original post on ",
                                          "read the original post at ",
                                          "read the original story on ",
                                          "read the original story at ",
                                          "parts of this",
                                          "portions of this",
                                          "editor's note: this",
                                          "note: this",
                                          NULL };
  static const char *const KINDS[] = {
    "article",      "story",         "post",         "piece",         "essay",         "column",         "report",
    "op-ed",        "commentary",    "interview",    "review",        "blog",          "entry",          "content",
    "feature",      "analysis",      "editorial",    "opinion",       "news",          "guest",          "excerpt",
    "text",         "version",       "transcript",   "dispatch",      "document",      "is cross",       "was cross",
    "is a version", "is an adapted", "is an edited", "is an excerpt", "is an extract", "is an abridged", NULL
  };
  const char *at = folded;

  if (!bs_origin_may_start (folded))
    return FALSE;
  if (starts_barely (folded) || bs_origin_starts (folded, VERSIONS) || is_of_feed (folded))
    return TRUE;
  if (!g_str_has_prefix (folded, "this ") && !g_str_has_prefix (folded, "the following "))
    return FALSE;
  at = strchr (at, ' ') + 1;
  if (g_str_has_prefix (folded, "the following "))
    at = strchr (at, ' ') + 1;
  return bs_origin_starts (at, KINDS);
}

/* "This report was published by the audit office": as often what the text is about as the text itself, unless the words
 * are those of a house's note. */
static gboolean
may_be_of_another (const char *folded)
{
  static const char *const OTHERS[]
      = { "this report", "this document", "this review", "this analysis", "this version", NULL };
  static const char *const WEAK[]
      = { "was published", "is published", "being published", "also published", "produced by ", NULL };
  static const char *const HOUSES[] = { "partnership", "collaboration", "permission", NULL };
  const char *verb = bs_origin_behind (folded, WEAK);

  return verb != NULL && bs_origin_starts (folded, OTHERS) && verb == bs_origin_verb (folded)
         && bs_origin_behind (folded, HOUSES) == NULL && !bs_origin_is_outlet (verb);
}

const char *
bs_origin_verb (const char *folded)
{
  return bs_origin_behind (folded, ORIGINS);
}

gboolean
bs_is_origin (const char *folded)
{
  static const char *const OTHERS[]
      = { "has been updated", "been corrected", "misstated",   "incorrectly",  "misspelled",   " said,",       " said.",
          " said that ",      " and says ",     " says that ", " found that ", " finds that ", " shows that ", NULL };

  if (!bs_origin_starts_note (folded))
    return FALSE;
  if (is_of_feed (folded))
    return TRUE;
  return bs_origin_verb (folded) != NULL && bs_origin_behind (folded, OTHERS) == NULL && !may_be_of_another (folded);
}
