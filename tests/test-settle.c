/* What is made from the articles depends on the articles alone, sums are exact, and damage is an error. */
#include "store/store.h"

#include "base/number.h"
#include "store-help.h"
#include "store/settle.h"

static void
test_order_of_arrival_does_not_matter (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (1, 60);
  char *path = store_of (pieces);
  g_autofree char *expected = write_down_path (path);

  remove_store (path);
  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autofree char *got = NULL;

      shuffle (pieces, seed);
      path = store_of (pieces);
      got = write_down_path (path);
      g_assert_cmpstr (got, ==, expected);
      remove_store (path);
    }
}

static void
test_terms_are_numbered_in_key_order (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "b", "1", "zebra apple", FALSE);
  put_text (store, "a", "2", "apple pear", FALSE);
  put_text (store, "a", "1", "pear quince fig", FALSE);
  settle_and_commit (store);
  assert_answers (store, "SELECT term, word FROM terms ORDER BY term",
                  "term,word\n0,fig\n1,pear\n2,quince\n3,apple\n4,zebra\n");
  assert_answers (store,
                  "SELECT outlet, id, hex(terms) AS terms FROM articles JOIN article_blobs USING (article)"
                  " ORDER BY outlet, id",
                  "outlet,id,terms\na,1,010001000100\na,2,02000200\nb,1,04000100\n");
  bs_store_close (store);
  remove_store (path);
}

/* ---- Sums --------------------------------------------------------------------------------------------------------- */

/* Adds the numbers of a blob that was read as a hexadecimal text. */
static GByteArray *
bytes_of_hex (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (; hex[0] != '\0'; hex += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]));

      g_byte_array_append (bytes, &byte, 1);
    }
  return bytes;
}

static guint64
next_number (const guint8 **at, const guint8 *end)
{
  guint64 value;

  g_assert_true (bs_varint_read (at, end, &value));
  return value;
}

static void
add (GHashTable *sums, char *key, gint64 count)
{
  gint64 *sum = g_hash_table_lookup (sums, key);

  if (sum == NULL)
    g_hash_table_insert (sums, g_strdup (key), sum = g_new0 (gint64, 1));
  *sum += count;
  g_free (key);
}

/* Sums of an article's blobs, decoded here once more: "outlet/term" to tokens, "outlet|words" to sentences. */
static void
add_blobs (GHashTable *sums, const BsCell *cells)
{
  g_autoptr (GByteArray) terms = bytes_of_hex (cells[1].text);
  g_autoptr (GByteArray) lengths = bytes_of_hex (cells[2].text);
  const guint8 *at = terms->data, *end = at + terms->len;
  gint64 term = -1;

  while (at < end)
    {
      term += (gint64) next_number (&at, end);
      add (sums, g_strdup_printf ("%s/%" G_GINT64_FORMAT, cells[0].text, term), (gint64) next_number (&at, end) + 1);
    }
  at = lengths->data;
  end = at + lengths->len;
  while (at < end)
    add (sums, g_strdup_printf ("%s|%" G_GINT64_FORMAT, cells[0].text, (gint64) next_number (&at, end)), 1);
}

/* Takes the rows of a table of sums away from `sums`. */
static void
take_away (GHashTable *sums, BsStore *store, const char *sql, char parting)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "number", NULL, BS_COLUMN_INTEGER, 0 },
                                      { "count", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), NULL);
  const BsCell *cells;

  while ((cells = bs_table_next (rows, NULL)) != NULL)
    {
      g_autofree char *key = g_strdup_printf ("%s%c%" G_GINT64_FORMAT, cells[0].text, parting, cells[1].integer);
      const gint64 *sum = g_hash_table_lookup (sums, key);

      g_assert_nonnull (sum);
      g_assert_cmpint (*sum, ==, cells[2].integer);
      g_hash_table_remove (sums, key);
    }
}

static void
assert_sums_are_exact (BsStore *store)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "terms", NULL, BS_COLUMN_TEXT, 0 },
                                      { "lengths", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (BsTable) rows = bs_store_query (store,
                                             "SELECT outlet, hex(terms), hex(sentence_lengths) FROM articles JOIN"
                                             " article_blobs USING (article)",
                                             NULL, columns, G_N_ELEMENTS (columns), NULL);
  const BsCell *cells;

  while ((cells = bs_table_next (rows, NULL)) != NULL)
    add_blobs (sums, cells);
  g_assert_cmpuint (g_hash_table_size (sums), >, 0);
  take_away (sums, store, "SELECT o.name, v.term, v.count FROM outlet_terms v JOIN outlets o USING (outlet)", '/');
  take_away (sums, store, "SELECT o.name, s.words, s.sentences FROM sentence_lengths s JOIN outlets o USING (outlet)",
             '|');
  g_assert_cmpuint (g_hash_table_size (sums), ==, 0);
  assert_answers (store,
                  "SELECT name FROM outlets o WHERE words <> (SELECT sum(a.words) FROM articles a WHERE a.outlet ="
                  " o.name) OR articles <> (SELECT count(*) FROM articles a WHERE a.outlet = o.name) OR types <>"
                  " (SELECT count(*) FROM outlet_terms v WHERE v.outlet = o.outlet) OR words <> (SELECT"
                  " sum(v.count) FROM outlet_terms v WHERE v.outlet = o.outlet)",
                  "name\n");
}

static void
test_outlets_are_sums_of_articles (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (2, 80);
  char *path = store_of (pieces);
  BsStore *store = open_store (path, BS_STORE_READ);

  assert_sums_are_exact (store);
  bs_store_close (store);
  remove_store (path);
}

/* A sentence as long as a book is counted like any other. */
static void
test_long_sentences (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GString) text = g_string_new ("a");

  for (guint i = 1; i < 70000; i++)
    g_string_append (text, " a");
  begin (store);
  put_text (store, "p", "1", text->str, FALSE);
  g_string_append (text, "/b b");
  put_text (store, "p", "2", text->str, FALSE);
  g_string_append (text, "/");
  for (guint i = 0; i < 512; i++)
    g_string_append (text, " c");
  put_text (store, "q", "1", text->str, FALSE);
  settle_and_commit (store);
  assert_answers (store, "SELECT * FROM sentence_lengths",
                  "outlet,words,sentences,copied\n1,2,1,0\n1,70000,2,0\n2,2,1,0\n2,512,1,0\n2,70000,1,0\n");
  assert_sums_are_exact (store);
  bs_store_close (store);
  remove_store (path);
}

/* ---- Updates ------------------------------------------------------------------------------------------------------ */

/* A store that had other articles, and other texts of the same ones, is the store of what it holds now. */
static void
test_update_subtracts_exactly (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (3, 50);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  char *path = store_of (pieces), *fresh_path;
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autofree char *updated = NULL, *fresh = NULL;

  for (guint round = 0; round < 3; round++)
    {
      begin (store);
      for (guint i = 0; i < pieces->len; i += 1 + round)
        {
          Piece *piece = pieces->pdata[i];

          g_free (piece->text);
          piece->text = random_text (random, 30);
          put_text (store, piece->outlet, piece->id, piece->text, TRUE);
        }
      for (guint i = 0; i < 5; i++)
        {
          const Piece *piece = pieces->pdata[pieces->len - 1];

          g_assert_true (bs_store_remove_article (store, piece->outlet, piece->id, NULL));
          g_ptr_array_remove_index (pieces, pieces->len - 1);
        }
      g_assert_true (bs_store_remove_article (store, "paper 1", "never there", NULL));
      settle_and_commit (store);
    }
  assert_sums_are_exact (store);
  updated = write_down_store (store);
  bs_store_close (store);
  fresh_path = store_of (pieces);
  fresh = write_down_path (fresh_path);
  g_assert_cmpstr (updated, ==, fresh);
  remove_store (fresh_path);
  remove_store (path);
}

static void
test_empty_store_settles (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "p", "1", "one word", FALSE);
  settle_and_commit (store);
  begin (store);
  g_assert_true (bs_store_remove_article (store, "p", "1", NULL));
  settle_and_commit (store);
  assert_answers (store,
                  "SELECT (SELECT count(*) FROM terms) + (SELECT count(*) FROM outlets) + (SELECT count(*) FROM"
                  " outlet_terms) + (SELECT count(*) FROM sentence_lengths) + (SELECT count(*) FROM article_blobs)"
                  " AS n",
                  "n\n0\n");
  bs_store_close (store);
  remove_store (path);
}

/* The problem of an article that is kept stays until the article is another one. */
static void
test_problems_of_kept_articles (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRun run = { .started = "2024", .version = "1", .lexicon = "l", .settings = "s", .places = "papers/",
                .ended = TRUE };
  BsProblem problem = { BS_PROBLEM_ENCODING, "p", "1", { "1.txt", NULL, 0, 0, 0 }, "bytes were replaced" };
  gint64 number;
  Draft draft;

  begin (store);
  draft_text (&draft, store, "p", "1", "one word");
  draft.stored.mended.invalid_bytes = 1;
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
  g_assert_true (bs_store_put_run (store, &run, &number, NULL) && bs_store_put_problem (store, number, &problem, NULL));
  problem.id = "gone";
  g_assert_true (bs_store_put_problem (store, number, &problem, NULL));
  settle_and_commit (store);
  assert_answers (store, "SELECT run, id FROM problems", "run,id\n1,1\n");

  begin (store);
  g_assert_true (bs_store_put_run (store, &run, &number, NULL) && bs_store_forget_problems (store, number, NULL));
  settle_and_commit (store);
  assert_answers (store, "SELECT run, id FROM problems", "run,id\n1,1\n");

  begin (store);
  put_text (store, "p", "1", "one mended word", TRUE);
  settle_and_commit (store);
  assert_answers (store, "SELECT run, id FROM problems", "run,id\n");
  bs_store_close (store);
  remove_store (path);
}

/* Problems met twice, against a grouping of all of them by SQLite. */
static void
test_problems_met_twice (void)
{
  static const char *const strings[] = { NULL, "", "a", "b" };
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRun run = { .started = "2024", .version = "1", .lexicon = "l", .settings = "s", .places = "papers/",
                .ended = TRUE };
  g_autofree char *expected = NULL;
  gint64 number = 0;

  begin (store);
  for (guint i = 0; i < 2000; i++)
    {
      const BsProblem problem = { g_rand_boolean (random) ? BS_PROBLEM_BAD_RECORD : BS_PROBLEM_SAME_KEY,
                                  strings[g_rand_int_range (random, 0, 4)],
                                  strings[g_rand_int_range (random, 0, 4)],
                                  { strings[g_rand_int_range (random, 0, 4)], strings[g_rand_int_range (random, 0, 4)], 0,
                                    0, (guint64) g_rand_int_range (random, 0, 2) },
                                  strings[g_rand_int_range (random, 1, 4)] };

      if (i % 500 == 0)
        g_assert_true (bs_store_put_run (store, &run, &number, NULL));
      g_assert_true (bs_store_put_problem (store, number, &problem, NULL));
    }
  expected = answer (store, "SELECT max(problem) AS problem FROM problems GROUP BY kind, outlet, id, CASE WHEN id IS NULL"
                            " THEN source_path END, source_member, source_line, message ORDER BY 1");
  g_assert_true (bs_store_settle_repeated (store, 300, NULL)); /* in seven parts */
  g_assert_cmpint (bs_store_number (store, "SELECT count(*) FROM problems", NULL), <, 1500);
  assert_answers (store, "SELECT problem FROM problems ORDER BY 1", expected);
  settle_and_commit (store);
  bs_store_close (store);
  remove_store (path);
}

/* ---- Damage ------------------------------------------------------------------------------------------------------- */

/* Settles and reads a store that somebody has changed; returns whether all went well. */
static gboolean
use_damaged (const char *path, GError **error)
{
  g_autoptr (BsStore) store = bs_store_open (path, BS_STORE_WRITE, error);
  g_autoptr (BsTable) words = NULL;
  GError *broken = NULL;

  if (store == NULL || !bs_store_begin (store, error))
    return FALSE;
  words = bs_store_export (store, "article_words", error);
  if (words == NULL)
    return FALSE;
  while (bs_table_next (words, &broken) != NULL)
    ;
  g_clear_pointer (&words, bs_table_free);
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return FALSE;
    }
  return bs_store_settle (store, error) && bs_store_commit (store, error);
}

static void
test_damaged_blobs_are_errors (void)
{
  static const char *const damage[] = {
    "terms = x'81'",                     /* ends inside a number */
    "terms = x'01'",                     /* a term without its count */
    "terms = x'0000'",                   /* no step */
    "terms = x'8f4e00'",                 /* a term that is not there */
    "terms = x'ffffffff7f00'",           /* a term beyond all numbers */
    "terms = x'01ffffffffffffffffff01'", /* a count beyond all numbers */
    "terms = x'ffffffffffffffffffffffff00'",
    "sentence_lengths = x'80'",
    "sentence_lengths = x'ffffffff7f'",
  };
  g_autoptr (GPtrArray) pieces = random_pieces (4, 10);

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE article_blobs SET %s WHERE article = 4", damage[i]);
      g_autoptr (GError) error = NULL;
      char *path = store_of (pieces);

      g_assert_true (use_damaged (path, &error));
      change_behind (path, sql);
      g_assert_false (use_damaged (path, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
      assert_contains (error->message, "damaged");
      remove_store (path);
    }
}

/* Texts that a store never lacks. */
static void
test_missing_texts (void)
{
  static const char *const damage[] = { "UPDATE terms SET word = NULL WHERE term = 1",
                                        "UPDATE terms SET word = '' WHERE term = 1", "UPDATE article_rows SET id = NULL",
                                        "UPDATE article_rows SET outlet = NULL",
                                        "UPDATE article_rows SET repeats = NULL" };
  g_autoptr (GPtrArray) pieces = random_pieces (4, 10);

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autoptr (GError) error = NULL;
      char *path = store_of (pieces);

      change_behind (path, "PRAGMA writable_schema = ON;"
                           "UPDATE sqlite_schema SET sql = replace (sql, ' NOT NULL', '') WHERE type = 'table'");
      change_behind (path, damage[i]);
      g_assert_true (use_damaged (path, &error) == (error == NULL));
      remove_store (path);
    }
}

/* A sentence of four thousand million words is nothing to keep an array for. */
static void
test_absurd_lengths_cost_nothing (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (5, 3);
  char *path = store_of (pieces);
  g_autoptr (GError) error = NULL;
  BsStore *store;

  change_behind (path, "UPDATE article_blobs SET sentence_lengths = x'feffffff0f' WHERE article = 1");
  g_assert_true (use_damaged (path, &error));
  g_assert_no_error (error);
  store = open_store (path, BS_STORE_READ);
  g_assert_cmpfloat (bs_store_number (store, "SELECT max(words) FROM sentence_lengths", NULL), ==, 4294967294.0);
  bs_store_close (store);
  remove_store (path);
}

/* Whatever stands in the blobs and the file's own pages, nothing crashes. */
static void
test_random_damage (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (6, 12);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  char *path = store_of (pieces);
  g_autofree char *whole = NULL;
  guint fine = 0, broken = 0;
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *bytes = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      for (gint n = g_rand_int_range (random, 1, 20); n > 0; n--)
        bytes[g_rand_int_range (random, i % 2 == 0 ? 0 : 4096, (gint32) length)] = (char) g_rand_int (random);
      g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
      if (use_damaged (path, &error))
        fine++;
      else
        broken++;
      g_assert_true (error == NULL || error->domain == BS_ERROR);
    }
  g_assert_cmpuint (fine, >, 0);
  g_assert_cmpuint (broken, >, 0);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle/order-of-arrival-does-not-matter", test_order_of_arrival_does_not_matter);
  g_test_add_func ("/settle/terms-are-numbered-in-key-order", test_terms_are_numbered_in_key_order);
  g_test_add_func ("/settle/outlets-are-sums-of-articles", test_outlets_are_sums_of_articles);
  g_test_add_func ("/settle/long-sentences", test_long_sentences);
  g_test_add_func ("/settle/update-subtracts-exactly", test_update_subtracts_exactly);
  g_test_add_func ("/settle/empty-store-settles", test_empty_store_settles);
  g_test_add_func ("/settle/problems-of-kept-articles", test_problems_of_kept_articles);
  g_test_add_func ("/settle/problems-met-twice", test_problems_met_twice);
  g_test_add_func ("/settle/damaged-blobs-are-errors", test_damaged_blobs_are_errors);
  g_test_add_func ("/settle/missing-texts", test_missing_texts);
  g_test_add_func ("/settle/absurd-lengths-cost-nothing", test_absurd_lengths_cost_nothing);
  g_test_add_func ("/settle/random-damage", test_random_damage);
  return g_test_run ();
}
