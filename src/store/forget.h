/* forget.h: a store may be kept without what it takes to add to it: smaller, and for reading only.
 *
 * The table `forgotten` names what was left out of article_blobs, a row each: "terms", "lengths".
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  BS_KEPT_TERMS   = 1 << 0, /* words by article */
  BS_KEPT_LENGTHS = 1 << 1  /* sentence lengths by article */
} BsKept;

/* "terms,lengths" to flags. BS_ERROR_USAGE naming all. */
gboolean bs_kept_from_names (const char *names, guint *what, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes flags of BsKept out of a settled store for good, and gives the room back to the disk. In no transaction. Needs
 * about the size of the store in free space for a moment. */
gboolean bs_store_forget (BsStore *store, guint what, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* BS_ERROR_STORE where what is asked for was forgotten: the message says so and what to do. */
gboolean bs_store_check_kept (BsStore *store, guint what, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bs_store_has_kept   (BsStore *store, guint what);

/* The same for whoever wants to add to it: BS_ERROR_STORE where anything was forgotten. */
gboolean bs_store_check_whole (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
