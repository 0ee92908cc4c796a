/* hits.h: how often every article that counts holds what was asked for: a word, a phrase, a pattern.
 *
 * The store alone answers for words; the sources for everything, and they tell the places too.
 */
#pragma once

#include "analysis/term-ids.h"
#include "analysis/walk.h"
#include "segment/query.h"

G_BEGIN_DECLS

typedef struct {
  gint64   number; /* in the store */
  guint    outlet; /* index in outlets */
  char    *day;    /* NULL: no date */
  guint64  words;
  guint64  hits;
  GArray  *places; /* of guint32, ascending: the first word of every hit; NULL: not known, or none */
} BsHitArticle;

typedef struct {
  GPtrArray *outlets;  /* of char *, in their order; those that have articles that count */
  GArray    *articles; /* of BsHitArticle, in key order; those without hits too */
  gboolean   placed;   /* places are known */
} BsHits;

/* All articles that count, without a hit. NULL with `error` set where the store cannot be read. */
BsHits  *bs_hits_new  (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     bs_hits_free (BsHits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsHits, bs_hits_free)

/* Counts a query of one word by the store alone. BS_ERROR_STORE where the store was made without the words of its
 * articles. */
gboolean bs_hits_of_word (BsHits *hits, BsStore *store, const BsQuery *word, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Finds any query in the sources, with its places. What the walk misses has no hits. Errors as bs_walk(). */
gboolean bs_hits_walk    (BsHits *hits, BsStore *store, const BsWalkOptions *options, const BsQuery *query,
                          BsWalkSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Hits of all articles. */
guint64  bs_hits_total (const BsHits *hits);

G_END_DECLS
