/* block.h: sixty-four bytes at a time as masks of sixty-four bits; the words in which kernels (base/kernel.h) are
 * written. Bit i of a mask speaks of byte i. Compiled for the instructions that the compiler was told of; all of them
 * give the same masks. For kernels alone. */
#pragma once

#include <string.h>

#include "base/kernel.h"

#if defined(__AVX512BW__)
#include "base/block-avx512.h"
#else
#include "base/block-parts.h"
#endif

G_BEGIN_DECLS

#define BS_BLOCK 64 /* bytes */

/* Of the instructions, in base/block-avx512.h and base/block-parts.h:
 *
 *     BsBytes bs_block_load   (const void *at)
 *     void    bs_block_store  (BsBytes bytes, void *at)
 *     guint64 bs_block_equal  (BsBytes bytes, guint8 c)                 bytes that equal `c`
 *     guint64 bs_block_within (BsBytes bytes, guint8 low, guint8 high)  bytes from `low` to `high`, both included
 *     guint64 bs_block_high   (BsBytes bytes)                           bytes of 0x80 and more
 *     BsBytes bs_block_or     (BsBytes bytes, guint8 bits)              every byte with these bits set: with 0x20,
 *                                                                       letters become small, signs some other sign
 *     BsBytes bs_block_lower  (BsBytes bytes)                           A to Z made small, every other byte as it is
 */

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

/* Of a mask that mostly has at most `usual` bits; see bs_block_positions(). */
static inline guint
bs_block_numbers (guint64 mask, guint32 base, guint32 *to, guint usual)
{
  guint n = (guint) __builtin_popcountll (mask);

#if defined(__AVX512VBMI2__)
  static const guint8 numbers[64] = { 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                      16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
                                      32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
                                      48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63 };
  __m512i packed = _mm512_maskz_compress_epi8 (mask, _mm512_loadu_si512 (numbers));
  __m512i all = _mm512_set1_epi32 ((int) base);

  (void) usual;
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
  for (guint i = 0; i == 0 || i < n; i += usual) /* mostly once: a loop of another length every time would cost more */
    for (guint k = 0; k < usual && i + k < BS_BLOCK; k++) /* past the end what is written is overwritten or not read */
      {
        to[i + k] = base + (guint32) __builtin_ctzll (mask | G_GUINT64_CONSTANT (1) << 63);
        mask &= mask - 1;
      }
#endif
  return n;
}

/* The bits of a mask as numbers, `base` added, rising: of a mask like that of the starts of words, a dozen bits, and of
 * one with a few. `to` must have room for 64, however few there are. Return how many there are. */
static inline guint
bs_block_positions (guint64 mask, guint32 base, guint32 *to)
{
  return bs_block_numbers (mask, base, to, 12);
}

static inline guint
bs_block_few (guint64 mask, guint32 base, guint32 *to)
{
  return bs_block_numbers (mask, base, to, 4);
}

/* bs_block_few() for the places that the bits of `mask` have among those of `all`: 0 for the first bit of `all`. Every
 * bit of `mask` is one of `all`. */
static inline guint
bs_block_ranks (guint64 mask, guint64 all, guint32 base, guint32 *to)
{
#if defined(__BMI2__)
  return bs_block_few (__builtin_ia32_pext_di (mask, all), base, to);
#else
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    to[n++] = base + (guint32) __builtin_popcountll (all & ((mask & -mask) - 1));
  return n;
#endif
}

G_END_DECLS
