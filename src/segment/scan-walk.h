/* scan-walk.h: the walk over a text, sixty-four bytes at a time. */
#pragma once

#include "base/kernel.h"
#include "segment/scan-internal.h"

G_BEGIN_DECLS

/* Walks from a word's start at scan->at to the end of the text. A kernel: words of ASCII letters and what stands
 * between them in nine cases of ten are found by masks; where these cannot say (other letters, addresses, marks), the
 * careful functions are asked for as far as it takes. */
typedef void BsScanWalkFunc (BsScan *scan);
BS_KERNEL_DECLARE (BsScanWalkFunc, bs_scan_walk);

G_END_DECLS
