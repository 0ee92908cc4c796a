/* How far a sketch reaches, in four bytes, so that most pairs of texts can be told apart without their sketches. */
#include "compare/near-extent.h"

#include "compare/near-index.h"

#define LEVELS 3
#define NONE 255 /* above all codes */

static const guint level[LEVELS] = { 8, 16, 32 }; /* hashes */

/* A hash in eight bits: the octave that it lies in, sixteen of them, in sixteen parts. A larger hash has no lower code. */
static guint32
code_of (guint64 hash)
{
  guint zeros = hash == 0 ? 64 : (guint) __builtin_clzll (hash);

  if (zeros > 15)
    return 0;
  return MIN ((15 - zeros) << 4 | (guint) (hash << zeros << 1 >> 60), NONE - 1);
}

/* From the lowest byte up: the codes of the eighth hash, the sixteenth, the thirty-second, and the last that the sketch
 * knows of. One that is not full knows all. */
guint32
bs_near_extent (const guint64 *least, guint n)
{
  guint32 extent = (n < BS_SKETCH_HASHES ? NONE : code_of (least[n - 1])) << 8 * LEVELS;

  for (guint i = 0; i < LEVELS; i++)
    extent |= (level[i] <= n ? code_of (least[level[i] - 1]) : NONE) << 8 * i;
  return extent;
}

static guint
count_below (guint32 extent, guint32 most)
{
  guint n = 0;

  for (guint i = 0; i < LEVELS && (extent >> 8 * i & 0xFF) < most; i++)
    n = level[i];
  return n;
}

guint
bs_near_least (guint32 extent, guint32 other)
{
  guint32 most = MIN (extent >> 8 * LEVELS, other >> 8 * LEVELS);

  return MIN (count_below (extent, most), count_below (other, most));
}
