/* shingle.h: the hashes of all runs of five words; for signature.c alone. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

#define BS_SHINGLE_WORDS 5

/* From the hashes of `n` words to those of their n - 4 shingles, none of them 0; `n` is BS_SHINGLE_WORDS or more. A
 * kernel: the sum of five products, then stirred, which vectors do eight at a time. */
typedef void BsShinglesFunc (const guint64 *tokens, gsize n, guint64 *shingles);
BS_KERNEL_DECLARE (BsShinglesFunc, bs_shingles);

G_END_DECLS
