#include "clean/special.h"

#include "base/block.h"

static inline guint64
special (BsBytes bytes)
{
  return ~(bs_block_within (bytes, ' ', '~') | bs_block_within (bytes, '\t', '\n'));
}

const char *
BS_KERNEL (bs_find_special) (const char *at, const char *end)
{
  guint64 found;

  for (; end - at >= BS_BLOCK; at += BS_BLOCK)
    if ((found = special (bs_block_load (at))) != 0)
      return at + __builtin_ctzll (found);
  if (at == end)
    return end;
  /* the zeros behind the end are special */
  return at + __builtin_ctzll (special (bs_block_load_part (at, (gsize) (end - at))));
}
