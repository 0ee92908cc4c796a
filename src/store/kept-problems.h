/* kept-problems.h: for bs_store_move_article(): the problems of an article that is kept stand where it stands. */
#pragma once

#include "store/store-internal.h"

G_BEGIN_DECLS

gboolean bs_store_move_kept_problems (BsStore *store, const char *outlet, const char *id, const BsOrigin *origin,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
