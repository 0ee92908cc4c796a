/* block-plain.h: sixty-four bytes as eight words of plain C; for base/block-parts.h. A byte that is meant has its top bit
 * set. */
#pragma once

#include <string.h>
#include <glib.h>

typedef guint64 BsPart;
#define BS_PARTS 8

#define BS_PART_ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define BS_PART_TOPS G_GUINT64_CONSTANT (0x8080808080808080)

static inline guint64
bs_parts_mask (const BsPart part[BS_PARTS])
{
  guint64 mask = 0;

  for (guint i = 0; i < BS_PARTS; i++) /* the top bits of eight bytes, first byte first */
    {
      guint64 tops = GUINT64_TO_LE (part[i]) & BS_PART_TOPS;

      mask |= ((tops >> 7) * G_GUINT64_CONSTANT (0x0102040810204080) >> 56) << (8 * i);
    }
  return mask;
}

static inline BsPart
bs_part_load (const void *at)
{
  BsPart part;

  memcpy (&part, at, sizeof part);
  return part;
}

static inline void
bs_part_store (BsPart part, void *at)
{
  memcpy (at, &part, sizeof part);
}

/* Every byte that is `limit` or more, from 0 to 0x100. */
static inline BsPart
bs_part_from (BsPart part, guint limit)
{
  BsPart low = part & ~BS_PART_TOPS;

  if (limit == 0)
    return BS_PART_TOPS;
  if (limit <= 0x80)
    return (low + BS_PART_ONES * (0x80 - limit)) | part;
  return limit > 0xFF ? 0 : (low + BS_PART_ONES * (0x100 - limit)) & part;
}

static inline BsPart
bs_part_within (BsPart part, guint8 low, guint8 high)
{
  return bs_part_from (part, low) & ~bs_part_from (part, high + 1u) & BS_PART_TOPS;
}

static inline BsPart
bs_part_equal (BsPart part, guint8 c)
{
  guint64 other = part ^ BS_PART_ONES * c; /* 0 where equal */

  return ~(((other & ~BS_PART_TOPS) + ~BS_PART_TOPS) | other);
}

static inline BsPart
bs_part_high (BsPart part)
{
  return part;
}

static inline BsPart
bs_part_or (BsPart part, guint8 bits)
{
  return part | BS_PART_ONES * bits;
}

static inline BsPart
bs_part_lower (BsPart part)
{
  return part | bs_part_within (part, 'A', 'Z') >> 2;
}
