/* give-back.h: memory that goes before it is freed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in these bytes is not needed any more, and the block that they belong to will be freed soon: the system
 * may have their whole pages now. Then they hold anything. */
void bs_give_back (gpointer bytes, gsize n);

G_END_DECLS
