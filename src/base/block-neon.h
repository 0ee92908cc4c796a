/* block-neon.h: sixty-four bytes as four parts; for base/block-parts.h. */
#pragma once

#include <glib.h>

#if defined(__ARM_NEON)
#include <arm_neon.h>

typedef uint8x16_t BsPart;
#define BS_PARTS 4

/* Of bytes that are all ones or all zeros. */
static inline guint64
bs_parts_mask (const BsPart part[BS_PARTS])
{
  static const guint8 powers[16] = { 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128 };
  uint8x16_t power = vld1q_u8 (powers);
  uint8x16_t low = vpaddq_u8 (vandq_u8 (part[0], power), vandq_u8 (part[1], power));
  uint8x16_t high = vpaddq_u8 (vandq_u8 (part[2], power), vandq_u8 (part[3], power));
  uint8x16_t sum = vpaddq_u8 (low, high);

  return vgetq_lane_u64 (vreinterpretq_u64_u8 (vpaddq_u8 (sum, sum)), 0);
}

static inline BsPart
bs_part_load (const void *at)
{
  return vld1q_u8 ((const guint8 *) at);
}

static inline void
bs_part_store (BsPart part, void *at)
{
  vst1q_u8 ((guint8 *) at, part);
}

static inline BsPart
bs_part_equal (BsPart part, guint8 c)
{
  return vceqq_u8 (part, vdupq_n_u8 (c));
}

static inline BsPart
bs_part_within (BsPart part, guint8 low, guint8 high)
{
  return vcleq_u8 (vsubq_u8 (part, vdupq_n_u8 (low)), vdupq_n_u8 ((guint8) (high - low)));
}

static inline BsPart
bs_part_high (BsPart part)
{
  return vcgeq_u8 (part, vdupq_n_u8 (0x80));
}

static inline BsPart
bs_part_or (BsPart part, guint8 bits)
{
  return vorrq_u8 (part, vdupq_n_u8 (bits));
}

static inline BsPart
bs_part_lower (BsPart part)
{
  return vorrq_u8 (part, vandq_u8 (bs_part_within (part, 'A', 'Z'), vdupq_n_u8 (0x20)));
}

#endif
