/* The measures that the view `articles` works out are, to the last bit, those that the program computes. */
#include "store/derived.h"
#include "store/formula.h"
#include "store/schema.h"

#include "store-help.h"

#define ARTICLES 4000

static const char *const languages[] = { "en", "EN", "en-GB", "en_US", "eng", "de", "de-AT", "fr", "es", "it", "nl", "pt",
                                         "ru", "uk", "tr", "hu",    "ar",    "zh",  "ja", "",      "e",  "xx", "sv", NULL };

/* Any count from nothing to millions, of every size as often. */
static gint64
random_count (GRand *random)
{
  static const gint32 limits[] = { 2, 12, 120, 1200, 120000, 12000000 };

  return g_rand_int_range (random, 0, limits[g_rand_int_range (random, 0, G_N_ELEMENTS (limits))]);
}

static void
random_counts (BsCounts *counts, GRand *random)
{
  gboolean likely = g_rand_boolean (random), missing = g_rand_int_range (random, 0, 4) == 0;

  for (guint i = 0; i < BS_N_COUNTS; i++)
    counts->value[i] = random_count (random);
  if (likely) /* as texts have them */
    {
      gint64 words = 1 + g_rand_int_range (random, 0, 400);

      counts->value[BS_COUNT_WORDS] = words;
      counts->value[BS_COUNT_SENTENCES] = 1 + words / g_rand_int_range (random, 1, 30);
      for (guint i = BS_COUNT_LETTERS; i < BS_N_COUNTS; i++)
        counts->value[i] = g_rand_int_range (random, 0, (gint32) (6 * words));
    }
  if (missing)
    for (guint i = 0; i < BS_N_COUNTS; i++)
      if (g_rand_int_range (random, 0, 3) == 0)
        counts->value[i] = BS_COUNT_MISSING;
  if (g_rand_int_range (random, 0, 8) == 0)
    bs_counts_drop_english (counts);
}

/* Articles of random counts, half of them measured whatever their length; their numbers are 1, 2, …. */
static void
put_random (BsStore *store, GRand *random, BsStoredArticle *puts)
{
  for (guint i = 0; i < ARTICLES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = g_strdup_printf ("%06u", i);
      Draft draft;

      draft_text (&draft, store, "paper", id, "one");
      random_counts (&draft.stored.counts, random);
      draft.stored.language = languages[g_rand_int_range (random, 0, G_N_ELEMENTS (languages))];
      draft.stored.any_length = g_rand_boolean (random);
      g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, &error));
      g_assert_no_error (error);
      puts[i] = draft.stored;
      draft_clear (&draft);
    }
}

static void
check_value (const BsStoredArticle *put, const BsInputs *inputs, BsMeasureRef ref, const BsCell *cell)
{
  double expected = bs_measure_text (ref, inputs, put->language, !put->any_length, NULL);
  g_autofree char *id = bs_measure_ref_id (ref);

  if (cell->missing != (isnan (expected) != 0))
    g_error ("%s of an article in %s is %s in the view", id, put->language, cell->missing ? "missing" : "not missing");
  expected += 0.0; /* SQLite keeps no sign of nothing */
  if (!cell->missing && memcmp (&expected, &cell->real, sizeof expected) != 0)
    g_error ("%s is %.17g and not %.17g in the view", id, cell->real, expected);
}

static void
test_bit_for_bit (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree BsStoredArticle *puts = g_new0 (BsStoredArticle, ARTICLES);
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (GString) sql = g_string_new ("SELECT words");
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) rows = NULL;
  guint n, n_values = 0;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);

      if (bs_derived_sql (i) != NULL)
        g_string_append_printf (sql, ", \"%s\"", id);
    }
  g_string_append (sql, " FROM articles ORDER BY article");
  begin (store);
  put_random (store, random, puts);
  rows = bs_store_query (store, sql->str, NULL, NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ARTICLES; i++)
    {
      const BsCell *cells = bs_table_next (rows, &error);
      guint column = 1;

      g_assert_nonnull (cells);
      bs_inputs_clear (inputs);
      bs_inputs_set_counts (inputs, &puts[i].counts);
      for (guint j = 0; j < n; j++)
        if (bs_derived_sql (j) != NULL)
          {
            n_values += !cells[column].missing;
            check_value (&puts[i], inputs, refs[j], &cells[column++]);
          }
    }
  g_assert_cmpuint (n_values, >, ARTICLES * 10);
  g_clear_pointer (&rows, bs_table_free);
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

static char *
formula_of (const char *id)
{
  BsMeasureRef ref;

  g_assert_true (bs_measure_find (id, &ref, NULL));
  return bs_formula_sql (ref);
}

static void
test_translation (void)
{
  g_autofree char *fog = formula_of ("fog");
  g_autofree char *ttr = formula_of ("ttr");
  g_autofree char *elf = formula_of ("elf");
  g_autofree char *ecp = formula_of ("coleman_liau_ecp");

  g_assert_cmpstr (fog, ==, "0.4 * ((words * 1.0 / sentences) + (100 * hard * 1.0 / words))");
  g_assert_cmpstr (ttr, ==, "types * 1.0 / words");
  g_assert_cmpstr (elf, ==, "(syllables - words) * 1.0 / sentences");
  g_assert_cmpstr (ecp, ==,
                   "141.8401 - 0.214590 * (100 * letters * 1.0 / words) + 1.079812 * (100 * sentences * 1.0 / words)");
}

/* What the counts do not decide, what takes another way for other counts, and what is more than plain arithmetic. */
static void
test_kept (void)
{
  static const char *const kept[] = { "mattr_100", "yule_k",  "linsear_write_grade", "dale_chall_1948_conditional",
                                      "smog",      "tuldava", "lix_grade",           "fisher_alpha" };
  guint n, n_kept;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_null (formula_of (kept[i]));
  bs_measures_of_articles (&n);
  bs_derived_kept (&n_kept);
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (2 * n_kept, <, n);
}

static void
test_every_formula_is_in_the_file (void)
{
  g_autofree char *view = bs_schema_articles_sql ();
  guint n;

  bs_measures_of_articles (&n);
  for (guint i = 0; i < n; i++)
    if (bs_derived_sql (i) != NULL)
      assert_contains (view, bs_derived_sql (i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/bit-for-bit", test_bit_for_bit);
  g_test_add_func ("/formula/translation", test_translation);
  g_test_add_func ("/formula/kept", test_kept);
  g_test_add_func ("/formula/every-formula-is-in-the-file", test_every_formula_is_in_the_file);
  return g_test_run ();
}
