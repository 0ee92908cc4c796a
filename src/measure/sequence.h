/* sequence.h: passes over the links of a text (links.h), compiled for each set of instructions; for
 * src/measure/ alone. They read up to BS_LINKS_PAST links past the text. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

/* The types of all windows of `window` words, added up; `window` from 1 to `n`. */
typedef gint64 BsWindowTypesFunc (const gint32 *previous, gint32 n, gint32 window);
BS_KERNEL_DECLARE (BsWindowTypesFunc, bs_window_types);

/* The types of the whole segments of `segment` words, one behind the other, added up. */
typedef gint64 BsSegmentTypesFunc (const gint32 *previous, gint32 n, gint32 segment);
BS_KERNEL_DECLARE (BsSegmentTypesFunc, bs_segment_types);

/* ---- Factors of MTLD --------------------------------------------------------------------------------------------- */

/* A word that is new in its factor raises 25 · (types − words) + 7 · words by 7, another lowers it by 18: types / words
 * is below 18/25 = 0.72 where this slack is below 0. Exact in whole numbers. */
#define BS_NEW_WORD 7
#define BS_OLD_WORD (-18)

typedef struct {
  gint32 factors; /* that ended */
  gint32 rest;    /* words behind the last of them */
  gint64 slack;   /* of the rest */
} BsFactors;

/* What eight words do, of which the bits say whether they are new: to the slack in all, and at the lowest on the way.
 * Forward, bit 0 is the first of them, backward bit 7. */
typedef struct {
  gint16 sum[256], low_forward[256], low_backward[256];
} BsFactorSteps;

/* Cuts a text into factors that end below 0.72, and into such that end at 0.72 too. Forward goes by the previous
 * occurrences, backward by the next ones. */
typedef void BsCutFactorsFunc (const gint32 *links, gint32 n, const BsFactorSteps *steps, BsFactors *below,
                               BsFactors *reached);
BS_KERNEL_DECLARE (BsCutFactorsFunc, bs_cut_factors_forward);
BS_KERNEL_DECLARE (BsCutFactorsFunc, bs_cut_factors_backward);

G_END_DECLS
