/* sentence-parts.h: what the files of sentences share. For sentence.c and sentences.c alone. */
#pragma once

#include "report/page/sentence.h"

G_BEGIN_DECLS

/* Appends text of ours; a printf format. */
void bs_prose_say (GString *out, const BsProse *prose, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* "p < .001", "p = .012". */
void bs_prose_p   (GString *out, const BsProse *prose, double p);

/* ".42", "-.42", "1.00": what cannot pass 1 has no digit before the point. Writes into `buffer` of BS_NUMBER_MAX bytes
 * and returns it. */
const char *bs_prose_share (double value, char *buffer);

G_END_DECLS
