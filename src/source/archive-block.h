/* archive-block.h: what libarchive expands, block by block; for source/byte-source.c. archive_read_data() forgets what it
 * has given where something behind it in the same call is damaged. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

struct archive;

/* Bytes of the entry at hand that were expanded and not taken yet; all 0 before its first block. */
typedef struct {
  guint64     gap;      /* zeros that stand before them: a hole of a sparse file */
  const char *bytes;    /* libarchive's own, valid until the next block */
  gsize       length;
  guint64     position; /* in the entry, of what follows them */
} BsArchiveBlock;

typedef enum { BS_BLOCK_READ, BS_BLOCK_END, BS_BLOCK_DAMAGED } BsBlockStatus;

/* Fetches the next block, when the one before has been taken: empty it may be. */
BsBlockStatus bs_archive_block_next   (BsArchiveBlock *block, struct archive *archive);

static inline guint64
bs_archive_block_length (const BsArchiveBlock *block)
{
  return block->gap + block->length;
}

/* Takes at most `size` bytes off its start; returns how many. */
gsize         bs_archive_block_take   (BsArchiveBlock *block, char *to, gsize size);

G_END_DECLS
