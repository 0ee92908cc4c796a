/* dateline.h: where a report was filed, at the start of its first paragraph.
 *
 * Taken for one, strictly:
 * - a place, an agency in brackets, a dash: "SEOUL, South Korea (AP) — ", "Washington (CNN) -- ", "(Reuters) - ", with
 *   whoever wrote it behind a stroke ("Kelby (dpa/lni) - "); of an agency that is not known only behind a place in
 *   capitals; not the initials of the words before them ("The American Academy of Pediatrics (AAP)");
 *   ".-", a colon and a missing dash only behind an agency that is known ("MADRID, 3 mar (EFE).- ", "KELBY (NTB): ",
 *   "(CNN) The"), a colon not where it may be a speaker's, a missing dash only behind a place of three words
 *   or in capitals; an agency may stand before the place ("(ANSA) - ROMA, 14 MAR - ");
 * - a place in capitals with a word of four letters or more, perhaps a state, country or date behind a comma, a dash,
 *   and a capital, quote or figure behind it: "HARTFORD, Conn. — The". A place has at most eight words and 64 bytes, and
 *   is none of the bodies and labels that are written like one ("NATO – ", "OPINION — ").
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef struct {
  BsSpan place;  /* "SEOUL, South Korea", up to a square bracket; empty where the dateline names only an agency */
  BsSpan agency; /* "AP", empty where there is none */
  gsize  length; /* bytes to leave out, up to the sentence's first letter */
} BsDateline;

/* FALSE where the block does not start with one. */
gboolean bs_dateline_find (BsSpan block, BsDateline *dateline);

G_END_DECLS
