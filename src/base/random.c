#include "base/random.h"

#include <string.h>
#include <xxhash.h>

static guint64
rotate (guint64 x, int by)
{
  return (x << by) | (x >> (64 - by));
}

static guint64
splitmix (guint64 *state)
{
  guint64 z = (*state += 0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

void
bs_random_init (BsRandom *random, guint64 seed, const char *name)
{
  guint64 state = XXH3_64bits_withSeed (name, strlen (name), seed);

  for (guint i = 0; i < G_N_ELEMENTS (random->state); i++)
    random->state[i] = splitmix (&state);
}

static inline guint64
xoshiro (guint64 *s)
{
  guint64 result = rotate (s[0] + s[3], 23) + s[0];
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate (s[3], 45);
  return result;
}

guint64
bs_random_next (BsRandom *random)
{
  return xoshiro (random->state);
}

guint32
bs_random_below (BsRandom *random, guint32 n)
{
  guint64 product = (bs_random_next (random) >> 32) * n;

  if ((guint32) product < n)
    {
      guint32 least = -n % n;

      while ((guint32) product < least)
        product = (bs_random_next (random) >> 32) * n;
    }
  return (guint32) (product >> 32);
}

double
bs_random_unit (BsRandom *random)
{
  return (double) (bs_random_next (random) >> 11) * 0x1p-53;
}

void
bs_random_resample (BsRandom *random, guint32 n, guint16 *counts)
{
  guint32 least = n == 0 ? 0 : -n % n;
  BsRandom local = *random; /* in registers */

  memset (counts, 0, n * sizeof *counts);
  for (guint32 left = n / 2; left > 0;)
    {
      guint64 bits = xoshiro (local.state);
      guint64 low = (bits & G_MAXUINT32) * n, high = (bits >> 32) * n;

      if (G_UNLIKELY ((guint32) low < least || (guint32) high < least))
        continue;
      counts[low >> 32]++;
      counts[high >> 32]++;
      left--;
    }
  if (n % 2 == 1)
    counts[bs_random_below (&local, n)]++;
  *random = local;
}
