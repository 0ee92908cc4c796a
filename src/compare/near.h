/* near.h: which texts share much of their wording, by sketches of their sets of shingles, and how much, by the sets.
 *
 * Sketches only say which pairs are worth comparing; what is reported is counted on the sets themselves.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_COPY_JACCARD 0.5      /* of two texts that share so much, one is a copy … */
#define BS_COPY_CONTAINMENT 0.8  /* … and where so much of the shorter stands in the longer, it was cut */

/* Sketches of many texts, those of a text by its number. */
typedef struct {
  GArray *texts;  /* of BsSketch */
  GArray *hashes; /* of guint64: of all texts, one after the other, each ascending */
} BsSketches;

typedef struct {
  guint64 n_shingles;
  guint64 digest; /* of the whole set, see count/signature.h */
  gsize   first;  /* in hashes */
  guint   n;
} BsSketch;

BsSketches *bs_sketches_new  (void);
void        bs_sketches_free (BsSketches *sketches);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSketches, bs_sketches_free)
void        bs_sketches_add  (BsSketches *sketches, guint64 n_shingles, guint64 digest, const guint64 *least, guint n);

typedef struct {
  guint32 a, b;        /* numbers of texts, a below b */
  guint64 shared;      /* different shingles that both have */
  double  jaccard;     /* of all that either has, the share that both have; NAN: not compared yet */
  double  containment; /* of those of the smaller set, the share that the larger has */
} BsNearPair;

/* By text: the first text that has the same set, which may be itself. Free with g_free. */
guint32 *bs_near_alike (const BsSketches *sketches);

/* Pairs of different sets that may be copies, by ascending b and then a; of texts with the same set only the first
 * takes part. A pair is one where, of the hashes that both sketches could hold, the one with fewer shares two in five
 * and two at least. So a pair of a Jaccard coefficient of BS_COPY_JACCARD is missed less than once in ten thousand; one
 * of BS_COPY_CONTAINMENT whose shorter text is a tenth of the longer, once in twenty-five, and hardly ever where it is
 * a fifth or more. Hashes that many texts have pair each text with the BS_NEAR_CROWD texts of that hash before it: so
 * time and memory grow like the number of texts. Memory: 16 bytes a hash. Free with g_array_unref. */
#define BS_NEAR_CROWD 64
GArray *bs_near_candidates (const BsSketches *sketches, const guint32 *alike);

/* Compares two sets, ascending, neither empty, and fills the figures of the pair. */
void     bs_near_compare (const guint64 *a, gsize n_a, const guint64 *b, gsize n_b, BsNearPair *pair);
/* Whether the figures say that one copies the other; not where they are missing. */
gboolean bs_near_is_copy (const BsNearPair *pair);

G_END_DECLS
