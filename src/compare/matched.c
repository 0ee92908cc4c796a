#include "compare/matched.h"

#include <math.h>

#include "compare/exact.h"
#include "compare/rank.h"
#include "compare/tail.h"

BsTest
bs_friedman (const double *values, gsize n_blocks, guint k)
{
  g_autofree double *sums = g_new0 (double, MAX (k, 1)), *ranks = g_new (double, MAX (k, 1));
  double ties = 0, between = 0, n = (double) n_blocks, below;

  if (n_blocks < 2 || k < 2)
    return bs_test_none ();
  for (gsize block = 0; block < n_blocks; block++)
    {
      ties += bs_mid_ranks (values + block * k, k, ranks);
      for (guint g = 0; g < k; g++)
        sums[g] += ranks[g];
    }
  for (guint g = 0; g < k; g++)
    between += pow (sums[g] - n * (k + 1) / 2, 2);
  below = n * k * (k + 1.0) - ties / (k - 1);
  return below > 0 ? bs_test_chi2 (12 * between / below, k - 1) : bs_test_none ();
}

double
bs_kendall_w (double chi_squared, gsize n_blocks, guint k)
{
  return n_blocks < 2 || k < 2 ? NAN : chi_squared / ((double) n_blocks * (k - 1));
}

/* ---- Signed ranks ------------------------------------------------------------------------------------------------- */

typedef struct {
  double positive, negative; /* rank sums */
  double ties;
  gsize n; /* differences other than 0 */
} SignedRanks;

static SignedRanks
signed_ranks (const double *a, const double *b, gsize n)
{
  g_autofree double *sizes = g_new (double, MAX (n, 1)), *ranks = g_new (double, MAX (n, 1));
  SignedRanks signs = { 0 };
  gsize at = 0;

  for (gsize i = 0; i < n; i++)
    if (a[i] != b[i])
      sizes[signs.n++] = fabs (a[i] - b[i]);
  signs.ties = bs_mid_ranks (sizes, signs.n, ranks);
  for (gsize i = 0; i < n; i++)
    {
      if (a[i] > b[i])
        signs.positive += ranks[at++];
      else if (a[i] < b[i])
        signs.negative += ranks[at++];
    }
  return signs;
}

BsTest
bs_wilcoxon_signed (const double *a, const double *b, gsize n)
{
  SignedRanks signs = signed_ranks (a, b, n);
  double v = signs.positive, most = signs.positive + signs.negative, held = (double) signs.n;
  double off = fabs (v - most / 2), spread;

  if (signs.n == 0)
    return bs_test_none ();
  if (n < BS_EXACT_BELOW && signs.n == n && signs.ties == 0)
    {
      guint n_values;
      g_autofree double *cumulative = bs_exact_signed_rank ((guint) n, &n_values);

      return bs_test_exact (v, bs_exact_p (cumulative, v, most));
    }
  spread = sqrt (held * (held + 1) * (2 * held + 1) / 24 - signs.ties / 48);
  return spread > 0 ? bs_test_normal (v, off == 0 ? 0 : (off - 0.5) / spread) : bs_test_none ();
}

double
bs_rank_biserial (const double *a, const double *b, gsize n)
{
  SignedRanks signs = signed_ranks (a, b, n);

  return signs.n == 0 ? NAN : (signs.positive - signs.negative) / (signs.positive + signs.negative);
}
