/* Stores of parts make the store of the whole, or nothing is changed. */
#include "store/store.h"

#include "store-help.h"

static void
merge (const char *into, const char *part)
{
  g_autoptr (GError) error = NULL;
  BsStore *store = open_store (into, BS_STORE_WRITE);

  g_assert_true (bs_store_merge (store, part, &error));
  g_assert_no_error (error);
  bs_store_close (store);
}

/* Asserts that merging fails so, and that the store stays what it was. */
static void
assert_not_merged (const char *into, const char *part, gint code, const char *message)
{
  g_autofree char *before = write_down_path (into), *after = NULL;
  g_autoptr (GError) error = NULL;
  BsStore *store = open_store (into, BS_STORE_WRITE);

  g_assert_false (bs_store_merge (store, part, &error));
  g_assert_error (error, BS_ERROR, code);
  assert_contains (error->message, message);
  assert_contains (error->message, part);
  after = write_down_store (store);
  g_assert_cmpstr (after, ==, before);
  bs_store_close (store);
}

static void
test_random_partitions (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (11, 60);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  char *whole_path = store_of (pieces);
  g_autofree char *whole = write_down_path (whole_path);

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();
      gint n_parts = g_rand_int_range (random, 2, 5);
      char *path = new_store_path ();
      g_autofree char *merged = NULL;

      for (gint i = 0; i < n_parts; i++)
        g_ptr_array_add (parts, g_ptr_array_new ());
      for (guint i = 0; i < pieces->len; i++)
        g_ptr_array_add (parts->pdata[g_rand_int_range (random, 0, n_parts)], pieces->pdata[i]);
      for (guint i = 0; i < parts->len; i++)
        {
          char *part = store_of (parts->pdata[i]);

          merge (path, part);
          remove_store (part);
          g_ptr_array_unref (parts->pdata[i]);
        }
      merged = write_down_path (path);
      g_assert_cmpstr (merged, ==, whole);
      remove_store (path);
    }
  remove_store (whole_path);
}

static void
test_overlap_is_taken_once (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (12, 20);
  g_autoptr (GPtrArray) half = g_ptr_array_new ();
  char *path = store_of (pieces), *part;
  g_autofree char *before = write_down_path (path), *after = NULL;

  for (guint i = 0; i < pieces->len; i += 2)
    g_ptr_array_add (half, pieces->pdata[i]);
  part = store_of (half);
  merge (path, part);
  merge (path, part);
  after = write_down_path (path);
  g_assert_cmpstr (after, ==, before);
  remove_store (part);
  remove_store (path);
}

static void
test_differing_articles_are_refused (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (13, 10);
  char *path = store_of (pieces), *part = new_store_path ();
  const Piece *piece = pieces->pdata[3];
  BsStore *store = open_store (part, BS_STORE_WRITE);
  Draft draft;

  begin (store);
  put_text (store, "another paper", "1", "fine words", FALSE);
  put_text (store, piece->outlet, piece->id, "other words", FALSE);
  settle_and_commit (store);
  assert_not_merged (path, part, BS_ERROR_STORE, piece->id);

  begin (store);
  draft_text (&draft, store, piece->outlet, piece->id, piece->text);
  draft.stored.settings = "other rules";
  g_assert_true (bs_store_put_article (store, &draft.stored, TRUE, NULL));
  draft_clear (&draft);
  settle_and_commit (store);
  bs_store_close (store);
  assert_not_merged (path, part, BS_ERROR_STORE, piece->id);
  remove_store (part);
  remove_store (path);
}

static void
test_sides_travel (void)
{
  static BsField fields[] = { { "section", "it's" } };
  char *path = new_store_path (), *part = new_store_path ();
  BsStore *store = open_store (part, BS_STORE_WRITE);
  BsRun run = { .started = "2024", .version = "1", .lexicon = "l", .settings = "s", .places = "part/", .added = 1,
                .ended = TRUE };
  BsProblem problem = { BS_PROBLEM_NO_TEXT, "p", "2", { "2.txt", NULL, 0, 0, 0 }, "empty" };
  gint64 number;
  Draft draft;

  begin (store);
  draft_text (&draft, store, "p", "1", "one word");
  draft.stored.article.fields = fields;
  draft.stored.article.n_fields = 1;
  draft.stored.aside_blocks[BS_ASIDE_PROMO] = 3;
  draft.stored.aside_bytes[BS_ASIDE_PROMO] = 33;
  draft.stored.day = "2024-02-29";
  draft.stored.settings = "rules of the part";
  draft.measures[0] = 0.1;
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
  g_assert_true (bs_store_put_run (store, &run, &number, NULL) && bs_store_put_problem (store, number, &problem, NULL));
  settle_and_commit (store);
  bs_store_close (store);

  store = open_store (path, BS_STORE_WRITE);
  begin (store);
  put_text (store, "a", "1", "word zero", FALSE);
  g_assert_true (bs_store_put_run (store, &run, &number, NULL));
  settle_and_commit (store);
  bs_store_close (store);
  merge (path, part);

  store = open_store (path, BS_STORE_READ);
  assert_answers (
      store,
      "SELECT outlet, id, day, year, aside_blocks, rules FROM articles JOIN settings ON setting ="
      " settings ORDER BY outlet",
      "outlet,id,day,year,aside_blocks,rules\na,1,,,0,the rules\np,1,2024-02-29,2024,3,rules of the part\n");
  assert_answers (store, "SELECT outlet, name, value FROM fields JOIN articles USING (article)",
                  "outlet,name,value\np,section,it's\n");
  assert_answers (store, "SELECT outlet, reason, blocks, bytes FROM set_aside JOIN articles USING (article)",
                  "outlet,reason,blocks,bytes\np,promo,3,33\n");
  assert_answers (store, "SELECT run, places FROM runs", "run,places\n1,part/\n2,part/\n");
  assert_answers (store, "SELECT run, kind, id FROM problems", "run,kind,id\n2,no-text,2\n");
  bs_store_close (store);
  remove_store (part);
  remove_store (path);
}

static void
test_broken_parts_change_nothing (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (14, 10), others = random_pieces (15, 10);
  char *path = store_of (pieces), *part;

  for (guint i = 0; i < others->len; i++)
    {
      Piece *piece = others->pdata[i];

      g_free (piece->outlet);
      piece->outlet = g_strdup ("another paper");
    }
  part = store_of (others);
  change_behind (part, "UPDATE article_blobs SET terms = x'8f8f4e00' WHERE article = 9");
  assert_not_merged (path, part, BS_ERROR_STORE, "damaged");
  change_behind (part, "DELETE FROM terms WHERE term = 3");
  assert_not_merged (path, part, BS_ERROR_STORE, "damaged");
  change_behind (part, "PRAGMA user_version = 7");
  assert_not_merged (path, part, BS_ERROR_STORE, "version 7");
  g_assert_true (g_file_set_contents (part, "no store", -1, NULL));
  assert_not_merged (path, part, BS_ERROR_STORE, "not a store");
  g_assert_cmpint (g_remove (part), ==, 0);
  assert_not_merged (path, part, BS_ERROR_IO, "cannot be opened");
  g_assert_true (g_file_set_contents (part, "", 0, NULL));
  remove_store (part);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/random-partitions", test_random_partitions);
  g_test_add_func ("/merge/overlap-is-taken-once", test_overlap_is_taken_once);
  g_test_add_func ("/merge/differing-articles-are-refused", test_differing_articles_are_refused);
  g_test_add_func ("/merge/sides-travel", test_sides_travel);
  g_test_add_func ("/merge/broken-parts-change-nothing", test_broken_parts_change_nothing);
  return g_test_run ();
}
