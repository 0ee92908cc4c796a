/* charset.h: which encoding bytes are in, and the bytes as honest UTF-8.
 *
 * Decided in this order:
 * - binary data by its first bytes; a byte-order mark (UTF-8, UTF-16, UTF-32);
 * - UTF-8 where no sequence is invalid, whatever is declared: but where an encoding of East Asia is and fewer than four
 *   sequences are longer than a byte, that one is tried first;
 * - ISO 2022 by its escapes; UTF-16 and UTF-32 without a mark (clean/wide-guess.h); binary data by more than eight
 *   control characters and one in fifty bytes;
 * - what the source declares (a server's header), then what a page declares of itself (clean/label.h), each believed
 *   unless more than two bytes and one in fifty beyond ASCII are none or controls there, or it is UTF-8 and has more
 *   invalid sequences than valid ones; names that nobody knows are passed over;
 * - UTF-8 where the invalid sequences are fewer than the valid ones; else what the bytes themselves say
 *   (clean/guess.h).
 */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

/* What is known of the bytes, and what is to be done. */
typedef struct {
  const char *encoding; /* as the source declares it; NULL: it does not */
  BsMarkup    markup;   /* a page may declare it too; of BS_MARKUP_UNKNOWN, one whose first byte is "<" */
  gboolean    repair;   /* whether mojibake is undone (clean/mojibake.h) */
} BsCharsetOptions;

/* Texts on the way, used again; and where the last text came from. */
typedef struct {
  GString *text, *converted, *undone, *spare;
  GArray  *trail; /* of BsTrailPoint: to the bytes; for an encoding other than UTF-8, to the bytes once converted */
  GArray  *step;
} BsCharset;

void   bs_charset_init  (BsCharset *charset);
void   bs_charset_clear (BsCharset *charset);

/* Bytes of memory that its texts hold. */
gsize  bs_charset_kept  (const BsCharset *charset);

/* The mended text (clean/mend.h): `bytes` itself where there was nothing to do, else in `charset`. `found` is static or
 * interned; NULL where the bytes are no text, and then the span is empty. */
BsSpan bs_charset_decode (BsCharset *charset, BsSpan bytes, const BsCharsetOptions *options, BsMended *mended,
                          const char **found);

G_END_DECLS
