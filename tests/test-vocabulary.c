/* A vocabulary counts what is added, numbers words by first adding, and ranks them in one order. */
#include "count/vocabulary.h"

static void
add (BsVocabulary *vocabulary, const char *word, guint64 count)
{
  bs_vocabulary_add (vocabulary, bs_vocabulary_enter (vocabulary, bs_span_of (word)), count);
}

static void
test_counts (void)
{
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  const BsEntry *entry;

  add (vocabulary, "the", 7);
  add (vocabulary, "book", 1);
  add (vocabulary, "the", G_GUINT64_CONSTANT (5000000000));

  g_assert_cmpuint (vocabulary->tokens, ==, G_GUINT64_CONSTANT (5000000008));
  g_assert_cmpuint (vocabulary->by_term->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (vocabulary->entries), ==, 2);
  entry = bs_vocabulary_find (vocabulary, "the");
  g_assert_nonnull (entry);
  g_assert_cmpuint (bs_vocabulary_count (vocabulary, entry), ==, G_GUINT64_CONSTANT (5000000007));
  g_assert_cmpuint (entry->term, ==, 0);
  g_assert_true (vocabulary->by_term->pdata[0] == entry);
  g_assert_null (bs_vocabulary_find (vocabulary, "The"));
  g_assert_null (bs_vocabulary_find (vocabulary, ""));
}

/* The word is copied: what it was entered from may go. */
static void
test_enter_copies (void)
{
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  char word[] = "book";
  BsEntry *entry = bs_vocabulary_enter (vocabulary, bs_span_of (word));

  g_assert_cmpuint (bs_vocabulary_count (vocabulary, entry), ==, 0);
  word[0] = 'c';
  g_assert_cmpstr (entry->word, ==, "book");
  g_assert_cmpuint (entry->length, ==, 4);
  g_assert_true (bs_vocabulary_find (vocabulary, "book") == entry);
  g_assert_true (bs_vocabulary_enter (vocabulary, bs_span_of ("book")) == entry);
  g_assert_cmpuint (vocabulary->tokens, ==, 0);
}

static void
test_ranks (void)
{
  static const char *const ranked[] = { "the", "Zoo", "ant", "zoo", "écart", "once" };
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  g_autoptr (GPtrArray) entries = NULL;

  add (vocabulary, "once", 1);
  add (vocabulary, "écart", 3); /* equal counts: by byte */
  add (vocabulary, "zoo", 3);
  add (vocabulary, "Zoo", 3);
  add (vocabulary, "ant", 3);
  add (vocabulary, "the", 9);
  entries = bs_vocabulary_ranked (vocabulary);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (ranked));
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (((const BsEntry *) entries->pdata[i])->word, ==, ranked[i]);
  g_assert_cmpstr (((const BsEntry *) vocabulary->by_term->pdata[0])->word, ==, "once");
}

static void
test_empty (void)
{
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  g_autoptr (GPtrArray) entries = bs_vocabulary_ranked (vocabulary);

  g_assert_cmpuint (entries->len, ==, 0);
  g_assert_cmpuint (vocabulary->tokens, ==, 0);
}

static void
test_many (void)
{
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  g_autoptr (GPtrArray) entries = NULL;
  const guint n = 200000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);

      add (vocabulary, word, i % 7 + 1);
    }
  for (guint i = 0; i < n; i += 999)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);
      const BsEntry *entry = bs_vocabulary_find (vocabulary, word);

      g_assert_nonnull (entry);
      g_assert_cmpuint (entry->term, ==, i);
      g_assert_cmpuint (bs_vocabulary_count (vocabulary, entry), ==, i % 7 + 1);
    }
  entries = bs_vocabulary_ranked (vocabulary);
  for (guint i = 1; i < n; i++)
    {
      const BsEntry *x = entries->pdata[i - 1], *y = entries->pdata[i];

      guint64 more = bs_vocabulary_count (vocabulary, x), less = bs_vocabulary_count (vocabulary, y);

      g_assert_true (more > less || (more == less && strcmp (x->word, y->word) < 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/counts", test_counts);
  g_test_add_func ("/vocabulary/enter-copies", test_enter_copies);
  g_test_add_func ("/vocabulary/ranks", test_ranks);
  g_test_add_func ("/vocabulary/empty", test_empty);
  g_test_add_func ("/vocabulary/many", test_many);
  return g_test_run ();
}
