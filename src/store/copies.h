/* copies.h: the search for copies among a store's articles: what their signatures suggest, and what was found.
 *
 * Signatures stand in the store and texts do not: whoever has the texts compares the pairs (analysis/copies.h).
 */
#pragma once

#include "compare/near.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_COPY_LEAST_WORDS 50 /* a shorter article is no copy and has none: its wording may be its form */

typedef struct {
  gint64      article; /* number in the store */
  const char *outlet;
  const char *id;
  guint64     n_shingles, digest; /* see count/signature.h */
} BsCopyText;

typedef struct {
  GArray  *texts; /* of BsCopyText, in key order: those that stand in a pair or have the same set as another */
  guint32 *alike; /* by text: the first text that has the same set, which may be itself */
  GArray  *pairs; /* of BsNearPair: candidates of different sets, by b and then a; figures of those that an earlier run
                   * compared are filled, those of others are missing */
  BsArena *arena;
} BsCopySearch;

/* Finds the candidates among all articles that are long enough and have a signature, from what was gathered of them
 * while they came or from the signatures in the store. Memory: see bs_near_candidates(), four bytes an article, eight
 * more where they did not come in key order, and what stands in the search. NULL with `error` set. */
BsCopySearch *bs_copy_search_new  (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          bs_copy_search_free (BsCopySearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCopySearch, bs_copy_search_free)

/* Writes the tables copy_pairs, from the pairs whose figures say so and the texts that are alike, and copy_doubts, from
 * all other candidates, in place of what stood there. Of more than BS_ALIKE_ALL articles with the same set
 * only pairs with the first of them are written. `copies` follows in bs_store_settle(). */
#define BS_ALIKE_ALL 32
gboolean bs_copy_search_put (const BsCopySearch *search, BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Empties both tables. */
gboolean bs_store_clear_copies (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many pairs the store holds that look like copies and were not compared. */
guint64  bs_store_copy_doubts (BsStore *store);

G_END_DECLS
