/* resample.h: a sorted sample drawn again with replacement, and every figure of the draw by walking it once.
 *
 * What is kept of a draw is how often each value came, with sums by blocks of BS_RESAMPLE_BLOCK values, so that an
 * order statistic or the sum of the lowest k costs a walk over blocks. Private to the intervals.
 */
#pragma once

#include "base/random.h"
#include "compare/sample.h"

G_BEGIN_DECLS

#define BS_RESAMPLE_BLOCK 64

/* Sums over some of the drawn values, as deviations from the sample's mean. */
typedef struct {
  double n;
  double sum;
  double squares;
} BsResampleSums;

typedef struct {
  gsize           n;          /* values, and draws */
  double          centre;     /* the sample's mean */
  double         *deviations; /* of the sorted values from it; 0 behind the last, up to a whole block */
  guint16        *counts;     /* how often each came; 0 behind the last */
  BsResampleSums *blocks;
  gsize           n_blocks;
  BsResampleSums  all;
  double          cubes, fourths; /* of all deviations, as drawn */
} BsResample;

/* `sorted` has one value at least and is not needed afterwards. */
BsResample *bs_resample_new  (BsSample sorted);
void        bs_resample_free (BsResample *resample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsResample, bs_resample_free)

/* Every value once: the sample itself. */
void        bs_resample_take_all (BsResample *resample);
/* n draws. */
void        bs_resample_draw     (BsResample *resample, BsRandom *random);

/* Sums over the k lowest that were drawn; k from 0 to n. */
BsResampleSums bs_resample_lowest (const BsResample *resample, gsize k);
/* The deviation of the one that stands at `rank`, from 0, of those drawn, in ascending order. */
double         bs_resample_at       (const BsResample *resample, gsize rank);
/* Type 7 of base/quantile.h. */
double         bs_resample_quantile (const BsResample *resample, double p);

G_END_DECLS
