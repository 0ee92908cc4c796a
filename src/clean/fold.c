#include "clean/fold.h"
#include "base/block.h"

G_STATIC_ASSERT (BS_FOLD_ROOM >= BS_BLOCK);

/* Of a curly quote or a dash: the plain one. 0: it is another sign. */
static inline char
straight (const char *at)
{
  if (at[1] != '\x80')
    return '\0';
  switch ((guchar) at[2])
    {
    case 0x98:
    case 0x99:
      return '\'';
    case 0x9c:
    case 0x9d:
      return '"';
    case 0x90:
    case 0x91:
    case 0x93:
    case 0x94:
      return '-';
    default:
      return '\0';
    }
}

/* Whether the byte before that of bit `k` is a blank. */
static inline guint64
is_behind (guint64 blanks, guint k, guint64 blank)
{
  return k > 0 ? blanks >> (k - 1) & 1 : blank;
}

gsize
BS_KERNEL (bs_fold) (const char *from, gsize n, gsize readable, char *to)
{
  const char *at = from, *end = from + n, *last = from + readable;
  char *out = to;
  guint64 blank = 1; /* what was written last is one */

  while (at < end)
    {
      guint k = (guint) MIN (end - at, BS_BLOCK);
      BsBytes bytes = last - at >= BS_BLOCK ? bs_block_load (at) : bs_block_load_part (at, (gsize) (last - at));
      guint64 blanks = bs_block_equal (bytes, ' ');
      guint64 odd = bs_block_within (bytes, 0, ' ' - 1) | bs_block_equal (bytes, 0xe2)
                    | (blanks & (blanks << 1 | blank));
      char plain = '\0';

      bs_block_store (bs_block_lower (bytes), out);
      if (k < BS_BLOCK)
        odd &= (G_GUINT64_CONSTANT (1) << k) - 1;
      if (odd != 0)
        k = (guint) __builtin_ctzll (odd);
      blank = is_behind (blanks, k, blank);
      at += k;
      out += k;
      if (odd == 0)
        continue;
      if (*at == '\xe2' && end - at > 2)
        plain = straight (at);
      if (plain != '\0')
        at += 2;
      else
        plain = (guchar) *at <= ' ' ? ' ' : *at;
      at++;
      *out = plain;
      out += !(blank && plain == ' ');
      blank = plain == ' ';
      while (blank && at < end && (guchar) *at <= ' ')
        at++;
    }
  return (gsize) (out - to);
}
