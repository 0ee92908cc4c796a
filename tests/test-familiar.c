/* The rules of the readability lists, by the examples of their authors where they give any, and Gunning's exemptions.
 */
#include "lexicon/familiar.h"
#include "lexicon/fog.h"
#include "lexicon/syllable.h"

static gboolean
knows (BsList list, const char *word)
{
  return (bs_familiar_lists (bs_span_of (word)) & BS_LIST_BIT (list)) != 0;
}

static void
check (BsList list, const char *const *words, gboolean known)
{
  for (; *words != NULL; words++)
    {
      if (knows (list, *words) != known)
        g_test_message ("%s: %s", bs_list_name (list), *words);
      g_assert_cmpint (knows (list, *words), ==, known);
    }
}

static void
test_dale_known (void)
{
  static const char *const words[]
      = { "boys",         "churches",  "armies",      "boy's",   "boys'",    "girls",   /* plurals and possessives */
          "asks",         "asked",     "asking",      "dropped", "dropping", "carried", /* verbs */
          "hoped",        "hoping",    "lying",       "goes",    "doing",    "known",   "shown",   "drawn",
          "longer",       "prettier",  "bravest",     "redder",  "reddest",  "soundly", /* adjectives, adverbs */
          "good-looking", "full-time", "twenty-four",                                   /* hyphens */
          "1947",         "18",        "3.5",         "nov",     "dr",                  /* numbers, abbreviations */
          "don't",        "who've",    "america",     NULL };

  check (BS_LIST_DALE, words, TRUE);
}

static void
test_dale_unknown (void)
{
  static const char *const words[] = { "oxen",                        /* an irregular plural, though ox is listed */
                                       "burner",                      /* -er makes a noun, though burn is listed */
                                       "leafy",     "sharpen",        /* -y, -en */
                                       "clippings",                   /* two endings */
                                       "easily",                      /* more than -ly */
                                       "treatment", "protection",     /* other suffixes */
                                       "y.m.c.a",   "gov",            /* abbreviations of words that are not listed */
                                       "co-worker", "well-regulated", /* a part is unknown */
                                       "zyzzyva",   "",
                                       "-",         "'",
                                       "vs",        NULL };

  check (BS_LIST_DALE, words, FALSE);
  g_assert_true (knows (BS_LIST_DALE, "ox"));
  g_assert_true (knows (BS_LIST_DALE, "burn"));
  g_assert_true (knows (BS_LIST_DALE, "leaf"));
}

static void
test_short_list (void)
{
  static const char *const known[] = { "afraid", "boys", "walked", "hoping", "longer", "softly", "7", NULL };
  static const char *const unknown[] = { "airship", "airplanes", "burner", NULL };

  check (BS_LIST_DALE_769, known, TRUE);
  check (BS_LIST_DALE_769, unknown, FALSE);
}

/* Spache knows the endings of nouns and verbs, not those of adjectives and adverbs. */
static void
test_spache (void)
{
  static const char *const known[]
      = { "raccoon", "raccoons", "puppies", "barked", "jumping", "dropped", "b", "18", "cat's", NULL };
  static const char *const unknown[] = { "braver", "bravest", "softly", "shown", "airship", NULL };

  check (BS_LIST_SPACHE, known, TRUE);
  check (BS_LIST_SPACHE, unknown, FALSE);
}

static void
test_letters (void)
{
  static const char *const known[] = { "u.s", "us", "uk", "u.k", "a.m", "p.m", "pm", "nyc", NULL };
  static const char *const unknown[] = { "y.m.c.a", "bbc", "un", "u.n", "usurped", "", ".", NULL };

  for (guint i = 0; known[i] != NULL; i++)
    g_assert_cmpuint (bs_familiar_letters (bs_span_of (known[i])) & BS_LIST_BIT (BS_LIST_DALE), !=, 0);
  for (guint i = 0; unknown[i] != NULL; i++)
    g_assert_cmpuint (bs_familiar_letters (bs_span_of (unknown[i])), ==, 0);
}

/* Generic words of names, with the endings of nouns. */
static void
test_generics (void)
{
  static const char *const generic[]
      = { "senator", "senators", "university's", "committees", "secretary-general", "agencies", NULL };
  static const char *const other[] = { "senatorial", "berlin", "lincoln", "dogs", NULL };

  g_assert_true (knows (BS_LIST_GENERIC, "senator"));
  check (BS_LIST_GENERIC, generic + 1, TRUE);
  check (BS_LIST_GENERIC, other, FALSE);
}

/* A verb's ending makes nothing of a pronoun, and a short word's letters are not a stem. */
static void
test_no_stem_by_chance (void)
{
  static const char *const words[] = { "shed", "wed", "inning", "vs", "hern", NULL };

  check (BS_LIST_SPACHE, words, FALSE);
  check (BS_LIST_DALE_769, words, FALSE);
}

/* "easy", "hard" or "short" */
static const char *
verdict_of (const char *word)
{
  guint syllables = bs_syllables (bs_span_of (word), NULL);

  if (syllables < 3)
    return "short";
  return bs_fog_exempt (bs_span_of (word), syllables) ? "easy" : "hard";
}

static void
test_fog (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "fog-words.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint words = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

        g_assert_cmpuint (g_strv_length (cells), ==, 3);
        if (!g_str_equal (verdict_of (cells[0]), cells[1]))
          g_error ("%s is %s and not %s: %s", cells[0], cells[1], verdict_of (cells[0]), cells[2]);
        words++;
      }
  g_assert_cmpuint (words, >=, 150);
}

/* A word of fewer syllables is nothing that could be exempt. */
static void
test_fog_short (void)
{
  g_assert_false (bs_fog_exempt (bs_span_of ("airport"), 2));
  g_assert_false (bs_fog_exempt (bs_span_of (""), 3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/familiar/dale-known", test_dale_known);
  g_test_add_func ("/familiar/dale-unknown", test_dale_unknown);
  g_test_add_func ("/familiar/short-list", test_short_list);
  g_test_add_func ("/familiar/spache", test_spache);
  g_test_add_func ("/familiar/letters", test_letters);
  g_test_add_func ("/familiar/generics", test_generics);
  g_test_add_func ("/familiar/no-stem-by-chance", test_no_stem_by_chance);
  g_test_add_func ("/familiar/fog", test_fog);
  g_test_add_func ("/familiar/fog-short", test_fog_short);
  return g_test_run ();
}
