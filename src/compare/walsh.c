#include <math.h>

#include "base/quantile.h"
#include "compare/exact.h"
#include "compare/matched.h"
#include "compare/rank.h"
#include "compare/select.h"

#define Z_95 1.959963984540054

typedef struct {
  const double *values; /* sorted */
  gsize n;
} Averages;

static double
average (const Averages *of, gsize i, gsize j)
{
  return of->values[i] / 2 + of->values[j] / 2;
}

static guint64
count_averages (gconstpointer data, double at, double *under, double *over)
{
  const Averages *of = data;
  double most_under = -INFINITY, least_over = INFINITY;
  guint64 count = 0;

  for (gsize i = 0, end = of->n; i < of->n; i++)
    {
      while (end > i && average (of, i, end - 1) > at)
        end--;
      if (end > i)
        {
          count += end - i;
          most_under = MAX (most_under, average (of, i, end - 1));
        }
      if (MAX (end, i) < of->n)
        least_over = MIN (least_over, average (of, i, MAX (end, i)));
    }
  *under = count > 0 ? most_under : *under;
  *over = least_over < INFINITY ? least_over : *over;
  return count;
}

static gsize
list_averages (gconstpointer data, double low, double high, double *into)
{
  const Averages *of = data;
  gsize n = 0;

  for (gsize i = 0, end = of->n; i < of->n; i++)
    {
      while (end > i && average (of, i, end - 1) > high)
        end--;
      for (gsize j = end; j > i && average (of, i, j - 1) >= low; j--)
        into[n++] = average (of, i, j - 1);
    }
  return n;
}

/* The rank of the lower bound among the averages, 0 if there is none; all averages above d sum up to V of a - b - d. */
static guint64
bound_rank (const double *differences, gsize n)
{
  g_autofree double *sizes = g_new (double, n), *ranks = g_new (double, n);
  double held = (double) n, ties, below;
  gsize n_zeros = 0;

  for (gsize i = 0; i < n; i++)
    {
      sizes[i] = fabs (differences[i]);
      n_zeros += sizes[i] == 0;
    }
  ties = bs_mid_ranks (sizes, n, ranks);
  if (n_zeros == n)
    return 0;
  if (n < BS_EXACT_BELOW && n_zeros == 0 && ties == 0)
    {
      guint n_values;
      g_autofree double *cumulative = bs_exact_signed_rank ((guint) n, &n_values);

      return bs_exact_bound (cumulative, n_values);
    }
  below = held * (held + 1) / 4 - Z_95 * sqrt (held * (held + 1) * (2 * held + 1) / 24 - ties / 48) - 0.5;
  return below < 0 ? 0 : (guint64) below + 1;
}

BsEstimate
bs_walsh_median (const double *a, const double *b, gsize n)
{
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  Averages averages = { sorted, n };
  BsUnlisted unlisted = { .count_around = count_averages, .list = list_averages, .data = &averages };
  BsSelection selection = { .of = &unlisted };
  BsEstimate middle = { NAN, NAN, NAN };
  guint64 rank;

  if (n == 0)
    return middle;
  for (gsize i = 0; i < n; i++)
    sorted[i] = a[i] - b[i];
  bs_sort_doubles (sorted, n);
  unlisted.n = (guint64) n * (n + 1) / 2;
  unlisted.least = sorted[0];
  unlisted.most = sorted[n - 1];
  unlisted.room = MAX (n / 2, 64);
  bs_select_try (&selection, bs_median (sorted, n));
  middle.estimate = bs_select_median (&selection);
  rank = bound_rank (sorted, n);
  if (rank > 0)
    {
      middle.low = bs_select (&selection, rank);
      middle.high = bs_select (&selection, unlisted.n + 1 - rank);
    }
  return middle;
}
