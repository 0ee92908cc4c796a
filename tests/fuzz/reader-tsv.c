/* Records of tab-separated values.
 *
 * about: src/source/reader-csv.c
 * about: src/source/delimited.c
 * max_len: 2048 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_TSV };

  compare_pieces (&what, data, size);
  return 0;
}
