/* checksum-hash.h: the hash under a checksum, for analysis/checksum.c. */
#pragma once

#include "base/kernel.h"
#include "base/span.h"

G_BEGIN_DECLS

/* XXH3, 128 bits, of the two runs of bytes in one: the upper half, then the lower. */
typedef void BsChecksumHashFunc (BsSpan first, BsSpan second, guint64 hash[2]);
BS_KERNEL_DECLARE (BsChecksumHashFunc, bs_checksum_hash);

G_END_DECLS
