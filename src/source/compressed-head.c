#include "source/compressed-head.h"

#include <string.h>

#include "source/xz-head.h"

static gboolean
starts_with (BsSpan head, const char *magic, gsize magic_length)
{
  return head.length >= magic_length && memcmp (head.start, magic, magic_length) == 0;
}

static gboolean
is_bzip2 (BsSpan head)
{
  static const char block[] = "\x31\x41\x59\x26\x53\x59", end[] = "\x17\x72\x45\x38\x50\x90";

  return starts_with (head, "BZh", 3) && head.length >= 10
         && (memcmp (head.start + 4, block, 6) == 0 || memcmp (head.start + 4, end, 6) == 0);
}

gboolean
bs_is_gzip (BsSpan head)
{
  return starts_with (head, "\x1f\x8b", 2);
}

gboolean
bs_is_compressed (BsSpan head)
{
  return bs_is_gzip (head) || is_bzip2 (head) || bs_is_xz (head) || starts_with (head, "\x28\xb5\x2f\xfd", 4)
         || starts_with (head, "\x04\x22\x4d\x18", 4);
}
