/* experiment.h: what is simulated: intervals of one group, of two, of clusters, and false alarms among many groups.
 *
 * An experiment is run many times on fresh samples; each run says of every figure whether its interval held the truth.
 * Run r of an experiment draws from a stream of its own, so that the order of the runs means nothing.
 */
#pragma once

#include "population.h"

G_BEGIN_DECLS

#define EXPERIMENT_FIGURES 10

typedef enum { MISSED, HELD, NO_INTERVAL } Outcome;

typedef struct _Experiment Experiment;

struct _Experiment {
  const char *family;                       /* "one group" */
  const char *figures[EXPERIMENT_FIGURES];  /* NULL-ended where fewer */
  Population  population;
  guint       n;                            /* articles, or clusters */
  guint       other_n;                      /* of the second group; or the size of a cluster */
  double      strength;                     /* shift in standard deviations; or the intraclass correlation */
  guint       runs;
  void      (*held) (const Experiment *experiment, const void *truth, BsRandom *random, Outcome *held);
  void     *(*truth) (const Experiment *experiment);
  double      least[EXPERIMENT_FIGURES];    /* the share of runs in which it must hold; 0: whatever it is */
  double      most[EXPERIMENT_FIGURES];     /* 0: as least */
};

/* All of them, in the order of the table. `scale` multiplies the runs. Free with g_array_unref. */
GArray *experiments (double scale);

G_END_DECLS
