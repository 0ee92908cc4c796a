#include "compare/adjust.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  double p;
  gsize  at;
} Comparison;

static int
by_p (const void *a, const void *b)
{
  const Comparison *x = a, *y = b;

  if (x->p != y->p)
    return x->p < y->p ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}

/* Those that are not NAN, smallest first; the others are written into `adjusted` as they are. */
static Comparison *
in_order (const double *p, gsize n, double *adjusted, gsize *n_held)
{
  Comparison *order = g_new (Comparison, MAX (n, 1));

  *n_held = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (!isnan (p[i]))
        order[(*n_held)++] = (Comparison){ p[i], i };
      adjusted[i] = p[i];
    }
  qsort (order, *n_held, sizeof *order, by_p);
  return order;
}

void
bs_adjust_holm (const double *p, gsize n, double *adjusted)
{
  gsize held;
  g_autofree Comparison *order = in_order (p, n, adjusted, &held);
  double most = 0;

  for (gsize i = 0; i < held; i++)
    {
      most = MAX (most, MIN ((double) (held - i) * order[i].p, 1));
      adjusted[order[i].at] = most;
    }
}

void
bs_adjust_bh (const double *p, gsize n, double *adjusted)
{
  gsize held;
  g_autofree Comparison *order = in_order (p, n, adjusted, &held);
  double least = 1;

  for (gsize i = held; i-- > 0;)
    {
      least = MIN (least, (double) held / (double) (i + 1) * order[i].p);
      adjusted[order[i].at] = least;
    }
}
