/* look-count.h: the figures of a block's sample; for look.c alone. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

/* As in BsLook; words without regard to ideographs. */
typedef struct {
  guint    letters, digits, words, ideographs, bars;
  gboolean our; /* "our" stands behind a blank */
} BsLookCounts;

/* Counts in `length` bytes, with a blank before them and two blanks behind; a block's worth of whatever bytes behind
 * these may be read. A kernel. */
typedef void BsLookCountFunc (const guint8 *bytes, gsize length, BsLookCounts *counts);
BS_KERNEL_DECLARE (BsLookCountFunc, bs_look_count);

/* Letters behind blanks: no more than a look at the whole block finds words. A kernel. */
typedef guint BsSurelyWordsFunc (const char *bytes, gsize length);
BS_KERNEL_DECLARE (BsSurelyWordsFunc, bs_surely_words);

G_END_DECLS
