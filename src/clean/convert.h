/* convert.h: bytes of a named encoding as UTF-8. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Replaces `out` by the bytes as UTF-8, each that cannot be read made U+FFFD and counted in `invalid`, from 0. Stops
 * where there are more than `limit` of these. FALSE where no converter has that name; `out` is then as it was. */
gboolean bs_convert (BsSpan bytes, const char *encoding, guint64 limit, GString *out, guint64 *invalid);

G_END_DECLS
