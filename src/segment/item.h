/* item.h: lists that run on inside a paragraph: "1. Wash the fruit 2. Peel it", "a) … b) …". */
#pragma once

#include "segment/segment.h"

G_BEGIN_DECLS

/* Finds the markers of items among the gaps of one block, whose first word is `first_word`, and gives their verdicts:
 * BS_END_ITEM in front of a marker, BS_ON_MARKER behind it, BS_N_VERDICTS (open) to every other gap. A marker is a
 * number of one or two digits or a single letter (small, since names have initials), with a stop, a bracket or both
 * behind it. It counts only as part of a row of markers of the same form that goes up by one from 1 or a, with words
 * between, and whose first stands at the start of the block or behind a mark or colon. Where it stands behind a mark
 * the others must, too: "in Fig. 1. Between Regions 1 and 2. The" is no list. */
void bs_items_find (BsSpan text, const BsWord *words, const BsSpelling *spellings, BsGap *gaps, guint n_gaps,
                    guint32 first_word);

G_END_DECLS
