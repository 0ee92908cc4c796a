/* time-line.h: lines that are nothing but a time: "March 4, 2024", "Updated 10:41 AM ET", "2 hours ago", "4 min read".
 *
 * The words are those of English, German, French, Spanish, Portuguese, Italian and Dutch sites.
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Of a line folded by bs_phrase_fold. */
gboolean bs_is_time_line (const char *folded);

G_END_DECLS
