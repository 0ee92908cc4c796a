/* compressed-head.h: what compressed data are known by, whatever a file is called: their first bytes. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

gboolean bs_is_gzip (BsSpan head);

/* Whether these are data of gzip, bzip2, xz, zstd or lz4; `head`: 16 bytes, or all that there are. */
gboolean bs_is_compressed (BsSpan head);

G_END_DECLS
