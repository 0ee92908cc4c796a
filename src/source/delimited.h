/* delimited.h: rows of comma-, semicolon- or tab-separated values, from a stream.
 *
 * CSV as RFC 4180 has it: a field that begins with a quote ends at the next quote that is not doubled and may hold
 * delimiters and line ends; a quote inside another field is text; rows end with \n or \r\n. TSV in the same way, but a
 * quote that begins a field counts only where its partner stands at the field's end, since many TSV files are written
 * without quoting; else it is text.
 * A row of no bytes is passed over. */
#pragma once

#include "base/arena.h"
#include "source/byte-stream.h"

G_BEGIN_DECLS

typedef struct _BsDelimited BsDelimited;

BsDelimited *bs_delimited_new  (void);
void         bs_delimited_free (BsDelimited *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsDelimited, bs_delimited_free)

/* Starts on an open stream: passes over a byte order mark and chooses the delimiter: a tab for TSV; for CSV the comma,
 * or the semicolon or tab where the first line has no comma but such a one. `longest` is the ceiling of a row, in bytes,
 * and `most` that of its values. */
void bs_delimited_begin (BsDelimited *rows, BsByteStream *stream, gboolean tsv, gsize longest, guint most);

typedef enum {
  BS_ROW,          /* a row */
  BS_ROW_BAD,      /* a row with something behind a closing quote was passed over */
  BS_ROW_TOO_MANY, /* a row of too many values was passed over */
  BS_ROW_UNCLOSED, /* the data end inside quotes that opened on the row's quote line; all from there is lost */
  BS_ROW_TOO_LONG, /* a row over the ceiling was passed over */
  BS_ROW_END       /* the end, or the stream is damaged: see its state */
} BsRowStatus;

typedef struct {
  guint64 offset;     /* of its first byte in the stream */
  guint64 length;     /* bytes, with its line end */
  guint64 line;       /* on which it starts, 1 for the first */
  guint64 quote_line; /* BAD and UNCLOSED: on which the quotes opened */
} BsRowPlace;

/* The next row's values; those of the row before become invalid. Values with doubled quotes are copied to the arena,
 * all others borrow from the stream. */
BsRowStatus bs_delimited_next (BsDelimited *rows, BsArena *arena, BsRowPlace *place);

/* Of the row that was given last. */
gsize         bs_delimited_n_values (const BsDelimited *rows);
const BsSpan *bs_delimited_values   (const BsDelimited *rows);

G_END_DECLS
