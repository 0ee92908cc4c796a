#include "clean/capital.h"
#include "base/block.h"

void
BS_KERNEL (bs_capitals) (const char *from, gsize n, guint64 capitals[BS_CAPITALS_MAX / 64])
{
  guint64 upper_before = 0, letter_before = 0, inner_before = 0; /* whether the last byte of the block before is */

  for (gsize i = 0; i < BS_CAPITALS_MAX / BS_BLOCK; i++)
    {
      gsize at = i * BS_BLOCK;
      guint64 upper, letter, inner; /* inner: a blank behind a letter */
      BsBytes bytes;

      capitals[i] = 0;
      if (at >= n)
        continue;
      bytes = n - at >= BS_BLOCK ? bs_block_load (from + at) : bs_block_load_part (from + at, n - at);
      upper = bs_block_within (bytes, 'A', 'Z');
      letter = bs_block_letters (bytes);
      inner = (letter << 1 | letter_before) & bs_block_equal (bytes, ' ');
      capitals[i] = upper & ~(upper << 1 | upper_before | inner << 1 | inner_before);
      upper_before = upper >> 63;
      letter_before = letter >> 63;
      inner_before = inner >> 63;
    }
}
