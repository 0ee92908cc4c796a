/* chunk.h: how much is taken in one go, for tests which show that results do not depend on it. */
#pragma once

#include "base/error.h"

G_BEGIN_DECLS

/* How many bytes to take where `usual` are taken, from 1: so many, or fewer where that was limited. */
gsize    bs_chunk       (gsize usual);

/* From now on takes `bytes` at most, a number from 1 in decimal digits; before any text is read. BS_ERROR_USAGE where it
 * is none. */
gboolean bs_chunk_limit (const char *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
