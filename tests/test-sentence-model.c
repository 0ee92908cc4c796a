/* The weighing of open gaps. The weights are learned: asked is that a score is the sum of what is named, and that manner
 * and words have the say that the header gives them. */
#include "segment/sentence-model.h"

#include "lexicon/wordlist.h"

#define FEATURES 6

/* The weight of a feature as the file has it; 0 where it is not listed. */
static int
weight_of (const char *file, const char *feature)
{
  gsize length = strlen (feature);

  for (const char *line = file; *line != '\0'; line += strcspn (line, "\n"), line += *line == '\n')
    if (strncmp (line, feature, length) == 0 && line[length] == ' ')
      return (int) g_ascii_strtoll (line + length, NULL, 10);
  return 0;
}

static char *
read_file (void)
{
  g_autoptr (GBytes) bytes = bs_lexicon_data ("sentence-weights.txt");
  BsSpan data = bs_span_of_bytes (bytes);

  return g_strndup (data.start, data.length);
}

/* A score that was worked out from the file and the names of the features. */
static int
expected_score (const char *file, const BsJuncture *j)
{
  g_autofree char *features = bs_sentence_features (j);
  g_auto (GStrv) names = g_strsplit (features, " ", -1);
  int score = j->before[0]->ends + j->after[0]->starts;

  g_assert_cmpuint (g_strv_length (names), ==, FEATURES);
  for (char **name = names; *name != NULL; name++)
    score += weight_of (file, *name);
  return score - (j->manner.small == 0 && j->manner.open < 2 ? BS_SENTENCE_PRINT_MARGIN : BS_SENTENCE_FREE_MARGIN);
}

typedef struct {
  char *file;
  guint n;
  guint n_weighed;
} Watched;

static void
see_gap (const BsGap *gap, const BsJuncture *j, gpointer data)
{
  Watched *watched = data;

  watched->n++;
  g_assert_cmpint (bs_sentence_weigh (j), ==, expected_score (watched->file, j));
  if (gap->verdict != BS_END_WEIGHED && gap->verdict != BS_ON_WEIGHED)
    return;
  watched->n_weighed++;
  g_assert_cmpint (gap->score, ==, bs_sentence_weigh (j));
}

/* Every kind of gap and word that there is, in print and in chat. */
static void
test_scores (void)
{
  static const char *const texts[] = {
    "Thanks, Abraham I will see you at 9:30 AM Then we go... so be it? fine",
    "He said: The dog; The cat (The Mouse) \"The Rat\" at eBay -- Not NATO, not U.S Senators 12. here",
    "i saw it. it was good... and so? yes :) why?because it is ------ see http://example.org The end",
    "ok so I went home Then It rained. we left. they came! and then? so what",
    "to desk@example.org 9/11/2001 Mr Gray left) Then \"he\" Left… Left...left No",
  };
  g_autoptr (BsSegments) segments = bs_segments_new ();
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);
  g_autofree char *file = read_file ();
  Watched watched = { .file = file };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bs_segment_watched (segments, index, bs_span_of (texts[i]), see_gap, &watched);
  g_assert_cmpuint (watched.n, >=, 40);
  g_assert_cmpuint (watched.n_weighed, >=, 25);
}

static const BsWordFacts small_word = { .shape = BS_SHAPE_LOWER, .letters = 4 };
static const BsWordFacts large_word = { .shape = BS_SHAPE_CAPITAL, .letters = 4 };

static BsJuncture
a_juncture (void)
{
  return (BsJuncture){ .gap = BS_GAP_BLANK, .before = { &small_word, &small_word },
                       .after = { &large_word, &small_word, &small_word }, .since = 8, .place = 8, .rest = 8 };
}

static void
test_names (void)
{
  BsJuncture j = a_juncture ();
  g_autofree char *first = bs_sentence_features (&j), *later = NULL;

  g_assert_cmpstr (first, ==,
                   "around:bare:small:Large after:bare:Large:small before:bare:small:small since:bare:first:4 rest:bare:4"
                   " manner:bare:0");
  j = (BsJuncture){ .gap = BS_GAP_MARK | BS_GAP_BLANK, .before = { &large_word }, .after = { &small_word }, .since = 1,
                    .place = 9, .rest = 1000, .marked = TRUE, .manner = { .small = 3, .open = 2 } };
  later = bs_sentence_features (&j);
  g_assert_cmpstr (later, ==,
                   "around:mark-low:Large:small after:mark-low:small:- before:mark-low:-:Large since:mark-low:0"
                   " rest:mark-low:marked:7 manner:mark-low:11");
}

/* What the words themselves weigh is added. */
static void
test_words (void)
{
  BsWordFacts ending = small_word, starting = large_word;
  BsJuncture j = a_juncture ();
  int plain = bs_sentence_weigh (&j);

  ending.ends = 100;
  ending.starts = -50; /* of the other side: without a say here */
  starting.starts = -30;
  starting.ends = 9;
  j.before[0] = &ending;
  g_assert_cmpint (bs_sentence_weigh (&j), ==, plain + 100);
  j.after[0] = &starting;
  g_assert_cmpint (bs_sentence_weigh (&j), ==, plain + 100 - 30);
}

/* Every line of the file names a feature that some gap can have, once. */
static void
test_file (void)
{
  g_autofree char *file = read_file ();
  g_auto (GStrv) lines = g_strsplit (file, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **line = lines; *line != NULL; line++)
    {
      char *blank = strchr (*line, ' ');

      if (**line == '\0' || **line == '#')
        continue;
      g_assert_nonnull (blank);
      *blank = '\0';
      g_assert_true (g_hash_table_add (seen, *line));
      g_assert_cmpint (ABS (g_ascii_strtoll (blank + 1, NULL, 10)), <=, 127);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bs_lexicon_init ();
  g_test_add_func ("/sentence-model/scores", test_scores);
  g_test_add_func ("/sentence-model/names", test_names);
  g_test_add_func ("/sentence-model/words", test_words);
  g_test_add_func ("/sentence-model/file", test_file);
  return g_test_run ();
}
