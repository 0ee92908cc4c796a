/* key-set.h: which keys of two strings were met, at 16 to 24 bytes a key whatever its length.
 *
 * Kept are hashes of 93 bits with a seed of this process: that two of a hundred million different keys are taken for one
 * has a chance of 1 in 2,000,000,000,000, and nobody can make it happen. Each key bears marks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsKeySet BsKeySet;

BsKeySet *bs_key_set_new  (void);
void      bs_key_set_free (BsKeySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsKeySet, bs_key_set_free)

/* Puts marks on a key beside those that it bears: a sum of 1, 2 and 4. Returns those from before; 0: the key is new. */
guint     bs_key_set_mark  (BsKeySet *set, const char *first, const char *second, guint marks);

/* The marks of a key; 0: it was not met. */
guint     bs_key_set_marks (const BsKeySet *set, const char *first, const char *second);

/* How many keys were met. */
gsize     bs_key_set_count (const BsKeySet *set);

/* Bytes taken from the system at present. */
gsize     bs_key_set_size  (const BsKeySet *set);

G_END_DECLS
