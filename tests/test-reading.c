/* One article through all the rooms: what is counted, in which language, and that nothing is left over for the next. */
#include "analysis/reading.h"

#include <math.h>

#define PROSE \
  "The council met on Tuesday and voted to close the old bridge for the winter. It had been open since the war, and " \
  "most of the people who live by the river had walked over it every day of their lives.\n\n" \
  "“We do not know what we shall do,” said the baker, who sells bread on both sides of the water. The ferry is " \
  "small and slow, and it does not run when there is ice. A new bridge would cost more than the town has.\n\n" \
  "The mayor said that there would be a second vote in the spring. Until then the gates will stay shut, and those " \
  "who have to cross will be driven round by the mill, which takes an hour when the road is dry.\n"
#define SPANISH \
  "El ayuntamiento se reunió el martes y decidió cerrar el viejo puente durante todo el invierno. Había estado " \
  "abierto desde la guerra, y casi todos los vecinos que viven junto al río lo habían cruzado cada día de su vida. " \
  "La alcaldesa dijo que habría una segunda votación en la primavera y que hasta entonces las puertas seguirán " \
  "cerradas para todo el mundo, porque la ciudad no tiene dinero para construir uno nuevo.\n"

static BsArticle
article_of (const char *text)
{
  return (BsArticle){ .outlet = "paper", .id = "1", .text = bs_span_of (text), .origin.path = "given" };
}

static gint64
count (const BsReading *reading, BsCount which)
{
  return reading->tally->counts.value[which];
}

static double
value (const BsReading *reading, const char *id)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *known = bs_measure_ref_id (refs[i]);

      if (g_str_equal (known, id))
        return reading->measures[i];
    }
  g_error ("no measure %s", id);
}

static void
test_prose (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  BsArticle article = article_of (PROSE);
  BsReadOptions options = { 0 };

  bs_read (reading, &article, &options);
  g_assert_cmpint (count (reading, BS_COUNT_PARAGRAPHS), ==, 3);
  g_assert_cmpint (count (reading, BS_COUNT_SENTENCES), ==, 7);
  g_assert_cmpint (count (reading, BS_COUNT_WORDS), ==, 128);
  g_assert_cmpstr (reading->language, ==, "en");
  g_assert_true (reading->language_found);
  g_assert_false (isnan (value (reading, "flesch_en")));
  g_assert_false (isnan (value (reading, "mattr_100")));
  g_assert_true (isnan (value (reading, "mattr_500")));
  g_assert_cmpuint (reading->tally->sentence_lengths->len, ==, 7);
}

/* Furniture is set aside, or counted where that is asked for. */
static void
test_as_is (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  BsArticle article
      = article_of (PROSE "\nREAD MORE: Ten bridges to see this year\n\nShare on Facebook\n\n© 2024 The Paper. "
                          "All rights reserved.\n");
  BsReadOptions options = { 0 };

  bs_read (reading, &article, &options);
  g_assert_cmpint (count (reading, BS_COUNT_WORDS), ==, 128);
  options.without = BS_STEPS_ALL;
  bs_read (reading, &article, &options);
  g_assert_cmpint (count (reading, BS_COUNT_WORDS), >, 140);
}

static void
test_any_length (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  BsArticle article = article_of ("The cat sat on the mat. It was a good mat, and the cat knew it.\n");
  BsReadOptions options = { .language = "en" };

  bs_read (reading, &article, &options);
  g_assert_true (isnan (value (reading, "flesch_en")));
  options.any_length = TRUE;
  bs_read (reading, &article, &options);
  /* 16 words, 2 sentences, one syllable each */
  g_assert_cmpint (count (reading, BS_COUNT_SYLLABLES), ==, 16);
  g_assert_cmpfloat_with_epsilon (value (reading, "flesch_en"), 206.835 - 1.015 * 8 - 84.6, 1e-9);
  g_assert_true (isnan (value (reading, "mattr_50")));
}

/* The record's language goes before the option's, and that before what the text looks like. */
static void
test_language (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  BsArticle article = article_of (SPANISH);
  BsReadOptions options = { 0 };

  bs_read (reading, &article, &options);
  g_assert_cmpstr (reading->language, ==, "es");
  g_assert_true (reading->language_found);
  g_assert_cmpint (count (reading, BS_COUNT_SYLLABLES), ==, BS_COUNT_MISSING);
  g_assert_cmpint (count (reading, BS_COUNT_FAMILIAR), ==, BS_COUNT_MISSING);
  g_assert_cmpint (count (reading, BS_COUNT_WORDS), >, 60);
  g_assert_true (isnan (value (reading, "flesch_en")));

  options.language = "pt";
  bs_read (reading, &article, &options);
  g_assert_cmpstr (reading->language, ==, "pt");
  g_assert_false (reading->language_found);

  article.language = "en";
  bs_read (reading, &article, &options);
  g_assert_cmpstr (reading->language, ==, "en");
  g_assert_cmpint (count (reading, BS_COUNT_SYLLABLES), >, 60);
}

static void
test_nothing_to_read (void)
{
  static const char *const texts[] = { "", "\n\n \t\n", "—\n", "***\n\n…\n" };
  static const char binary[] = "\x7f"
                               "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0\xc0\x10\0\0\0\0\0\0\x40\0\0\0\0\0";
  g_autoptr (BsReading) reading = bs_reading_new ();
  BsReadOptions options = { .any_length = TRUE };
  BsArticle article;
  guint n;

  bs_measures_of_articles (&n);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      article = article_of (texts[i]);
      bs_read (reading, &article, &options);
      g_assert_cmpint (count (reading, BS_COUNT_WORDS), ==, 0);
      g_assert_false (reading->cleaned->binary);
      g_assert_true (isnan (value (reading, "flesch_en")) && isnan (value (reading, "ttr")));
    }
  article = article_of (PROSE);
  article.text = bs_span (binary, sizeof binary - 1);
  bs_read (reading, &article, &options);
  g_assert_true (reading->cleaned->binary);
  g_assert_cmpint (count (reading, BS_COUNT_WORDS), ==, 0);
}

static void
write_down (GString *text, const BsReading *reading)
{
  guint n;

  bs_measures_of_articles (&n);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", count (reading, i));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%a ", reading->measures[i]);
  g_string_append_printf (text, "%s %s\n", reading->language != NULL ? reading->language : "-",
                          reading->cleaned->text->str);
}

/* An article's numbers are its own: whatever was read before, and by whichever thread's instruments. */
static void
test_nothing_is_left_over (void)
{
  static const char *const texts[] = { PROSE,
                                       SPANISH,
                                       "",
                                       "The cat sat.\n",
                                       "1 2 3\n",
                                       PROSE PROSE SPANISH,
                                       "\xff\xfe\xfd a\n",
                                       "WHO said the US would help us, and who knows?\n" };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (BsReading) used = bs_reading_new ();
  BsReadOptions options = { .any_length = TRUE };

  for (guint i = 0; i < 60; i++)
    {
      BsArticle article = article_of (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
      g_autoptr (BsReading) fresh = bs_reading_new ();
      g_autoptr (GString) one = g_string_new (NULL), other = g_string_new (NULL);

      bs_read (used, &article, &options);
      bs_read (fresh, &article, &options);
      write_down (one, used);
      write_down (other, fresh);
      g_assert_cmpstr (one->str, ==, other->str);
    }
}

/* One reading may be asked with one set of options, then with another. */
static void
test_numbers (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  BsArticle article = article_of ("The cat sat in 1984. The dog ran.");
  BsReadOptions options[] = { { 0 }, { .lexicon.numbers = BS_NUMBERS_ONE } };

  for (guint i = 0; i < 4; i++)
    {
      bs_read (reading, &article, &options[i % 2]);
      g_assert_cmpint (reading->tally->counts.value[BS_COUNT_WORDS], ==, 8);
      g_assert_cmpint (reading->tally->counts.value[BS_COUNT_SYLLABLES], ==, i % 2 == 0 ? 12 : 8);
    }
}

/* Whether numbers were one shows in the line. */
static void
test_numbers_are_told (void)
{
  g_autofree char *spoken = bs_read_settings (&(BsReadOptions){ 0 });
  g_autofree char *one = bs_read_settings (&(BsReadOptions){ .lexicon.numbers = BS_NUMBERS_ONE });

  g_assert_nonnull (strstr (spoken, BS_SETTINGS_CLEANING "on;"));
  g_assert_null (strstr (spoken, BS_SETTINGS_NUMBERS_ONE));
  g_assert_nonnull (strstr (one, BS_SETTINGS_NUMBERS_ONE));
}

/* What an article was read by is told by one line, the same for the same rules. */
static void
test_settings (void)
{
  BsReadOptions options[] = { { 0 }, { .without = BS_STEPS_ALL }, { .any_length = TRUE }, { .language = "de" },
                              { .lexicon.numbers = BS_NUMBERS_ONE } };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *again = bs_read_settings (&options[i]);
      char *settings = bs_read_settings (&options[i]);

      g_assert_cmpstr (settings, ==, again);
      g_assert_null (strchr (settings, '\n'));
      g_assert_true (strstr (settings, BS_VERSION) != NULL);
      g_assert_true (g_hash_table_add (seen, settings));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/prose", test_prose);
  g_test_add_func ("/reading/as-is", test_as_is);
  g_test_add_func ("/reading/any-length", test_any_length);
  g_test_add_func ("/reading/language", test_language);
  g_test_add_func ("/reading/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/reading/nothing-is-left-over", test_nothing_is_left_over);
  g_test_add_func ("/reading/numbers", test_numbers);
  g_test_add_func ("/reading/numbers-are-told", test_numbers_are_told);
  g_test_add_func ("/reading/settings", test_settings);
  return g_test_run ();
}
