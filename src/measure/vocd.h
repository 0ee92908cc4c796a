/* vocd.h: fitting the curve of vocd, samples side by side; for src/measure/ alone. */
#pragma once

#include "base/kernel.h"
#include "count/counts.h"

G_BEGIN_DECLS

#define BS_VOCD_FIRST 35 /* words of the smallest sample, and of the largest */
#define BS_VOCD_LAST 50
#define BS_VOCD_SAMPLES (BS_VOCD_LAST - BS_VOCD_FIRST + 1)

/* The expected type-token ratios of samples of BS_VOCD_FIRST … BS_VOCD_LAST of N words; N is BS_VOCD_LAST or more. */
typedef void BsVocdRatiosFunc (const BsSpectrumEntry *spectrum, guint n_entries, double N, double *ratios);
BS_KERNEL_DECLARE (BsVocdRatiosFunc, bs_vocd_ratios);

/* The D whose curve lies nearest to the ratios by least squares, by Gauss and Newton's rule. The curve grows with D, so
 * the best D lies between those that meet single ratios exactly. NAN where a sample has no repetition. */
typedef double BsVocdFitFunc (const double *ratios);
BS_KERNEL_DECLARE (BsVocdFitFunc, bs_vocd_fit);

G_END_DECLS
