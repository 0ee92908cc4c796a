/* join.h: the lines of a block made one.
 *
 * Joined lines are parted by one blank; behind a hyphen by none, and the hyphen goes where what follows is an English
 * ending that is no word ("govern-" "ment").
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* Appends the bytes with lines joined; returns how many line ends went, and adds to `words`, where not NULL, the words
 * put together again behind a hyphen. Where `trail` is not NULL, adds to it where the appended text came from; `source`
 * is where the bytes start there. */
guint bs_join_lines (GString *to, BsSpan bytes, GArray *trail /* of BsTrailPoint */, guint32 source, guint64 *words);

G_END_DECLS
