#include "source/archive-block.h"

#include <archive.h>
#include <string.h>

BsBlockStatus
bs_archive_block_next (BsArchiveBlock *block, struct archive *archive)
{
  const void *bytes = NULL;
  gsize length = 0;
  la_int64_t offset = 0;
  int code = archive_read_data_block (archive, &bytes, &length, &offset);

  if (code == ARCHIVE_EOF)
    return BS_BLOCK_END;
  if (code < ARCHIVE_OK || offset < 0 || (guint64) offset < block->position)
    return BS_BLOCK_DAMAGED;
  block->gap = (guint64) offset - block->position;
  block->bytes = bytes;
  block->length = length;
  block->position = (guint64) offset + length;
  return BS_BLOCK_READ;
}

gsize
bs_archive_block_take (BsArchiveBlock *block, char *to, gsize size)
{
  gsize zeros = (gsize) MIN (block->gap, size), n = MIN (block->length, size - zeros);

  if (zeros > 0)
    memset (to, 0, zeros);
  if (n > 0)
    memcpy (to + zeros, block->bytes, n);
  block->gap -= zeros;
  block->bytes += n;
  block->length -= n;
  return zeros + n;
}
