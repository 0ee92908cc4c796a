/* fold.h: text made plain, so that a phrase is met whatever its case, quotes and blanks. */
#pragma once

#include "base/kernel.h"
#include "base/span.h"

G_BEGIN_DECLS

/* Bytes behind the end that may be written. */
#define BS_FOLD_ROOM 64

/* Writes n bytes of UTF-8 to `to`, in small ASCII letters, straight quotes, plain hyphens and single blanks, none in
 * front; all that is up to a blank is one. Returns how many bytes that makes, at most n; `to` has room for n and
 * BS_FOLD_ROOM. `readable`: n or more bytes of `from`, which costs less where the text goes on. */
typedef gsize BsFoldFunc (const char *from, gsize n, gsize readable, char *to);
BS_KERNEL_DECLARE (BsFoldFunc, bs_fold);

G_END_DECLS
