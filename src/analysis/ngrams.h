/* ngrams.h: the n-grams of a store's articles by outlet, counted from the sources.
 *
 * Counts are exact: what does not fit the memory goes to a temporary file (count/gram-table.h). Words stand by their
 * number in the store's table `terms`, so that the result does not depend on threads.
 */
#pragma once

#include "analysis/term-ids.h"
#include "analysis/walk.h"
#include "count/ngram.h"

G_BEGIN_DECLS

typedef struct _BsNgrams BsNgrams;

/* Walks the articles that count and counts. `summary` is what came of the walk. Errors as bs_walk(); BS_ERROR_IO
 * where a temporary file cannot be written. The store must outlive what is returned. */
BsNgrams *bs_ngrams_count (BsStore *store, const BsWalkOptions *options, const BsNgramRule *rule,
                           BsWalkSummary *summary,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void      bs_ngrams_free  (BsNgrams *ngrams);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsNgrams, bs_ngrams_free)

/* The outlets that were walked, in the order of their names; those without articles are left out. */
guint       bs_ngrams_n_outlets (const BsNgrams *ngrams);
const char *bs_ngrams_outlet    (const BsNgrams *ngrams, guint outlet);

#define BS_NGRAMS_ALL G_MAXUINT /* in place of an outlet: all together */

/* Of an outlet or all: running n-grams, running words, articles. */
guint64     bs_ngrams_total     (const BsNgrams *ngrams, guint outlet);
guint64     bs_ngrams_words     (const BsNgrams *ngrams, guint outlet);
guint64     bs_ngrams_articles  (const BsNgrams *ngrams, guint outlet);

/* How many of the running n-grams of an outlet, or of all, have this word at this place (0: first). The margins of the
 * tables that association measures are computed from. They take a pass over all n-grams, which has to be asked for: once,
 * of all words, or of those of the n-grams that were wanted before; others then have 0. */
void        bs_ngrams_want         (BsNgrams *ngrams, const guint32 *terms);
gboolean    bs_ngrams_find_margins (BsNgrams *ngrams, GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint64     bs_ngrams_margin    (const BsNgrams *ngrams, guint outlet, guint place, guint32 term);

/* A word by its number. */
const BsTermName *bs_ngrams_word (const BsNgrams *ngrams, guint32 term);

typedef struct {
  guint   outlet;
  guint64 count;    /* 1 or more */
  guint64 articles; /* that hold it */
} BsNgramCount;

typedef struct {
  const guint32      *terms;  /* n of them */
  const BsNgramCount *counts; /* of the outlets that have it, in their order */
  guint               n_counts;
  guint64             count, articles; /* of all together */
} BsNgram;

/* Calls `visit` for every n-gram of at least `least` in count and `least_articles` in articles, over all outlets,
 * ascending by its term numbers; FALSE with `error` set stops it. Can be called again. What it is given lives until it
 * returns. */
typedef gboolean (*BsNgramsVisit) (gpointer data, const BsNgram *ngram, GError **error);
gboolean    bs_ngrams_each (BsNgrams *ngrams, guint64 least, guint64 least_articles, BsNgramsVisit visit, gpointer data,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Its words with a blank between. Free with g_free. */
char       *bs_ngrams_text (const BsNgrams *ngrams, const guint32 *terms);

G_END_DECLS
