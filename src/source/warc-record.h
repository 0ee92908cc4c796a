/* warc-record.h: the records of a WARC file (ISO 28500, and its drafts from 0.17 on): a head of fields, then as many
 * bytes as the head says, then an empty line or two. */
#pragma once

#include "base/arena.h"
#include "source/byte-stream.h"

G_BEGIN_DECLS

/* Whether the bytes begin like a record: "WARC/", a digit, a full stop, a digit. */
gboolean bs_warc_starts (BsSpan bytes);

typedef struct {
  BsSpan   head;   /* borrowed from the stream, like the body */
  BsSpan   body;
  guint64  offset; /* of the head in the stream */
  guint64  length; /* of head and body */
  gboolean mended; /* its length is wrong or missing; the body ends where the next record starts */
} BsWarcRecord;

typedef enum {
  BS_WARC_RECORD,
  BS_WARC_JUNK,      /* bytes that are no record, up to the next that is one or the end, were passed over */
  BS_WARC_TOO_LARGE, /* a record of more than the ceiling was passed over */
  BS_WARC_CUT,       /* the data end inside the record, of which only the head counts */
  BS_WARC_DAMAGED,   /* the compressed data are damaged there; reading goes on at the next piece of them */
  BS_WARC_END        /* no more: see the stream's state */
} BsWarcStatus;

/* The next record, at hand in the stream's window, where it stays until bs_warc_pass(). Statuses other than RECORD and
 * CUT pass over what they are about themselves, and fill only offset and length. `most` is the ceiling of a body, `longest_head` that of a head,
 * a longer one of which is junk.
 * A length is believed where two line ends, another record or the end follows; else the body ends before the next
 * line that begins like a record and has a field under it. */
BsWarcStatus bs_warc_next (BsByteStream *stream, guint64 most, gsize longest_head, BsArena *scratch, BsWarcRecord *record);
void         bs_warc_pass (BsByteStream *stream, const BsWarcRecord *record);

G_END_DECLS
