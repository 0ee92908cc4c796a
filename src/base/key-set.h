/* key-set.h: which keys of two strings were met, at 16 to 32 bytes a key whatever its length.
 *
 * Kept are hashes of 94 bits with a seed of this process: that two of a hundred million different keys are taken for one
 * has a chance of 1 in 4,000,000,000,000, and nobody can make it happen. Each key bears marks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsKeySet BsKeySet;

BsKeySet *bs_key_set_new  (void);
void      bs_key_set_free (BsKeySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsKeySet, bs_key_set_free)

/* Puts marks on a key beside those that it bears: 1, 2 or 3 for both. Returns those from before; 0: the key is new. */
guint     bs_key_set_mark  (BsKeySet *set, const char *first, const char *second, guint marks);

/* The marks of a key; 0: it was not met. */
guint     bs_key_set_marks (const BsKeySet *set, const char *first, const char *second);

/* Bytes taken from the system at present. */
gsize     bs_key_set_size  (const BsKeySet *set);

G_END_DECLS
