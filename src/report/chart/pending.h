/* pending.h: a file that is written beside its place first, so that several can take theirs together. For report/chart
 * alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *path;
  char *temporary; /* NULL: not written, or in its place */
} BsPending;

/* Writes the bytes beside `path`. BS_ERROR_IO. */
gboolean bs_pending_write (BsPending *pending, const char *path, const char *bytes, gsize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Gives it its place; what was there is replaced. BS_ERROR_IO. */
gboolean bs_pending_place (BsPending *pending, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Removes what was written and not placed. */
void bs_pending_clear (BsPending *pending);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsPending, bs_pending_clear)

G_END_DECLS
