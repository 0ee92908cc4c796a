/* collocates.h: the words around what was asked for, by outlet, counted from the sources. */
#pragma once

#include "analysis/term-ids.h"
#include "analysis/walk.h"
#include "count/window.h"

G_BEGIN_DECLS

/* What an outlet, or the whole corpus, has of the query. */
typedef struct {
  char   *name;
  guint64 hits;
  guint64 articles; /* that hold it */
  guint64 around;   /* running words in its windows */
  guint64 inside;   /* running words of the hits themselves */
} BsCollocateOutlet;

/* One word near it. */
typedef struct {
  guint32 term;     /* number in the store */
  guint   outlet;   /* index */
  guint64 left, right;
  guint64 inside;   /* as a word of a hit */
  guint64 articles; /* where it stands near */
} BsCollocate;

typedef struct {
  gboolean whole;
  BsTerms *terms;     /* of the store */
  GArray *outlets;    /* of BsCollocateOutlet, by name; one, "(all)", where the whole was asked for */
  GArray *collocates; /* of BsCollocate, by outlet and term; those with neither left nor right are left out */
} BsCollocates;

/* Walks the articles that count. `whole`: all outlets together. Errors as bs_walk(). */
BsCollocates *bs_collocates_count (BsStore *store, const BsWalkOptions *options, const BsQuery *query,
                                   const BsWindow *window, gboolean whole, BsWalkSummary *summary, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void          bs_collocates_free  (BsCollocates *collocates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCollocates, bs_collocates_free)

G_END_DECLS
