#include "compare/held-rank.h"

#include <math.h>
#include <string.h>

#include "compare/contingency.h"
#include "compare/dominance.h"
#include "compare/pair.h"
#include "compare/tail.h"

#define FEW 50 /* below this many values each the test may be counted out exactly, which wants all of them */

static BsSample
with_zeros (BsSample held, gsize n, double *values)
{
  memset (values, 0, sizeof *values * (n - held.n));
  if (held.n > 0)
    memcpy (values + n - held.n, held.values, sizeof *values * held.n);
  return (BsSample){ values, n };
}

BsTest
bs_mann_whitney_held (BsSample held_a, gsize n_a, BsSample held_b, gsize n_b)
{
  double zeros_a = (double) (n_a - held_a.n), zeros_b = (double) (n_b - held_b.n), zeros = zeros_a + zeros_b;
  double u, off, spread;
  BsDominance dominance;

  if (n_a == 0 || n_b == 0)
    return bs_test_none ();
  if (n_a < FEW && n_b < FEW)
    {
      double a[FEW], b[FEW];

      return bs_mann_whitney (with_zeros (held_a, n_a, a), with_zeros (held_b, n_b, b));
    }
  dominance = bs_dominance (held_a, held_b);
  dominance.above += (double) held_a.n * zeros_b;
  dominance.below += zeros_a * (double) held_b.n;
  dominance.equal += zeros_a * zeros_b;
  dominance.ties += zeros * zeros * zeros - zeros;
  u = bs_dominance_u (&dominance);
  off = fabs (u - (double) n_a * (double) n_b / 2);
  spread = bs_dominance_spread (&dominance, n_a, n_b);
  return spread > 0 ? bs_test_normal (u, off == 0 ? 0 : (off - 0.5) / spread) : bs_test_none ();
}

BsTest
bs_held_test (BsSample held_a, gsize n_a, BsSample held_b, gsize n_b)
{
  BsContingency cells = bs_contingency_of ((double) held_a.n, (double) n_a, (double) held_b.n, (double) n_b);
  double expected = (cells.o11 + cells.o21) * (double) MIN (n_a, n_b) / (double) (n_a + n_b);

  if (n_a == 0 || n_b == 0)
    return bs_test_none ();
  if (expected >= BS_HELD_LEAST)
    return bs_mann_whitney_held (held_a, n_a, held_b, n_b);
  return bs_test_exact (cells.o11, bs_fisher_exact (&cells).two_sided);
}
