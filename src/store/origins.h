/* origins.h: what the store knows of where each article came from, for whoever reads the sources again. */
#pragma once

#include "base/span.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Borrowed until the visit returns. */
typedef struct {
  gint64      number;
  const char *outlet, *id;
  const char *title;    /* NULL: none */
  const char *day;      /* NULL: no date */
  guint       settings; /* number of its rules in the table settings */
  const char *checksum;
  const char *repeats;  /* digest of its blocks that repeat */
  BsSpan      kept;     /* article_blobs.kept, for bs_store_kept() */
} BsStoredOrigin;

/* Calls `visit` for every article that counts, in key order; of one outlet alone where that is not NULL. */
typedef void (*BsStoreOriginVisit) (gpointer data, const BsStoredOrigin *origin);
gboolean bs_store_each_origin (BsStore *store, const char *outlet, BsStoreOriginVisit visit, gpointer data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The numbers of a blob that says what was kept, of guint32, for bs_clean_again(). FALSE where it is damaged or empty. */
gboolean bs_store_kept (BsSpan blob, GArray *kept);

G_END_DECLS
