/* settle.h: what the files that settle a store share. */
#pragma once

#include "store/gather.h"

G_BEGIN_DECLS

/* Copies of other articles. */
typedef struct {
  GHashTable *numbers;  /* of gint64 *, numbers in the store */
  GArray     *in_order; /* of gint64: the same, in key order */
} BsCopied;

/* Makes the table `copies` from copy_pairs and the articles, and adds those that are copies of another to `copied`. */
gboolean   bs_store_settle_copies (BsStore *store, BsCopied *copied, GError **error);

/* Reads all articles in key order, numbers their terms anew, writes those blobs whose numbers have changed, and gathers
 * the rest. `old_terms` receives the number that each term had, by its new one: free with g_free. NULL with `error`. */
BsGather  *bs_store_gather_again  (BsStore *store, guint32 **old_terms, GError **error);

/* Of problems that were met twice, leaves the latest; some `held` of them are in memory at a time. */
gboolean   bs_store_settle_repeated (BsStore *store, guint held, GError **error);

/* Adds the words that the table terms lacks. */
gboolean   bs_store_append_terms  (BsStore *store, GError **error);

/* Fills the empty tables outlets, outlet_terms and sentence_lengths. Of the articles only copies are read. */
gboolean   bs_store_settle_sums   (BsStore *store, BsGather *gather, const BsCopied *copied, GError **error);

G_END_DECLS
