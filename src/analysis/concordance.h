/* concordance.h: where something stands in the running text of a store's articles, with what stands around it (KWIC). */
#pragma once

#include "analysis/expression.h"
#include "analysis/walk.h"
#include "segment/query.h"

G_BEGIN_DECLS

/* What is looked for: one of both. */
typedef struct {
  const BsQuery *query;
  BsExpression *expression; /* over the cleaned text */
  guint          width;   /* columns of a terminal on each side */
  gboolean       sentence; /* the whole sentence instead */
  gboolean       count;    /* only how many */
} BsConcordance;

/* Bytes of a text. */
typedef struct {
  guint32 start, length;
} BsSpot;

/* One hit as it is shown. Line ends in the context are blanks. */
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
  GArray  *places;               /* of BsSpot: the hits; none where only counted */
  GString *text;                 /* that they stand in: contexts overlap, and may be a thousand times as long in all */
  GArray  *words;                /* of BsSpot: those of the text */
  GArray  *sentences;            /* of BsSentence, likewise */
  guint    width;                /* as asked for … */
  gboolean whole_sentence;       /* … or this instead */
  gboolean given_up;             /* the expression took too many steps: no further hits were looked for */
  gboolean too_long;             /* it took too long: the search ends here, and nobody is given this */
} BsFound;

/* The line of the hit with this number. Clear it. */
BsConcordanceLine bs_found_line (const BsFound *found, guint i);
void  bs_concordance_line_clear (BsConcordanceLine *line);

/* Bytes that a string takes as glibc's malloc() hands them out, short ones several times their length; 0: NULL. And
 * those of all strings of a line. */
gsize bs_string_size           (const char *string);
gsize bs_concordance_line_size (const BsConcordanceLine *line);

void bs_found_free (BsFound *found);

/* Calls `take` with what is found in each article that holds any, in the order of the stream; it owns it and returns
 * FALSE to end. Articles whose stored words say that nothing stands there are not read; the summary has no account of
 * them. BS_ERROR_LIMIT where an expression takes longer than its ceiling. */
typedef gboolean (*BsFoundTake) (gpointer data, BsFound *found, GError **error);
gboolean bs_concordance (BsStore *store, const BsConcordance *what, const BsWalkOptions *options, BsFoundTake take,
                         gpointer data, BsWalkSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
