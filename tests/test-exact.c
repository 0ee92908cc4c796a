/* Distributions of rank statistics, counted out, as R 4.2.2 has them; and by going through every order. */
#include "compare/exact.h"

#include "groups-help.h"

#define NEAR(value, expected) assert_near (value, expected, 1e-11)

/* R: pwilcox(u, m, n), qwilcox(.025, m, n) */
static void
test_mann_whitney_as_r (void)
{
  static const struct {
    guint m, n, u;
    double p;
    guint bound;
  } rows[] = {
    { 49, 49, 900, 0.01630886352587418, 925 },  { 49, 49, 1200, 0.4999999999999977, 925 },
    { 3, 4, 2, 0.1142857142857143, 0 },         { 1, 30, 0, 0.03225806451612903, 0 },
    { 20, 45, 300, 0.01639786209399108, 312 },  { 49, 1, 24, 0.5000000000000001, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_values;
      g_autofree double *p = bs_exact_mann_whitney (rows[i].m, rows[i].n, &n_values);

      g_assert_cmpuint (n_values, ==, rows[i].m * rows[i].n / 2 + 1);
      NEAR (p[rows[i].u], rows[i].p);
      g_assert_cmpuint (bs_exact_bound (p, n_values), ==, rows[i].bound);
    }
}

/* R: psignrank(v, n), qsignrank(.025, n) */
static void
test_signed_rank_as_r (void)
{
  static const struct {
    guint n, v;
    double p;
    guint bound;
  } rows[] = {
    { 49, 300, 0.0007517642351295707, 416 }, { 49, 612, 0.5000000000000001, 416 }, { 10, 8, 0.0244140625, 9 },
    { 5, 0, 0.03125, 0 },                    { 30, 137, 0.02485506050288678, 138 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_values;
      g_autofree double *p = bs_exact_signed_rank (rows[i].n, &n_values);

      g_assert_cmpuint (n_values, ==, rows[i].n * (rows[i].n + 1) / 4 + 1);
      NEAR (p[rows[i].v], rows[i].p);
      g_assert_cmpuint (bs_exact_bound (p, n_values), ==, rows[i].bound);
    }
}

/* Every choice of m of the ranks 1 to m + n is as likely as any other. */
static void
test_by_every_order (void)
{
  for (guint m = 1; m <= 8; m++)
    for (guint n = 1; m + n <= 13; n++)
      {
        guint n_values, all = 0;
        g_autofree double *p = bs_exact_mann_whitney (m, n, &n_values);
        g_autofree double *counts = g_new0 (double, m * n + 1);
        double sum = 0;

        for (guint chosen = 0; chosen < 1u << (m + n); chosen++)
          {
            guint u = 0, others = 0, taken = 0;

            for (guint rank = 0; rank < m + n; rank++)
              {
                u += chosen >> rank & 1 ? others : 0;
                taken += chosen >> rank & 1;
                others += !(chosen >> rank & 1);
              }
            if (taken == m)
              counts[u]++, all++;
          }
        for (guint u = 0; u < n_values; u++)
          {
            sum += counts[u];
            NEAR (p[u], sum / all);
          }
        NEAR (bs_exact_p (p, 0, m * n), 2.0 / all);
        NEAR (bs_exact_p (p, m * n, m * n), 2.0 / all);
        g_assert_cmpfloat (bs_exact_p (p, m * n / 2, m * n), <=, 1);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exact/mann-whitney-as-r", test_mann_whitney_as_r);
  g_test_add_func ("/exact/signed-rank-as-r", test_signed_rank_as_r);
  g_test_add_func ("/exact/by-every-order", test_by_every_order);
  return g_test_run ();
}
