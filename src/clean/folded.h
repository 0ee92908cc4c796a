/* folded.h: whether a block is hashed as it stands; for repeat.c alone. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

/* Whether there is neither a line feed nor a tab in the bytes, nor two blanks in a row. A kernel. */
typedef gboolean BsIsFoldedFunc (const char *bytes, gsize length);
BS_KERNEL_DECLARE (BsIsFoldedFunc, bs_is_folded);

G_END_DECLS
