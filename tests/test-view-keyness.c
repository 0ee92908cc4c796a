/* Key words of a store whose counts can be checked by hand; the figures by R 4.2.2. */
#include "store-help.h"

#include "report/keyness.h"
#include "store/forget.h"

static BsStore *
small_store (const char *path)
{
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "A", "1", "cat cat dog sea", FALSE);
  put_text (store, "A", "2", "dog the the the", FALSE);
  put_text (store, "A", "3", "cat ship", FALSE);
  put_text (store, "B", "1", "the the sea sea", FALSE);
  put_text (store, "B", "2", "ship the dog the the", FALSE);
  put_text (store, "B", "3", "the sea", FALSE);
  settle_and_commit (store);
  return store;
}

static BsTable *
keys_of (BsStore *store, const BsKeynessOptions *options)
{
  g_autoptr (GError) error = NULL;
  BsTable *table = bs_view_keyness (store, options, &error);

  g_assert_no_error (error);
  return table;
}

static double
cell (const BsTable *table, const BsCell *cells, const char *name)
{
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    {
      const BsColumn *column = bs_table_column (table, i);

      if (g_str_equal (column->name, name))
        return cells[i].missing ? NAN : column->kind == BS_COLUMN_REAL ? cells[i].real : (double) cells[i].integer;
    }
  g_error ("there is no column %s", name);
}

static void
assert_cells (const BsTable *table, const BsCell *cells, const char *names, ...)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  va_list values;

  va_start (values, names);
  for (guint i = 0; list[i] != NULL; i++)
    {
      double expected = va_arg (values, double), value = cell (table, cells, list[i]);

      if (isnan (expected) ? !isnan (value) : !(fabs (value - expected) <= 1e-7))
        g_error ("%s is %.12g, not %.12g", list[i], value, expected);
    }
  va_end (values);
}

/* g2 <- function(m) { e <- outer(rowSums(m), colSums(m)) / sum(m); 2 * sum(ifelse(m > 0, m * log(m / e), 0)) }
 * m <- function(...) matrix(c(...), 2, byrow = TRUE)
 * g2(m(3, 7, 0, 11)); g2(m(2, 1, 0, 3)); log2((3 / 10) / (.5 / 11)); log2(poisson.test(c(3, 0), c(10, 11))$conf.int)
 * G <- c(g2(m(3, 7, 0, 11)), g2(m(2, 8, 1, 10)), g2(m(1, 9, 3, 8)), g2(m(3, 7, 6, 5))): cat, dog, sea, the
 * p <- pchisq(G, 1, lower.tail = FALSE); log10(p.adjust(p, "BH")); log10(p.adjust(p, "holm"))
 * f <- c(2, 0, 1); s <- c(4, 4, 2); sum(abs(f / 3 - s / 10)) / 2, and that by (1 - .2)
 * log10(min(1, 4 * fisher.test(m(2, 1, 0, 3))$p.value)), of p = 0.4, for few articles hold it */
static void
test_figures (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  BsKeynessOptions options
      = { .outlet = "A", .n = 1, .least = 3, .side = BS_KEY_POSITIVE, .k = 100, .all_figures = TRUE };
  BsTable *table = keys_of (store, &options);
  const BsCell *cells = bs_table_next (table, NULL);

  g_assert_cmpstr (cells[0].text, ==, "A");
  g_assert_cmpstr (cells[1].text, ==, "more");
  g_assert_cmpstr (cells[3].text, ==, "cat");
  assert_cells (table, cells, "rank count per_million articles_percent ref_count ref_per_million ref_articles_percent",
                1., 3., 300000., 100 * 2 / 3., 0., 0., 0.);
  assert_cells (table, cells, "log_ratio log_ratio_low log_ratio_high percent_difference g2 g2_articles", 2.72246602447,
                -1.13747484445, NAN, NAN, 5.00759932702, 3.81908500977);
  assert_cells (table, cells, "log10_p_bh log10_p_holm log10_p_ranks log_ratio_conservative", -0.995914671653,
                -0.995914671653, 0., 0.);
  assert_cells (table, cells, "range dp dp_norm ref_range ref_dp", 2., 0.4, 0.5, NAN, NAN);
  g_assert_null (bs_table_next (table, NULL));
  assert_contains (bs_table_note (table), "4 words");
  bs_table_free (table);
  bs_store_close (store);
  remove_store (path);
}

/* "outlet side word" of every row. */
static char *
words_of (BsStore *store, const BsKeynessOptions *options)
{
  BsTable *table = keys_of (store, options);
  GString *words = g_string_new (NULL);
  const BsCell *cells;

  while ((cells = bs_table_next (table, NULL)) != NULL)
    g_string_append_printf (words, "%s%s %s %s", words->len > 0 ? ", " : "", cells[0].text, cells[1].text,
                            cells[3].text);
  bs_table_free (table);
  return g_string_free (words, FALSE);
}

static void
assert_words (BsStore *store, BsKeynessOptions options, const char *expected)
{
  g_autofree char *words = words_of (store, &options);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_choices (void)
{
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  g_autoptr (GHashTable) stop = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (stop, (gpointer) "sea");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_BOTH },
                "A more cat, A more dog, A less the, A less sea, B more the, B more sea, B less cat, B less dog");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_NEGATIVE, .outlet = "B" },
                "B less cat, B less dog");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_BOTH, .n = 1 },
                "A more cat, A less the, B more the, B less cat");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_BOTH, .against = "B", .words = BS_KEY_CONTENT },
                "A more cat, A more dog, A less sea");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_BOTH, .outlet = "A", .words = BS_KEY_FUNCTION },
                "A less the");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_BOTH, .outlet = "A", .stop = stop },
                "A more cat, A more dog, A less the");
  assert_words (store, (BsKeynessOptions){ .least = 3, .least_articles = 3, .side = BS_KEY_BOTH, .outlet = "A" },
                "A less the");
  assert_words (store, (BsKeynessOptions){ .least = 3, .side = BS_KEY_BOTH, .outlet = "A", .sort = BS_KEY_LOG_RATIO },
                "A more cat, A more dog, A less sea, A less the");
  bs_store_close (store);
  remove_store (path);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_build_filename (folder, "list.csv", NULL);
  g_autoptr (BsFrequencyList) list = NULL;
  BsKeynessOptions options = { .least = 3, .outlet = "A", .side = BS_KEY_BOTH, .all_figures = TRUE };
  const BsCell *cells;
  BsTable *table;

  g_assert_true (g_file_set_contents (file, "Rank,Word,Freq\n1,The,50\n2,CAT,4\n3,the,10\n,,\n", -1, NULL));
  list = bs_frequency_list_read (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (list->words), ==, 2);
  g_assert_cmpfloat (list->total, ==, 64);
  g_assert_cmpuint (list->passed_over, ==, 1);
  options.reference = list;
  table = keys_of (store, &options);
  cells = bs_table_next (table, NULL);
  g_assert_cmpstr (cells[3].text, ==, "cat");
  assert_cells (table, cells, "count ref_count ref_per_million ref_articles_percent g2_articles log10_p_ranks ref_dp",
                3., 4., 62500., NAN, NAN, NAN, NAN);
  assert_contains (bs_table_note (table), "list.csv");
  bs_table_free (table);

  g_assert_true (g_file_set_contents (file, "nothing\nat all\n", -1, NULL));
  g_assert_null (bs_frequency_list_read (file, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
  g_clear_error (&error);
  g_remove (file);
  g_assert_null (bs_frequency_list_read (file, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_IO);
  bs_store_close (store);
  remove_store (path);
}

/* Without words by article, what needs them is missing, and the note says why. */
static void
test_forgotten (void)
{
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *store = small_store (path);
  BsKeynessOptions options = { .outlet = "A", .least = 3, .side = BS_KEY_POSITIVE, .all_figures = TRUE };
  BsTable *table;

  g_assert_true (bs_store_forget (store, BS_KEPT_TERMS, &error));
  table = keys_of (store, &options);
  assert_cells (table, bs_table_next (table, NULL), "g2 g2_articles dp log10_p_ranks", 5.00759932702, 3.81908500977,
                NAN, NAN);
  assert_contains (bs_table_note (table), "made without words by article");
  bs_table_free (table);
  bs_store_close (store);
  remove_store (path);
}

static void
test_refusals (void)
{
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsKeynessOptions options = { .side = BS_KEY_POSITIVE };
  BsKeySort sort;

  begin (store);
  put_text (store, "A", "1", "the only outlet", FALSE);
  settle_and_commit (store);
  g_assert_null (bs_view_keyness (store, &options, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  assert_contains (error->message, "--reference");
  g_clear_error (&error);
  options.outlet = options.against = "A";
  g_assert_null (bs_view_keyness (store, &options, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (bs_key_sort_from_name ("luck", &sort, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-keyness/figures", test_figures);
  g_test_add_func ("/view-keyness/choices", test_choices);
  g_test_add_func ("/view-keyness/list", test_list);
  g_test_add_func ("/view-keyness/forgotten", test_forgotten);
  g_test_add_func ("/view-keyness/refusals", test_refusals);
  return g_test_run ();
}
