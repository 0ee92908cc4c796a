/* What the report page says: sentences for every kind of finding, and the published sources. */
#include <math.h>
#include <string.h>

#include "compare/pair.h"
#include "report/page/reference.h"
#include "report/page/sentence.h"

/* ---- Two groups ----------------------------------------------------------------------------------------------- */

static const BsEstimate none = { NAN, NAN, NAN };

/* The sentence of a pair in the measure of this id; every value of a group is the same where `flat`. */
static char *
sentence_of (const char *id, const char *a, const char *b, BsEstimate shift, BsEstimate delta, double p, guint n_pairs,
             const BsProse *prose)
{
  const BsComparePair pair = { .a = 0, .b = 1, .shift = shift, .delta = delta, .mann_whitney_holm = p };
  const BsCompareFigures figures[]
      = { { .summary = { .n = 12, .min = 1, .max = 9 } }, { .summary = { .n = 3, .min = 2, .max = 8 } } };
  BsPairSaid said = { .a = a, .b = b, .figures_a = &figures[0], .figures_b = &figures[1], .pair = &pair,
                      .n_pairs = n_pairs };
  GString *out = g_string_new (NULL);

  g_assert_true (bs_measure_find (id, &said.ref, NULL));
  bs_sentence_pair (out, prose, &said);
  return g_string_free (out, FALSE);
}

#define PAIR(id, shift, delta, p) sentence_of (id, "A", "B", shift, delta, p, 1, &bs_prose_plain)
#define EST(...) ((BsEstimate){ __VA_ARGS__ })

static void
assert_said (char *said, const char *expected)
{
  g_assert_cmpstr (said, ==, expected);
  g_free (said);
}

static void
test_directions (void)
{
  assert_said (PAIR ("flesch_kincaid", EST (1.4, 0.9, 1.9), EST (0.42, 0.31, 0.52), 0.003),
               "A's articles are harder than B's by 1.4 grades (95 % interval 0.9 to 1.9; Cliff's δ .42 [.31, .52],"
               " medium; p = .003).");
  assert_said (PAIR ("flesch_en", EST (12.3, 9, 15.04), EST (1, 0.9, 1), 0.00001),
               "A's articles are easier than B's by 12.3 points (95 % interval 9.0 to 15.0; Cliff's δ 1.00 [.90, 1.00],"
               " large; p < .001).");
  assert_said (PAIR ("mtld_lt072", EST (20, 10, 30), EST (0.2, 0.1, 0.3), 0.04),
               "A's articles are richer in vocabulary than B's by 20.0 words (95 % interval 10.0 to 30.0; Cliff's δ .20"
               " [.10, .30], small; p = .040).");
  assert_said (PAIR ("yule_k", EST (20, 10, 30), EST (0.1, 0.05, 0.3), 0.04),
               "A's articles are poorer in vocabulary than B's by 20.0 per 10,000 (95 % interval 10.0 to 30.0;"
               " Cliff's δ"
               " .10 [.05, .30], negligible; p = .040).");
  assert_said (PAIR ("mattr_100", EST (0.034, 0.01, 0.05), EST (0.3, 0.2, 0.4), 0.02),
               "A's articles are richer in vocabulary than B's by 0.034 (95 % interval 0.010 to 0.050; Cliff's δ .30"
               " [.20, .40], small; p = .020).");
  assert_said (PAIR ("reading_time", EST (1, 0.6, 1.4), EST (0.3, 0.2, 0.4), 0.02),
               "A's articles are longer to read than B's by 1 second (95 % interval 1 to 1; Cliff's δ .30 [.20, .40],"
               " small; p = .020).");
}

/* The one that has more is named first, and everything turns with it. */
static void
test_turned (void)
{
  assert_said (PAIR ("flesch_kincaid", EST (-1.4, -1.9, -0.9), EST (-0.42, -0.52, -0.31), 0.003),
               "B's articles are harder than A's by 1.4 grades (95 % interval 0.9 to 1.9; Cliff's δ .42 [.31, .52],"
               " medium; p = .003).");
  assert_said (PAIR ("flesch_kincaid", EST (-0.4, -0.9, 0.1), EST (-0.1, -0.3, 0.05), 0.2),
               "B's articles may be harder or easier than A's: the difference is 0.4 grades, with a 95 % interval from"
               " -0.1 to 0.9 that holds 0; Cliff's δ .10 [-.05, .30], negligible; p = .200.");
}

static void
test_doubt (void)
{
  assert_said (PAIR ("mattr_100", EST (0.004, -0.01, 0.02), EST (-0.02, -0.2, 0.2), 0.9999),
               "A's articles may be richer or poorer in vocabulary than B's: the difference is 0.004, with a"
               " 95 % interval from -0.010 to 0.020 that holds 0; Cliff's δ -.02 [-.20, .20], negligible; p = 1.000.");
  /* an end that is 0 leaves it open; and nothing is ever "-0.0" */
  assert_said (PAIR ("flesch_kincaid", EST (0.2, 0, 0.4), EST (0.2, -0.001, 0.4), 0.05),
               "A's articles may be harder or easier than B's: the difference is 0.2 grades, with a 95 % interval"
               " from 0.0"
               " to 0.4 that holds 0; Cliff's δ .20 [.00, .40], small; p = .050.");
  assert_said (PAIR ("flesch_kincaid", EST (-0.0, -0.3, 0.3), EST (-0.0, -0.3, 0.3), 1),
               "A's articles may be harder or easier than B's: the difference is 0.0 grades, with a 95 % interval from"
               " -0.3 to 0.3 that holds 0; Cliff's δ .00 [-.30, .30], negligible; p = 1.000.");
}

/* An interval that leaves out 0 is not enough where many were compared. */
static void
test_correction (void)
{
  assert_said (sentence_of ("fog", "A", "B", EST (1.4, 0.1, 1.9), EST (0.4, 0.01, 0.5), 0.09, 21, &bs_prose_plain),
               "In this sample A's articles are harder than B's by 1.4 grades (95 % interval 0.1 to 1.9; Cliff's δ .40"
               " [.01, .50], medium; p = .090 after Holm's correction over 21 pairs). Among 21 pairs compared, such a"
               " difference may be chance.");
}

static void
test_small_differences (void)
{
  assert_said (PAIR ("flesch_kincaid", EST (0.004, 0.0008, 0.02), EST (0.2, 0.1, 0.3), 0.01),
               "A's articles are harder than B's by 0.004 grades (95 % interval 0.001 to 0.020; Cliff's δ .20 [.10,"
               " .30],"
               " small; p = .010).");
}

static void
test_missing (void)
{
  assert_said (PAIR ("flesch_kincaid", none, none, NAN), "A and B have too few articles with a value to be compared.");
  assert_said (PAIR ("flesch_kincaid", EST (-1.4, NAN, NAN), EST (-1, NAN, NAN), 0.1),
               "In this sample B's articles are harder than A's by 1.4 grades; from 3 and 12 articles no 95 %"
               " interval can"
               " be given.");
  assert_said (PAIR ("flesch_kincaid", EST (1.4, 0.1, 2), EST (0.3, NAN, NAN), NAN),
               "A's articles are harder than B's by 1.4 grades (95 % interval 0.1 to 2.0; Cliff's δ .30, small).");
}

static void
test_all_equal (void)
{
  const BsComparePair pair = { .shift = { 0, 0, 0 }, .delta = { 0, NAN, NAN }, .mann_whitney_holm = NAN };
  const BsCompareFigures flat = { .summary = { .n = 6, .min = 5, .max = 5 } };
  BsPairSaid said = { .a = "A", .b = "B", .figures_a = &flat, .figures_b = &flat, .pair = &pair, .n_pairs = 1 };
  GString *out = g_string_new (NULL);

  g_assert_true (bs_measure_find ("flesch_kincaid", &said.ref, NULL));
  bs_sentence_pair (out, &bs_prose_plain, &said);
  assert_said (g_string_free (out, FALSE), "All articles of A and B have the same value, 5.0 grades.");
}

static void
test_names_are_data (void)
{
  assert_said (sentence_of ("fog", "<script>", "العربية", EST (1, 0.5, 2), EST (0.4, 0.2, 0.5), 0.0001, 3,
                            &bs_prose_html),
               "<bdi>&lt;script&gt;</bdi>&#39;s articles are harder than <bdi>العربية</bdi>&#39;s by 1.0 grades (95 %"
               " interval 0.5 to 2.0; Cliff&#39;s δ .40 [.20, .50], medium; p &lt; .001 after Holm&#39;s correction"
               " over"
               " 3 pairs).");
}

/* Every measure's direction and unit make a sentence. */
static void
test_every_measure (void)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);
      g_autofree char *said = PAIR (id, EST (12, 8, 16), EST (0.4, 0.2, 0.5), 0.01);
      g_autoptr (GString) about = g_string_new (NULL);

      g_assert_true (g_str_has_prefix (said, "A's articles are "));
      g_assert_nonnull (strstr (said, " than B's by 12"));
      g_assert_true (g_utf8_validate (said, -1, NULL));
      bs_sentence_measure (about, &bs_prose_plain, refs[i]);
      g_assert_nonnull (strstr (about->str, refs[i].measure->unit[0] == 'g' ? "grade" : refs[i].measure->unit));
      bs_sentence_source (about, &bs_prose_plain, refs[i]);
      g_assert_nonnull (strstr (about->str, refs[i].measure->source));
      g_assert_nonnull (strstr (about->str, refs[i].measure->formula));
    }
}

/* ---- Several groups ------------------------------------------------------------------------------------------- */

typedef struct {
  BsCompareData data;
  BsCompareMeasure measure;
  BsCompared compared;
  BsMeasureRef ref;
  BsCompareFigures figures[3];
} Three;

static void
three_init (Three *three)
{
  static const char *const names[] = { "A", "B", "C" };

  *three = (Three){ 0 };
  g_assert_true (bs_measure_find ("flesch_kincaid", &three->ref, NULL));
  three->data.options = (BsCompareOptions){ .refs = &three->ref, .n_refs = 1, .least = 5 };
  three->data.groups = g_array_new (FALSE, TRUE, sizeof (BsCompareGroup));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      BsCompareGroup group = { .name = (char *) names[i], .n = 10 };

      g_array_append_val (three->data.groups, group);
      three->figures[i] = (BsCompareFigures){ .summary = { .n = 10, .min = 1, .max = 9 }, .tested = TRUE };
    }
  three->measure = (BsCompareMeasure){ .figures = three->figures,
                                       .pairs = g_array_new (FALSE, TRUE, sizeof (BsComparePair)) };
  three->measure.omnibus = (BsCompareOmnibus){ .k = 3, .n = 30,
                                               .kruskal = { .statistic = 12.345, .df1 = 2, .p = 0.002 },
                                               .kruskal_holm = 0.002, .epsilon_squared = 0.4257 };
  three->compared = (BsCompared){ &three->data, &three->measure };
}

static void
three_add (Three *three, guint a, guint b, double shift, double low, double high, double delta, double p)
{
  const BsComparePair pair = { .a = a, .b = b, .shift = { shift, low, high }, .delta = { delta, NAN, NAN },
                               .g = { shift, NAN, NAN }, .mann_whitney_holm = p };

  g_array_append_val (three->measure.pairs, pair);
}

/* Compares what is said with the sentences, NULL-ended, and forgets the groups. */
static void
three_check (Three *three, const char *const *expected)
{
  g_autoptr (GPtrArray) said = bs_sentences_of (&three->compared, 0, &bs_prose_plain);

  for (guint i = 0; i < said->len && expected[i] != NULL; i++)
    g_assert_cmpstr (said->pdata[i], ==, expected[i]);
  g_assert_cmpuint (said->len, ==, g_strv_length ((char **) expected));
  g_array_unref (three->data.groups);
  g_array_unref (three->measure.pairs);
}

static void
test_three (void)
{
  static const char *const expected[]
      = { "The 3 outlets are not all alike (Kruskal and Wallis's H = 12.35 on 2 degrees of freedom, 30 articles, p ="
          " .002). Which of them an article is from accounts for 43 % of the variance of ranks (ε² = .43).",
          "A's articles are harder than C's by 3.0 grades (95 % interval 2.0 to 4.0; Cliff's δ .80, large; p = .001"
          " after"
          " Holm's correction over 3 pairs).",
          "B's articles are harder than C's by 2.0 grades (95 % interval 1.0 to 3.0; Cliff's δ .60, large; p = .010"
          " after"
          " Holm's correction over 3 pairs).",
          "1 of 3 pairs of outlets cannot be told apart at .05 after Holm's correction: A and B.", NULL };
  GString *finding;
  Three three;

  three_init (&three);
  three_add (&three, 0, 1, 0.5, -0.5, 1.5, 0.1, 0.4);
  three_add (&three, 0, 2, 3, 2, 4, 0.8, 0.001);
  three_add (&three, 1, 2, 2, 1, 3, 0.6, 0.01);
  finding = g_string_new (NULL);
  bs_sentence_finding (finding, &bs_prose_plain, &three.compared, 0);
  assert_said (g_string_free (finding, FALSE), expected[1]);
  three_check (&three, expected);
}

/* Nobody differs; a group that has too few values is named. */
static void
test_nothing_holds (void)
{
  static const char *const expected[]
      = { "That the 3 outlets differ at all is not shown (Kruskal and Wallis's H = 12.35 on 2 degrees of freedom, 30"
          " articles, p = .200). In this sample, which of them an article is from accounts for less than 1 % of the"
          " variance of ranks"
          " (ε² = .00).",
          "None of the 2 pairs of outlets can be told apart at .05 after Holm's correction.",
          "Too few articles with a value to be compared: C (4); 5 are needed.", NULL };
  Three three;

  three_init (&three);
  three.measure.omnibus.kruskal_holm = 0.2;
  three.measure.omnibus.epsilon_squared = 0.001;
  three.figures[2].tested = FALSE;
  three.figures[2].summary.n = 4;
  three_add (&three, 0, 1, 0.5, -0.5, 1.5, 0.1, 0.4);
  three_add (&three, 0, 1, 0.5, 0.1, 1.5, 0.1, 0.06); /* the interval alone does not make it hold */
  three_check (&three, expected);
}

static void
test_no_values (void)
{
  static const char *const nobody[] = { "No article has a value of this measure.", NULL };
  static const char *const one[]
      = { "Fewer than two groups have enough articles with a value: there is nothing to compare.",
          "Too few articles with a value to be compared: B (1), C (0); 5 are needed.", NULL };
  Three three;

  three_init (&three);
  for (guint i = 0; i < 3; i++)
    three.figures[i] = (BsCompareFigures){ .summary = { .n = 0 } };
  three_check (&three, nobody);
  three_init (&three);
  three.figures[1] = (BsCompareFigures){ .summary = { .n = 1 } };
  three.figures[2] = (BsCompareFigures){ .summary = { .n = 0 } };
  three_check (&three, one);
}

/* ---- Sources -------------------------------------------------------------------------------------------------- */

static void
test_references (void)
{
  guint n;
  const BsReference *all = bs_references (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = bs_reference_plain (&all[i]);
      g_autofree char *bibtex = bs_reference_bibtex (&all[i]);

      g_assert_true (bs_reference_find (all[i].cited) == &all[i]);
      g_assert_true (g_str_has_suffix (all[i].cited, all[i].year));
      g_assert_nonnull (strstr (plain, all[i].title));
      g_assert_null (strstr (plain, ".."));
      g_assert_true (g_str_has_prefix (bibtex, "@"));
      g_assert_nonnull (strstr (bibtex, all[i].year));
    }
  assert_said (bs_reference_plain (bs_reference_find ("Mann & Whitney 1947")),
               "Mann, H. B. & Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically"
               " larger than the other. Annals of Mathematical Statistics, 18(1), 50–60.");
  assert_said (bs_reference_bibtex (bs_reference_find ("Hettmansperger & Sheather 1986")),
               "@article{hettmansperger1986,\n  author = {Hettmansperger, T. P. and Sheather, S. J.},\n"
               "  year = {1986},\n  title = {Confidence intervals based on interpolated order statistics},\n"
               "  journal = {Statistics \\& Probability Letters},\n  volume = {4},\n  number = {2},\n"
               "  pages = {75--79}\n}\n");
}

/* The sources of the measures that a summary shows are known in full. */
static void
test_headline_sources (void)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BsBibliography) sources = bs_bibliography_new ();
      g_autoptr (GPtrArray) list = NULL;
      g_autofree char *bibtex = NULL;

      bs_bibliography_cite_measure (sources, refs[i]);
      bs_bibliography_cite_measure (sources, refs[i]);
      list = bs_bibliography_plain (sources);
      bibtex = bs_bibliography_bibtex (sources);
      g_assert_cmpuint (list->len, >, 0);
      for (guint k = 1; k < list->len; k++)
        g_assert_cmpstr (list->pdata[k - 1], !=, list->pdata[k]);
      if (bs_measure_is_headline (refs[i]))
        g_assert_true (strchr (list->pdata[0], '(') != NULL && strstr (bibtex, "@misc") == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/directions", test_directions);
  g_test_add_func ("/page/turned", test_turned);
  g_test_add_func ("/page/doubt", test_doubt);
  g_test_add_func ("/page/correction", test_correction);
  g_test_add_func ("/page/small-differences", test_small_differences);
  g_test_add_func ("/page/missing", test_missing);
  g_test_add_func ("/page/all-equal", test_all_equal);
  g_test_add_func ("/page/names-are-data", test_names_are_data);
  g_test_add_func ("/page/every-measure", test_every_measure);
  g_test_add_func ("/page/three", test_three);
  g_test_add_func ("/page/nothing-holds", test_nothing_holds);
  g_test_add_func ("/page/no-values", test_no_values);
  g_test_add_func ("/page/references", test_references);
  g_test_add_func ("/page/headline-sources", test_headline_sources);
  return g_test_run ();
}
