/* byte-stream.h: the bytes of a plain or compressed file, of standard input or of an archive's member, in a window that
 * moves over them. Plain files are read() into one buffer that is used again for the next file; compressed ones, known
 * by their first bytes whatever their name, go through zlib (gzip) or libarchive (bzip2, xz, zstd, lz4). */
#pragma once

#include <stdatomic.h>

#include "base/ceiling.h"
#include "base/span.h"

G_BEGIN_DECLS

struct archive;

typedef enum {
  BS_BYTES_OPEN,       /* more may come */
  BS_BYTES_END,        /* the window holds the last of them */
  BS_BYTES_UNREADABLE, /* cannot be opened or read */
  BS_BYTES_DAMAGED,    /* compressed data end too early or are broken; the window holds what came before */
  BS_BYTES_BOMB        /* expands beyond the ceiling */
} BsBytesState;

typedef struct _BsByteStream BsByteStream;

/* `done` is added the bytes taken from files and standard input, for a progress bar; NULL: nobody asks. */
BsByteStream *bs_byte_stream_new  (atomic_ullong *done);
void          bs_byte_stream_free (BsByteStream *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsByteStream, bs_byte_stream_free)

/* From now on, how much may be expanded is what these say; borrowed; NULL: the normal ceilings. */
void          bs_byte_stream_obey (BsByteStream *stream, const BsCeilings *ceilings);

/* The ceiling that says that no more of `given` bytes may be expanded from `taken`, BS_N_CEILINGS where none does. */
BsCeiling     bs_expansion_over   (const BsCeilings *ceilings, guint64 given, guint64 taken);

/* Each closes what was open before and reads the first bytes; what goes wrong shows in the state.
 * The file must be a regular one; a descriptor stays the caller's.
 * Bytes in memory are borrowed, and come as from a pipe that gives at most `piece` of them at a time, from 1.
 * The member is the one whose header `archive` gave last; *expanded counts its bytes over all members, up to `ceiling`,
 * which is the one called `which`, and `size` is the size its header gives, 0 where it gives none. */
void bs_byte_stream_open_file   (BsByteStream *stream, const char *path);
void bs_byte_stream_open_fd     (BsByteStream *stream, int fd);
void bs_byte_stream_open_bytes  (BsByteStream *stream, BsSpan bytes, gsize piece);
void bs_byte_stream_open_member (BsByteStream *stream, struct archive *archive, guint64 size, guint64 *expanded,
                                 guint64 ceiling, BsCeiling which);
void bs_byte_stream_close       (BsByteStream *stream);

/* The bytes at hand, valid until the next call of more, skip or open. */
BsSpan  bs_byte_stream_window (const BsByteStream *stream);

/* Where the window starts, in bytes from the start of the (expanded) stream. */
guint64 bs_byte_stream_offset (const BsByteStream *stream);

/* Reads further bytes behind the window, which grows and may move. FALSE: there are none, see the state; the window may
 * have moved all the same. A caller that
 * does not want the window to grow without limit looks at its length first. */
gboolean bs_byte_stream_more (BsByteStream *stream);

/* Moves the window's start over `length` bytes of it. */
void bs_byte_stream_skip (BsByteStream *stream, gsize length);

/* Where gzip data are damaged, or something follows them that is none: drops the window and goes on at the next place
 * that looks like a member. FALSE: there is none, the data are no gzip, or they are in another bad state. */
gboolean bs_byte_stream_resume (BsByteStream *stream);

/* How many bytes at the window's end come from a gzip member that starts in the window and turned out to be damaged. */
gsize bs_byte_stream_tainted (const BsByteStream *stream);

/* The whole size in bytes where it is known without reading (a plain file, a member with a size), else 0. */
guint64 bs_byte_stream_size (const BsByteStream *stream);

BsBytesState bs_byte_stream_state (const BsByteStream *stream);

/* What is wrong in one of the last three states, else NULL; as the system or libarchive says it, of any bytes. */
const char *bs_byte_stream_message (const BsByteStream *stream);

typedef enum {
  BS_LINE,          /* *line is a line without its end (\n or \r\n) */
  BS_LINE_TOO_LONG, /* a line of more than `longest` bytes was passed over; *line is empty */
  BS_LINE_END       /* no further whole line; a damaged stream's last piece is dropped: see the state */
} BsLineStatus;

/* The next line, which is skipped and valid until the next call; a last one without its end counts. `*length` (NULL:
 * not wanted) is given the bytes it took with its end. A byte order mark is left alone. */
BsLineStatus bs_byte_stream_line (BsByteStream *stream, gsize longest, BsSpan *line, guint64 *length);

G_END_DECLS
