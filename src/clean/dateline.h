/* dateline.h: where a report was filed, at the start of its first paragraph.
 *
 * Taken for one, strictly:
 * - a place, an agency in brackets, a dash: "SEOUL, South Korea (AP) — ", "Washington (CNN) -- ", "(Reuters) - ";
 *   of an agency that is not known only behind a place in capitals;
 *   ".-" and a missing dash only behind an agency that is known ("MADRID, 3 mar (EFE).- ", "(CNN) The");
 * - a place in capitals with a word of four letters or more, perhaps a state, country or date behind a comma, a dash,
 *   and a capital, quote or figure behind it: "HARTFORD, Conn. — The". A place has at most eight words and 64 bytes.
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef struct {
  BsSpan place;  /* "SEOUL, South Korea"; empty where the dateline names only an agency */
  BsSpan agency; /* "AP", empty where there is none */
  gsize  length; /* bytes to leave out, up to the sentence's first letter */
} BsDateline;

/* FALSE where the block does not start with one. */
gboolean bs_dateline_find (BsSpan block, BsDateline *dateline);

/* The agency that the bytes name, in its usual spelling ("Associated Press" for "AP"), or NULL. Static. */
const char *bs_agency_named (BsSpan name);

/* The first agency named anywhere in a text in small ASCII letters, or the first whose shorthand of three capitals or
 * more is a word of the text as it stands ("with inputs from PTI"), or NULL. Static. */
const char *bs_agency_within (const char *folded, BsSpan text);

G_END_DECLS
