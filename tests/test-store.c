/* What is put into a store comes out of it; what is no store is left as it is. */
#include "store/store.h"

#include "store-help.h"

/* ---- What is no store --------------------------------------------------------------------------------------------- */

static char *
bytes_of (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, length, &error));
  g_assert_no_error (error);
  return bytes;
}

/* Asserts that the file is refused with such a message, and that not a byte of it changes. */
static void
assert_refused (const char *path, BsStoreMode mode, gint code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;

  before = bytes_of (path, &n_before);
  g_assert_null (bs_store_open (path, mode, &error));
  g_assert_error (error, BS_ERROR, code);
  assert_contains (error->message, message);
  assert_contains (error->message, path);
  after = bytes_of (path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_foreign_files_are_refused (void)
{
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, BS_STORE_READ, BS_ERROR_STORE, "empty");
  g_assert_true (g_file_set_contents (path, "once upon a time", -1, NULL));
  assert_refused (path, BS_STORE_READ, BS_ERROR_STORE, "not a store");
  assert_refused (path, BS_STORE_WRITE, BS_ERROR_STORE, "not a store");
  g_assert_cmpint (g_remove (path), ==, 0);
  change_behind (path, "CREATE TABLE holidays (day TEXT)");
  assert_refused (path, BS_STORE_READ, BS_ERROR_STORE, "another program");
  assert_refused (path, BS_STORE_WRITE, BS_ERROR_STORE, "another program");
  g_assert_cmpint (g_remove (path), ==, 0);

  bs_store_close (open_store (path, BS_STORE_WRITE));
  change_behind (path, "PRAGMA user_version = 1");
  assert_refused (path, BS_STORE_READ, BS_ERROR_STORE, "version 6");
  assert_refused (path, BS_STORE_WRITE, BS_ERROR_STORE, "version 6");
  change_behind (path, "PRAGMA user_version = 6; PRAGMA writable_schema = ON;"
                       "UPDATE sqlite_schema SET sql = replace (sql, '206.835', '206.8') WHERE name = 'articles'");
  assert_refused (path, BS_STORE_WRITE, BS_ERROR_STORE, "other formulas");
  change_behind (path, "DROP VIEW articles; CREATE VIEW articles AS SELECT * FROM article_rows");
  assert_refused (path, BS_STORE_READ, BS_ERROR_STORE, "other measures");
  g_assert_cmpint (g_remove (path), ==, 0);

  g_assert_null (bs_store_open (path, BS_STORE_READ, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (bs_store_open ("", BS_STORE_WRITE, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  remove_store (path);
}

/* Names that SQLite would take for something else are names of files. */
static void
test_names_are_files (void)
{
  static const char *const names[] = { ":memory:", "file:papers.db?mode=memory" };
  char *path = new_store_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *here = g_get_current_dir ();

  g_assert_cmpint (g_chdir (folder), ==, 0);
  bs_store_close (open_store (path, BS_STORE_WRITE));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      BsStore *store = open_store (names[i], BS_STORE_WRITE);

      begin (store);
      put_text (store, "paper", names[i], "some words", FALSE);
      settle_and_commit (store);
      bs_store_close (store);
      g_assert_true (g_file_test (names[i], G_FILE_TEST_IS_REGULAR));
      store = open_store (path, BS_STORE_WRITE);
      g_assert_true (bs_store_merge (store, names[i], &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (bs_store_number (store, "SELECT count(*) FROM articles", NULL), ==, i + 1);
      bs_store_close (store);
      g_assert_cmpint (g_remove (names[i]), ==, 0);
    }
  g_assert_cmpint (g_chdir (here), ==, 0);
  remove_store (path);
}

static void
test_locked_store_is_refused (void)
{
  char *path = new_store_path ();
  BsStore *first = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsStore) second = NULL;
  g_autoptr (GError) error = NULL;

  begin (first);
  put_text (first, "paper", "1", "some words", FALSE);
  second = open_store (path, BS_STORE_WRITE);
  g_assert_false (bs_store_begin (second, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  assert_contains (error->message, "another program is writing");
  settle_and_commit (first);
  begin (second);
  bs_store_roll_back (second);
  bs_store_close (first);
  g_assert_cmpfloat (bs_store_number (second, "SELECT count(*) FROM articles", NULL), ==, 1);
  g_clear_pointer (&second, bs_store_close);
  remove_store (path);
}

/* ---- Reading and writing ------------------------------------------------------------------------------------------ */

static void
test_reading_changes_nothing (void)
{
  char *path = new_store_path ();
  g_autoptr (GPtrArray) pieces = random_pieces (7, 40);
  g_autofree char *before = NULL, *after = NULL, *written = NULL;
  gsize n_before, n_after;
  BsStore *store = open_store (path, BS_STORE_WRITE);

  put_pieces (store, pieces);
  bs_store_close (store);
  before = bytes_of (path, &n_before);
  store = open_store (path, BS_STORE_READ);
  written = write_down_store (store);
  assert_contains (written, "paper 3");
  g_assert_false (bs_store_begin (store, NULL) && bs_store_settle (store, NULL));
  bs_store_close (store);
  after = bytes_of (path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  remove_store (path);
}

static void
test_roll_back_and_close_undo (void)
{
  char *path = new_store_path ();
  g_autoptr (GPtrArray) pieces = random_pieces (8, 10);
  g_autofree char *before = NULL, *rolled_back = NULL, *closed = NULL;
  BsStore *store = open_store (path, BS_STORE_WRITE);

  put_pieces (store, pieces);
  before = write_down_store (store);
  begin (store);
  put_text (store, "paper 9", "new", "words that were never seen", FALSE);
  bs_store_roll_back (store);
  rolled_back = write_down_store (store);
  g_assert_cmpstr (rolled_back, ==, before);

  begin (store);
  put_text (store, "paper 9", "new", "words that were never seen", FALSE);
  g_assert_true (bs_store_settle (store, NULL));
  bs_store_close (store);
  store = open_store (path, BS_STORE_READ);
  closed = write_down_store (store);
  g_assert_cmpstr (closed, ==, before);
  bs_store_close (store);
  remove_store (path);
}

static void
note (gpointer data, const BsStoredState *state)
{
  g_string_append_printf (data, "%s/%s %.4s %s\n", state->outlet, state->id, state->checksum, state->settings);
}

static void
test_visits_in_key_order (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  begin (store);
  put_text (store, "b", "1", "two", FALSE);
  put_text (store, "a", "é", "one", FALSE);
  put_text (store, "a", "Z", "one", FALSE);
  settle_and_commit (store);
  g_assert_true (bs_store_each_article (store, note, seen, &error));
  g_assert_cmpstr (seen->str, ==, "a/Z 7692 the rules\na/é 7692 the rules\nb/1 3fc4 the rules\n");
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

static void
test_second_of_a_key_is_refused (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;

  begin (store);
  put_text (store, "a", "1", "one", FALSE);
  put_text (store, "a", "1", "two", FALSE);
  g_assert_false (bs_store_settle (store, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  bs_store_roll_back (store);
  begin (store);
  put_text (store, "a", "1", "one", FALSE);
  put_text (store, "a", "1", "three", TRUE);
  settle_and_commit (store);
  assert_answers (store, "SELECT outlet, word, count FROM vocabulary", "outlet,word,count\na,three,1\n");
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

static void
test_runs_and_problems (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  BsRun run = { .started = "2024-01-01T00:00:00Z",
                .version = "1",
                .lexicon = "l",
                .settings = "s",
                .places = "papers/",
                .threads = 2,
                .ended = TRUE,
                .added = 3 };
  BsRun other = run;
  BsProblem problem
      = { BS_PROBLEM_BAD_RECORD, "paper", "'); DROP TABLE problems;--", { "a.jsonl", NULL, 0, 0, 7 }, "no record" };
  gint64 first, second, third;

  other.places = "other/";
  begin (store);
  g_assert_true (bs_store_put_run (store, &run, &first, &error)
                 && bs_store_put_problem (store, first, &problem, &error));
  g_assert_true (bs_store_put_run (store, &other, &second, &error)
                 && bs_store_put_problem (store, second, &problem, &error));
  g_assert_true (bs_store_put_run (store, &run, &third, &error) && bs_store_forget_problems (store, third, &error));
  run.seconds = 1.5;
  run.unchanged = 9;
  g_assert_true (bs_store_finish_run (store, third, &run, &error));
  settle_and_commit (store);
  assert_answers (store, "SELECT run, kind, outlet, id, source_path, source_member, source_line, message FROM problems",
                  "run,kind,outlet,id,source_path,source_member,source_line,message\n"
                  "2,bad-record,paper,'); DROP TABLE problems;--,a.jsonl,,7,no record\n");
  assert_answers (store, "SELECT run, started, seconds, places, threads, added, unchanged FROM runs",
                  "run,started,seconds,places,threads,added,unchanged\n1,2024-01-01T00:00:00Z,0,papers/,2,3,0\n"
                  "2,2024-01-01T00:00:00Z,0,other/,2,3,0\n3,2024-01-01T00:00:00Z,1.5,papers/,2,3,9\n");
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

static void
test_queries (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  const char *const parameters[] = { "x' OR '1'='1", NULL };
  g_autoptr (GError) error = NULL;
  BsMeasureRef ref;

  g_assert_null (bs_store_query (store, "SELECT nothing FROM nowhere", NULL, NULL, 0, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  g_clear_error (&error);
  begin (store);
  put_text (store, "x", "1", "one", FALSE);
  settle_and_commit (store);
  g_assert_cmpfloat (bs_store_number (store, "SELECT count(*) FROM articles WHERE outlet = ?", parameters), ==, 0);
  g_assert_true (isnan (bs_store_number (store, "SELECT words FROM articles WHERE outlet = ?", parameters)));

  g_assert_true (bs_store_find_measure ("mattr_100", &ref, &error));
  g_assert_cmpuint (ref.window, ==, 100);
  g_assert_false (bs_store_find_measure ("mattr_7", &ref, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (bs_store_find_measure ("words\" FROM articles--", &ref, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/foreign-files-are-refused", test_foreign_files_are_refused);
  g_test_add_func ("/store/names-are-files", test_names_are_files);
  g_test_add_func ("/store/locked-store-is-refused", test_locked_store_is_refused);
  g_test_add_func ("/store/reading-changes-nothing", test_reading_changes_nothing);
  g_test_add_func ("/store/roll-back-and-close-undo", test_roll_back_and_close_undo);
  g_test_add_func ("/store/visits-in-key-order", test_visits_in_key_order);
  g_test_add_func ("/store/second-of-a-key-is-refused", test_second_of_a_key_is_refused);
  g_test_add_func ("/store/runs-and-problems", test_runs_and_problems);
  g_test_add_func ("/store/queries", test_queries);
  return g_test_run ();
}
