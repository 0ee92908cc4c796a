/* Samples of articles are of one size, and the interval of their mean holds what other articles would give. */
#include "compare/draw.h"

#include <math.h>

/* ---- Samples ------------------------------------------------------------------------------------------------------ */

static const BsTerm terms[] = { { 0, 3 }, { 1, 2 }, { 0, 1 }, { 2, 4 }, { 3, 10 } };
static const gsize first[] = { 0, 2, 4, 5 };
static const BsArticleBag three = { terms, first, 3, 4 };

static double
words_of (const GArray *spectrum)
{
  double words = 0;

  for (guint i = 0; i < spectrum->len; i++)
    words += (double) g_array_index (spectrum, BsSpectrumEntry, i).frequency
             * g_array_index (spectrum, BsSpectrumEntry, i).types;
  return words;
}

static void
test_size (void)
{
  g_autoptr (GArray) spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  g_autoptr (BsDraw) draw = bs_draw_new (&three);
  BsRandom random;

  bs_random_init (&random, 1, "draw");
  for (guint64 size = 1; size <= 20; size++)
    {
      bs_draw_shuffle (draw, &random);
      bs_draw_next (draw, size, &random, spectrum);
      g_assert_true (words_of (spectrum) == (double) size);
    }
}

/* Samples of one order share no word: of the 20 words seven, seven and six. */
static void
test_parts (void)
{
  g_autoptr (GArray) spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  g_autoptr (BsDraw) draw = bs_draw_new (&three);
  BsRandom random;

  bs_random_init (&random, 1, "draw");
  for (guint i = 0; i < 50; i++)
    {
      bs_draw_shuffle (draw, &random);
      for (guint part = 0; part < 4; part++)
        {
          bs_draw_next (draw, 7, &random, spectrum);
          g_assert_true (words_of (spectrum) == (part < 2 ? 7 : part == 2 ? 6 : 0));
        }
    }
}

static void
test_all (void)
{
  g_autoptr (GArray) spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  g_autoptr (BsDraw) draw = bs_draw_new (&three);
  static const BsSpectrumEntry expected[] = { { 2, 1 }, { 4, 2 }, { 10, 1 } };

  bs_draw_next (draw, G_MAXUINT64, NULL, spectrum);
  g_assert_cmpuint (spectrum->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (g_array_index (spectrum, BsSpectrumEntry, i).frequency, ==, expected[i].frequency);
      g_assert_cmpuint (g_array_index (spectrum, BsSpectrumEntry, i).types, ==, expected[i].types);
    }
}

/* ---- The interval ------------------------------------------------------------------------------------------------- */

/* R 4.2.2: v <- matrix(100 + c(-3, 1, 4, 1, -5, 9, 2, -6, 5, -3, 5, -8, 9, 7, 9, -3, -2, 3, 8, -4), ncol = 2, byrow =
 * TRUE) mean(v) + c(0, -1, 1) * qnorm(.975) * sqrt(mean(apply(v, 1, var)) / 2) */
static void
test_estimate (void)
{
  static const double values[]
      = { 97, 101, 104, 101, 95, 109, 102, 94, 105, 97, 105, 92, 109, 107, 109, 97, 98, 103, 108, 96, NAN, 100 };
  BsEstimate estimate = bs_draw_estimate (values, 11, 2, 50);

  g_assert_cmpfloat_with_epsilon (estimate.estimate, 101.45, 1e-9);
  g_assert_cmpfloat_with_epsilon (estimate.low, 92.4950877792136, 1e-9);
  g_assert_cmpfloat_with_epsilon (estimate.high, 110.404912220786, 1e-9);
  g_assert_true (isnan (bs_draw_estimate (values, 20, 1, 50).low));
  g_assert_true (isnan (bs_draw_estimate (values, 10, 2, 9).low));
  g_assert_true (isnan (bs_draw_estimate (values, 9, 2, 50).low));
  g_assert_true (isnan (bs_draw_estimate (values, 0, 2, 50).estimate));
}

/* Articles that keep to a subject: half of an article's words are of all outlets (rank r comes with 1/r), half of one
 * of 40 subjects, so that words clump as they do in print. */
#define SHARED 3000
#define SUBJECTS 40
#define OF_SUBJECT 400
#define LENGTH 300

typedef struct {
  GArray *terms, *first;
} Outlet;

static guint32
draw_rank (BsRandom *random, guint32 n)
{
  return (guint32) exp (bs_random_unit (random) * log (n)) - 1;
}

static void
make_outlet (Outlet *outlet, guint articles, BsRandom *random)
{
  gsize at = 0;

  g_array_set_size (outlet->terms, 0);
  g_array_set_size (outlet->first, 0);
  for (guint i = 0; i < articles; i++)
    {
      guint32 subject = bs_random_below (random, SUBJECTS);

      g_array_append_val (outlet->first, at);
      for (guint w = 0; w < LENGTH; w++, at++)
        {
          BsTerm term = { bs_random_below (random, 2) ? draw_rank (random, SHARED)
                                                      : SHARED + subject * OF_SUBJECT + draw_rank (random, OF_SUBJECT),
                          1 };

          g_array_append_val (outlet->terms, term); /* a type may stand several times: counts add up */
        }
    }
  g_array_append_val (outlet->first, at);
}

static BsEstimate
types_of (const Outlet *outlet, guint64 size, guint shuffles, BsRandom *random)
{
  const BsArticleBag bag = { (const BsTerm *) (gpointer) outlet->terms->data,
                             (const gsize *) (gpointer) outlet->first->data, outlet->first->len - 1,
                             SHARED + SUBJECTS * OF_SUBJECT };
  guint parts = (guint) (outlet->terms->len / size);
  g_autoptr (GArray) spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  g_autoptr (BsDraw) draw = bs_draw_new (&bag);
  g_autofree double *values = g_new0 (double, shuffles * parts);

  for (guint i = 0; i < shuffles * parts; i++)
    {
      if (i % parts == 0)
        bs_draw_shuffle (draw, random);
      bs_draw_next (draw, size, random, spectrum);
      for (guint j = 0; j < spectrum->len; j++)
        values[i] += g_array_index (spectrum, BsSpectrumEntry, j).types;
    }
  return bs_draw_estimate (values, shuffles, parts, bag.n_articles);
}

/* How often the interval holds the figure of a very large outlet of the same kind, and how long it is beside one that
 * knows how much the estimates vary. */
static void
check_coverage (guint articles, guint of_sample, guint outlets)
{
  Outlet outlet = { g_array_new (FALSE, FALSE, sizeof (BsTerm)), g_array_new (FALSE, FALSE, sizeof (gsize)) };
  BsRandom random;
  double truth, held = 0, halves = 0, squares = 0, length;

  bs_random_init (&random, 7, "draw/coverage");
  make_outlet (&outlet, 3000, &random);
  truth = types_of (&outlet, of_sample * LENGTH, 10, &random).estimate;
  for (guint i = 0; i < outlets; i++)
    {
      BsEstimate estimate;

      make_outlet (&outlet, articles, &random);
      estimate = types_of (&outlet, of_sample * LENGTH, 10, &random);
      held += estimate.low <= truth && truth <= estimate.high;
      halves += (estimate.high - estimate.low) / 2;
      squares += (estimate.estimate - truth) * (estimate.estimate - truth);
    }
  length = halves / outlets / (1.96 * sqrt (squares / outlets));
  g_test_message ("%u articles, samples of %u: holds %.3f, %.2f as long as need be", articles, of_sample,
                  held / outlets, length);
  g_assert_cmpfloat (held / outlets, >=, 0.93);
  g_assert_cmpfloat (length, <, 1.8);
  g_array_unref (outlet.terms);
  g_array_unref (outlet.first);
}

/* The second with as few samples as an interval can be made of. */
static void
test_coverage (void)
{
  check_coverage (60, 10, 150);
  check_coverage (60, 30, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/size", test_size);
  g_test_add_func ("/draw/parts", test_parts);
  g_test_add_func ("/draw/all", test_all);
  g_test_add_func ("/draw/estimate", test_estimate);
  g_test_add_func ("/draw/coverage", test_coverage);
  return g_test_run ();
}
