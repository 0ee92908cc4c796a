#include "base/quantile.h"

#include <math.h>
#include <string.h>

#include "base/sort.h"

#define SIGN (G_GUINT64_CONSTANT (1) << 63)

/* The bits of a number as an integer that is greater where the number is. */
static guint64
key_of (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits & SIGN ? ~bits : bits | SIGN;
}

static double
value_of (guint64 key)
{
  guint64 bits = key & SIGN ? key & ~SIGN : ~key;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

void
bs_sort_doubles (double *values, gsize n)
{
  guint64 few[BS_SORT_FEW];
  g_autofree guint64 *many = n > BS_SORT_FEW ? g_new (guint64, 2 * n) : NULL;
  guint64 *keys = many != NULL ? many : few;

  for (gsize i = 0; i < n; i++)
    keys[i] = key_of (values[i]);
  bs_sort_uint64 (keys, many != NULL ? many + n : NULL, n);
  for (gsize i = 0; i < n; i++)
    values[i] = value_of (keys[i]);
}

double
bs_quantile (const double *sorted, gsize n, double p)
{
  double position, part;
  gsize low;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);
  if (n == 0)
    return NAN;
  position = (double) (n - 1) * p;
  low = (gsize) position;
  if (low >= n - 1)
    return sorted[n - 1];
  part = position - (double) low;
  if (part == 0 || sorted[low] == sorted[low + 1])
    return sorted[low];
  /* A weighted mean of both, since their difference may be more than a double holds. */
  return CLAMP ((1 - part) * sorted[low] + part * sorted[low + 1], sorted[low], sorted[low + 1]);
}

double
bs_median (const double *sorted, gsize n)
{
  return bs_quantile (sorted, n, 0.5);
}
