/* block-avx2.h: sixty-four bytes as two parts; for base/block-parts.h. */
#pragma once

#include <glib.h>

#if defined(__AVX2__)
#include <immintrin.h>

typedef __m256i BsPart;
#define BS_PARTS 2

static inline guint64
bs_parts_mask (const BsPart part[BS_PARTS])
{
  return (guint32) _mm256_movemask_epi8 (part[0]) | (guint64) (guint32) _mm256_movemask_epi8 (part[1]) << 32;
}

static inline BsPart
bs_part_load (const void *at)
{
  return _mm256_loadu_si256 ((const __m256i_u *) at);
}

static inline void
bs_part_store (BsPart part, void *at)
{
  _mm256_storeu_si256 ((__m256i_u *) at, part);
}

static inline BsPart
bs_part_equal (BsPart part, guint8 c)
{
  return _mm256_cmpeq_epi8 (part, _mm256_set1_epi8 ((char) c));
}

static inline BsPart
bs_part_within (BsPart part, guint8 low, guint8 high)
{
  BsPart from = _mm256_sub_epi8 (part, _mm256_set1_epi8 ((char) low));

  return _mm256_cmpeq_epi8 (_mm256_min_epu8 (from, _mm256_set1_epi8 ((char) (high - low))), from);
}

static inline BsPart
bs_part_high (BsPart part)
{
  return part;
}

static inline BsPart
bs_part_or (BsPart part, guint8 bits)
{
  return _mm256_or_si256 (part, _mm256_set1_epi8 ((char) bits));
}

static inline BsPart
bs_part_lower (BsPart part)
{
  return _mm256_or_si256 (part, _mm256_and_si256 (bs_part_within (part, 'A', 'Z'), _mm256_set1_epi8 (0x20)));
}

#endif
