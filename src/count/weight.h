/* weight.h: what one running word adds to the counts, worked out once per spelling, so that a word costs three
 * additions instead of twenty. For tally.c alone.
 *
 * Counts of words (is it a number, has it three syllables …) are lanes of eight bits, eight in each of two integers;
 * sums (letters, points, syllables) are lanes of 24, 24 and 16 bits in a third. After 255 words at most the lanes are
 * emptied into the counts, before any can run over.
 */
#pragma once

#include "count/tally.h"

G_BEGIN_DECLS

typedef struct {
  guint64 fixed;         /* lanes that do not depend on whether the word is a name */
  guint64 unless_name;   /* lanes of a word that is none; what a name counts in of them, BsNaming says */
  guint64 sums;
  guint32 letters_squared;
  guint32 type;
  guint8  lower;         /* written in small letters */
  guint8  upper;         /* written in capitals */
  guint8  may_be_name;   /* written large and no function word, number or address */
  guint8  generic;       /* as a name, it is one of no person or place */
  guint8  initial;       /* one letter */
  guint8  uncommon;      /* part of the name that follows */
  guint8  off_769;       /* off the lists, unless it names a person or a place */
  guint8  off_spache;
} BsWeight;

/* What an occurrence of a word is taken for. */
typedef enum {
  BS_NAMES_NOTHING,
  BS_NAMES_SOMETHING,      /* an organization, an office, a law, a work: never hard */
  BS_NAMES_PERSON_OR_PLACE /* never hard, and familiar */
} BsNaming;

/* Words that were added and not yet emptied into counts. */
typedef struct {
  guint64 fixed, unless_name, sums;
  guint32 n;
} BsWeightSum;

/* The weights of all spellings of an index, by number; makes those that are new. Valid until the next call. */
const BsWeight *bs_weights_of (GArray *weights /* of BsWeight */, const BsTypeIndex *index);

/* What such a word is counted as: flags of BsCounted, in the order of the first lanes of `unless_name`. */
guint8          bs_weight_counted (const BsWeight *weight, BsNaming naming);

/* Empties the lanes into the counts. */
void            bs_weight_flush (BsWeightSum *sum, BsCounts *counts);

#define BS_WEIGHT_HARD_LANE  G_GUINT64_CONSTANT (0xFF)
#define BS_WEIGHT_LIST_LANES G_GUINT64_CONSTANT (0xFFFFFF00)   /* off the three lists */
#define BS_WEIGHT_ONE_NAME   (G_GUINT64_CONSTANT (1) << 32)

static inline guint64
bs_weight_lanes (const BsWeight *weight, BsNaming naming)
{
  static const guint64 kept[] = { ~G_GUINT64_CONSTANT (0), ~BS_WEIGHT_HARD_LANE,
                                  ~(BS_WEIGHT_HARD_LANE | BS_WEIGHT_LIST_LANES) };

  return (weight->unless_name & kept[naming]) | (naming != BS_NAMES_NOTHING ? BS_WEIGHT_ONE_NAME : 0);
}

static inline void
bs_weight_add (BsWeightSum *sum, const BsWeight *weight, BsNaming naming, BsCounts *counts)
{
  sum->fixed += weight->fixed;
  sum->unless_name += bs_weight_lanes (weight, naming);
  sum->sums += weight->sums;
  counts->value[BS_COUNT_LETTERS_SQUARED] += weight->letters_squared;
  if (G_UNLIKELY (++sum->n == 255))
    bs_weight_flush (sum, counts);
}

G_END_DECLS
