/* phrase-sign.h: the second sign that a phrase marked SIGN asks for. For phrase*.c alone.
 *
 * Promotion, notices: the block speaks to its reader (bs_speaks_to_reader).
 * Corrections: what was done to the text follows within a few words ("corrected", "misstated").
 * Credits, rights, captions at the start of a block: in the sentence behind the phrase, or what stands before its
 * semicolon, are no fewer names than other words of four letters, and more where no name comes first.
 * Rights within: two words of copying and leave, the phrase's own among them.
 * Credits within: a name stands before the phrase ("Marie Curie is a"), or starts its sentence ("Marie Curie, born in
 * Warsaw, is a"), or an author without one does ("The writer is a"); not "who is a", "his father is a". Of those that
 * count LAST alone, the block starts with the name, and what parts it from the phrase ends in a comma.
 */
#pragma once

#include "clean/phrase-list.h"

G_BEGIN_DECLS

/* `folded`: the block, by bs_phrase_fold(); `at`: where the phrase stands in it. */
gboolean bs_phrase_has_sign (BsSpan block, const GString *folded, const BsPhrase *phrase, gsize at);

/* Whether the block tells what somebody said: ", the mayor said", "," he says." No site speaks of itself so. */
gboolean bs_phrase_is_told  (const GString *folded);

G_END_DECLS
