/* Every measure gives the published numbers, shows how, and says why where it cannot. */
#include "measure-help.h"

/* Asserts that the measure has no value for these inputs, and returns the message. */
static char *
refusal_of (const char *id, const char *text, int code)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (GError) error = NULL;
  double value = NAN;

  give (inputs, text);
  g_assert_false (bs_measure_explain (find (id), inputs, NULL, &value, &error));
  g_assert_error (error, BS_ERROR, code);
  return g_strdup (error->message);
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "formula_vectors.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;
  const BsMeasure *measures = bs_measures (&n);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", 0);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 0);
      double expected, tolerance, value;

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      expected = g_ascii_strtod (cells[2], NULL);
      tolerance = g_ascii_strtod (cells[3], NULL);
      value = value_of (cells[0], cells[1]);
      if (!(fabs (value - expected) <= tolerance))
        g_error ("line %u: %s is %.10g, not %.10g ± %g (%s)", i + 1, cells[0], value, expected, tolerance, cells[4]);
      g_hash_table_add (seen, (gpointer) find (cells[0]).measure);
    }
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (seen, &measures[i]))
      g_error ("%s has no worked example in tests/data/formula_vectors.tsv", measures[i].id);
}

/* 57 words of 39 types: the README of LSYS/LexicalRichness as numbers. */
#define TOKENS_57                                                                                                      \
  "ids=1 2 3 4 5 6 7 8 9 10 2 11 12 13 14 15 16 17 14 18 19 20 21 22 23 12 24 20 25 26 27 14 19 28 29 30 31 32 33 "    \
  "34 23 35 33 36 37 38 14 30 19 13 8 39 2 35 35 33 36"

/* What programs get wrong: here right, and measurably not theirs. */
static void
test_known_errors_of_others (void)
{
  static const struct {
    const char *id, *inputs;
    double right, wrong;
    const char *who;
  } errors[] = {
    { "flesch_kincaid", "words=117;sentences=7;syllables=192", 10.292674, 10.125531, "0.38 for 0.39" },
    { "dale_chall_1948", "words=30;sentences=2;unfamiliar=0", 4.3805, 0.744, "the constant only over 5 %" },
    { "dale_chall_1948", "pct_unfamiliar=5;asl=19", 5.3684, 1.7319, "the constant only over 5 %" },
    { "dale_chall_1995_cloze", "pct_unfamiliar=20;asl=10", 38.1, 7.2905, "1948 under the name new" },
    { "smog", "sentences=30;poly=15", 7.16862163, 4.03952163, "the offset dropped" },
    { "smog", "sentences=30;poly=15", 7.16862163, 7.30322, "the offset inside the product" },
    { "smog", "sentences=30;poly=15", 7.16862163, 6.87298335, "the simple form under the name SMOG" },
    { "fog", "words=117;sentences=7;hard=17;poly=24", 12.49768, 14.89084, "every word of three syllables" },
    { "coleman_liau_short", "words=118;sentences=5;letters=637", 14.687797, 15.941907, "sentences lost by 100 times" },
    { "coleman_liau_short", "words=372;sentences=17;letters=1686", 9.49677, 9.134, "0.058 for 0.0588" },
    { "coleman_liau_short", "words=120;sentences=6;letters=639", 14.031, 14.036, "0.295 for 0.296" },
    { "ari", "words=100;sentences=5;letters=480", 11.178, 12.591, "punctuation counted as letters" },
    { "drp", "words=12;sentences=3;letters=45;familiar=1", 50, -1812.54, "grades of 35 for 0.35" },
    { "fog_navy", "words=556;sentences=20;hard=3", 12.55, 12.61, "percentages for counts" },
    { "fog_psk", "words=556;sentences=20;hard=3", 5.559153, 7.642859, "3.068 multiplied" },
    { "danielson_bryan_2", "words=12;sentences=3;letters=47;blanks=11", 83.737, 87.081, "+ 0.0194 for − 0.194" },
    { "dickes_steiwer", "words=556;sentences=20;letters=2918;types=294", 33.49, -522.99, "without logarithms" },
    { "elf", "words=556;sentences=20;syllables=592", 1.8, 1.65, "words for syllables" },
    { "lix", "words=100;sentences=5;long6=20;mini3=30", 40, 46, "words of six letters counted as long" },
    { "forcast", "words=150;mono=80", 12, 14.667, "one-syllable words of 100" },
    { "linsear_write_grade", "words=100;hard=8;sentences=10", 4.8, 5.8, "not less 2 under 20" },
    { "spache_1974", "words=117;sentences=7;unfamiliar_spache=54", 6.465843, 7.164945, "numbers of 1953" },
    { "maas_a2_ln", "tokens=57;types=39", 0.0232157, 0.152367, "a for a²" },
    { "mtld_lt072", TOKENS_57, 48.0095, 46.7923, "factors ending at 0.72" },
    { "hdd_sum42", "spectrum=1:27 2:7 3:4 4:1", 31.368554, 0.746870, "mean for sum" },
    { "yule_i_v2_over_m2_minus_v", "spectrum=1:1 2:2", 1.5, 6.25, "two measures of one name" },
    { "yule_k", "spectrum=1:3 2:2 3:1 4:1", 1122.449, 1000, "an old error of quanteda" },
    { "herdan_vm_sqrt", "spectrum=1:27 2:7 3:4 4:1", 0.085394, 0.00729212, "no root" },
    { "honore_r", "tokens=57;types=39;hapaxes=27", 1313.9918, 522.1686, "the division inside the logarithm" },
    { "coleman_4", "words=200;sentences=10;mono=130;pronouns=12;preps=20", 46.65, 50.214, "not per 100" },
    { "lorge_1948", "words=12;sentences=3;prep_phrases=2;hard_unique_769=3", 6.396667, 2.271667, "not per 100" },
    { "wstf_1", "words=200;sentences=10;poly=40;long6=60;mono=90", 8.7585, 8.7385, "0.1925 for 0.1935" },
    { "flesch_es_fernandez_huerta", "words=372;sentences=17;syllables=549", 95.9664, 113.624, "sentences per 100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      double value = value_of (errors[i].id, errors[i].inputs), gap = fabs (errors[i].right - errors[i].wrong);

      if (!(fabs (value - errors[i].right) < MIN (gap / 4, 0.02)))
        g_error ("%s is %.10g, not %.10g (%s)", errors[i].id, value, errors[i].right, errors[i].who);
    }
}

/* ---- Explaining -------------------------------------------------------------------------------------------------- */

static void
assert_step (const BsSteps *steps, guint index, const char *name, const char *rule, const char *figures, double value)
{
  const BsStep *step = bs_steps_get (steps, index);

  g_assert_cmpstr (step->name, ==, name);
  g_assert_cmpstr (step->rule, ==, rule);
  g_assert_cmpstr (step->figures, ==, figures);
  g_assert_cmpfloat_with_epsilon (step->value, value, 1e-9);
}

static void
test_steps (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (BsSteps) steps = bs_steps_new ();
  g_autoptr (BsSteps) smog = bs_steps_new ();
  double value;

  give (inputs, "words=556;sentences=20;syllables=592;poly=3");
  g_assert_true (bs_measure_explain (find ("flesch_en"), inputs, steps, &value, NULL));
  g_assert_cmpuint (bs_steps_length (steps), ==, 3);
  assert_step (steps, 0, "words_per_sentence", "words / sentences", "556 / 20", 27.8);
  assert_step (steps, 1, "syllables_per_word", "syllables / words", "592 / 556", 592 / 556.0);
  assert_step (steps, 2, "flesch_en", "206.835 − 1.015 · words_per_sentence − 84.6 · syllables_per_word",
               "206.835 − 1.015 · 27.8 − 84.6 · 1.064748", value);
  g_assert_true (bs_measure_explain (find ("smog"), inputs, smog, &value, NULL));
  assert_step (smog, 1, "smog", "1.0430 · √ (poly_of_30_sentences) + 3.1291", "1.0430 · √ (4.5) + 3.1291", value);
}

static void
test_steps_of_sums (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (BsSteps) steps = bs_steps_new ();
  g_autoptr (BsSteps) mattr = bs_steps_new ();
  double value;

  give (inputs, "spectrum=1:221 2:39 3:11 4:5 5:3;ids=1 1 2 1 1 2 1");
  g_assert_true (bs_measure_explain (find ("yule_k"), inputs, steps, &value, NULL));
  assert_step (steps, 2, "M2", "sum of i² · types(i)", "1²·221 + 2²·39 + 3²·11 + 4²·5 + …", 631);
  assert_step (steps, 3, "yule_k", "10000 · (M2 − N) / square (N)", "10000 · (631 − 367) / square (367)", value);
  g_assert_true (bs_measure_explain (find ("mattr_2"), inputs, mattr, &value, NULL));
  assert_step (mattr, 2, "mattr_2", "types_of_all / windows / window", "10 / 6 / 2", 5 / 6.0);
}

/* Every measure explains itself, its last step is its value, and asking for steps changes no digit. */
static void
test_every_measure_explains (void)
{
  static const char everything[]
      = "words=400;sentences=20;letters=1900;blanks=392;types=220;hapaxes=160;dislegomena=30;long6=90;mini3=150;"
        "letters_squared=11000;syllables=620;mono=250;twoplus=150;poly=50;hard=35;easy_ohayre=220;familiar=340;"
        "unfamiliar=60;unfamiliar_769=120;hard_unique_769=90;unfamiliar_spache=110;unfamiliar_spache_types=85;"
        "pronouns=30;preps=45;conjs=18;scrabble=3300;unfamiliar_hj=70;fourplus=20;D=80;"
        "spectrum=1:160 2:30 3:12 4:8 6:5 9:3 12:1 21:1;";
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (GString) text = g_string_new (everything);
  guint n;
  const BsMeasure *measures = bs_measures (&n);

  g_string_append (text, "ids=");
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "%u ", i * i % 211);
  give (inputs, text->str);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BsSteps) steps = bs_steps_new ();
      g_autoptr (GError) error = NULL;
      BsMeasureRef ref = { &measures[i], measures[i].windows[0] };
      g_autofree char *id = bs_measure_ref_id (ref);
      const BsStep *last;
      double with = NAN, without = NAN;

      g_assert_true (bs_measure_explain (ref, inputs, steps, &with, &error));
      g_assert_no_error (error);
      g_assert_true (isfinite (with));
      g_assert_true (bs_measure_explain (ref, inputs, NULL, &without, NULL));
      g_assert_true (with == without);
      last = bs_steps_get (steps, bs_steps_length (steps) - 1);
      g_assert_cmpstr (last->name, ==, id);
      g_assert_true (last->value == with);
      for (guint j = 0; j < bs_steps_length (steps); j++)
        g_assert_true (is_text (bs_steps_get (steps, j)->rule) && is_text (bs_steps_get (steps, j)->figures));
    }
}

static void
test_missing_inputs_are_named (void)
{
  g_autofree char *flesch = refusal_of ("flesch_en", "words=10;hard=3", BS_ERROR_USAGE);
  g_autofree char *chall = refusal_of ("dale_chall_1948", "words=10;asl=3", BS_ERROR_USAGE);
  g_autofree char *linsear = refusal_of ("linsear_write_grade", "words=10;sentences=3", BS_ERROR_USAGE);
  g_autofree char *mattr = refusal_of ("mattr_7", "words=10", BS_ERROR_USAGE);

  g_assert_cmpstr (flesch, ==, "flesch_en needs more inputs: sentences, syllables");
  g_assert_cmpstr (chall, ==, "dale_chall_1948 needs more inputs: sentences, unfamiliar; or: pct_unfamiliar");
  g_assert_nonnull (strstr (linsear, "hard"));
  g_assert_cmpstr (mattr, ==, "mattr_7 needs more inputs: ids");
}

static void
test_undefined (void)
{
  static const struct {
    const char *id, *inputs;
  } cases[] = {
    { "flesch_en", "words=0;sentences=0;syllables=0" },
    { "flesch_en", "words=10;sentences=0;syllables=12" },
    { "smog", "sentences=0;poly=0" },
    { "rix", "sentences=0;long6=2" },
    { "brunet_w", "tokens=0;types=0" },
    { "ttr", "tokens=0;types=0" },
    { "herdan_c", "tokens=1;types=1" },
    { "dugast_u_ln", "tokens=30;types=30" },
    { "summer_s_ln", "tokens=2;types=1" },
    { "maas_a_log10", "tokens=5;types=9" },
    { "fisher_alpha", "tokens=30;types=30" },
    { "honore_r", "tokens=30;types=30;hapaxes=30" },
    { "michea_m", "types=30;dislegomena=0" },
    { "legibilidad_mu", "words=4;mean_letters=3;var_letters=0" },
    { "yule_i_v2_over_m2_minus_v", "spectrum=1:3" },
    { "yule_index_n2_over_m2_minus_n", "spectrum=1:3" },
    { "simpson_d_unbiased", "spectrum=1:1" },
    { "entropy_relative", "spectrum=7:1" },
    { "popescu_r1", "spectrum=7:1" },
    { "arc_b2", "spectrum=1:1" },
    { "yule_k", "spectrum=" },
    { "hdd_attr42", "spectrum=1:41" },
    { "vocd_d_expected", "spectrum=1:49" },
    { "vocd_d_expected", "spectrum=1:60" },
    { "mattr_5", "ids=1 2 3 4" },
    { "mattr_2147483647", "ids=1 2 3 4" },
    { "msttr_5", "ids=1 2 3 4" },
    { "mtld_lt072", "ids=1 2 3 4" },
    { "mtld_lt072", "ids=" },
    { "mtld_ma_bid", "ids=1 2 3 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = refusal_of (cases[i].id, cases[i].inputs, BS_ERROR_UNDEFINED);

      g_test_message ("%s", message);
      g_assert_true (g_str_has_prefix (message, cases[i].id));
      g_assert_nonnull (strstr (message, "no value"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/vectors", test_vectors);
  g_test_add_func ("/explain/known-errors-of-others", test_known_errors_of_others);
  g_test_add_func ("/explain/steps", test_steps);
  g_test_add_func ("/explain/steps-of-sums", test_steps_of_sums);
  g_test_add_func ("/explain/every-measure", test_every_measure_explains);
  g_test_add_func ("/explain/missing-inputs-are-named", test_missing_inputs_are_named);
  g_test_add_func ("/explain/undefined", test_undefined);
  return g_test_run ();
}
