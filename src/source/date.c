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

/* 1 to 12 for an English month's name or its first three letters; moves behind it and a stop. 0 where it is none. */
static int
take_month (const char **at)
{
  static const char *const names[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december" };
  gsize length = strspn (*at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  for (int i = 0; length >= 3 && i < 12; i++)
    if (length <= strlen (names[i])
        && g_ascii_strncasecmp (*at, names[i], MIN (length, strlen (names[i]))) == 0)
      {
        *at += length + ((*at)[length] == '.');
        return i + 1;
      }
  return 0;
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " ,\t");
}

static const char *
write_day (int year, int month, int day, char *text)
{
  if (year < 1000 || year > 9999)
    return NULL;
  if (month == 0)
    g_snprintf (text, BS_DAY_MAX, "%04d", year);
  else if (month > 12 || (day != 0 && !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year)))
    return NULL;
  else if (day == 0)
    g_snprintf (text, BS_DAY_MAX, "%04d-%02d", year, month);
  else
    g_snprintf (text, BS_DAY_MAX, "%04d-%02d-%02d", year, month, day);
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

const char *
bs_day_of_date (const char *date, char day[BS_DAY_MAX])
{
  const char *at = date;
  const char *comma;
  guint digits;
  int number, month, year;

  skip_blanks (&at);
  comma = strchr (at, ',');
  if (comma != NULL && comma - at >= 3 && comma - at <= 9 && g_ascii_isalpha (at[0])
      && strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == (gsize)(comma - at)
      && take_month (&(const char *){ at }) == 0)
    at = comma + 1; /* the day of the week */
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
  skip_blanks (&at);
  if (month == 0)
    month = take_month (&at);
  skip_blanks (&at);
  year = take_number (&at, &digits);
  if (month == 0 || digits != 4 || number < 1)
    return NULL;
  return write_day (year, month, number, day);
}
