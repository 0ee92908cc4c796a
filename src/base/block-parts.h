/* block-parts.h: the words of base/block.h for registers that hold a part of the sixty-four bytes. */
#pragma once

#if defined(__AVX2__)
#include "base/block-avx2.h"
#elif defined(BS_KERNEL_USE_SSE2)
#include "base/block-sse2.h"
#elif defined(BS_KERNEL_USE_NEON)
#include "base/block-neon.h"
#else
#include "base/block-plain.h"
#endif

G_BEGIN_DECLS

typedef struct {
  BsPart v[BS_PARTS];
} BsBytes;

static inline BsBytes
bs_block_load (const void *at)
{
  BsBytes bytes;

  for (guint i = 0; i < BS_PARTS; i++)
    bytes.v[i] = bs_part_load ((const char *) at + sizeof (BsPart) * i);
  return bytes;
}

static inline void
bs_block_store (BsBytes bytes, void *at)
{
  for (guint i = 0; i < BS_PARTS; i++)
    bs_part_store (bytes.v[i], (char *) at + sizeof (BsPart) * i);
}

static inline guint64
bs_block_equal (BsBytes bytes, guint8 c)
{
  for (guint i = 0; i < BS_PARTS; i++)
    bytes.v[i] = bs_part_equal (bytes.v[i], c);
  return bs_parts_mask (bytes.v);
}

static inline guint64
bs_block_within (BsBytes bytes, guint8 low, guint8 high)
{
  for (guint i = 0; i < BS_PARTS; i++)
    bytes.v[i] = bs_part_within (bytes.v[i], low, high);
  return bs_parts_mask (bytes.v);
}

static inline guint64
bs_block_high (BsBytes bytes)
{
  for (guint i = 0; i < BS_PARTS; i++)
    bytes.v[i] = bs_part_high (bytes.v[i]);
  return bs_parts_mask (bytes.v);
}

static inline BsBytes
bs_block_or (BsBytes bytes, guint8 bits)
{
  for (guint i = 0; i < BS_PARTS; i++)
    bytes.v[i] = bs_part_or (bytes.v[i], bits);
  return bytes;
}

static inline BsBytes
bs_block_lower (BsBytes bytes)
{
  for (guint i = 0; i < BS_PARTS; i++)
    bytes.v[i] = bs_part_lower (bytes.v[i]);
  return bytes;
}

G_END_DECLS
