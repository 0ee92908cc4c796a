/* Numbers as text come back as themselves, in every locale; varints come back and never run over their end. */
#include "base/number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
test_exact (void)
{
  static const struct {
    double value;
    const char *text;
  } rows[] = {
    { 0, "0" },          { -0.0, "0" },         { 1, "1" },
    { -12.5, "-12.5" },  { 0.1, "0.1" },        { 0.1 + 0.2, "0.30000000000000004" },
    { 1e300, "1e+300" }, { 1e23, "1e+23" },     { 1.0 / 3, "0.3333333333333333" },
    { 100000, "100000" }, { 123456789, "123456789" }, { 9007199254740993.0, "9007199254740992" },
    { DBL_MAX, "1.7976931348623157e+308" },     { 5e-324, "5e-324" },
    { NAN, "" },         { INFINITY, "" },      { -INFINITY, "" },
  };
  char buffer[BS_NUMBER_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (bs_number_exact (rows[i].value, buffer), ==, rows[i].text);
}

static double
any_double (GRand *random)
{
  for (;;)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      double value;

      memcpy (&value, &bits, sizeof value);
      if (isfinite (value))
        return value;
    }
}

static void
test_exact_comes_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++)
    {
      double value = any_double (random);
      char buffer[BS_NUMBER_MAX];
      double back = NAN;

      g_assert_true (bs_number_parse (bs_number_exact (value, buffer), &back));
      g_assert_cmpfloat (back, ==, value);
    }
}

static void
test_fixed (void)
{
  static const struct {
    double value;
    int decimals;
    const char *text;
  } rows[] = {
    { 0, 0, "0" },           { 1.005, 2, "1.00" },     { -1.25, 1, "-1.2" },   { 0.5, 3, "0.500" },
    { -0.001, 2, "0.00" },   { -0.0, 1, "0.0" },       { -0.4, 0, "0" },       { -0.05, 1, "-0.1" },
    { 12345.678, 1, "12345.7" }, { 1e20, 2, "1e+20" }, { NAN, 1, "" },         { -INFINITY, 1, "" },
    { 99999999999999999999.0, 9, "1e+20" },
    { -99999999999999983616.0, 9, "-99999999999999983616.000000000" },
  };
  char buffer[BS_NUMBER_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (bs_number_fixed (rows[i].value, rows[i].decimals, buffer), ==, rows[i].text);
}

/* Numbers as tables hold them: shares, means, counts and sums, halves and others that end in a 5. */
static double
usual_double (GRand *random, guint kind)
{
  double whole = g_rand_int_range (random, 0, 1 << g_rand_int_range (random, 1, 31));

  switch (kind % 6)
    {
    case 0:
      return whole / (1 + g_rand_int_range (random, 0, 3000));
    case 1:
      return g_rand_double (random) * pow (10, g_rand_int_range (random, -5, 17));
    case 2:
      return whole / 1000;
    case 3:
      return whole / (double) (1 << g_rand_int_range (random, 0, 24));
    case 4:
      return nextafter (pow (10, g_rand_int_range (random, -5, 16)), g_rand_boolean (random) ? 0 : INFINITY);
    default:
      return ldexp (1, g_rand_int_range (random, -20, 55)) * (g_rand_boolean (random) ? 1 : 1 - DBL_EPSILON);
    }
}

/* As few digits as the C library needs, from 15 on, to read the value back. */
static void
by_the_c_library (double value, char *buffer)
{
  for (int digits = 15; digits <= 17; digits++)
    {
      snprintf (buffer, BS_NUMBER_MAX, "%.*g", digits, value);
      if (strtod (buffer, NULL) == value)
        return;
    }
}

static void
test_usual_as_the_c_library (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 300000; i++)
    {
      double value = usual_double (random, i);
      int decimals = g_rand_int_range (random, 0, 10);
      char ours[BS_NUMBER_MAX], theirs[BS_NUMBER_MAX];

      value = value != 0 && i % 7 == 0 ? -value : value;
      by_the_c_library (value, theirs);
      g_assert_cmpstr (bs_number_exact (value, ours), ==, theirs);
      snprintf (theirs, sizeof theirs, "%.*f", decimals, value);
      if (strspn (theirs, "-0.") < strlen (theirs) || theirs[0] != '-')
        g_assert_cmpstr (bs_number_fixed (value, decimals, ours), ==, theirs);
    }
}

static void
test_integers (void)
{
  static const struct {
    gint64 value;
    const char *all, *grouped;
  } rows[] = {
    { 0, "0", "0" },
    { -7, "-7", "-7" },
    { 9999, "9999", "9999" },
    { 10000, "10000", "10,000" },
    { -123456, "-123456", "-123,456" },
    { 1234567, "1234567", "1,234,567" },
    { G_MAXINT64, "9223372036854775807", "9,223,372,036,854,775,807" },
    { G_MININT64, "-9223372036854775808", "-9,223,372,036,854,775,808" },
  };
  char buffer[BS_NUMBER_MAX];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (bs_number_integer (rows[i].value, buffer), ==, rows[i].all);
      g_assert_cmpstr (bs_number_grouped (rows[i].value, buffer), ==, rows[i].grouped);
    }
}

static void
test_parse (void)
{
  static const char *const good[] = { "0", "-1.5", "+2", ".5", "5.", "1e3", "1E-3", "-0" };
  static const double values[] = { 0, -1.5, 2, 0.5, 5, 1000, 0.001, 0 };
  static const char *const bad[] = { "",  " ",   " 1",  "1 ",  "-",    ".",   "e5",  "1,5",   "1.5.2", "0x10", "-0x1",
                                     "inf", "-inf", "nan", "-nan", "+nan", "1e999", "12a", "--1", "- 1", "1\n", "١" };
  double value = 0;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (bs_number_parse (good[i], &value));
      g_assert_cmpfloat (value, ==, values[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bs_number_parse (bad[i], &value));
}

static void
test_decimal_comma (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "es_ES.UTF-8" };
  char buffer[BS_NUMBER_MAX];
  guint found = 0;
  double value = 0;

  while (found < G_N_ELEMENTS (names) && setlocale (LC_ALL, names[found]) == NULL)
    found++;
  if (found == G_N_ELEMENTS (names))
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  g_assert_cmpstr (bs_number_exact (1234.5, buffer), ==, "1234.5");
  g_assert_cmpstr (bs_number_fixed (1234.5, 2, buffer), ==, "1234.50");
  g_assert_true (bs_number_parse ("1234.5", &value));
  g_assert_cmpfloat (value, ==, 1234.5);
  g_assert_false (bs_number_parse ("1234,5", &value));
  setlocale (LC_ALL, "C");
}

static void
test_varint_comes_back (void)
{
  static const struct {
    guint64 value;
    guint length;
  } rows[] = { { 0, 1 },          { 1, 1 },           { 127, 1 },        { 128, 2 },
               { 16383, 2 },      { 16384, 3 },       { G_MAXUINT32, 5 }, { G_GUINT64_CONSTANT (1) << 63, 10 },
               { G_MAXUINT64, 10 } };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint8 *at;
  guint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint before = bytes->len;

      bs_varint_append (bytes, rows[i].value);
      g_assert_cmpuint (bytes->len - before, ==, rows[i].length);
    }
  at = bytes->data;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (bs_varint_read (&at, bytes->data + bytes->len, &value));
      g_assert_cmpuint (value, ==, rows[i].value);
    }
  g_assert_true (at == bytes->data + bytes->len);
  g_assert_false (bs_varint_read (&at, bytes->data + bytes->len, &value));
}

static void
test_varint_known_bytes (void)
{
  static const guint8 expected[] = { 0xe5, 0x8e, 0x26 }; /* DWARF's example: 624485 */
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  bs_varint_append (bytes, 624485);
  g_assert_cmpmem (bytes->data, bytes->len, expected, sizeof expected);
}

static void
test_varint_stops (void)
{
  static const guint8 cut_short[] = { 0x80, 0x80 };
  static const guint8 too_long[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01 };
  static const guint8 too_large[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02 };
  const guint8 *at = cut_short;
  guint64 value;

  g_assert_false (bs_varint_read (&at, cut_short + sizeof cut_short, &value));
  at = too_long;
  g_assert_false (bs_varint_read (&at, too_long + sizeof too_long, &value));
  g_assert_true (at <= too_long + sizeof too_long);
  at = too_large;
  g_assert_false (bs_varint_read (&at, too_large + sizeof too_large, &value));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/exact", test_exact);
  g_test_add_func ("/number/exact-comes-back", test_exact_comes_back);
  g_test_add_func ("/number/fixed", test_fixed);
  g_test_add_func ("/number/usual-as-the-c-library", test_usual_as_the_c_library);
  g_test_add_func ("/number/integers", test_integers);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/decimal-comma", test_decimal_comma);
  g_test_add_func ("/number/varint-comes-back", test_varint_comes_back);
  g_test_add_func ("/number/varint-known-bytes", test_varint_known_bytes);
  g_test_add_func ("/number/varint-stops", test_varint_stops);
  return g_test_run ();
}
