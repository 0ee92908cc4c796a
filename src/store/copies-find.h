/* copies-find.h: what copies.c needs of copies-find.c. */
#pragma once

#include "store/copies.h"

G_BEGIN_DECLS

/* Fills the texts of an empty search, and its pairs without their figures. */
gboolean bs_copy_search_find (BsCopySearch *search, BsStore *store, GError **error);

G_END_DECLS
