/* sign-off.h: the agency that a report ends with: "… for another year. (AP)", "… — Reuters", "… judicial. EFE". */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Bytes that the sign-off at a block's end takes, the blanks before it included; 0 where there is none.
 *
 * Of an agency that is known, behind the end of a sentence: in brackets, behind a dash, or behind words for a source
 * ("With inputs from PTI"); bare, without a stop, only where it is none of those that also stand bare under pictures.
 * `agency` becomes its usual name, static. To be asked of the last block that is kept. */
gsize bs_sign_off_find (BsSpan block, const char **agency);

G_END_DECLS
