/* How words sound. Counts of plain words are the CMU Pronouncing Dictionary's; those of numbers and initialisms follow
 * from reading aloud what stands beside them. */
#include "lexicon/letters.h"
#include "lexicon/spoken-number.h"
#include "lexicon/syllable-table.h"
#include "lexicon/syllable.h"
#include "lexicon/wordlist.h"

typedef struct
{
  const char *word;
  guint syllables;
} Sound;

static void
check (const Sound *sounds, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint count = bs_syllables (bs_span_of (sounds[i].word), NULL);
      if (count != sounds[i].syllables)
        g_test_message ("%s: %u", sounds[i].word, count);
      g_assert_cmpuint (count, ==, sounds[i].syllables);
    }
}

static void
test_words (void)
{
  static const Sound sounds[] = {
    { "the", 1 },       { "rhythm", 2 },     { "every", 3 },      { "fire", 2 },     { "chocolate", 2 },
    { "w", 3 },         { "created", 3 },    { "walked", 1 },     { "wanted", 2 },   { "naked", 2 },
    { "table", 2 },     { "capitalism", 5 }, { "evening", 2 },    { "reinvent", 3 }, { "Wednesday", 2 },
    { "newspaper", 3 }, { "area", 3 },       { "Zuckerberg", 3 }, { "POLICE", 2 },   { "McDonald", 3 },
  };

  check (sounds, G_N_ELEMENTS (sounds));
}

static void
test_apostrophes (void)
{
  static const Sound sounds[] = {
    { "don't", 1 }, { "didn't", 2 },      { "can’t", 1 },    { "they'd", 1 },   { "it'd", 2 },
    { "I'll", 1 },  { "that'll", 2 },     { "we're", 1 },    { "could've", 2 }, { "boss's", 2 },
    { "boss'", 1 }, { "judge's", 2 },     { "dog's", 1 },    { "O'Brien", 3 },  { "o'clock", 2 },
    { "'em", 1 },   { "rock'n'roll", 3 }, { "D'Angelo", 4 }, { "'", 1 },        { "''s", 1 },
  };

  check (sounds, G_N_ELEMENTS (sounds));
}

static void
test_other_letters (void)
{
  static const Sound sounds[] = {
    { "reëlect", 3 },   { "café", 2 },   { "cafés", 2 }, { "résumé", 3 }, { "fiancée", 3 },
    { "Beyoncé’s", 3 }, { "naïve", 2 },  { "Łódź", 1 },  { "Straße", 1 }, { "œuvre", 2 },
    { "北京", 1 },      { "Москва", 3 }, { "�", 1 },
  };

  check (sounds, G_N_ELEMENTS (sounds));
}

static void
test_numbers (void)
{
  static const Sound sounds[] = {
    { "0", 2 },       /* zero */
    { "7", 2 },       /* seven */
    { "70", 3 },      /* seventy */
    { "101", 4 },     /* one hundred one */
    { "10,000", 3 },  /* ten thousand */
    { "10000", 3 },   /* likewise */
    { "1,984", 9 },   /* one thousand nine hundred eighty-four: the comma says that it is no year */
    { "1984", 5 },    /* nineteen eighty-four */
    { "1905", 4 },    /* nineteen oh five */
    { "1900", 4 },    /* nineteen hundred */
    { "2000", 3 },    /* two thousand */
    { "2005", 4 },    /* two thousand five */
    { "2016", 4 },    /* twenty sixteen */
    { "1066", 4 },    /* ten sixty-six */
    { "1984-85", 8 }, /* nineteen eighty-four eighty-five */
    { "1990s", 4 },   /* nineteen nineties */
    { "1990's", 4 },
    { "'90s", 2 },
    { "1906s", 5 }, /* nineteen oh sixes */
    { "3.25", 4 },  /* three point two five */
    { "1.2.3", 5 }, /* one point two point three */
    { "9/11", 4 },  /* nine eleven */
    { "11:21", 6 }, /* eleven twenty-one */
    { "7:05", 4 },  /* seven oh five */
    { "7:00", 2 },  /* seven */
    { "3rd", 1 },
    { "2nd", 2 },
    { "12th", 1 },
    { "20th", 3 }, /* twentieth */
    { "21st", 3 }, /* twenty-first */
    { "10m", 3 },  /* ten million */
    { "5bn", 3 },
    { "7k", 4 },
    { "555-0100", 7 }, /* figure by figure */
    { "1-212-555-0100", 11 },
    { "555-01000", 11 }, /* no telephone: five hundred fifty-five, oh one … */
    { "911", 3 },
    { "401k", 4 },
    { "1½", 4 }, /* one and one half */
    { "2-3/4", 4 },
    { "33⅓", 6 },
    { "3RD", 1 },
    { "007", 4 },           /* oh oh seven */
    { "1,000,000,000", 3 }, /* one billion */
    { "1,00", 3 },          /* no group of three, so two numbers: one, oh oh */
  };

  check (sounds, G_N_ELEMENTS (sounds));
  g_assert_cmpuint (bs_cardinal_syllables (999999999999999), ==, 5 * (1 + 2 + 2 + 1) + 4 * 2);
}

static void
test_what_is_a_number (void)
{
  static const char *const numbers[]
      = { "3", "3.5", "10,000", "9/11", "11:21", "1990s", "'90s", "1990's", "21st", "5bn", "1999-2000", "007", NULL };
  static const char *const others[]
      = { "'", "A4", "3pm", "100km", "20-year-old", "H1N1", "x", ".5.", "3.", "1st.", "", NULL };

  for (guint i = 0; numbers[i] != NULL; i++)
    g_assert_true (bs_is_number (bs_span_of (numbers[i])));
  for (guint i = 0; others[i] != NULL; i++)
    g_assert_false (bs_is_number (bs_span_of (others[i])));
}

static void
test_roman_numbers (void)
{
  static const Sound sounds[]
      = { { "II", 1 }, { "VII", 2 },     { "XIV", 2 },  { "XXI", 3 },   { "III's", 1 }, { "MIX", 1 },
          { "ii", 1 }, { "MCMXCIX", 5 }, { "WWII", 3 }, { "WWI's", 3 }, { "WWF", 7 } };

  check (sounds, G_N_ELEMENTS (sounds));
  g_assert_cmpuint (bs_roman_value (bs_span_of ("XXXIX")), ==, 39);
  g_assert_cmpuint (bs_roman_value (bs_span_of ("LVIII")), ==, 58);
  g_assert_cmpuint (bs_roman_value (bs_span_of ("MMXX")), ==, 2020);
  g_assert_cmpuint (bs_roman_value (bs_span_of ("MCM")), ==, 0); /* initials, rather */
  g_assert_cmpuint (bs_roman_value (bs_span_of ("XXXXX")), ==, 0);
  g_assert_cmpuint (bs_roman_value (bs_span_of ("I")), ==, 0);
  g_assert_cmpuint (bs_roman_value (bs_span_of ("IIII")), ==, 0);
  g_assert_cmpuint (bs_roman_value (bs_span_of ("XL")), ==, 0); /* a size */
}

static void
test_initialisms (void)
{
  static const Sound sounds[] = {
    { "US", 2 },     { "us", 1 },     { "WHO", 5 },      { "who", 1 },    { "IT", 2 },       { "BBC", 3 },
    { "BBC's", 3 },  { "U.S", 2 },    { "U.S.A", 3 },    { "U.S.'s", 3 }, { "U.S.-led", 3 }, { "a.m", 2 },
    { "Ph.D", 3 },   { "PhD", 3 },    { "G.W", 4 },      { "MPs", 2 },    { "CEOs", 3 },     { "AFCs", 3 },
    { "NATO", 2 },   { "AIDS", 1 },   { "UNESCO", 3 },   { "HTML", 4 },   { "OECD", 4 },     { "DUP", 3 },
    { "THE", 1 },    { "WAR", 1 },    { "COVID-19", 4 }, { "B-52", 4 },   { "A4", 2 },       { "H1N1", 4 },
    { "AT&T", 4 },   { "R&B", 3 },    { "G7", 3 },       { "100km", 7 },  { "3pm", 3 },      { "eBay", 2 },
    { "Lt.Gen", 2 }, { "Ph.D.s", 3 }, { "WW2", 3 },      { "A380", 4 },   { "I-405", 4 },    { "F-150", 4 },
    { "16MB", 5 },
  };

  check (sounds, G_N_ELEMENTS (sounds));
  g_assert_true (bs_is_initialism (bs_span_of ("e.g")));
  g_assert_true (bs_is_initialism (bs_span_of ("B.Sc")));
  g_assert_false (bs_is_initialism (bs_span_of ("end.The")));
  g_assert_false (bs_is_initialism (bs_span_of ("3.5")));
  g_assert_false (bs_is_initialism (bs_span_of ("a")));
}

static void
test_written_in_one (void)
{
  static const Sound sounds[] = {
    { "YouTube", 2 }, { "JetBrains", 2 }, { "iPhone", 2 },  { "macOS", 3 },     { "WebGL", 3 },  { "KDevelop", 4 },
    { "SpaceX", 2 },  { "iPods", 2 },     { "McCone", 2 },  { "LaGuardia", 4 }, { "PhD", 3 },    { "PhDs", 3 },
    { "MySQL", 4 },   { "BioNTech", 4 },  { "O'Brien", 3 }, { "MacArthur", 3 }, { "eBay's", 2 },
  };

  check (sounds, G_N_ELEMENTS (sounds));
}

static void
test_elements (void)
{
  static const Sound sounds[]
      = { { "kitesurfers", 3 }, { "codebases", 3 }, { "macroecology", 6 }, { "stonework", 2 },
          { "multiethnic", 4 }, { "spacelike", 2 }, { "timeworn", 2 },     { "homebrewed", 2 } };

  check (sounds, G_N_ELEMENTS (sounds));
}

static void
test_compounds_and_addresses (void)
{
  static const Sound sounds[] = {
    { "well-known", 2 },
    { "state-of-the-art", 4 },
    { "20-year-old", 4 },
    { "10,000-strong", 4 },
    { "mid-1990s", 5 },
    { "co‑operate", 4 },
    { "--", 1 },
    { "cnn.com", 4 },
    { "www.bbc.co.uk", 6 },
    { "@name", 1 },
    { "jane.doe@example.com", 6 },
    { "https://example.org/a", 5 },
  };

  check (sounds, G_N_ELEMENTS (sounds));
}

static void
test_rules_are_told (void)
{
  static const struct
  {
    const char *word;
    BsSyllableRule rule;
  } told[] = {
    { "1984", BS_SYLLABLES_NUMBER }, { "XIV", BS_SYLLABLES_NUMBER },       { "BBC", BS_SYLLABLES_LETTERS },
    { "U.S", BS_SYLLABLES_LETTERS }, { "well-known", BS_SYLLABLES_PARTS }, { "Zuckerberg", BS_SYLLABLES_RULE },
    { "etc", BS_SYLLABLES_LISTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      BsSyllableRule rule;
      bs_syllables (bs_span_of (told[i].word), &rule);
      g_assert_cmpint (rule, ==, told[i].rule);
    }
}

/* Dirty words cost no more than their length, and count at least one. */
static void
test_dirt (void)
{
  static const char *const dirt[] = { "\xff\xfe", "a\xff", "\xc3", "&", ".",  "...", "-",    "''''", "@@",
                                      "://",      "www.",  "1,",   "é", "'1", "a.",  "\x01", "/" };
  g_autofree char *giant = g_strnfill (4000000, 'a'), *digits = g_strnfill (4000000, '9');

  for (guint i = 0; i < G_N_ELEMENTS (dirt); i++)
    g_assert_cmpuint (bs_syllables (bs_span_of (dirt[i]), NULL), >=, 1);
  g_assert_cmpuint (bs_syllables (bs_span_of (giant), NULL), ==, bs_syllables (bs_span (giant, 512), NULL));
  g_assert_cmpuint (bs_syllables (bs_span_of (digits), NULL), ==, 512);
  for (gsize i = 1; i < 4000000; i += 2)
    giant[i] = '-';
  g_assert_cmpuint (bs_syllables (bs_span_of (giant), NULL), ==, 256);
  memset (giant, '\'', 4000000);
  g_assert_cmpuint (bs_syllables (bs_span_of (giant), NULL), ==, 1);
}

static void
test_every_listed_word (void)
{
  g_autoptr (GBytes) bytes = bs_lexicon_data ("syllables.txt");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *before = "";
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *blank = strchr (lines[i], ' ');
      BsSyllableRule rule;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_nonnull (blank);
      g_assert_cmpint (strcmp (before, lines[i]), <, 0);
      before = lines[i];
      n++;
      g_assert_cmpuint (bs_syllables (bs_span (lines[i], (gsize)(blank - lines[i])), &rule), ==,
                        g_ascii_strtoull (blank + 1, NULL, 10));
      g_assert_cmpint (rule, ==, BS_SYLLABLES_LISTED);
    }
  g_assert_cmpuint (n, ==, 2224);
}

/* What is built in is small: weights of 40 KB at most, 64 KB with the words that are listed. */
static void
test_sizes (void)
{
  g_autoptr (GBytes) weights = bs_lexicon_data ("syllable-weights.txt");
  g_autoptr (GBytes) listed = bs_lexicon_data ("syllables.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (BsSyllableModel) model = bs_syllable_model_new (bs_span_of_bytes (weights), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bs_syllable_model_size (model), ==, 13862);
  g_assert_cmpuint (g_bytes_get_size (weights), <=, 40960);
  g_assert_cmpuint (g_bytes_get_size (weights) + g_bytes_get_size (listed), <=, 65536);
}

/* Runs of letters are numbered in 16 bits: 88,582 are too many. */
static void
test_too_many_weights (void)
{
  g_autoptr (GString) weights = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 26 * 26 * 26 * 4; i++)
    g_string_append_printf (weights, "%c%c%c%c\n", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26,
                            'A' + i / 17576);
  g_assert_null (bs_syllable_table_new (bs_span (weights->str, weights->len), bs_span (NULL, 0), &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
}

static void
test_levels_and_marks (void)
{
  for (guint level = 0; level < BS_SYLLABLE_N_LEVELS; level++)
    {
      g_assert_cmpint (bs_syllable_level (level) > 0, ==, level % 2);
      if (level >= 2)
        g_assert_cmpint (ABS (bs_syllable_level (level)), >, ABS (bs_syllable_level (level - 2)));
      for (guint letter = 0; letter < 2; letter++)
        {
          char mark = bs_syllable_mark (letter, level);
          g_assert_true (g_ascii_ispunct (mark) || g_ascii_isdigit (mark));
          g_assert_true (mark != '_' && mark != BS_SYLLABLE_PASS);
        }
    }
}

/* Vowels have .73 each at first, consonants .02. Marks: 3 and 4 are the strongest weights against and for the first
 * letter, | and } for the second. */
static void
test_weights_are_read (void)
{
  static const struct
  {
    const char *weights;
    guint size, able, abler, ably;
  } models[] = {
    { "", 0, 1, 2, 1 },
    { "# remark\n\nable_|\n", 1, 1, 2, 1 },
    { "able_}", 1, 2, 2, 1 },
    { "ab3", 1, 1, 1, 1 },
    { "ble~3", 1, 1, 1, 1 },       /* the third letter */
    { "ab4le}_3 y|", 4, 2, 2, 1 }, /* ab, able, able_, ably */
    { "ab4LE}", 2, 2, 2, 2 },      /* ab, abe */
  };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BsSyllableModel) model = bs_syllable_model_new (bs_span_of (models[i].weights), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (bs_syllable_model_size (model), ==, models[i].size);
      g_assert_cmpuint (bs_syllable_model_count (model, bs_span_of ("able")), ==, models[i].able);
      g_assert_cmpuint (bs_syllable_model_count (model, bs_span_of ("abler")), ==, models[i].abler);
      g_assert_cmpuint (bs_syllable_model_count (model, bs_span_of ("ably")), ==, models[i].ably);
    }
}

/* Whatever stands there, it is read or refused: some lines of what is built in, with one byte changed. */
static void
test_broken_weights (void)
{
  g_autoptr (GBytes) bytes = bs_lexicon_data ("syllable-weights.txt");
  BsSpan text = bs_span_of_bytes (bytes);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint refused = 0;

  for (guint i = 0; i < 200; i++)
    {
      gsize from = (gsize)g_rand_int_range (random, 0, (gint32)text.length - 4000);
      g_autofree char *piece = g_strndup (strchr (text.start + from, '\n'), 400);
      g_autoptr (GError) error = NULL;
      g_autoptr (BsSyllableModel) model = NULL;

      piece[g_rand_int_range (random, 0, 400)] = (char)g_rand_int_range (random, 0, 256);
      model = bs_syllable_model_new (bs_span (piece, 400), &error);
      if (model == NULL)
        g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
      else
        g_assert_cmpuint (bs_syllable_model_count (model, bs_span_of ("newspapers")), <=, 10);
      refused += model == NULL;
    }
  g_assert_cmpuint (refused, >, 0);
  g_assert_cmpuint (refused, <, 200);
}

static void
test_tables (void)
{
  static const char weights[] = "# learned\nae_|\nmc_}\n";
  static const char *const broken[]
      = { "A!\n",   "!\n",       "ab \n",   "a!!\n", "ab!!!\n", "abE~~\n", "abcdefg\n", "__!\n",
          "abC \n", "ae_\x80\n", "ab\t!\n", "b~\n",  "aBE!\n",  "AB!\n",   "\r\n" };
  static const char *const unlisted[] = { "word\n", "word 0\n", "word 256\n", " 3\n", "word -1\n", "word 3x\n" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BsSyllableTable) table
      = bs_syllable_table_new (bs_span_of (weights), bs_span_of ("recipe 3\nabalone 4"), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bs_syllable_table_size (table), ==, 2);
  g_assert_cmpuint (bs_syllable_table_count (table, bs_span_of ("banana"), NULL), ==, 2); /* 3 x .73, rounded */
  g_assert_cmpuint (bs_syllable_table_count (table, bs_span_of ("recipes"), NULL), ==, 3);
  g_assert_cmpuint (bs_syllable_table_count (table, bs_span_of ("abalone's"), NULL), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      if (bs_syllable_table_new (bs_span_of (broken[i]), bs_span (NULL, 0), &error) != NULL)
        g_error ("read: %s", broken[i]);
      g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
      g_clear_error (&error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unlisted); i++)
    {
      g_assert_null (bs_syllable_table_new (bs_span_of (weights), bs_span_of (unlisted[i]), &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
      g_clear_error (&error);
    }
}

/* Whether a count is one of those that are current, "3|4". */
static gboolean
is_current (const char *counts, guint count)
{
  g_auto (GStrv) all = g_strsplit (counts, "|", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_ascii_strtoull (all[i], NULL, 10) == count)
      return TRUE;
  return FALSE;
}

/* Words of real news that the dictionary lacks: 96 of 100 are right. */
static void
test_unlisted_words (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "unlisted-syllables.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, right = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      guint count;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      count = bs_syllables (bs_span_of (cells[0]), NULL);
      n++;
      if (is_current (cells[1], count))
        right++;
      else
        g_test_message ("%s (%s): %s, not %u", cells[0], cells[2], cells[1], count);
    }
  g_test_message ("%u of %u right", right, n);
  g_assert_cmpuint (n, ==, 300);
  g_assert_cmpuint (right * 100, >=, n * 96);
}

/* All of the dictionary, where BS_CMUDICT names its file: first pronunciations of words of letters, apostrophes and
 * hyphens. */
static void
test_whole_dictionary (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, wrong = 0;

  if (g_getenv ("BS_CMUDICT") == NULL)
    {
      g_test_skip ("BS_CMUDICT names no cmudict.dict");
      return;
    }
  g_file_get_contents (g_getenv ("BS_CMUDICT"), &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strcspn (lines[i], " ");
      guint count = 0;

      if (!g_ascii_islower (lines[i][0]) || strspn (lines[i], "abcdefghijklmnopqrstuvwxyz'-") != length)
        continue;
      for (const char *c = lines[i] + length; *c != '\0' && *c != '#'; c++)
        count += g_ascii_isdigit (*c);
      n++;
      if (count > 0 && bs_syllables (bs_span (lines[i], length), NULL) != count)
        {
          g_test_message ("%s", lines[i]);
          wrong++;
        }
    }
  g_assert_cmpuint (n, >, 125000);
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syllable/words", test_words);
  g_test_add_func ("/syllable/apostrophes", test_apostrophes);
  g_test_add_func ("/syllable/other-letters", test_other_letters);
  g_test_add_func ("/syllable/numbers", test_numbers);
  g_test_add_func ("/syllable/what-is-a-number", test_what_is_a_number);
  g_test_add_func ("/syllable/roman-numbers", test_roman_numbers);
  g_test_add_func ("/syllable/initialisms", test_initialisms);
  g_test_add_func ("/syllable/written-in-one", test_written_in_one);
  g_test_add_func ("/syllable/elements", test_elements);
  g_test_add_func ("/syllable/compounds-and-addresses", test_compounds_and_addresses);
  g_test_add_func ("/syllable/rules-are-told", test_rules_are_told);
  g_test_add_func ("/syllable/dirt", test_dirt);
  g_test_add_func ("/syllable/every-listed-word", test_every_listed_word);
  g_test_add_func ("/syllable/sizes", test_sizes);
  g_test_add_func ("/syllable/tables", test_tables);
  g_test_add_func ("/syllable/weights-are-read", test_weights_are_read);
  g_test_add_func ("/syllable/broken-weights", test_broken_weights);
  g_test_add_func ("/syllable/levels-and-marks", test_levels_and_marks);
  g_test_add_func ("/syllable/too-many-weights", test_too_many_weights);
  g_test_add_func ("/syllable/unlisted-words", test_unlisted_words);
  g_test_add_func ("/syllable/whole-dictionary", test_whole_dictionary);
  return g_test_run ();
}
