/* The table is whole, every id is found, and a text without a value says why. */
#include "measure-help.h"

/* ---- The table --------------------------------------------------------------------------------------------------- */

static gboolean
is_sql_name (const char *id)
{
  return (g_ascii_isalpha (id[0]) || id[0] == '_')
         && strspn (id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == strlen (id);
}

static void
test_rows_are_whole (void)
{
  guint n, headlines = 0;
  const BsMeasure *measures = bs_measures (&n);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (n, >, 150);
  for (guint i = 0; i < n; i++)
    {
      const BsMeasure *m = &measures[i];

      g_test_message ("%s", m->id);
      g_assert_true (is_sql_name (m->id));
      g_assert_true (g_hash_table_add (ids, g_ascii_strdown (m->id, -1))); /* columns have no case */
      g_assert_cmpuint (bs_count_by_name (m->id), ==, BS_N_COUNTS);        /* and stand beside the counts */
      g_assert_true (is_text (m->title) && is_text (m->unit) && is_text (m->inputs) && is_text (m->formula)
                     && is_text (m->source));
      g_assert_true (m->notes == NULL || is_text (m->notes));
      g_assert_true (m->status != BS_STATUS_VARIANT || !m->headline);
      g_assert_cmpfloat (m->low, <, m->high);
      g_assert_nonnull (m->compute);
      g_assert_true (m->windows[0] == 0 || g_str_has_suffix (m->id, "W"));
      g_assert_cmpuint (m->windows[G_N_ELEMENTS (m->windows) - 1], ==, 0);
      headlines += m->headline;
    }
  g_assert_cmpuint (headlines, >=, 8);
  g_assert_cmpuint (headlines, <=, 10);
}

static void
test_inputs_are_described (void)
{
  guint n;
  const BsMeasure *measures = bs_measures (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) names = g_strsplit_set (measures[i].inputs, " =|", 0);

      for (guint j = 0; names[j] != NULL; j++)
        g_assert_true (names[j][0] == '\0' || is_text (bs_input_description (names[j])));
    }
  g_assert_null (bs_input_description ("paragraphs"));
}

static void
test_of_articles (void)
{
  static const char *const must[]
      = { "flesch_en", "mattr_50", "mattr_100", "mattr_500", "msttr_100", "hdd_attr42", "hdd_sum42", "mtld_lt072" };
  static const char *const must_not[]
      = { "harris_jacobson_1", "ttr_from_voc_d", "fog_pl", "mtld_ma_bid", "mattr_W", "mattr_25" };
  guint n, headlines = 0;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);
      BsMeasureRef again = find (id);

      g_assert_true (again.measure == refs[i].measure && again.window == refs[i].window);
      g_assert_true (i == 0 || refs[i].measure >= refs[i - 1].measure);
      headlines += bs_measure_is_headline (refs[i]);
      g_assert_true (g_hash_table_add (ids, g_steal_pointer (&id)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (must); i++)
    g_assert_true (g_hash_table_contains (ids, must[i]));
  for (guint i = 0; i < G_N_ELEMENTS (must_not); i++)
    g_assert_false (g_hash_table_contains (ids, must_not[i]));
  g_assert_cmpuint (headlines, ==, 10);
  g_assert_true (bs_measure_is_headline (find ("mattr_100")));
  g_assert_false (bs_measure_is_headline (find ("mattr_50")));
}

/* ---- Finding ----------------------------------------------------------------------------------------------------- */

static void
test_windows (void)
{
  static const char *const none[] = { "mattr_0", "mattr_050", "mattr_", "mattr_w", "mattr_-5", "mattr_5x", "mattr_+5",
                                      "mattr_2147483648", "mattr_99999999999999999999", "mtld_lt072_5", "flesch_en5",
                                      "hdd_42", "MATTR_50", "" };
  g_autofree char *id = bs_measure_ref_id (find ("hdd_attr17"));

  g_assert_cmpuint (find ("mattr_2").window, ==, 2);
  g_assert_cmpuint (find ("mattr_W").window, ==, 100);
  g_assert_cmpuint (find ("hdd_sumW").window, ==, 42);
  g_assert_cmpuint (bs_measure_least_words (find ("mattr_50")), ==, 50); /* its window is enough, as of HD-D */
  g_assert_cmpuint (bs_measure_least_words (find ("hdd_attrW")), ==, 42);
  g_assert_cmpuint (bs_measure_least_words (find ("mtld_lt072")), ==, 100);
  g_assert_cmpuint (find ("msttr_25").window, ==, 25);
  g_assert_cmpuint (find ("mattr_2147483647").window, ==, G_MAXINT32);
  g_assert_cmpuint (find ("flesch_en").window, ==, 0);
  g_assert_cmpstr (id, ==, "hdd_attr17");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) error = NULL;
      BsMeasureRef ref;

      g_assert_false (bs_measure_find (none[i], &ref, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
    }
}

static void
test_nearest_ids (void)
{
  static const struct {
    const char *wrong, *near;
  } slips[] = {
    { "flesh_en", "flesch_en" },   { "Flesch_EN", "flesch_en" }, { "mattr", "mattr_100" },   { "mtld", "mtld_lt072" },
    { "kincaid", "flesch_kincaid" }, { "gunning_fog", "fog" }, { "lixx", "lix" }, { "mattr_x", "mattr_100" },
    { "dale_chall", "dale_chall_1948" }, { "hdd", "hdd_attr42" },
  };
  g_autofree char *endless = g_strnfill (100000, 'a');
  g_autoptr (GError) error = NULL;
  BsMeasureRef ref;

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autoptr (GError) slip = NULL;

      g_assert_false (bs_measure_find (slips[i].wrong, &ref, &slip));
      g_test_message ("%s", slip->message);
      g_assert_nonnull (strstr (slip->message, slips[i].wrong));
      g_assert_nonnull (strstr (slip->message, slips[i].near));
    }
  g_assert_false (bs_measure_find (endless, &ref, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

/* ---- Texts ------------------------------------------------------------------------------------------------------- */

static BsCounts
counts_of_an_article (void)
{
  BsCounts counts;

  for (guint i = 0; i < BS_N_COUNTS; i++)
    counts.value[i] = 20 + i;
  counts.value[BS_COUNT_WORDS] = 400;
  counts.value[BS_COUNT_SENTENCES] = 20;
  counts.value[BS_COUNT_PARAGRAPHS] = 8;
  counts.value[BS_COUNT_LETTERS] = 1900;
  counts.value[BS_COUNT_LETTERS_SQUARED] = 11000;
  counts.value[BS_COUNT_BLANKS] = 392;
  counts.value[BS_COUNT_TYPES] = 220;
  counts.value[BS_COUNT_HAPAXES] = 160;
  counts.value[BS_COUNT_SYLLABLES] = 620;
  counts.value[BS_COUNT_MONO] = 250;
  counts.value[BS_COUNT_FAMILIAR] = 340;
  return counts;
}

/* No measure answers a text of nothing, or one word, with a number that is none. */
static void
test_never_infinite (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (gint64 size = 0; size < 3; size++)
    {
      BsCounts counts;
      guint32 ids[] = { 5, 5 };
      BsSpectrumEntry entry = { (guint32) size, 1 };

      for (guint i = 0; i < BS_N_COUNTS; i++)
        counts.value[i] = size;
      bs_inputs_clear (inputs);
      bs_inputs_set_counts (inputs, &counts);
      bs_inputs_set_spectrum (inputs, &entry, size > 0);
      bs_inputs_set_ids (inputs, ids, (gsize) size);
      for (guint i = 0; i < n; i++)
        {
          BsMissing missing;
          double value = bs_measure_text (refs[i], inputs, refs[i].measure->language, FALSE, &missing);

          g_assert_true (isfinite (value) == (missing == BS_HAS_VALUE));
          g_assert_true (isfinite (value) || isnan (value));
          g_assert_true (size > 0 || isnan (value) || g_str_has_prefix (refs[i].measure->id, "reading_time"));
        }
    }
}

static BsMissing
reason (const char *id, const BsInputs *inputs, const char *language, gboolean least_lengths)
{
  BsMissing missing;
  double value = bs_measure_text (find (id), inputs, language, least_lengths, &missing);

  g_assert_true (isnan (value) == (missing != BS_HAS_VALUE));
  return missing;
}

static void
test_text_policy (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  BsCounts counts = counts_of_an_article ();
  guint32 ids[60] = { 0 };

  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpint (reason ("flesch_en", inputs, "en", TRUE), ==, BS_HAS_VALUE);
  g_assert_cmpint (reason ("flesch_en", inputs, "en-GB", TRUE), ==, BS_HAS_VALUE);
  g_assert_cmpint (reason ("flesch_en", inputs, "en_US", TRUE), ==, BS_HAS_VALUE);
  g_assert_cmpint (reason ("flesch_en", inputs, "eno", TRUE), ==, BS_WRONG_LANGUAGE);
  g_assert_cmpint (reason ("flesch_en", inputs, "de", TRUE), ==, BS_WRONG_LANGUAGE);
  g_assert_cmpint (reason ("flesch_en", inputs, NULL, TRUE), ==, BS_WRONG_LANGUAGE);
  g_assert_cmpint (reason ("lix", inputs, NULL, TRUE), ==, BS_HAS_VALUE);
  g_assert_cmpint (reason ("mattr_50", inputs, "en", TRUE), ==, BS_INPUT_MISSING);
  g_assert_cmpint (reason ("harris_jacobson_1", inputs, "en", TRUE), ==, BS_INPUT_MISSING);
  counts.value[BS_COUNT_WORDS] = 99;
  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpint (reason ("flesch_en", inputs, "de", TRUE), ==, BS_WRONG_LANGUAGE); /* before the length */
  g_assert_cmpint (reason ("flesch_en", inputs, "en", TRUE), ==, BS_TOO_SHORT);
  g_assert_cmpint (reason ("flesch_en", inputs, "en", FALSE), ==, BS_HAS_VALUE);
  g_assert_cmpint (reason ("mtld_lt072", inputs, "en", TRUE), ==, BS_TOO_SHORT);
  g_assert_cmpint (reason ("reading_time", inputs, "en", TRUE), ==, BS_HAS_VALUE);
  bs_inputs_set_ids (inputs, ids, G_N_ELEMENTS (ids));
  g_assert_cmpint (reason ("mattr_100", inputs, "en", FALSE), ==, BS_UNDEFINED);
  bs_counts_drop_english (&counts);
  counts.value[BS_COUNT_WORDS] = 100;
  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpint (reason ("flesch_de_amstad", inputs, "de", TRUE), ==, BS_INPUT_MISSING);
  g_assert_cmpint (reason ("mattr_500", inputs, "de", TRUE), ==, BS_TOO_SHORT);
  g_assert_cmpstr (bs_missing_name (BS_TOO_SHORT), ==, "too short");
}

static void
test_sentences_of_smog (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  BsCounts counts = counts_of_an_article ();
  g_autofree char *caution = NULL;

  counts.value[BS_COUNT_SENTENCES] = 9;
  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpint (reason ("smog", inputs, "en", TRUE), ==, BS_TOO_SHORT);
  counts.value[BS_COUNT_SENTENCES] = 29;
  bs_inputs_set_counts (inputs, &counts);
  g_assert_cmpint (reason ("smog", inputs, "en", TRUE), ==, BS_HAS_VALUE);
  caution = bs_measure_caution (find ("smog"), inputs);
  g_assert_cmpstr (caution, ==, "fewer than 30 sentences");
  g_assert_null (bs_measure_caution (find ("fog"), inputs));
  counts.value[BS_COUNT_SENTENCES] = 30;
  bs_inputs_set_counts (inputs, &counts);
  g_assert_null (bs_measure_caution (find ("smog"), inputs));
}

/* A text and the same counts given by hand agree, aliases included. */
static void
test_text_and_explain_agree (void)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  BsCounts counts = counts_of_an_article ();
  double easy = value_of ("linsear_write_score_ohayre", "words=400;sentences=20;easy=180");
  double hard = value_of ("linsear_write_grade", "words=400;sentences=20;hard=33");

  counts.value[BS_COUNT_EASY_OHAYRE] = 180;
  counts.value[BS_COUNT_POLY] = 33;
  counts.value[BS_COUNT_HARD] = 21; /* Gunning's: not what Linsear calls hard */
  bs_inputs_set_counts (inputs, &counts);
  g_assert_true (bs_measure_text (find ("linsear_write_score_ohayre"), inputs, "en", TRUE, NULL) == easy);
  g_assert_true (bs_measure_text (find ("linsear_write_grade"), inputs, "en", TRUE, NULL) == hard);
  g_assert_true (bs_measure_text (find ("ttr"), inputs, "en", TRUE, NULL) == 0.55);
}

/* ---- For people -------------------------------------------------------------------------------------------------- */

static void
test_format (void)
{
  static const struct {
    const char *id;
    double value;
    const char *text;
  } cases[] = {
    { "flesch_kincaid", 10.2927, "10.3" }, { "flesch_en", -0.04, "0.0" },     { "ttr", 0.52878, "0.529" },
    { "simpson_d_unbiased", 0.01566, "0.0157" }, { "mtld_lt072", 97.27, "97.3" }, { "reading_time", 119.7, "120" },
    { "mattr_50", NAN, "–" },              { "drp", 50, "50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bs_measure_format (find (cases[i].id), cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/table/rows-are-whole", test_rows_are_whole);
  g_test_add_func ("/measure/table/inputs-are-described", test_inputs_are_described);
  g_test_add_func ("/measure/table/of-articles", test_of_articles);
  g_test_add_func ("/measure/find/windows", test_windows);
  g_test_add_func ("/measure/find/nearest-ids", test_nearest_ids);
  g_test_add_func ("/measure/text/never-infinite", test_never_infinite);
  g_test_add_func ("/measure/text/policy", test_text_policy);
  g_test_add_func ("/measure/text/sentences-of-smog", test_sentences_of_smog);
  g_test_add_func ("/measure/text/agrees-with-explain", test_text_and_explain_agree);
  g_test_add_func ("/measure/format", test_format);
  return g_test_run ();
}
