/* The distances of R for the same counts, and what they do where there is nothing to compare. */
#include "compare/distance.h"
#include "compare/thin.h"

#include <math.h>

#define NEAR(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-12)

/* Five texts by six words, with a word that one text lacks. The expected values are those of R 4.2.2:
 *   x <- matrix(c(120,80,60,44,10,3, 90,95,50,20,25,0, 60,40,42,30,2,7, 200,120,130,77,31,5, 33,41,20,9,12,1), 5,
 *               byrow = TRUE)
 *   s <- c(2000, 1900, 1000, 3600, 700); n <- ncol(x); z <- scale(x / s)
 * and by pair, in the order of dist(): (1,0), (2,0), (3,0), (4,0), (2,1) … */
static const double counts[] = { 120, 80, 60, 44, 10, 3, 90, 95, 50, 20, 25, 0, 60, 40, 42, 30, 2, 7,
                                 200, 120, 130, 77, 31, 5, 33, 41, 20, 9, 12, 1 };
static const double sizes[] = { 2000, 1900, 1000, 3600, 700 };
static const BsWordCounts five = { counts, sizes, 5, 6 };

static void
check_pairs (BsDistance kind, const double *expected)
{
  g_autofree double *matrix = bs_distances (kind, &five);
  guint pair = 0;

  for (guint j = 0; j < 5; j++)
    {
      NEAR (matrix[j * 5 + j], 0);
      for (guint i = j + 1; i < 5; i++, pair++)
        {
          NEAR (matrix[i * 5 + j], expected[pair]);
          g_assert_true (matrix[j * 5 + i] == matrix[i * 5 + j]);
        }
    }
}

/* R: z[2, ] */
static void
test_z_scores (void)
{
  static const double expected[] = { -1.033311400642046, 0.566613993853750, -0.983873687516003, -1.128903840812820,
                                     0.652296790734944, -0.832036217454776 };
  g_autofree double *z = bs_word_z_scores (&five);

  for (guint i = 0; i < 6; i++)
    NEAR (z[6 + i], expected[i]);
}

/* R: dist(z, "manhattan") / n */
static void
test_delta (void)
{
  check_pairs (BS_DISTANCE_DELTA,
               (const double[]){ 1.151099122566469, 0.902639135535060, 0.505282970700729, 1.213915221544470,
                                 2.053738258101528, 1.188841994155287, 0.454933271429991, 1.088980894283882,
                                 2.116554357079530, 1.256520389869233 });
}

/* R: 1 - z %*% t(z) / sqrt(outer(rowSums(z^2), rowSums(z^2))) */
static void
test_cosine (void)
{
  check_pairs (BS_DISTANCE_COSINE,
               (const double[]){ 1.469709622798926, 0.706725208502109, 0.599972511114871, 1.725921903841207,
                                 1.954921747881718, 1.518327847216611, 0.147361290071036, 0.652477615908923,
                                 1.757961879629724, 1.740806964637244 });
}

/* R: dist(sweep(z, 2, (n:1) / n, "*"), "manhattan") / n */
static void
test_eder (void)
{
  check_pairs (BS_DISTANCE_EDER,
               (const double[]){ 0.743467882841049, 0.377517704224632, 0.355433655942813, 0.827018240041407,
                                 1.120985587065680, 0.787398893480874, 0.240881826255768, 0.520323885532840,
                                 1.204535944266039, 0.871759633470557 });
}

/* R: h <- function(v) -sum(ifelse(v > 0, v * log2(v), 0))
 *    jsd <- function(a, b) { p <- a / sum(a); q <- b / sum(b); h((p + q) / 2) - (h(p) + h(q)) / 2 } */
static void
test_jensen_shannon (void)
{
  check_pairs (BS_DISTANCE_JSD,
               (const double[]){ 0.02944570714484840, 0.01487250393242645, 0.00529488309925341, 0.03212509213854453,
                                 0.06996535883194888, 0.02842677476273003, 0.00573426675204303, 0.02014502345862468,
                                 0.06586646065121249, 0.02994618404694016 });
}

/* R: chi <- function(i, j) { o <- rbind(x[i, ], x[j, ]); e <- outer(s[c(i, j)], colSums(o)) / sum(s[c(i, j)])
 *      sum((o - e)^2 / e) / (n - 1) } */
static void
test_chi2 (void)
{
  check_pairs (BS_DISTANCE_CHI2,
               (const double[]){ 4.683911483253588, 2.420651828298887, 1.156591071173870, 3.426372615629755,
                                 8.996064073226544, 5.509738853928024, 0.869993965521299, 3.741507159434784,
                                 5.143377360961847, 3.617955200574559 });
}

static void
test_extremes (void)
{
  static const double apart[] = { 4, 0, 0, 4 }, ten[] = { 10, 10 }, none[] = { 0, 0, 3, 1 };
  g_autofree double *jsd = bs_distances (BS_DISTANCE_JSD, &(BsWordCounts){ apart, ten, 2, 2 });
  g_autofree double *empty = bs_distances (BS_DISTANCE_JSD, &(BsWordCounts){ none, ten, 2, 2 });
  g_autofree double *delta = bs_distances (BS_DISTANCE_DELTA, &(BsWordCounts){ apart, ten, 2, 2 });
  g_autofree double *chi2 = bs_distances (BS_DISTANCE_CHI2, &(BsWordCounts){ apart, ten, 2, 1 });

  g_assert_true (jsd[1] == 1);
  g_assert_true (isnan (empty[1]) && isnan (delta[1]) && isnan (chi2[1]));
}

/* A word that all use as often tells nothing apart and must not make the distance NAN. */
static void
test_word_without_spread (void)
{
  static const double same[] = { 5, 1, 5, 2, 5, 4 }, ten[] = { 10, 10, 10 };
  g_autofree double *z = bs_word_z_scores (&(BsWordCounts){ same, ten, 3, 2 });
  g_autofree double *delta = bs_distances (BS_DISTANCE_DELTA, &(BsWordCounts){ same, ten, 3, 2 });

  g_assert_true (z[0] == 0 && z[2] == 0 && z[4] == 0);
  NEAR (delta[1], (z[3] - z[1]) / 2);
}

/* ---- Thinning ----------------------------------------------------------------------------------------------------- */

static void
test_thinning_takes_so_many (void)
{
  static const double much[] = { 500, 300, 0, 199, 1 };
  double drawn[5], sum = 0;
  BsRandom random;

  bs_random_init (&random, 1, "thin");
  bs_thin_counts (much, 5, 400, &random, drawn);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (drawn[i], >=, 0);
      g_assert_cmpfloat (drawn[i], <=, much[i]);
      sum += drawn[i];
    }
  g_assert_true (sum == 400);
  bs_thin_counts (much, 5, 1000, &random, drawn);
  for (guint i = 0; i < 5; i++)
    g_assert_true (drawn[i] == much[i]);
}

/* The number drawn of a class is hypergeometric: of 500 in 1,000, drawing 400, R: mean 400 * .5 = 200, variance
 * 400 * .5 * .5 * (600 / 999) = 60.06. Of 4,000 draws the mean has a standard error of 0.12, the variance one of 1.34.
 */
static void
test_thinning_is_hypergeometric (void)
{
  static const double much[] = { 500, 300, 0, 199, 1 };
  double sum = 0, squares = 0;
  BsRandom random;

  bs_random_init (&random, 2, "thin");
  for (guint i = 0; i < 4000; i++)
    {
      double drawn[5];

      bs_thin_counts (much, 5, 400, &random, drawn);
      sum += drawn[0];
      squares += (drawn[0] - 200) * (drawn[0] - 200);
    }
  g_assert_cmpfloat_with_epsilon (sum / 4000, 200, 0.5);
  g_assert_cmpfloat_with_epsilon (squares / 4000, 60.06, 5.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distance/z-scores", test_z_scores);
  g_test_add_func ("/distance/delta", test_delta);
  g_test_add_func ("/distance/cosine", test_cosine);
  g_test_add_func ("/distance/eder", test_eder);
  g_test_add_func ("/distance/jensen-shannon", test_jensen_shannon);
  g_test_add_func ("/distance/chi2", test_chi2);
  g_test_add_func ("/distance/extremes", test_extremes);
  g_test_add_func ("/distance/word-without-spread", test_word_without_spread);
  g_test_add_func ("/distance/thinning-takes-so-many", test_thinning_takes_so_many);
  g_test_add_func ("/distance/thinning-is-hypergeometric", test_thinning_is_hypergeometric);
  return g_test_run ();
}
