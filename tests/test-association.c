/* Association measures as their authors, R and other programs have them. */
#include <math.h>
#include <string.h>

#include "compare/association.h"

static double
value_of (const char *id, const BsTogether *t)
{
  const BsAssociation *measure = bs_association_find (id);

  g_assert_nonnull (measure);
  return bs_association (measure, t);
}

static void
assert_near (const char *what, double value, double expected, double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_error ("%s is %.12g, not %.12g ± %g", what, value, expected, tolerance);
}

/* ---- Published values -------------------------------------------------------------------------------------------- */

/* "o11=8;f1=1105" as numbers by name; 0 where a name is missing. */
static double
input (const char *inputs, const char *name)
{
  g_auto (GStrv) pairs = g_strsplit (inputs, ";", 0);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (pairs[i], "=", 2);

      if (g_str_equal (sides[0], name))
        return g_ascii_strtod (sides[1], NULL);
    }
  return 0;
}

/* Rows give four cells, or the counts of two words; where the number of places is not told, it is not asked for. */
static BsTogether
together_of (const char *inputs)
{
  BsTogether t = { input (inputs, "o11"), { input (inputs, "f1"), input (inputs, "f2") }, 2, input (inputs, "n"),
                   { 0 } };

  if (strstr (inputs, "o12=") != NULL)
    {
      t.f[0] = t.o + input (inputs, "o12");
      t.f[1] = t.o + input (inputs, "o21");
      t.n = t.f[0] + input (inputs, "o21") + input (inputs, "o22");
    }
  if (t.f[1] == 0)
    t.f[1] = t.o;
  if (t.n == 0)
    t.n = t.f[0] + t.f[1];
  return t;
}

static double
value_of_row (const char *name, const char *inputs)
{
  static const struct {
    const char *row, *id;
    double factor;
  } names[] = {
    { "chi2", "chi2", 1 },
    { "chi2_yates", "chi2_yates", 1 },
    { "conditional_probability_pct", "p_2_1", 100 },
    { "delta_p_1_given_2", "delta_p_1_2", 1 },
    { "dice", "dice", 1 },
    { "log_likelihood_g2_4term", "g2", 1 },
    { "logdice", "logdice", 1 },
    { "npmi", "npmi", 1 },
    { "phi_squared", "phi2", 1 },
    { "pmi_bits", "pmi", 1 },
    { "t_score_one_sample", "t_score", 1 },
  };
  BsTogether t = together_of (inputs);
  BsContingency c = bs_association_cells (&t);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].row, name))
      return names[i].factor * value_of (names[i].id, &t);
  if (g_str_equal (name, "fisher_exact_left"))
    return bs_fisher_exact (&c).left;
  if (g_str_equal (name, "fisher_exact_right"))
    return bs_fisher_exact (&c).right;
  g_assert_cmpstr (name, ==, "log_likelihood_g2_williams");
  return bs_g2_williams (&c);
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "association_vectors.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", 0);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 0);

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      assert_near (lines[i], value_of_row (cells[0], cells[1]), g_ascii_strtod (cells[2], NULL),
                   g_ascii_strtod (cells[3], NULL));
    }
  g_assert_cmpuint (n, ==, 15);
}

/* ---- R ----------------------------------------------------------------------------------------------------------- */

/* R 4.2.2:
 *   o <- 30; f1 <- 1200; f2 <- 450; n <- 100000
 *   m <- matrix(c(o, f2-o, f1-o, n-f1-f2+o), 2); E <- outer(rowSums(m), colSums(m))/sum(m); e <- E[1,1]
 *   c(log2(o/e), log2(o/e)/-log2(o/n), log2(o^2/e), log2(o^3/e), o*log2(o/e), o/e, (o-e)/sqrt(o), (o-e)/sqrt(e))
 *   c(2*sum(m*log(m/E)), chisq.test(m, correct=FALSE)$statistic, chisq.test(m)$statistic, sum(m/n*log2(m/E)))
 *   c(m[1,1]/sum(m[1,])-m[2,1]/sum(m[2,]), m[1,1]/sum(m[,1])-m[1,2]/sum(m[,2]), o/f1, o/f2, o/(f1+f2-o))
 *   c(log(((m[1,1]+.5)*(m[2,2]+.5))/((m[1,2]+.5)*(m[2,1]+.5))), 2*o/(f1+f2), 14+log2(2*o/(f1+f2))) */
static void
test_as_r (void)
{
  static const struct {
    const char *id;
    double expected;
  } values[] = {
    { "pmi", 2.47393118833241 },        { "npmi", 0.211397424874307 },       { "mi2", 7.38082178394093 },
    { "mi3", 12.2877123795494 },        { "local_mi", 74.2179356499724 },    { "mu", 30 / 5.4 },
    { "t_score", 4.49132497154236 },    { "z_score", 10.5861544796336 },     { "g2", 55.5911072841559 },
    { "chi2", 113.940532666907 },       { "chi2_yates", 109.355874113071 },  { "mi_bits", 0.00040100507398189 },
    { "delta_p_2_1", 0.020748987854251 }, { "delta_p_1_2", 0.0549137786706847 }, { "p_2_1", 0.025 },
    { "p_1_2", 30 / 450.0 },            { "jaccard", 0.0185185185185185 },   { "log_odds", 1.80769380993962 },
    { "dice", 0.0363636363636364 },     { "logdice", 9.21864028647534 },     { "min_sensitivity", 0.025 },
    { "phi2", 113.940532666907 / 100000 },
  };
  const BsTogether t = { 30, { 1200, 450 }, 2, 100000, { 0 } };
  guint n;

  bs_associations (&n);
  g_assert_cmpuint (G_N_ELEMENTS (values), ==, n); /* none is left out */
  assert_near ("expected", bs_association_expected (&t), 5.4, 1e-12);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_near (values[i].id, value_of (values[i].id, &t), values[i].expected,
                 1e-12 * fabs (values[i].expected) + 1e-13);
}

/* R 4.2.2: o <- 12; f <- c(300, 250, 90); n <- 5000; e <- n*prod(f/n)
 *   c(log2(o/e), log2(o/e)/(-2*log2(o/n)), 3*o/sum(f), 14+log2(3*o/sum(f)), (o-e)/sqrt(o), (o-e)/sqrt(e)) */
static void
test_three_words (void)
{
  const BsTogether t = { 12, { 300, 250, 90 }, 3, 5000, { 0 } };
  guint n;
  const BsAssociation *all = bs_associations (&n);

  assert_near ("pmi", value_of ("pmi", &t), 5.47393118833241, 1e-12);
  assert_near ("npmi", value_of ("npmi", &t), 0.314494341705096, 1e-13);
  assert_near ("dice", value_of ("dice", &t), 0.05625, 1e-14);
  assert_near ("logdice", value_of ("logdice", &t), 9.84799690655495, 1e-12);
  assert_near ("t", value_of ("t_score", &t), 3.38615932879716, 1e-12);
  assert_near ("z", value_of ("z_score", &t), 22.5743955253144, 1e-11);
  for (guint i = 0; i < n; i++)
    g_assert_true (all[i].any_words == !isnan (bs_association (&all[i], &t)));
}

/* ---- Edges ------------------------------------------------------------------------------------------------------- */

/* Rychlý 2008: 14 is the most, reached where the words never stand apart; twice as often together is one point more. */
static void
test_log_dice_scale (void)
{
  const BsTogether always = { 50, { 50, 50 }, 2, 1000, { 0 } };
  const BsTogether some = { 4, { 64, 64 }, 2, 1000, { 0 } }, twice = { 8, { 64, 64 }, 2, 1000, { 0 } };
  const BsTogether otherwise = { 4, { 640, 64 }, 2, 1000, { 64, 64 } };

  assert_near ("always", value_of ("logdice", &always), 14, 1e-12);
  assert_near ("twice", value_of ("logdice", &twice) - value_of ("logdice", &some), 1, 1e-12);
  assert_near ("counted otherwise", value_of ("logdice", &otherwise), value_of ("logdice", &some), 1e-12);
}

/* Bouma 2009: 1 where the words occur only together, 0 where they are independent. */
static void
test_npmi_scale (void)
{
  const BsTogether only = { 7, { 7, 7 }, 2, 900, { 0 } }, free_of_it = { 20, { 200, 100 }, 2, 1000, { 0 } };

  assert_near ("only together", value_of ("npmi", &only), 1, 1e-12);
  assert_near ("independent", value_of ("npmi", &free_of_it), 0, 1e-12);
  assert_near ("independent", value_of ("t_score", &free_of_it), 0, 1e-12);
  assert_near ("independent", value_of ("g2", &free_of_it), 0, 1e-9);
}

static void
test_no_value (void)
{
  const BsTogether never = { 0, { 5, 5 }, 2, 100, { 0 } }, impossible = { 6, { 5, 9 }, 2, 100, { 0 } };
  const BsTogether single = { 5, { 5 }, 1, 100, { 0 } }, everything = { 100, { 100, 100 }, 2, 100, { 0 } };
  guint n;
  const BsAssociation *all = bs_associations (&n);

  for (guint i = 0; i < n; i++)
    g_assert_true (isnan (bs_association (&all[i], &never)) && isnan (bs_association (&all[i], &impossible))
                   && isnan (bs_association (&all[i], &single)));
  g_assert_true (isnan (value_of ("npmi", &everything)) && isnan (value_of ("delta_p_2_1", &everything)));
  g_assert_null (bs_association_find ("mutual"));
}

/* A ranking goes down as words come together less often, whatever the measure: 20 would be expected. */
static void
test_score_falls (void)
{
  guint n;
  const BsAssociation *all = bs_associations (&n);

  for (guint i = 0; i < n; i++)
    {
      double before = INFINITY;

      for (guint o = 90; o > 0; o--)
        {
          const BsTogether t = { o, { 200, 100 }, 2, 1000, { 0 } };
          double score = bs_association_score (&all[i], &t), value = bs_association (&all[i], &t);

          if (o < 20 && g_strcmp0 (all[i].id, "local_mi") == 0) /* O log2 (O / E) has its least value at E / e */
            continue;
          g_assert_cmpfloat (score, <=, before);
          g_assert_true (all[i].both_ways && o < 20 ? score == -value : score == value);
          before = score;
        }
    }
  g_assert_true (isinf (bs_association_score (bs_association_find ("g2"), &(const BsTogether){ 1, { 9, 9, 9 }, 3, 99, { 0 } })));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/association/published-values", test_vectors);
  g_test_add_func ("/association/as-r", test_as_r);
  g_test_add_func ("/association/three-words", test_three_words);
  g_test_add_func ("/association/log-dice-scale", test_log_dice_scale);
  g_test_add_func ("/association/npmi-scale", test_npmi_scale);
  g_test_add_func ("/association/score-falls", test_score_falls);
  g_test_add_func ("/association/no-value", test_no_value);
  return g_test_run ();
}
