/* read-ahead.h: a thread that expands a long compressed file ahead of who reads it, by 1 MB at most. */
#pragma once

#include "source/byte-source.h"

G_BEGIN_DECLS

typedef struct _BsReadAhead BsReadAhead;

/* Starts the thread, which alone uses the source until read() gives 0 or it is freed; NULL: no thread is to be had. */
BsReadAhead *bs_read_ahead_new  (BsByteSource *source);

/* Stops the thread. */
void         bs_read_ahead_free (BsReadAhead *ahead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsReadAhead, bs_read_ahead_free)

/* As bs_byte_source_read(). */
gsize        bs_read_ahead_read (BsReadAhead *ahead, char *to, gsize size);

G_END_DECLS
