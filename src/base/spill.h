/* spill.h: bytes put aside one after the other, in memory while they are few and then in a file without a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsSpill BsSpill;

/* `most` is how many bytes are held in memory; what comes beyond is written out in pieces of that size. */
BsSpill *bs_spill_new  (gsize most);
void     bs_spill_free (BsSpill *spill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSpill, bs_spill_free)

/* Adds bytes at the end. BS_ERROR_IO where the temporary file has no room. */
gboolean bs_spill_put  (BsSpill *spill, gconstpointer bytes, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many bytes were put: where the next will stand. */
guint64  bs_spill_size (const BsSpill *spill);

/* Reads the `n` bytes that stand from `at` on; they must have been put. */
gboolean bs_spill_read (BsSpill *spill, guint64 at, gpointer bytes, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
