#include "source/xz-head.h"

#include <string.h>

#define STREAM_HEADER 12
#define CHECK 4 /* bytes of the checksum behind a block's header */
#define LZMA2 0x21
#define LARGEST 40 /* of the dictionaries that have a number */

typedef struct {
  BsSpan head;
  gsize at, end;
} Walk;

static guint8
byte_at (const Walk *walk, gsize at)
{
  return at < walk->end ? (guint8) walk->head.start[at] : 0;
}

/* Seven bits a byte, the lowest first. */
static guint64
next_number (Walk *walk)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 63; shift += 7)
    {
      guint8 byte = byte_at (walk, walk->at++);

      number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        break;
    }
  return number;
}

static guint64
size_of_dictionary (guint8 number)
{
  return number > LARGEST ? 0 : number == LARGEST ? G_MAXUINT32 : (guint64) (2 | (number & 1)) << (number / 2 + 11);
}

guint64
bs_xz_dictionary (BsSpan head)
{
  Walk walk = { head, STREAM_HEADER + 2, head.length };
  guint size = byte_at (&walk, STREAM_HEADER), flags = byte_at (&walk, STREAM_HEADER + 1);

  if (size == 0) /* no block, but the index */
    return 0;
  walk.end = MIN (head.length, STREAM_HEADER + 4 * (size + 1) - CHECK);
  for (guint sizes = (flags >> 6 & 1) + (flags >> 7 & 1); sizes > 0; sizes--)
    next_number (&walk);
  for (guint filters = (flags & 3) + 1; filters > 0; filters--)
    {
      guint64 id = next_number (&walk), length = next_number (&walk);

      if (id == LZMA2)
        return walk.at < walk.end ? size_of_dictionary (byte_at (&walk, walk.at)) : 0;
      if (walk.at >= walk.end || length > walk.end - walk.at)
        return 0;
      walk.at += length;
    }
  return 0;
}

gboolean
bs_is_xz (BsSpan head)
{
  static const char magic[6] = "\xfd" "7zXZ";

  return head.length >= sizeof magic && memcmp (head.start, magic, sizeof magic) == 0;
}

gboolean
bs_xz_asks_too_much (BsSpan head)
{
  return bs_is_xz (head) && bs_xz_dictionary (head) > BS_XZ_DICTIONARY_MOST;
}
