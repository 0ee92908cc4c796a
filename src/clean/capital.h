/* capital.h: where sentences may start. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

#define BS_CAPITALS_MAX 256 /* bytes */

/* Sets bit i of the masks, the first one's lowest bit first, where byte i of n, at most BS_CAPITALS_MAX, is a capital of
 * ASCII that may start a sentence: among these n, no capital stands before it, nor a letter and a blank. */
typedef void BsCapitalsFunc (const char *from, gsize n, guint64 capitals[BS_CAPITALS_MAX / 64]);
BS_KERNEL_DECLARE (BsCapitalsFunc, bs_capitals);

G_END_DECLS
