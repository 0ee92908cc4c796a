/* naming.h: what a word's form says of its being a name. All words in plain letters (lexicon/plain-letters.h). */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Capitals without the 's or s that is written small after two of them or more: BBC of "BBC's", MP of "MPs". */
BsSpan   bs_without_small_s (BsSpan plain);

/* Whether capitals stand for several words: letters with stops that are no initials of a person, being more than two
 * (Y.M.C.A) or known as an initialism (U.N); or up to five capitals without stops, parts with a hyphen likewise (SEATO,
 * AFL-CIO). Longer ones are rather a word or a name that is shouted. */
gboolean bs_is_abbreviation_of_many (BsSpan capitals);

/* Whether a word, in lower case, ends as common words do and given names seldom: -s, -ed, -ing, -ist, -er, -ion. */
gboolean bs_has_common_ending (BsSpan lower);

G_END_DECLS
