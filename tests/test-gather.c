/* A store that was filled in key order, gathered while the articles came, is the one that is made by reading them again:
 * every table the same, with copies and without. */
#include "store/gather.h"

#include "store-help.h"
#include "store/copies.h"
#include "store/derived.h"
#include "store/store-internal.h"

static int
by_key (gconstpointer a, gconstpointer b)
{
  const Piece *x = *(Piece *const *) a, *y = *(Piece *const *) b;
  int order = strcmp (x->outlet, y->outlet);

  return order != 0 ? order : strcmp (x->id, y->id);
}

/* Pieces of which some are the text of one before them, in key order. */
static GPtrArray *
pieces_in_order (guint32 seed, guint n)
{
  GPtrArray *pieces = random_pieces (seed, n);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 10; i < pieces->len; i += 7)
    {
      Piece *piece = pieces->pdata[i], *before = pieces->pdata[i - 10];

      g_free (before->text);
      g_free (piece->text);
      before->text = random_text (random, 70);
      piece->text = g_strdup (before->text);
    }
  g_ptr_array_sort (pieces, by_key);
  return pieces;
}

/* With a signature that depends on the text alone, values and a day. */
static void
put_piece (BsStore *store, const Piece *piece)
{
  guint64 hash = g_str_hash (piece->text) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 8, signature[64];
  guint n_measures, n = hash % 3 == 0 ? 64 : 1 + hash % 64;
  Draft draft;

  draft_text (&draft, store, piece->outlet, piece->id, piece->text);
  for (guint i = 0; i < n; i++)
    signature[i] = hash + i * 1000003;
  draft.stored.signature = signature;
  draft.stored.n_signature = n;
  draft.stored.n_shingles = n < 64 ? n : 64 + hash % 100;
  draft.stored.shingles_digest = hash;
  draft.stored.day = hash % 5 == 0 ? NULL : hash % 2 == 0 ? "1999-12" : "2011";
  bs_measures_of_articles (&n_measures);
  for (guint i = 0; i < n_measures; i++)
    draft.measures[i] = (hash + i) % 4 == 0 ? (double) NAN : (double) ((hash >> i % 8) % 1000) / 8;
  for (guint i = BS_COUNT_SENTENCES + 1; i < BS_N_COUNTS; i++)
    if (i != BS_COUNT_TYPES)
      draft.stored.counts.value[i] = (gint64) ((hash >> i) % 500);
  draft.stored.language = hash % 7 == 0 ? "de" : "en";
  draft.stored.any_length = hash % 3 != 0;
  draft_derive (&draft);
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
}

static int
by_word (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words of an article get their numbers in byte order, as the writer gives them. */
static void
enter_words (BsStore *store, const char *text)
{
  BsVocabulary *vocabulary = bs_store_vocabulary (store, NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " /", -1);

  qsort (words, g_strv_length (words), sizeof *words, by_word);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      bs_vocabulary_enter (vocabulary, bs_span_of (words[i]));
}

/* All tables that settling makes. */
static char *
write_down_tables (BsStore *store)
{
  static const char *const tables[] = { "terms",         "outlets",    "outlet_terms", "sentence_lengths",
                                        "outlet_values", "copy_pairs", "copy_doubts",  "copies" };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_str_equal (tables[i], "outlet_values")
                                 ? g_strdup ("SELECT outlet, name, copied, articles, hex(numbers) AS n FROM outlet_values"
                                             " ORDER BY 1, 2, 3")
                                 : g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[i]);
      g_autofree char *rows = answer (store, sql);

      g_string_append_printf (all, "== %s\n%s", tables[i], rows);
    }
  return g_string_free (all, FALSE);
}

typedef enum { GATHERED, DISTURBED, REVERSED } Way;

static char *
tables_of (GPtrArray *pieces, Way way)
{
  char *path = new_store_path (), *tables;
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsCopySearch) search = NULL;

  begin (store);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[way == REVERSED ? pieces->len - 1 - i : i];

      enter_words (store, piece->text);
      put_piece (store, piece);
    }
  g_assert_true (bs_store_has_gathered (store) == (way != REVERSED));
  if (way == DISTURBED)
    {
      put_text (store, "zz", "zz", "other words", FALSE);
      g_assert_true (bs_store_remove_article (store, "zz", "zz", NULL));
      g_assert_false (bs_store_has_gathered (store));
    }
  search = bs_copy_search_new (store, NULL);
  g_assert_nonnull (search);
  g_assert_true (bs_copy_search_put (search, store, NULL));
  settle_and_commit (store);
  tables = write_down_tables (store);
  bs_store_close (store);
  remove_store (path);
  return tables;
}

/* Tells of the first line alone that differs. */
static void
assert_same (const char *gathered, const char *read)
{
  g_auto (GStrv) x = g_strsplit (gathered, "\n", -1);
  g_auto (GStrv) y = g_strsplit (read, "\n", -1);

  for (guint i = 0; x[i] != NULL || y[i] != NULL; i++)
    g_assert_cmpstr (x[i], ==, y[i]);
}

static void
test_same_as_read_again (void)
{
  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (GPtrArray) pieces = pieces_in_order (seed, seed * 60);
      g_autofree char *gathered = tables_of (pieces, GATHERED);
      g_autofree char *read = tables_of (pieces, DISTURBED);

      g_assert_nonnull (strstr (gathered, ",1,1\n==")); /* there are copies */
      assert_same (gathered, read);
    }
}

/* Whatever the order, the sums are those of the same articles; only their numbers differ. */
static void
test_any_order (void)
{
  g_autoptr (GPtrArray) pieces = pieces_in_order (9, 200);
  g_autofree char *gathered = tables_of (pieces, GATHERED);
  g_autofree char *read = tables_of (pieces, REVERSED);
  char *end = strstr (gathered, "== copy_pairs"), *read_end = strstr (read, "== copy_pairs");

  *end = *read_end = '\0';
  assert_same (gathered, read);
}

/* More articles than values are held of in memory, in many outlets of few words each and one of many. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (piece_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree char *gathered = NULL, *read = NULL;

  for (guint i = 0; i < 12000; i++)
    {
      Piece *piece = g_new (Piece, 1);

      piece->outlet = g_strdup_printf ("paper %03d", i < 6000 ? 500 : g_rand_int_range (random, 0, 999));
      piece->id = g_strdup_printf ("%u.txt", i);
      piece->text = g_strdup_printf ("a w%u v%u/w%u", i, i % 5000, i % 77);
      g_ptr_array_add (pieces, piece);
    }
  g_ptr_array_sort (pieces, by_key);
  gathered = tables_of (pieces, GATHERED);
  read = tables_of (pieces, DISTURBED);
  assert_same (gathered, read);
}

/* Anything out of order ends the gathering. */
static void
test_what_ends_it (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "a", "1", "one", FALSE);
  put_text (store, "a", "2", "two", FALSE);
  put_text (store, "b", "1", "three", FALSE);
  g_assert_true (bs_store_has_gathered (store));
  put_text (store, "a", "3", "four", FALSE); /* its outlet came before */
  g_assert_false (bs_store_has_gathered (store));
  bs_store_roll_back (store);

  begin (store);
  put_text (store, "a", "2", "one", FALSE);
  put_text (store, "a", "1", "two", FALSE); /* its id came before */
  g_assert_false (bs_store_has_gathered (store));
  bs_store_roll_back (store);

  begin (store);
  put_text (store, "a", "1", "two one", FALSE); /* not in the order of its words */
  g_assert_false (bs_store_has_gathered (store));
  bs_store_roll_back (store);

  begin (store);
  put_text (store, "a", "1", "one", FALSE);
  put_text (store, "a", "1", "two", TRUE);
  g_assert_false (bs_store_has_gathered (store));
  bs_store_roll_back (store);

  begin (store);
  put_text (store, "a", "1", "one", FALSE);
  settle_and_commit (store);
  begin (store);
  put_text (store, "a", "2", "two", FALSE); /* the store was not empty */
  g_assert_false (bs_store_has_gathered (store));
  settle_and_commit (store);
  assert_answers (store, "SELECT * FROM terms ORDER BY term",
                  "term,word,letters,syllables,function_word,number\n0,one,3,1,1,0\n1,two,3,1,1,0\n");
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gather/same-as-read-again", test_same_as_read_again);
  g_test_add_func ("/gather/any-order", test_any_order);
  g_test_add_func ("/gather/many", test_many);
  g_test_add_func ("/gather/what-ends-it", test_what_ends_it);
  return g_test_run ();
}
