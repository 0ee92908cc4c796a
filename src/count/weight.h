/* weight.h: what one running word adds to the counts, worked out once per spelling, so that a word costs a few
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
  guint64 sums;
  guint32 type;
  guint8  fixed;  /* a bit for each lane of what does not depend on whether the word is a name */
  guint8  named;  /* a bit for each lane of a word that is no name; what a name counts in of them, BsNaming says */
  guint8  shown;  /* BsShown: what an occurrence shows of its type, unless it names a person or a place */
  guint8  flags;  /* BsWeightFlag */
} BsWeight;       /* sixteen bytes: four in a line of the cache */

typedef enum {
  BS_WEIGHT_LOWER = 1 << 0,       /* written in small letters */
  BS_WEIGHT_UPPER = 1 << 1,       /* written in capitals */
  BS_WEIGHT_MAY_BE_NAME = 1 << 2, /* written large and no function word, number or address */
  BS_WEIGHT_GENERIC = 1 << 3,     /* as a name, it is one of no person or place */
  BS_WEIGHT_INITIAL = 1 << 4,     /* one letter */
  BS_WEIGHT_UNCOMMON = 1 << 5     /* part of the name that follows */
} BsWeightFlag;

/* What the article itself shows of one of its types. */
typedef enum {
  BS_SHOWN_LOWER = 1 << 0,          /* written in small letters somewhere */
  BS_SHOWN_CAPITAL_INSIDE = 1 << 1, /* written with a capital inside a sentence */
  BS_SHOWN_OFF_769 = 1 << 2,        /* an occurrence off Dale's 769 was counted */
  BS_SHOWN_OFF_SPACHE = 1 << 3
} BsShown;

/* What an occurrence of a word is taken for. */
typedef enum {
  BS_NAMES_NOTHING,
  BS_NAMES_SOMETHING,      /* an organization, an office, a law, a work: never hard */
  BS_NAMES_PERSON_OR_PLACE /* never hard, and familiar */
} BsNaming;

/* Words that were added and not yet emptied into counts. */
typedef struct {
  guint64 fixed, named, sums, letters_squared;
  guint32 n;
} BsWeightSum;

/* The weights of all spellings of an index, by number; makes those that are new. Valid until the next call. */
const BsWeight *bs_weights_of (GArray *weights /* of BsWeight */, const BsTypeIndex *index);

/* What such a word is counted as: flags of BsCounted, in the order of the first bits of `named`. */
guint8          bs_weight_counted (const BsWeight *weight, BsNaming naming);

/* Empties the lanes into the counts. */
void            bs_weight_flush (BsWeightSum *sum, BsCounts *counts);

/* Of the bits of `named`: the lanes of hard words, of the three lists, and of names. */
#define BS_WEIGHT_HARD  0x01
#define BS_WEIGHT_LISTS 0x0E
#define BS_WEIGHT_NAME  0x10

/* From bits to lanes. */
extern const guint64 bs_weight_lanes[256];

static inline guint8
bs_weight_named (const BsWeight *weight, BsNaming naming)
{
  static const guint8 kept[] = { 0xFF, 0xFF & ~BS_WEIGHT_HARD, 0xFF & ~(BS_WEIGHT_HARD | BS_WEIGHT_LISTS) };
  static const guint8 more[] = { 0, BS_WEIGHT_NAME, BS_WEIGHT_NAME };

  return (weight->named & kept[naming]) | more[naming];
}

static inline void
bs_weight_add (BsWeightSum *sum, const BsWeight *weight, BsNaming naming, BsCounts *counts)
{
  guint64 letters = weight->sums & 0xFFFFFF;

  sum->fixed += bs_weight_lanes[weight->fixed];
  sum->named += bs_weight_lanes[bs_weight_named (weight, naming)];
  sum->sums += weight->sums;
  sum->letters_squared += letters * letters;
  if (G_UNLIKELY (++sum->n == 255))
    bs_weight_flush (sum, counts);
}

G_END_DECLS
