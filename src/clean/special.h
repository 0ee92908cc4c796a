/* special.h: the first byte that is no plain printable ASCII; for mend.c and charset.c. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

/* Where the next byte stands that is not from 0x20 to 0x7e, nor a line feed or a tab; `end` where none does. A kernel.
 */
typedef const char *BsFindSpecialFunc (const char *at, const char *end);
BS_KERNEL_DECLARE (BsFindSpecialFunc, bs_find_special);

G_END_DECLS
