/* written-in-one.h: words written in one, told by capitals inside: YouTube, macOS. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Whether capitals inside a word of letters and apostrophes make it several. They do not in names ("McCone",
 * "LaGuardia", "JoAnn"), nor where one capital is all that follows ("PhD"). */
gboolean bs_is_written_in_one (BsSpan word);

/* Where the part ends that starts there: "You", "Tube"; "mac", "OS"; "K", "Develop". */
gsize    bs_part_end (BsSpan word, gsize start);

G_END_DECLS
