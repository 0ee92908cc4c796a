/* outlet-words.h: how often every article of every outlet uses some chosen words: what distances and their resamples
 * are made of. */
#pragma once

#include "base/random.h"
#include "count/tally.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  guint    n;         /* most frequent words, by the mean of the outlets' rates, so that none decides for being large, equal
                       * ones by their bytes; 0: all */
  gboolean functions; /* of function words alone */
} BsWordChoice;       /* numbers in figures are never chosen */

typedef struct {
  guint   outlet;
  guint   n;     /* its entries */
  gsize   first; /* of them */
  guint64 words; /* running words, chosen or not */
} BsOutletArticle;

typedef struct {
  GPtrArray *outlets;  /* names, in byte order */
  GPtrArray *words;    /* chosen ones, by falling rate */
  GArray    *articles; /* of BsOutletArticle, by outlet and id */
  GArray    *entries;  /* of BsTerm; `type` is the place in `words`. 8 bytes for each word of an article */
} BsOutletWords;

/* Reads the articles that count. BS_ERROR_USAGE with fewer than two outlets that have any; BS_ERROR_LIMIT with more
 * than BS_OUTLETS_MAX, or where outlets and words make a table of more than BS_OUTLET_CELLS_MAX cells. */
#define BS_OUTLETS_MAX 200
#define BS_OUTLET_CELLS_MAX 20000000
BsOutletWords *bs_outlet_words_load (BsStore *store, const BsWordChoice *choice, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void           bs_outlet_words_free (BsOutletWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsOutletWords, bs_outlet_words_free)

/* How often each article counts in a resample: of every outlet as many draws with replacement as it has articles. Free
 * with g_free. */
guint32 *bs_outlet_words_resample (const BsOutletWords *words, BsRandom *random);

/* Adds the articles up: `counts` is outlets × words, `sizes` all running words by outlet. Each article counts `times`
 * often; NULL: once. */
void     bs_outlet_words_add_up   (const BsOutletWords *words, const guint32 *times, double *counts, double *sizes);

/* Outlets that have one article alone, which resampling articles tells nothing of. */
guint    bs_outlet_words_single   (const BsOutletWords *words);

G_END_DECLS
