#include "clean/folded.h"

#include "base/block.h"

gboolean
BS_KERNEL (bs_is_folded) (const char *bytes, gsize length)
{
  guint64 before = 0;

  for (gsize at = 0; at < length; at += BS_BLOCK)
    {
      BsBytes block
          = length - at >= BS_BLOCK ? bs_block_load (bytes + at) : bs_block_load_part (bytes + at, length - at);
      guint64 blank = bs_block_equal (block, ' ');

      if ((bs_block_within (block, '\t', '\n') | (blank & (blank << 1 | before))) != 0)
        return FALSE;
      before = blank >> 63;
    }
  return TRUE;
}
