/* sentence.h: whether a sentence ends between two words. */
#pragma once

#include "segment/segment.h"

G_BEGIN_DECLS

/* How an article is written, as far as its marks tell: rough shares of its own gaps, so that chat is not read like
 * print. Small buckets, from 0. */
typedef struct {
  guint8 small; /* how often a sentence starts with a small letter: 0 never, 1 seldom (to 1 in 20), 2 (to 1 in 5), 3 */
  guint8 open;  /* how many blocks of some length end without a mark: 0 to 1 in 10, 1 to the half, 2 */
} BsManner;

#define BS_MANNERS_OF_SMALL 4
#define BS_MANNERS_OF_OPEN 3

/* What a decision looks at. Words beyond the block are NULL, but for before[0] and after[0]. */
typedef struct {
  guint32            gap;       /* of BsGapFlag; no BS_GAP_BLOCK */
  const BsWordFacts *before[2]; /* the word in front of the gap, and the one before it */
  const BsWordFacts *after[3];  /* the word behind the gap, and the two after it */
  guint32            since;     /* words since the sentence started, 1 or more */
  guint32            place;     /* of before[0] in its block or item, from 1 */
  guint32            rest;      /* words of the block behind the gap, 1 or more */
  gboolean           marked;    /* the block ends with a mark */
  gboolean           stopped;   /* a mark stands behind after[0], as behind an initial */
  gboolean           noted;     /* before[0] stands alone between this gap and a mark: "institutions. 9 For" */
  BsManner           manner;
} BsJuncture;

/* Told of a gap that was just decided. */
typedef void (*BsGapFunc) (const BsGap *gap, const BsJuncture *juncture, gpointer data);

/* bs_segment() with somebody watching: `watch` is called for every gap that was weighed or judged by a rule, in order;
 * not for ends of blocks and the markers of items. */
void      bs_segment_watched (BsSegments *segments, BsTypeIndex *index, BsSpan text, BsGapFunc watch, gpointer data);

/* Decides. `score` receives what the weights say where they decide, else 0. */
BsVerdict bs_sentence_decide (const BsJuncture *juncture, int *score);

G_END_DECLS
