#include "source/delimited.h"

#define LONGEST_HEADER (64 * 1024) /* bytes of the first line that are looked at for the delimiter */

typedef struct
{
  gsize start, length; /* from the row's start, without quotes */
  gboolean doubled;    /* holds doubled quotes */
} Field;

struct _BsDelimited
{
  BsByteStream *stream;
  gboolean tsv;
  char delimiter;
  gsize longest;
  guint most;
  guint64 line; /* of the byte at the window's start */

  GArray *fields; /* of Field */
  GArray *values; /* of BsSpan */

  /* the scanner's place in the row, kept when more bytes must be read; all from the row's start, or from behind what
   * was dropped of it */
  guint64 dropped;
  gsize at;
  gsize field_start;
  gboolean quoted, doubled;
  gboolean as_text; /* TSV: the quote that begins this field is text after all */
  gboolean bad, too_many;
  guint64 row_lines;  /* line ends inside quotes so far */
  guint64 quote_line; /* on which the latest quotes opened, from the row's line */
};

BsDelimited *
bs_delimited_new (void)
{
  BsDelimited *rows = g_new0 (BsDelimited, 1);

  rows->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  rows->values = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  return rows;
}

void
bs_delimited_free (BsDelimited *rows)
{
  if (rows == NULL)
    return;
  g_array_unref (rows->fields);
  g_array_unref (rows->values);
  g_free (rows);
}

/* The first line, or as much of it as says what its delimiter is. */
static BsSpan
first_line (BsByteStream *stream)
{
  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gsize looked = MIN (window.length, LONGEST_HEADER);
      const char *end = looked > 0 ? memchr (window.start, '\n', looked) : NULL;

      if (end != NULL)
        return bs_span (window.start, (gsize)(end - window.start));
      if (looked == LONGEST_HEADER || bs_byte_stream_state (stream) != BS_BYTES_OPEN)
        return bs_span (window.start, looked);
      bs_byte_stream_more (stream);
    }
}

static char
choose_delimiter (BsByteStream *stream)
{
  BsSpan window = first_line (stream);
  gsize length = window.length;

  if (length == 0 || memchr (window.start, ',', length) != NULL)
    return ',';
  if (memchr (window.start, ';', length) != NULL)
    return ';';
  return memchr (window.start, '\t', length) != NULL ? '\t' : ',';
}

void
bs_delimited_begin (BsDelimited *rows, BsByteStream *stream, gboolean tsv, gsize longest, guint most)
{
  BsSpan window = bs_byte_stream_window (stream);

  if (window.length >= 3 && memcmp (window.start, "\xef\xbb\xbf", 3) == 0)
    bs_byte_stream_skip (stream, 3);
  rows->stream = stream;
  rows->tsv = tsv;
  rows->delimiter = tsv ? '\t' : choose_delimiter (stream);
  rows->longest = longest;
  rows->most = most;
  rows->line = 1;
}

static void
begin_row (BsDelimited *rows)
{
  g_array_set_size (rows->fields, 0);
  rows->dropped = rows->at = rows->field_start = 0;
  rows->quoted = rows->doubled = rows->as_text = rows->bad = rows->too_many = FALSE;
  rows->row_lines = rows->quote_line = 0;
}

typedef enum
{
  STEP_MORE, /* the window is used up */
  STEP_ROW   /* a row ended before `at` */
} Step;

static void
end_field (BsDelimited *rows, gsize start, gsize end)
{
  Field field = { start, end - start, rows->doubled };

  if (rows->fields->len < rows->most)
    g_array_append_val (rows->fields, field);
  else
    rows->too_many = TRUE;
  rows->quoted = rows->doubled = rows->as_text = FALSE;
}

/* A field's end lies at `at`: a delimiter, a line end, or the end of the data. */
static Step
end_at (BsDelimited *rows, BsSpan window, gsize at)
{
  gboolean row_ends = at >= window.length || window.start[at] == '\n';

  rows->at = rows->field_start = at + (at < window.length);
  return row_ends ? STEP_ROW : STEP_MORE;
}

/* Whether this place of a TSV row is beyond the ceiling: there a quote is text, and the partner of one is not looked for,
 * so that it can be known without more of the row at hand. */
static gboolean
is_beyond (const BsDelimited *rows, gsize at)
{
  return rows->tsv && rows->dropped + at > rows->longest;
}

/* Inside quotes; FALSE: more bytes are needed, or, beyond the ceiling, none will do. */
static gboolean
find_closing_quote (BsDelimited *rows, BsSpan window, gboolean last, gsize *quote)
{
  gsize end = rows->tsv ? MIN (window.length, rows->longest + 1) : window.length;

  while (rows->at < end)
    {
      const char *from = window.start + rows->at;
      const char *found = memchr (from, '"', end - rows->at);
      const char *stop = found != NULL ? found : window.start + end;
      for (const char *p = from; (p = memchr (p, '\n', (gsize)(stop - p))) != NULL; p++)
        rows->row_lines++;
      rows->at = (gsize)(stop - window.start);
      if (found == NULL || (rows->at + 1 == window.length && !last))
        return FALSE;
      if (rows->at + 1 == window.length || found[1] != '"')
        {
          *quote = rows->at;
          return TRUE;
        }
      rows->doubled = TRUE;
      rows->at += 2;
    }
  return FALSE;
}

static void
take_as_text (BsDelimited *rows)
{
  rows->as_text = TRUE;
  rows->quoted = rows->doubled = FALSE;
  rows->at = rows->field_start;
  rows->row_lines = rows->quote_line;
}

/* Bytes from `at` that end a field: 1 or 2 (\r\n), 0 for none; -1: more bytes are needed to know. */
static int
ending_bytes (const BsDelimited *rows, BsSpan window, gsize at, gboolean last)
{
  if (at >= window.length)
    return last ? 1 : -1;
  if (window.start[at] == rows->delimiter || window.start[at] == '\n')
    return 1;
  if (window.start[at] != '\r')
    return 0;
  if (at + 1 >= window.length)
    return last ? 1 : -1;
  return window.start[at + 1] == '\n' ? 2 : 0;
}

/* Goes on with a quoted field. */
static Step
scan_quoted (BsDelimited *rows, BsSpan window, gboolean last, gboolean *starved)
{
  gsize quote;
  int ending;

  *starved = FALSE;
  if (!find_closing_quote (rows, window, last, &quote))
    {
      if (is_beyond (rows, rows->at))
        take_as_text (rows);
      else
        *starved = TRUE;
      return STEP_MORE;
    }
  ending = ending_bytes (rows, window, quote + 1, last);
  if (ending < 0)
    {
      *starved = TRUE;
      return STEP_MORE;
    }
  if (ending > 0)
    {
      end_field (rows, rows->field_start + 1, quote);
      return end_at (rows, window, quote + (gsize)ending);
    }
  if (rows->tsv)
    take_as_text (rows);
  else /* the rest of this field is passed over as plain text */
    {
      rows->bad = rows->as_text = TRUE;
      rows->quoted = FALSE;
      rows->at = quote + 1;
    }
  return STEP_MORE;
}

static Step
scan_plain (BsDelimited *rows, BsSpan window, gboolean last, gboolean *starved)
{
  gsize at = rows->at, end;

  while (at < window.length && window.start[at] != rows->delimiter && window.start[at] != '\n')
    at++;
  rows->at = at;
  *starved = at == window.length && !last;
  if (*starved)
    return STEP_MORE;
  end = at;
  if (end > rows->field_start && (at == window.length || window.start[at] == '\n') && window.start[end - 1] == '\r')
    end--;
  end_field (rows, rows->field_start, end);
  return end_at (rows, window, at);
}

/* One field or a part of it. `last`: nothing will come behind the window. */
static Step
scan_field (BsDelimited *rows, BsSpan window, gboolean last, gboolean *starved)
{
  *starved = FALSE;
  if (rows->quoted)
    return scan_quoted (rows, window, last, starved);
  if (rows->at == rows->field_start && !rows->as_text)
    {
      *starved = rows->at >= window.length && !last;
      if (*starved)
        return STEP_MORE;
      if (rows->at < window.length && window.start[rows->at] == '"' && !is_beyond (rows, rows->at))
        {
          rows->quoted = TRUE;
          rows->quote_line = rows->row_lines;
          rows->at++;
          return STEP_MORE;
        }
    }
  return scan_plain (rows, window, last, starved);
}

/* Drops what was scanned of a row over the ceiling. */
static void
drop_scanned (BsDelimited *rows)
{
  gboolean inside_plain = !rows->quoted && rows->at > rows->field_start;

  bs_byte_stream_skip (rows->stream, rows->at);
  g_array_set_size (rows->fields, 0);
  rows->dropped += rows->at;
  rows->field_start = 0;
  rows->at = 0;
  rows->as_text = rows->as_text || inside_plain; /* a quote that comes next opens nothing */
}

/* Scans until a row ends; its bytes are still in the window unless it is too long. */
static BsRowStatus
scan_row (BsDelimited *rows)
{
  for (;;)
    {
      BsSpan window = bs_byte_stream_window (rows->stream);
      gboolean last = bs_byte_stream_state (rows->stream) != BS_BYTES_OPEN;
      gboolean starved;

      if (scan_field (rows, window, last, &starved) == STEP_ROW)
        return rows->dropped + rows->at > rows->longest ? BS_ROW_TOO_LONG
               : rows->bad                              ? BS_ROW_BAD
               : rows->too_many                         ? BS_ROW_TOO_MANY
                                                        : BS_ROW;
      if (!starved)
        continue;
      if (last && rows->tsv)
        take_as_text (rows);
      else if (last)
        return BS_ROW_UNCLOSED;
      else
        {
          if (rows->dropped + rows->at > rows->longest)
            drop_scanned (rows);
          bs_byte_stream_more (rows->stream);
        }
    }
}

static BsSpan
undouble (BsSpan value, BsArena *arena)
{
  char *out = bs_arena_alloc (arena, value.length), *to = out;

  while (value.length > 0)
    {
      const char *quote = memchr (value.start, '"', value.length);
      gsize run = quote != NULL ? (gsize)(quote - value.start) + 1 : value.length;
      gsize taken = run + (quote != NULL);
      to = (char *)memcpy (to, value.start, run) + run;
      value = bs_span (value.start + taken, value.length - taken);
    }
  return bs_span (out, (gsize)(to - out));
}

static void
make_values (BsDelimited *rows, BsArena *arena)
{
  const char *start = bs_byte_stream_window (rows->stream).start;

  g_array_set_size (rows->values, 0);
  for (guint i = 0; i < rows->fields->len; i++)
    {
      const Field *field = &g_array_index (rows->fields, Field, i);
      BsSpan value = bs_span (start + field->start, field->length);
      if (field->doubled)
        value = undouble (value, arena);
      g_array_append_val (rows->values, value);
    }
}

/* Whether the scanned row ends where damage begins and not with a line end: such a row is none. */
static gboolean
is_cut_off (const BsDelimited *rows)
{
  BsSpan window = bs_byte_stream_window (rows->stream);

  return bs_byte_stream_state (rows->stream) > BS_BYTES_END && rows->at >= window.length
         && (window.length == 0 || rows->quoted || window.start[window.length - 1] != '\n');
}

BsRowStatus
bs_delimited_next (BsDelimited *rows, BsArena *arena, BsRowPlace *place)
{
  BsRowStatus status;

  do
    {
      if (bs_byte_stream_window (rows->stream).length == 0 && !bs_byte_stream_more (rows->stream))
        return BS_ROW_END;
      begin_row (rows);
      place->offset = bs_byte_stream_offset (rows->stream);
      place->line = rows->line;
      status = scan_row (rows);
      place->quote_line = place->line + rows->quote_line;
      place->length = rows->dropped + rows->at;
      if (is_cut_off (rows))
        {
          bs_byte_stream_skip (rows->stream, bs_byte_stream_window (rows->stream).length);
          return BS_ROW_END;
        }
      if (status == BS_ROW)
        make_values (rows, arena);
      rows->line += rows->row_lines + 1;
      bs_byte_stream_skip (rows->stream, rows->at);
    }
  while (status == BS_ROW && rows->values->len == 1 && g_array_index (rows->values, BsSpan, 0).length == 0);
  return status;
}

gsize
bs_delimited_n_values (const BsDelimited *rows)
{
  return rows->values->len;
}

const BsSpan *
bs_delimited_values (const BsDelimited *rows)
{
  return (const BsSpan *)(gpointer)rows->values->data;
}
