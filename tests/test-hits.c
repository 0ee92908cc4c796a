/* Where words stand, by the store alone; how evenly, as a table; and the table of the barcode. */
#include "report/chart/barcode.h"
#include "report/view-dispersion.h"

#include "store-help.h"

/* Articles of 6, 5 and 9 words in one paper, of 2 in another. */
static BsStore *
small_store (char **path)
{
  BsStore *store;

  *path = new_store_path ();
  store = open_store (*path, BS_STORE_WRITE);
  begin (store);
  put_text (store, "A", "1", "the cat sat/on the mat", FALSE);
  put_text (store, "A", "2", "a dog ran to me", FALSE);
  put_text (store, "A", "3", "all that we saw then/was the red sun", FALSE);
  put_text (store, "B", "1", "cats cat", FALSE);
  settle_and_commit (store);
  return store;
}

static BsHits *
hits_of (BsStore *store, const char *word)
{
  g_autoptr (GError) error = NULL;
  BsHits *hits = bs_hits_new (store, &error);

  g_autoptr (BsQuery) pattern = bs_query_new (word, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (bs_hits_of_word (hits, store, pattern, &error));
  g_assert_no_error (error);
  return hits;
}

static char *
counts_of (BsStore *store, const char *word)
{
  g_autoptr (BsHits) hits = hits_of (store, word);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->articles->len; i++)
    {
      const BsHitArticle *article = &g_array_index (hits->articles, BsHitArticle, i);

      g_string_append_printf (text, "%s%s %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, i > 0 ? ", " : "",
                              (const char *) hits->outlets->pdata[article->outlet], article->hits, article->words);
    }
  return g_string_free (text, FALSE);
}

static void
test_counts (void)
{
  static const struct {
    const char *word, *counts;
  } cases[] = {
    { "the", "A 2/6, A 0/5, A 1/9, B 0/2" },     { "THE", "A 2/6, A 0/5, A 1/9, B 0/2" },
    { "cat*", "A 1/6, A 0/5, A 0/9, B 2/2" },    { "cat", "A 1/6, A 0/5, A 0/9, B 1/2" },
    { "?at", "A 3/6, A 0/5, A 0/9, B 1/2" },     { "*", "A 6/6, A 5/5, A 9/9, B 2/2" },
    { "nowhere", "A 0/6, A 0/5, A 0/9, B 0/2" },
  };
  char *path;
  BsStore *store = small_store (&path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *counts = counts_of (store, cases[i].word);

      g_assert_cmpstr (counts, ==, cases[i].counts);
    }
  bs_store_close (store);
  remove_store (path);
}

/* R 4.2.2:
 *   f <- c(2,0,1); s <- c(6,5,9); W <- s/sum(s); V <- f/sum(f); r <- f/s; n <- 3; p <- r/sum(r)
 *   dp <- sum(abs(V-W))/2; c(dp, dp/(1-min(W)), 1-sqrt(mean((r-mean(r))^2))/mean(r)/sqrt(n-1))
 *   c(-sum(ifelse(p>0, p*log2(p), 0))/log2(n), sum(sqrt(f*W))^2/sum(f), sum(ifelse(V>0, V*log2(V/W), 0))) */
static void
test_table (void)
{
  static const double expected[] = { 0.366666666666667, 0.488888888888889, 0.338562172233852, 0.511859507142915,
                                     0.696410161513776, 0.623682259871331 };
  char *path;
  BsStore *store = small_store (&path);
  g_autoptr (BsHits) hits = hits_of (store, "the");
  g_autoptr (BsTable) table = bs_view_dispersion (&(BsFound){ "the", hits }, 1, NULL);
  const BsCell *cells = bs_table_next (table, NULL);

  g_assert_cmpstr (cells[1].text, ==, "A");
  g_assert_cmpint (cells[3].integer, ==, 3);
  g_assert_cmpint (cells[4].integer, ==, 3);
  g_assert_cmpfloat_with_epsilon (cells[5].real, 150000, 1e-6);
  g_assert_cmpint (cells[6].integer, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat_with_epsilon (cells[8 + i].real, expected[i], 1e-12);
  cells = bs_table_next (table, NULL);
  g_assert_cmpstr (cells[1].text, ==, "B");
  g_assert_true (cells[8].missing && cells[9].missing && cells[13].missing);
  cells = bs_table_next (table, NULL); /* all, over articles; then over outlets; there is no time */
  g_assert_cmpint (cells[3].integer, ==, 4);
  cells = bs_table_next (table, NULL);
  g_assert_cmpstr (cells[2].text, ==, "outlets");
  g_assert_cmpint (cells[6].integer, ==, 1);
  g_assert_null (bs_table_next (table, NULL));
  bs_store_close (store);
  remove_store (path);
}

/* Two hits in the middle of the first six of twenty words, one in that of the last nine: at 3/20 and 15.5/20. */
static void
test_barcode (void)
{
  char *path;
  BsStore *store = small_store (&path);
  g_autoptr (BsHits) hits = hits_of (store, "the");
  g_autoptr (BsChartTable) table = bs_chart_barcode_table (store, "the", hits, NULL);
  const char *text = bs_chart_table_peek (table);

  g_assert_nonnull (strstr (text, "outlet\thits\tper_million\nA\t3\t150000\nB\t0\t0\n"));
  g_assert_nonnull (strstr (text, "row\tat\tshade\n0\t0.15071428571428572\t1\n0\t0.775"));
  g_assert_nonnull (strstr (text, "\t0.5\n"));
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hits/counts", test_counts);
  g_test_add_func ("/hits/table", test_table);
  g_test_add_func ("/hits/barcode", test_barcode);
  return g_test_run ();
}
