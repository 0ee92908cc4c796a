/* Days put into periods of the calendar. */
#include "report/trend.h"

#include <math.h>

static const char *const names[BS_N_PERIODS] = { "auto", "decade", "year", "quarter", "month", "week", "day" };

gboolean
bs_period_from_name (const char *name, BsPeriod *period, GError **error)
{
  for (guint i = 0; i < BS_N_PERIODS; i++)
    if (g_str_equal (names[i], name))
      {
        *period = (BsPeriod) i;
        return TRUE;
      }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
               "--period takes decade, year, quarter, month, week, day or auto, not “%s”", name);
  return FALSE;
}

const char *
bs_period_name (BsPeriod period)
{
  return names[period];
}

/* Figures from `at`; 0 where one of them is none. */
static guint
figures (const char *at, guint n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return 0;
      value = 10 * value + (guint) (at[i] - '0');
    }
  return value;
}

typedef struct {
  guint year, month, day; /* 0: not known */
} Day;

static Day
parse (const char *text)
{
  Day day = { 0 };
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 4 || length == 7 || length == 10)
    day.year = figures (text, 4);
  if (length >= 7 && day.year > 0)
    day.month = figures (text + 5, 2);
  if (length == 10 && day.month > 0)
    day.day = figures (text + 8, 2);
  if (day.day > 0 && !g_date_valid_dmy ((GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year))
    day.day = 0;
  if (day.month > 12)
    day.month = 0;
  return day;
}

static guint32
julian (Day day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year);
  return g_date_get_julian (&date); /* 1 is a Monday */
}

gboolean
bs_period_of (BsPeriod period, const char *text, gint64 *number)
{
  Day day = parse (text);

  if (day.year == 0 || (period >= BS_PERIOD_QUARTER && day.month == 0) || (period >= BS_PERIOD_WEEK && day.day == 0))
    return FALSE;
  switch (period)
    {
    case BS_PERIOD_DECADE:
      *number = day.year / 10;
      return TRUE;
    case BS_PERIOD_YEAR:
      *number = day.year;
      return TRUE;
    case BS_PERIOD_QUARTER:
      *number = (gint64) day.year * 4 + (day.month - 1) / 3;
      return TRUE;
    case BS_PERIOD_MONTH:
      *number = (gint64) day.year * 12 + day.month - 1;
      return TRUE;
    case BS_PERIOD_WEEK:
      *number = (julian (day) - 1) / 7;
      return TRUE;
    case BS_PERIOD_DAY:
      *number = julian (day);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
date_of (guint32 number, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, number);
}

/* A week belongs to the year of its Thursday. */
static char *
week_label (gint64 number)
{
  GDate date;

  date_of ((guint32) (number * 7 + 4), &date);
  return g_strdup_printf ("%04u-W%02u", g_date_get_year (&date), (g_date_get_day_of_year (&date) - 1) / 7 + 1);
}

static char *
day_label (gint64 number)
{
  GDate date;

  date_of ((guint32) number, &date);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

char *
bs_period_label (BsPeriod period, gint64 number)
{
  switch (period)
    {
    case BS_PERIOD_DECADE:
      return g_strdup_printf ("%" G_GINT64_FORMAT "s", number * 10);
    case BS_PERIOD_YEAR:
      return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
    case BS_PERIOD_QUARTER:
      return g_strdup_printf ("%04" G_GINT64_FORMAT "-Q%d", number / 4, (int) (number % 4) + 1);
    case BS_PERIOD_MONTH:
      return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d", number / 12, (int) (number % 12) + 1);
    case BS_PERIOD_WEEK:
      return week_label (number);
    default:
      return day_label (number);
    }
}

static double
julian_middle (double number)
{
  GDate date;
  guint year;

  date_of ((guint32) number, &date);
  year = g_date_get_year (&date);
  return year
         + (g_date_get_day_of_year (&date) - 1 + number - floor (number) + 0.5)
               / (g_date_is_leap_year ((GDateYear) year) ? 366.0 : 365.0);
}

double
bs_period_middle (BsPeriod period, gint64 number)
{
  double n = (double) number;

  switch (period)
    {
    case BS_PERIOD_DECADE:
      return 10 * n + 5;
    case BS_PERIOD_YEAR:
      return n + 0.5;
    case BS_PERIOD_QUARTER:
      return (n + 0.5) / 4;
    case BS_PERIOD_MONTH:
      return (n + 0.5) / 12;
    case BS_PERIOD_WEEK:
      return julian_middle (n * 7 + 4);
    default:
      return julian_middle (n);
    }
}

double
bs_day_middle (const char *text)
{
  static const BsPeriod finest[] = { BS_PERIOD_DAY, BS_PERIOD_MONTH, BS_PERIOD_YEAR };
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (finest); i++)
    if (bs_period_of (finest[i], text, &number))
      return bs_period_middle (finest[i], number);
  return (double) NAN;
}
