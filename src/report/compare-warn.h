/* compare-warn.h: what a reviewer would raise against a comparison. */
#pragma once

#include "report/compare.h"

G_BEGIN_DECLS

/* The section of the page that a warning stands in. */
typedef enum {
  BS_COMPARE_TOPIC_UNITS,
  BS_COMPARE_TOPIC_COPIES,
  BS_COMPARE_TOPIC_SPREAD,
  BS_COMPARE_TOPIC_CLUSTERS,
  BS_COMPARE_TOPIC_LENGTH,
  BS_COMPARE_TOPIC_FORMULAS
} BsCompareTopic;

typedef struct {
  BsCompareTopic topic;
  char          *text; /* names in it are as the corpus has them */
} BsCompareWarning;

/* Few articles in a group, many without a value, unequal variances, an author or a day that dominates, articles that
 * are not independent, measures that move with length, copies kept in, one formula alone. Only what was computed is
 * judged. Free with g_array_unref. */
GArray     *bs_compare_warn (BsStore *store, const BsCompared *compared); /* of BsCompareWarning */
void        bs_compare_warning_clear (gpointer warning);
const char *bs_compare_topic_name (BsCompareTopic topic); /* "units", … */

G_END_DECLS
