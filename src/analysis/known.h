/* known.h: which articles the store holds already, and by which rules they were analyzed, in some 60 bytes an article. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Read by all workers, written by none while they read. Kept are hashes, see base/key-set.h. */
typedef struct _BsKnown BsKnown;

BsKnown *bs_known_new   (void);
void     bs_known_free  (BsKnown *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsKnown, bs_known_free)

/* Notes every article of the store. */
gboolean bs_known_load  (BsKnown *known, BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether any article is known, and whether that one is. */
gboolean bs_known_any   (const BsKnown *known);
gboolean bs_known_has   (const BsKnown *known, const char *outlet, const char *id);

/* Whether the article stands in the store as it is, analyzed by these rules. */
gboolean bs_known_holds (const BsKnown *known, const char *outlet, const char *id, const char *checksum,
                         const char *settings);

/* Whether an article of the store was found at that very place. */
gboolean bs_known_stands_at (const BsKnown *known, const char *outlet, const char *id, const BsOrigin *origin);

/* The article must be analyzed again, whatever it is. */
void     bs_known_doubt (BsKnown *known, const char *outlet, const char *id);

/* Outlet and id as one string. Free with g_free. */
char    *bs_known_key   (const char *outlet, const char *id);

G_END_DECLS
