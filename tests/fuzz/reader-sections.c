/* Many articles parted by a separator line.
 *
 * about: src/source/reader-sections.c
 * about: src/source/parting.c
 * max_len: 2048 */
#include "fuzz-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const ReaderFuzz exact = { .kind = BS_KIND_TEXT, .separator = "##" };
  static const ReaderFuzz prefix = { .kind = BS_KIND_TEXT, .separator = "##", .separator_is_prefix = TRUE };

  compare_pieces (&exact, data, size);
  compare_pieces (&prefix, data, size);
  return 0;
}
