/* A crawl, and the texts of one.
 *
 * about: src/source/reader-warc.c
 * about: src/source/warc-record.c
 * about: src/source/http-message.c
 * about: src/source/header-block.c
 * max_len: 4096 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz what = { .kind = BS_KIND_WARC };

  compare_pieces (&what, data, size);
  return 0;
}
