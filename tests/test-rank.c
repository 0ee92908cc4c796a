/* Mid ranks and their ties, as R's rank() has them. */
#include "compare/rank.h"

#include "groups-help.h"

/* R 4.2.2: x <- c(3, -1, 3, 7, 0, 3, 7, -1e300, 1e300); rank(x); sum(table(x)^3 - table(x)) */
static void
test_as_r (void)
{
  static const double values[] = { 3, -1, 3, 7, 0, 3, 7, -1e300, 1e300 };
  static const double expected[] = { 5, 2, 5, 7.5, 3, 5, 7.5, 1, 9 };
  double ranks[9], in_place[9];

  g_assert_cmpfloat (bs_mid_ranks (values, 9, ranks), ==, 24 + 6);
  g_assert_cmpmem (ranks, sizeof ranks, expected, sizeof expected);
  memcpy (in_place, values, sizeof values);
  bs_mid_ranks (in_place, 9, in_place);
  g_assert_cmpmem (in_place, sizeof in_place, expected, sizeof expected);
  g_assert_cmpfloat (bs_mid_ranks (values, 0, ranks), ==, 0);
}

/* By counting: the rank is 1 more than the values below, and half the others that are equal. */
static void
test_by_counting (void)
{
  g_auto (Groups) groups = groups_of ("rates.csv", 1);
  double mean_ranks[MOST_GROUPS], ties = 0, of_ties;
  gsize n, n_pool;
  g_autofree double *pool = bs_pool (groups.of, groups.k, &n_pool);

  of_ties = bs_mean_ranks (groups.of, groups.k, mean_ranks, &n);
  g_assert_cmpuint (n, ==, groups.n);
  g_assert_cmpuint (n_pool, ==, groups.n);
  g_assert_cmpuint (groups.missing, ==, 20);
  for (guint g = 0; g < groups.k; g++)
    {
      double sum = 0;

      for (gsize i = 0; i < groups.of[g].n; i++)
        {
          double rank = 0.5, equal = 0;

          for (gsize j = 0; j < n; j++)
            {
              rank += pool[j] < groups.of[g].values[i] ? 1 : pool[j] == groups.of[g].values[i] ? 0.5 : 0;
              equal += pool[j] == groups.of[g].values[i];
            }
          sum += rank;
          ties += equal * equal - 1;
        }
      assert_near (mean_ranks[g], sum / (double) groups.of[g].n, 1e-13);
    }
  g_assert_cmpfloat (of_ties, ==, ties);
  g_assert_cmpfloat (ties, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank/as-r", test_as_r);
  g_test_add_func ("/rank/by-counting", test_by_counting);
  return g_test_run ();
}
