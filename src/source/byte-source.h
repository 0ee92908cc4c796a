/* byte-source.h: what stands behind the window of a stream: a file, a descriptor or an archive's member, expanded where
 * it is compressed. For source/byte-stream.c and source/read-ahead.c. One thread at a time. */
#pragma once

#include "source/byte-stream.h"

G_BEGIN_DECLS

#define BS_BYTE_BUFFER ((gsize)256 * 1024)

typedef struct _BsByteSource BsByteSource;

/* `done` as for a stream. */
BsByteSource *bs_byte_source_new  (atomic_ullong *done);
void          bs_byte_source_free (BsByteSource *source);

/* As of a stream. */
void          bs_byte_source_obey (BsByteSource *source, const BsCeilings *ceilings);

/* Closes what was open. */
void bs_byte_source_close       (BsByteSource *source);

/* Each on a closed source. `own`: the source closes it. `regular`: it is a file, whose size is known. */
void bs_byte_source_open_fd     (BsByteSource *source, int fd, gboolean own, gboolean regular);
void bs_byte_source_open_bytes  (BsByteSource *source, BsSpan bytes, gsize piece);
void bs_byte_source_open_member (BsByteSource *source, struct archive *archive, guint64 size, guint64 *expanded,
                                 guint64 ceiling, BsCeiling which);

/* Puts it into a bad state; a message of NULL is "damaged". */
void bs_byte_source_fail        (BsByteSource *source, BsBytesState state, const char *message);

/* Where `first`, all that was read so far and at most BS_BYTE_BUFFER bytes, begins like compressed data, takes it back,
 * and read() gives what the data expand to. FALSE: it does not. */
gboolean     bs_byte_source_expand (BsByteSource *source, BsSpan first);

/* At most `size` bytes; 0: there are none, see the state. */
gsize        bs_byte_source_read (BsByteSource *source, char *to, gsize size);

/* Whether gzip data are at hand that are in no other trouble than damage. */
gboolean     bs_byte_source_may_resume (const BsByteSource *source);

/* As of a stream; resume() where it may. */
gboolean     bs_byte_source_resume  (BsByteSource *source);
guint64      bs_byte_source_tainted (const BsByteSource *source);
guint64      bs_byte_source_size    (const BsByteSource *source);
BsBytesState bs_byte_source_state   (const BsByteSource *source);
const char  *bs_byte_source_message (const BsByteSource *source);

/* Whether so much of a large compressed file was expanded that a thread is worth its start. */
gboolean     bs_byte_source_is_long (const BsByteSource *source);

G_END_DECLS
