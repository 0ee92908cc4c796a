/* Tables leave the store whole, exact and in a fixed order; vocabularies come back as hash tables. */
#include "store/store.h"

#include "store-help.h"

/* Two papers whose names and words would break a table that pasted them. */
static BsStore *
small_store (const char *path)
{
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "z, \"paper\"", "b", "the cat the end", FALSE);
  put_text (store, "z, \"paper\"", "a", "=1+1 the cat/cat cat", FALSE);
  put_text (store, "A", "10", "the the", FALSE);
  put_text (store, "A", "1", "'); DROP TABLE articles;-- zebra", FALSE);
  settle_and_commit (store);
  return store;
}

static void
assert_exports (BsStore *store, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) table = bs_store_export (store, name, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_tables (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);

  assert_exports (store, "outlets",
                  "outlet,articles,words,types,copied_articles,copied_words,copied_types\nA,2,7,6,0,0,0\n"
                  "\"z, \"\"paper\"\"\",2,9,4,0,0,0\n");
  assert_exports (store, "sentence_lengths",
                  "outlet,words,sentences\nA,2,1\nA,5,1\n\"z, \"\"paper\"\"\",2,1\n\"z, \"\"paper\"\"\",3,1\n"
                  "\"z, \"\"paper\"\"\",4,1\n");
  assert_exports (store, "vocabulary",
                  "outlet,word,count,articles,per_million\n"
                  "A,the,2,1,285714.28571428574\nA,');,1,1,142857.14285714287\nA,DROP,1,1,142857.14285714287\n"
                  "A,TABLE,1,1,142857.14285714287\nA,articles;--,1,1,142857.14285714287\n"
                  "A,zebra,1,1,142857.14285714287\n\"z, \"\"paper\"\"\",cat,4,2,444444.44444444444\n"
                  "\"z, \"\"paper\"\"\",the,3,2,333333.3333333333\n\"z, \"\"paper\"\"\",=1+1,1,1,111111.11111111111\n"
                  "\"z, \"\"paper\"\"\",end,1,1,111111.11111111111\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_every_table_has_rows_in_order (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);

  assert_exports (store, "corpus_vocabulary",
                  "word,count,articles,outlets\nthe,5,3,2\ncat,4,2,1\n');,1,1,1\n=1+1,1,1,1\nDROP,1,1,1\nTABLE,1,1,1\n"
                  "articles;--,1,1,1\nend,1,1,1\nzebra,1,1,1\n");
  assert_exports (
      store, "article_words",
      "outlet,id,word,count\nA,1,');,1\nA,1,DROP,1\nA,1,TABLE,1\nA,1,articles;--,1\nA,1,zebra,1\n"
      "A,10,the,2\n\"z, \"\"paper\"\"\",a,the,1\n\"z, \"\"paper\"\"\",a,=1+1,1\n\"z, \"\"paper\"\"\",a,cat,3\n"
      "\"z, \"\"paper\"\"\",b,the,2\n\"z, \"\"paper\"\"\",b,cat,1\n\"z, \"\"paper\"\"\",b,end,1\n");
  assert_exports (store, "fields", "outlet,id,name,value\n");
  bs_store_close (store);
  remove_store (path);
}

/* Articles come by outlet and id, with every column that means something outside the file. */
static void
test_articles (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  g_autoptr (BsTable) table = bs_store_export (store, "articles", NULL);
  static const char *const keys[][2]
      = { { "A", "1" }, { "A", "10" }, { "z, \"paper\"", "a" }, { "z, \"paper\"", "b" } };
  guint n_columns = (guint) bs_store_number (store, "SELECT count(*) FROM pragma_table_info('articles')", NULL);
  const BsCell *cells;

  g_assert_cmpuint (bs_table_n_columns (table), ==, n_columns - 2);
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    {
      g_assert_cmpstr (bs_table_column (table, i)->name, !=, "article");
      g_assert_cmpstr (bs_table_column (table, i)->name, !=, "settings");
      if (bs_count_by_name (bs_table_column (table, i)->name) != BS_N_COUNTS)
        g_assert_cmpint (bs_table_column (table, i)->kind, ==, BS_COLUMN_INTEGER);
    }
  g_assert_cmpint (bs_table_column (table, bs_table_n_columns (table) - 1)->kind, ==, BS_COLUMN_REAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      cells = bs_table_next (table, NULL);
      g_assert_cmpstr (cells[0].text, ==, keys[i][0]);
      g_assert_cmpstr (cells[1].text, ==, keys[i][1]);
    }
  g_assert_null (bs_table_next (table, NULL));
  g_clear_pointer (&table, bs_table_free);
  bs_store_close (store);
  remove_store (path);
}

static void
test_names (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  const char *const *names = bs_store_export_names ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (BsTable) table = bs_store_export (store, names[i], NULL);

      g_assert_true (g_hash_table_add (seen, (gpointer) names[i]));
      g_assert_nonnull (table);
      g_assert_cmpuint (strlen (bs_store_export_description (names[i])), >, 10);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 12);
  g_assert_null (bs_store_export_description ("articles; DROP TABLE articles"));
  g_assert_null (bs_store_export (store, "article_blobs", &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  assert_contains (error->message, "article_words");
  bs_store_close (store);
  remove_store (path);
}

/* A table whose blobs are broken ends with an error, after what could be read. */
static void
test_damage_shows (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  g_autoptr (BsTable) table = NULL;
  g_autoptr (GError) error = NULL;
  guint rows = 0;

  bs_store_close (store);
  change_behind (path, "UPDATE article_blobs SET terms = x'7f00' WHERE article = (SELECT article FROM articles WHERE"
                       " id = '10')");
  store = open_store (path, BS_STORE_READ);
  table = bs_store_export (store, "article_words", NULL);
  while (bs_table_next (table, &error) != NULL)
    rows++;
  g_assert_cmpuint (rows, ==, 5);
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  assert_contains (error->message, "A / 10");
  g_clear_pointer (&table, bs_table_free);
  bs_store_close (store);
  remove_store (path);
}

static void
test_vocabularies (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BsVocabulary) paper = bs_store_load_vocabulary (store, "z, \"paper\"", &error);
  g_autoptr (BsVocabulary) corpus = bs_store_load_vocabulary (store, NULL, &error);
  g_autoptr (BsVocabulary) nobody = bs_store_load_vocabulary (store, "nobody", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paper->tokens, ==, 9);
  g_assert_cmpuint (bs_vocabulary_count (paper, bs_vocabulary_find (paper, "cat")), ==, 4);
  g_assert_null (bs_vocabulary_find (paper, "zebra"));
  g_assert_cmpuint (corpus->tokens, ==, 16);
  g_assert_cmpuint (bs_vocabulary_count (corpus, bs_vocabulary_find (corpus, "the")), ==, 5);
  g_assert_cmpuint (nobody->tokens, ==, 0);
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/tables", test_tables);
  g_test_add_func ("/export/every-table-has-rows-in-order", test_every_table_has_rows_in_order);
  g_test_add_func ("/export/articles", test_articles);
  g_test_add_func ("/export/names", test_names);
  g_test_add_func ("/export/damage-shows", test_damage_shows);
  g_test_add_func ("/export/vocabularies", test_vocabularies);
  return g_test_run ();
}
