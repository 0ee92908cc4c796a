#include "clean/look-count.h"

#include "base/block.h"

/* "|", "·", "•", "›", "»" and their like between blanks, by their last byte. */
static inline guint64
bars (BsBytes here, BsBytes last, BsBytes next)
{
  guint64 single = bs_block_equal (here, '|') | bs_block_equal (here, '>') | bs_block_equal (here, '/');
  guint64 latin = bs_block_equal (here, 0xB7) | bs_block_equal (here, 0xBB);   /* · » */
  guint64 general = bs_block_equal (here, 0xA2) | bs_block_equal (here, 0xBA); /* • › */

  return bs_block_equal (next, ' ')
         & ((single & bs_block_equal (last, ' ')) | (latin & bs_block_equal (last, 0xC2))
            | (general & bs_block_equal (last, 0x80)));
}

static inline guint64
ours (BsBytes here, BsBytes last, BsBytes next, BsBytes third)
{
  return bs_block_equal (last, ' ') & bs_block_equal (bs_block_or (here, 0x20), 'o')
         & bs_block_equal (bs_block_or (next, 0x20), 'u') & bs_block_equal (bs_block_or (third, 0x20), 'r');
}

void
BS_KERNEL (bs_look_count) (const guint8 *bytes, gsize length, BsLookCounts *counts)
{
  *counts = (BsLookCounts){ 0 };
  for (gsize i = 0; i < length; i += BS_BLOCK)
    {
      guint64 here = length - i >= BS_BLOCK ? ~G_GUINT64_CONSTANT (0) : (G_GUINT64_CONSTANT (1) << (length - i)) - 1;
      BsBytes byte = bs_block_load (bytes + i), last = bs_block_load (bytes + i - 1);
      BsBytes next = bs_block_load (bytes + i + 1), third = bs_block_load (bytes + i + 2);
      guint64 alpha = bs_block_letters (byte), digit = bs_block_within (byte, '0', '9');
      guint64 wide = bs_block_within (byte, 0xC3, 0xFF);
      guint64 opening = bs_block_equal (byte, '"') | bs_block_equal (byte, '(') | bs_block_equal (byte, '[')
                        | bs_block_equal (byte, '$');

      counts->letters += (guint) __builtin_popcountll (here & (alpha | (wide & ~bs_block_equal (byte, 0xE2))));
      counts->digits += (guint) __builtin_popcountll (here & digit);
      counts->words += (guint) __builtin_popcountll (here & bs_block_within (last, 0, ' ')
                                                     & (alpha | digit | wide | opening));
      counts->ideographs += (guint) __builtin_popcountll (here & bs_block_within (byte, 0xE3, 0xE9));
      counts->bars += (guint) __builtin_popcountll (here & bars (byte, last, next));
      counts->our |= (here & ours (byte, last, next, third)) != 0;
    }
}

guint
BS_KERNEL (bs_surely_words) (const char *bytes, gsize length)
{
  guint64 before = 0;
  guint words = 0;

  for (gsize at = 0; at < length; at += BS_BLOCK)
    {
      gsize left = length - at;
      BsBytes block = left >= BS_BLOCK ? bs_block_load (bytes + at) : bs_block_load_part (bytes + at, left);
      guint64 blank = bs_block_within (block, 0, ' ');

      words += (guint) __builtin_popcountll ((blank << 1 | before) & bs_block_letters (block));
      before = blank >> 63;
    }
  return words;
}
