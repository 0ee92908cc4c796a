#include "base/number.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/digits.h"

#define USUAL_DIGITS 15 /* what is written with so many reads back as written */

/* So many digits of a number at least, with leading zeros. */
static char *
put_digits (char *at, guint64 number, guint least)
{
  char digits[20];
  guint n = 0;

  for (; number > 0 || n < least; number /= 10)
    digits[n++] = (char) ('0' + number % 10);
  while (n > 0)
    *at++ = digits[--n];
  return at;
}

/* Digits as %g writes them where it needs no exponent. */
static void
put_point (const BsDigits *found, char *at)
{
  char digits[BS_DIGITS_MAX];
  int n = (int) found->n, whole = found->exponent + 1; /* digits before the point */

  put_digits (digits, found->digits, found->n);
  while (n > 1 && digits[n - 1] == '0')
    n--;
  if (whole <= 0)
    *at++ = '0';
  for (int i = 0; i < MAX (n, whole); i++)
    {
      if (i == MAX (whole, 0))
        *at++ = '.';
      for (int zero = whole; i == 0 && zero < 0; zero++)
        *at++ = '0';
      *at++ = i < n ? digits[i] : '0';
    }
  *at = '\0';
}

/* The same for any number. */
static void
put_by_format (double value, char *buffer)
{
  /* Below DBL_MIN a double has fewer digits than 15. */
  for (guint digits = fabs (value) < DBL_MIN ? 1 : USUAL_DIGITS; digits <= BS_DIGITS_MAX; digits++)
    {
      char format[8] = "%.00g";

      format[2] = (char) ('0' + digits / 10);
      format[3] = (char) ('0' + digits % 10);
      g_ascii_formatd (buffer, BS_NUMBER_MAX, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
}

const char *
bs_number_exact (double value, char *buffer)
{
  BsDigits digits;

  if (!isfinite (value))
    return memcpy (buffer, "", sizeof "");
  if (value == 0)
    return memcpy (buffer, "0", sizeof "0");
  if (!bs_digits_shortest (fabs (value), USUAL_DIGITS, &digits))
    {
      put_by_format (value, buffer);
      return buffer;
    }
  buffer[0] = '-';
  put_point (&digits, buffer + (value < 0));
  return buffer;
}

static const char *
put_fixed (guint64 scaled, gboolean negative, guint decimals, char *buffer)
{
  char *at = buffer;
  char *end;

  if (negative)
    *at++ = '-';
  end = put_digits (at, scaled, decimals + 1);
  if (decimals > 0)
    {
      memmove (end - decimals + 1, end - decimals, decimals);
      end[-(int) decimals] = '.';
      end++;
    }
  *end = '\0';
  return buffer;
}

const char *
bs_number_fixed (double value, int decimals, char *buffer)
{
  char format[8] = "%.0f";
  guint64 scaled;

  g_return_val_if_fail (decimals >= 0 && decimals <= 9, "");
  if (!isfinite (value))
    return memcpy (buffer, "", sizeof "");
  if (bs_digits_fixed (fabs (value), (guint) decimals, &scaled))
    return put_fixed (scaled, value < 0 && scaled > 0, (guint) decimals, buffer);
  if (fabs (value) >= 1e20) /* %f would not fit */
    return bs_number_exact (value, buffer);
  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (buffer, BS_NUMBER_MAX, format, value);
  if (buffer[0] == '-' && strspn (buffer, "-0.") == strlen (buffer))
    memmove (buffer, buffer + 1, strlen (buffer));
  return buffer;
}

static guint64
size_of (gint64 value)
{
  return value < 0 ? -(guint64) value : (guint64) value;
}

const char *
bs_number_integer (gint64 value, char *buffer)
{
  buffer[0] = '-';
  *put_digits (buffer + (value < 0), size_of (value), 1) = '\0';
  return buffer;
}

const char *
bs_number_grouped (gint64 value, char *buffer)
{
  char digits[BS_NUMBER_MAX];
  gsize length = (gsize) (put_digits (digits, size_of (value), 1) - digits), at = 0;

  if (value < 0)
    buffer[at++] = '-';
  for (gsize i = 0; i < length; i++)
    {
      if (length > 4 && i > 0 && (length - i) % 3 == 0)
        buffer[at++] = ',';
      buffer[at++] = digits[i];
    }
  buffer[at] = '\0';
  return buffer;
}

gboolean
bs_number_parse (const char *text, double *value)
{
  const char *digits = text + (text[0] == '+' || text[0] == '-');
  char *end;

  if (!g_ascii_isdigit (digits[0]) && digits[0] != '.')
    return FALSE; /* "inf", "nan", leading blanks */
  if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X'))
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*value);
}

void
bs_varint_append (GByteArray *bytes, guint64 value)
{
  guint8 buffer[BS_VARINT_MAX];

  g_byte_array_append (bytes, buffer, (guint) (bs_varint_put (buffer, value) - buffer));
}

gboolean
bs_varint_read (const guint8 **at, const guint8 *end, guint64 *value)
{
  guint64 result = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      guint8 byte;

      if (*at >= end)
        return FALSE;
      byte = *(*at)++;
      if (shift == 63 && byte > 1)
        return FALSE;
      result |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        {
          *value = result;
          return TRUE;
        }
    }
  return FALSE;
}
