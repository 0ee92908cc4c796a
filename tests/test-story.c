/* Which texts are one story, and which of them is its original. */
#include "compare/story.h"

#define NO BS_NO_STORY
#define NEAR(a, b) { a, b, 90, 0.9, 0.95 }
#define CUT(a, b) { a, b, 30, 0.2, 1.0 }
#define SHARES_LITTLE(a, b) { a, b, 30, 0.49, 0.79 }

static void
assert_originals (const BsStoryText *texts, guint n, const BsNearPair *pairs, guint n_pairs, const guint32 *expected)
{
  g_autofree guint32 *originals = bs_stories (texts, n, pairs, n_pairs);
  g_autofree BsNearPair *turned = g_new (BsNearPair, n_pairs);

  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (originals[i], ==, expected[i]);
  for (guint i = 0; i < n_pairs; i++)
    turned[i] = pairs[n_pairs - 1 - i];
  g_free (originals);
  originals = bs_stories (texts, n, turned, n_pairs);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (originals[i], ==, expected[i]);
}

#define ASSERT_ORIGINALS(texts, pairs, ...) \
  assert_originals (texts, G_N_ELEMENTS (texts), pairs, G_N_ELEMENTS (pairs), (const guint32[]){ __VA_ARGS__ })

static void
test_earliest_day (void)
{
  static const BsStoryText texts[] = {
    { "a", NULL, NULL, NULL, 900 },      { "b", NULL, NULL, "2021-03-05", 100 }, { "c", NULL, NULL, "2021-03", 500 },
    { "d", NULL, NULL, "2021-03-04", 90 }, { "e", NULL, NULL, "2022", 100 },     { "f", NULL, NULL, NULL, 100 },
  };
  static const BsNearPair pairs[] = { NEAR (0, 1), NEAR (1, 2), NEAR (2, 3), NEAR (3, 4) };
  static const BsNearPair others[] = { NEAR (0, 5), NEAR (2, 4) };

  ASSERT_ORIGINALS (texts, pairs, 3, 3, 3, 3, 3, NO);
  ASSERT_ORIGINALS (texts, others, 0, NO, 2, NO, 2, 0); /* no day: the longest; a month before a later year */
}

static void
test_longest_then_first (void)
{
  static const BsStoryText texts[] = { { "a", NULL, NULL, "2021-01-01", 100 },
                                       { "a", NULL, NULL, "2021-01-01", 120 },
                                       { "b", NULL, NULL, "2021-01-01", 120 } };
  static const BsNearPair pairs[] = { NEAR (0, 1), NEAR (0, 2) };

  ASSERT_ORIGINALS (texts, pairs, 1, 1, 1);
}

/* Credit beats the calendar; an outlet does not credit itself; who credits others comes behind who credits nobody. */
static void
test_credit (void)
{
  static const BsStoryText credited[] = { { "18f", NULL, NULL, "2021-05-02", 100 },
                                          { "Gov Digest", NULL, "18F blog", "2021-05-01", 100 },
                                          { "Zeitung", NULL, NULL, "2021-05-01", 100 } };
  static const BsStoryText by_publisher[] = { { "crawl-1", "The Example Post", NULL, "2021-05-02", 100 },
                                              { "crawl-2", NULL, "example post", "2021-05-01", 100 } };
  static const BsStoryText unknown[] = { { "a", NULL, "Some Wire", "2021-05-01", 100 },
                                         { "b", NULL, NULL, "2021-05-02", 100 } };
  static const BsStoryText itself[] = { { "a", NULL, "b", "2021-05-01", 100 }, { "b", NULL, "b", "2021-05-02", 100 } };
  static const BsNearPair pairs[] = { NEAR (0, 1), NEAR (1, 2) }, pair[] = { NEAR (0, 1) };

  ASSERT_ORIGINALS (credited, pairs, 0, 0, 0);
  ASSERT_ORIGINALS (by_publisher, pair, 0, 0);
  ASSERT_ORIGINALS (unknown, pair, 1, 1);
  ASSERT_ORIGINALS (itself, pair, 1, 1);
}

static void
test_cuts_and_roundups (void)
{
  static const BsStoryText texts[] = { { "a", NULL, NULL, NULL, 1000 }, { "b", NULL, NULL, NULL, 200 },
                                       { "c", NULL, NULL, NULL, 180 },  { "d", NULL, NULL, NULL, 190 },
                                       { "e", NULL, NULL, NULL, 190 } };
  static const BsNearPair cut[] = { CUT (0, 1) };
  static const BsNearPair nested[] = { CUT (0, 1), CUT (0, 2), CUT (1, 2) };
  static const BsNearPair roundup[] = { CUT (0, 1), CUT (0, 2), NEAR (3, 4) };
  static const BsNearPair both[] = { CUT (0, 1), CUT (0, 2), NEAR (1, 3) };
  static const BsNearPair little[] = { SHARES_LITTLE (0, 1) };

  ASSERT_ORIGINALS (texts, cut, 0, 0, NO, NO, NO);
  ASSERT_ORIGINALS (texts, nested, 0, 0, 0, NO, NO);
  ASSERT_ORIGINALS (texts, roundup, NO, NO, NO, 3, 3);
  ASSERT_ORIGINALS (texts, both, NO, 1, NO, 1, NO);
  ASSERT_ORIGINALS (texts, little, NO, NO, NO, NO, NO);
}

static void
test_names (void)
{
  static const char *const same[][2] = { { "18F blog", "18f" },
                                         { "The Gazette", "gazette" },
                                         { "South Harbour Post", "south-harbour-post" },
                                         { "Software Foundry website", "softwarefoundry" },
                                         { "www.example.org", "Example" },
                                         { "the Straße Blog", "STRASSE" } };
  static const char *const others[][2] = { { "The Post", "The Harbour Post" }, { "Harbour", "Harbour Post" },
                                           { "the blog", "website" },          { "", "" },
                                           { "com", "org" },                   { "the website", "The Gazette" } };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_true (bs_credit_names (same[i][0], same[i][1]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (bs_credit_names (others[i][0], others[i][1]));
}

/* A story of a hundred thousand is found without recursion. */
static void
test_long_chains (void)
{
  guint n = 100000;
  g_autofree BsStoryText *texts = g_new0 (BsStoryText, n);
  g_autofree BsNearPair *pairs = g_new0 (BsNearPair, n);
  g_autofree guint32 *originals = NULL;

  for (guint i = 0; i < n; i++)
    {
      texts[i] = (BsStoryText){ "a", NULL, NULL, NULL, 100 };
      pairs[i] = (BsNearPair){ n - 2 - MIN (i, n - 2), n - 1 - MIN (i, n - 2), 90, 0.9, 0.9 };
    }
  originals = bs_stories (texts, n, pairs, n - 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (originals[i], ==, 0);
}

/* Texts of which each is much like the 64 before it. */
static void
test_crowds (void)
{
  guint n = 30000, crowd = 64;
  g_autofree BsStoryText *texts = g_new0 (BsStoryText, n);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (BsNearPair));
  g_autofree guint32 *originals = NULL;

  for (guint i = 0; i < n; i++)
    {
      texts[i] = (BsStoryText){ "a", NULL, NULL, NULL, 100 };
      for (guint j = i - MIN (i, crowd); j < i; j++)
        {
          BsNearPair pair = { j, i, 90, 0.9, 0.9 };
          g_array_append_val (pairs, pair);
        }
    }
  originals = bs_stories (texts, n, (const BsNearPair *) (gpointer) pairs->data, pairs->len);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (originals[i], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/earliest-day", test_earliest_day);
  g_test_add_func ("/story/longest-then-first", test_longest_then_first);
  g_test_add_func ("/story/credit", test_credit);
  g_test_add_func ("/story/cuts-and-roundups", test_cuts_and_roundups);
  g_test_add_func ("/story/names", test_names);
  g_test_add_func ("/story/long-chains", test_long_chains);
  g_test_add_func ("/story/crowds", test_crowds);
  return g_test_run ();
}
