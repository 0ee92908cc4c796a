#include "analysis/checksum-hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

void
BS_KERNEL (bs_checksum_hash) (BsSpan first, BsSpan second, guint64 hash[2])
{
  XXH128_hash_t sum;
  XXH3_state_t state;

  XXH3_INITSTATE (&state);
  XXH3_128bits_reset (&state);
  XXH3_128bits_update (&state, first.start, first.length);
  XXH3_128bits_update (&state, second.start, second.length);
  sum = XXH3_128bits_digest (&state);
  hash[0] = sum.high64;
  hash[1] = sum.low64;
}
