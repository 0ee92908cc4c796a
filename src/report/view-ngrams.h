/* view-ngrams.h: n-grams as a table: how often, in how many articles, how closely their words belong together. */
#pragma once

#include "analysis/ngrams.h"
#include "compare/association.h"
#include "store/table.h"

G_BEGIN_DECLS

typedef enum {
  BS_NGRAMS_ANY,          /* as they come */
  BS_NGRAMS_CONTENT,      /* no function word, number or single letter among the words */
  BS_NGRAMS_CONTENT_ENDS, /* none at the beginning or end */
} BsNgramsFilter;

typedef struct {
  gboolean       corpus;         /* the whole corpus instead of outlets */
  guint          n;              /* rows of each; 0: all */
  guint64        least;          /* in the outlet, or the corpus */
  guint64        least_articles;
  BsNgramsFilter filter;
  const BsAssociation *const *measures;
  guint          n_measures;
  const BsAssociation *sort;     /* descending; NULL: count. Those less often together than expected come last */
} BsNgramsOptions;

/* Outlet, rank, n-gram, count, rate, articles, expected count and the measures. The note says how they were counted;
 * what the walk missed, the caller adds. */
BsTable *bs_view_ngrams (BsNgrams *ngrams, const BsNgramRule *rule, const BsNgramsOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Adds a column for each measure: its id, its title. */
void     bs_view_association_columns (BsTable *table, const BsAssociation *const *measures, guint n);
/* Sets their cells from column `first` on. */
void     bs_view_association_cells   (BsTable *table, guint first, const BsAssociation *const *measures, guint n,
                                      const BsTogether *together);
/* "logDice = 14 + log2 Dice (Rychlý 2008, RASLAN); …" appended. */
void     bs_view_association_note    (GString *note, const BsAssociation *const *measures, guint n);

G_END_DECLS
