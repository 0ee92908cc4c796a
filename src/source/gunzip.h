/* gunzip.h: gzip data (RFC 1952), member after member, out of a source of bytes. Where a member is damaged, reading can
 * go on at the next one, since files of many members (a crawl has one a record) lose no more than that. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Writes at most `size` bytes to `to` and returns how many; 0 at the end, and where the source failed. */
typedef gsize (*BsPull) (gpointer data, char *to, gsize size);

typedef struct _BsGunzip BsGunzip;

#define BS_GUNZIP_BUFFER (256 * 1024)

/* `first`, at most BS_GUNZIP_BUFFER bytes, were taken from the source already. */
BsGunzip *bs_gunzip_new  (BsPull pull, gpointer data, BsSpan first);
void      bs_gunzip_free (BsGunzip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsGunzip, bs_gunzip_free)

/* Expands at most `size` bytes. 0: the members end, or an error. What follows the last member and is none is left
 * alone. */
gsize       bs_gunzip_read  (BsGunzip *self, char *to, gsize size);

/* What is wrong since the last call of read or resume, or NULL; static. A source that failed shows as an early end. */
const char *bs_gunzip_error (const BsGunzip *self);

/* How many bytes were expanded from the member in which the error is, and so cannot be trusted; 0 without an error. */
guint64     bs_gunzip_tainted (const BsGunzip *self);

/* Compressed bytes taken from the source. */
guint64     bs_gunzip_taken (const BsGunzip *self);

/* Goes to the next place that looks like a member: behind the start of the damaged one, or behind what follows the last
 * one and is none. FALSE: there is none, or so many false ones were tried that the data must be made to be slow. */
gboolean    bs_gunzip_resume (BsGunzip *self);

G_END_DECLS
