/* What is left at equal length, against R 4.2.2.
 *
 * wquantile <- function(x, wt, p) {
 *   o <- order(x); x <- x[o]; s <- cumsum(wt[o]); k <- which(s > p - 1e-12)[1]
 *   if (abs(s[k] - p) < 1e-12 && k < length(x)) (x[k] + x[k + 1]) / 2 else x[k] }
 * run <- function(wa, wb, a, b) {
 *   limits <- unname(quantile(c(wa, wb), 1:4/5, type = 7))
 *   band <- function(w) factor(1 + rowSums(outer(w, limits, ">")), 1:5)
 *   fa <- band(wa); fb <- band(wb); na <- table(fa); nb <- table(fb)
 *   w <- ifelse(na >= 3 & nb >= 3, na + nb, 0); covered <- sum(w) / length(c(a, b)); w <- w / sum(w)
 *   cat("limits", limits, "\nweights", w, "covered", covered, "\n")
 *   for (g in list(list(a, fa, na), list(b, fb, nb))) {
 *     x <- g[[1]]; f <- g[[2]]; m <- as.numeric(g[[3]]); keep <- w[f] > 0; wt <- (w[f] / m[f])[keep]; x <- x[keep]
 *     est <- wquantile(x, wt, .5); p <- tapply(x <= est, f[keep], mean)
 *     e <- qnorm(.975) * sqrt(sum((w^2 * p * (1 - p) / (m - 1))[w > 0]))
 *     cat("median", est, wquantile(x, wt, .5 - e), wquantile(x, wt, .5 + e), "\n") }
 *   d <- v <- 0
 *   for (k in which(w > 0)) {
 *     s <- sign(outer(a[fa == k], b[fb == k], "-"))
 *     d <- d + w[k] * mean(s); v <- v + w[k]^2 * (var(rowMeans(s)) / nrow(s) + var(colMeans(s)) / ncol(s)) }
 *   e <- qnorm(.975) * sqrt(v) / (1 - d^2)
 *   cat("delta", d, tanh(atanh(d) - e), tanh(atanh(d) + e), "\n") }
 * i <- 1:60; j <- 1:45
 */
#include "compare/standardize.h"

#include <math.h>

#include "base/quantile.h"

#define MANY 60

typedef struct {
  double values[MANY], words[MANY];
  guint n;
  double room[MANY];
  BsSample bands[BS_BANDS];
} Group;

static void
add (Group *group, guint words, guint value)
{
  group->words[group->n] = words;
  group->values[group->n++] = value / 4.0 + words / 100;
}

static void
divide (Group *group, const double limits[BS_BANDS - 1])
{
  double *at = group->room;

  for (guint band = 0; band < BS_BANDS; band++)
    {
      double *start = at;

      for (guint i = 0; i < group->n; i++)
        if (bs_band_of (group->words[i], limits) == band)
          *at++ = group->values[i];
      group->bands[band] = (BsSample){ start, (gsize) (at - start) };
      bs_sort_doubles (start, group->bands[band].n);
    }
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-12);
}

static void
assert_estimate (BsEstimate e, double estimate, double low, double high)
{
  assert_near (e.estimate, estimate);
  assert_near (e.low, low);
  assert_near (e.high, high);
}

/* Divides both groups, and fills the weights. */
static guint
weigh (Group *a, Group *b, double weights[BS_BANDS], double *covered)
{
  double words[2 * MANY], limits[BS_BANDS - 1];
  BsSample both[2 * BS_BANDS];
  guint n = 0;

  for (guint i = 0; i < a->n; i++)
    words[n++] = a->words[i];
  for (guint i = 0; i < b->n; i++)
    words[n++] = b->words[i];
  bs_sort_doubles (words, n);
  bs_bands_limits (words, n, limits);
  divide (a, limits);
  divide (b, limits);
  for (guint band = 0; band < BS_BANDS; band++)
    {
      both[band] = a->bands[band];
      both[BS_BANDS + band] = b->bands[band];
    }
  return bs_bands_weights (both, 2, weights, covered);
}

/* wa <- 100 + (37 * i) %% 400; a <- ((i * 29) %% 41) / 4 + wa %/% 100 */
static void
fill_a (Group *a)
{
  *a = (Group){ .n = 0 };
  for (guint i = 1; i <= 60; i++)
    add (a, 100 + 37 * i % 400, i * 29 % 41);
}

/* wb <- 150 + (53 * i) %% 500; b <- ((i * 23) %% 43) / 4 + wb %/% 100; run(wa, wb, a, b) */
static void
test_overlap (void)
{
  Group a, b = { .n = 0 };
  double weights[BS_BANDS], covered;

  fill_a (&a);
  for (guint i = 1; i <= 60; i++)
    add (&b, 150 + 53 * i % 500, i * 23 % 43);
  g_assert_cmpuint (weigh (&a, &b, weights, &covered), ==, 5);
  assert_near (covered, 1);
  for (guint band = 0; band < BS_BANDS; band++)
    assert_near (weights[band], 0.2);
  assert_estimate (bs_standard_median (a.bands, weights), 8.25, 6, 9);
  assert_estimate (bs_standard_median (b.bands, weights), 7.75, 6.25, 8.25);
  assert_estimate (bs_standard_delta (a.bands, b.bands, weights), -0.014972821296350712, -0.2331596672547859,
                   0.20464930144402999);
}

/* wb <- 80 + (53 * j) %% 190; b <- ((j * 23) %% 43) / 4 + wb %/% 100; run(wa, wb, a, b): b has no long ones */
static void
test_apart (void)
{
  Group a, b = { .n = 0 };
  double weights[BS_BANDS], covered;

  fill_a (&a);
  for (guint j = 1; j <= 45; j++)
    add (&b, 80 + 53 * j % 190, j * 23 % 43);
  g_assert_cmpuint (weigh (&a, &b, weights, &covered), ==, 4);
  assert_near (covered, 0.8);
  assert_near (weights[0], 0.25);
  g_assert_cmpfloat (weights[4], ==, 0);
  assert_estimate (bs_standard_median (a.bands, weights), 6.75, 5.25, 8.75);
  assert_estimate (bs_standard_median (b.bands, weights), 6, 4.5, 8.25);
  assert_estimate (bs_standard_delta (a.bands, b.bands, weights), 0.06919515669515669, -0.20543226105259432,
                   0.33372070856561536);
}

/* wa <- 100 * (1 + i %% 4); a <- ((i * 29) %% 41) / 4 + wa %/% 100
 * wb <- 100 * (1 + (j * j) %% 7); b <- ((j * 23) %% 43) / 4 + wb %/% 100; run(wa, wb, a, b): lengths on the limits */
static void
test_ties (void)
{
  Group a = { .n = 0 }, b = { .n = 0 };
  double weights[BS_BANDS], covered;

  for (guint i = 1; i <= 60; i++)
    add (&a, 100 * (1 + i % 4), i * 29 % 41);
  for (guint j = 1; j <= 45; j++)
    add (&b, 100 * (1 + j * j % 7), j * 23 % 43);
  g_assert_cmpuint (weigh (&a, &b, weights, &covered), ==, 3);
  assert_near (covered, 0.73333333333333328);
  assert_near (weights[0], 0.27272727272727271);
  assert_near (weights[1], 0.36363636363636365);
  assert_estimate (bs_standard_median (a.bands, weights), 7, 5.5, 8.5);
  assert_estimate (bs_standard_median (b.bands, weights), 6.875, 5, 9.25);
  assert_estimate (bs_standard_delta (a.bands, b.bands, weights), -0.082983682983682985, -0.34968929367051671,
                   0.19616391555150439);
}

static void
test_nothing_to_compare (void)
{
  Group a = { .n = 0 }, b = { .n = 0 };
  double weights[BS_BANDS], covered;

  for (guint i = 0; i < 20; i++)
    add (&a, 100 + i, 1);
  for (guint i = 0; i < 30; i++)
    add (&b, 900 + i, 2);
  g_assert_cmpuint (weigh (&a, &b, weights, &covered), ==, 0);
  g_assert_cmpfloat (covered, ==, 0);
  g_assert_true (isnan (bs_standard_median (a.bands, weights).estimate));
  g_assert_true (isnan (bs_standard_delta (a.bands, b.bands, weights).estimate));
}

/* Every article of one lies above every one of the other: no variance to make an interval of. */
static void
test_no_overlap_of_values (void)
{
  Group a = { .n = 0 }, b = { .n = 0 };
  double weights[BS_BANDS], covered;
  BsEstimate delta;

  for (guint i = 0; i < 50; i++)
    {
      add (&a, 100 + i % 50, 4000 + i);
      add (&b, 100 + i % 50, i);
    }
  weigh (&a, &b, weights, &covered);
  delta = bs_standard_delta (a.bands, b.bands, weights);
  g_assert_cmpfloat (delta.estimate, ==, 1);
  g_assert_true (isnan (delta.low) && isnan (delta.high));
  g_assert_cmpfloat (bs_standard_delta (b.bands, a.bands, weights).estimate, ==, -1);
}

/* The groups part completely in every band, one way in the first and the other in the second, and the median lies between
 * the bands: neither is known for sure, though nothing varies. */
static void
test_parted_bands (void)
{
  double low[] = { 1, 2, 3, 4 }, high[] = { 5, 6, 7, 8 }, same[] = { 2, 2, 2, 2 };
  const double weights[BS_BANDS] = { 0.5, 0.5 };
  BsSample a[BS_BANDS] = { { low, 4 }, { high, 4 } }, b[BS_BANDS] = { { high, 4 }, { low, 4 } };
  BsSample flat[BS_BANDS] = { { same, 4 }, { same, 4 } };
  BsEstimate found[] = { bs_standard_delta (a, b, weights), bs_standard_median (a, weights),
                         bs_standard_delta (flat, flat, weights), bs_standard_median (flat, weights) };
  static const double estimates[] = { 0, 4.5, 0, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      assert_near (found[i].estimate, estimates[i]);
      g_assert_true (isnan (found[i].low) && isnan (found[i].high));
    }
}

/* Six articles of b are enough for an interval; the three of its first band alone are not, nor the four of a. R:
 * a <- list(c(1, 3, 5, 8), c(2, 4, 7, 9)); b <- list(c(2, 4, 6), c(1, 5, 8)); w <- c(.5, .5); d <- v <- 0
 * p <- sapply(b, function(x) mean(x <= 4.5)); e <- qnorm(.975) * sqrt(sum(w^2 * p * (1 - p) / 2))
 * wquantile(unlist(b), rep(1/6, 6), .5 - e); wquantile(unlist(b), rep(1/6, 6), .5 + e)
 * for (k in 1:2) { s <- sign(outer(a[[k]], b[[k]], "-"))
 *   d <- d + w[k] * mean(s); v <- v + w[k]^2 * (var(rowMeans(s)) / nrow(s) + var(colMeans(s)) / ncol(s)) }
 * e <- qnorm(.975) * sqrt(v) / (1 - d^2); c(d, tanh(atanh(d) - e), tanh(atanh(d) + e)) */
static void
test_few_values (void)
{
  double a_low[] = { 1, 3, 5, 8 }, a_high[] = { 2, 4, 7, 9 }, b_low[] = { 2, 4, 6 }, b_high[] = { 1, 5, 8 };
  const double weights[BS_BANDS] = { 0.5, 0.5 }, first[BS_BANDS] = { 1 };
  BsSample a[BS_BANDS] = { { a_low, 4 }, { a_high, 4 } }, b[BS_BANDS] = { { b_low, 3 }, { b_high, 3 } };
  BsEstimate few = bs_standard_median (b, first);

  assert_estimate (bs_standard_median (b, weights), 4.5, 1, 8);
  assert_estimate (bs_standard_delta (a, b, weights), 0.083333333333333329, -0.57711128581123938,
                   0.67787649784552606);
  assert_near (few.estimate, 4);
  g_assert_true (isnan (few.low) && isnan (few.high));
  few = bs_standard_median (a, first);
  assert_near (few.estimate, 4);
  g_assert_true (isnan (few.low) && isnan (few.high));
  few = bs_standard_delta (a, b, first);
  assert_near (few.estimate, 0);
  g_assert_true (isnan (few.low) && isnan (few.high));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standardize/overlap", test_overlap);
  g_test_add_func ("/standardize/apart", test_apart);
  g_test_add_func ("/standardize/ties", test_ties);
  g_test_add_func ("/standardize/parted bands", test_parted_bands);
  g_test_add_func ("/standardize/few values", test_few_values);
  g_test_add_func ("/standardize/nothing to compare", test_nothing_to_compare);
  g_test_add_func ("/standardize/no overlap of values", test_no_overlap_of_values);
  return g_test_run ();
}
