/* near.h: which texts share much of their wording, by sketches of their sets of shingles, and how much, by the sets.
 *
 * Sketches only say which pairs are worth comparing; what is reported is counted on the sets themselves.
 */
#pragma once

#include "count/signature.h"

G_BEGIN_DECLS

#define BS_COPY_JACCARD 0.5      /* of two texts that share so much, one is a copy … */
#define BS_COPY_CONTAINMENT 0.8  /* … and where so much of the shorter stands in the longer, it was cut */

/* What is known of a text's set, see count/signature.h. */
typedef struct {
  guint64 n_shingles;
  guint64 digest;
  guint   n;
  guint64 least[BS_SKETCH_HASHES]; /* n of them, ascending */
} BsSketch;

/* Sketches of many texts, which are named by numbers below BS_NEAR_TEXTS. Only what finds those that share something is
 * held: 4 bytes a text, and 8 bytes a hash, of which some megabytes in memory and the rest in a temporary file. */
typedef struct _BsNearIndex BsNearIndex;

#define BS_NEAR_TEXTS (1u << 28)

BsNearIndex *bs_near_index_new  (void);
void         bs_near_index_free (BsNearIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsNearIndex, bs_near_index_free)
gboolean     bs_near_index_add  (BsNearIndex *index, guint32 text, guint64 digest, const guint64 *least, guint n,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How the texts of an index are ordered, and where their sketches are. From here on a text is its rank. */
typedef struct {
  const guint32 *rank;    /* by number: the text's rank; NULL: its number */
  guint32        n_texts; /* ranks are below */
  /* Fetches the sketch of a text. */
  gboolean     (*sketch) (gpointer data, guint32 text, BsSketch *sketch, GError **error);
  gpointer       data;
} BsNearTexts;

typedef struct {
  guint32 text;
  guint32 first; /* the first text that has the same set, another than `text` */
} BsAlike;

/* The texts that have the same set as one before them, ascending, as an array of BsAlike. Reads the sketches of those
 * and of the first ones. NULL with `error` set where one cannot be read. Free with g_array_unref. */
GArray *bs_near_alike (BsNearIndex *index, const BsNearTexts *texts, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  guint32 a, b;        /* numbers of texts, a below b */
  guint64 shared;      /* different shingles that both have */
  double  jaccard;     /* of all that either has, the share that both have; NAN: not compared yet */
  double  containment; /* of those of the smaller set, the share that the larger has */
} BsNearPair;

/* Pairs of different sets that may be copies, by ascending b and then a, as an array of BsNearPair; of texts with the
 * same set only the first takes part, `alike` says which those are. A pair is one where, of the hashes that both
 * sketches could hold, the one with fewer shares two in five and two at least. So a pair of a Jaccard coefficient of
 * BS_COPY_JACCARD is missed less than once in ten thousand; one of BS_COPY_CONTAINMENT whose shorter text is a tenth of
 * the longer, once in twenty-five, and hardly ever where it is a fifth or more. Hashes that many texts have pair each
 * text with the BS_NEAR_CROWD texts of that hash before it. Of the texts before it that may be copies as far as this
 * tells, the sketches of BS_NEAR_READ are read; where more than BS_NEAR_CROWD then share enough, BS_NEAR_OF_CROWD are
 * paired, each time those with the largest share, the nearest first: so time and memory grow like the number of texts,
 * and a crowd hangs together.
 *
 * Memory: 12 bytes a hash that several texts have, 9 bytes a text, 4 bytes for one in 64 of all hashes, and 9 megabytes
 * of sketches that were read. Sketches are read of texts that may share enough. NULL with `error` set where
 * one cannot be read. Free with g_array_unref. */
#define BS_NEAR_CROWD 64
#define BS_NEAR_READ 512
#define BS_NEAR_OF_CROWD 16
GArray *bs_near_candidates (BsNearIndex *index, const BsNearTexts *texts, const GArray *alike,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Compares two sets, ascending, neither empty, and fills the figures of the pair. */
void     bs_near_compare (const guint64 *a, gsize n_a, const guint64 *b, gsize n_b, BsNearPair *pair);
/* Whether the figures say that one copies the other; not where they are missing. */
gboolean bs_near_is_copy (const BsNearPair *pair);

G_END_DECLS
