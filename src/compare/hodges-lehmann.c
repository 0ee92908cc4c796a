#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "compare/dominance.h"
#include "compare/exact.h"
#include "compare/pair.h"
#include "compare/select.h"

#define Z_95 1.959963984540054

#define N_CHAINS 4 /* walks at once: as many as hide the time one step waits for the last */

/* Both with one more value behind, infinite, so that a walk needs no look at the ends. */
typedef struct {
  double *a, *b;
  gsize m, n;
} Differences;

static guint64
count_around (gconstpointer data, double at, double *under, double *over)
{
  const Differences *of = data;
  double most_under = -INFINITY, least_over = INFINITY;
  guint64 count = 0;
  gsize i = 0;

  for (gsize j = 0; j < of->n; j++)
    {
      while (i < of->m && of->a[i] - of->b[j] <= at)
        i++;
      count += i;
      if (i > 0)
        most_under = MAX (most_under, of->a[i - 1] - of->b[j]);
      if (i < of->m)
        least_over = MIN (least_over, of->a[i] - of->b[j]);
    }
  *under = count > 0 ? most_under : *under;
  *over = count < (guint64) of->m * of->n ? least_over : *over;
  return count;
}

/* How many values of a the walk along the border has passed after so many steps. */
static gsize
passed_after (const Differences *of, double at, gsize steps)
{
  gsize low = steps > of->n ? steps - of->n : 0, high = MIN (steps, of->m);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (of->a[middle] - of->b[steps - 1 - middle] <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The border is walked in parts side by side and without a branch: where it turns cannot be foretold. */
static guint64
count (gconstpointer data, double at)
{
  const Differences *of = data;
  gsize length = (of->m + of->n) / N_CHAINS, i[N_CHAINS + 1];
  guint64 all = 0;

  for (guint chain = 0; chain <= N_CHAINS; chain++)
    i[chain] = passed_after (of, at, chain * length);
  for (gsize step = 0; step < length; step++)
    for (guint chain = 0; chain < N_CHAINS; chain++)
      {
        gboolean passes = of->a[i[chain]] - of->b[chain * length + step - i[chain]] <= at;

        all += i[chain] & ((gsize) passes - 1);
        i[chain] += (gsize) passes;
      }
  for (gsize step = N_CHAINS * length; step < of->m + of->n; step++)
    {
      gboolean passes = of->a[i[N_CHAINS]] - of->b[step - i[N_CHAINS]] <= at;

      all += i[N_CHAINS] & ((gsize) passes - 1);
      i[N_CHAINS] += (gsize) passes;
    }
  return all;
}

static gsize
list (gconstpointer data, double low, double high, double *into)
{
  const Differences *of = data;
  gsize first = 0, n = 0;

  for (gsize j = 0; j < of->n; j++)
    {
      while (first < of->m && of->a[first] - of->b[j] < low)
        first++;
      for (gsize i = first; i < of->m && of->a[i] - of->b[j] <= high; i++)
        into[n++] = of->a[i] - of->b[j];
    }
  return n;
}

/* Where the middle and the bounds are to be expected. */
static void
guess (BsSelection *selection, BsSample a, BsSample b)
{
  double middle = bs_median (a.values, a.n) - bs_median (b.values, b.n);
  double width = bs_quantile (a.values, a.n, 0.75) - bs_quantile (a.values, a.n, 0.25)
                 + bs_quantile (b.values, b.n, 0.75) - bs_quantile (b.values, b.n, 0.25);
  double step = 0.8 * width * sqrt (1 / (double) a.n + 1 / (double) b.n);

  bs_select_try (selection, middle - step);
  bs_select_try (selection, middle);
  bs_select_try (selection, middle + step);
}

/* The rank of the lower bound among the differences, 0 if there is none. The test refuses a shift d where
 * |differences above d - m n / 2| - 1/2 >= z times the spread of U. */
static guint64
bound_rank (BsSample a, BsSample b)
{
  BsDominance dominance = bs_dominance (a, b);
  double most = (double) a.n * (double) b.n, spread = bs_dominance_spread (&dominance, a.n, b.n), below;

  if (bs_dominance_exact (&dominance, a.n, b.n))
    {
      guint n_values;
      g_autofree double *cumulative = bs_exact_mann_whitney ((guint) a.n, (guint) b.n, &n_values);

      return bs_exact_bound (cumulative, n_values);
    }
  below = most / 2 - Z_95 * spread - 0.5;
  return !(spread > 0) || below < 0 ? 0 : (guint64) below + 1;
}

static double *
with_infinity (BsSample sample)
{
  double *values = g_new (double, sample.n + 1);

  memcpy (values, sample.values, sample.n * sizeof *values);
  values[sample.n] = INFINITY;
  return values;
}

BsEstimate
bs_hodges_lehmann (BsSample a, BsSample b)
{
  g_autofree double *of_a = NULL, *of_b = NULL;
  Differences differences;
  BsUnlisted unlisted = { .data = &differences, .count_around = count_around, .count = count, .list = list };
  BsSelection selection = { .of = &unlisted };
  BsEstimate shift = { NAN, NAN, NAN };
  guint64 rank;

  if (a.n == 0 || b.n == 0)
    return shift;
  of_a = with_infinity (a);
  of_b = with_infinity (b);
  differences = (Differences){ of_a, of_b, a.n, b.n };
  unlisted.n = (guint64) a.n * b.n;
  unlisted.least = of_a[0] - of_b[b.n - 1];
  unlisted.most = of_a[a.n - 1] - of_b[0];
  unlisted.room = MAX ((a.n + b.n) / 4, 64);
  guess (&selection, a, b);
  shift.estimate = bs_select_median (&selection);
  rank = bound_rank (a, b);
  if (rank > 0)
    {
      shift.low = bs_select (&selection, rank);
      shift.high = bs_select (&selection, unlisted.n + 1 - rank);
    }
  return shift;
}
