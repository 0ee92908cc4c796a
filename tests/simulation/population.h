/* population.h: the populations that the simulation draws from, and the truth about each. */
#pragma once

#include "base/random.h"

G_BEGIN_DECLS

#define POPULATION_GRID 0.2 /* the rounded gamma's: a tenth of its standard deviation */

typedef enum {
  POPULATION_NORMAL,
  POPULATION_LOGNORMAL, /* skewness 2 */
  POPULATION_GAMMA,     /* skewness 1 */
  POPULATION_T,         /* Student's on 5 degrees of freedom */
  POPULATION_ROUNDED,   /* the gamma on a grid: ties as no measure has them that is not a count */
  N_POPULATIONS
} Population;

typedef struct {
  double mean, sd, median, trimmed_mean, iqr;
  double q05, q25, q75, q95;
} Truth;

const char *population_name  (Population population);
double      population_draw  (Population population, BsRandom *random);
Truth       population_truth (Population population);

/* P(a > b) - P(a < b) where a is of the population and moved up by `shift`, b of the population; on the grid where the
 * population is. */
double      population_delta (Population population, double shift);

G_END_DECLS
