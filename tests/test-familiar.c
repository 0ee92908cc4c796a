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
          "hoped",        "hoping",    "lying",       "goes",    "doing",    "known",   "shown",
          "longer",       "prettier",  "bravest",     "redder",  "reddest",  "soundly", /* adjectives, adverbs */
          "good-looking", "full-time", "twenty-four",                                   /* hyphens */
          "1947",         "18",        "3.5",         "nov",     "a.m",      "u.s",     /* numbers, abbreviations */
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

/* A verb's ending makes nothing of a pronoun, and a short word's letters are not a stem. */
static void
test_no_stem_by_chance (void)
{
  static const char *const words[] = { "shed", "wed", "inning", "vs", "hern", NULL };

  check (BS_LIST_SPACHE, words, FALSE);
  check (BS_LIST_DALE_769, words, FALSE);
}

static gboolean
is_exempt (const char *word)
{
  return bs_fog_exempt (bs_span_of (word), bs_syllables (bs_span_of (word), NULL));
}

static void
test_fog (void)
{
  static const char *const exempt[] = { "bookkeeper",
                                        "butterfly",
                                        "newspaper",
                                        "everyone",
                                        "everybody",
                                        "firefighter",
                                        "understand", /* two easy words */
                                        "state-of-the-art",
                                        "good-looking", /* no part of three */
                                        "created",
                                        "trespasses",
                                        "beginning", /* endings */
                                        NULL };
  static const char *const hard[]
      = { "president",           "manager",     "comfortable",
          "leadership",          "forgettable", "governors",  /* no two words */
          "remembered",          "remembering", "developing", /* three without the ending, or four */
          "university-educated", "information", NULL };

  for (guint i = 0; exempt[i] != NULL; i++)
    {
      g_test_message ("%s", exempt[i]);
      g_assert_true (is_exempt (exempt[i]));
    }
  for (guint i = 0; hard[i] != NULL; i++)
    {
      g_test_message ("%s", hard[i]);
      g_assert_false (is_exempt (hard[i]));
    }
  g_assert_false (is_exempt ("cat"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/familiar/dale-known", test_dale_known);
  g_test_add_func ("/familiar/dale-unknown", test_dale_unknown);
  g_test_add_func ("/familiar/short-list", test_short_list);
  g_test_add_func ("/familiar/spache", test_spache);
  g_test_add_func ("/familiar/no-stem-by-chance", test_no_stem_by_chance);
  g_test_add_func ("/familiar/fog", test_fog);
  return g_test_run ();
}
