#include "clean/comment.c"

#include "filters.h"

void
fuzz_filter_comment (BsSpan block, const BsLook *look, GString *folded)
{
  BsRawBlock raw = { .length = (guint32) block.length, .look = *look };
  BsPage page = { .block = &raw, .n = 1, .text = block.start, .folded = folded };
  Kind kind = kind_of (&page, 0);

  if (kind != OTHER && kind != TIME)
    g_assert_true (may_begin (&page, 0, bs_starts_of (&starts_of_lines)));
}
