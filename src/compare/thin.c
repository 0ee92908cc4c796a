#include "compare/thin.h"

/* Floyd's sampling (Bentley and Floyd 1987, CACM 30): for j from N - n to N - 1 one number up to j, or j itself where
 * that was drawn before. Sets of more than 2³² words are no use here: their counts are taken as they are. */
static guint64 *
draw_places (guint64 all, guint64 size, BsRandom *random)
{
  guint64 *bits = g_new0 (guint64, all / 64 + 1);

  for (guint64 j = all - size; j < all; j++)
    {
      guint64 at = bs_random_below (random, (guint32) (j + 1));

      if (bits[at / 64] >> (at % 64) & 1)
        at = j;
      bits[at / 64] |= G_GUINT64_CONSTANT (1) << (at % 64);
    }
  return bits;
}

/* Bits set from `from` up to, not including, `to`. */
static double
count_bits (const guint64 *bits, guint64 from, guint64 to)
{
  guint64 count = 0;

  for (; from < to && from % 64 != 0; from++)
    count += bits[from / 64] >> (from % 64) & 1;
  for (; from + 64 <= to; from += 64)
    count += (guint64) __builtin_popcountll (bits[from / 64]);
  for (; from < to; from++)
    count += bits[from / 64] >> (from % 64) & 1;
  return (double) count;
}

void
bs_thin_counts (const double *counts, gsize n, double size, BsRandom *random, double *drawn)
{
  g_autofree guint64 *bits = NULL;
  guint64 at = 0;
  double all = 0;

  for (gsize i = 0; i < n; i++)
    all += counts[i];
  if (all > size && all < G_MAXUINT32)
    bits = draw_places ((guint64) all, (guint64) size, random);
  for (gsize i = 0; i < n; i++)
    {
      guint64 end = at + (guint64) counts[i];

      drawn[i] = bits != NULL ? count_bits (bits, at, end) : counts[i];
      at = end;
    }
}
