/* Blocks and pairs, as R 4.2.2 compares them. */
#include "compare/matched.h"

#include "groups-help.h"

#define NEAR(value, expected) assert_near (value, expected, 1e-9)

/* Depression scores of nine patients at two visits (Hollander and Wolfe 1973, page 29), R's example of
 * wilcox.test(). */
static const double first_visit[] = { 1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30 };
static const double second_visit[] = { 0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29 };

/* R: set.seed(7); a <- rpois(60, 6); b <- a + rpois(60, 2) - 1 */
static const double counts_a[] = {
  12, 5, 3, 3, 4, 8, 5, 11, 4, 6, 4, 4, 8, 3, 6, 3, 6, 1, 12, 5, 7, 5, 14, 9, 12, 3, 7, 6, 11, 5, 7, 4, 4, 4, 5,
  8, 6, 8, 8, 6, 8, 5, 8, 5, 9, 5, 3, 8, 9, 11, 6, 7, 8, 7, 7, 5, 4, 4, 5, 4
};
static const double counts_b[] = {
  12, 6, 5, 5, 5, 9, 6, 12, 4, 7, 4, 5, 10, 4, 5, 4, 7, 2, 13, 8, 10, 8, 14, 11, 12, 2, 6, 8, 11, 6, 7, 3, 7, 4,
  7, 9, 7, 8, 10, 6, 8, 6, 9, 5, 10, 5, 7, 7, 11, 11, 8, 7, 7, 9, 8, 6, 5, 6, 5, 6
};

/* R, further: a <- round(rnorm(75, 10, 2), 4); b <- round(a - rnorm(75, .4, 1.5), 4) */
static const double even_a[] = {
  10.1527, 10.3183, 11.0873, 11.4096, 10.6379, 12.2185, 11.5383, 12.3069, 12.5214, 11.4012, 10.8653, 8.1548,
  8.7688, 8.2667, 6.721, 7.3483, 8.2219, 8.8848, 9.8752, 14.8454, 10.6852, 10.0085, 10.0584, 9.2132, 8.4146,
  9.3766, 9.3079, 9.3908, 6.4282, 11.1745, 13.2716, 8.7092, 11.238, 10.4728, 11.693, 8.8527, 12.236, 6.92,
  9.1238, 9.6987, 11.0381, 11.1751, 9.8413, 7.6513, 10.6174, 6.7922, 11.9826, 12.0464, 11.6803, 10.2402, 9.1475,
  10.9179, 11.2901, 11.2231, 8.2216, 13.0878, 7.5165, 12.2069, 11.9655, 10.6087, 6.8906, 13.1398, 11.3769,
  9.6448, 11.4584, 13.0665, 11.0132, 10.0667, 7.0649, 12.0383, 8.8133, 11.6248, 11.7323, 10.7366, 12.2696
};
static const double even_b[] = {
  10.8883, 9.2505, 9.3134, 10.605, 8.7266, 14.0106, 12.4505, 11.6591, 11.8106, 10.2777, 10.5728, 9.0882, 7.6399,
  7.356, 7.9679, 7.4818, 6.1759, 9.8448, 9.7864, 13.4271, 11.4819, 11.9958, 7.8879, 6.9793, 8.031, 8.4583,
  8.7666, 8.9806, 4.9143, 9.2112, 13.3506, 7.8252, 9.8104, 9.5924, 14.1654, 11.9626, 11.1117, 4.7522, 10.663,
  8.375, 10.254, 9.6833, 7.4551, 7.0306, 11.1152, 3.1034, 8.0919, 9.9441, 11.5666, 9.1279, 9.5657, 8.9344,
  10.2466, 13.553, 8.8596, 15.5855, 5.302, 12.2254, 13.2092, 10.362, 5.9551, 14.0633, 11.0619, 10.1163, 10.0923,
  9.6315, 9.3195, 9.7041, 5.7639, 9.8136, 10.1781, 12.1388, 10.7514, 12.4353, 10.0209
};

/* R: w <- wilcox.test(a, b, paired = TRUE, conf.int = TRUE); d <- a - b; z <- d[d != 0]; n <- length(z); t <-
 * table(abs(z))
 *   exact <- length(d) < 50 && all(t == 1) && n == length(d); r <- rank(abs(z)); V <- sum(r[z > 0])
 *   sd <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(t^3 - t) / 48)
 *   c(V, if (exact) log(w$p.value) else log(2) + pnorm(-(abs(V - n * (n + 1) / 4) - .5) / sd, log.p = TRUE))
 *   N <- length(d); o <- outer(d, d, "+") / 2; o <- sort(o[upper.tri(o, TRUE)]); u <- table(abs(d))
 *   s <- sqrt(N * (N + 1) * (2 * N + 1) / 24 - sum(u^3 - u) / 48)
 *   q <- if (exact) qsignrank(.025, N) else floor(N * (N + 1) / 4 - qnorm(.975) * s - .5) + 1
 *   c(median(o), o[q], o[length(o) + 1 - q]); (V - (n * (n + 1) / 2 - V)) / (n * (n + 1) / 2)
 * w$estimate and w$conf.int are those of o for the first row, and .583872, .201857 and .914522 for the last. Of the
 * second R first leaves out the pairs that do not differ, and says -1.5, -1.5 and -1, which are not medians of the
 * differences. */
static const struct {
  const double *a, *b;
  gsize n;
  double v, log_p;
  BsEstimate middle;
  double biserial;
} expected[] = {
  { first_visit, second_visit, 9, 40, -3.24259235148552, { 0.46, 0.01, 0.786 }, 0.777777777777778 },
  { counts_a, counts_b, 60, 84, -14.0791888960839, { -1, -1, -0.5 }, -0.83030303030303 },
  { even_a, even_b, 75, 1977, -5.62998854141436, { 0.58415, 0.201899999999999, 0.9145 }, 0.387368421052632 },
};

static void
test_pairs_as_r (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const double *a = expected[i].a, *b = expected[i].b;
      gsize n = expected[i].n;
      BsTest v = bs_wilcoxon_signed (a, b, n), back = bs_wilcoxon_signed (b, a, n);
      BsEstimate middle = bs_walsh_median (a, b, n);

      g_assert_cmpfloat (v.statistic, ==, expected[i].v);
      NEAR (v.log_p, expected[i].log_p);
      NEAR (log (v.p), expected[i].log_p);
      NEAR (back.log_p, expected[i].log_p);
      NEAR (middle.estimate, expected[i].middle.estimate);
      NEAR (middle.low, expected[i].middle.low);
      NEAR (middle.high, expected[i].middle.high);
      NEAR (bs_rank_biserial (a, b, n), expected[i].biserial);
      NEAR (bs_rank_biserial (b, a, n), -expected[i].biserial);
    }
}

/* Against all averages listed and sorted, for differences even, with many ties and zeros, and with far outliers. */
static void
test_middle_by_listing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);

  for (guint round = 0; round < 300; round++)
    {
      gsize n = 1 + g_rand_int_range (random, 0, round % 20 == 0 ? 500 : 70), n_averages = 0;
      g_autofree double *a = g_new (double, n), *b = g_new0 (double, n), *all = g_new (double, n * (n + 1) / 2);
      BsEstimate middle, back;

      for (gsize i = 0; i < n; i++)
        {
          double part = g_rand_double (random);

          a[i] = round % 3 == 0 ? part - 0.3 : round % 3 == 1 ? floor (part * 5) - 2 : tan (M_PI * (part - 0.5));
        }
      for (gsize i = 0; i < n; i++)
        for (gsize j = i; j < n; j++)
          all[n_averages++] = (a[i] + a[j]) / 2;
      bs_sort_doubles (all, n_averages);
      middle = bs_walsh_median (a, b, n);
      back = bs_walsh_median (b, a, n);
      g_assert_cmpfloat (middle.estimate, ==, bs_median (all, n_averages));
      g_assert_cmpfloat (back.estimate, ==, -middle.estimate);
      if (isnan (middle.low))
        g_assert_cmpuint (n, <, 8);
      else
        g_assert_true (middle.low == -back.high && middle.low <= middle.estimate && middle.estimate <= middle.high);
    }
}

static BsTest
test_of_shifted (const double *a, gsize n, double shift)
{
  g_autofree double *all = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    all[i] = shift;
  return bs_wilcoxon_signed (a, all, n);
}

/* The interval holds the shifts that the test does not refuse at 5 %, and no others. */
static void
test_middle_is_the_test_turned_round (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (22);

  for (gsize n = 6; n < 120; n++)
    {
      g_autofree double *a = g_new (double, n), *b = g_new0 (double, n);
      BsEstimate middle;

      for (gsize i = 0; i < n; i++)
        a[i] = g_rand_double (random);
      middle = bs_walsh_median (a, b, n);
      g_assert_cmpfloat (test_of_shifted (a, n, middle.low - 1e-9).p, <, 0.05);
      g_assert_cmpfloat (test_of_shifted (a, n, middle.low + 1e-9).p, >=, 0.05);
      g_assert_cmpfloat (test_of_shifted (a, n, middle.high - 1e-9).p, >=, 0.05);
      g_assert_cmpfloat (test_of_shifted (a, n, middle.high + 1e-9).p, <, 0.05);
    }
}

/* R: psignrank(v, n) and its two-sided p by all 2^n signs: with six differences all above 0 it is 2 / 64; with five not
 * even that is below 5 %, so that there is no interval. */
static void
test_smallest (void)
{
  static const double a[] = { 1, 2, 3.5, 5, 7, 9.25 }, b[] = { 0, 0, 0, 0, 0, 0 };

  NEAR (bs_wilcoxon_signed (a, b, 6).p, 2.0 / 64);
  NEAR (bs_walsh_median (a, b, 6).low, 1);
  NEAR (bs_walsh_median (a, b, 6).high, 9.25);
  NEAR (bs_wilcoxon_signed (a, b, 5).p, 2.0 / 32);
  g_assert_true (isnan (bs_walsh_median (a, b, 5).low));
  NEAR (bs_walsh_median (a, b, 5).estimate, 3.5);
}

/* ---- Blocks -------------------------------------------------------------------------------------------------------- */

/* Three ways round first base, 22 players (Hollander and Wolfe 1973, page 140), R's example of friedman.test().
 * R: f <- friedman.test(x); c(f$statistic, log(f$p.value), f$statistic / (22 * 2)) */
static const double rounding[] = {
  5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70, 5.45, 5.55,
  5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20, 5.10, 5.65,
  5.55, 5.45, 5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50, 5.55, 5.55, 5.35,
  5.45, 5.50, 5.55, 5.50, 5.45, 5.25, 5.65, 5.60, 5.40, 5.70, 5.65, 5.55, 6.30, 6.30, 6.25,
};

/* Breaks of warp, R's warpbreaks. R: f <- friedman.test(matrix(warpbreaks$breaks, 6, byrow = TRUE)) of nine columns;
 *   c(f$statistic, log(f$p.value), f$statistic / (6 * 8)) */
static const double breaks[] = {
  26, 30, 54, 25, 70, 52, 51, 26, 67, 18, 21, 29, 17, 12, 18, 35, 30, 36, 36, 21, 24, 18, 10, 43, 28, 15, 26,
  27, 14, 29, 19, 29, 31, 41, 20, 44, 42, 26, 19, 16, 39, 28, 21, 39, 29, 20, 21, 24, 17, 13, 15, 15, 16, 28
};

static void
test_blocks_as_r (void)
{
  BsTest test = bs_friedman (rounding, 22, 3);

  NEAR (test.statistic, 11.1428571428571);
  NEAR (test.df1, 2);
  NEAR (test.log_p, -5.57142857142857);
  NEAR (bs_kendall_w (test.statistic, 22, 3), 0.253246753246753);
  test = bs_friedman (breaks, 6, 9);
  NEAR (test.statistic, 14.6237762237762);
  NEAR (test.log_p, -2.70474803217019);
  NEAR (bs_kendall_w (test.statistic, 6, 9), 0.304662004662005);
}

static void
test_no_answer (void)
{
  static const double same[] = { 4, 4, 4, 4 };

  g_assert_true (isnan (bs_friedman (same, 2, 2).p) && isnan (bs_friedman (breaks, 1, 9).p));
  g_assert_true (isnan (bs_friedman (breaks, 9, 1).statistic) && isnan (bs_friedman (NULL, 0, 0).log_p));
  g_assert_true (isnan (bs_kendall_w (NAN, 5, 5)) && isnan (bs_kendall_w (3, 1, 5)));
  g_assert_true (isnan (bs_wilcoxon_signed (same, same, 4).p) && isnan (bs_wilcoxon_signed (NULL, NULL, 0).p));
  g_assert_true (isnan (bs_rank_biserial (same, same, 4)) && isnan (bs_rank_biserial (NULL, NULL, 0)));
  g_assert_true (isnan (bs_walsh_median (NULL, NULL, 0).estimate));
  g_assert_cmpfloat (bs_walsh_median (same, same, 4).estimate, ==, 0);
  g_assert_true (isnan (bs_walsh_median (breaks, breaks, 54).low));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matched/pairs-as-r", test_pairs_as_r);
  g_test_add_func ("/matched/middle-by-listing", test_middle_by_listing);
  g_test_add_func ("/matched/middle-is-the-test-turned-round", test_middle_is_the_test_turned_round);
  g_test_add_func ("/matched/smallest", test_smallest);
  g_test_add_func ("/matched/blocks-as-r", test_blocks_as_r);
  g_test_add_func ("/matched/no-answer", test_no_answer);
  return g_test_run ();
}
