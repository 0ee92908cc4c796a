#include "lexicon/spoken-number.h"

#define MOST_DIGITS 15

/* zero to nineteen; twenty, thirty, … ninety; thousand, million, … */
static const guint8 SMALL[20] = { 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2 };
static const guint8 TENS[10] = { 0, 0, 2, 2, 2, 2, 2, 3, 2, 2 };
#define HUNDRED 2
#define SCALE 2 /* thousand, million, billion, trillion */

static gboolean
is_one_of (BsSpan word, const char *const *set)
{
  for (; *set != NULL; set++)
    if (bs_span_equal (word, bs_span_of (*set)))
      return TRUE;
  return FALSE;
}

static const char *const SUFFIXES[]
    = { "s", "'s", "st", "nd", "rd", "th", "ths", "m", "bn", "tn", "k", "mn", "M", "B", "K", NULL };

gboolean
bs_is_number (BsSpan plain)
{
  gsize i = plain.length > 1 && plain.start[0] == '\'' ? 1 : 0;
  BsSpan rest;

  if (i == plain.length || !g_ascii_isdigit (plain.start[i]))
    return FALSE;
  while (i < plain.length
         && (g_ascii_isdigit (plain.start[i])
             || (strchr (",.:/-", plain.start[i]) != NULL && i + 1 < plain.length
                 && g_ascii_isdigit (plain.start[i + 1]))))
    i++;
  rest = bs_span (plain.start + i, plain.length - i);
  return rest.length == 0 || is_one_of (rest, SUFFIXES);
}

static guint
below_thousand (guint n)
{
  guint count = 0;

  if (n >= 100)
    count += SMALL[n / 100] + HUNDRED;
  n %= 100;
  if (n >= 20)
    return count + TENS[n / 10] + (n % 10 != 0 ? SMALL[n % 10] : 0);
  return count + (n != 0 ? SMALL[n] : 0);
}

guint
bs_cardinal_syllables (guint64 number)
{
  guint count = 0;

  if (number == 0)
    return SMALL[0];
  for (guint group = 0; number != 0; group++, number /= 1000)
    if (number % 1000 != 0)
      count += below_thousand ((guint)(number % 1000)) + (group > 0 ? SCALE : 0);
  return count;
}

/* "nineteen eighty-four" */
static guint
year_syllables (guint year)
{
  guint low = year % 100;

  if (low == 0)
    return bs_cardinal_syllables (year / 100) + HUNDRED;
  return bs_cardinal_syllables (year / 100) + (low < 10 ? 1 : 0) + bs_cardinal_syllables (low);
}

/* One run of digits, with commas inside where they part groups of three. */
typedef struct
{
  gsize length; /* bytes */
  guint64 value;
  guint digits;
  gboolean commas;
} Run;

static gboolean
is_group (BsSpan text, gsize comma)
{
  if (text.length < comma + 4 || text.start[comma] != ',')
    return FALSE;
  for (gsize i = 1; i <= 3; i++)
    if (!g_ascii_isdigit (text.start[comma + i]))
      return FALSE;
  return text.length == comma + 4 || !g_ascii_isdigit (text.start[comma + 4]);
}

static Run
read_run (BsSpan text)
{
  Run run = { 0 };

  while (run.length < text.length)
    {
      char c = text.start[run.length];
      if (c == ',' && is_group (text, run.length) && (run.commas || run.digits <= 3))
        run.commas = TRUE;
      else if (g_ascii_isdigit (c))
        {
          run.digits++;
          run.value = run.digits <= MOST_DIGITS ? run.value * 10 + (guint64)(c - '0') : 0;
        }
      else
        break;
      run.length++;
    }
  return run;
}

static guint
digit_by_digit (BsSpan digits, guint zero)
{
  guint count = 0;

  for (gsize i = 0; i < digits.length; i++)
    if (g_ascii_isdigit (digits.start[i]))
      count += digits.start[i] == '0' ? zero : SMALL[digits.start[i] - '0'];
  return count;
}

/* The syllables that a plural or an ordinal adds to the last number, or those of a magnitude. */
static guint
suffix_syllables (BsSpan suffix, guint64 value)
{
  guint tens = (guint)(value % 100);

  if (suffix.length == 0)
    return 0;
  if (strchr ("mbtkMBK", suffix.start[0]) != NULL && !bs_span_equal (suffix, bs_span ("th", 2))
      && !bs_span_equal (suffix, bs_span ("ths", 3)))
    return SCALE;
  if (suffix.start[0] == '\'' || suffix.length == 1)
    return tens % 10 == 6 && tens != 16; /* sixes */
  if (tens >= 20 && tens % 10 == 0)
    return 1;                          /* twentieth */
  return tens % 10 == 2 && tens != 12; /* second */
}

/* One run in its place: what stands before it decides how it is read. */
static guint
run_syllables (BsSpan digits, const Run *run, char before, gboolean alone)
{
  gboolean leading_zero = digits.start[0] == '0' && run->digits > 1;

  if (before == '.' && !run->commas)
    return digit_by_digit (digits, SMALL[0]);
  if (before == ':' && run->digits == 2 && digits.start[0] == '0')
    return digits.start[1] == '0' ? 0 : 1 + SMALL[digits.start[1] - '0'];
  if (run->digits > MOST_DIGITS || leading_zero)
    return digit_by_digit (digits, leading_zero ? 1 : SMALL[0]);
  if (alone && run->digits == 4 && !run->commas
      && ((run->value >= 1100 && run->value <= 1999) || (run->value >= 2010 && run->value <= 2099)))
    return year_syllables ((guint)run->value);
  return bs_cardinal_syllables (run->value);
}

guint
bs_number_syllables (BsSpan plain)
{
  guint count = 0;
  char before = '\0';
  guint64 last = 0;
  gsize i = 0;

  while (i < plain.length)
    {
      BsSpan rest = bs_span (plain.start + i, plain.length - i);
      if (g_ascii_isdigit (rest.start[0]))
        {
          Run run = read_run (rest);
          gboolean decimal = before == '.' || (run.length + 1 < rest.length && rest.start[run.length] == '.');
          count += run_syllables (bs_span (rest.start, run.length), &run, before, !decimal && before != ',');
          last = run.value;
          i += run.length;
        }
      else if (g_ascii_isalpha (rest.start[0]) || (rest.start[0] == '\'' && i > 0))
        {
          count += suffix_syllables (rest, last);
          break;
        }
      else
        {
          before = rest.start[0];
          count += before == '.'; /* point */
          i++;
        }
    }
  return MAX (1, count);
}

guint
bs_unit_syllables (BsSpan unit)
{
  static const struct
  {
    const char *unit;
    guint syllables;
  } units[] = {
    { "km", 4 },  { "kg", 3 },   { "cm", 4 },  { "mm", 4 },  { "am", 2 },  { "pm", 2 },  { "mph", 3 }, { "kph", 3 },
    { "ft", 1 },  { "lb", 1 },   { "lbs", 1 }, { "oz", 1 },  { "hr", 1 },  { "hrs", 1 }, { "min", 2 }, { "mins", 2 },
    { "sec", 2 }, { "secs", 2 }, { "mg", 4 },  { "ml", 4 },  { "gb", 3 },  { "mb", 3 },  { "tb", 3 },  { "kb", 3 },
    { "kw", 3 },  { "mw", 3 },   { "gw", 3 },  { "kwh", 5 }, { "mwh", 5 }, { "hz", 1 },  { "mhz", 3 }, { "ghz", 3 },
    { "c", 1 },   { "p", 1 },    { "x", 1 },   { "st", 1 },  { "yd", 1 },  { "yds", 1 }, { "sq", 1 },  { "ha", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (bs_span_equal (unit, bs_span_of (units[i].unit)))
      return units[i].syllables;
  return 0;
}

guint
bs_roman_value (BsSpan plain)
{
  static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
  static const char *const tens[] = { "", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX" };
  static const char *const others[] = { "XL", "LV", "LI", NULL };

  if (plain.length < 2 || plain.length > 8)
    return 0;
  for (gsize i = 0; i < plain.length; i++)
    if (plain.start[i] != 'I' && plain.start[i] != 'V' && plain.start[i] != 'X' && plain.start[i] != 'L')
      return 0;
  if (is_one_of (plain, others))
    return 0;
  for (guint n = 1; n < 90; n++)
    {
      gsize length = strlen (tens[n / 10]);
      if (plain.length == length + strlen (ones[n % 10]) && memcmp (plain.start, tens[n / 10], length) == 0
          && memcmp (plain.start + length, ones[n % 10], plain.length - length) == 0)
        return n;
    }
  return 0;
}
