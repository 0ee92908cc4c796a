/* The document-term matrix, word for word; and a store that forgot it says so. */
#include "store-help.h"
#include "store/article-terms.h"
#include "store/forget.h"
#include "store/matrix.h"

static BsStore *
small_store (const char *path)
{
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "B", "2", "the cat the end", FALSE);
  put_text (store, "B", "1", "cat/cat", FALSE);
  put_text (store, "A", "9", "the sea", FALSE);
  settle_and_commit (store);
  return store;
}

static gboolean
append (gpointer text, const char *piece, gssize length, GError **error)
{
  g_string_append_len (text, piece, length);
  return TRUE;
}

static void
assert_table (BsTable *table, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  bs_table_free (table);
}

static void
test_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  BsMatrixOptions options = { .least = 2 };
  BsMatrix *matrix = bs_matrix_new (store, &options, &error);

  g_assert_no_error (error);
  g_assert_true (bs_matrix_write (matrix, append, text, &error));
  g_assert_cmpstr (text->str, ==,
                   "%%MatrixMarket matrix coordinate integer general\n% rows: articles, columns: words, values: how"
                   " often\n3 2 4\n1 1 1\n2 2 2\n3 1 2\n3 2 1\n");
  assert_table (bs_matrix_articles (matrix, &error), "row,outlet,id,day,words\n1,A,9,,2\n2,B,1,,2\n3,B,2,,4\n");
  assert_table (bs_matrix_words (matrix, &error),
                "column,word,count,articles,function_word,number\n1,the,3,2,1,0\n2,cat,3,2,0,0\n");
  bs_matrix_free (matrix);
  bs_store_close (store);
  remove_store (path);
}

static gboolean
never (gpointer data, const BsArticleTerms *article, GError **error)
{
  g_assert_not_reached ();
}

static void
test_forgotten (void)
{
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  char *words;

  g_assert_true (bs_store_has_kept (store, BS_KEPT_TERMS | BS_KEPT_LENGTHS));
  g_assert_true (bs_store_forget (store, BS_KEPT_TERMS, &error));
  g_assert_no_error (error);
  g_assert_false (bs_store_has_kept (store, BS_KEPT_TERMS));
  g_assert_true (bs_store_has_kept (store, BS_KEPT_LENGTHS));
  assert_answers (store,
                  "SELECT sum(length(terms)) AS terms, min(length(sentence_lengths)) AS lengths FROM article_blobs",
                  "terms,lengths\n0,1\n");
  words = answer (store, "SELECT word, count FROM corpus_vocabulary ORDER BY word");
  g_assert_cmpstr (words, ==, "word,count\ncat,3\nend,1\nsea,1\nthe,3\n"); /* sums stay */
  g_free (words);
  g_assert_false (bs_store_each_terms (store, never, NULL, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  assert_contains (error->message, "--forget terms");
  g_clear_error (&error);
  g_assert_null (bs_store_export (store, "article_words", &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  g_clear_error (&error);
  bs_store_close (store);

  g_assert_null (bs_store_open (path, BS_STORE_WRITE, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  assert_contains (error->message, "not added to");
  remove_store (path);
}

static void
test_forgotten_is_not_merged (void)
{
  g_autoptr (GError) error = NULL;
  char *part = new_store_path (), *whole = new_store_path ();
  BsStore *store = small_store (part);

  g_assert_true (bs_store_forget (store, BS_KEPT_LENGTHS, &error));
  bs_store_close (store);
  store = open_store (whole, BS_STORE_WRITE);
  g_assert_false (bs_store_merge (store, part, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  bs_store_close (store);
  remove_store (part);
  remove_store (whole);
}

static void
test_names (void)
{
  g_autoptr (GError) error = NULL;
  guint what;

  g_assert_true (bs_kept_from_names ("lengths, terms", &what, &error));
  g_assert_cmpuint (what, ==, BS_KEPT_TERMS | BS_KEPT_LENGTHS);
  g_assert_false (bs_kept_from_names ("terms,words", &what, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  assert_contains (error->message, "“words”");
  g_clear_error (&error);
  g_assert_false (bs_kept_from_names ("", &what, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/small", test_small);
  g_test_add_func ("/matrix/forgotten", test_forgotten);
  g_test_add_func ("/matrix/forgotten-is-not-merged", test_forgotten_is_not_merged);
  g_test_add_func ("/matrix/names", test_names);
  return g_test_run ();
}
