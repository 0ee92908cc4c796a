/* spool.h: sets of shingles put aside: those of articles that can be read only once.
 *
 * What comes in by standard input is gone when copies are compared. More than a megabyte lies where temporary files lie
 * (TMPDIR), takes eight bytes a word, and vanishes with the run.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsSpool BsSpool;

BsSpool *bs_spool_new  (void);
void     bs_spool_free (BsSpool *spool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSpool, bs_spool_free)

/* Puts a set aside under the article's key (bs_known_key()). BS_ERROR_IO where there is no room. */
gboolean bs_spool_put (BsSpool *spool, const char *key, const guint64 *set, guint n, GError **error);

/* Calls `visit` for every set, in the order in which they came. FALSE with `error` where the file cannot be read. */
typedef void (*BsSpoolVisit) (gpointer data, const char *key, const guint64 *set, guint n);
gboolean bs_spool_each (BsSpool *spool, BsSpoolVisit visit, gpointer data, GError **error);

G_END_DECLS
