/* Numbers out of text and back, and integers as few bytes.
 *
 * about: src/base/number.c, src/base/digits.c
 * max_len: 64 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "fuzz-help.h"

static void
check_varints (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) written = g_byte_array_new ();
  const guint8 *at = data, *end = data + size;
  guint64 value, again;

  while (at < end && bs_varint_read (&at, end, &value))
    {
      const guint8 *from;

      g_assert_true (at > data && at <= end);
      g_byte_array_set_size (written, 0);
      bs_varint_append (written, value);
      g_assert_cmpuint (written->len, <=, BS_VARINT_MAX);
      from = written->data;
      g_assert_true (bs_varint_read (&from, written->data + written->len, &again));
      g_assert_cmpuint (again, ==, value);
    }
  g_assert_true (at >= data && at <= end);
}

/* The digits are those of the C library, whatever the number. */
static void
check_digits (double value)
{
  char ours[BS_NUMBER_MAX], theirs[BS_NUMBER_MAX];

  if (!isfinite (value) || value == 0 || fabs (value) < 1e-300)
    return;
  for (int digits = 15; digits <= 17; digits++)
    {
      snprintf (theirs, sizeof theirs, "%.*g", digits, value);
      if (strtod (theirs, NULL) == value)
        break;
    }
  g_assert_cmpstr (bs_number_exact (value, ours), ==, theirs);
  for (int decimals = 0; decimals <= 9 && fabs (value) < 1e20; decimals++)
    {
      snprintf (theirs, sizeof theirs, "%.*f", decimals, value);
      if (theirs[0] != '-' || strspn (theirs, "-0.") < strlen (theirs))
        g_assert_cmpstr (bs_number_fixed (value, decimals, ours), ==, theirs);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char buffer[BS_NUMBER_MAX];
  double value, again;

  check_varints (data, size);
  if (size >= sizeof value)
    {
      memcpy (&value, data, sizeof value);
      check_digits (value);
    }
  if (!bs_number_parse (text, &value))
    return 0;
  g_assert_true (isfinite (value));
  check_digits (value);
  g_assert_cmpuint (strlen (bs_number_exact (value, buffer)), <, BS_NUMBER_MAX);
  g_assert_true (bs_number_parse (buffer, &again));
  g_assert_true (again == value);
  return 0;
}
