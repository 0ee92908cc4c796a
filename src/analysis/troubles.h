/* troubles.h: inputs that could not be read in one reading of a run and can be read in another.
 *
 * A run reads its corpus up to three times: to learn what repeats, to analyze, to compare copies. The problems of the
 * store are those of the second reading. What failed in another alone, because a disk or a network failed for a moment,
 * leaves a store that is sound and not what it would be: it is a problem, too, and the same command again puts it right.
 */
#pragma once

#include "source/article.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _BsTroubles BsTroubles;

BsTroubles *bs_troubles_new  (void);
void        bs_troubles_free (BsTroubles *troubles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTroubles, bs_troubles_free)

/* Remembers a problem of the kinds that may pass: unreadable, truncated. Others are nothing to it. */
void bs_troubles_note   (BsTroubles *troubles, const BsProblem *problem);
void bs_troubles_forget (BsTroubles *troubles);

/* Puts what is remembered and is no problem of the run yet into the store, and counts it by kind in `problems`. */
gboolean bs_troubles_put (const BsTroubles *troubles, BsStore *store, gint64 run, guint64 *problems, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
