/* holders.h: which articles hold certain words, from the words that the store keeps of each. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The places of a pattern, as bits, that a word may fill. */
typedef guint32 (*BsPlacesOf) (gpointer data, const char *word);

/* The numbers (gint64 *) of the articles that count and that hold a word for every place of `all`, as keys of
 * g_int64_hash. An article of which the store keeps no words is among them. Cost: the vocabulary once, and every
 * article's words where all places can be filled. NULL with BS_ERROR_STORE where the store is damaged. */
GHashTable *bs_store_holders (BsStore *store, guint32 all, BsPlacesOf places_of, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
