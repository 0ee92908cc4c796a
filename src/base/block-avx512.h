/* block-avx512.h: sixty-four bytes in one register; part of base/block.h. */
#pragma once

#include <glib.h>

#if defined(__AVX512BW__)
#include <immintrin.h>

typedef struct {
  __m512i v;
} BsBytes;

static inline BsBytes
bs_block_load (const void *at)
{
  return (BsBytes){ _mm512_loadu_si512 (at) };
}

static inline void
bs_block_store (BsBytes bytes, void *at)
{
  _mm512_storeu_si512 (at, bytes.v);
}

/* Bytes that equal `c`. */
static inline guint64
bs_block_equal (BsBytes bytes, guint8 c)
{
  return _mm512_cmpeq_epi8_mask (bytes.v, _mm512_set1_epi8 ((char) c));
}

/* Bytes from `low` to `high`, both included. */
static inline guint64
bs_block_within (BsBytes bytes, guint8 low, guint8 high)
{
  return _mm512_cmple_epu8_mask (_mm512_sub_epi8 (bytes.v, _mm512_set1_epi8 ((char) low)),
                                 _mm512_set1_epi8 ((char) (high - low)));
}

/* Bytes of 0x80 and more. */
static inline guint64
bs_block_high (BsBytes bytes)
{
  return _mm512_movepi8_mask (bytes.v);
}

/* Every byte with these bits set: with 0x20, letters become small, and signs some other sign. */
static inline BsBytes
bs_block_or (BsBytes bytes, guint8 bits)
{
  return (BsBytes){ _mm512_or_si512 (bytes.v, _mm512_set1_epi8 ((char) bits)) };
}

/* A to Z made small, every other byte as it is. */
static inline BsBytes
bs_block_lower (BsBytes bytes)
{
  return (BsBytes){ _mm512_or_si512 (bytes.v, _mm512_maskz_set1_epi8 (bs_block_within (bytes, 'A', 'Z'), 0x20)) };
}

#endif
