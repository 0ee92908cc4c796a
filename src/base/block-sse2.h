/* block-sse2.h: sixty-four bytes as four parts; for base/block-parts.h. */
#pragma once

#include <glib.h>

#if defined(__SSE2__)
#include <emmintrin.h>

typedef __m128i BsPart;
#define BS_PARTS 4

static inline guint64
bs_parts_mask (const BsPart part[BS_PARTS])
{
  guint64 mask = 0;

  for (guint i = 0; i < BS_PARTS; i++)
    mask |= (guint64) (guint32) _mm_movemask_epi8 (part[i]) << (16 * i);
  return mask;
}

static inline BsPart
bs_part_load (const void *at)
{
  return _mm_loadu_si128 ((const __m128i_u *) at);
}

static inline void
bs_part_store (BsPart part, void *at)
{
  _mm_storeu_si128 ((__m128i_u *) at, part);
}

static inline BsPart
bs_part_equal (BsPart part, guint8 c)
{
  return _mm_cmpeq_epi8 (part, _mm_set1_epi8 ((char) c));
}

static inline BsPart
bs_part_within (BsPart part, guint8 low, guint8 high)
{
  BsPart from = _mm_sub_epi8 (part, _mm_set1_epi8 ((char) low));

  return _mm_cmpeq_epi8 (_mm_min_epu8 (from, _mm_set1_epi8 ((char) (high - low))), from);
}

static inline BsPart
bs_part_high (BsPart part)
{
  return part;
}

static inline BsPart
bs_part_or (BsPart part, guint8 bits)
{
  return _mm_or_si128 (part, _mm_set1_epi8 ((char) bits));
}

static inline BsPart
bs_part_lower (BsPart part)
{
  return _mm_or_si128 (part, _mm_and_si128 (bs_part_within (part, 'A', 'Z'), _mm_set1_epi8 (0x20)));
}

#endif
