/* near-extent.h: what the index of near.h remembers of a sketch; for near-index.c alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 bs_near_extent (const guint64 *least, guint n);

G_END_DECLS
