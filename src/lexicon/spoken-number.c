#include "lexicon/spoken-number.h"

#define MOST_DIGITS 15

/* Letters of a Roman numeral with C, D or M; shorter ones are initialisms. */
#define LEAST_LARGE_ROMAN 4

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

static const char *const SUFFIXES[] = { "s",  "'s", "st", "nd", "rd", "th", "ths", "ST", "ND", "RD",
                                        "TH", "m",  "bn", "tn", "k",  "mn", "M",   "B",  "K",  NULL };

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

static gboolean
is_year (guint64 number)
{
  return (number >= 1010 && number <= 1999) || (number >= 2010 && number <= 2099);
}

/* "nineteen eighty-four", "ten sixty-six" */
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
  if (alone && run->digits == 4 && !run->commas && is_year (run->value))
    return year_syllables ((guint)run->value);
  return bs_cardinal_syllables (run->value);
}

/* Whether a number is one of a telephone: 555-0100, 212-555-0100, 1-212-555-0100, with hyphens or stops. */
static gboolean
is_telephone (BsSpan number)
{
  static const char *const shapes[] = { "000-0000", "000-000-0000", "0-000-000-0000", NULL };
  char shape[15];

  if (number.length >= sizeof shape)
    return FALSE;
  for (gsize i = 0; i < number.length; i++)
    shape[i] = g_ascii_isdigit (number.start[i]) ? '0' : number.start[i] == '.' ? '-' : number.start[i];
  return is_one_of (bs_span (shape, number.length), shapes);
}

/* Numbers that everybody says in one way of their own; 0 for others. */
static guint
known_number (BsSpan number)
{
  static const char *const by_figure[] = { "911", "401k", NULL };

  if (is_telephone (number))
    return digit_by_digit (number, 1);
  return is_one_of (number, by_figure) ? digit_by_digit (number, 1) + (number.length > 3) : 0;
}

/* Whether a fraction stands here behind a whole number, "1-1/2": an "and" is heard. */
static gboolean
is_mixed_fraction (BsSpan rest, gsize length, char before)
{
  return before == '-' && length == 1 && rest.length >= 3 && rest.start[1] == '/';
}

guint
bs_number_syllables (BsSpan plain)
{
  guint count = known_number (plain);
  char before = '\0';
  guint64 last = 0;
  gsize i = 0;

  if (count > 0)
    return count;
  while (i < plain.length)
    {
      BsSpan rest = bs_span (plain.start + i, plain.length - i);
      if (g_ascii_isdigit (rest.start[0]))
        {
          Run run = read_run (rest);
          gboolean decimal = before == '.' || (run.length + 1 < rest.length && rest.start[run.length] == '.');
          count += run_syllables (bs_span (rest.start, run.length), &run, before, !decimal && before != ',');
          count += is_mixed_fraction (rest, run.length, before);
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
bs_code_syllables (BsSpan digits)
{
  guint first, low;

  if (digits.length != 3 || digits.start[0] == '0')
    return bs_number_syllables (digits);
  first = (guint)(digits.start[0] - '0');
  low = (guint)(digits.start[1] - '0') * 10 + (guint)(digits.start[2] - '0');
  if (low == 0)
    return SMALL[first] + HUNDRED;
  return SMALL[first] + (low < 10 ? 1 : 0) + below_thousand (low);
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

/* The value of the longest Roman numeral that the letters begin with, and in `length` its letters. */
static guint
read_roman (BsSpan letters, gsize *length)
{
  static const struct
  {
    const char *letters;
    guint value, times;
  } parts[] = { { "M", 1000, 3 }, { "CM", 900, 1 }, { "D", 500, 1 }, { "CD", 400, 1 }, { "C", 100, 3 },
                { "XC", 90, 1 },  { "L", 50, 1 },   { "XL", 40, 1 }, { "X", 10, 3 },   { "IX", 9, 1 },
                { "V", 5, 1 },    { "IV", 4, 1 },   { "I", 1, 3 } };
  guint value = 0;

  *length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint n = 0; n < parts[i].times; n++)
      {
        gsize more = strlen (parts[i].letters);
        if (letters.length < *length + more || memcmp (letters.start + *length, parts[i].letters, more) != 0)
          break;
        value += parts[i].value;
        *length += more;
      }
  return value;
}

guint
bs_roman_value (BsSpan plain)
{
  static const char *const others[] = { "XL", "LV", "LI", NULL };
  gsize length;
  guint value;

  if (plain.length < 2 || is_one_of (plain, others))
    return 0;
  value = read_roman (plain, &length);
  if (length < plain.length)
    return 0;
  return value < 90 || plain.length >= LEAST_LARGE_ROMAN ? value : 0;
}

guint
bs_roman_syllables (guint value)
{
  return is_year (value) ? year_syllables (value) : bs_cardinal_syllables (value);
}
