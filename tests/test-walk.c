/* The articles of a store once more from their sources: the same text, in the same order whatever the threads; what has
 * changed or gone is passed over and said; and where sources are looked for. */
#include "analysis/recipe.h"
#include "analysis/walk.h"

#include "analysis-help.h"

/* ---- A visitor that writes everything down ------------------------------------------------------------------------ */

typedef struct {
  GString *lines;
  BsWalkSummary summary;
  guint most; /* results to take; 0: all */
  guint taken, freed;
  const char *without; /* may() rules out texts that hold this */
  gint workers;
} Record;

static Record *freed_by; /* result_free() is told nothing else */

static gpointer
worker_new (gpointer data)
{
  Record *record = data;

  record->workers++;
  return record;
}

static void
worker_free (gpointer worker)
{
  Record *record = worker;

  record->workers--;
}

static gboolean
may (gpointer worker, const BsArticle *raw)
{
  const Record *record = worker;

  return record->without == NULL || g_strstr_len (raw->text.start, (gssize) raw->text.length, record->without) == NULL;
}

static gpointer
work (gpointer worker G_GNUC_UNUSED, const BsWalkArticle *article, BsReading *reading)
{
  return g_strdup_printf ("%s|%s|%s|%s|%s|%u words\n", article->outlet, article->id,
                          article->title != NULL ? article->title : "-", article->day != NULL ? article->day : "-",
                          reading->cleaned->text->str, reading->segments->words->len);
}

static gboolean
take (gpointer data, gpointer result, GError **error)
{
  Record *record = data;

  g_string_append (record->lines, result);
  g_free (result);
  record->taken++;
  if (record->most == 13)
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_LIMIT, "unlucky");
      return FALSE;
    }
  return record->most == 0 || record->taken < record->most;
}

static void
result_free (gpointer result)
{
  freed_by->freed++;
  g_free (result);
}

static const BsWalkVisitor visitor = { .depth = BS_READ_WORDS,
                                       .worker_new = worker_new,
                                       .worker_free = worker_free,
                                       .may = may,
                                       .work = work,
                                       .take = take,
                                       .result_free = result_free };

static void
record_init (Record *record)
{
  *record = (Record){ .lines = g_string_new (NULL) };
  freed_by = record;
}

static void
record_clear (Record *record)
{
  g_assert_cmpint (record->workers, ==, 0);
  g_string_free (record->lines, TRUE);
  bs_walk_summary_clear (&record->summary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Record, record_clear)

static void
walk (BsStore *store, BsWalkOptions options, Record *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bs_walk (store, &options, &visitor, record, &record->summary, &error));
  g_assert_no_error (error);
}

/* What a walk must not depend on. */
static void
assert_walks (BsStore *store, BsWalkOptions options, const char *expected)
{
  for (guint threads = 1; threads <= 4; threads += 3)
    {
      g_auto (Record) record = { 0 };

      record_init (&record);
      options.threads = threads;
      walk (store, options, &record);
      g_assert_cmpstr (record.lines->str, ==, expected);
    }
}

static void
assert_fails (BsStore *store, BsWalkOptions options, BsError code, const char *part)
{
  g_auto (Record) record = { 0 };
  g_autoptr (GError) error = NULL;

  record_init (&record);
  g_assert_false (bs_walk (store, &options, &visitor, &record, &record.summary, &error));
  g_assert_error (error, BS_ERROR, (int) code);
  assert_contains (error->message, part);
}

/* ---- A corpus ----------------------------------------------------------------------------------------------------- */

#define FERRY "The ferry left the harbour at nine and came back late in the evening.\n"
#define BELL "The bell of the old customs house rang at noon, as it does on every day.\n"

#define LONG                                                                                                           \
  FERRY BELL "Snow fell on the town all night, and nobody was hurt in the fire at the mill by the river, though\n\
the roof came down on two of the older looms before the brigade from the next valley could cross the bridge.\n"

static void
write_corpus (const char *folder)
{
  write_text (folder, "gazette/a.txt", FERRY);
  write_text (folder, "gazette/b.txt", BELL);
  write_text (
      folder, "herald.jsonl",
      "{\"id\":\"1\",\"title\":\"Snow\",\"date\":\"2022-03-24\",\"text\":\"Snow fell on the town all night.\"}\n"
      "{\"id\":\"2\",\"text\":\"Nobody was hurt in the fire at the mill.\"}\n");
}

#define A "gazette|a.txt|-|-|The ferry left the harbour at nine and came back late in the evening.|14 words\n"
#define B "gazette|b.txt|-|-|The bell of the old customs house rang at noon, as it does on every day.|16 words\n"
#define ONE "herald|1|Snow|2022-03-24|Snow fell on the town all night.|7 words\n"
#define TWO "herald|2|-|-|Nobody was hurt in the fire at the mill.|9 words\n"

typedef struct {
  char *folder, *gazette, *herald;
  char *path;
  BsStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  const BsAnalysisOptions options = { .threads = 1 };
  BsRunSummary summary;

  f->folder = make_folder ();
  write_corpus (f->folder);
  f->gazette = g_build_filename (f->folder, "gazette", NULL);
  f->herald = g_build_filename (f->folder, "herald.jsonl", NULL);
  f->path = new_store_path ();
  f->store = open_store (f->path, BS_STORE_WRITE);
  g_assert_true (bs_analyze (f->store, (const char *const[]){ f->gazette, f->herald, NULL }, &options, NULL, NULL, NULL,
                             &summary, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  bs_store_close (f->store);
  remove_store (f->path);
  remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->gazette);
  g_free (f->herald);
}

/* ---- Tests -------------------------------------------------------------------------------------------------------- */

static void
test_all (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (Record) record = { 0 };

  assert_walks (f->store, (BsWalkOptions){ 0 }, A B ONE TWO);
  record_init (&record);
  walk (f->store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpuint (record.summary.walked, ==, 4);
  g_assert_cmpuint (record.summary.ruled_out + record.summary.changed + record.summary.gone, ==, 0);
  g_assert_null (record.summary.first);
  g_assert_cmpuint (record.summary.bytes, ==, strlen (FERRY BELL "Snow fell on the town all night."
                                                                 "Nobody was hurt in the fire at the mill."));
}

static void
test_some (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GHashTable) only = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 number = (gint64) bs_store_number (f->store, "SELECT article FROM articles WHERE id = '2'", NULL);

  assert_walks (f->store, (BsWalkOptions){ .outlet = "gazette" }, A B);
  g_hash_table_add (only, &number);
  assert_walks (f->store, (BsWalkOptions){ .only = only }, TWO);
  assert_walks (f->store, (BsWalkOptions){ .only = only, .outlet = "gazette" }, "");
}

static void
test_ruled_out (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (Record) record = { 0 };

  record_init (&record);
  record.without = "ferry";
  walk (f->store, (BsWalkOptions){ .threads = 2 }, &record);
  g_assert_cmpstr (record.lines->str, ==, B ONE TWO);
  g_assert_cmpuint (record.summary.ruled_out, ==, 1);
  g_assert_cmpuint (record.summary.walked, ==, 3);
}

/* Enough is enough; an error is an error. In both cases every result is freed. */
static void
test_ended (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (Record) record = { 0 };
  g_auto (Record) unlucky = { 0 };
  g_autoptr (GError) error = NULL;

  record_init (&record);
  record.most = 2;
  walk (f->store, (BsWalkOptions){ .threads = 2 }, &record);
  g_assert_cmpstr (record.lines->str, ==, A B);
  g_assert_cmpuint (record.freed, ==, 2);
  g_assert_cmpuint (record.summary.gone, ==, 0);

  record_init (&unlucky);
  unlucky.most = 13;
  g_assert_false (bs_walk (f->store, &(BsWalkOptions){ .threads = 2 }, &visitor, &unlucky, &unlucky.summary, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_LIMIT);
  g_assert_cmpuint (unlucky.taken + unlucky.freed, ==, 4);
}

static void
test_stopped (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  gint stop = 1;

  assert_fails (f->store, (BsWalkOptions){ .stop = &stop }, BS_ERROR_INTERRUPTED, "stopped");
}

/* Another text, a record that says something else, a file that is gone. */
static void
test_changed_and_gone (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (Record) record = { 0 };
  g_autofree char *b = g_build_filename (f->gazette, "b.txt", NULL);

  write_text (f->folder, "gazette/a.txt", FERRY FERRY);
  g_remove (b);
  write_text (
      f->folder, "herald.jsonl",
      "{\"id\":\"1\",\"title\":\"Rain\",\"date\":\"2022-03-24\",\"text\":\"Snow fell on the town all night.\"}\n"
      "{\"id\":\"2\",\"text\":\"Nobody was hurt in the fire at the mill.\"}\n");
  assert_walks (f->store, (BsWalkOptions){ 0 }, TWO);
  record_init (&record);
  walk (f->store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpuint (record.summary.walked, ==, 1);
  g_assert_cmpuint (record.summary.changed, ==, 2);
  g_assert_cmpuint (record.summary.gone, ==, 1);
  g_assert_cmpstr (record.summary.first, ==,
                   "gazette / a.txt: its text or its record is another than when it was analyzed");
}

/* An article that was analyzed by other rules than any run names is refused. */
static void
test_other_rules (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (Record) record = { 0 };

  change_behind (f->path, "UPDATE settings SET rules = rules || '; and more'");
  record_init (&record);
  walk (f->store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpstr (record.lines->str, ==, "");
  g_assert_cmpuint (record.summary.changed, ==, 4);
  assert_contains (record.summary.first, "other rules");
}

/* A second run that cleans otherwise: each article as it was read last, and once. */
static void
test_two_runs (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const BsAnalysisOptions as_is = { .threads = 1, .read = { .without = BS_STEPS_ALL } };

  write_text (f->folder, "gazette/c.txt", FERRY "\nAdvertisement\n");
  analyze_options (f->store, f->folder, (BsAnalysisOptions){ .threads = 1 });
  analyze_options (f->store, f->gazette, as_is);
  assert_walks (
      f->store, (BsWalkOptions){ 0 },
      ONE TWO A B
      "gazette|c.txt|-|-|The ferry left the harbour at nine and came back late in the evening.\n\nAdvertisement"
      "|15 words\n");
}

static void
test_places (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *elsewhere = make_folder ();
  g_autofree char *moved = g_build_filename (elsewhere, "gazette", NULL);

  g_assert_cmpint (g_rename (f->gazette, moved), ==, 0);
  assert_walks (f->store, (BsWalkOptions){ 0 }, ONE TWO);
  assert_walks (f->store, (BsWalkOptions){ .places = (const char *const[]){ moved, NULL } }, A B);
  remove_tree (f->folder);
  assert_fails (f->store, (BsWalkOptions){ 0 }, BS_ERROR_STORE, "--sources");
  remove_tree (elsewhere);
}

/* A place that is not in the working folder is looked for beside the store. */
static void
test_beside_the_store (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "papers.db", NULL);
  g_autofree char *before = g_get_current_dir ();
  BsStore *store;

  write_corpus (folder);
  g_assert_cmpint (g_chdir (folder), ==, 0);
  store = open_store (path, BS_STORE_WRITE);
  analyze_options (store, "gazette", (BsAnalysisOptions){ .threads = 1 });
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_walks (store, (BsWalkOptions){ 0 }, A B);
  bs_store_close (store);
  remove_tree (folder);
}

/* Copies are walked only where they count. */
static void
test_copies (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_auto (Record) record = { 0 };

  write_text (folder, "gazette/a.txt", LONG);
  write_text (folder, "herald/a.txt", LONG);
  write_text (folder, "herald/b.txt", BELL);
  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 1 });
  g_assert_cmpuint (bs_store_n_copies (store), ==, 1);
  record_init (&record);
  walk (store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpuint (record.summary.walked, ==, 2);
  bs_walk_summary_clear (&record.summary);
  g_assert_true (bs_store_set_copies (store, BS_COPIES_KEEP, NULL));
  walk (store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpuint (record.summary.walked, ==, 3);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* What repeats in an outlet is set aside as it was. What was kept of a text the store knows; of an article of which it
 * does not, as of a page, it must be judged again, and where something else repeats by now, the article is refused. */
static void
test_repeats (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_auto (Record) record = { 0 };

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("gazette/%u.txt", i);
      g_autofree char *text = g_strdup_printf (
          "The Harbour Gazette\n\nIn part one of story %u the keeper of lighthouse %u wrote what he saw.\n"
          "\nIn part two of story %u the keeper of lighthouse %u wrote what the sea did.\n",
          i, 10 * i, i, 10 * i + 1);

      write_text (folder, name, text);
    }
  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 1 });
  record_init (&record);
  walk (store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpuint (record.summary.walked, ==, 9);
  g_assert_null (strstr (record.lines->str, "Gazette\n"));
  bs_walk_summary_clear (&record.summary);
  change_behind (path, "UPDATE article_rows SET repeats = '0123456789abcdef' WHERE id IN ('4.txt', '5.txt')");
  change_behind (
      path, "UPDATE article_blobs SET kept = x'' WHERE article = (SELECT article FROM articles WHERE id = '4.txt')");
  walk (store, (BsWalkOptions){ 0 }, &record);
  g_assert_cmpuint (record.summary.walked, ==, 8);
  g_assert_cmpstr (record.summary.first, ==,
                   "gazette / 4.txt: other blocks repeat in its outlet than when it was analyzed");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* A store that was made of parts walks the sources of all of them. */
static void
test_merged (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *other = open_store (path, BS_STORE_WRITE);

  write_text (folder, "tribune/x.txt", "As it stands &amp; falls, the bridge holds.");
  analyze_options (other, folder, (BsAnalysisOptions){ .threads = 1, .read = { .without = BS_STEPS_ALL } });
  bs_store_close (other);
  g_assert_true (bs_store_merge (f->store, path, &error));
  g_assert_no_error (error);
  assert_walks (f->store, (BsWalkOptions){ 0 },
                A B ONE TWO "tribune|x.txt|-|-|As it stands &amp; falls, the bridge holds.|8 words\n");
  remove_store (path);
  remove_tree (folder);
}

/* Two records of one key: the first was analyzed, and is walked. */
static void
test_same_key (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  write_text (folder, "herald.jsonl",
              "{\"id\":\"1\",\"text\":\"Snow fell on the town all night.\"}\n"
              "{\"id\":\"1\",\"text\":\"Nobody was hurt in the fire at the mill.\"}\n"
              "{\"id\":\"1\",\"text\":\"Snow fell on the town all night.\"}\n");
  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 1 });
  assert_walks (store, (BsWalkOptions){ 0 }, "herald|1|-|-|Snow fell on the town all night.|7 words\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static void
test_recipe (void)
{
  const BsSourceOptions source
      = { .format = BS_FORMAT_CSV, .field_text = "a=b\nc\\n", .outlet = "", .ceilings.value[BS_CEILING_ARTICLE] = 77 };
  const BsReadOptions read
      = { .without = BS_STEP_REPEATS | BS_STEP_COPIES, .any_length = TRUE, .lexicon.numbers = BS_NUMBERS_ONE };
  g_autofree char *recipe = bs_recipe_write (&source, &read);
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GError) error = NULL;
  BsSourceOptions source_again;
  BsReadOptions read_again;

  g_assert_cmpstr (recipe, ==,
                   "input-format=csv\nfield-text=a=b\\nc\\\\n\noutlet=\nceiling=article=77\nwithout=repeats,copies\n"
                   "any-length=yes\nnumbers=one\n");
  g_assert_true (bs_recipe_read (recipe, arena, &source_again, &read_again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (source_again.format, ==, BS_FORMAT_CSV);
  g_assert_cmpstr (source_again.field_text, ==, source.field_text);
  g_assert_cmpstr (source_again.outlet, ==, "");
  g_assert_null (source_again.language);
  g_assert_cmpuint (source_again.ceilings.value[BS_CEILING_ARTICLE], ==, 77);
  g_assert_cmpuint (read_again.without, ==, read.without);
  g_assert_true (read_again.any_length);
  g_assert_cmpint (read_again.lexicon.numbers, ==, BS_NUMBERS_ONE);
  g_assert_false (bs_recipe_read ("colour=blue\n", arena, &source_again, &read_again, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  assert_contains (error->message, "colour");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/walk/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/walk/some", Fixture, NULL, set_up, test_some, tear_down);
  g_test_add ("/walk/ruled-out", Fixture, NULL, set_up, test_ruled_out, tear_down);
  g_test_add ("/walk/ended", Fixture, NULL, set_up, test_ended, tear_down);
  g_test_add ("/walk/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/walk/changed-and-gone", Fixture, NULL, set_up, test_changed_and_gone, tear_down);
  g_test_add ("/walk/other-rules", Fixture, NULL, set_up, test_other_rules, tear_down);
  g_test_add ("/walk/two-runs", Fixture, NULL, set_up, test_two_runs, tear_down);
  g_test_add ("/walk/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/walk/merged", Fixture, NULL, set_up, test_merged, tear_down);
  g_test_add_func ("/walk/beside-the-store", test_beside_the_store);
  g_test_add_func ("/walk/copies", test_copies);
  g_test_add_func ("/walk/repeats", test_repeats);
  g_test_add_func ("/walk/same-key", test_same_key);
  g_test_add_func ("/walk/recipe", test_recipe);
  return g_test_run ();
}
