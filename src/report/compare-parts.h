/* compare-parts.h: one measure at work; for the files of the comparison alone. */
#pragma once

#include "report/compare.h"

G_BEGIN_DECLS

typedef struct {
  const BsCompareData *data;
  guint         measure;
  guint         k;       /* groups */
  char         *id;      /* of the measure */
  const double *values;  /* by row */
  BsSample     *samples; /* by group: the values of articles that count, sorted */
  gboolean     *tested;  /* by group */
  double       *room;    /* of the samples */
} BsCompareWork;

void bs_compare_work_init  (BsCompareWork *work, const BsCompareData *data, guint measure);
void bs_compare_work_clear (BsCompareWork *work);

/* The stream of random numbers for `what` of group `name`. */
void bs_compare_random (const BsCompareWork *work, BsRandom *random, const char *what, const char *name);

/* Whether options.against lets the pair be compared. */
gboolean bs_compare_wanted (const BsCompareData *data, guint a, guint b);

/* Fill their parts of the result, with NAN where they were not asked for. */
void bs_compare_lengths  (const BsCompareWork *work, BsCompareMeasure *result);
void bs_compare_clusters (const BsCompareWork *work, BsCompareMeasure *result);
void bs_compare_matched  (const BsCompareWork *work, BsCompareMeasure *result);

G_END_DECLS
