/* repair.h: what others have done to a text, undone: mojibake, entities, glued sentences, link text run in.
 *
 * Mojibake that is in the bytes is undone before them (clean/charset.h), while the no-break spaces and controls that it
 * is spelled with are there; here only what entities spelled.
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* Texts and trails on the way; used again. */
typedef struct {
  GString *rooms[3];
  GArray  *trail; /* of BsTrailPoint: from the repaired text to what was given */
  GArray  *step;
} BsRepair;

void   bs_repair_init  (BsRepair *repair);
void   bs_repair_clear (BsRepair *repair);

/* Bytes of memory that its texts hold. */
gsize  bs_repair_kept  (const BsRepair *repair);

/* The repaired text: `in` itself where there was nothing to do, else in one of the rooms. `entities`: whether they are
 * to be decoded; a page's are by its parser. Costs one look at every byte, sixteen at a time, where nothing is found.
 * */
BsSpan bs_repair_text (BsRepair *repair, BsSpan in, gboolean entities, BsMended *mended);

G_END_DECLS
