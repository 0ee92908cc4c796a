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

/* Passes over what cannot become an article of at most `most` bytes any more: a line that is longer, or what stands
 * before the line at `start`. FALSE: nothing. */
static gboolean
drop (BsByteStream *stream, guint64 most, gsize start, gboolean *torn, BsSection *section)
{
  gsize length = bs_byte_stream_window (stream).length, dropped;

  *torn = *torn || length - start > most;
  if (!*torn && start <= most)
    return FALSE;
  dropped = *torn ? length : start;
  section->dropped += dropped;
  bs_byte_stream_skip (stream, dropped);
  return TRUE;
}

BsSection
bs_parting_find (BsByteStream *stream, guint64 most, int first, BsIsSeparator is_separator, gpointer data)
{
  BsSection section = { 0 };
  gsize start = 0, scanned = 0; /* of the line that is looked at */
  gboolean torn = FALSE;        /* its start was passed over */

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gboolean last = bs_byte_stream_state (stream) != BS_BYTES_OPEN;
      const char *end;
      gsize length;
      gboolean parts;

      if (first != BS_PARTING_ANY && !torn)
        pass_lines (window, (char)first, &start, &scanned, &section.lines);
      end = scanned < window.length ? memchr (window.start + scanned, '\n', window.length - scanned) : NULL;
      length = (gsize)((end != NULL ? end : window.start + window.length) - (window.start + start));
      parts = (end != NULL || (last && length > 0)) && !torn && length <= most
              && is_separator (bs_span (window.start + start, length), data);
      if (parts || (last && end == NULL))
        {
          section.text = parts ? start : window.length;
          section.line = parts ? length + (end != NULL) : 0;
          section.too_long = section.dropped + section.text > most;
          return section;
        }
      if (end != NULL)
        {
          section.lines++;
          start = scanned = (gsize)(end - window.start) + 1;
          torn = FALSE;
          continue;
        }
      if (drop (stream, most, start, &torn, &section))
        start = 0;
      scanned = bs_byte_stream_window (stream).length;
      bs_byte_stream_more (stream);
    }
}
