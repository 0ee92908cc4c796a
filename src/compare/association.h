/* association.h: how much two words, or the words of an n-gram, belong together.
 *
 * One table holds every measure: reports, help and tests are made from it. What a measure is given is how often the
 * words come together, how often each stands at its place, and how many places there are. NAN where the counts do not
 * give it.
 */
#pragma once

#include "compare/contingency.h"

G_BEGIN_DECLS

#define BS_ASSOCIATION_WORDS 8

/* o together; f[i] of word i; n places. 0 < o <= every f[i] <= n. For two words that is the table of four cells with
 * o11 = o, first row f[0], first column f[1]. */
typedef struct {
  double o;
  double f[BS_ASSOCIATION_WORDS];
  guint  words; /* 2 or more */
  double n;
  double dice[2]; /* what stands in place of f in Dice's formulas, where they are counted otherwise; 0: f */
} BsTogether;

typedef struct {
  const char *id;       /* "logdice" */
  const char *title;    /* "logDice" */
  gboolean    any_words; /* defined for more than two words too */
  gboolean    both_ways; /* as large for words that avoid each other */
  const char *formula;
  const char *source;
  double    (*compute) (const BsTogether *t);
} BsAssociation;

/* All of them, in the order of help. */
const BsAssociation *bs_associations (guint *n);

/* NULL where there is none of this id. */
const BsAssociation *bs_association_find (const char *id);

/* Expected count if the words did not care for each other: n Π (f[i] / n). */
double bs_association_expected (const BsTogether *t);

/* Its value; NAN for a measure of two words where there are more, and where the counts are none. */
double bs_association (const BsAssociation *measure, const BsTogether *t);

/* What a ranking by the measure goes by, the higher the better: the value, of one that is as large both ways the value
 * with a minus sign where the words come together less often than expected; -INFINITY where there is no value. */
double bs_association_score (const BsAssociation *measure, const BsTogether *t);

/* The table of four cells of two words. */
BsContingency bs_association_cells (const BsTogether *t);

G_END_DECLS
