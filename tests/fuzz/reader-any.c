/* Bytes whose name says nothing, plain or compressed, read as what they turn out to be.
 *
 * about: src/source/sniff.c
 * about: src/source/byte-source.c
 * about: src/source/byte-stream.c
 * about: src/source/gunzip.c
 * max_len: 4096 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_TEXT, .sniff = TRUE };

  compare_pieces (&what, data, size);
  return 0;
}
