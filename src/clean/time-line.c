#include "clean/time-line.h"

/* Of English, German, French, Spanish, Portuguese, Italian and Dutch: all that a line about a time is made of, by first
 * letters. */
static const char *const WHOLE[] = {
  "a", "actualizado", "ago", "alle", "am", "at", "ayer", "bst", "cdt", "cest", "cet", "created", "cst", "ct",
  "date", "day", "days", "de", "del", "den", "edt", "em", "est", "et", "first", "gestern", "gmt", "h", "heures",
  "heute", "hour", "hours", "hoy", "hr", "hrs", "il", "issued", "ist", "jour", "last", "le", "m", "min", "mins",
  "minute", "minutes", "mis", "modified", "month", "months", "nd", "of", "om", "on", "ore", "p", "pdt", "pm",
  "posted", "pst", "pt", "publicado", "published", "publié", "rd", "read", "reading", "second", "seconds", "st",
  "stand", "t", "th", "time", "today", "uhr", "updated", "utc", "uur", "vom", "week", "weeks", "year", "years",
  "yesterday", "z", "à"
};

/* Months and weekdays, also by their first three or four letters. */
static const char *const STARTS[] = {
  "abril", "agosto", "août", "april", "aprile", "august", "augustus", "avril", "december", "dezember", "dezembro",
  "dicembre", "diciembre", "dienstag", "donnerstag", "décembre", "enero", "febbraio", "febrero", "februar",
  "februari", "february", "fevereiro", "freitag", "friday", "février", "gennaio", "giugno", "janeiro", "januar",
  "januari", "january", "janvier", "juillet", "juin", "julho", "juli", "julio", "july", "june", "junho", "juni",
  "junio", "luglio", "maart", "maggio", "mai", "maio", "march", "mars", "marzo", "março", "may", "mayo", "mei",
  "mittwoch", "monday", "montag", "märz", "november", "novembre", "novembro", "noviembre", "october", "octobre",
  "octubre", "oktober", "ottobre", "outubro", "samstag", "saturday", "september", "septembre", "septiembre",
  "setembro", "settembre", "sonntag", "sunday", "thursday", "tuesday", "wednesday"
};

typedef struct
{
  guint8 whole[257], starts[257]; /* where the words with a first byte begin */
} Firsts;

static G_NO_INLINE void /* inlined, gcc 12 warns of a write that cannot be */
fill (guint8 *first, const char *const *words, guint n)
{
  guint i = 0;

  for (guint byte = 0; byte <= 256; byte++)
    {
      while (i < n && (guchar) words[i][0] < byte)
        i++;
      first[byte] = (guint8) i;
    }
}

static const Firsts *
firsts (void)
{
  static Firsts all;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      fill (all.whole, WHOLE, G_N_ELEMENTS (WHOLE));
      fill (all.starts, STARTS, G_N_ELEMENTS (STARTS));
      g_once_init_leave (&once, 1);
    }
  return &all;
}

static gboolean
is_time_word (const char *word, gsize length)
{
  const Firsts *all = firsts ();
  guchar first = (guchar) word[0];

  for (guint i = all->whole[first]; i < all->whole[first + 1]; i++)
    if (strncmp (WHOLE[i], word, length) == 0 && WHOLE[i][length] == '\0')
      return TRUE;
  for (guint i = all->starts[first]; length >= 3 && i < all->starts[first + 1]; i++)
    if (strncmp (STARTS[i], word, length) == 0 && (length <= 4 || STARTS[i][length] == '\0'))
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
  if (has_figure_of_time (folded))
    return FALSE;
  return strpbrk (folded, "abcdefghijklmnopqrstuvwxyz") != NULL || is_date_of_figures (folded);
}
