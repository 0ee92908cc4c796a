#include "source/date.h"

#include <string.h>

/* A number of one to four digits; moves on. -1 where there is none or it is longer. */
static int
take_number (const char **at, guint *digits)
{
  int value = 0;

  *digits = 0;
  while (g_ascii_isdigit (**at) && *digits < 5)
    {
      value = value * 10 + (*(*at)++ - '0');
      ++*digits;
    }
  return *digits == 0 || *digits > 4 ? -1 : value;
}

static gsize
word_length (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length]) || (guchar)at[length] >= 0x80)
    length++;
  return length;
}

/* The place of a word in a list with a blank between each; -1: it is not there. */
static int
place_in (const char *const *lists, gsize n_lists, const char *word, gsize length)
{
  g_autofree char *lower = length > 0 && length <= 20 ? g_utf8_casefold (word, (gssize)length) : NULL;
  gsize wanted = lower != NULL ? strlen (lower) : 0;

  for (gsize i = 0; lower != NULL && i < n_lists; i++)
    {
      const char *at = lists[i];

      for (int j = 0; *at != '\0'; j++)
        {
          gsize name = strcspn (at, " ");

          if (name == wanted && memcmp (at, lower, name) == 0)
            return j;
          at += name + (at[name] == ' ');
        }
    }
  return -1;
}

static int
foreign_month (const char *word, gsize length)
{
  static const char *const lists[] = {
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "jänner fevrier - - - - - aout - - - decembre",
  };

  return g_utf8_validate (word, (gssize)length, NULL) ? place_in (lists, G_N_ELEMENTS (lists), word, length) + 1
                                                      : 0;
}

static gboolean
is_weekday (const char *word, gsize length)
{
  static const char *const lists[] = {
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "- - - - - sonnabend -",
  };

  return g_utf8_validate (word, (gssize)length, NULL) && place_in (lists, G_N_ELEMENTS (lists), word, length) >= 0;
}

/* 1 to 12 for the name of an English month or its first letters, three at least; else 0. */
static int
english_month (const char *word, gsize length)
{
  static const char *const names[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december" };

  for (int i = 0; length >= 3 && i < 12; i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (word, names[i], length) == 0)
      return i + 1;
  return 0;
}

/* 1 to 12 for a month's name; moves behind it and a stop. 0 where it is none. */
static int
take_month (const char **at)
{
  gsize length = word_length (*at);
  int month = english_month (*at, length);

  if (month == 0 && length >= 3)
    month = foreign_month (*at, length);
  if (month > 0)
    *at += length + ((*at)[length] == '.');
  return month;
}

/* Passes over the "de" between the parts of a Spanish or Portuguese date. */
static void
skip_of (const char **at)
{
  if (g_ascii_strncasecmp (*at, "de ", 3) == 0)
    *at += 3;
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " ,\t");
}

static char *
write_number (char *to, int value, int digits)
{
  for (int i = digits - 1; i >= 0; i--, value /= 10)
    to[i] = (char)('0' + value % 10);
  return to + digits;
}

static const char *
write_day (int year, int month, int day, char *text)
{
  char *at = text;

  if (year < 1000 || year > 9999 || month > 12
      || (day != 0 && month != 0 && !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year)))
    return NULL;
  at = write_number (at, year, 4);
  if (month != 0)
    {
      *at++ = '-';
      at = write_number (at, month, 2);
    }
  if (month != 0 && day != 0)
    {
      *at++ = '-';
      at = write_number (at, day, 2);
    }
  *at = '\0';
  return text;
}

/* 2022, 2022-03, 2022-03-24 and what may follow a day; also with / as in 2022/03/24. */
static const char *
read_iso (const char *at, int year, char *day)
{
  char parting = *at;
  guint digits;
  int month, number;

  if (parting == '\0')
    return write_day (year, 0, 0, day);
  if (parting != '-' && parting != '/')
    return NULL;
  at++;
  month = take_number (&at, &digits);
  if (month < 1 || digits > 2)
    return NULL;
  if (*at == '\0')
    return write_day (year, month, 0, day);
  if (*at++ != parting)
    return NULL;
  number = take_number (&at, &digits);
  if (number < 1 || digits > 2 || (*at != '\0' && strchr ("T ,Z+", *at) == NULL))
    return NULL;
  return write_day (year, month, number, day);
}

/* 20220324, and the same before a time: 20220324T100000Z, 20220324100000. */
static const char *
read_iso_basic (const char *at, char *day)
{
  gsize digits = strspn (at, "0123456789");
  int parts[3] = { 0 };

  if ((digits != 8 || (at[8] != '\0' && strchr ("T ,Z+", at[8]) == NULL)) && (digits != 14 || at[14] != '\0'))
    return NULL;
  for (guint i = 0; i < 8; i++)
    {
      int *part = &parts[i < 4 ? 0 : i < 6 ? 1 : 2];

      *part = *part * 10 + (at[i] - '0');
    }
  return parts[1] > 0 && parts[2] > 0 ? write_day (parts[0], parts[1], parts[2], day) : NULL;
}

const char *
bs_day_of_date (const char *date, char day[BS_DAY_MAX])
{
  const char *at = date;
  const char *comma;
  guint digits;
  int number, month, year;

  skip_blanks (&at);
  if (strspn (at, "0123456789") >= 8)
    return read_iso_basic (at, day);
  comma = strchr (at, ',');
  if (comma != NULL && comma - at >= 3 && comma - at <= 9 && g_ascii_isalpha (at[0])
      && word_length (at) == (gsize)(comma - at) && take_month (&(const char *){ at }) == 0)
    at = comma + 1; /* the day of the week */
  else if (english_month (at, word_length (at)) == 0 && is_weekday (at, word_length (at)))
    at += word_length (at);
  skip_blanks (&at);
  month = take_month (&at);
  skip_blanks (&at);
  number = take_number (&at, &digits);
  if (number < 0)
    return NULL;
  if (month == 0 && digits == 4)
    return read_iso (at, number, day);
  if (month != 0 && digits == 4) /* March 2022 */
    return write_day (number, month, 0, day);
  if (digits > 2)
    return NULL;
  if (g_ascii_strncasecmp (at, "st", 2) == 0 || g_ascii_strncasecmp (at, "nd", 2) == 0
      || g_ascii_strncasecmp (at, "rd", 2) == 0 || g_ascii_strncasecmp (at, "th", 2) == 0)
    at += 2;
  else if (month == 0 && (*at == '.' || g_ascii_strncasecmp (at, "er ", 3) == 0)) /* 11. Januar, 1er janvier */
    at += *at == '.' ? 1 : 2;
  skip_blanks (&at);
  skip_of (&at);
  if (month == 0)
    month = take_month (&at);
  skip_blanks (&at);
  skip_of (&at);
  year = take_number (&at, &digits);
  if (month == 0 || digits != 4 || number < 1)
    return NULL;
  return write_day (year, month, number, day);
}
