/* xz-head.h: what the head of xz data says before anything of it is expanded. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Bytes of the dictionary that the first block asks for (The .xz File Format 1.2.1, sections 3.1 and 5.3.1), which is
 * memory of whoever expands it; 0 where the head does not say. `head`: the first bytes of the data, 1 KiB or more where
 * there are so many. */
guint64 bs_xz_dictionary (BsSpan head);

gboolean bs_is_xz (BsSpan head);

/* Whether these are xz data whose first block asks for more than `xz -9`, by far: BS_XZ_DICTIONARY_MOST bytes, which is
 * what zstd data may ask for. */
gboolean bs_xz_asks_too_much (BsSpan head);
#define BS_XZ_DICTIONARY_MOST (G_GUINT64_CONSTANT (128) << 20)
#define BS_XZ_TOO_MUCH                                                                                                 \
  "the compressed data ask for a dictionary of more than 128 MiB, which would be memory: compress them anew, with"    \
  " xz -9 or less"

G_END_DECLS
