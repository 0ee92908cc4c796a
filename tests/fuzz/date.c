/* The day of a date, whatever it looks like.
 *
 * about: src/source/date.c
 * max_len: 80 */
#include "fuzz-help.h"
#include "source/date.h"

static void
check_day (const char *day)
{
  gsize length = strlen (day);

  g_assert_true (length == 4 || length == 7 || length == 10);
  for (gsize i = 0; i < length; i++)
    g_assert_true (i == 4 || i == 7 ? day[i] == '-' : g_ascii_isdigit (day[i]));
  if (length == 10)
    {
      g_autoptr (GDateTime) same = NULL;
      g_autofree char *time = g_strconcat (day, "T00:00:00Z", NULL);

      same = g_date_time_new_from_iso8601 (time, NULL);
      g_assert_nonnull (same);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *date = g_strndup ((const char *) data, size);
  char day[BS_DAY_MAX] = "", again[BS_DAY_MAX];

  if (bs_day_of_date (date, day) == NULL)
    return 0;
  check_day (day);
  g_assert_nonnull (bs_day_of_date (day, again)); /* a day is a date, and its own day */
  g_assert_cmpstr (again, ==, day);
  return 0;
}
