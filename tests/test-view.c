/* What reports show: the article is the unit, those without a value do not count, and names are only names. */
#include "report/view.h"

#include "store-help.h"

static const char *const hard_name = "\"Post\"'); DROP TABLE articles;-- <b>|`x`\033[31m";

/* SMOG 50, 60, 70 and one without in one paper; 10 in another. */
static BsStore *
scored_store (const char *path)
{
  static const double scores[] = { 50, 70, 60, NAN, 10 };
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsMeasureRef smog;
  guint n, column = 0;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  g_assert_true (bs_measure_find ("smog", &smog, NULL));
  while (refs[column].measure != smog.measure)
    column++;
  begin (store);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      Draft draft;

      draft_text (&draft, store, i < 4 ? "Gazette" : hard_name, id,
                  i == 0   ? "the cat sat/on the mat in 1999"
                  : i == 4 ? "zebras x"
                           : "the cat");
      draft.measures[column] = scores[i];
      draft.stored.counts.value[BS_COUNT_LETTERS] = 4 * draft.stored.counts.value[BS_COUNT_WORDS];
      draft.stored.language = i == 3 ? "es" : i == 2 ? NULL : "en";
      draft.stored.day = "2024";
      draft.stored.article.title = i == 4 ? "\033[2J=1+1" : NULL;
      draft.stored.aside_bytes[BS_KEPT] = 30;
      draft.stored.aside_bytes[BS_ASIDE_TICKER] = i == 0 ? 40 : 0;
      draft.stored.aside_blocks[BS_ASIDE_TICKER] = i == 0 ? 2 : 0;
      g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
      draft_clear (&draft);
    }
  settle_and_commit (store);
  return store;
}

static void
assert_table (BsTable *table, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (table);
  text = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  bs_table_free (table);
}

#define HARD_NAME "\"\"\"Post\"\"'); DROP TABLE articles;-- <b>|`x`\033[31m\""

static void
test_outlets (void)
{
  char *path = new_store_path ();
  BsStore *store = scored_store (path);
  BsMeasureRef ref;

  g_assert_true (bs_store_find_measure ("smog", &ref, NULL));
  assert_table (bs_view_groups (store, NULL, &ref, 1, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent,smog_median,smog_"
                "iqr\n" HARD_NAME ",1,0,2,2,4,0,10,\n"
                "Gazette,4,0,14,2.8,4,25,60,10\n");
  assert_table (
      bs_view_whole (store, &ref, 1, NULL),
      "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent,smog_median,smog_iqr\n"
      "(all),5,0,16,2.6666666666666665,4,21.052631578947366,55,22.5\n");
  assert_table (bs_view_whole (store, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n"
                "(all),5,0,16,2.6666666666666665,4,21.052631578947366\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_measure (void)
{
  char *path = new_store_path ();
  BsStore *store = scored_store (path);
  BsMeasureRef ref;

  g_assert_true (bs_store_find_measure ("smog", &ref, NULL));
  assert_table (bs_view_measure (store, ref, NULL),
                "outlet,articles,without,mean,sd,trimmed_mean,min,q05,q25,median,q75,q95,max\n" HARD_NAME
                ",1,0,10,,10,10,10,10,10,10,10,10\n"
                "Gazette,3,1,60,10,60,50,51,55,60,65,69,70\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_articles (void)
{
  char *path = new_store_path ();
  BsStore *store = scored_store (path);
  BsMeasureRef ref;

  g_assert_true (bs_store_find_measure ("smog", &ref, NULL));
  assert_table (bs_view_articles (store, &ref, 1, NULL, NULL),
                "outlet,id,title,day,words,sentences,smog\n" HARD_NAME
                ",4,\033[2J=1+1,2024,2,1,10\nGazette,0,,2024,8,2,50\nGazette,1,,2024,2,1,70\n"
                "Gazette,2,,2024,2,1,60\nGazette,3,,2024,2,1,\n");
  assert_table (bs_view_articles (store, &ref, 1, hard_name, NULL),
                "outlet,id,title,day,words,sentences,smog\n" HARD_NAME ",4,\033[2J=1+1,2024,2,1,10\n");
  assert_table (bs_view_articles (store, NULL, 0, "' OR '1'='1", NULL), "outlet,id,title,day,words,sentences\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_words (void)
{
  char *path = new_store_path ();
  BsStore *store = scored_store (path);
  BsWordsOptions options = { .n = 2 };
  g_autoptr (GError) error = NULL;

  assert_table (bs_view_words (store, &options, NULL),
                "outlet,rank,word,count,per_million,articles,articles_percent\n" HARD_NAME
                ",1,x,1,500000,1,100\n" HARD_NAME ",2,zebras,1,500000,1,100\n"
                "Gazette,1,the,5,357142.85714285716,4,100\nGazette,2,cat,4,285714.28571428574,4,100\n");
  options = (BsWordsOptions){ .content = TRUE, .outlet = "Gazette" };
  assert_table (bs_view_words (store, &options, NULL),
                "outlet,rank,word,count,per_million,articles,articles_percent\n"
                "Gazette,1,cat,4,285714.28571428574,4,100\nGazette,2,mat,1,71428.57142857143,1,25\n"
                "Gazette,3,sat,1,71428.57142857143,1,25\n");
  options = (BsWordsOptions){ .corpus = TRUE, .least = 4 };
  assert_table (bs_view_words (store, &options, NULL), "outlet,rank,word,count,per_million,articles,articles_percent\n"
                                                       "(all),1,the,5,312500,4,80\n(all),2,cat,4,250000,4,80\n");
  options = (BsWordsOptions){ .outlet = "' OR 1" };
  g_assert_null (bs_view_words (store, &options, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  bs_store_close (store);
  remove_store (path);
}

/* A store without articles has tables without rows, and only one note. */
static void
test_empty_store (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsWordsOptions options = { .corpus = TRUE };
  g_autoptr (GPtrArray) notes = bs_view_notes (store);
  g_autoptr (GPtrArray) names = bs_view_outlet_names (store, NULL);

  assert_table (bs_view_whole (store, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n");
  assert_table (bs_view_groups (store, NULL, NULL, 0, NULL),
                "outlet,articles,copies,words,words_per_sentence,letters_per_word,aside_percent\n");
  assert_table (bs_view_words (store, &options, NULL),
                "outlet,rank,word,count,per_million,articles,articles_percent\n");
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpuint (names->len, ==, 0);
  bs_store_close (store);
  remove_store (path);
}

static void
test_notes (void)
{
  char *path = new_store_path ();
  BsStore *store = scored_store (path);
  g_autoptr (GPtrArray) notes = bs_view_notes (store);
  g_autoptr (GPtrArray) names = bs_view_outlet_names (store, NULL);

  g_assert_cmpuint (notes->len, ==, 3);
  assert_contains (notes->pdata[0], "The article is the unit");
  assert_contains (notes->pdata[1], "2 ticker");
  assert_contains (notes->pdata[2], "1 unknown, 1 es");
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, hard_name);
  bs_store_close (store);
  remove_store (path);
}

/* The catalogue has a row for every measure; families part it. */
static void
test_catalogue (void)
{
  static const char *const families[] = { NULL, "readability", "richness", "time" };
  g_autoptr (GError) error = NULL;
  guint n_measures, rows[G_N_ELEMENTS (families)] = { 0 };

  bs_measures (&n_measures);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autoptr (BsTable) table = bs_view_measures (families[i], &error);
      const BsCell *cells;

      g_assert_no_error (error);
      while ((cells = bs_table_next (table, &error)) != NULL)
        {
          rows[i]++;
          g_assert_true (families[i] == NULL || g_str_equal (cells[2].text, families[i]));
          for (guint j = 0; j + 1 < bs_table_n_columns (table); j++) /* only notes, and the least length of windows */
            g_assert_true (cells[j].missing == (j == 7 && g_str_has_suffix (cells[0].text, "W")));
        }
    }
  g_assert_cmpuint (rows[0], ==, n_measures);
  g_assert_cmpuint (rows[1] + rows[2] + rows[3], ==, n_measures);
  g_assert_null (bs_view_measures ("beauty", &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/outlets", test_outlets);
  g_test_add_func ("/view/measure", test_measure);
  g_test_add_func ("/view/articles", test_articles);
  g_test_add_func ("/view/words", test_words);
  g_test_add_func ("/view/empty-store", test_empty_store);
  g_test_add_func ("/view/notes", test_notes);
  g_test_add_func ("/view/catalogue", test_catalogue);
  return g_test_run ();
}
