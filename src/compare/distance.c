#include "compare/distance.h"

#include <math.h>

gboolean
bs_distance_moves_with_size (BsDistance kind)
{
  return kind == BS_DISTANCE_JSD || kind == BS_DISTANCE_CHI2;
}

double *
bs_word_z_scores (const BsWordCounts *c)
{
  double *z = g_new (double, MAX (1, (gsize) c->n_texts * c->n_words));

  for (guint w = 0; w < c->n_words; w++)
    {
      double mean = 0, squares = 0, sd;

      for (guint t = 0; t < c->n_texts; t++)
        {
          gsize at = (gsize) t * c->n_words + w;

          z[at] = c->counts[at] / c->sizes[t];
          mean += z[at] / c->n_texts;
        }
      for (guint t = 0; t < c->n_texts; t++)
        {
          double off = z[(gsize) t * c->n_words + w] -= mean;

          squares += off * off;
        }
      sd = sqrt (squares / (c->n_texts - 1.0));
      for (guint t = 0; t < c->n_texts; t++)
        z[(gsize) t * c->n_words + w] = sd > 1e-12 * mean ? z[(gsize) t * c->n_words + w] / sd : 0;
    }
  return z;
}

/* ---- Rows of z-scores --------------------------------------------------------------------------------------------- */

static double
manhattan (const double *a, const double *b, guint n, gboolean by_rank)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += fabs (a[i] - b[i]) * (by_rank ? (n - i) / (double) n : 1);
  return sum / n;
}

static double
cosine (const double *a, const double *b, guint n)
{
  double product = 0, length_a = 0, length_b = 0;

  for (guint i = 0; i < n; i++)
    {
      product += a[i] * b[i];
      length_a += a[i] * a[i];
      length_b += b[i] * b[i];
    }
  return 1 - product / sqrt (length_a * length_b);
}

/* ---- Rows of counts ----------------------------------------------------------------------------------------------- */

static double
sum_of (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

/* Half the sum over words of p log (p / m) + q log (q / m), where m is their mean: a word that only one has adds its p.
 */
static double
jensen_shannon (const double *a, const double *b, guint n)
{
  double all_a = sum_of (a, n), all_b = sum_of (b, n), sum = 0;

  if (all_a <= 0 || all_b <= 0)
    return NAN;
  for (guint i = 0; i < n; i++)
    {
      double p = a[i] / all_a, q = b[i] / all_b;

      if (p > 0 && q > 0)
        sum += p * log2 (2 * p / (p + q)) + q * log2 (2 * q / (p + q));
      else
        sum += p + q;
    }
  return MAX (sum / 2, 0);
}

static double
chi2_by_df (const double *a, double size_a, const double *b, double size_b, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double both = a[i] + b[i], expected_a = both * size_a / (size_a + size_b), expected_b = both - expected_a;

      if (both > 0)
        sum += (a[i] - expected_a) * (a[i] - expected_a) * (1 / expected_a + 1 / expected_b);
    }
  return n > 1 ? sum / (n - 1.0) : NAN;
}

static double
distance_of (BsDistance kind, const BsWordCounts *c, const double *rows, guint i, guint j)
{
  const double *a = rows + (gsize) i * c->n_words, *b = rows + (gsize) j * c->n_words;

  switch (kind)
    {
    case BS_DISTANCE_COSINE:
      return cosine (a, b, c->n_words);
    case BS_DISTANCE_JSD:
      return jensen_shannon (a, b, c->n_words);
    case BS_DISTANCE_CHI2:
      return chi2_by_df (a, c->sizes[i], b, c->sizes[j], c->n_words);
    default:
      return manhattan (a, b, c->n_words, kind == BS_DISTANCE_EDER);
    }
}

double *
bs_distances (BsDistance kind, const BsWordCounts *c)
{
  gboolean scored = !bs_distance_moves_with_size (kind);
  g_autofree double *z = scored ? bs_word_z_scores (c) : NULL;
  gboolean none = c->n_words == 0 || (scored && c->n_texts < 3);
  double *matrix = g_new0 (double, MAX (1, (gsize) c->n_texts * c->n_texts));

  for (guint i = 0; i < c->n_texts; i++)
    for (guint j = 0; j < i; j++)
      {
        double distance = none ? NAN : distance_of (kind, c, scored ? z : c->counts, i, j);

        matrix[(gsize) i * c->n_texts + j] = matrix[(gsize) j * c->n_texts + i] = distance;
      }
  return matrix;
}
