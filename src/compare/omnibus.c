#include "compare/omnibus.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/gsl.h"
#include "base/quantile.h"
#include "compare/rank.h"
#include "compare/tail.h"

#define LEAST_VALUES 3

static guint
groups_with_values (const BsSample *groups, guint k)
{
  guint held = 0;

  for (guint g = 0; g < k; g++)
    held += groups[g].n > 0;
  return held;
}

static gsize
all_values (const BsSample *groups, guint k)
{
  gsize n = 0;

  for (guint g = 0; g < k; g++)
    n += groups[g].n;
  return n;
}

static gboolean
has_answer (const BsSample *groups, guint k)
{
  return groups_with_values (groups, k) >= 2 && all_values (groups, k) >= LEAST_VALUES;
}

/* ---- By ranks ----------------------------------------------------------------------------------------------------- */

BsTest
bs_kruskal_wallis (const BsSample *groups, guint k)
{
  g_autofree double *mean_ranks = g_new (double, MAX (k, 1));
  double ties, n, h = 0;
  gsize n_values;

  if (!has_answer (groups, k))
    return bs_test_none ();
  ties = bs_mean_ranks (groups, k, mean_ranks, &n_values);
  n = (double) n_values;
  for (guint g = 0; g < k; g++)
    if (groups[g].n > 0)
      h += (double) groups[g].n * pow (mean_ranks[g] - (n + 1) / 2, 2);
  h *= 12 / (n * (n + 1)) / (1 - ties / (n * n * n - n));
  return bs_test_chi2 (h, groups_with_values (groups, k) - 1);
}

double
bs_epsilon_squared (double h, gsize n)
{
  return n < 2 ? NAN : h / (double) (n - 1);
}

/* How far each value is from the median of its group. */
static double *
deviations (const BsSample *groups, guint k, gsize *n)
{
  double *all = bs_pool (groups, k, n), *of_group = all;

  for (guint g = 0; g < k; g++)
    {
      gsize n_group = groups[g].n;
      g_autofree double *sorted = g_memdup2 (of_group, n_group * sizeof *sorted);
      double median;

      bs_sort_doubles (sorted, n_group);
      median = bs_median (sorted, n_group);
      for (gsize i = 0; i < n_group; i++)
        of_group[i] = fabs (of_group[i] - median);
      of_group += n_group;
    }
  return all;
}

BsTest
bs_fligner_killeen (const BsSample *groups, guint k)
{
  gsize n;
  g_autofree double *scores = deviations (groups, k, &n);
  const double *of_group = scores;
  double mean, variance, between = 0;

  if (!has_answer (groups, k))
    return bs_test_none ();
  bs_gsl_quiet ();
  bs_mid_ranks (scores, n, scores);
  for (gsize i = 0; i < n; i++)
    scores[i] = gsl_cdf_ugaussian_Pinv ((1 + scores[i] / (double) (n + 1)) / 2);
  mean = bs_sample_mean ((BsSample){ scores, n });
  variance = bs_sample_variance ((BsSample){ scores, n }, mean);
  for (guint g = 0; g < k; of_group += groups[g++].n)
    if (groups[g].n > 0)
      between += (double) groups[g].n * pow (bs_sample_mean ((BsSample){ of_group, groups[g].n }) - mean, 2);
  return variance > 0 ? bs_test_chi2 (between / variance, groups_with_values (groups, k) - 1) : bs_test_none ();
}

/* ---- By means ----------------------------------------------------------------------------------------------------- */

BsTest
bs_welch_anova (const BsSample *groups, guint k)
{
  g_autofree double *weights = g_new0 (double, MAX (k, 1)), *means = g_new0 (double, MAX (k, 1));
  double held = groups_with_values (groups, k), sum = 0, centre = 0, between = 0, lack = 0;

  if (!has_answer (groups, k))
    return bs_test_none ();
  for (guint g = 0; g < k; g++)
    {
      if (groups[g].n == 0)
        continue;
      means[g] = bs_sample_mean (groups[g]);
      weights[g] = (double) groups[g].n / bs_sample_variance (groups[g], means[g]);
      if (!isfinite (weights[g]))
        return bs_test_none ();
      sum += weights[g];
      centre += weights[g] * means[g];
    }
  centre /= sum;
  for (guint g = 0; g < k; g++)
    if (groups[g].n > 0)
      {
        between += weights[g] * pow (means[g] - centre, 2);
        lack += pow (1 - weights[g] / sum, 2) / (double) (groups[g].n - 1);
      }
  lack /= held * held - 1;
  return bs_test_f (between / ((held - 1) * (1 + 2 * (held - 2) * lack)), held - 1, 1 / (3 * lack));
}

double
bs_omega_squared (double f, guint k, gsize n)
{
  double over = (k - 1.0) * (f - 1);

  return isnan (f) || k < 2 ? NAN : MAX (over / (over + (double) n), 0);
}

typedef struct {
  double between, within; /* sums of squares */
  double groups, values;  /* how many */
  double mean_size;       /* of the groups, corrected for unequal sizes */
} Squares;

static Squares
squares_of (const BsSample *groups, guint k)
{
  gsize n;
  g_autofree double *pool = bs_pool (groups, k, &n);
  double centre = bs_sample_mean ((BsSample){ pool, n }), squared_sizes = 0;
  Squares squares = { .groups = groups_with_values (groups, k), .values = (double) n };

  for (guint g = 0; g < k; g++)
    {
      double size = (double) groups[g].n, mean = bs_sample_mean (groups[g]);

      if (groups[g].n == 0)
        continue;
      squares.between += size * pow (mean - centre, 2);
      squares.within += bs_sample_deviance (groups[g], mean);
      squared_sizes += size * size;
    }
  squares.mean_size = (squares.values - squared_sizes / squares.values) / (squares.groups - 1);
  return squares;
}

BsTest
bs_anova (const BsSample *groups, guint k)
{
  Squares squares = squares_of (groups, k);
  double df1 = squares.groups - 1, df2 = squares.values - squares.groups;

  if (!has_answer (groups, k) || df2 < 1 || squares.within <= 0)
    return bs_test_none ();
  return bs_test_f (squares.between / df1 / (squares.within / df2), df1, df2);
}

double
bs_eta_squared (const BsSample *groups, guint k)
{
  Squares squares = squares_of (groups, k);
  double total = squares.between + squares.within;

  return has_answer (groups, k) && total > 0 ? squares.between / total : NAN;
}

double
bs_icc (const BsSample *groups, guint k)
{
  Squares squares = squares_of (groups, k);
  double between = squares.between / (squares.groups - 1);
  double within = squares.within / (squares.values - squares.groups);
  double whole = between + (squares.mean_size - 1) * within;

  return has_answer (groups, k) && squares.values > squares.groups && whole > 0 ? (between - within) / whole : NAN;
}
