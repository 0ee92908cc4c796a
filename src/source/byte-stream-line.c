/* byte-stream-line.c: the lines of a stream. */
#include "source/byte-stream.h"

/* Passes over the rest of a line whose first `passed` bytes are at hand, and over its end. */
static guint64
skip_line (BsByteStream *stream)
{
  guint64 passed = 0;

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      const char *end = window.length > 0 ? memchr (window.start, '\n', window.length) : NULL;
      gsize step = end != NULL ? (gsize)(end - window.start) + 1 : window.length;
      bs_byte_stream_skip (stream, step);
      passed += step;
      if (end != NULL || !bs_byte_stream_more (stream))
        return passed;
    }
}

BsLineStatus
bs_byte_stream_line (BsByteStream *stream, gsize longest, BsSpan *line, guint64 *length)
{
  gsize scanned = 0, taken;

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      const char *end = window.length > scanned ? memchr (window.start + scanned, '\n', window.length - scanned) : NULL;

      if (end == NULL && window.length <= longest && bs_byte_stream_state (stream) == BS_BYTES_OPEN)
        {
          scanned = window.length;
          bs_byte_stream_more (stream);
          continue;
        }
      if (end == NULL)
        window = bs_byte_stream_window (stream); /* asking for more moves it, even where nothing comes */
      if (end == NULL && window.length <= longest
          && (window.length == 0 || bs_byte_stream_state (stream) > BS_BYTES_END))
        return BS_LINE_END;
      *line = bs_span (window.start, end != NULL ? (gsize)(end - window.start) : window.length);
      taken = line->length + (end != NULL);
      if (line->length > longest)
        break;
      if (line->length > 0 && line->start[line->length - 1] == '\r')
        line->length--;
      bs_byte_stream_skip (stream, taken);
      if (length != NULL)
        *length = taken;
      return BS_LINE;
    }
  *line = bs_span (NULL, 0);
  taken = (gsize)skip_line (stream);
  if (length != NULL)
    *length = taken;
  return BS_LINE_TOO_LONG;
}
