#include "source/byte-stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/gunzip.h"

#define BUFFER_SIZE ((gsize)256 * 1024)

struct _BsByteStream
{
  char *buffer;
  gsize capacity, start, end;
  guint64 offset; /* of buffer[start] */

  int fd; /* -1: none */
  gboolean own_fd;
  gboolean regular;
  struct archive *member; /* borrowed */
  guint64 member_size;
  guint64 *expanded;
  guint64 ceiling;

  BsGunzip *gunzip;         /* of gzip data */
  struct archive *expander; /* of other compressed data */
  char *raw;                /* BUFFER_SIZE compressed bytes on their way to the expander; NULL until needed */
  gsize raw_pending;
  guint64 raw_total;
  guint64 out_total;

  atomic_ullong *done;
  BsBytesState state;
  char *message;
};

BsByteStream *
bs_byte_stream_new (atomic_ullong *done)
{
  BsByteStream *stream = g_new0 (BsByteStream, 1);

  stream->buffer = g_malloc (BUFFER_SIZE);
  stream->capacity = BUFFER_SIZE;
  stream->fd = -1;
  stream->done = done;
  stream->state = BS_BYTES_END;
  return stream;
}

void
bs_byte_stream_free (BsByteStream *stream)
{
  if (stream == NULL)
    return;
  bs_byte_stream_close (stream);
  g_free (stream->buffer);
  g_free (stream->raw);
  g_free (stream);
}

void
bs_byte_stream_close (BsByteStream *stream)
{
  g_clear_pointer (&stream->expander, archive_read_free);
  g_clear_pointer (&stream->gunzip, bs_gunzip_free);
  if (stream->own_fd)
    close (stream->fd);
  if (stream->capacity > BUFFER_SIZE) /* what one giant article needed is not kept */
    {
      g_free (stream->buffer);
      stream->buffer = g_malloc (BUFFER_SIZE);
      stream->capacity = BUFFER_SIZE;
    }
  g_clear_pointer (&stream->message, g_free);
  stream->start = stream->end = stream->raw_pending = 0;
  stream->offset = stream->raw_total = stream->out_total = stream->member_size = 0;
  stream->fd = -1;
  stream->own_fd = stream->regular = FALSE;
  stream->member = NULL;
  stream->expanded = NULL;
  stream->state = BS_BYTES_END;
}

static void
fail (BsByteStream *stream, BsBytesState state, const char *message)
{
  stream->state = state;
  g_free (stream->message);
  stream->message = g_strdup (message != NULL ? message : "damaged");
}

/* Bytes as the file or the archive holds them; 0 at the end and where the state says what went wrong. */
static gsize
pull_raw (BsByteStream *stream, char *to, gsize size)
{
  gssize got;

  if (stream->member != NULL)
    {
      got = archive_read_data (stream->member, to, size);
      if (got < 0)
        {
          fail (stream, BS_BYTES_DAMAGED, archive_error_string (stream->member));
          return 0;
        }
      *stream->expanded += (guint64)got;
      if (*stream->expanded > stream->ceiling)
        {
          fail (stream, BS_BYTES_BOMB, "the archive expands beyond the ceiling");
          return 0;
        }
      return (gsize)got;
    }
  do
    got = read (stream->fd, to, size);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    {
      fail (stream, BS_BYTES_UNREADABLE, g_strerror (errno));
      return 0;
    }
  if (stream->done != NULL)
    atomic_fetch_add_explicit (stream->done, (unsigned long long)got, memory_order_relaxed);
  return (gsize)got;
}

static la_ssize_t
feed_expander (struct archive *archive, void *data, const void **block)
{
  BsByteStream *stream = data;
  gsize got = stream->raw_pending;

  stream->raw_pending = 0;
  if (got == 0)
    got = pull_raw (stream, stream->raw, BUFFER_SIZE);
  stream->raw_total += got;
  *block = stream->raw;
  if (got == 0 && stream->state > BS_BYTES_END)
    {
      archive_set_error (archive, EIO, "%s", stream->message);
      return -1;
    }
  return (la_ssize_t)got;
}

static gsize
feed_gunzip (gpointer data, char *to, gsize size)
{
  return pull_raw (data, to, size);
}

static gboolean
is_expanding (const BsByteStream *stream)
{
  return stream->expander != NULL || stream->gunzip != NULL;
}

/* Expanded bytes, or -1. */
static gssize
expand (BsByteStream *stream, char *to, gsize size)
{
  gssize got;
  const char *error;

  if (stream->expander != NULL)
    {
      got = archive_read_data (stream->expander, to, size);
      error = got < 0 ? archive_error_string (stream->expander) : NULL;
    }
  else
    {
      got = (gssize)bs_gunzip_read (stream->gunzip, to, size);
      error = got == 0 ? bs_gunzip_error (stream->gunzip) : NULL;
      stream->raw_total = bs_gunzip_taken (stream->gunzip);
      got = error != NULL ? -1 : got;
    }
  if (got < 0 && stream->state == BS_BYTES_OPEN)
    fail (stream, BS_BYTES_DAMAGED, error);
  return got;
}

/* Bytes as the window wants them. */
static gsize
pull (BsByteStream *stream, char *to, gsize size)
{
  gssize got;

  if (!is_expanding (stream))
    return pull_raw (stream, to, size);
  got = expand (stream, to, size);
  if (got < 0)
    return 0;
  stream->out_total += (guint64)got;
  if (stream->out_total > BS_MAX_EXPANSION_FREE && stream->out_total / BS_MAX_EXPANSION > stream->raw_total)
    {
      fail (stream, BS_BYTES_BOMB, "the compressed file expands beyond the ceiling");
      return 0;
    }
  return (gsize)got;
}

static gboolean
starts_with (const char *bytes, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (bytes, magic, magic_length) == 0;
}

static gboolean
is_bzip2 (const char *bytes, gsize length)
{
  static const char block[] = "\x31\x41\x59\x26\x53\x59", end[] = "\x17\x72\x45\x38\x50\x90";

  return starts_with (bytes, length, "BZh", 3) && length >= 10
         && (memcmp (bytes + 4, block, 6) == 0 || memcmp (bytes + 4, end, 6) == 0);
}

static gboolean
is_gzip (const char *bytes, gsize length)
{
  return starts_with (bytes, length, "\x1f\x8b", 2);
}

static gboolean
is_otherwise_compressed (const char *bytes, gsize length)
{
  return is_bzip2 (bytes, length) || starts_with (bytes, length, "\xfd\x37zXZ", 6) /* with its NUL */
         || starts_with (bytes, length, "\x28\xb5\x2f\xfd", 4) || starts_with (bytes, length, "\x04\x22\x4d\x18", 4);
}

/* Takes the window's bytes for the start of compressed data. Formats are named one by one: with all of them libarchive
 * takes plain JSONL for mtree. */
static void
start_expander (BsByteStream *stream)
{
  struct archive *expander = archive_read_new ();
  struct archive_entry *entry;

  if (stream->raw == NULL)
    stream->raw = g_malloc (BUFFER_SIZE);
  stream->raw_pending = stream->end;
  memcpy (stream->raw, stream->buffer, stream->end);
  stream->end = 0;
  stream->state = BS_BYTES_OPEN;
  archive_read_support_filter_bzip2 (expander);
  archive_read_support_filter_xz (expander);
  archive_read_support_filter_zstd (expander);
  archive_read_support_filter_lz4 (expander);
  archive_read_support_format_raw (expander);
  archive_read_support_format_empty (expander);
  stream->expander = expander;
  if (archive_read_open (expander, stream, NULL, feed_expander, NULL) != ARCHIVE_OK)
    fail (stream, BS_BYTES_DAMAGED, archive_error_string (expander));
  else
    switch (archive_read_next_header (expander, &entry))
      {
      case ARCHIVE_OK:
      case ARCHIVE_WARN:
        if (archive_filter_code (expander, 0) == ARCHIVE_FILTER_NONE) /* too short even for its header */
          fail (stream, BS_BYTES_DAMAGED, "the header is cut off");
        break;
      case ARCHIVE_EOF:
        stream->state = BS_BYTES_END;
        break;
      default:
        if (stream->state == BS_BYTES_OPEN)
          fail (stream, BS_BYTES_DAMAGED, archive_error_string (expander));
      }
}

static void
start_gunzip (BsByteStream *stream)
{
  stream->gunzip = bs_gunzip_new (feed_gunzip, stream, bs_span (stream->buffer, stream->end));
  stream->end = 0;
  stream->state = BS_BYTES_OPEN;
}

static void
start (BsByteStream *stream)
{
  stream->state = BS_BYTES_OPEN;
  while (stream->end < 16 && bs_byte_stream_more (stream)) /* a pipe may give fewer bytes than a magic number has */
    ;
  if (stream->state > BS_BYTES_END)
    return;
  if (is_gzip (stream->buffer, stream->end))
    start_gunzip (stream);
  else if (is_otherwise_compressed (stream->buffer, stream->end))
    start_expander (stream);
  else
    return;
  bs_byte_stream_more (stream);
}

void
bs_byte_stream_open_file (BsByteStream *stream, const char *path)
{
  bs_byte_stream_close (stream);
  /* O_NONBLOCK: a file that became a FIFO since the walk must not hang the run */
  stream->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (stream->fd < 0)
    {
      fail (stream, BS_BYTES_UNREADABLE, g_strerror (errno));
      return;
    }
  stream->own_fd = stream->regular = TRUE;
  start (stream);
}

void
bs_byte_stream_open_fd (BsByteStream *stream, int fd)
{
  bs_byte_stream_close (stream);
  stream->fd = fd;
  start (stream);
}

void
bs_byte_stream_open_member (BsByteStream *stream, struct archive *archive, guint64 size, guint64 *expanded,
                            guint64 ceiling)
{
  bs_byte_stream_close (stream);
  stream->member = archive;
  stream->member_size = size;
  stream->expanded = expanded;
  stream->ceiling = ceiling;
  start (stream);
}

BsSpan
bs_byte_stream_window (const BsByteStream *stream)
{
  return bs_span (stream->buffer + stream->start, stream->end - stream->start);
}

guint64
bs_byte_stream_offset (const BsByteStream *stream)
{
  return stream->offset;
}

gboolean
bs_byte_stream_more (BsByteStream *stream)
{
  gsize wanted, got;

  if (stream->state != BS_BYTES_OPEN)
    return FALSE;
  if (stream->start > 0)
    {
      memmove (stream->buffer, stream->buffer + stream->start, stream->end - stream->start);
      stream->end -= stream->start;
      stream->start = 0;
    }
  if (stream->end == stream->capacity)
    {
      stream->capacity *= 2;
      stream->buffer = g_realloc (stream->buffer, stream->capacity);
    }
  wanted = stream->capacity - stream->end;
  got = pull (stream, stream->buffer + stream->end, wanted);
  stream->end += got;
  if (stream->state == BS_BYTES_OPEN && (got == 0 || (got < wanted && stream->regular && !is_expanding (stream))))
    stream->state = BS_BYTES_END;
  return got > 0;
}

void
bs_byte_stream_skip (BsByteStream *stream, gsize length)
{
  g_return_if_fail (length <= stream->end - stream->start);
  stream->start += length;
  stream->offset += length;
}

gboolean
bs_byte_stream_resume (BsByteStream *stream)
{
  if (stream->gunzip == NULL || stream->state == BS_BYTES_UNREADABLE || stream->state == BS_BYTES_BOMB)
    return FALSE;
  bs_byte_stream_skip (stream, stream->end - stream->start);
  if (!bs_gunzip_resume (stream->gunzip))
    return FALSE;
  stream->state = BS_BYTES_OPEN;
  bs_byte_stream_more (stream);
  return TRUE;
}

gsize
bs_byte_stream_tainted (const BsByteStream *stream)
{
  guint64 tainted = stream->gunzip != NULL ? bs_gunzip_tainted (stream->gunzip) : 0;

  return tainted <= stream->end - stream->start ? (gsize)tainted : 0;
}

guint64
bs_byte_stream_size (const BsByteStream *stream)
{
  struct stat info;

  if (is_expanding (stream))
    return 0;
  if (stream->member != NULL)
    return stream->member_size;
  return stream->regular && fstat (stream->fd, &info) == 0 ? (guint64)info.st_size : 0;
}

BsBytesState
bs_byte_stream_state (const BsByteStream *stream)
{
  return stream->state;
}

const char *
bs_byte_stream_message (const BsByteStream *stream)
{
  return stream->message;
}
