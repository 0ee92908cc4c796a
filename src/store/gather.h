/* gather.h: what follows from articles outlet by outlet, gathered while they come in the order of their keys.
 *
 * A run that fills an empty store in key order, which is how files and folders are read, hands over every article that
 * it writes; bs_store_settle() then has all but the copies, and reads no article again. Any other order, and any change
 * of what is there, ends the gathering: settling reads the articles in key order and gathers them itself.
 * Memory: 16 bytes a term, and some megabytes, see BS_GATHER_HELD; what is more lies in a temporary file.
 */
#pragma once

#include "base/spill.h"
#include "compare/near.h"
#include "store/sums.h"
#include "store/value-gather.h"

G_BEGIN_DECLS

#define BS_GATHER_HELD (8 * 1024 * 1024) /* bytes of sums of outlets that are done */

typedef struct {
  char   *name;
  guint64 articles;
  guint64 words;
  guint64 at;      /* of its sums in BsGather.done … */
  guint   length;  /* … and their bytes */
} BsGatheredOutlet;

struct _BsGather {
  GArray        *outlets;  /* of BsGatheredOutlet, in key order; of the last, the sums are still being added to */
  BsSums        *sums;     /* of the last; empty when all have come */
  BsSpill       *done;     /* sums of those before it */
  BsValueGather *values;
  BsNearIndex   *near;     /* of their signatures; NULL: taken */
  GByteArray    *bytes;    /* scratch */
  GString       *last_id;  /* of the article that came last */
  gint64         n_articles;
  guint32        n_terms;  /* met so far; the next new one has this number */
};

BsGather *bs_gather_new  (void);
void      bs_gather_free (BsGather *gather);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsGather, bs_gather_free)

/* Adds one article's terms, ascending, and the words of its sentences; its outlet is that of the article before it, or
 * one that comes behind it. */
gboolean  bs_gather_article (BsGather *gather, const char *outlet, const BsTerm *terms, guint n_terms,
                             const guint32 *lengths, guint n_lengths, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* No article comes any more: the sums of every outlet can be read. */
gboolean  bs_gather_finish  (BsGather *gather, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bs_gather_sums    (BsGather *gather, const BsGatheredOutlet *outlet, GByteArray *bytes,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Tells of an article that was put into the store under this number, and of one that was taken out. */
gboolean  bs_store_gather   (BsStore *store, gint64 number, const BsStoredArticle *stored,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void      bs_store_scatter  (BsStore *store);

/* Whether what was gathered is all that the store holds, its terms numbered as they should be. */
gboolean  bs_store_has_gathered (BsStore *store);

G_END_DECLS
