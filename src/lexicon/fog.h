/* fog.h: words of three syllables or more that are not hard to Gunning's Fog index whatever stands around them. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Whether a word is exempt. It has `syllables` syllables, is in lower case and in plain letters (plain-letters.h).
 * Gunning, The Technique of Clear Writing (1952; revised 1968, p. 38), as others quote him, does not count as hard:
 *   - combinations of short easy words (bookkeeper, manpower). We take for them: words that are two words of the long
 *     Dale list one after the other, of one or two syllables each, the second inflected or with -er, but for those that
 *     a suffix or chance makes look so (comfort-able, royal-ties, be-ginner); a few of words too short to be seen so
 *     (nobody, onlooker) or of three (nevertheless); and hyphenated words none of whose parts is hard by itself;
 *   - verb forms made three syllables by -ed or -es (created, trespasses), and by 1968 -ing. Not knowing verbs, we take
 *     every word of exactly three syllables in -ing, in -ed after t or d, and in -es after a hiss, nouns too
 *     (businesses, villages), but for Greek and Latin plurals (indices, oases).
 * Names are the caller's to find (count/tally.h). */
gboolean bs_fog_exempt (BsSpan word, guint syllables);

G_END_DECLS
