/* Intervals by resampling, against the definitions written out in another language over the same resamples. */
#include "compare/interval.h"

#include <math.h>

static const double values[] = { 3.1, 4.7, 4.7, 5.2, 5.5, 6.0, 6.0, 6.3, 6.8, 7.1, 7.4,
                                 7.9, 8.4, 8.8, 9.3, 9.9, 11.2, 12.5, 14.0, 21.7 };

static void
assert_estimate (BsEstimate found, BsEstimate expected)
{
  g_assert_cmpfloat_with_epsilon (found.estimate, expected.estimate, 1e-10);
  g_assert_cmpfloat_with_epsilon (found.low, expected.low, 1e-10);
  g_assert_cmpfloat_with_epsilon (found.high, expected.high, 1e-10);
}

static BsLocation
location_of (const double *sorted, gsize n, BsBootstrap kind)
{
  BsRandom random = { .state = { 1, 2, 3, 4 } };
  BsLocation location;

  bs_bootstrap_location ((BsSample){ sorted, n }, kind, 400, &random, &location);
  return location;
}

/* data/bootstrap.py prints these: other code for the same generator, every figure from the resample written out. */
static void
test_bca (void)
{
  BsLocation location = location_of (values, G_N_ELEMENTS (values), BS_BOOTSTRAP_BCA);

  assert_estimate (location.mean, (BsEstimate){ 8.325000000000, 6.984309591505, 10.466467211148 });
  assert_estimate (location.trimmed_mean, (BsEstimate){ 7.450000000000, 6.182882771657, 8.922575946118 });
  assert_estimate (location.sd, (BsEstimate){ 4.177366962195, 2.573278947204, 7.121324536762 });
  assert_estimate (location.iqr, (BsEstimate){ 3.575000000000, 1.653976892192, 6.500000000000 });
}

static void
test_t (void)
{
  BsLocation location = location_of (values, G_N_ELEMENTS (values), BS_BOOTSTRAP_T);

  assert_estimate (location.mean, (BsEstimate){ 8.325000000000, 6.947540899307, 11.262207630134 });
  assert_estimate (location.trimmed_mean, (BsEstimate){ 7.450000000000, 6.251898200471, 9.447951786972 });
  assert_estimate (location.sd, (BsEstimate){ 4.177366962195, 2.397827157924, 14.474239797680 });
  assert_estimate (location.iqr, (BsEstimate){ 3.575000000000, 1.653976892192, 6.500000000000 });
}

/* A third of the resamples of four equal values and one other, (4/5)^5, hold the four alone, and lie below the mean
 * with no spread: nothing bounds the mean from above. */
static void
test_open_end (void)
{
  static const double one_off[] = { 1, 1, 1, 1, 9 };
  BsLocation location = location_of (one_off, 5, BS_BOOTSTRAP_T);

  g_assert_cmpfloat (location.mean.estimate, ==, 2.6);
  g_assert_true (isfinite (location.mean.low));
  g_assert_true (isnan (location.mean.high));
  g_assert_cmpfloat (location.mean.low, <=, 2.6);
}

static void
test_no_interval (void)
{
  static const double few[] = { 1, 2, 3, 9 }, same[] = { 2, 2, 2, 2, 2, 2 };
  BsLocation location = location_of (few, 4, BS_BOOTSTRAP_T);

  g_assert_cmpfloat (location.mean.estimate, ==, 3.75);
  g_assert_true (isnan (location.mean.low) && isnan (location.mean.high));
  g_assert_true (isnan (location.iqr.low) && isnan (location.iqr.high));
  location = location_of (same, 6, BS_BOOTSTRAP_BCA);
  g_assert_cmpfloat (location.sd.estimate, ==, 0);
  g_assert_true (isnan (location.sd.low) && isnan (location.mean.high) && isnan (location.trimmed_mean.low));
}

/* In another unit the intervals are the same: scores times 1000, and a level that dwarfs the spread. */
static void
test_unit (void)
{
  double other[G_N_ELEMENTS (values)];
  BsLocation plain = location_of (values, G_N_ELEMENTS (values), BS_BOOTSTRAP_T), scaled;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    other[i] = 1e6 + 1000 * values[i];
  scaled = location_of (other, G_N_ELEMENTS (values), BS_BOOTSTRAP_T);
  g_assert_cmpfloat_with_epsilon (scaled.mean.high, 1e6 + 1000 * plain.mean.high, 1e-5);
  g_assert_cmpfloat_with_epsilon (scaled.trimmed_mean.low, 1e6 + 1000 * plain.trimmed_mean.low, 1e-5);
  g_assert_cmpfloat_with_epsilon (scaled.sd.high, 1000 * plain.sd.high, 1e-5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bootstrap/bca", test_bca);
  g_test_add_func ("/bootstrap/t", test_t);
  g_test_add_func ("/bootstrap/open-end", test_open_end);
  g_test_add_func ("/bootstrap/no-interval", test_no_interval);
  g_test_add_func ("/bootstrap/unit", test_unit);
  return g_test_run ();
}
