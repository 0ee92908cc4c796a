/* derived.h: which measures of an article the view `articles` works out from its counts, and which are kept in its row.
 *
 * A measure has no value where the article is of another language or too short, or has no words at all. These rules are
 * measure/measure.h's; what comes out for an article is kept in its row as the bits of the column `admits`, so that the
 * view need not know them.
 */
#pragma once

#include "measure/measure.h"

G_BEGIN_DECLS

/* By place in bs_measures_of_articles(): SQL over the columns of `article_rows`, or NULL for a measure that is kept. */
const char  *bs_derived_sql (guint measure);

/* Whether a column of this name holds a measure. */
gboolean     bs_derived_is_measure (const char *column);

/* Places in bs_measures_of_articles() of those that are kept, ascending. */
const guint *bs_derived_kept (guint *n);

/* By place in bs_measures_of_articles(): whether an article that is put into the store must bring the measure along: it
 * is kept, or a headline, whose values are gathered (store/value-gather.h). */
const gboolean *bs_derived_wanted (void);

/* What an article's language allows, worked out once for articles of the same. Begin with { 0 }. */
typedef struct {
  char     language[16];
  gboolean known;
  gint64   bits;
} BsAdmission;

/* The column `admits`: bits, which belong to the schema. */
gint64       bs_derived_admits (BsAdmission *admission, const char *language, gboolean least_lengths,
                                const BsCounts *counts);

G_END_DECLS
