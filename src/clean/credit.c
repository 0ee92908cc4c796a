#include "clean/credit.h"
#include "clean/block.h"
#include "clean/dateline.h"
#include "clean/phrase.h"

#define BYLINE_WORDS_MAX 14
#define ORIGIN_WORDS_MAX 100
#define VALUE_MAX 200 /* bytes of a piece of metadata */

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
          "editorial",  "opinion",   "news",   "guest", "excerpt", "text",    "version", NULL };
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

static gboolean
is_origin (const char *folded)
{
  static const char *const UPDATES[]
      = { "has been updated", "been corrected", "misstated", "incorrectly", "misspelled", NULL };

  return starts_as_origin (folded) && behind_any (folded, ORIGINS) != NULL && behind_any (folded, UPDATES) == NULL;
}

/* Small words that stand in bylines between names. */
static gboolean
is_joining_word (const char *word, gsize length)
{
  static const char *const WORDS[]
      = { "and", "und", "et",  "y",   "e",   "en",  "of", "for", "de", "van", "von",  "da",  "di",
          "la",  "le",  "der", "del", "den", "dos", "du", "in",  "at", "the", "with", "bin", "al" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strlen (WORDS[i]) == length && strncmp (WORDS[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Two words or more with a capital, small ones only from the list: "Jane Austen and Emily Dickinson". */
static gboolean
is_names (const char *at, const char *end)
{
  guint names = 0;

  while (at < end)
    {
      const char *word = at;

      while (at < end && *at != ' ' && *at != '\n')
        at++;
      if (g_unichar_isupper (g_utf8_get_char (word)))
        names++;
      else if (g_ascii_isalpha (*word) && (names == 0 || !is_joining_word (word, (gsize) (at - word))))
        return FALSE;
      else if (names < 2 && g_ascii_isdigit (*word))
        return FALSE;
      while (at < end && (*at == ' ' || *at == '\n'))
        at++;
    }
  return names >= 2;
}

/* "By our science editor", "Por la redacción": some word says what the author is. */
static gboolean
is_role (const char *at, const char *end)
{
  static const char *const ROLES[]
      = { "staff",    "reporter", "reporters", "correspondent", "correspondents", "editor",  "editors",   "editorial",
          "desk",     "writer",   "writers",   "critic",        "columnist",      "bureau",  "newsroom",  "team",
          "agencies", "wires",    "redacción", "redaktion",     "rédaction",      "redação", "redazione", "redactie" };

  while (at < end)
    {
      const char *word = at;

      while (at < end && *at != ' ' && *at != ',')
        at++;
      for (guint i = 0; i < G_N_ELEMENTS (ROLES); i++)
        if ((gsize) (at - word) == strlen (ROLES[i]) && g_ascii_strncasecmp (word, ROLES[i], strlen (ROLES[i])) == 0)
          return TRUE;
      while (at < end && (*at == ' ' || *at == ','))
        at++;
    }
  return FALSE;
}

/* Bytes of "By ", "Posted by: ", "Von " and their like at the start; 0 where there are none. */
static gsize
byline_opening (BsSpan block)
{
  static const char *const OPENINGS[]
      = { "by ",  "by: ", "posted by ", "written by ", "words by ", "story by ", "author: ", "reported by ",
          "von ", "par ", "por ",       "di ",         "door ",     "av ",       "af " };

  for (guint i = 0; i < G_N_ELEMENTS (OPENINGS); i++)
    {
      gsize length = strlen (OPENINGS[i]);

      if (block.length > length && (block.start[0] | 0x20) == OPENINGS[i][0]
          && g_ascii_strncasecmp (block.start, OPENINGS[i], length) == 0)
        return length;
    }
  return 0;
}

/* Before the date that may follow. */
static const char *
end_of_name (BsSpan name)
{
  static const char *const DATES[] = { " | ", " on ", " • " };
  const char *end = name.start + name.length;

  for (guint i = 0; i < G_N_ELEMENTS (DATES); i++)
    {
      const char *at = g_strstr_len (name.start, end - name.start, DATES[i]);
      end = at != NULL ? at : end;
    }
  return end;
}

static gboolean
is_byline (BsSpan block, const BsLook *look)
{
  gsize opening = byline_opening (block);
  const char *end;
  BsSpan name;

  if (opening == 0 || (look->flags & BS_LOOK_TRAILING))
    return FALSE;
  name = bs_span (block.start + opening, block.length - opening);
  if (bs_agency_named (name) != NULL)
    return TRUE;
  end = end_of_name (name);
  return (look->flags & (BS_LOOK_STOP | BS_LOOK_COLON)) == 0
         && (is_names (name.start, end) || is_role (name.start, end));
}

/* English, then German, French, Spanish, Portuguese, Italian and Dutch: all that a line about a time is made of. Months
 * and weekdays are known by their first letters. */
static gboolean
is_time_word (const char *word, gsize length)
{
  static const char *const WHOLE[]
      = { "published", "updated",     "posted",    "last",    "modified", "first",   "on",    "at",     "of",
          "am",        "pm",          "a",         "p",       "m",        "et",      "est",   "edt",    "pt",
          "pst",       "pdt",         "ct",        "cst",     "cdt",      "gmt",     "utc",   "bst",    "ist",
          "cet",       "cest",        "date",      "ago",     "hour",     "hours",   "hr",    "hrs",    "minute",
          "minutes",   "min",         "mins",      "day",     "days",     "week",    "weeks", "month",  "months",
          "year",      "years",       "second",    "seconds", "read",     "reading", "time",  "th",     "st",
          "nd",        "rd",          "t",         "z",       "created",  "issued",  "uhr",   "stand",  "vom",
          "den",       "le",          "publié",    "mis",     "à",        "jour",    "h",     "heures", "de",
          "del",       "actualizado", "publicado", "em",      "il",       "alle",    "ore",   "om",     "uur",
          "today",     "yesterday",   "gestern",   "heute",   "hoy",      "ayer" };
  static const char *const STARTS[] = {
    "january",  "february",  "march",     "april",      "may",       "june",      "july",     "august",   "september",
    "october",  "november",  "december",  "monday",     "tuesday",   "wednesday", "thursday", "friday",   "saturday",
    "sunday",   "januar",    "februar",   "märz",       "mai",       "juni",      "juli",     "oktober",  "dezember",
    "montag",   "dienstag",  "mittwoch",  "donnerstag", "freitag",   "samstag",   "sonntag",  "janvier",  "février",
    "mars",     "avril",     "juin",      "juillet",    "août",      "septembre", "octobre",  "novembre", "décembre",
    "enero",    "febrero",   "marzo",     "abril",      "mayo",      "junio",     "julio",    "agosto",   "septiembre",
    "octubre",  "noviembre", "diciembre", "janeiro",    "fevereiro", "março",     "maio",     "junho",    "julho",
    "setembro", "outubro",   "novembro",  "dezembro",   "gennaio",   "febbraio",  "aprile",   "maggio",   "giugno",
    "luglio",   "settembre", "ottobre",   "dicembre",   "januari",   "februari",  "maart",    "mei",      "augustus"
  };

  for (guint i = 0; i < G_N_ELEMENTS (WHOLE); i++)
    if (WHOLE[i][0] == word[0] && strlen (WHOLE[i]) == length && strncmp (WHOLE[i], word, length) == 0)
      return TRUE;
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (STARTS); i++)
    if (STARTS[i][0] == word[0] && strlen (STARTS[i]) >= length && strncmp (STARTS[i], word, length) == 0
        && (length == strlen (STARTS[i]) || length <= 4))
      return TRUE;
  return FALSE;
}

/* "2024-03-01", "1/3/24", "10:41", not "+3.5 (0.1%)". */
static gboolean
is_date_of_figures (const char *folded)
{
  guint parts = 0;

  for (const char *at = folded; *at != '\0'; at++)
    if (strchr ("%+$,", *at) != NULL)
      return FALSE;
    else if (at > folded && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]))
      parts += *at == ':' ? 2 : strchr ("/-.", *at) != NULL;
  return parts >= 2;
}

static gboolean
is_time_line (const char *folded)
{
  const char *at = folded;

  while (*at != '\0')
    {
      const char *word = at;

      while (g_ascii_isalpha (*at) || ((guchar) *at >= 0xc3 && (guchar) *at != 0xe2))
        at = g_utf8_next_char (at);
      if (at > word && !is_time_word (word, (gsize) (at - word)))
        return FALSE;
      if (at == word)
        at = g_utf8_next_char (at);
    }
  return strpbrk (folded, "abcdefghijklmnopqrstuvwxyz") != NULL || is_date_of_figures (folded);
}

/* A line with nothing but addresses of its author. */
static gboolean
is_address (BsSpan block, const BsLook *look)
{
  const char *at = memchr (block.start, '@', block.length);

  return look->words <= 4 && at != NULL && (at == block.start || g_ascii_isalnum (at[-1]) || at[-1] == ' ')
         && at + 1 < block.start + block.length && g_ascii_isalnum (at[1]);
}

static char
first_letter_of (BsSpan block)
{
  for (gsize i = 0; i < MIN (block.length, 8); i++)
    if (g_ascii_isalpha (block.start[i]))
      return block.start[i];
  return '\x01';
}

BsAside
bs_credit_find (BsSpan block, const BsLook *look, GString *folded)
{
  if (look->words > ORIGIN_WORDS_MAX || (look->flags & BS_LOOK_LONG))
    return BS_KEPT;
  if (look->words <= BYLINE_WORDS_MAX)
    {
      if (is_byline (block, look) || bs_agency_named (block) != NULL || is_address (block, look))
        return BS_ASIDE_BYLINE;
      if (look->digits > 0)
        bs_phrase_fold (folded, block);
      if (look->digits > 0 && is_time_line (folded->str))
        return BS_ASIDE_BYLINE;
      if (look->digits >= 4 && g_str_has_prefix (folded->str, "(c) "))
        return BS_ASIDE_LEGAL;
    }
  if ((look->hints & BS_HINT_ORIGIN) == 0 || strchr ("aceofnprtv", g_ascii_tolower (first_letter_of (block))) == NULL)
    return BS_KEPT;
  bs_phrase_fold (folded, block);
  return is_origin (folded->str) ? BS_ASIDE_CREDIT : BS_KEPT;
}

/* A copy with lines joined, cut at a character's end where it is too long. */
static char *
value_of (const char *start, const char *end)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *cut;

  bs_block_append (value, bs_span (start, (gsize) (end - start)), NULL, 0);
  if (value->len > VALUE_MAX)
    {
      cut = g_utf8_find_prev_char (value->str, value->str + VALUE_MAX + 1);
      g_string_truncate (value, (gsize) (cut - value->str));
    }
  while (value->len > 0 && strchr (" ,;:|-", value->str[value->len - 1]) != NULL)
    g_string_truncate (value, value->len - 1);
  return value->len > 0 ? g_string_free (g_steal_pointer (&value), FALSE) : NULL;
}

/* Where a name of a publication ends: at a stop, comma or bracket, before a date, an author, or what else is told. */
static const char *
end_of_origin (const char *at)
{
  static const char *const STOPS[]
      = { ". ",      ", ",      "; ",       " (",       ": ",        " and is ", " and has ", " on jan", " on feb",
          " on mar", " on apr", " on may ", " on jun",  " on jul",   " on aug",  " on sep",   " on oct", " on nov",
          " on dec", " on 1",   " on 2",    " on 3",    " in 1",     " in 2",    " by ",      " under ", " as part",
          " with ",  " as ",    " last ",   " website", " web site", " and on ", " - ",       " here",   " where " };
  const char *end = at + strlen (at);

  for (guint i = 0; i < G_N_ELEMENTS (STOPS); i++)
    {
      const char *stop = strstr (at, STOPS[i]);
      if (stop != NULL && stop < end)
        end = stop;
    }
  while (end > at && strchr (".!)]\"'", end[-1]) != NULL)
    end--;
  return end;
}

/* Finds the name in the folded text, and takes it from the block, which spells it properly. */
static char *
origin_of (const char *folded, BsSpan block)
{
  static const char *const PREPOSITIONS[] = { " in ", " on ", " at ", " by ", " from ", NULL };
  const char *from = behind_any (folded, ORIGINS);
  const char *end, *at;
  g_autofree char *name = NULL;

  if (from == NULL)
    return NULL;
  if (*from == ' ')
    from = behind_any (from, PREPOSITIONS);
  if (from == NULL)
    return NULL;
  while (*from == ' ' || *from == '"')
    from++;
  if (g_str_has_prefix (from, "the "))
    from += 4;
  end = end_of_origin (from);
  name = g_strndup (from, (gsize) (end - from));
  for (at = block.start; end - from >= 3 && at + (end - from) <= block.start + block.length; at++)
    if (g_ascii_strncasecmp (at, name, (gsize) (end - from)) == 0)
      return value_of (at, at + (end - from));
  return g_steal_pointer (&name);
}

static void
read_rights (BsCleaned *cleaned, BsSpan block)
{
  static const char *const OPENINGS[] = { "©", "copyright ", "(c) " };
  const char *end = block.start + block.length;

  for (const char *at = block.start; at < end; at++)
    for (guint i = 0; i < G_N_ELEMENTS (OPENINGS); i++)
      if ((gsize) (end - at) > strlen (OPENINGS[i]) && g_ascii_strncasecmp (at, OPENINGS[i], strlen (OPENINGS[i])) == 0)
        {
          cleaned->rights = value_of (at, end);
          return;
        }
}

void
bs_credit_read (BsCleaned *cleaned, BsAside aside, BsSpan block, GString *folded)
{
  gsize opening = byline_opening (block);

  if (aside == BS_ASIDE_BYLINE && cleaned->byline == NULL && opening > 0)
    cleaned->byline
        = value_of (block.start + opening, end_of_name (bs_span (block.start + opening, block.length - opening)));
  if (aside != BS_ASIDE_CREDIT && aside != BS_ASIDE_BYLINE && aside != BS_ASIDE_LEGAL)
    return;
  bs_phrase_fold (folded, block);
  if (cleaned->agency == NULL && aside != BS_ASIDE_LEGAL)
    cleaned->agency = g_strdup (bs_agency_within (folded->str));
  if (cleaned->originally_from == NULL && aside == BS_ASIDE_CREDIT && starts_as_origin (folded->str))
    cleaned->originally_from = origin_of (folded->str, block);
  if (cleaned->rights == NULL)
    read_rights (cleaned, block);
}
