/* thin.h: a smaller sample of a larger one, so that outlets of unequal size compare. */
#pragma once

#include "base/random.h"

G_BEGIN_DECLS

/* Draws `size` of the running words without putting back, each as likely, and puts what was drawn of each class in
 * `drawn`, which may be `counts`. Counts are whole numbers, together `size` or more (else all are taken). Costs a bit
 * for every running word, and a random number for every drawn one. */
void bs_thin_counts (const double *counts, gsize n, double size, BsRandom *random, double *drawn);

G_END_DECLS
