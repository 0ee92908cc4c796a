#include "compare/change-point.h"

#include <math.h>

#include "base/quantile.h"
#include "compare/rank.h"

/* K of ranks that stand in the order of the series. |2 Σ ranks - place (n + 1)| is Pettitt's |U|; ranks are multiples
 * of one half, so it is exact. */
static BsPettitt
part_ranks (const double *ranks, gsize n)
{
  BsPettitt best = { 0, (double) NAN };
  double sum = 0;

  for (gsize place = 1; place + BS_CHANGE_LEAST <= n; place++)
    {
      double u;

      sum += ranks[place - 1];
      u = fabs (2 * sum - (double) place * (double) (n + 1));
      if (place >= BS_CHANGE_LEAST && !(u <= best.k))
        best = (BsPettitt){ place, u };
    }
  return best;
}

BsPettitt
bs_pettitt (const double *values, gsize n)
{
  g_autofree double *ranks = g_new (double, MAX (n, 1));

  bs_mid_ranks (values, n, ranks);
  return part_ranks (ranks, n);
}

double
bs_pettitt_p (double k, gsize n)
{
  double size = (double) n;

  return fmin (2 * exp (-6 * k * k / (size * size * size + size * size)), 1);
}

static void
shuffle (double *values, gsize n, BsRandom *random)
{
  for (gsize i = n; i > 1; i--)
    {
      gsize j = bs_random_below (random, (guint32) i);
      double swapped = values[i - 1];

      values[i - 1] = values[j];
      values[j] = swapped;
    }
}

/* The share of orders with so great a K, this one among them. Where that is above `level` for sure, it stops and the
 * result is only known to be above it (Besag and Clifford 1991, Biometrika 78). */
static double
permutation_p (double *ranks, gsize n, double k, double level, BsRandom *random)
{
  guint as_great = 1, most = (guint) (level * (BS_CHANGE_PERMUTATIONS + 1)), drawn;

  for (drawn = 1; drawn <= BS_CHANGE_PERMUTATIONS && as_great <= most; drawn++)
    {
      shuffle (ranks, n, random);
      as_great += part_ranks (ranks, n).k >= k;
    }
  return (double) as_great / drawn;
}

typedef struct {
  const double *values;
  double level;
  BsRandom *random;
  GArray *found;
} Search;

/* Looks for changes in `first` to `end`, which stands inside a split of p `outer`. Parts get smaller with every split,
 * and there are at most BS_CHANGE_MOST: so it ends. */
static void
search (Search *s, gsize first, gsize end, double outer)
{
  gsize n = end - first;
  g_autofree double *ranks = g_new (double, MAX (n, 1));
  BsPettitt best;
  BsChangePoint change = { 0 };
  double p;

  bs_mid_ranks (s->values + first, n, ranks);
  best = part_ranks (ranks, n);
  if (best.place == 0 || s->found->len >= BS_CHANGE_MOST)
    return;
  p = permutation_p (ranks, n, best.k, s->level, s->random);
  if (p > s->level)
    return;
  change.place = first + best.place;
  change.p = fmax (p, outer);
  g_array_append_val (s->found, change);
  search (s, first, change.place, change.p);
  search (s, change.place, end, change.p);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const BsChangePoint *x = a, *y = b;

  return (x->place > y->place) - (x->place < y->place);
}

static double
median_of (const double *values, gsize n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));

  bs_sort_doubles (sorted, n);
  return bs_median (sorted, n);
}

/* Draws both levels anew and asks where they part. */
static void
find_interval (const double *values, gsize first, gsize end, BsChangePoint *change, BsRandom *random)
{
  gsize n = end - first, before = change->place - first;
  g_autofree double *drawn = g_new (double, n);
  g_autofree double *places = g_new (double, BS_CHANGE_RESAMPLES);

  for (guint r = 0; r < BS_CHANGE_RESAMPLES; r++)
    {
      for (gsize i = 0; i < n; i++)
        drawn[i] = i < before ? values[first + bs_random_below (random, (guint32) before)]
                              : values[change->place + bs_random_below (random, (guint32) (n - before))];
      places[r] = (double) (first + bs_pettitt (drawn, n).place);
    }
  bs_sort_doubles (places, BS_CHANGE_RESAMPLES);
  change->low = MIN (change->place, (gsize) floor (bs_quantile (places, BS_CHANGE_RESAMPLES, 0.025)));
  change->high = MAX (change->place, (gsize) ceil (bs_quantile (places, BS_CHANGE_RESAMPLES, 0.975)));
}

GArray *
bs_change_points (const double *values, gsize n, double level, BsRandom *random)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BsChangePoint));
  Search s = { values, level, random, found };

  search (&s, 0, n, 0);
  g_array_sort (found, by_place);
  for (guint i = 0; i < found->len; i++)
    {
      BsChangePoint *change = &g_array_index (found, BsChangePoint, i);
      gsize first = i > 0 ? change[-1].place : 0, end = i + 1 < found->len ? change[1].place : n;

      change->before = median_of (values + first, change->place - first);
      change->after = median_of (values + change->place, end - change->place);
      find_interval (values, first, end, change, random);
    }
  return found;
}
