/* signature.h: what an article's wording is recognized by in other articles: its shingles, and a sketch of them.
 *
 * A shingle is five words in a row, case folded, wherever sentences and paragraphs end; it stands as a hash of 64
 * bits, the same on every machine. Words are parted here at every mark inside them ("well-known" is two, "state's"
 * too), since copies lose and change marks; a text is the set of its different shingles. The sketch of a set is its
 * least 64 hashes: of two sets, those of the smallest hashes of both together that both sketches hold estimate the
 * share that both sets have (Broder, A. Z., "On the resemblance and containment of documents", Compression and
 * Complexity of Sequences 1997). A set of 64 or fewer is its own sketch; a text of fewer than five words has no
 * shingles.
 */
#pragma once

#include "count/shingle.h"
#include "segment/segment.h"

G_BEGIN_DECLS

#define BS_SKETCH_HASHES 64

typedef struct {
  guint64 n_shingles;               /* different ones */
  guint64 digest;                   /* of the whole set: equal sets have the same, others as good as never */
  guint64 least[BS_SKETCH_HASHES];  /* ascending */
  guint   n_least;
  struct _BsSignatureScratch *scratch; /* private */
} BsSignature;

BsSignature *bs_signature_new  (void);
void         bs_signature_free (BsSignature *signature);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSignature, bs_signature_free)

/* Fills `signature` from a segmented text, forgetting what it held. Cost: one pass over the words, no allocation once
 * the arrays have grown. An index that takes the place of another needs a new signature. */
void bs_sign (BsSignature *signature, const BsSegments *segments, const BsTypeIndex *index);

/* Forgets what it held: a text without shingles. */
void bs_signature_clear (BsSignature *signature);

/* All shingles of the last text, ascending, into `set` (of guint64). */
void bs_signature_set (const BsSignature *signature, GArray *set);

G_END_DECLS
