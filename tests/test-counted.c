/* Copies are left out of every view and vocabulary as asked for, and the store is as it was. */
#include "report/chart/data.h"
#include "report/view.h"

#include "store-help.h"

/* Two papers: the second one's "b" is a copy of the first one's "a", and "c" holds only copies. The numbers that follow
 * from the copies are those that settling would find. */
static char *
store_with_copies (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "A", "a", "the cat sat/on the mat", FALSE);
  put_text (store, "B", "a", "the dog ran", FALSE);
  put_text (store, "B", "b", "the cat sat/on the mat", FALSE);
  put_text (store, "C", "c", "the cat sat/on the mat", FALSE);
  settle_and_commit (store);
  bs_store_close (store);
  change_behind (path,
                 "DELETE FROM copies; INSERT INTO copies SELECT article, 1, (SELECT article FROM articles WHERE outlet"
                 " = 'A'), 1, 1 FROM articles WHERE outlet = 'A' OR id IN ('b', 'c');UPDATE outlets SET"
                 " copied_articles = 1, copied_words = 6, copied_types = 4 WHERE name = 'B';UPDATE outlets SET"
                 " copied_articles = 1, copied_words = 6, copied_types = 5 WHERE name = 'C';UPDATE outlet_terms SET"
                 " copied_articles = 1, copied_count = CASE (SELECT word FROM terms t WHERE t.term ="
                 " outlet_terms.term) WHEN 'the' THEN 2 ELSE 1 END WHERE (outlet = 3 OR outlet = 2 AND (SELECT word"
                 " FROM terms t WHERE t.term = outlet_terms.term) IN ('the', 'cat', 'sat', 'on', 'mat'));UPDATE"
                 " sentence_lengths SET copied = CASE outlet WHEN 1 THEN 0 ELSE 2 END");
  return path;
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
keep (BsStore *store, BsCopies copies)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bs_store_set_copies (store, copies, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bs_store_copies (store), ==, copies);
}

static void
test_groups (void)
{
  char *path = store_with_copies ();
  BsStore *store = open_store (path, BS_STORE_READ);

  g_assert_cmpint (bs_store_copies (store), ==, BS_COPIES_LEAVE_OUT);
  g_assert_cmpuint (bs_store_n_copies (store), ==, 2);
  assert_table (bs_view_groups (store, NULL, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n"
                "A,1,0,6,3,0,\nB,1,1,3,3,0,\nC,0,1,0,,,\n");
  assert_table (bs_view_whole (store, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n"
                "(all),2,2,9,3,0,\n(all and copies),4,2,21,3,0,\n");
  keep (store, BS_COPIES_KEEP);
  assert_table (bs_view_groups (store, NULL, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n"
                "A,1,0,6,3,0,\nB,2,1,9,3,0,\nC,1,1,6,3,0,\n");
  assert_table (bs_view_whole (store, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n"
                "(all),4,2,21,3,0,\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_articles (void)
{
  char *path = store_with_copies ();
  BsStore *store = open_store (path, BS_STORE_READ);
  g_autoptr (GPtrArray) names = bs_view_outlet_names (store, NULL);
  BsMeasureRef ref;

  g_assert_cmpuint (names->len, ==, 2); /* C has nothing of its own */
  assert_table (bs_view_articles (store, NULL, 0, NULL, NULL),
                "outlet,id,title,day,words,sentences\nA,a,,,6,2\nB,a,,,3,1\n");
  g_assert_true (bs_store_find_measure ("ttr", &ref, NULL));
  assert_table (bs_view_measure (store, ref, NULL), "outlet,articles,without,mean,sd,trimmed_mean,min,q05,q25,median,q75,"
                                                    "q95,max\nA,0,1,,,,,,,,,,\nB,0,1,,,,,,,,,,\n");
  keep (store, BS_COPIES_KEEP);
  assert_table (bs_view_articles (store, NULL, 0, "B", NULL),
                "outlet,id,title,day,words,sentences\nB,a,,,3,1\nB,b,,,6,2\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_words (void)
{
  char *path = store_with_copies ();
  BsStore *store = open_store (path, BS_STORE_READ);
  BsWordsOptions options = { .outlet = "B" };
  g_autoptr (BsVocabulary) lean = bs_store_load_vocabulary (store, "B", NULL);
  g_autoptr (BsVocabulary) corpus = bs_store_load_vocabulary (store, NULL, NULL);
  g_autoptr (BsVocabulary) full = NULL;

  g_assert_cmpuint (lean->tokens, ==, 3);
  g_assert_cmpuint (lean->by_term->len, ==, 3);
  g_assert_cmpuint (corpus->tokens, ==, 9);
  assert_table (bs_view_words (store, &options, NULL),
                "outlet,rank,word,count,per_million,articles,articles_percent\nB,1,dog,1,333333.3333333333,1,100\n"
                "B,2,ran,1,333333.3333333333,1,100\nB,3,the,1,333333.3333333333,1,100\n");
  options.outlet = "C"; /* it has copies alone */
  g_assert_true (bs_view_check_outlet (store, "C", NULL));
  assert_table (bs_view_words (store, &options, NULL),
                "outlet,rank,word,count,per_million,articles,articles_percent\n");
  keep (store, BS_COPIES_KEEP);
  options.outlet = "B";
  options.n = 1;
  assert_table (bs_view_words (store, &options, NULL), "outlet,rank,word,count,per_million,articles,articles_percent\n"
                                                       "B,1,the,3,333333.3333333333,2,100\n");
  full = bs_store_load_vocabulary (store, "B", NULL);
  g_assert_cmpuint (full->tokens, ==, 9);
  bs_store_close (store);
  remove_store (path);
}

static void
assert_chart (BsStore *store, const char *name, const char *part)
{
  const BsChartRequest request = { .seed = 1 };
  g_autoptr (BsChartTable) table = bs_chart_data (store, bs_chart_find (name), &request, NULL);

  g_assert_nonnull (table);
  assert_contains (bs_chart_table_peek (table), part);
}

static void
test_charts (void)
{
  char *path = store_with_copies ();
  BsStore *store = open_store (path, BS_STORE_READ);

  assert_chart (store, "sentence-length", "2 copies of other articles are left out.");
  assert_chart (store, "sentence-length", "A\t2\t3\nB\t1\t3\n");
  assert_chart (store, "zipf", "A\t6\tNaN\tNaN\nB\t3\tNaN\tNaN\n");
  keep (store, BS_COPIES_KEEP);
  assert_chart (store, "sentence-length", "4 articles of 3 outlets\n");
  assert_chart (store, "sentence-length", "A\t2\t3\nB\t3\t3\nC\t2\t3\n");
  assert_chart (store, "zipf", "A\t6\tNaN\tNaN\nB\t9\tNaN\tNaN\nC\t6\tNaN\tNaN\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_exports (void)
{
  char *path = store_with_copies ();
  BsStore *store = open_store (path, BS_STORE_READ);

  assert_table (bs_store_export (store, "sentence_lengths", NULL), "outlet,words,sentences\nA,3,2\nB,3,1\n");
  assert_table (bs_store_export (store, "word_lengths", NULL),
                "outlet,letters,words,types\nA,2,1,1\nA,3,5,4\nB,3,3,3\n");
  assert_table (bs_store_export (store, "corpus_vocabulary", NULL),
                "word,count,articles,outlets\nthe,3,2,2\ncat,1,1,1\ndog,1,1,1\nmat,1,1,1\non,1,1,1\nran,1,1,1\n"
                "sat,1,1,1\n");
  keep (store, BS_COPIES_KEEP);
  assert_table (bs_store_export (store, "sentence_lengths", NULL), "outlet,words,sentences\nA,3,2\nB,3,3\nC,3,2\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_notes (void)
{
  char *path = store_with_copies ();
  BsStore *store = open_store (path, BS_STORE_READ);
  g_autoptr (GPtrArray) lean = bs_view_notes (store);
  g_autoptr (GPtrArray) full = NULL;
  g_autoptr (BsTable) table = bs_table_new ();
  BsCopies copies;
  g_autoptr (GError) error = NULL;

  assert_contains (lean->pdata[1], "2 copies of other articles are left out; --copies keep counts them");
  bs_table_set_note (table, "Mind this.");
  bs_view_note_copies (store, table);
  assert_contains (bs_table_note (table), "Mind this.\n2 copies");
  keep (store, BS_COPIES_KEEP);
  full = bs_view_notes (store);
  assert_contains (full->pdata[1], "2 copies of other articles are counted here");
  g_assert_true (bs_copies_from_name ("keep", &copies, NULL) && copies == BS_COPIES_KEEP);
  g_assert_true (bs_copies_from_name ("leave-out", &copies, NULL) && copies == BS_COPIES_LEAVE_OUT);
  g_assert_false (bs_copies_from_name ("drop", &copies, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counted/groups", test_groups);
  g_test_add_func ("/counted/articles", test_articles);
  g_test_add_func ("/counted/words", test_words);
  g_test_add_func ("/counted/charts", test_charts);
  g_test_add_func ("/counted/exports", test_exports);
  g_test_add_func ("/counted/notes", test_notes);
  return g_test_run ();
}
