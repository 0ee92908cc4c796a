#include "source/parting.h"

BsSection
bs_parting_find (BsByteStream *stream, guint64 most, BsIsSeparator is_separator, gpointer data)
{
  BsSection section = { 0 };
  gsize start = 0, scanned = 0; /* of the line that is looked at */

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gboolean last = bs_byte_stream_state (stream) != BS_BYTES_OPEN;
      const char *end = scanned < window.length ? memchr (window.start + scanned, '\n', window.length - scanned) : NULL;
      gsize length = (gsize)((end != NULL ? end : window.start + window.length) - (window.start + start));
      gboolean complete = end != NULL || (last && length > 0);

      if (complete && is_separator (bs_span (window.start + start, length), data))
        {
          section.text = start;
          section.line = length + (end != NULL);
          return section;
        }
      if (end != NULL)
        {
          section.lines++;
          start = scanned = (gsize)(end - window.start) + 1;
          continue;
        }
      if (last)
        {
          section.text = window.length;
          return section;
        }
      if (window.length > most)
        {
          gsize drop = start > 0 ? start : window.length; /* a separator line is not torn */
          section.too_long = TRUE;
          section.dropped += drop;
          bs_byte_stream_skip (stream, drop);
          start -= MIN (start, drop);
          window = bs_byte_stream_window (stream);
        }
      scanned = window.length;
      bs_byte_stream_more (stream);
    }
}
