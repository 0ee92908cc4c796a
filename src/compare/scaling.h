/* scaling.h: outlets as points on a map. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points in few dimensions, by rows. An axis may be turned round without harm; the one that makes its farthest point
 * (of equally far ones the first) positive is taken, so that a map comes out the same everywhere. Axes without any
 * spread are 0. */
typedef struct {
  double *points;   /* n × dimensions */
  double *share;    /* by axis: of the spread of all axes, 0 to 1; NAN where there is none */
  double *loadings; /* of components: n_columns × dimensions; else NULL */
  guint   n, dimensions;
} BsScaling;

void bs_scaling_free (BsScaling *scaling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsScaling, bs_scaling_free)

/* Torgerson 1952 (Psychometrika 17): the points whose distances are nearest to those of a symmetric, finite matrix.
 * What distances no points can have (negative eigenvalues) counts by its size among the spread. R: cmdscale(eig =
 * TRUE), share: eig / sum(abs(eig)). */
BsScaling *bs_classical_scaling     (const double *matrix, guint n, guint dimensions);

/* Principal components of n rows of n_columns numbers, columns centred but not scaled. R: prcomp(), points: $x,
 * loadings: $rotation, share: summary()'s proportion of variance. */
BsScaling *bs_principal_components  (const double *rows, guint n, guint n_columns, guint dimensions);

G_END_DECLS
