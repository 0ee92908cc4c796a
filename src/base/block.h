/* block.h: sixty-four bytes at a time as masks of sixty-four bits; the words in which kernels (base/kernel.h) are
 * written. Bit i of a mask speaks of byte i. Compiled for the instructions that the compiler was told of; all of them
 * give the same masks. For kernels alone. */
#pragma once

#include <string.h>

#include "base/kernel.h"

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(BS_KERNEL_USE_SSE2)
#include <emmintrin.h>
#elif defined(BS_KERNEL_USE_NEON)
#include <arm_neon.h>
#endif

G_BEGIN_DECLS

#define BS_BLOCK 64 /* bytes */

/* ---- AVX-512 ------------------------------------------------------------------------------------------------------ */

#if defined(__AVX512BW__)

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

/* ---- AVX2 --------------------------------------------------------------------------------------------------------- */

#elif defined(__AVX2__)

typedef struct {
  __m256i v[2];
} BsBytes;

static inline guint64
bs_block_mask_ (__m256i a, __m256i b)
{
  return (guint32) _mm256_movemask_epi8 (a) | (guint64) (guint32) _mm256_movemask_epi8 (b) << 32;
}

static inline BsBytes
bs_block_load (const void *at)
{
  return (BsBytes){ { _mm256_loadu_si256 ((const __m256i_u *) at),
                      _mm256_loadu_si256 ((const __m256i_u *) ((const char *) at + 32)) } };
}

static inline void
bs_block_store (BsBytes bytes, void *at)
{
  _mm256_storeu_si256 ((__m256i_u *) at, bytes.v[0]);
  _mm256_storeu_si256 ((__m256i_u *) ((char *) at + 32), bytes.v[1]);
}

static inline guint64
bs_block_equal (BsBytes bytes, guint8 c)
{
  __m256i all = _mm256_set1_epi8 ((char) c);

  return bs_block_mask_ (_mm256_cmpeq_epi8 (bytes.v[0], all), _mm256_cmpeq_epi8 (bytes.v[1], all));
}

static inline __m256i
bs_block_within_half_ (__m256i bytes, guint8 low, guint8 high)
{
  __m256i from = _mm256_sub_epi8 (bytes, _mm256_set1_epi8 ((char) low));

  return _mm256_cmpeq_epi8 (_mm256_min_epu8 (from, _mm256_set1_epi8 ((char) (high - low))), from);
}

static inline guint64
bs_block_within (BsBytes bytes, guint8 low, guint8 high)
{
  return bs_block_mask_ (bs_block_within_half_ (bytes.v[0], low, high), bs_block_within_half_ (bytes.v[1], low, high));
}

static inline guint64
bs_block_high (BsBytes bytes)
{
  return bs_block_mask_ (bytes.v[0], bytes.v[1]);
}

static inline BsBytes
bs_block_or (BsBytes bytes, guint8 bits)
{
  __m256i all = _mm256_set1_epi8 ((char) bits);

  return (BsBytes){ { _mm256_or_si256 (bytes.v[0], all), _mm256_or_si256 (bytes.v[1], all) } };
}

static inline BsBytes
bs_block_lower (BsBytes bytes)
{
  __m256i bit = _mm256_set1_epi8 (0x20);

  for (guint i = 0; i < 2; i++)
    bytes.v[i]
        = _mm256_or_si256 (bytes.v[i], _mm256_and_si256 (bs_block_within_half_ (bytes.v[i], 'A', 'Z'), bit));
  return bytes;
}

/* ---- SSE2 --------------------------------------------------------------------------------------------------------- */

#elif defined(BS_KERNEL_USE_SSE2)

typedef struct {
  __m128i v[4];
} BsBytes;

static inline guint64
bs_block_mask_ (const __m128i part[4])
{
  guint64 mask = 0;

  for (guint i = 0; i < 4; i++)
    mask |= (guint64) (guint32) _mm_movemask_epi8 (part[i]) << (16 * i);
  return mask;
}

static inline BsBytes
bs_block_load (const void *at)
{
  BsBytes bytes;

  for (guint i = 0; i < 4; i++)
    bytes.v[i] = _mm_loadu_si128 ((const __m128i_u *) ((const char *) at + 16 * i));
  return bytes;
}

static inline void
bs_block_store (BsBytes bytes, void *at)
{
  for (guint i = 0; i < 4; i++)
    _mm_storeu_si128 ((__m128i_u *) ((char *) at + 16 * i), bytes.v[i]);
}

static inline guint64
bs_block_equal (BsBytes bytes, guint8 c)
{
  __m128i all = _mm_set1_epi8 ((char) c);

  for (guint i = 0; i < 4; i++)
    bytes.v[i] = _mm_cmpeq_epi8 (bytes.v[i], all);
  return bs_block_mask_ (bytes.v);
}

static inline __m128i
bs_block_within_part_ (__m128i bytes, guint8 low, guint8 high)
{
  __m128i from = _mm_sub_epi8 (bytes, _mm_set1_epi8 ((char) low));

  return _mm_cmpeq_epi8 (_mm_min_epu8 (from, _mm_set1_epi8 ((char) (high - low))), from);
}

static inline guint64
bs_block_within (BsBytes bytes, guint8 low, guint8 high)
{
  for (guint i = 0; i < 4; i++)
    bytes.v[i] = bs_block_within_part_ (bytes.v[i], low, high);
  return bs_block_mask_ (bytes.v);
}

static inline guint64
bs_block_high (BsBytes bytes)
{
  return bs_block_mask_ (bytes.v);
}

static inline BsBytes
bs_block_or (BsBytes bytes, guint8 bits)
{
  __m128i all = _mm_set1_epi8 ((char) bits);

  for (guint i = 0; i < 4; i++)
    bytes.v[i] = _mm_or_si128 (bytes.v[i], all);
  return bytes;
}

static inline BsBytes
bs_block_lower (BsBytes bytes)
{
  __m128i bit = _mm_set1_epi8 (0x20);

  for (guint i = 0; i < 4; i++)
    bytes.v[i] = _mm_or_si128 (bytes.v[i], _mm_and_si128 (bs_block_within_part_ (bytes.v[i], 'A', 'Z'), bit));
  return bytes;
}

/* ---- NEON --------------------------------------------------------------------------------------------------------- */

#elif defined(BS_KERNEL_USE_NEON)

typedef struct {
  uint8x16_t v[4];
} BsBytes;

/* Of bytes that are all ones or all zeros. */
static inline guint64
bs_block_mask_ (const uint8x16_t part[4])
{
  static const guint8 powers[16] = { 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128 };
  uint8x16_t power = vld1q_u8 (powers);
  uint8x16_t low = vpaddq_u8 (vandq_u8 (part[0], power), vandq_u8 (part[1], power));
  uint8x16_t high = vpaddq_u8 (vandq_u8 (part[2], power), vandq_u8 (part[3], power));
  uint8x16_t sum = vpaddq_u8 (low, high);

  return vgetq_lane_u64 (vreinterpretq_u64_u8 (vpaddq_u8 (sum, sum)), 0);
}

static inline BsBytes
bs_block_load (const void *at)
{
  BsBytes bytes;

  for (guint i = 0; i < 4; i++)
    bytes.v[i] = vld1q_u8 ((const guint8 *) at + 16 * i);
  return bytes;
}

static inline void
bs_block_store (BsBytes bytes, void *at)
{
  for (guint i = 0; i < 4; i++)
    vst1q_u8 ((guint8 *) at + 16 * i, bytes.v[i]);
}

static inline guint64
bs_block_equal (BsBytes bytes, guint8 c)
{
  for (guint i = 0; i < 4; i++)
    bytes.v[i] = vceqq_u8 (bytes.v[i], vdupq_n_u8 (c));
  return bs_block_mask_ (bytes.v);
}

static inline uint8x16_t
bs_block_within_part_ (uint8x16_t bytes, guint8 low, guint8 high)
{
  return vcleq_u8 (vsubq_u8 (bytes, vdupq_n_u8 (low)), vdupq_n_u8 ((guint8) (high - low)));
}

static inline guint64
bs_block_within (BsBytes bytes, guint8 low, guint8 high)
{
  for (guint i = 0; i < 4; i++)
    bytes.v[i] = bs_block_within_part_ (bytes.v[i], low, high);
  return bs_block_mask_ (bytes.v);
}

static inline guint64
bs_block_high (BsBytes bytes)
{
  return bs_block_within (bytes, 0x80, 0xFF);
}

static inline BsBytes
bs_block_or (BsBytes bytes, guint8 bits)
{
  for (guint i = 0; i < 4; i++)
    bytes.v[i] = vorrq_u8 (bytes.v[i], vdupq_n_u8 (bits));
  return bytes;
}

static inline BsBytes
bs_block_lower (BsBytes bytes)
{
  for (guint i = 0; i < 4; i++)
    bytes.v[i]
        = vorrq_u8 (bytes.v[i], vandq_u8 (bs_block_within_part_ (bytes.v[i], 'A', 'Z'), vdupq_n_u8 (0x20)));
  return bytes;
}

/* ---- Plain C: eight bytes in a word ------------------------------------------------------------------------------- */

#else

typedef struct {
  guint64 v[8];
} BsBytes;

#define BS_BLOCK_ONES_ G_GUINT64_CONSTANT (0x0101010101010101)
#define BS_BLOCK_TOPS_ G_GUINT64_CONSTANT (0x8080808080808080)

/* The top bits of eight bytes, first byte first. */
static inline guint64
bs_block_tops_ (guint64 word)
{
  word = GUINT64_TO_LE (word) & BS_BLOCK_TOPS_;
  return (word >> 7) * G_GUINT64_CONSTANT (0x0102040810204080) >> 56;
}

static inline guint64
bs_block_mask_ (const guint64 part[8])
{
  guint64 mask = 0;

  for (guint i = 0; i < 8; i++)
    mask |= bs_block_tops_ (part[i]) << (8 * i);
  return mask;
}

/* The top bit of every byte that is `limit` or more; `limit` from 1 to 0x80. */
static inline guint64
bs_block_from_ (guint64 word, guint8 limit)
{
  return ((word & ~BS_BLOCK_TOPS_) + BS_BLOCK_ONES_ * (guint8) (0x80 - limit)) | word;
}

/* The same for any limit from 0 to 0x100. */
static inline guint64
bs_block_from_any_ (guint64 word, guint limit)
{
  if (limit == 0)
    return BS_BLOCK_TOPS_;
  if (limit <= 0x80)
    return bs_block_from_ (word, (guint8) limit);
  return limit > 0xFF ? 0 : (bs_block_from_ (word & ~BS_BLOCK_TOPS_, (guint8) (limit - 0x80)) & word);
}

static inline guint64
bs_block_within_word_ (guint64 word, guint8 low, guint8 high)
{
  return bs_block_from_any_ (word, low) & ~bs_block_from_any_ (word, high + 1u) & BS_BLOCK_TOPS_;
}

static inline BsBytes
bs_block_load (const void *at)
{
  BsBytes bytes;

  memcpy (bytes.v, at, sizeof bytes.v);
  return bytes;
}

static inline void
bs_block_store (BsBytes bytes, void *at)
{
  memcpy (at, bytes.v, sizeof bytes.v);
}

static inline guint64
bs_block_within (BsBytes bytes, guint8 low, guint8 high)
{
  for (guint i = 0; i < 8; i++)
    bytes.v[i] = bs_block_within_word_ (bytes.v[i], low, high);
  return bs_block_mask_ (bytes.v);
}

static inline guint64
bs_block_equal (BsBytes bytes, guint8 c)
{
  for (guint i = 0; i < 8; i++)
    {
      guint64 other = bytes.v[i] ^ BS_BLOCK_ONES_ * c; /* 0 where equal */

      bytes.v[i] = ~(((other & ~BS_BLOCK_TOPS_) + ~BS_BLOCK_TOPS_) | other);
    }
  return bs_block_mask_ (bytes.v);
}

static inline guint64
bs_block_high (BsBytes bytes)
{
  return bs_block_mask_ (bytes.v);
}

static inline BsBytes
bs_block_or (BsBytes bytes, guint8 bits)
{
  for (guint i = 0; i < 8; i++)
    bytes.v[i] |= BS_BLOCK_ONES_ * bits;
  return bytes;
}

static inline BsBytes
bs_block_lower (BsBytes bytes)
{
  for (guint i = 0; i < 8; i++)
    bytes.v[i] |= bs_block_within_word_ (bytes.v[i], 'A', 'Z') >> 2;
  return bytes;
}

#endif

/* ---- For all ------------------------------------------------------------------------------------------------------ */

/* The last bytes of a text: `n` of them, below BS_BLOCK, and 0 behind them. */
static inline BsBytes
bs_block_load_part (const void *at, gsize n)
{
  guint8 padded[BS_BLOCK] = { 0 };

  memcpy (padded, at, n);
  return bs_block_load (padded);
}

/* A to Z and a to z. */
static inline guint64
bs_block_letters (BsBytes bytes)
{
  return bs_block_within (bs_block_or (bytes, 0x20), 'a', 'z');
}

/* The bits of a mask as numbers, `base` added, rising. `to` must have room for 64, however few there are. Returns how
 * many there are. */
static inline guint
bs_block_positions (guint64 mask, guint32 base, guint32 *to)
{
  guint n = (guint) __builtin_popcountll (mask);

#if defined(__AVX512VBMI2__)
  static const guint8 numbers[64] = { 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                      16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
                                      32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
                                      48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63 };
  __m512i packed = _mm512_maskz_compress_epi8 (mask, _mm512_loadu_si512 (numbers));
  __m512i all = _mm512_set1_epi32 ((int) base);

  _mm512_storeu_si512 (to, _mm512_add_epi32 (_mm512_cvtepu8_epi32 (_mm512_castsi512_si128 (packed)), all));
  if (n > 16)
    _mm512_storeu_si512 (to + 16,
                         _mm512_add_epi32 (_mm512_cvtepu8_epi32 (_mm512_extracti32x4_epi32 (packed, 1)), all));
  if (n > 32)
    {
      _mm512_storeu_si512 (to + 32,
                           _mm512_add_epi32 (_mm512_cvtepu8_epi32 (_mm512_extracti32x4_epi32 (packed, 2)), all));
      _mm512_storeu_si512 (to + 48,
                           _mm512_add_epi32 (_mm512_cvtepu8_epi32 (_mm512_extracti32x4_epi32 (packed, 3)), all));
    }
#else
  for (guint i = 0; i == 0 || i < n; i += 12) /* mostly once: a loop of another length every time would cost more */
    for (guint k = 0; k < 12 && i + k < BS_BLOCK; k++) /* past the end whatever is written is overwritten or not read */
      {
        to[i + k] = base + (guint32) __builtin_ctzll (mask | G_GUINT64_CONSTANT (1) << 63);
        mask &= mask - 1;
      }
#endif
  return n;
}

/* The same for the places that the bits of `mask` have among those of `all`: 0 for the first bit of `all`. Every bit of
 * `mask` is one of `all`. */
static inline guint
bs_block_ranks (guint64 mask, guint64 all, guint32 base, guint32 *to)
{
#if defined(__BMI2__)
  return bs_block_positions (__builtin_ia32_pext_di (mask, all), base, to);
#else
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    to[n++] = base + (guint32) __builtin_popcountll (all & ((mask & -mask) - 1));
  return n;
#endif
}

G_END_DECLS
