#include "base/random.h"

#include <math.h>

/* The first ten numbers from the state 1, 2, 3, 4, as the authors' xoshiro256plusplus.c prints them
 * (prng.di.unimi.it; the same stand in the tests of other implementations). */
static void
test_published (void)
{
  static const guint64 expected[] = { 41943041u,
                                      58720359u,
                                      3588806011781223u,
                                      3591011842654386u,
                                      9228616714210784205u,
                                      9973669472204895162u,
                                      14011001112246962877u,
                                      12406186145184390807u,
                                      15849039046786891736u,
                                      10450023813501588000u };
  BsRandom random = { .state = { 1, 2, 3, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (bs_random_next (&random), ==, expected[i]);
}

/* XXH3 of nothing with seed 0 is 2D06800538D394C2 (xxHash's own sanity test); splitmix64 from there, in Python:
 *   s = (s + 0x9e3779b97f4a7c15) % 2**64; z = (s ^ s >> 30) * 0xbf58476d1ce4e5b9 % 2**64
 *   z = (z ^ z >> 27) * 0x94d049bb133111eb % 2**64; z ^ z >> 31 */
static void
test_start (void)
{
  static const guint64 expected[] = { 0x59b0ed710b28abee, 0x97fcceb23526f9ec, 0xd58c06b1348428fd,
                                      0x848b760fbe9198cc };
  BsRandom random;

  bs_random_init (&random, 0, "");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (random.state[i], ==, expected[i]);
}

static void
test_streams (void)
{
  BsRandom a, again, named, seeded;
  guint64 first;

  bs_random_init (&a, 1, "mean/Gazette");
  bs_random_init (&again, 1, "mean/Gazette");
  bs_random_init (&named, 1, "mean/Courier");
  bs_random_init (&seeded, 2, "mean/Gazette");
  first = bs_random_next (&a);
  g_assert_cmpuint (first, ==, bs_random_next (&again));
  g_assert_cmpuint (first, !=, bs_random_next (&named));
  g_assert_cmpuint (first, !=, bs_random_next (&seeded));
}

/* Chi-squared over the faces of a die; 20.5 is its 99.9th percentile on 5 degrees of freedom (R: qchisq (.999, 5)). */
static void
test_below (void)
{
  const guint n = 600000;
  guint counts[6] = { 0 };
  double chi_squared = 0;
  BsRandom random;

  bs_random_init (&random, 7, "die");
  for (guint i = 0; i < n; i++)
    counts[bs_random_below (&random, 6)]++;
  for (guint i = 0; i < 6; i++)
    chi_squared += pow (counts[i] - n / 6.0, 2) / (n / 6.0);
  g_assert_cmpfloat (chi_squared, <, 20.5);
  g_assert_cmpuint (bs_random_below (&random, 1), ==, 0);
}

/* Of the published numbers b above and those after them, in Python, until it was done five times: low = b % 2**32 * 11;
 * high = (b >> 32) * 11; if min (low % 2**32, high % 2**32) >= 2**32 % 11: c[low >> 32] += 1; c[high >> 32] += 1. The
 * first two are thrown away by that. Of one more only the high half, for the odd one. */
static void
test_resample (void)
{
  static const guint16 first[11] = { 3, 0, 1, 0, 0, 2, 2, 1, 2, 0, 0 };
  static const guint16 second[11] = { 0, 1, 1, 0, 1, 0, 3, 2, 0, 2, 1 };
  BsRandom random = { .state = { 1, 2, 3, 4 } };
  guint16 counts[11];

  bs_random_resample (&random, 11, counts);
  g_assert_cmpmem (counts, sizeof counts, first, sizeof first);
  bs_random_resample (&random, 11, counts);
  g_assert_cmpmem (counts, sizeof counts, second, sizeof second);
  bs_random_resample (&random, 1, counts);
  g_assert_cmpuint (counts[0], ==, 1);
}

/* Every place is as likely: chi-squared of the totals over n - 1 degrees of freedom, R: qchisq (c (.001, .999), 99). */
static void
test_resample_is_even (void)
{
  const guint n = 100, resamples = 5000;
  guint totals[100] = { 0 };
  double chi_squared = 0;
  BsRandom random;

  bs_random_init (&random, 3, "resample");
  for (guint k = 0; k < resamples; k++)
    {
      guint16 counts[100];
      guint sum = 0;

      bs_random_resample (&random, n, counts);
      for (guint i = 0; i < n; i++)
        {
          totals[i] += counts[i];
          sum += counts[i];
        }
      g_assert_cmpuint (sum, ==, n);
    }
  for (guint i = 0; i < n; i++)
    chi_squared += pow ((double) totals[i] - resamples, 2) / resamples;
  g_assert_cmpfloat (chi_squared, >, 61.1);
  g_assert_cmpfloat (chi_squared, <, 148.3);
}

static void
test_unit (void)
{
  double sum = 0;
  BsRandom random;

  bs_random_init (&random, 7, "unit");
  for (guint i = 0; i < 100000; i++)
    {
      double u = bs_random_unit (&random);

      g_assert_true (u >= 0 && u < 1);
      sum += u;
    }
  g_assert_cmpfloat_with_epsilon (sum / 100000, 0.5, 4 / sqrt (12 * 100000)); /* four standard errors */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/published", test_published);
  g_test_add_func ("/random/start", test_start);
  g_test_add_func ("/random/streams", test_streams);
  g_test_add_func ("/random/below", test_below);
  g_test_add_func ("/random/resample", test_resample);
  g_test_add_func ("/random/resample-is-even", test_resample_is_even);
  g_test_add_func ("/random/unit", test_unit);
  return g_test_run ();
}
