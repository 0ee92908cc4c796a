/* view-dispersion.h: how evenly what was looked for is spread over articles, outlets and time. */
#pragma once

#include "analysis/hits.h"
#include "store/table.h"

G_BEGIN_DECLS

/* What was looked for, and where it was found. */
typedef struct {
  const char   *query;
  const BsHits *hits;
} BsFound;

/* Rows: of every query, each outlet over its articles, then all over articles, outlets, months and years (these where
 * two or more are known). Parts without words are no parts. `outlet`: of that one alone, or NULL. */
BsTable *bs_view_dispersion (const BsFound *found, guint n_found, const char *outlet) G_GNUC_WARN_UNUSED_RESULT;

/* Rows: of every query and outlet, hits, words and rate in every year or month. Articles without so exact a date
 * are left out. */
BsTable *bs_view_dispersion_time (const BsFound *found, guint n_found, gboolean months, const char *outlet)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
