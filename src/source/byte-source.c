#include "source/byte-source.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/chunk.h"
#include "source/archive-block.h"
#include "source/compressed-head.h"
#include "source/gunzip.h"
#include "source/xz-head.h"

/* Expanded bytes after which a file is no small one. */
#define LONG_FROM ((guint64)1024 * 1024)

struct _BsByteSource
{
  int fd; /* -1: none */
  gboolean own_fd;
  gboolean regular;
  BsSpan bytes; /* not read yet, of those in memory … */
  gsize piece;  /* … of which a read gives at most so many; 0: they are elsewhere */
  struct archive *member; /* borrowed */
  guint64 member_size;
  guint64 *expanded;
  guint64 ceiling;
  BsCeiling which;
  const BsCeilings *ceilings; /* borrowed; NULL: the normal ones */

  BsGunzip *gunzip;         /* of gzip data */
  struct archive *expander; /* of other compressed data */
  BsArchiveBlock of_member, of_expander;
  char *raw;                /* BS_BYTE_BUFFER compressed bytes on their way to the expander; NULL until needed */
  gsize raw_pending;
  BsBytesState raw_state;   /* what follows the pending ones; BS_BYTES_OPEN: it is not known yet */
  guint64 raw_total;
  guint64 out_total;

  atomic_ullong *done;
  BsBytesState state;
  char *message;
};

BsByteSource *
bs_byte_source_new (atomic_ullong *done)
{
  BsByteSource *source = g_new0 (BsByteSource, 1);

  source->fd = -1;
  source->done = done;
  source->state = BS_BYTES_END;
  return source;
}

void
bs_byte_source_free (BsByteSource *source)
{
  if (source == NULL)
    return;
  bs_byte_source_close (source);
  g_free (source->raw);
  g_free (source);
}

void
bs_byte_source_obey (BsByteSource *source, const BsCeilings *ceilings)
{
  source->ceilings = ceilings;
}

BsCeiling
bs_expansion_over (const BsCeilings *ceilings, guint64 given, guint64 taken)
{
  if (given > bs_ceiling (ceilings, BS_CEILING_EXPANDED))
    return BS_CEILING_EXPANDED;
  if (given > bs_ceiling (ceilings, BS_CEILING_RATIO_FROM)
      && given / bs_ceiling (ceilings, BS_CEILING_RATIO) > taken)
    return BS_CEILING_RATIO;
  return BS_N_CEILINGS;
}

static void
burst (BsByteSource *source, const char *what, BsCeiling over)
{
  g_autofree char *ceiling = bs_ceiling_in_words (source->ceilings, over);
  g_autofree char *message = g_strdup_printf ("the %s expands beyond %s", what, ceiling);

  bs_byte_source_fail (source, BS_BYTES_BOMB, message);
}

void
bs_byte_source_close (BsByteSource *source)
{
  g_clear_pointer (&source->expander, archive_read_free);
  g_clear_pointer (&source->gunzip, bs_gunzip_free);
  if (source->own_fd)
    close (source->fd);
  g_clear_pointer (&source->message, g_free);
  source->raw_pending = source->piece = 0;
  source->raw_total = source->out_total = source->member_size = 0;
  source->fd = -1;
  source->own_fd = source->regular = FALSE;
  source->member = NULL;
  source->expanded = NULL;
  source->of_member = source->of_expander = (BsArchiveBlock){ 0 };
  source->raw_state = BS_BYTES_OPEN;
  source->state = BS_BYTES_END;
}

void
bs_byte_source_open_fd (BsByteSource *source, int fd, gboolean own, gboolean regular)
{
  source->fd = fd;
  source->own_fd = own;
  source->regular = regular;
  source->state = BS_BYTES_OPEN;
}

void
bs_byte_source_open_bytes (BsByteSource *source, BsSpan bytes, gsize piece)
{
  g_return_if_fail (piece > 0);
  source->bytes = bytes;
  source->piece = piece;
  source->state = BS_BYTES_OPEN;
}

void
bs_byte_source_open_member (BsByteSource *source, struct archive *archive, guint64 size, guint64 *expanded,
                            guint64 ceiling, BsCeiling which)
{
  source->member = archive;
  source->member_size = size;
  source->expanded = expanded;
  source->ceiling = ceiling;
  source->which = which;
  source->state = BS_BYTES_OPEN;
}

void
bs_byte_source_fail (BsByteSource *source, BsBytesState state, const char *message)
{
  source->state = state;
  g_free (source->message);
  source->message = g_strdup (message != NULL ? message : "damaged");
}

static gsize
pull_bytes (BsByteSource *source, char *to, gsize size)
{
  gsize got = MIN (MIN (size, source->piece), source->bytes.length);

  if (got == 0)
    return 0;
  memcpy (to, source->bytes.start, got);
  source->bytes = bs_span (source->bytes.start + got, source->bytes.length - got);
  return got;
}

/* ---- What libarchive expands -------------------------------------------------------------------------------------- */

static gboolean
count_member (BsByteSource *source, guint64 n)
{
  *source->expanded += n;
  if (*source->expanded <= source->ceiling)
    return TRUE;
  burst (source, "archive", source->which);
  return FALSE;
}

static gboolean
count_expanded (BsByteSource *source, guint64 n)
{
  BsCeiling over;

  source->out_total += n;
  over = bs_expansion_over (source->ceilings, source->out_total, source->raw_total);
  if (over == BS_N_CEILINGS)
    return TRUE;
  burst (source, "compressed file", over);
  return FALSE;
}

/* A block is counted when it comes, so that ceilings do not depend on how much is taken of it at a time. */
static gsize
pull_block (BsByteSource *source, struct archive *archive, BsArchiveBlock *block,
            gboolean (*count) (BsByteSource *source, guint64 n), char *to, gsize size)
{
  while (bs_archive_block_length (block) == 0)
    switch (bs_archive_block_next (block, archive))
      {
      case BS_BLOCK_READ:
        if (!count (source, bs_archive_block_length (block)))
          return 0;
        break;
      case BS_BLOCK_DAMAGED:
        if (source->state == BS_BYTES_OPEN)
          bs_byte_source_fail (source, BS_BYTES_DAMAGED, archive_error_string (archive));
        return 0;
      case BS_BLOCK_END:
        return 0;
      }
  return bs_archive_block_take (block, to, size);
}

/* ---- What is not expanded ----------------------------------------------------------------------------------------- */

/* Bytes as the file or the archive holds them; 0 at the end and where the state says what went wrong. */
static gsize
pull_raw (BsByteSource *source, char *to, gsize size)
{
  gssize got;

  size = bs_chunk (size);
  if (source->member != NULL)
    return pull_block (source, source->member, &source->of_member, count_member, to, size);
  if (source->piece > 0)
    return pull_bytes (source, to, size);
  do
    got = read (source->fd, to, size);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    {
      bs_byte_source_fail (source, BS_BYTES_UNREADABLE, g_strerror (errno));
      return 0;
    }
  if (source->done != NULL)
    atomic_fetch_add_explicit (source->done, (unsigned long long)got, memory_order_relaxed);
  return (gsize)got;
}

/* How much was taken from a file when so much had been expanded is what bombs are known by, and must not depend on what a
 * pipe gives at a time: so the expander is fed full buffers. What goes wrong behind some bytes is told behind them. */
static void
fill_raw (BsByteSource *source)
{
  gsize got;

  source->state = source->raw_state;
  if (source->state != BS_BYTES_OPEN)
    return;
  do
    {
      got = pull_raw (source, source->raw + source->raw_pending, BS_BYTE_BUFFER - source->raw_pending);
      source->raw_pending += got;
    }
  while (got > 0 && source->raw_pending < BS_BYTE_BUFFER);
  if (source->raw_pending == 0)
    return;
  source->raw_state = source->state;
  source->state = BS_BYTES_OPEN;
}

static la_ssize_t
feed_expander (struct archive *archive, void *data, const void **block)
{
  BsByteSource *source = data;
  gsize got;

  if (source->raw_pending == 0)
    fill_raw (source);
  got = source->raw_pending;
  source->raw_pending = 0;
  source->raw_total += got;
  *block = source->raw;
  if (got == 0 && source->state > BS_BYTES_END)
    {
      archive_set_error (archive, EIO, "%s", source->message);
      return -1;
    }
  return (la_ssize_t)got;
}

/* ---- Whatever it is ----------------------------------------------------------------------------------------------- */

static gboolean
is_expanding (const BsByteSource *source)
{
  return source->expander != NULL || source->gunzip != NULL;
}

static gsize
feed_gunzip (gpointer data, char *to, gsize size)
{
  return pull_raw (data, to, size);
}

static gsize
pull_gunzip (BsByteSource *source, char *to, gsize size)
{
  gsize got = bs_gunzip_read (source->gunzip, to, size);
  const char *error = got == 0 ? bs_gunzip_error (source->gunzip) : NULL;

  source->raw_total = bs_gunzip_taken (source->gunzip);
  if (error != NULL && source->state == BS_BYTES_OPEN)
    bs_byte_source_fail (source, BS_BYTES_DAMAGED, error);
  return error == NULL && count_expanded (source, got) ? got : 0;
}

gsize
bs_byte_source_read (BsByteSource *source, char *to, gsize size)
{
  gsize got;

  if (source->state != BS_BYTES_OPEN)
    return 0;
  if (source->gunzip != NULL)
    got = pull_gunzip (source, to, bs_chunk (size));
  else if (source->expander != NULL)
    got = pull_block (source, source->expander, &source->of_expander, count_expanded, to, bs_chunk (size));
  else
    got = pull_raw (source, to, size);
  if (source->state == BS_BYTES_OPEN && got == 0) /* a read may give less than there is: only nothing is the end */
    source->state = BS_BYTES_END;
  return got;
}

/* Formats are named one by one: with all of them libarchive takes plain JSONL for mtree. */
static void
start_expander (BsByteSource *source, BsSpan first)
{
  struct archive *expander = archive_read_new ();
  struct archive_entry *entry;

  if (source->raw == NULL)
    source->raw = g_malloc (BS_BYTE_BUFFER);
  source->raw_pending = first.length;
  memcpy (source->raw, first.start, first.length);
  source->state = BS_BYTES_OPEN;
  if (source->raw_pending < BS_BYTE_BUFFER)
    fill_raw (source);
  archive_read_support_filter_bzip2 (expander);
  archive_read_support_filter_xz (expander);
  archive_read_support_filter_zstd (expander);
  archive_read_support_filter_lz4 (expander);
  archive_read_support_format_raw (expander);
  archive_read_support_format_empty (expander);
  source->expander = expander;
  if (bs_xz_asks_too_much (bs_span (source->raw, source->raw_pending)))
    bs_byte_source_fail (source, BS_BYTES_BOMB, BS_XZ_TOO_MUCH);
  else if (archive_read_open (expander, source, NULL, feed_expander, NULL) != ARCHIVE_OK)
    bs_byte_source_fail (source, BS_BYTES_DAMAGED, archive_error_string (expander));
  else
    switch (archive_read_next_header (expander, &entry))
      {
      case ARCHIVE_OK:
      case ARCHIVE_WARN:
        if (archive_filter_code (expander, 0) == ARCHIVE_FILTER_NONE) /* too short even for its header */
          bs_byte_source_fail (source, BS_BYTES_DAMAGED, "the header is cut off");
        break;
      case ARCHIVE_EOF:
        source->state = BS_BYTES_END;
        break;
      default:
        if (source->state == BS_BYTES_OPEN)
          bs_byte_source_fail (source, BS_BYTES_DAMAGED, archive_error_string (expander));
      }
}

gboolean
bs_byte_source_expand (BsByteSource *source, BsSpan first)
{
  if (source->state > BS_BYTES_END)
    return FALSE;
  if (bs_is_gzip (first))
    {
      source->gunzip = bs_gunzip_new (feed_gunzip, source, first);
      source->state = BS_BYTES_OPEN;
    }
  else if (bs_is_compressed (first))
    start_expander (source, first);
  return is_expanding (source);
}

gboolean
bs_byte_source_may_resume (const BsByteSource *source)
{
  return source->gunzip != NULL && source->state != BS_BYTES_UNREADABLE && source->state != BS_BYTES_BOMB;
}

gboolean
bs_byte_source_resume (BsByteSource *source)
{
  if (!bs_gunzip_resume (source->gunzip))
    return FALSE;
  source->state = BS_BYTES_OPEN;
  return TRUE;
}

guint64
bs_byte_source_tainted (const BsByteSource *source)
{
  return source->gunzip != NULL ? bs_gunzip_tainted (source->gunzip) : 0;
}

guint64
bs_byte_source_size (const BsByteSource *source)
{
  struct stat info;

  if (is_expanding (source))
    return 0;
  if (source->member != NULL)
    return source->member_size;
  return source->regular && fstat (source->fd, &info) == 0 ? (guint64)info.st_size : 0;
}

BsBytesState
bs_byte_source_state (const BsByteSource *source)
{
  return source->state;
}

const char *
bs_byte_source_message (const BsByteSource *source)
{
  return source->message;
}

/* A pipe may give nothing for ever, and whoever closes the stream must not wait for it; a member's archive is not the
 * stream's alone. */
gboolean
bs_byte_source_is_long (const BsByteSource *source)
{
  return is_expanding (source) && source->regular && source->out_total >= LONG_FROM && source->state == BS_BYTES_OPEN;
}
