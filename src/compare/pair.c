#include "compare/pair.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/gsl.h"
#include "compare/dominance.h"
#include "compare/exact.h"
#include "compare/rank.h"
#include "compare/tail.h"

/* ---- By ranks ----------------------------------------------------------------------------------------------------- */

BsTest
bs_mann_whitney (BsSample a, BsSample b)
{
  BsDominance dominance = bs_dominance (a, b);
  double u = bs_dominance_u (&dominance), most = (double) a.n * (double) b.n, off = fabs (u - most / 2), spread;

  if (a.n == 0 || b.n == 0)
    return bs_test_none ();
  if (bs_dominance_exact (&dominance, a.n, b.n))
    {
      guint n_values;
      g_autofree double *cumulative = bs_exact_mann_whitney ((guint) a.n, (guint) b.n, &n_values);

      return bs_test_exact (u, bs_exact_p (cumulative, u, most));
    }
  spread = bs_dominance_spread (&dominance, a.n, b.n);
  return spread > 0 ? bs_test_normal (u, off == 0 ? 0 : (off - 0.5) / spread) : bs_test_none ();
}

void
bs_dunn (const BsSample *groups, guint k, BsTest *tests)
{
  g_autofree double *mean_ranks = g_new (double, MAX (k, 1));
  gsize n_values;
  double ties = bs_mean_ranks (groups, k, mean_ranks, &n_values), n = (double) n_values;
  double variance = n * (n + 1) / 12 - ties / (12 * (n - 1));

  for (guint i = 0; i < k; i++)
    for (guint j = i + 1; j < k; j++)
      {
        double spread = sqrt (variance * (1 / (double) groups[i].n + 1 / (double) groups[j].n));
        double z = (mean_ranks[i] - mean_ranks[j]) / spread;

        *tests++ = spread > 0 && isfinite (spread) ? bs_test_normal (z, z) : bs_test_none ();
      }
}

/* ---- By means ----------------------------------------------------------------------------------------------------- */

typedef struct {
  double difference, error, df;
} Welch;

static Welch
welch (BsSample a, BsSample b)
{
  double mean_a = bs_sample_mean (a), mean_b = bs_sample_mean (b);
  double of_a = bs_sample_variance (a, mean_a) / (double) a.n, of_b = bs_sample_variance (b, mean_b) / (double) b.n;
  double sum = of_a + of_b;

  return (Welch){ mean_a - mean_b, sqrt (sum),
                  sum * sum / (of_a * of_a / (double) (a.n - 1) + of_b * of_b / (double) (b.n - 1)) };
}

BsTest
bs_welch_t (BsSample a, BsSample b)
{
  Welch means = welch (a, b);

  if (!(means.error > 0 && isfinite (means.error)))
    return bs_test_none ();
  return bs_test_t (means.difference / means.error, means.df);
}

BsEstimate
bs_mean_difference (BsSample a, BsSample b)
{
  Welch means = welch (a, b);
  double half = NAN;

  bs_gsl_quiet ();
  if (means.error > 0 && isfinite (means.error))
    half = gsl_cdf_tdist_Pinv (0.975, means.df) * means.error;
  return (BsEstimate){ means.difference, means.difference - half, means.difference + half };
}
