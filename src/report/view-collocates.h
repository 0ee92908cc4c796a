/* view-collocates.h: the words around a query as a table. */
#pragma once

#include "analysis/collocates.h"
#include "compare/association.h"
#include "store/table.h"

G_BEGIN_DECLS

typedef struct {
  const char *query;          /* for the title */
  guint       n;              /* rows of each outlet; 0: all */
  guint64     least;          /* times near */
  guint64     least_articles;
  gboolean    content;        /* without function words, numbers and single letters */
  const BsAssociation *const *measures;
  guint       n_measures;
  const BsAssociation *sort;  /* downwards; NULL: by how often they stand near */
} BsCollocatesOptions;

/* Outlet, rank, word, times near, left, right, articles, times in all, expected, the measures, p of G² and the same
 * corrected by Benjamini and Hochberg over all words of the outlet that pass least, least_articles and content. NULL
 * with `error` set where the store cannot be read. */
BsTable *bs_view_collocates (BsStore *store, const BsCollocates *collocates, const BsWindow *window,
                             const BsCollocatesOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;


G_END_DECLS
