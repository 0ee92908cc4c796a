/* concordance.h: where something stands in the running text of a store's articles, with what stands around it (KWIC). */
#pragma once

#include "analysis/walk.h"
#include "segment/query.h"

G_BEGIN_DECLS

/* What is looked for: one of both. */
typedef struct {
  const BsQuery *query;
  const GRegex  *regex;   /* over the cleaned text, as bs_concordance_regex() makes it */
  guint          width;   /* columns of a terminal on each side */
  gboolean       sentence; /* the whole sentence instead */
  gboolean       count;    /* only how many */
} BsConcordance;

/* Compiles a regular expression with limits on matching, so that none can hang: in a text in which it goes over them,
 * no more hits are found, and that is said (BsFound.given_up). BS_ERROR_USAGE where it is none, BS_ERROR_LIMIT where
 * it is longer than its ceiling. */
GRegex *bs_concordance_regex (const char *pattern, gboolean as_written, const BsCeilings *ceilings,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One hit. Line ends in the context are blanks. */
typedef struct {
  char   *left, *hit, *right;
  char   *before[3], *behind[3]; /* the folded words next to it, the nearest first, in its sentence; NULL: none */
  guint32 sentence;              /* number in the article, from 1 */
  guint32 word;                  /* number of its first word in the article, from 1 */
} BsConcordanceLine;

/* The hits of one article. */
typedef struct {
  char    *outlet, *id, *day;    /* day: NULL: no date */
  guint64  hits;
  GArray  *lines;                /* of BsConcordanceLine, one a hit; none where only counted */
  gboolean given_up;
} BsFound;

void bs_concordance_line_clear (BsConcordanceLine *line);
void bs_found_free (BsFound *found);

/* Calls `take` with what is found in each article that holds any, in the order of the stream; it owns it and returns
 * FALSE to end. Articles whose stored words say that nothing stands there are not read; the summary has no account of
 * them. */
typedef gboolean (*BsFoundTake) (gpointer data, BsFound *found, GError **error);
gboolean bs_concordance (BsStore *store, const BsConcordance *what, const BsWalkOptions *options, BsFoundTake take,
                         gpointer data, BsWalkSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
