/* keyness.h: what one outlet writes more, or less, than others do: its key words, with everything that says how sure
 * and how large that is. docs/keyness.md explains the figures; compare/keyness.h and contingency.h define them.
 */
#pragma once

#include "analysis/ngrams.h"
#include "report/frequency-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What words are ranked by; each is larger for a word that is more characteristic. */
typedef enum {
  BS_KEY_G2,          /* of four cells */
  BS_KEY_G2_ARTICLES, /* of articles that hold it: text dispersion keyness, Egbert and Biber 2019 (Corpora 14) */
  BS_KEY_CHI2,
  BS_KEY_LOG_RATIO,
  BS_KEY_CONSERVATIVE, /* log ratio that holds for all words tested */
  BS_KEY_ODDS_RATIO,
  BS_KEY_SIMPLE_MATHS,
  BS_N_KEYS
} BsKeySort;

/* "g2", "g2_articles", "chi2", "log_ratio", "lrc", "odds_ratio", "simple_maths". BS_ERROR_USAGE naming all. */
gboolean bs_key_sort_from_name (const char *name, BsKeySort *sort, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum { BS_KEY_POSITIVE = 1, BS_KEY_NEGATIVE = 2, BS_KEY_BOTH = 3 } BsKeySide;
typedef enum { BS_KEY_ALL_WORDS, BS_KEY_CONTENT, BS_KEY_FUNCTION } BsKeyWords;

typedef struct {
  const char            *outlet;    /* NULL: every outlet, one after the other */
  const char            *against;   /* the reference is this outlet; NULL: all others together … */
  const BsFrequencyList *reference; /* … or, where not NULL, this list */
  guint                  n;         /* words of each outlet and side; 0: all */
  guint64                least;     /* tokens here and there together; rarer words are not tested */
  guint64                least_articles; /* that hold it on the side that has more of it; not asked of a list that does
                                          * not tell */
  BsKeySide              side;
  BsKeyWords             words;     /* BS_KEY_CONTENT: no function words, numbers, single letters */
  const GHashTable      *stop;      /* of char *: words left out; NULL: none */
  BsKeySort              sort;
  double                 k;         /* of simple maths */
  BsNgrams              *ngrams;    /* tested in place of words; NULL: words. By outlet, so without dispersion and ranks */
  guint                  n_words;   /* of an n-gram */
  guint                  most_outlets; /* of all outlets, those with the most words; 0: every one */
  gboolean               all_figures; /* every column instead of the usual ones */
} BsKeynessOptions;

/* One row a key word. Corrections are over all words tested of an outlet, however few are shown. Dispersion and the
 * test by ranks are over articles and cost a pass over the store's words by article; where these were forgotten they
 * are missing and the note says so. BS_ERROR_USAGE where an outlet is not there, or there is nothing to compare with.
 * */
BsTable *bs_view_keyness (BsStore *store, const BsKeynessOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
