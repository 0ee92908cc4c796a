/* near-index.h: which texts have a hash in common; for near.c alone. */
#pragma once

#include "compare/near.h"

G_BEGIN_DECLS

/* Texts that share a hash, hash by hash: those of one stand together, ascending. */
typedef struct {
  GArray *text;  /* of guint32: ranks */
  GArray *first; /* of guint32: where those of the same hash start */
} BsShared;

BsShared *bs_shared_new  (void);
void      bs_shared_free (BsShared *shared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsShared, bs_shared_free)

/* Of the hashes of sketches, those that several texts have; texts whose bit is set in `without` (by rank) are left out.
 * Two hashes may be taken for one, about once in a million millions. */
gboolean bs_near_index_shared  (BsNearIndex *index, const BsNearTexts *texts, const guint8 *without, BsShared *shared,
                                GError **error);

/* The same of digests of whole sets. */
gboolean bs_near_index_digests (BsNearIndex *index, const BsNearTexts *texts, BsShared *shared, GError **error);

/* By rank, what is remembered of every text for bs_near_least(); 0 of one that is not in the index. Free with g_free. */
guint32 *bs_near_index_extents (const BsNearIndex *index, const BsNearTexts *texts);

/* Of the hashes that both of two sketches could hold, the one with fewer has so many at least: 0, 8, 16 or 32. */
guint    bs_near_least         (guint32 extent, guint32 other);

static inline gboolean
bs_near_bit (const guint8 *bits, guint32 at)
{
  return (bits[at / 8] >> (at % 8) & 1) != 0;
}

G_END_DECLS
