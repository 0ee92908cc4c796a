/* weight.h: what one running word adds to the counts, worked out once per spelling, so that a word costs three additions
 * instead of twenty. For tally.c alone.
 *
 * Counts of words (is it a number, has it three syllables …) are lanes of eight bits, eight in each of two integers;
 * sums (letters, points, syllables) are lanes of 24, 24 and 16 bits in a third. After 255 words at most the lanes are
 * emptied into the counts, before any can run over.
 */
#pragma once

#include "count/counts.h"
#include "segment/type-index.h"

G_BEGIN_DECLS

typedef struct {
  guint64 fixed;         /* lanes that do not depend on whether the word is a name */
  guint64 unless_name;   /* lanes of a word that is none, and BS_COUNT_NAMES for one that is */
  guint64 sums;
  guint32 letters_squared;
  guint32 type;
  guint8  lower;         /* written in small letters */
  guint8  upper;         /* written in capitals */
  guint8  may_be_name;   /* written large and no function word, number or address */
  guint8  off_769;       /* off the lists, unless it is a name */
  guint8  off_spache;
} BsWeight;

/* Words that were added and not yet emptied into counts. */
typedef struct {
  guint64 fixed, unless_name, sums;
  guint32 n;
} BsWeightSum;

/* The weights of all spellings of an index, by number; makes those that are new. Valid until the next call. */
const BsWeight *bs_weights_of (GArray *weights /* of BsWeight */, const BsTypeIndex *index);

/* Empties the lanes into the counts. */
void            bs_weight_flush (BsWeightSum *sum, BsCounts *counts);

#define BS_WEIGHT_NAME_MASK G_GUINT64_CONSTANT (0xFFFFFFFFFF) /* the lanes that a name does not count in */
#define BS_WEIGHT_NAME_LANE (G_GUINT64_CONSTANT (1) << 32)    /* the last of them is the names' own */

static inline void
bs_weight_add (BsWeightSum *sum, const BsWeight *weight, gboolean name, BsCounts *counts)
{
  guint64 unless_name = weight->unless_name;

  sum->fixed += weight->fixed;
  sum->unless_name += name ? (unless_name & ~BS_WEIGHT_NAME_MASK) | BS_WEIGHT_NAME_LANE : unless_name;
  sum->sums += weight->sums;
  counts->value[BS_COUNT_LETTERS_SQUARED] += weight->letters_squared;
  if (G_UNLIKELY (++sum->n == 255))
    bs_weight_flush (sum, counts);
}

G_END_DECLS
