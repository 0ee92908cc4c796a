/* syllable-compound.h: words that begin or end in a word of their own, where their letters mislead: an e that is silent
 * before a consonant (kite|surfer), a vowel that meets another (macro|economy). */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* The syllables of the element that a word of a to z begins or ends with, and in `rest` what is left of it: four
 * letters or more, to be counted by themselves. 0 where there is no such element. */
guint bs_compound_element (BsSpan word, BsSpan *rest);

G_END_DECLS
