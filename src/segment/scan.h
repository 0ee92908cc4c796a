/* scan.h: the pass over the bytes that finds words and the gaps between them where a sentence may end. */
#pragma once

#include "segment/gap.h"
#include "segment/segment.h"

G_BEGIN_DECLS

/* Fills words (spellings left open) and gaps (verdicts left open), in order. */
void bs_scan           (BsSpan text, GArray *words, GArray *gaps);

/* The same, one character after the other: the definition that bs_scan() is tested against. */
void bs_scan_carefully (BsSpan text, GArray *words, GArray *gaps);

G_END_DECLS
