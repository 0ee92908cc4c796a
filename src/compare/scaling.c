#include "compare/scaling.h"

#include <gsl/gsl_eigen.h>
#include <math.h>

#include "base/gsl.h"

void
bs_scaling_free (BsScaling *scaling)
{
  if (scaling == NULL)
    return;
  g_free (scaling->points);
  g_free (scaling->share);
  g_free (scaling->loadings);
  g_free (scaling);
}

/* Which way round an axis goes. */
static double
sign_of (const gsl_vector *axis)
{
  gsize farthest = 0;

  /* Two points that are as far but for rounding must not take turns: a later one has to be farther by more than that.
   */
  for (gsize i = 1; i < axis->size; i++)
    if (fabs (gsl_vector_get (axis, i)) > fabs (gsl_vector_get (axis, farthest)) * (1 + 1e-9))
      farthest = i;
  return gsl_vector_get (axis, farthest) < 0 ? -1 : 1;
}

/* The points whose products are those of `products` (n × n, symmetric, overwritten), along its longest axes. */
static BsScaling *
points_of (double *products, guint n, guint dimensions)
{
  BsScaling *scaling = g_new0 (BsScaling, 1);
  gsl_matrix_view view = gsl_matrix_view_array (products, n, n);
  gsl_vector *values = gsl_vector_alloc (n);
  gsl_matrix *axes = gsl_matrix_alloc (n, n);
  gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc (n);
  double spread = 0;

  bs_gsl_quiet ();
  scaling->n = n;
  scaling->dimensions = dimensions;
  scaling->points = g_new0 (double, (gsize) n * dimensions);
  scaling->share = g_new (double, dimensions);
  gsl_eigen_symmv (&view.matrix, values, axes, work);
  gsl_eigen_symmv_sort (values, axes, GSL_EIGEN_SORT_VAL_DESC);
  for (guint i = 0; i < n; i++)
    spread += fabs (gsl_vector_get (values, i));
  for (guint d = 0; d < dimensions; d++)
    {
      double value = d < n ? MAX (gsl_vector_get (values, d), 0) : 0;

      if (value <= 1e-12 * spread)
        value = 0;
      scaling->share[d] = spread > 0 ? value / spread : NAN;
      if (value > 0)
        {
          gsl_vector_view axis = gsl_matrix_column (axes, d);
          double length = sign_of (&axis.vector) * sqrt (value);

          for (guint i = 0; i < n; i++)
            scaling->points[(gsize) i * dimensions + d] = length * gsl_vector_get (&axis.vector, i);
        }
    }
  gsl_eigen_symmv_free (work);
  gsl_matrix_free (axes);
  gsl_vector_free (values);
  return scaling;
}

BsScaling *
bs_classical_scaling (const double *matrix, guint n, guint dimensions)
{
  g_autofree double *products = g_new (double, MAX (1, (gsize) n * n));
  g_autofree double *mean = g_new0 (double, MAX (1, n));
  double all = 0;

  g_return_val_if_fail (n > 0 && dimensions > 0, NULL);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      mean[i] += matrix[(gsize) i * n + j] * matrix[(gsize) i * n + j] / n;
  for (guint i = 0; i < n; i++)
    all += mean[i] / n;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      products[(gsize) i * n + j]
          = -(matrix[(gsize) i * n + j] * matrix[(gsize) i * n + j] - mean[i] - mean[j] + all) / 2;
  return points_of (products, n, dimensions);
}

static double *
centred (const double *rows, guint n, guint n_columns)
{
  double *off = g_new (double, MAX (1, (gsize) n * n_columns));

  for (guint c = 0; c < n_columns; c++)
    {
      double mean = 0;

      for (guint i = 0; i < n; i++)
        mean += rows[(gsize) i * n_columns + c] / n;
      for (guint i = 0; i < n; i++)
        off[(gsize) i * n_columns + c] = rows[(gsize) i * n_columns + c] - mean;
    }
  return off;
}

/* A column's loading on an axis is its product with the points, by the axis's squared length. */
static double *
loadings_of (const BsScaling *scaling, const double *off, guint n_columns)
{
  double *loadings = g_new0 (double, MAX (1, (gsize) n_columns * scaling->dimensions));

  for (guint d = 0; d < scaling->dimensions; d++)
    {
      double length = 0;

      for (guint i = 0; i < scaling->n; i++)
        length += pow (scaling->points[(gsize) i * scaling->dimensions + d], 2);
      for (guint i = 0; length > 0 && i < scaling->n; i++)
        for (guint c = 0; c < n_columns; c++)
          loadings[(gsize) c * scaling->dimensions + d]
              += off[(gsize) i * n_columns + c] * scaling->points[(gsize) i * scaling->dimensions + d] / sqrt (length);
      for (guint c = 0; length > 0 && c < n_columns; c++)
        loadings[(gsize) c * scaling->dimensions + d] /= sqrt (length);
    }
  return loadings;
}

BsScaling *
bs_principal_components (const double *rows, guint n, guint n_columns, guint dimensions)
{
  g_autofree double *off = centred (rows, n, n_columns);
  g_autofree double *products = g_new (double, MAX (1, (gsize) n * n));
  BsScaling *scaling;

  g_return_val_if_fail (n > 0 && dimensions > 0, NULL);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j <= i; j++)
      {
        double product = 0;

        for (guint c = 0; c < n_columns; c++)
          product += off[(gsize) i * n_columns + c] * off[(gsize) j * n_columns + c];
        products[(gsize) i * n + j] = products[(gsize) j * n + i] = product;
      }
  scaling = points_of (products, n, dimensions);
  scaling->loadings = loadings_of (scaling, off, n_columns);
  return scaling;
}
