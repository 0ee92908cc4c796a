/* filters.h: cheap questions that stand before dear ones, each against the dear one asked of every block. The sources
 * are included, since the questions are theirs alone. */
#pragma once

#include "clean/page.h"

/* A single block; its text is its own copy. `folded`: by bs_phrase_fold(). */
void fuzz_filter_comment (BsSpan block, const BsLook *look, GString *folded);
void fuzz_filter_promo   (const GString *folded);
void fuzz_filter_byline  (BsSpan block);
