/* hints.h: whether anything in a text is worth a closer look by what repairs it; for repair.c alone. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

typedef enum {
  BS_HINT_AMPERSAND = 1 << 0,
  BS_HINT_GLUE = 1 << 1, /* a stop between a letter or figure and a capital or what may be one beyond ASCII; a capital
                          * behind one mark, or a mark of three bytes, behind a stop */
  BS_HINT_MORE = 1 << 2  /* "MO" behind a blank */
} BsRepairHint;

/* All hints that a text holds. A kernel: one look at every byte. */
typedef guint BsRepairHintsFunc (const char *text, gsize length);
BS_KERNEL_DECLARE (BsRepairHintsFunc, bs_repair_hints);

G_END_DECLS
