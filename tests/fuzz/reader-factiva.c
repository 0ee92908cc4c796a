/* An export of Factiva.
 *
 * about: src/source/reader-export.c
 * about: src/source/export-factiva.c
 * about: src/source/export-lines.c
 * about: src/source/export.c
 * max_len: 4096 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_FACTIVA };

  compare_pieces (&what, data, size);
  return 0;
}
