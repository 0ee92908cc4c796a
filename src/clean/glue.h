/* glue.h: sentences without a blank between them: "the bill, he says.The White House".
 *
 * A place is a word of two letters or figures or more, a stop, up to two closing quotes or brackets, maybe an opening
 * one, and a capital that a small letter follows, or "I" or "A" alone. A straight quote is an opening one where the
 * quotes before it in its line are even in number.
 * None is where what stands between two blanks looks like an address, a path or code: it is more than two words of
 * letters, apostrophes and hyphens and the marks around them ("math/rand.Read", "net.Listen(addr)", "Data.gov.Is"), the
 * word behind has capitals inside ("sql.ErrNoRows"), or it is a domain or the ending of a file ("Booking.Com",
 * "Node.Js"). A place is parted
 * - where the word behind starts sentences and names nothing in code ("The", "This", "He"; and, behind a word in small
 *   letters, "In", "For", "You"), and is whole;
 * - behind a word in small letters, where the stop is "!" or "?" or a closing quote or bracket follows it;
 * - behind a word in small letters or a figure, or any word and "!" or "?", where the text has three places of these
 *   kinds: then it is its habit.
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* The text with a blank put in at each place: `in` itself where there is none, else in `room`; `trail` leads back to
 * `in`. Adds to `mended->glued`. */
BsSpan bs_glue_part (BsSpan in, GString *room, GArray *trail, BsMended *mended);

G_END_DECLS
