/* Records of JSON, one a line.
 *
 * about: src/source/reader-jsonl.c
 * about: src/source/record.c
 * about: src/source/byte-stream-line.c
 * max_len: 2048 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_JSONL };

  compare_pieces (&what, data, size);
  return 0;
}
