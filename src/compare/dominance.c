#include "compare/dominance.h"

#include <math.h>

#include "compare/exact.h"

BsDominance
bs_dominance (BsSample a, BsSample b)
{
  BsDominance dominance = { 0 };
  double m = (double) a.n, n = (double) b.n;

  for (gsize i = 0, j = 0; i < a.n || j < b.n;)
    {
      double value = j >= b.n || (i < a.n && a.values[i] <= b.values[j]) ? a.values[i] : b.values[j];
      double under_a = (double) i, under_b = (double) j, in_a, in_b, of_a, of_b;

      while (i < a.n && a.values[i] == value)
        i++;
      while (j < b.n && b.values[j] == value)
        j++;
      in_a = (double) i - under_a;
      in_b = (double) j - under_b;
      of_a = 2 * under_b + in_b - n;
      of_b = 2 * under_a + in_a - m;
      dominance.above += in_a * under_b;
      dominance.equal += in_a * in_b;
      dominance.rows += in_a * of_a * of_a;
      dominance.columns += in_b * of_b * of_b;
      dominance.ties += (in_a + in_b) * (in_a + in_b) * (in_a + in_b) - (in_a + in_b);
    }
  dominance.below = m * n - dominance.above - dominance.equal;
  return dominance;
}

double
bs_dominance_u (const BsDominance *dominance)
{
  return dominance->above + dominance->equal / 2;
}

double
bs_dominance_spread (const BsDominance *dominance, gsize n_a, gsize n_b)
{
  double m = (double) n_a, n = (double) n_b;

  return sqrt (m * n / 12 * (m + n + 1 - dominance->ties / ((m + n) * (m + n - 1))));
}

gboolean
bs_dominance_exact (const BsDominance *dominance, gsize n_a, gsize n_b)
{
  return n_a < BS_EXACT_BELOW && n_b < BS_EXACT_BELOW && dominance->ties == 0;
}
