/* put.h: from blocks with verdicts to the article's text, and what was set aside with it. */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

typedef struct {
  BsCleaned *cleaned;
  BsSpan     text;   /* that the blocks stand in */
  GArray    *trail;  /* of BsTrailPoint: from kept text to that one */
  GString   *folded; /* scratch */
  gboolean   noting; /* whether `cleaned->kept` is filled */
  guint32    noted;  /* where the last noted block ended; starts with 0 */
} BsPut;

/* Appends the kept bytes from `start` on, a block, to the article. */
void bs_put_kept   (BsPut *put, guint32 start, guint32 length);

/* Fills the blocks, the texts and what is read of credits from all BsRawBlock. Up to three kept ones lose their
 * dateline, and the last one an agency's sign-off, unless credits are left out `without`. */
void bs_put_blocks (BsPut *put, const GArray *blocks, guint without);

G_END_DECLS
