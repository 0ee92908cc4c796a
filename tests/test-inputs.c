/* What measures are computed from: values as users write them, and what follows from them. */
#include <math.h>
#include <string.h>

#include "measure/measure.h"

static double
value_of (const char *id, const BsInputs *inputs)
{
  g_autoptr (GError) error = NULL;
  BsMeasureRef ref;
  double value = NAN;

  g_assert_true (bs_measure_find (id, &ref, &error));
  g_assert_true (bs_measure_explain (ref, inputs, NULL, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
set (BsInputs *inputs, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bs_inputs_set_text (inputs, name, value, &error));
  g_assert_no_error (error);
}

static void
test_refused (void)
{
  static const struct {
    const char *name, *value;
  } cases[] = {
    { "wordz", "1" },         { "", "1" },           { "paragraphs", "3" }, { "note", "x" },       { "words", "" },
    { "words", "-1" },        { "words", "nan" },    { "words", "inf" },    { "words", "1e999" },  { "words", "ten" },
    { "words", "1,5" },       { "words", " 5" },     { "words", "5 " },     { "words", "0x10" },   { "spectrum", "1" },
    { "spectrum", "1:" },     { "spectrum", ":1" },  { "spectrum", "0:1" }, { "spectrum", "1:0" },
    { "spectrum", "1:2:3" },  { "spectrum", "1:2 1:3" }, { "spectrum", "1:4294967296" }, { "spectrum", "1:-2" },
    { "ids", "1 a" },        
    { "ids", "-1" },          { "ids", "4294967296" },  { "ids", "1.5" },
  };
  g_autoptr (BsInputs) inputs = bs_inputs_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s=%s", cases[i].name, cases[i].value);
      g_assert_false (bs_inputs_set_text (inputs, cases[i].name, cases[i].value, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_numbers (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();

  set (inputs, "words", "1e2");
  set (inputs, "sentences", "2.5");
  set (inputs, "long6", ".5");
  g_assert_cmpfloat (value_of ("lix", inputs), ==, 40.5);
}

/* Entries may come in any order and be parted by commas; the copy outlives the text. */
static void
test_lists (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  char text[] = "4:1,1:3 , 3:1\n2:2";

  set (inputs, "spectrum", text);
  memset (text, 'x', sizeof text - 1);
  g_assert_cmpfloat_with_epsilon (value_of ("yule_k", inputs), 1122.449, 6e-4);
  set (inputs, "ids", "1, 1, 2 1\t1 2 1");
  g_assert_cmpfloat_with_epsilon (value_of ("mattr_4", inputs), 0.5, 1e-12);
}

/* ids give the spectrum, and a spectrum the numbers of words and types. */
static void
test_what_follows (void)
{
  g_autoptr (BsInputs) ids = bs_inputs_new (), spectrum = bs_inputs_new (), given = bs_inputs_new ();

  set (ids, "ids", "7 1 7 4000000000 2 2 7 0 9");
  set (spectrum, "spectrum", "1:4 2:1 3:1");
  set (given, "tokens", "9");
  set (given, "types", "6");
  set (given, "hapaxes", "4");
  g_assert_true (value_of ("yule_k", ids) == value_of ("yule_k", spectrum));
  g_assert_true (value_of ("ttr", ids) == value_of ("ttr", given));
  g_assert_true (value_of ("ttr", spectrum) == value_of ("ttr", given));
  g_assert_true (value_of ("honore_r", ids) == value_of ("honore_r", given));
  g_assert_true (value_of ("michea_m", spectrum) == 6);
}

static void
test_new_ids_forget_the_old (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  const guint32 first[] = { 1, 1, 1, 1 }, second[] = { 1, 2, 3, 1 };

  bs_inputs_set_ids (inputs, first, G_N_ELEMENTS (first));
  g_assert_cmpfloat (value_of ("mattr_4", inputs), ==, 0.25);
  g_assert_cmpfloat (value_of ("repeat_rate_rank", inputs), ==, 1);
  bs_inputs_set_ids (inputs, second, G_N_ELEMENTS (second));
  g_assert_cmpfloat (value_of ("mattr_4", inputs), ==, 0.75);
  g_assert_cmpfloat (value_of ("repeat_rate_rank", inputs), ==, 0.375);
  bs_inputs_clear (inputs);
  bs_inputs_set_ids (inputs, first, 3);
  g_assert_cmpfloat_with_epsilon (value_of ("mattr_3", inputs), 1 / 3.0, 1e-15);
}

/* Only equality of ids counts, not their size or order. */
static void
test_any_numbers (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  guint32 small[1000], large[1000];
  double mattr, mtld;

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      small[i] = i * i % 397;
      large[i] = G_MAXUINT32 - 7919 * small[i];
    }
  bs_inputs_set_ids (inputs, small, G_N_ELEMENTS (small));
  mattr = value_of ("mattr_50", inputs);
  mtld = value_of ("mtld_lt072", inputs);
  bs_inputs_set_ids (inputs, large, G_N_ELEMENTS (large));
  g_assert_true (value_of ("mattr_50", inputs) == mattr);
  g_assert_true (value_of ("mtld_lt072", inputs) == mtld);
}

/* What is given by hand goes before a count, and clearing forgets that it was given. */
static void
test_given_before_counts (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  BsCounts counts;

  for (guint i = 0; i < BS_N_COUNTS; i++)
    counts.value[i] = 100;
  counts.value[BS_COUNT_SENTENCES] = 10;
  counts.value[BS_COUNT_POLY] = 20;
  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpfloat (value_of ("fog_polysyllables", inputs), ==, 12); /* poly, not Gunning's hard words */
  g_assert_cmpfloat (value_of ("fog", inputs), ==, 44);
  set (inputs, "hard", "10");
  g_assert_cmpfloat (value_of ("fog_polysyllables", inputs), ==, 8);
  set (inputs, "poly", "30"); /* both by hand: the exact name wins */
  g_assert_cmpfloat (value_of ("fog_polysyllables", inputs), ==, 16);
  g_assert_cmpfloat (value_of ("fog", inputs), ==, 8);
  bs_inputs_clear (inputs);
  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpfloat (value_of ("fog_polysyllables", inputs), ==, 12);
}

static void
test_missing_counts (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (GError) error = NULL;
  BsCounts counts;
  BsMeasureRef ref;
  double value;

  for (guint i = 0; i < BS_N_COUNTS; i++)
    counts.value[i] = 100;
  bs_counts_drop_english (&counts);
  bs_inputs_set_counts (inputs, &counts);
  g_assert_true (bs_measure_find ("flesch_en", &ref, NULL));
  g_assert_false (bs_measure_explain (ref, inputs, NULL, &value, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_assert_cmpstr (error->message, ==, "flesch_en needs more inputs: syllables");
  g_assert_cmpfloat (value_of ("rix", inputs), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inputs/refused", test_refused);
  g_test_add_func ("/inputs/numbers", test_numbers);
  g_test_add_func ("/inputs/lists", test_lists);
  g_test_add_func ("/inputs/what-follows", test_what_follows);
  g_test_add_func ("/inputs/new-ids-forget-the-old", test_new_ids_forget_the_old);
  g_test_add_func ("/inputs/any-numbers", test_any_numbers);
  g_test_add_func ("/inputs/given-before-counts", test_given_before_counts);
  g_test_add_func ("/inputs/missing-counts", test_missing_counts);
  return g_test_run ();
}
