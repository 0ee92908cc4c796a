/* promo.h: when a paragraph speaks to its reader to sell the house. */
#pragma once

#include "clean/look.h"

G_BEGIN_DECLS

/* TRUE where, in at most eighty words and outside quotation marks, somebody speaks of themselves ("our", "us") to
 * somebody ("you", "your"), a sentence, or what a colon announces, starts with an order that promos give ("Get",
 * "Discover", "Join"), and two things are named that publishers offer ("newsletter", "app", "platform", "analyses").
 * Or, in at most thirty words, a sentence starts with such an order and something is named that only publishers sell
 * ("subscribe", "newsletter", "member"); where it is an order that advice gives as well ("Call", "Check", "Buy"), the
 * block has besides "our", "us" or a telephone number. `folded`: the block, by bs_phrase_fold(). */
gboolean bs_is_promo (BsSpan block, const BsLook *look, const GString *folded);

/* TRUE where a sentence, or what a colon announces, starts with an order that promos give, but advice seldom, or with
 * "please" or "be sure to"; where the block ends in an exclamation mark or names an address with "@"; where somebody
 * speaks of themselves ("we", "our", "us") to somebody ("you", "your"). `folded`: the block, by bs_phrase_fold(). */
gboolean bs_speaks_to_reader (const GString *folded);

G_END_DECLS
