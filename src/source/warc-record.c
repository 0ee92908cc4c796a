#include "source/warc-record.h"

#include "source/header-block.h"

/* Bytes behind a record's start that show whether it is one, and behind its end that show whether that is right. */
#define LOOK_AHEAD 128

gboolean
bs_warc_starts (BsSpan bytes)
{
  return bytes.length >= 8 && g_ascii_strncasecmp (bytes.start, "WARC/", 5) == 0 && g_ascii_isdigit (bytes.start[5])
         && bytes.start[6] == '.' && g_ascii_isdigit (bytes.start[7]);
}

/* Whether the bytes begin like a record, with a field under the line of the version; by no more of them than are always
 * at hand. */
static gboolean
is_record (BsSpan bytes)
{
  gsize at = 8, name;

  bytes.length = MIN (bytes.length, LOOK_AHEAD);
  if (!bs_warc_starts (bytes))
    return FALSE;
  while (at < bytes.length && (g_ascii_isdigit (bytes.start[at]) || strchr (" \t\r", bytes.start[at]) != NULL)
         && bytes.start[at] != '\0')
    at++;
  if (at == bytes.length || bytes.start[at] != '\n')
    return FALSE;
  for (name = ++at; at < bytes.length && (g_ascii_isalnum (bytes.start[at]) || bytes.start[at] == '-');)
    at++;
  while (at > name && at < bytes.length && bytes.start[at] == ' ')
    at++;
  return at > name && at < bytes.length && bytes.start[at] == ':';
}

/* The first record that starts at a line's start at or behind `from`, which is one where the byte before it ends a line
 * or `from` is 0; -1: none. */
static gssize
find_record (BsSpan window, gsize from)
{
  gsize at = from;

  while (at < window.length)
    {
      const char *end;

      if ((at == 0 || window.start[at - 1] == '\n') && is_record (bs_span (window.start + at, window.length - at)))
        return (gssize)at;
      end = memchr (window.start + at, '\n', window.length - at);
      if (end == NULL)
        break;
      at = (gsize)(end - window.start) + 1;
    }
  return -1;
}

/* Has at least `length` bytes at hand, or all that there are. */
static BsSpan
load (BsByteStream *stream, gsize length)
{
  BsSpan window = bs_byte_stream_window (stream);

  while (window.length < length && bs_byte_stream_more (stream))
    window = bs_byte_stream_window (stream);
  return bs_byte_stream_window (stream);
}

/* Passes over at most `most` bytes, and not over the start of a record but one right here. */
static void
skip_to_record (BsByteStream *stream, guint64 most)
{
  gsize from = 1;

  for (;;)
    {
      BsSpan window = load (stream, 2 * LOOK_AHEAD);
      gssize found = find_record (window, from);
      gsize step = window.length;

      if (found >= 0 && (guint64)found <= most)
        {
          bs_byte_stream_skip (stream, (gsize)found);
          return;
        }
      if (bs_byte_stream_state (stream) == BS_BYTES_OPEN)
        step -= LOOK_AHEAD; /* a start may stand in the last bytes; the first of them shows whether a line starts there
                             */
      step = (gsize)MIN (step, most);
      most -= step;
      bs_byte_stream_skip (stream, step);
      if (most == 0 || bs_byte_stream_window (stream).length == 0)
        return;
    }
}

static void
skip_line_ends (BsByteStream *stream)
{
  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gsize at = 0;

      while (at < window.length && (window.start[at] == '\r' || window.start[at] == '\n'))
        at++;
      bs_byte_stream_skip (stream, at);
      if (at < window.length || !bs_byte_stream_more (stream))
        return;
    }
}

/* What the head says of the body's length; G_MAXUINT64 where it says nothing that could be one. */
static guint64
content_length (BsSpan head, BsArena *scratch)
{
  const char *value = bs_header_value (head, "Content-Length", scratch);
  gsize digits = value != NULL ? strspn (value, "0123456789") : 0;

  return digits > 0 && digits <= 18 && value[digits] == '\0' ? g_ascii_strtoull (value, NULL, 10) : G_MAXUINT64;
}

/* Whether a record of `length` bytes may end there: the two line ends follow that end a record, or only such ends part
 * it from the next one or the data's end. */
static gboolean
ends_well (BsByteStream *stream, guint64 length)
{
  BsSpan window = load (stream, (gsize)length + LOOK_AHEAD);
  gsize at = (gsize)length;

  if (window.length < length)
    return FALSE;
  window.length = MIN (window.length - bs_byte_stream_tainted (stream), length + LOOK_AHEAD);
  window.length = MAX (window.length, length);
  while (at < window.length && strchr ("\r\n", window.start[at]) != NULL && window.start[at] != '\0')
    at++;
  if (at - length >= 4 && memcmp (window.start + length, "\r\n\r\n", 4) == 0)
    return TRUE;
  if (window.length - at < 8) /* the data end in the next record's first line */
    return g_ascii_strncasecmp (window.start + at, "WARC/", MIN (window.length - at, 5)) == 0;
  return bs_warc_starts (bs_span (window.start + at, window.length - at));
}

#define NOT_NEAR -1   /* no record starts in the bytes that may be looked at */
#define NOT_AT_ALL -2 /* … nor before the data end */

/* Where the next record starts behind `head` bytes, the line ends before it left out. */
static gssize
find_next (BsByteStream *stream, gsize head, guint64 most)
{
  gsize from = head;

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gssize found = find_record (window, from);

      if (found >= 0 && (guint64)found - head > most)
        return NOT_NEAR;
      if (found >= 0)
        {
          for (int i = 0; i < 4 && (gsize)found > head && strchr ("\r\n", window.start[found - 1]) != NULL; i++)
            found--;
          return found;
        }
      if (bs_byte_stream_state (stream) != BS_BYTES_OPEN)
        return NOT_AT_ALL;
      if (window.length - head > most && window.length - head - most > LOOK_AHEAD)
        return NOT_NEAR;
      from = MAX (from, window.length - MIN (window.length, LOOK_AHEAD));
      bs_byte_stream_more (stream);
    }
}

/* The stream gives no more; where it is compressed there may be more behind what is damaged. */
static BsWarcStatus
go_on_behind_damage (BsByteStream *stream, BsWarcRecord *record)
{
  BsSpan rest = bs_byte_stream_window (stream);

  record->length = rest.length;
  return bs_byte_stream_resume (stream) ? BS_WARC_DAMAGED : BS_WARC_END;
}

static BsWarcStatus
give (BsByteStream *stream, gsize head, gsize length, BsWarcRecord *record)
{
  BsSpan window = bs_byte_stream_window (stream);

  record->head = bs_span (window.start, head);
  record->body = bs_span (window.start + head, length - head);
  record->length = length;
  return BS_WARC_RECORD;
}

/* A record whose length is right, unless its bytes cannot be trusted. */
static BsWarcStatus
give_sound (BsByteStream *stream, gsize head, gsize length, BsWarcRecord *record)
{
  if (head + length > bs_byte_stream_window (stream).length - bs_byte_stream_tainted (stream))
    return go_on_behind_damage (stream, record);
  return give (stream, head, head + length, record);
}

/* A record whose length is missing or wrong. */
static BsWarcStatus
take_mended (BsByteStream *stream, gsize head, guint64 length, guint64 most, BsWarcRecord *record)
{
  gssize next = find_next (stream, head, most);
  gsize at_hand = bs_byte_stream_window (stream).length;

  if (bs_byte_stream_tainted (stream) > 0 && length != G_MAXUINT64 && ends_well (stream, head + length))
    return give_sound (stream, head, (gsize)length, record); /* only what follows is damaged */
  if (bs_byte_stream_state (stream) == BS_BYTES_DAMAGED && next < 0)
    return go_on_behind_damage (stream, record);
  record->mended = TRUE;
  if (next >= 0)
    return give (stream, head, (gsize)next, record);
  if (next == NOT_NEAR) /* what follows the length is junk, then */
    return give (stream, head, length != G_MAXUINT64 ? (gsize)MIN (head + length, at_hand) : head, record);
  give (stream, head, at_hand, record);
  return length != G_MAXUINT64 && head + length > at_hand ? BS_WARC_CUT : BS_WARC_RECORD;
}

static BsWarcStatus
take_body (BsByteStream *stream, gsize head, guint64 length, guint64 most, BsWarcRecord *record)
{
  if (length != G_MAXUINT64 && length > most)
    {
      record->length = head + length;
      bs_byte_stream_skip (stream, head);
      skip_to_record (stream, length);
      return BS_WARC_TOO_LARGE;
    }
  if (length == G_MAXUINT64 || !ends_well (stream, head + length))
    return take_mended (stream, head, length, most, record);
  return give_sound (stream, head, (gsize)length, record);
}

BsWarcStatus
bs_warc_next (BsByteStream *stream, guint64 most, gsize longest_head, BsArena *scratch, BsWarcRecord *record)
{
  BsSpan window;
  gsize head;

  skip_line_ends (stream);
  *record = (BsWarcRecord){ .offset = bs_byte_stream_offset (stream) };
  window = load (stream, LOOK_AHEAD);
  if (window.length == bs_byte_stream_tainted (stream)) /* or there is nothing */
    return go_on_behind_damage (stream, record);
  if (!is_record (window))
    {
      skip_to_record (stream, G_MAXUINT64);
      record->length = bs_byte_stream_offset (stream) - record->offset;
      return BS_WARC_JUNK;
    }
  while ((head = bs_header_length (bs_span (window.start, MIN (window.length, longest_head)))) == 0
         && window.length < longest_head && bs_byte_stream_more (stream))
    window = bs_byte_stream_window (stream);
  window = bs_byte_stream_window (stream);
  if (head > 0)
    return take_body (stream, head, content_length (bs_span (window.start, head), scratch), most, record);
  if (bs_byte_stream_state (stream) == BS_BYTES_DAMAGED)
    return go_on_behind_damage (stream, record);
  bs_byte_stream_skip (stream, 8); /* the version, so that what follows is looked at */
  skip_to_record (stream, G_MAXUINT64);
  record->length = bs_byte_stream_offset (stream) - record->offset;
  return BS_WARC_JUNK;
}

void
bs_warc_pass (BsByteStream *stream, const BsWarcRecord *record)
{
  bs_byte_stream_skip (stream, (gsize)record->length);
}
