#include "clean/sign-off.h"
#include "clean/agency.h"

#define NAME_WORDS_MAX 3
#define SHORTEST_REST 24 /* bytes before it */

static const char *
before_blanks (const char *start, const char *at)
{
  while (at > start && (at[-1] == ' ' || at[-1] == '\n'))
    at--;
  return at;
}

/* Whether a sentence ends there, quotes and brackets behind its stop or not. */
static gboolean
is_end_of_sentence (const char *start, const char *at)
{
  while (at > start && strchr ("\"')", at[-1]) != NULL)
    at--;
  while (at - start > 3 && at[-3] == '\xe2' && at[-2] == '\x80' && ((guchar)at[-1] & 0xf0) == 0x90) /* ’ ” */
    at -= 3;
  return (at > start && strchr (".!?", at[-1]) != NULL) || (at - start > 2 && memcmp (at - 2, "\xc2\xbb", 2) == 0)
         || (at - start > 3 && memcmp (at - 3, "…", 3) == 0);
}

/* The longest name of an agency, of a few words, that ends there; NULL where none does. */
static const char *
start_of_agency (const char *start, const char *end, const char **agency)
{
  const char *at = end, *found = NULL;

  for (guint words = 0; words < NAME_WORDS_MAX && at > start; words++)
    {
      const char *named;

      at = before_blanks (start, at);
      while (at > start && strchr (" \n(", at[-1]) == NULL)
        at--;
      named = bs_agency_named (bs_agency_without_author (bs_span (at, (gsize)(end - at))));
      if (named != NULL)
        {
          *agency = named;
          found = at;
        }
    }
  return found;
}

/* Before the words that say that the name behind them is a source; `at` where there are none. */
static const char *
before_source (const char *start, const char *at)
{
  static const char *const SOURCES[] = { "with inputs from ",
                                         "with input from ",
                                         "with files from ",
                                         "with material from ",
                                         "inputs from ",
                                         "mit material von ",
                                         "mit material der ",
                                         "con información de ",
                                         "com informações da ",
                                         "com informações de ",
                                         "con informazioni ",
                                         "met medewerking van ",
                                         "source: ",
                                         "source : ",
                                         "quelle: ",
                                         "fuente: ",
                                         "fonte: ",
                                         "bron: ",
                                         "via ",
                                         "mit ",
                                         "avec ",
                                         "com a " };

  for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    {
      gsize length = strlen (SOURCES[i]);

      if ((gsize)(at - start) > length && g_ascii_strncasecmp (at - length, SOURCES[i], length) == 0
          && !g_ascii_isalnum (at[-(gssize)length - 1]))
        return at - length;
    }
  return at;
}

/* Before a dash; `at` where there is none. */
static const char *
before_dash (const char *start, const char *at)
{
  if (at - start > 3 && (memcmp (at - 3, "—", 3) == 0 || memcmp (at - 3, "–", 3) == 0))
    return before_blanks (start, at - 3);
  if (at - start > 3 && at[-1] == '-')
    return before_blanks (start, at - (at[-2] == '-' ? 2 : 1));
  return at;
}

/* Captions end in "AP", "Reuters" as bare as reports in others. */
static gboolean
may_be_bare (BsSpan name)
{
  static const char *const OF_PICTURES[] = { "AP", "Reuters", "AFP", "Bloomberg", "CNN" };

  for (guint i = 0; i < G_N_ELEMENTS (OF_PICTURES); i++)
    if (bs_span_equal (name, bs_span_of (OF_PICTURES[i])))
      return FALSE;
  return name.length > 2;
}

gsize
bs_sign_off_find (BsSpan block, const char **agency)
{
  const char *start = block.start, *end = start + block.length, *stop = end, *name, *at, *before;
  gboolean bracket;

  if (block.length < SHORTEST_REST)
    return 0;
  stop -= end[-1] == '.' && end[-2] == ')';
  bracket = stop[-1] == ')';
  stop -= bracket;
  name = start_of_agency (start, stop, agency);
  if (name == NULL)
    return 0;
  at = before_source (start, name);
  if (bracket && (at == start || *--at != '('))
    return 0;
  before = before_blanks (start, at);
  if (!bracket && at == name)
    before = before_dash (start, before);
  if (!bracket && at == name && before == before_blanks (start, at)
      && !may_be_bare (bs_span (name, (gsize)(stop - name))))
    return 0;
  if ((gsize)(before - start) < SHORTEST_REST || !is_end_of_sentence (start, before))
    return 0;
  return (gsize)(end - before);
}
