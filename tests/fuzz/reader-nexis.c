/* An export of Nexis, LexisNexis or Nexis Uni.
 *
 * about: src/source/reader-export.c
 * about: src/source/export-nexis.c
 * about: src/source/export-nexis-uni.c
 * about: src/source/export-lines.c
 * about: src/source/export.c
 * max_len: 4096 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_NEXIS };

  compare_pieces (&what, data, size);
  return 0;
}
