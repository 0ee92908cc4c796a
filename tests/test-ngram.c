/* n-grams and skip-grams against words chosen by brute force, and the published example. */
#include <string.h>

#include "count/ngram.h"

typedef struct {
  BsSegments  *segments;
  BsTypeIndex *index;
  GArray      *ids; /* of guint32: types */
} Text;

static Text
text_new (const char *string)
{
  Text text = { bs_segments_new (), bs_type_index_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint32)) };

  bs_segment (text.segments, text.index, bs_span_of (string));
  for (guint i = 0; i < text.segments->words->len; i++)
    {
      const BsWord *word = &g_array_index (text.segments->words, BsWord, i);

      g_array_append_val (text.ids, bs_type_index_spellings (text.index)[word->spelling].type);
    }
  return text;
}

static void
text_clear (Text *text)
{
  bs_segments_free (text->segments);
  bs_type_index_free (text->index);
  g_array_unref (text->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

typedef struct {
  const Text *text;
  guint       n;
  GPtrArray  *found; /* of char * */
} Found;

static void
keep (gpointer data, const guint32 *ngram)
{
  Found *found = data;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < found->n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", bs_type_index_type (found->text->index,
                                                                                 ngram[i])->word);
  g_ptr_array_add (found->found, g_string_free (words, FALSE));
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The n-grams, sorted, parted by "|". */
static char *
ngrams_of (const Text *text, BsNgramRule rule)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Found into = { text, rule.n, found };

  bs_ngrams_of (text->segments, (const guint32 *) (gpointer) text->ids->data, &rule, keep, &into);
  g_ptr_array_sort (found, by_text);
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("|", (char **) found->pdata);
}

/* Every choice of n places among the words of one row, as bits; kept where it leaves out no more than `skip`. */
static guint64
choices (guint words, const BsNgramRule *rule)
{
  guint64 sum = 0;

  for (guint32 bits = 1; bits < 1u << words; bits++)
    {
      guint first = (guint) __builtin_ctz (bits), last = 31 - (guint) __builtin_clz (bits);

      sum += (guint) __builtin_popcount (bits) == rule->n && last - first + 1 - rule->n <= rule->skip;
    }
  return sum;
}

static void
count (gpointer data, const guint32 *ngram)
{
  ++*(guint64 *) data;
}

static void
test_all_choices (void)
{
  GString *string = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint n_words = 1; n_words <= 12; n_words++)
    {
      g_string_append (string, n_words > 1 ? " word" : "word");
      g_auto (Text) text = text_new (string->str);

      for (guint n = 1; n <= BS_NGRAM_MOST; n++)
        for (guint skip = 0; skip <= BS_NGRAM_MOST_SKIP; skip++)
          {
            BsNgramRule rule = { n, skip, FALSE };
            guint64 visited = 0;

            bs_ngrams_of (text.segments, (const guint32 *) (gpointer) text.ids->data, &rule, count, &visited);
            g_assert_cmpuint (visited, ==, choices (n_words, &rule));
            g_assert_cmpuint (bs_ngram_positions (n_words, &rule), ==, visited);
          }
    }
  words = g_string_free (string, FALSE);
}

/* Guthrie et al. 2006, section 2: "Insurgents killed in ongoing fighting" has 4 bigrams, 9 two-skip bigrams, 3 trigrams
 * and 10 two-skip trigrams, which they list. */
static void
test_guthrie (void)
{
  g_auto (Text) text = text_new ("insurgents killed in ongoing fighting");
  g_autofree char *bigrams = ngrams_of (&text, (BsNgramRule){ 2, 0, FALSE });
  g_autofree char *skipped = ngrams_of (&text, (BsNgramRule){ 2, 2, FALSE });
  g_autofree char *trigrams = ngrams_of (&text, (BsNgramRule){ 3, 2, FALSE });

  g_assert_cmpstr (bigrams, ==, "in ongoing|insurgents killed|killed in|ongoing fighting");
  g_assert_cmpstr (
      skipped, ==,
      "in fighting|in ongoing|insurgents in|insurgents killed|insurgents ongoing|killed fighting|killed in|"
      "killed ongoing|ongoing fighting");
  g_assert_cmpstr (trigrams, ==,
                   "in ongoing fighting|insurgents in fighting|insurgents in ongoing|insurgents killed fighting|"
                   "insurgents killed in|insurgents killed ongoing|insurgents ongoing fighting|killed in fighting|"
                   "killed in ongoing|killed ongoing fighting");
}

static void
test_sentences (void)
{
  g_auto (Text) text = text_new ("The cat sat. The Cat ran 3 miles.");
  g_autofree char *within = ngrams_of (&text, (BsNgramRule){ 2, 0, FALSE });
  g_autofree char *across = ngrams_of (&text, (BsNgramRule){ 2, 0, TRUE });
  g_autofree char *longer = ngrams_of (&text, (BsNgramRule){ 4, 0, FALSE });

  g_assert_cmpstr (within, ==, "3 miles|cat ran|cat sat|ran 3|the cat|the cat");
  g_assert_cmpstr (across, ==, "3 miles|cat ran|cat sat|ran 3|sat the|the cat|the cat");
  g_assert_cmpstr (longer, ==, "cat ran 3 miles|the cat ran 3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ngram/all-choices", test_all_choices);
  g_test_add_func ("/ngram/guthrie", test_guthrie);
  g_test_add_func ("/ngram/sentences", test_sentences);
  return g_test_run ();
}
