/* Numbers out of text and back, and integers as few bytes.
 *
 * about: src/base/number.c
 * max_len: 64 */
#include <math.h>

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

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  char buffer[BS_NUMBER_MAX];
  double value, again;

  check_varints (data, size);
  if (!bs_number_parse (text, &value))
    return 0;
  g_assert_true (isfinite (value));
  g_assert_cmpuint (strlen (bs_number_exact (value, buffer)), <, BS_NUMBER_MAX);
  g_assert_true (bs_number_parse (buffer, &again));
  g_assert_true (again == value);
  return 0;
}
