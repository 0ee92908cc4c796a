/* block.h: lines, and the blocks that they make.
 *
 * A blank line ends a block. A single line end ends one too, unless the line goes on in the next (clean/wrap.h).
 */
#pragma once

#include "clean/clean.h"
#include "clean/mend.h"
#include "clean/wrap.h"

G_BEGIN_DECLS

/* A block while it is judged. The bytes hold line ends where lines are joined. */
typedef struct {
  guint32 start, length; /* in the decoded text; trimmed */
  BsLook  look;
  gint16  score; /* prose above 0 */
  guint8  aside; /* BsAside */
  const char *reason; /* as in BsBlock; NULL: not judged */
} BsRawBlock;

/* Replaces the BsRawBlock in `blocks` by those of the text; `lines` of BsLine is scratch, and takes `most`:
 * what follows is one line, and FALSE is returned. `look`: bs_look_at, or
 * bs_look_lightly where that is enough. */
gboolean bs_blocks_find (GArray *blocks, GArray *lines, BsSpan text, gsize most, BsLookFunc look);

G_END_DECLS
