/* spectrum.h: how many types of an article occur how often; for tally.c alone. */
#pragma once

#include "count/tally.h"

G_BEGIN_DECLS

/* Puts an entry for every frequency, ascending, in the place of what `spectrum` (of BsSpectrumEntry) held. */
void bs_spectrum_make (GArray *spectrum, const BsTerm *terms, guint n_terms);

G_END_DECLS
