#include "count/shingle.h"

#define BASE G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)
#define STIR G_GUINT64_CONSTANT (0xD6E8FEB86659FD93)

void
BS_KERNEL (bs_shingles) (const guint64 *restrict tokens, gsize n, guint64 *restrict shingles)
{
  for (gsize i = 0; i + BS_SHINGLE_WORDS <= n; i++)
    {
      const guint64 *at = tokens + i;
      guint64 sum = ((at[0] * BASE + at[1]) * (BASE * BASE) + at[2] * BASE + at[3]) * BASE + at[4];

      sum = (sum ^ (sum >> 32)) * STIR;
      sum = (sum ^ (sum >> 32)) * STIR;
      sum ^= sum >> 32;
      shingles[i] = sum != 0 ? sum : 1;
    }
}
