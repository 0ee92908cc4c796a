/* Corrections for many comparisons, as R's p.adjust() makes them. */
#include "compare/adjust.h"

#include <math.h>
#include <string.h>

#define N 12

/* R 4.2.2: p <- c(.04, NA, .001, .2, .001, 1, .013, NA, 3e-9, .03, .05, .8); p.adjust(p, "holm"); p.adjust(p, "BH"), to
 * 17 digits. NA does not count there either. */
static const double p[N] = { .04, NAN, .001, .2, .001, 1, .013, NAN, 3e-9, .03, .05, .8 };
static const double holm[N] = {
  0.20000000000000001, NAN, 0.0090000000000000011, 0.60000000000000009, 0.0090000000000000011, 1,
  0.090999999999999998, NAN, 2.9999999999999997e-08, 0.17999999999999999, 0.20000000000000001, 1,
};
static const double bh[N] = {
  0.066666666666666666, NAN, 0.0033333333333333335, 0.25, 0.0033333333333333335, 1, 0.032500000000000001, NAN,
  2.9999999999999997e-08, 0.059999999999999998, 0.071428571428571438, 0.88888888888888895,
};

static void
assert_all (const double *values, const double *expected)
{
  for (guint i = 0; i < N; i++)
    if (isnan (expected[i]))
      g_assert_true (isnan (values[i]));
    else
      g_assert_cmpfloat_with_epsilon (values[i], expected[i], 1e-15);
}

static void
test_as_r (void)
{
  double adjusted[N], in_place[N];

  bs_adjust_holm (p, N, adjusted);
  assert_all (adjusted, holm);
  bs_adjust_bh (p, N, adjusted);
  assert_all (adjusted, bh);
  memcpy (in_place, p, sizeof p);
  bs_adjust_holm (in_place, N, in_place);
  assert_all (in_place, holm);
  memcpy (in_place, p, sizeof p);
  bs_adjust_bh (in_place, N, in_place);
  assert_all (in_place, bh);
}

static void
test_one_or_none (void)
{
  double one = 0.03, missing[] = { NAN, NAN };

  bs_adjust_holm (NULL, 0, NULL);
  bs_adjust_bh (NULL, 0, NULL);
  bs_adjust_holm (&one, 1, &one);
  g_assert_cmpfloat (one, ==, 0.03);
  bs_adjust_bh (&one, 1, &one);
  g_assert_cmpfloat (one, ==, 0.03);
  bs_adjust_holm (missing, 2, missing);
  bs_adjust_bh (missing, 2, missing);
  g_assert_true (isnan (missing[0]) && isnan (missing[1]));
}

/* By the definition, over all subsets: Holm is the closed test of Bonferroni, so that the adjusted p of one comparison
 * is the greatest, over all sets that hold it, of the least p of the set times its size. */
static void
test_holm_is_closed_bonferroni (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 50; round++)
    {
      double some[8], adjusted[8];

      for (guint i = 0; i < 8; i++)
        some[i] = pow (g_rand_double (random), 3);
      bs_adjust_holm (some, 8, adjusted);
      for (guint i = 0; i < 8; i++)
        {
          double most = 0;

          for (guint set = 1; set < 256; set++)
            {
              double least = 1, size = 0;

              for (guint j = 0; j < 8; j++)
                if (set >> j & 1)
                  {
                    least = MIN (least, some[j]);
                    size++;
                  }
              if (set >> i & 1)
                most = MAX (most, MIN (least * size, 1));
            }
          g_assert_cmpfloat_with_epsilon (adjusted[i], most, 1e-15);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/adjust/as-r", test_as_r);
  g_test_add_func ("/adjust/one-or-none", test_one_or_none);
  g_test_add_func ("/adjust/holm-is-closed-bonferroni", test_holm_is_closed_bonferroni);
  return g_test_run ();
}
