/* Two groups, as R 4.2.2 compares them. */
#include "compare/pair.h"

#include "pair-help.h"

/* R, for the groups a and b of a file (counted from 0 in the file's order; d as in test-omnibus.c):
 *   m <- length(a); n <- length(b); w <- wilcox.test(a, b, conf.int = TRUE); W <- w$statistic
 *   ties <- sum(table(c(a, b))^3 - table(c(a, b)))
 *   sd <- sqrt(m * n / 12 * (m + n + 1 - ties / ((m + n) * (m + n - 1))))
 *   exact <- m < 50 && n < 50 && ties == 0
 *   c(W, if (exact) log(w$p.value) else log(2) + pnorm(-(abs(W - m * n / 2) - .5) / sd, log.p = TRUE))
 *   o <- sort(outer(a, b, "-")); q <- if (exact) qwilcox(.025, m, n) else floor(m * n / 2 - qnorm(.975) * sd - .5) + 1
 *   c(median(o), o[q], o[m * n + 1 - q]); c(w$estimate, w$conf.int)
 *   s <- sign(outer(a, b, "-")); d <- mean(s); r <- var(rowMeans(s)) / m; c <- var(colMeans(s)) / n
 *   h <- qt(.975, (r + c)^2 / (r^2 / (m - 1) + c^2 / (n - 1))) * sqrt(r + c) / (1 - d^2)
 *   c(d, tanh(atanh(d) - h), tanh(atanh(d) + h))
 *   f <- m + n - 2; x <- (mean(a) - mean(b)) / sqrt(((m - 1) * var(a) + (n - 1) * var(b)) / f)
 *   e <- sqrt(m * n / (m + n))
 *   j <- exp(lgamma(f / 2) - lgamma((f - 1) / 2)) / sqrt(f / 2)
 *   nc <- function(p) uniroot(function(v) pt(x * e, f, v) - p, x * e + c(-8, 8), tol = 1e-13)$root
 *   c(x * j, nc(.975) / e * j, nc(.025) / e * j)
 *   t <- t.test(a, b); u <- t$statistic; v <- t$parameter
 *   c(u, v, log(2) + pt(-abs(u), v, log.p = TRUE)); c(mean(a) - mean(b), t$conf.int) */
static const struct {
  const char *file;
  guint column, a, b;
  double u, u_log_p;
  BsEstimate shift, shift_by_uniroot;
  BsEstimate delta, g;
  double t, t_df, t_log_p;
  BsEstimate difference;
} expected[] = {
  { "blogs7.csv", 2, 0, 1, 6746, -0.91863154386954,
    { -0.2534, -0.9296, 0.3833 }, { -0.25350954562888, -0.92966532841038, 0.38330043763489 },
    { -0.063055555555556, -0.2084670980337, 0.085083405063079 },
    { -0.077163233068158, -0.3294093347612, 0.17524477466997 },
    -0.59959563392822, 237.27135885564, -0.59902335886802,
    { -0.1976625, -0.84709615715702, 0.45177115715702 } },
  { "blogs7.csv", 2, 0, 4, 11555, -35.115000069407,
    { 2.1801, 1.7269, 2.6481 }, { 2.1804458657658, 1.726836336677, 2.6481454413556 },
    { 0.60486111111111, 0.47788137837569, 0.70708006635992 },
    { 1.1497539020863, 0.87617132276859, 1.4212512692076 },
    8.9341437932489, 194.50019456048, -35.697384557889,
    { 2.3585775, 1.8379153248192, 2.8792396751808 } },
  { "blogs7.csv", 2, 4, 5, 806, -73.380617747226,
    { -4.2187, -4.615, -3.798 }, { -4.2186781128045, -4.6150422647104, -3.7979615772709 },
    { -0.88805555555556, -0.93469693491904, -0.81134980485317 },
    { -2.3664928987468, -2.6947862321238, -2.0351897119799 },
    -18.388794162595, 224.4733877269, -105.81074060595,
    { -4.0574625, -4.4922701561626, -3.6226548438374 } },
  { "airquality.csv", 1, 0, 1, 82, -1.6476505656689,
    { -6, -18, 5 }, { -6.0000063827887, -18.000004070093, 4.9999725026201 },
    { -0.2991452991453, -0.64404655628832, 0.14682771610818 },
    { -0.26713454571437, -1.0085380202634, 0.47827149544248 },
    -0.78010089673752, 16.937642904935, -0.80721940623839,
    { -5.8290598290598, -21.598418900482, 9.9402992423624 } },
  { "airquality.csv", 1, 1, 2, 51.5, -4.259013074692,
    { -29, -51, -8 }, { -28.999991027373, -50.999992353292, -8.0000196154966 },
    { -0.55982905982906, -0.81486232940382, -0.12320661557571 },
    { -1.001121466682, -1.7729892853973, -0.21553729450654 },
    -3.418598460727, 24.792265862146, -6.1276577668365,
    { -29.67094017094, -47.55382961464, -11.78805072724 } },
  { "airquality.csv", 1, 2, 3, 348, -0.14855671185136,
    { 2, -18, 21 }, { 1.9999310430777, -18.000034054377, 20.999987506523 },
    { 0.029585798816568, -0.29438020276297, 0.34745307795567 },
    { -0.023224015514673, -0.55852184479455, 0.51230544291336 },
    -0.085018137322164, 47.635640600877, -0.069775364131103,
    { -0.84615384615385, -20.861207488918, 19.16889979661 } },
  { "airquality.csv", 1, 0, 3, 127.5, -9.0213094503197,
    { -32, -53, -15 }, { -31.999958721932, -52.99998541627, -14.999978983025 },
    { -0.62278106508876, -0.81145399074691, -0.31654204558465 },
    { -1.1131162299757, -1.6862493204747, -0.53039076695976 },
    -4.0748796622108, 39.279159302766, -8.4362744405387,
    { -36.346153846154, -54.383578186012, -18.308729506296 } },
  { "rates.csv", 1, 0, 4, 39, -0.17799655777535,
    { -0.36, -6.635, 4.817 }, { -0.36, -6.635, 4.817 },
    { -0.071428571428571, -0.61722484815046, 0.52077949401421 },
    { -0.1790331098233, -1.06873939909, 0.71587436529011 },
    -0.41318819136645, 14.553503809584, -0.377618007214,
    { -1.0222857142857, -6.3099181420761, 4.2653467135046 } },
  { "rates.csv", 1, 0, 1, 240, -1.3831078876134,
    { 2.786, -1.164, 6.435 }, { 2.7860270261105, -1.164032093918, 6.4349839424514 },
    { 0.26984126984127, -0.42076601617755, 0.76243605345381 },
    { 0.61612968290571, -0.1715916162257, 1.3987403919171 },
    1.2528597520552, 6.9242056833331, -1.3826681806434,
    { 2.3806031746032, -2.1224925827548, 6.8836989319612 } },
  { "rates.csv", 1, 1, 2, 3127.5, -0.43232526082252,
    { 0, -1, 1 }, { 7.5590093480376e-07, -0.99999162046133, 1.0000329702197 },
    { 0.043543543543544, -0.16040383168507, 0.2439251436839 },
    { 0.21066967788629, -0.11414421557425, 0.53484088936437 },
    1.1150009511341, 76.671719361547, -1.3155273623886,
    { 0.61561561561562, -0.48387319297152, 1.7151044242028 } },
  { "rates.csv", 1, 2, 3, 1953, -1.3888311820613,
    { 0.6, -0.4, 1.5 }, { 0.59994420385643, -0.39994171846296, 1.4999589590145 },
    { 0.13513513513514, -0.12046362176149, 0.37393085693616 },
    { 0.19240597036507, -0.20459136647437, 0.58871886676332 },
    0.94353225885982, 47.468387057205, -1.0492894021055,
    { 0.47614065678582, -0.53879233078662, 1.4910736443583 } },
  { "rates.csv", 1, 3, 4, 100, -3.8842710456513,
    { -4.3915, -7.41, -0.926 }, { -4.3967307132739, -7.4100658749446, -0.92594009795563 },
    { -0.46236559139785, -0.80496665732401, 0.11146643231924 },
    { -1.203529600458, -1.9009230156509, -0.4934218065449 },
    -2.6115954716603, 12.630568028118, -3.8190599097252,
    { -4.4946451612903, -8.2237986078097, -0.76549171477094 } },
};

/* R looks for the step by uniroot() to 1e-4: it must have found the same step of the sorted differences, or the
 * next. */
static void
assert_same_step (const double *all, gsize n, double value, double of_r)
{
  gsize first = 0, end;

  while (all[first] < value - 1e-12)
    first++;
  for (end = first; end < n && all[end] <= value + 1e-12; end++)
    ;
  g_assert_cmpfloat (of_r, >=, all[first > 0 ? first - 1 : 0] - 1e-4);
  g_assert_cmpfloat (of_r, <=, all[MIN (end, n - 1)] + 1e-4);
}

static void
test_as_r (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (Groups) groups = groups_of (expected[i].file, expected[i].column);
      BsSample a = groups.of[expected[i].a], b = groups.of[expected[i].b];
      g_autofree double *all = all_differences (a, b);
      BsTest u = bs_mann_whitney (a, b), t = bs_welch_t (a, b);
      BsEstimate shift = bs_hodges_lehmann (a, b);

      g_test_message ("%s: %s and %s", expected[i].file, groups.name[expected[i].a], groups.name[expected[i].b]);
      g_assert_cmpfloat (u.statistic, ==, expected[i].u);
      NEAR (u.log_p, expected[i].u_log_p);
      NEAR (log (u.p), expected[i].u_log_p);
      assert_estimate (shift, expected[i].shift, 1e-12);
      assert_same_step (all, a.n * b.n, shift.estimate, expected[i].shift_by_uniroot.estimate);
      assert_same_step (all, a.n * b.n, shift.low, expected[i].shift_by_uniroot.low);
      assert_same_step (all, a.n * b.n, shift.high, expected[i].shift_by_uniroot.high);
      assert_estimate (bs_cliff_delta (a, b), expected[i].delta, 1e-9);
      assert_estimate (bs_hedges_g (a, b), expected[i].g, 1e-9);
      NEAR (t.statistic, expected[i].t);
      NEAR (t.df1, expected[i].t_df);
      NEAR (t.log_p, expected[i].t_log_p);
      assert_estimate (bs_mean_difference (a, b), expected[i].difference, 1e-9);
    }
}

/* R: x <- unlist(l); r <- rank(x); n <- length(x); e <- lengths(l); m <- tapply(r, rep(seq_along(l), e), mean)
 *    v <- n * (n + 1) / 12 - sum(table(x)^3 - table(x)) / (12 * (n - 1))
 *    z <- (m[i] - m[j]) / sqrt(v * (1 / e[i] + 1 / e[j])); c(z, log(2) + pnorm(-abs(z), log.p = TRUE)) */
static void
test_dunn_as_r (void)
{
  static const double air[][2] = {
    { -0.92515861626873, -1.0359659760559 }, { -4.4194706406116, -11.523552113324 },
    { -4.1328134222051, -10.236586564753 }, { -1.3212022825202, -1.6796783897355 },
    { -2.2442080323947, -3.6961450056096 }, { -2.0386354872877, -3.1823891167354 },
    { 0.0025385552695226, -0.0020275259230931 }, { 0.28665721840644, -0.25569928730834 },
    { 3.2171991242774, -6.6496406341008 }, { 2.9228277777795, -5.663980249513 },
  };
  static const double rates[][2] = {
    { 1.3729186531813, -1.7732657156635 }, { 1.6007004896051, -2.2123489216849 },
    { 1.9799249306202, -3.0425730828303 }, { -0.13976112251142, -0.11782821376436 },
    { 0.43558569982598, -0.41077314889864 }, { 1.2293225555347, -1.5189078037679 },
    { -1.9364176592924, -2.9409303427477 }, { 1.0078689197885, -1.1599004369827 },
    { -2.2715066521652, -3.7672162126502 }, { -2.632463487525, -4.7704206795877 },
  };
  static const double blogs[][2] = {
    { -0.86529595409045, -0.94965009199195 }, { 0.97650078385518, -1.1122558614456 },
    { -5.3733482037638, -16.375728786661 }, { 7.5258799684205, -30.580510630987 },
    { -5.8599358440502, -19.190609559371 }, { -1.6377438565352, -2.2879414585933 },
    { 1.8417967379456, -2.7256305222414 }, { -4.5080522496734, -11.93718407532 },
    { 8.3911759225109, -37.572618754706 }, { -4.9946398899597, -14.344064876855 },
    { -0.77244790244477, -0.82132335692351 }, { -6.349848987619, -22.257937735756 },
    { 6.5493791845653, -23.57443448936 }, { -6.8364366279054, -25.536848025072 },
    { -2.6142446403904, -4.7169403100822 }, { 12.899228172184, -85.983924791767 },
    { -0.48658764028637, -0.46752576702894 }, { 3.7356043472286, -8.5829863328844 },
    { -13.385815812471, -92.415524632395 }, { -9.1636238249557, -44.438607283639 },
    { 4.222191987515, -10.629414601053 },
  };
  static const struct {
    const char *file;
    guint column;
    const double (*rows)[2];
    guint n;
  } sets[] = { { "airquality.csv", 1, air, G_N_ELEMENTS (air) },
               { "rates.csv", 1, rates, G_N_ELEMENTS (rates) },
               { "blogs7.csv", 2, blogs, G_N_ELEMENTS (blogs) } };

  for (guint set = 0; set < G_N_ELEMENTS (sets); set++)
    {
      g_auto (Groups) groups = groups_of (sets[set].file, sets[set].column);
      BsTest tests[MOST_GROUPS * MOST_GROUPS];

      g_assert_cmpuint (groups.k * (groups.k - 1) / 2, ==, sets[set].n);
      bs_dunn (groups.of, groups.k, tests);
      for (guint i = 0; i < sets[set].n; i++)
        {
          NEAR (tests[i].statistic, sets[set].rows[i][0]);
          NEAR (tests[i].log_p, sets[set].rows[i][1]);
        }
    }
}

static void
test_dunn_without_values (void)
{
  static const double low[] = { 1, 2 }, high[] = { 3, 4 };
  const BsSample groups[] = { { low, 2 }, { NULL, 0 }, { high, 2 } }, equal[] = { { low, 1 }, { low, 1 } };
  BsTest tests[3];

  bs_dunn (groups, 3, tests);
  g_assert_true (isnan (tests[0].p) && isnan (tests[2].statistic));
  NEAR (tests[1].statistic, -2 / sqrt (4 * 5 / 12.0));
  bs_dunn (equal, 2, tests);
  g_assert_true (isnan (tests[0].p));
}

/* Kilgarriff 2001 (IJCL 6), page 238: the ranks of a sum up to 31, so that U is 31 - 5 * 6 / 2. */
static void
test_kilgarriff (void)
{
  static const double a[] = { 12, 15, 18, 24, 88 }, b[] = { 3, 3, 13, 27, 33 };

  g_assert_cmpfloat (bs_mann_whitney ((BsSample){ a, 5 }, (BsSample){ b, 5 }).statistic, ==, 16);
}

/* ---- Small samples ------------------------------------------------------------------------------------------------- */

/* R: a <- c(1.1, 2.4, 3.5); b <- c(2, 4.6, 7.2, 8.9); w <- wilcox.test(a, b, conf.int = TRUE)
 *    c(w$statistic, w$p.value, w$estimate, w$conf.int): 2, 0.228571428571429, -3.6, -7.8, 1.5, whose coverage is
 *    1 - 2 * pwilcox(0, 3, 4), 94.3 %; b <- c(b, 9.3): 2, 0.142857142857143, -4.8, -8.2, 1.5, whose is 96.4 %. */
static void
test_exact (void)
{
  static const double a[] = { 1.1, 2.4, 3.5 }, b[] = { 2, 4.6, 7.2, 8.9, 9.3 };
  BsTest u = bs_mann_whitney ((BsSample){ a, 3 }, (BsSample){ b, 4 });
  BsEstimate shift = bs_hodges_lehmann ((BsSample){ a, 3 }, (BsSample){ b, 4 });

  g_assert_cmpfloat (u.statistic, ==, 2);
  NEAR (u.p, 0.228571428571429);
  NEAR (shift.estimate, -3.6);
  g_assert_true (isnan (shift.low) && isnan (shift.high));
  u = bs_mann_whitney ((BsSample){ a, 3 }, (BsSample){ b, 5 });
  NEAR (u.p, 0.142857142857143);
  assert_estimate (bs_hodges_lehmann ((BsSample){ a, 3 }, (BsSample){ b, 5 }), (BsEstimate){ -4.8, -8.2, 1.5 }, 1e-12);
}

static void
assert_no_estimate (BsEstimate estimate)
{
  g_assert_true (isnan (estimate.estimate) && isnan (estimate.low) && isnan (estimate.high));
}

static void
test_no_answer (void)
{
  static const double same[] = { 7, 7, 7, 7, 7, 7 }, other[] = { 1, 2, 3, 4, 5, 6 };
  BsSample none = { NULL, 0 }, flat = { same, 6 }, some = { other, 6 }, one = { other, 1 };

  assert_no_estimate (bs_cliff_delta (none, some));
  assert_no_estimate (bs_hodges_lehmann (some, none));
  assert_no_estimate (bs_hedges_g (none, none));
  assert_no_estimate (bs_hedges_g (flat, flat));
  assert_no_estimate (bs_hedges_g (one, one));
  assert_no_estimate (bs_mean_difference (none, some));
  g_assert_true (isnan (bs_mann_whitney (none, some).p) && isnan (bs_mann_whitney (flat, flat).p));
  g_assert_true (isnan (bs_welch_t (flat, flat).p) && isnan (bs_welch_t (one, some).p));
  g_assert_cmpfloat (bs_cliff_delta (flat, flat).estimate, ==, 0);
  g_assert_true (isnan (bs_cliff_delta (flat, flat).low));
  g_assert_true (isnan (bs_cliff_delta ((BsSample){ other, 4 }, some).high));
  g_assert_cmpfloat (bs_hodges_lehmann (flat, flat).estimate, ==, 0);
  g_assert_true (isnan (bs_hodges_lehmann (flat, flat).low));
  g_assert_cmpfloat (bs_mean_difference (one, some).estimate, ==, -2.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair/as-r", test_as_r);
  g_test_add_func ("/pair/dunn-as-r", test_dunn_as_r);
  g_test_add_func ("/pair/dunn-without-values", test_dunn_without_values);
  g_test_add_func ("/pair/kilgarriff", test_kilgarriff);
  g_test_add_func ("/pair/exact", test_exact);
  g_test_add_func ("/pair/no-answer", test_no_answer);
  return g_test_run ();
}
