#include "base/digits.h"

#include <string.h>

#define LARGEST_EXPONENT 14
#define LEAST_EXPONENT (-4)
#define HIDDEN_BIT (G_GUINT64_CONSTANT (1) << 52)

typedef __uint128_t Wide;

static const guint64 tens[BS_DIGITS_MAX + 1]
  = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
      1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000 };

static const guint64 fives[BS_DIGITS_MAX - LEAST_EXPONENT]
  = { 1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625, 1220703125, 6103515625,
      30517578125, 152587890625, 762939453125, 3814697265625, 19073486328125, 95367431640625 };

/* whole × 2 to the power of power. */
typedef struct {
  guint64 whole;
  int power;
} Binary;

static Binary
binary_of (double value)
{
  guint64 bits, exponent;

  memcpy (&bits, &value, sizeof bits);
  exponent = bits >> 52 & 0x7FF;
  bits &= HIDDEN_BIT - 1;
  return exponent > 0 ? (Binary){ bits | HIDDEN_BIT, (int) exponent - 1075 } : (Binary){ bits, -1074 };
}

static guint64
round_half_even (guint64 quotient, Wide twice_rest, Wide unit)
{
  return quotient + (twice_rest > unit || (twice_rest == unit && quotient % 2 == 1));
}

/* Without its last bits. */
static guint64
round_bits (Wide value, guint shift)
{
  Wide unit = (Wide) 1 << shift;

  return round_half_even ((guint64) (value >> shift), (value & (unit - 1)) * 2, unit);
}

/* A value as BS_DIGITS_MAX digits and what stands behind them. */
typedef struct {
  Binary binary;
  int exponent;  /* of the first digit */
  guint scale;   /* the power of ten that it was multiplied by */
  guint shift;   /* bits of `product` behind the last digit */
  Wide product;
  guint64 whole; /* the digits, not rounded */
} Scaled;

static gboolean
scale_by (Scaled *scaled, int exponent)
{
  int scale = BS_DIGITS_MAX - 1 - exponent, shift = -(scaled->binary.power + scale);

  if (exponent < LEAST_EXPONENT || exponent > LARGEST_EXPONENT || shift < 0 || shift > 60)
    return FALSE;
  scaled->exponent = exponent;
  scaled->scale = (guint) scale;
  scaled->shift = (guint) shift;
  scaled->product = (Wide) scaled->binary.whole * fives[scale];
  scaled->whole = (guint64) (scaled->product >> shift);
  return TRUE;
}

static gboolean
scale_value (double value, Scaled *scaled)
{
  int exponent;

  if (!(value >= 1e-4 && value < 1e15))
    return FALSE;
  scaled->binary = binary_of (value);
  if (scaled->binary.whole == HIDDEN_BIT) /* the double below it is nearer than the one above */
    return FALSE;
  exponent = ((scaled->binary.power + 52) * 1233) >> 12; /* times log10 2, rounded down: right, or one too small */
  if (!scale_by (scaled, MAX (exponent, LEAST_EXPONENT)))
    return FALSE;
  if (scaled->whole >= tens[BS_DIGITS_MAX] && !scale_by (scaled, exponent + 1))
    return FALSE;
  return scaled->whole >= tens[BS_DIGITS_MAX - 1];
}

/* Whether digits in the place of all of the value's read back as it: they are nearer to it than to any other double. */
static gboolean
reads_back (const Scaled *scaled, guint64 whole)
{
  Wide low = (2 * (Wide) scaled->binary.whole - 1) * fives[scaled->scale];
  Wide high = (2 * (Wide) scaled->binary.whole + 1) * fives[scaled->scale];
  Wide given = (Wide) whole << (scaled->shift + 1);

  return (given > low && given < high) || (scaled->binary.whole % 2 == 0 && (given == low || given == high));
}

/* The first n digits. */
static guint64
leave_digits (const Scaled *scaled, guint n)
{
  guint64 unit = tens[BS_DIGITS_MAX - n];
  Wide last = ((Wide) (scaled->whole % unit) << scaled->shift) | (scaled->product & (((Wide) 1 << scaled->shift) - 1));

  return round_half_even (scaled->whole / unit, 2 * last, (Wide) unit << scaled->shift);
}

gboolean
bs_digits_shortest (double value, guint least, BsDigits *digits)
{
  Scaled scaled;

  g_return_val_if_fail (least >= 1 && least <= BS_DIGITS_MAX, FALSE);
  if (!scale_value (value, &scaled))
    return FALSE;
  for (digits->n = least;; digits->n++)
    {
      digits->digits = leave_digits (&scaled, digits->n);
      if (digits->n == BS_DIGITS_MAX || reads_back (&scaled, digits->digits * tens[BS_DIGITS_MAX - digits->n]))
        break;
    }
  digits->exponent = scaled.exponent;
  if (digits->digits == tens[digits->n]) /* 9.99… came to 10 */
    {
      digits->digits /= 10;
      digits->exponent++;
    }
  return digits->exponent <= LARGEST_EXPONENT;
}

gboolean
bs_digits_fixed (double value, guint decimals, guint64 *scaled)
{
  Binary binary;
  int shift;

  g_return_val_if_fail (decimals <= 9, FALSE);
  if (!(value >= 0 && value < 1e9))
    return FALSE;
  binary = binary_of (value);
  shift = -(binary.power + (int) decimals);
  if (shift <= 0)
    return FALSE;
  *scaled = shift > 80 ? 0 /* 53 bits of `whole` and 21 of the five make less than half */
                       : round_bits ((Wide) binary.whole * fives[decimals], (guint) shift);
  return TRUE;
}
