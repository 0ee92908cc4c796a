#include "source/find-line.h"

#include "base/block.h"

typedef struct {
  guint64 begun; /* 1: the byte before the block is \n */
  guint64 ends;  /* \n so far */
  guint64 last;  /* mask of \n of the last block that held any … */
  gsize   last_at; /* … and where it stands */
} Search;

/* Where in the block at `at` a line begins with `first`, BS_BLOCK: nowhere. */
static inline guint
search_block (Search *search, BsBytes bytes, gsize at, char first, guint64 valid)
{
  guint64 ends = bs_block_equal (bytes, '\n') & valid;
  guint64 begins = (ends << 1 | search->begun) & bs_block_equal (bytes, (guint8) first) & valid;

  if (G_UNLIKELY (begins != 0))
    {
      guint found = (guint) __builtin_ctzll (begins);

      search->ends += (guint64) __builtin_popcountll (ends & (((guint64) 1 << found) - 1));
      return found;
    }
  search->ends += (guint64) __builtin_popcountll (ends);
  search->begun = ends >> 63;
  if (ends != 0)
    {
      search->last = ends;
      search->last_at = at;
    }
  return BS_BLOCK;
}

BsFoundLine
BS_KERNEL (bs_find_line) (BsSpan text, gsize from, char first)
{
  Search search = { 0 };
  gsize at = from;
  guint found;

  for (; text.length - at >= BS_BLOCK; at += BS_BLOCK)
    {
      found = search_block (&search, bs_block_load (text.start + at), at, first, G_MAXUINT64);
      if (found < BS_BLOCK)
        return (BsFoundLine){ TRUE, at + found, search.ends };
    }
  if (at < text.length)
    {
      gsize n = text.length - at;

      found = search_block (&search, bs_block_load_part (text.start + at, n), at, first, ((guint64) 1 << n) - 1);
      if (found < BS_BLOCK)
        return (BsFoundLine){ TRUE, at + found, search.ends };
    }
  if (search.ends == 0)
    return (BsFoundLine){ FALSE, G_MAXSIZE, 0 };
  return (BsFoundLine){ FALSE, search.last_at + 64 - (gsize) __builtin_clzll (search.last), search.ends };
}
