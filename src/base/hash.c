#include "base/hash.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

guint64
bs_hash_seed (void)
{
  static gsize seed;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, ((gsize) g_random_int () << 32 | g_random_int ()) | 1);
  return seed;
}

guint
bs_hash_word (gconstpointer word)
{
  return (guint) XXH3_64bits_withSeed (word, strlen (word), bs_hash_seed ());
}
