#include "source/parting.h"

#include "source/find-line.h"

/* Moves on from a line that does not begin with `first` to the next one that does, or to the last of the window. */
static void
pass_lines (BsSpan window, char first, gsize *start, gsize *scanned, guint64 *lines)
{
  BsFoundLine next;

  if (*start >= window.length || window.start[*start] == first)
    return;
  next = BS_KERNEL_CHOOSE (bs_find_line) (window, *scanned, first);
  *start = next.start != G_MAXSIZE ? next.start : *start;
  *scanned = next.found ? next.start : window.length;
  *lines += next.ends;
}

BsSection
bs_parting_find (BsByteStream *stream, guint64 most, int first, BsIsSeparator is_separator, gpointer data)
{
  BsSection section = { 0 };
  gsize start = 0, scanned = 0; /* of the line that is looked at */

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gboolean last = bs_byte_stream_state (stream) != BS_BYTES_OPEN;
      const char *end;
      gsize length;
      gboolean complete;

      if (first != BS_PARTING_ANY)
        pass_lines (window, (char)first, &start, &scanned, &section.lines);
      end = scanned < window.length ? memchr (window.start + scanned, '\n', window.length - scanned) : NULL;
      length = (gsize)((end != NULL ? end : window.start + window.length) - (window.start + start));
      complete = end != NULL || (last && length > 0);
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
