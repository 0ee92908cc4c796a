/* An input that is one article.
 *
 * about: src/source/reader-text.c
 * max_len: 4096 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_TEXT };

  compare_pieces (&what, data, size);
  return 0;
}
