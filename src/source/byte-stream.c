#include "source/byte-stream.h"

#include <errno.h>

#include "source/byte-source.h"
#include "source/folder.h"
#include "source/read-ahead.h"

struct _BsByteStream
{
  char *buffer;
  gsize capacity, start, end;
  guint64 offset; /* of buffer[start] */

  BsByteSource *source;
  BsReadAhead *ahead; /* of a long compressed file; while it is there, it has the source */
  BsFolder folder;
  BsBytesState state;
};

BsByteStream *
bs_byte_stream_new (atomic_ullong *done)
{
  BsByteStream *stream = g_new0 (BsByteStream, 1);

  stream->buffer = g_malloc (BS_BYTE_BUFFER);
  stream->capacity = BS_BYTE_BUFFER;
  stream->source = bs_byte_source_new (done);
  stream->folder = (BsFolder)BS_FOLDER_NONE;
  stream->state = BS_BYTES_END;
  return stream;
}

void
bs_byte_stream_free (BsByteStream *stream)
{
  if (stream == NULL)
    return;
  bs_byte_stream_close (stream);
  bs_byte_source_free (stream->source);
  bs_folder_clear (&stream->folder);
  g_free (stream->buffer);
  g_free (stream);
}

void
bs_byte_stream_obey (BsByteStream *stream, const BsCeilings *ceilings)
{
  bs_byte_source_obey (stream->source, ceilings);
}

void
bs_byte_stream_close (BsByteStream *stream)
{
  g_clear_pointer (&stream->ahead, bs_read_ahead_free);
  bs_byte_source_close (stream->source);
  if (stream->capacity > BS_BYTE_BUFFER) /* what one giant article needed is not kept */
    {
      g_free (stream->buffer);
      stream->buffer = g_malloc (BS_BYTE_BUFFER);
      stream->capacity = BS_BYTE_BUFFER;
    }
  stream->start = stream->end = 0;
  stream->offset = 0;
  stream->state = BS_BYTES_END;
}

/* Bytes as the window wants them; 0: the source's state is the stream's. */
static gsize
pull (BsByteStream *stream, char *to, gsize size)
{
  gsize got;

  if (stream->ahead == NULL && bs_byte_source_is_long (stream->source))
    stream->ahead = bs_read_ahead_new (stream->source);
  if (stream->ahead == NULL)
    {
      got = bs_byte_source_read (stream->source, to, size);
      stream->state = bs_byte_source_state (stream->source);
      return got;
    }
  got = bs_read_ahead_read (stream->ahead, to, size);
  if (got == 0)
    {
      g_clear_pointer (&stream->ahead, bs_read_ahead_free);
      stream->state = bs_byte_source_state (stream->source);
    }
  return got;
}

/* A pipe may give fewer bytes than a magic number or a byte order mark has, and so may what expands. */
static void
read_start (BsByteStream *stream)
{
  while (stream->end < 16 && bs_byte_stream_more (stream))
    ;
}

static void
start (BsByteStream *stream)
{
  stream->state = bs_byte_source_state (stream->source);
  read_start (stream);
  if (!bs_byte_source_expand (stream->source, bs_span (stream->buffer, stream->end)))
    return;
  stream->end = 0;
  stream->state = bs_byte_source_state (stream->source);
  read_start (stream);
}

void
bs_byte_stream_open_file (BsByteStream *stream, const char *path)
{
  int fd;

  bs_byte_stream_close (stream);
  fd = bs_folder_open_file (&stream->folder, path);
  if (fd >= 0)
    bs_byte_source_open_fd (stream->source, fd, TRUE, TRUE);
  else
    bs_byte_source_fail (stream->source, BS_BYTES_UNREADABLE, g_strerror (errno));
  start (stream);
}

void
bs_byte_stream_open_fd (BsByteStream *stream, int fd)
{
  bs_byte_stream_close (stream);
  bs_byte_source_open_fd (stream->source, fd, FALSE, FALSE);
  start (stream);
}

void
bs_byte_stream_open_bytes (BsByteStream *stream, BsSpan bytes, gsize piece)
{
  bs_byte_stream_close (stream);
  bs_byte_source_open_bytes (stream->source, bytes, piece);
  start (stream);
}

void
bs_byte_stream_open_member (BsByteStream *stream, struct archive *archive, guint64 size, guint64 *expanded,
                            guint64 ceiling, BsCeiling which)
{
  bs_byte_stream_close (stream);
  bs_byte_source_open_member (stream->source, archive, size, expanded, ceiling, which);
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
  gsize got;

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
  got = pull (stream, stream->buffer + stream->end, stream->capacity - stream->end);
  stream->end += got;
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
  if (stream->ahead != NULL || !bs_byte_source_may_resume (stream->source))
    return FALSE;
  bs_byte_stream_skip (stream, stream->end - stream->start);
  if (!bs_byte_source_resume (stream->source))
    return FALSE;
  stream->state = BS_BYTES_OPEN;
  bs_byte_stream_more (stream);
  return TRUE;
}

gsize
bs_byte_stream_tainted (const BsByteStream *stream)
{
  guint64 tainted = stream->ahead == NULL ? bs_byte_source_tainted (stream->source) : 0;

  return tainted <= stream->end - stream->start ? (gsize)tainted : 0;
}

guint64
bs_byte_stream_size (const BsByteStream *stream)
{
  return stream->ahead == NULL ? bs_byte_source_size (stream->source) : 0;
}

BsBytesState
bs_byte_stream_state (const BsByteStream *stream)
{
  return stream->state;
}

const char *
bs_byte_stream_message (const BsByteStream *stream)
{
  return stream->state > BS_BYTES_END ? bs_byte_source_message (stream->source) : NULL;
}
