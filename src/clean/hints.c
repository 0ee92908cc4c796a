#include "clean/hints.h"

#include "base/block.h"

/* What the bytes before a block were. */
typedef struct {
  BsBytes bytes;
  guint64 stop, high, blank, m;
} Before;

static inline guint64
shift (guint64 mask, guint64 earlier, guint n)
{
  return mask << n | earlier >> (64 - n);
}

/* Or figures; roughly. */
static inline guint64
letters_of (BsBytes bytes)
{
  return bs_block_within (bs_block_or (bytes, 0x20), '0', 0xFF) & ~bs_block_within (bytes, 'A', 'Z');
}

static inline guint64
marks_of (BsBytes bytes)
{
  return bs_block_within (bytes, 0x21, 0xFF) & ~(bs_block_equal (bytes, '.') | bs_block_within (bytes, '0', 'Z'));
}

/* Whether sentences may be glued here: asked only of blocks where a stop has no blank behind it, or of bytes beyond
 * ASCII. */
static inline gboolean
is_glued (BsBytes bytes, guint64 stop, guint64 high, const Before *before)
{
  guint64 capital = bs_block_within (bytes, 'A', 'Z');
  guint64 glued = shift (stop, before->stop, 1) & shift (letters_of (bytes), letters_of (before->bytes), 2)
                  & (capital | bs_block_within (bytes, 0xC3, 0xD1));
  guint64 marked = capital
                   & ((shift (stop, before->stop, 2) & shift (marks_of (bytes), marks_of (before->bytes), 1))
                      | (shift (stop, before->stop, 4) & shift (high, before->high, 1)));

  return (glued | marked) != 0;
}

static inline guint
look (BsBytes bytes, Before *before)
{
  guint64 stop = bs_block_equal (bytes, '.') | bs_block_equal (bytes, '!') | bs_block_equal (bytes, '?');
  guint64 high = bs_block_high (bytes), blank = bs_block_equal (bytes, ' '), m = bs_block_equal (bytes, 'M');
  guint64 behind_m = shift (blank, before->blank, 2) & shift (m, before->m, 1);
  guint64 open = (shift (stop, before->stop, 1) & ~blank) | before->stop >> 62 | high | before->high >> 63;
  guint hints = bs_block_equal (bytes, '&') != 0 ? BS_HINT_AMPERSAND : 0;

  if (open != 0 && is_glued (bytes, stop, high, before))
    hints |= BS_HINT_GLUE;
  if (behind_m != 0 && (behind_m & bs_block_equal (bytes, 'O')) != 0)
    hints |= BS_HINT_MORE;
  *before = (Before){ bytes, stop, high, blank, m };
  return hints;
}

guint
BS_KERNEL (bs_repair_hints) (const char *text, gsize length)
{
  Before before = { .bytes = bs_block_load_part (text, 0), .blank = ~G_GUINT64_CONSTANT (0) };
  guint hints = 0;
  gsize at = 0;

  for (; at + BS_BLOCK <= length; at += BS_BLOCK)
    hints |= look (bs_block_load (text + at), &before);
  return at < length ? hints | look (bs_block_load_part (text + at, length - at), &before) : hints;
}
