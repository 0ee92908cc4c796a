#include "clean/time-line.h"

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

static const char *
behind_digits (const char *at, guint max)
{
  const char *from = at;

  while (g_ascii_isdigit (*at))
    at++;
  return (guint)(at - from) <= max ? at : from;
}

/* "2024-03-01", "1/3/24", "10:41", not "+3.5 (0.1%)" and not "0.93 1.26". */
static gboolean
is_date_of_figures (const char *folded)
{
  if (strpbrk (folded, "%+$,") != NULL)
    return FALSE;
  for (const char *at = folded; *at != '\0'; at++)
    {
      const char *sign, *second, *third;

      if (!g_ascii_isdigit (*at) || (at > folded && g_ascii_isdigit (at[-1])))
        continue;
      sign = behind_digits (at, 4);
      if (sign == at || strchr (":/-.", *sign) == NULL || *sign == '\0')
        continue;
      second = behind_digits (sign + 1, 2);
      if (*sign == ':' && second == sign + 3)
        return TRUE;
      third = second > sign + 1 && *second == *sign ? behind_digits (second + 1, 4) : second + 1;
      if (*second == *sign && third > second + 1)
        return TRUE;
    }
  return FALSE;
}

/* "May 2015: 281" is a figure of a time. */
static gboolean
has_figure_of_time (const char *folded)
{
  const char *at = strstr (folded, ": ");

  return at != NULL && at - folded >= 4 && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[-4])
         && g_ascii_isdigit (at[2]);
}

gboolean
bs_is_time_line (const char *folded)
{
  const char *at = folded;

  if (has_figure_of_time (folded))
    return FALSE;
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
