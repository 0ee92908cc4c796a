/* What R says of series: a smooth line, a trend by ranks, and where a level changes. R 4.2.2. */
#include "compare/change-point.h"
#include "compare/lowess.h"
#include "compare/trend.h"

#include <math.h>

#define NEAR(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-9)
#define CLOSE(value, expected) g_assert_cmpfloat_with_epsilon ((value) / (expected), 1, 1e-9)

/* R's datasets: Nile (yearly flow at Aswan, 1871 to 1970) and cars (speed and stopping distance; many equal speeds). */
static const double nile[]
  = { 1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994,
      1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100,
      774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726,
      456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845,
      744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
      649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
      918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718,
      714, 740 };
static const double speed[]
  = { 4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14,
      14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20,
      20, 20, 20, 22, 23, 24, 24, 24, 24, 25 };
static const double distance[]
  = { 2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26,
      36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48,
      52, 56, 64, 66, 54, 70, 92, 93, 120, 85 };

static double *
years (gsize n)
{
  double *x = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    x[i] = (double) (i + 1);
  return x;
}

/* ---- LOWESS ------------------------------------------------------------------------------------------------------ */

/* lowess (cars$speed, cars$dist, f = 0.5, iter = 3, delta = 0)$y */
static void
test_lowess_as_r (void)
{
  static const double expected[]
      = { 5.5487001803887717, 5.5487001803887717, 13.2148361278298125, 13.2148361278298125, 15.7490482404512502,
      18.2002883110120521, 20.9818166556745815, 20.9818166556745815, 20.9818166556745815, 23.9715399823928976,
      23.9715399823928976, 27.1874215005532633, 27.1874215005532633, 27.1874215005532633, 27.1874215005532633,
      30.0525858479179675, 30.0525858479179675, 30.0525858479179675, 30.0525858479179675, 32.8649124784916467,
      32.8649124784916467, 32.8649124784916467, 32.8649124784916467, 36.3214587307536192, 36.3214587307536192,
      36.3214587307536192, 39.8885785375736006, 39.8885785375736006, 43.0253899023721473, 43.0253899023721473,
      43.0253899023721473, 46.7010369926133890, 46.7010369926133890, 46.7010369926133890, 46.7010369926133890,
      50.3802063729701715, 50.3802063729701715, 50.3802063729701715, 54.6528846386913045, 54.6528846386913045,
      54.6528846386913045, 54.6528846386913045, 54.6528846386913045, 67.3931579373785752, 73.3583482220488179,
      79.4208200489734963, 79.4208200489734963, 79.4208200489734963, 79.4208200489734963, 85.6624011703370485 };
  double fitted[G_N_ELEMENTS (expected)];

  bs_lowess (speed, distance, G_N_ELEMENTS (expected), 0.5, 3, 0, fitted);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    NEAR (fitted[i], expected[i]);
}

/* lowess (cars)$y: f = 2/3, iter = 3, delta = 0.01 * diff (range (x)) */
static void
test_lowess_defaults (void)
{
  static const double expected[]
      = { 4.9654592771868815, 4.9654592771868815, 13.1244950396664493, 13.1244950396664493, 15.8586333820983167,
      18.5796905142177273, 21.2803125785284521, 21.2803125785284521, 21.2803125785284521, 24.1292771489264908,
      24.1292771489264908, 27.1195485506035396, 27.1195485506035396, 27.1195485506035396, 27.1195485506035396,
      30.0272763311539634, 30.0272763311539634, 30.0272763311539634, 30.0272763311539634, 32.9625061361576286,
      32.9625061361576286, 32.9625061361576286, 32.9625061361576286, 36.7577283416497167, 36.7577283416497167,
      36.7577283416497167, 40.4350745619887419, 40.4350745619887419, 43.4634917818175737, 43.4634917818175737,
      43.4634917818175737, 46.8854789460239729, 46.8854789460239729, 46.8854789460239729, 46.8854789460239729,
      50.7931517254205716, 50.7931517254205716, 50.7931517254205716, 56.4912240928771539, 56.4912240928771539,
      56.4912240928771539, 56.4912240928771539, 56.4912240928771539, 67.5858242314313316, 73.0796952693700490,
      78.6431635543998624, 78.6431635543998624, 78.6431635543998624, 78.6431635543998624, 84.3286980968341879 };
  double fitted[G_N_ELEMENTS (expected)];

  bs_lowess (speed, distance, G_N_ELEMENTS (expected), 2.0 / 3, 3, 0.01 * (25 - 4), fitted);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    NEAR (fitted[i], expected[i]);
}

static void
test_lowess_of_little (void)
{
  const double x[] = { 1, 2, 2 }, y[] = { 5, 7, 9 }, same[] = { 3, 3, 3 };
  double fitted[3] = { -1, -1, -1 };

  bs_lowess (x, y, 0, 0.5, 3, 0, fitted);
  g_assert_cmpfloat (fitted[0], ==, -1);
  bs_lowess (x, y, 1, 0.5, 3, 0, fitted);
  g_assert_cmpfloat (fitted[0], ==, 5);
  bs_lowess (same, y, 3, 1, 3, 0, fitted); /* all at one x: lowess (c (3, 3, 3), c (5, 7, 9), f = 1)$y is 7 7 7 */
  for (guint i = 0; i < 3; i++)
    NEAR (fitted[i], 7);
}

/* ---- Trends ------------------------------------------------------------------------------------------------------ */

/* r <- cor.test (1:100, Nile, method = "kendall", exact = FALSE, continuity = TRUE); r$p.value; r$estimate
 * r <- cor.test (cars$speed, cars$dist, …)
 * S: sum over i > j of sign (x[i] - x[j]) * sign (y[i] - y[j]) */
static void
test_mann_kendall_as_r (void)
{
  g_autofree double *x = years (100);
  BsTest test = bs_mann_kendall (x, nile, 100);

  g_assert_cmpfloat (test.statistic, ==, -1387);
  CLOSE (test.p, 3.6582629216643412e-05);
  CLOSE (test.log_p, log (3.6582629216643412e-05));
  NEAR (bs_kendall_tau (x, nile, 100), -0.28074133472461299);
  test = bs_mann_kendall (speed, distance, 50);
  g_assert_cmpfloat (test.statistic, ==, 794);
  CLOSE (test.p, 2.7933808775193457e-11);
  NEAR (bs_kendall_tau (speed, distance, 50), 0.66899014998587514);
}

/* cor.test (x, y, method = "spearman", exact = FALSE) */
static void
test_spearman_as_r (void)
{
  g_autofree double *x = years (100);
  BsTest test = bs_spearman (speed, distance, 50);

  NEAR (test.statistic, 0.83035683883299338);
  CLOSE (test.p, 8.8245584376199084e-14);
  test = bs_spearman (x, nile, 100);
  NEAR (test.statistic, -0.43744993007970906);
  CLOSE (test.p, 5.3391930533299868e-06);
  g_assert_cmpfloat (test.df1, ==, 98);
}

/* ij <- combn (n, 2); dx <- x[ij[2,]] - x[ij[1,]]; dy <- y[ij[2,]] - y[ij[1,]]
 * s <- sort ((dy / dx)[dx != 0]); N <- length (s); tx <- table (x); ty <- table (y)
 * v <- (n*(n-1)*(2*n+5) - sum (tx*(tx-1)*(2*tx+5)) - sum (ty*(ty-1)*(2*ty+5))) / 18
 *      + sum (tx*(tx-1)) * sum (ty*(ty-1)) / (2*n*(n-1))
 *      + sum (tx*(tx-1)*(tx-2)) * sum (ty*(ty-1)*(ty-2)) / (9*n*(n-1)*(n-2))
 * m <- floor ((N - qnorm (.975) * sqrt (v)) / 2); c (median (s), s[m], s[N + 1 - m]) */
static void
test_sen_slope_as_r (void)
{
  g_autofree double *x = years (100);
  BsEstimate slope = bs_sen_slope (x, nile, 100);

  NEAR (slope.estimate, -2.6);
  NEAR (slope.low, -3.6285714285714286);
  NEAR (slope.high, -1.4242424242424243);
  slope = bs_sen_slope (speed, distance, 50);
  NEAR (slope.estimate, 3.6666666666666665);
  NEAR (slope.low, 2.9230769230769229);
  NEAR (slope.high, 4.5);
}

/* Exactly, for any number of values: no rounding takes them beyond the end or short of it. */
static void
test_as_strong_as_can_be (void)
{
  double up[60], down[60];

  for (guint n = 3; n <= 60; n++)
    {
      for (guint i = 0; i < n; i++)
        {
          up[i] = i / 2;
          down[i] = -up[i];
        }
      g_assert_cmpfloat (bs_kendall_tau (up, up, n), ==, 1);
      g_assert_cmpfloat (bs_kendall_tau (up, down, n), ==, -1);
      g_assert_cmpfloat (bs_spearman (up, up, n).statistic, ==, 1);
      g_assert_cmpfloat (bs_spearman (up, down, n).statistic, ==, -1);
    }
}

static void
test_no_trend_to_find (void)
{
  const double x[] = { 1, 2, 3, 4 }, flat[] = { 7, 7, 7, 7 };

  g_assert_true (isnan (bs_mann_kendall (x, flat, 4).p));
  g_assert_true (isnan (bs_mann_kendall (x, x, 2).p));
  g_assert_true (isnan (bs_spearman (flat, x, 4).p));
  g_assert_true (isnan (bs_kendall_tau (x, flat, 4)));
  g_assert_true (isnan (bs_sen_slope (flat, x, 4).estimate));
  g_assert_true (isnan (bs_sen_slope (x, x, 3).low));
  g_assert_cmpfloat (bs_sen_slope (x, x, 2).estimate, ==, 1);
  g_assert_cmpfloat (bs_sen_slope (x, flat, 4).estimate, ==, 0);
}

/* ---- Changes ----------------------------------------------------------------------------------------------------- */

/* The Nile's flow fell after 1898, as Cobb 1978 (Biometrika 65) and everybody since has found.
 * r <- rank (Nile); n <- 100; U <- 2 * cumsum (r) - (1:n) * (n + 1); k <- which.max (abs (U)); c (k, abs (U[k]))
 * 2 * exp (-6 * K^2 / (n^3 + n^2)) */
static void
test_pettitt_as_r (void)
{
  BsPettitt parted = bs_pettitt (nile, 100);

  g_assert_cmpuint (parted.place, ==, 28);
  g_assert_cmpfloat (parted.k, ==, 1617);
  CLOSE (bs_pettitt_p (parted.k, 100), 3.5910221769362927e-07);
  parted = bs_pettitt (distance, 50);
  g_assert_cmpuint (parted.place, ==, 20);
  g_assert_cmpfloat (parted.k, ==, 527);
  CLOSE (bs_pettitt_p (parted.k, 50), 4.2167206910253547e-06);
  g_assert_true (isnan (bs_pettitt (nile, 5).k));
}

/* median (Nile[1:28]) is 1130, median (Nile[29:100]) is 842.5
 * pk <- function (x) { n <- length (x); U <- abs (2 * cumsum (rank (x)) - (1:n) * (n + 1)); k <- 3:(n - 3)
 *                      k[which.max (U[k])] }
 * quantile (replicate (20000, pk (c (sample (Nile[1:28], 28, TRUE), sample (Nile[29:100], 72, TRUE)))),
 *           c (.025, .975)) is 27 and 39; ours draws 999 times, hence a play of one or two years */
static void
test_nile_changes_once (void)
{
  BsRandom random;
  g_autoptr (GArray) changes = NULL;
  const BsChangePoint *change;

  bs_random_init (&random, 1, "nile");
  changes = bs_change_points (nile, 100, 0.05, &random);
  g_assert_cmpuint (changes->len, ==, 1);
  change = &g_array_index (changes, BsChangePoint, 0);
  g_assert_cmpuint (change->place, ==, 28);
  g_assert_cmpfloat (change->before, ==, 1130);
  g_assert_cmpfloat (change->after, ==, 842.5);
  g_assert_cmpfloat (change->p, ==, 1.0 / (BS_CHANGE_PERMUTATIONS + 1));
  g_assert_cmpuint (change->low, >=, 26);
  g_assert_cmpuint (change->low, <=, 28);
  g_assert_cmpuint (change->high, >=, 37);
  g_assert_cmpuint (change->high, <=, 41);
}

/* Of series of one level, at most about one in twenty is parted. */
static void
test_level_is_kept (void)
{
  BsRandom random;
  guint parted = 0;

  bs_random_init (&random, 1, "level");
  for (guint series = 0; series < 400; series++)
    {
      double values[24];
      g_autoptr (GArray) changes = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        values[i] = bs_random_unit (&random);
      changes = bs_change_points (values, G_N_ELEMENTS (values), 0.05, &random);
      parted += changes->len > 0;
    }
  g_assert_cmpuint (parted, >=, 7);
  g_assert_cmpuint (parted, <=, 36); /* qbinom (c (.0005, .9995), 400, .05) is 7 and 36 */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/lowess/as-r", test_lowess_as_r);
  g_test_add_func ("/trend/lowess/defaults", test_lowess_defaults);
  g_test_add_func ("/trend/lowess/of-little", test_lowess_of_little);
  g_test_add_func ("/trend/mann-kendall/as-r", test_mann_kendall_as_r);
  g_test_add_func ("/trend/spearman/as-r", test_spearman_as_r);
  g_test_add_func ("/trend/sen-slope/as-r", test_sen_slope_as_r);
  g_test_add_func ("/trend/as-strong-as-can-be", test_as_strong_as_can_be);
  g_test_add_func ("/trend/nothing-to-find", test_no_trend_to_find);
  g_test_add_func ("/trend/pettitt/as-r", test_pettitt_as_r);
  g_test_add_func ("/trend/changes/nile", test_nile_changes_once);
  g_test_add_func ("/trend/changes/level", test_level_is_kept);
  return g_test_run ();
}
