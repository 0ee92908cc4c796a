/* A corpus in, a store out: the same from every side, only what changed, and what the library computes. */
#include "analysis-help.h"

/* ---- A corpus of made-up prose ------------------------------------------------------------------------------------ */

static const char *const starts[] = { "The council",    "A spokeswoman for the harbour", "Nobody",
                                      "The old bridge", "Every teacher in the county",   "The weather" };
static const char *const middles[]
    = { "said on Tuesday that", "had never believed that", "did not expect that", "will decide whether" };
static const char *const ends[]
    = { "the ferry would be closed for repairs.", "3.5 million people had moved to the U.S. coast.",
        "an investigation was unavoidable!", "children read more books than their parents.", "it was too late." };

static char *
prose (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (gint n = g_rand_int_range (random, 1, 40); n > 0; n--)
    g_string_append_printf (text, "%s %s %s%s", starts[g_rand_int_range (random, 0, G_N_ELEMENTS (starts))],
                            middles[g_rand_int_range (random, 0, G_N_ELEMENTS (middles))],
                            ends[g_rand_int_range (random, 0, G_N_ELEMENTS (ends))],
                            g_rand_int_range (random, 0, 4) == 0 ? "\n\n" : " ");
  return g_string_free (text, FALSE);
}

/* The same articles as a folder and as records in another order. Free with g_free(). */
static char *
make_corpus (guint n, GString *records)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  char *folder = make_folder ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("2024/%03u.txt", i);
      g_autofree char *outlet = g_strdup_printf ("paper %u", i * i % 5);
      g_autofree char *name = g_build_filename (outlet, id, NULL);
      g_autofree char *text = prose (random);
      g_autofree char *escaped = g_strescape (text, NULL);
      g_autofree char *record
          = g_strdup_printf ("{\"outlet\":\"%s\",\"id\":\"%s\",\"text\":\"%s\"}\n", outlet, id, escaped);

      write_text (folder, name, text);
      g_string_prepend (records, record);
    }
  return folder;
}

/* What must not depend on where articles came from: all tables without the columns on the source. */
static char *
write_down_numbers (BsStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) list = bs_store_query (store,
                                             "SELECT 'SELECT ' || group_concat('\"' || name || '\"') || ' FROM articles"
                                             " ORDER BY outlet, id' FROM pragma_table_info('articles') WHERE name NOT"
                                             " LIKE 'source%' AND name NOT IN ('article', 'settings')",
                                             NULL, NULL, 0, &error);
  const BsCell *cells = bs_table_next (list, &error);
  g_autofree char *articles = answer (store, cells[0].text);
  g_autofree char *words = answer (store, "SELECT * FROM vocabulary ORDER BY outlet, count DESC, word");
  g_autofree char *terms = answer (store, "SELECT * FROM terms ORDER BY term");
  g_autofree char *lengths = answer (store, "SELECT * FROM sentence_lengths ORDER BY outlet, words");
  g_autofree char *blobs = answer (store, "SELECT outlet, id, hex(terms) AS t, hex(sentence_lengths) AS s FROM articles"
                                          " JOIN article_blobs USING (article) ORDER BY outlet, id");

  return g_strconcat (articles, words, terms, lengths, blobs, NULL);
}

static void
test_threads_and_formats_do_not_matter (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autofree char *folder = make_corpus (300, records), *expected = NULL;
  g_autofree char *file = g_strconcat (folder, ".jsonl", NULL);
  static const guint threads[] = { 1, 2, 4, 7 };

  g_assert_true (g_file_set_contents (file, records->str, -1, NULL));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (threads); i++)
    {
      BsAnalysisOptions options = { .threads = threads[i / 2] };
      char *path = new_store_path ();
      BsStore *store = open_store (path, BS_STORE_WRITE);
      BsRunSummary summary = analyze_options (store, i % 2 == 0 ? folder : file, options);
      g_autofree char *got = write_down_numbers (store);

      g_assert_cmpuint (summary.added, ==, 300);
      g_assert_cmpuint (summary.left_out, ==, 0);
      if (expected == NULL)
        expected = g_strdup (got);
      g_assert_cmpstr (got, ==, expected);
      bs_store_close (store);
      remove_store (path);
    }
  g_remove (file);
  remove_tree (folder);
}

/* Indexes that begin anew with every batch give what one gives that holds all words. */
static void
test_indexes_begin_anew (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autofree char *folder = make_corpus (300, records), *expected = NULL;

  for (guint i = 0; i < 4; i++)
    {
      BsAnalysisOptions options = { .threads = MAX (i, 1), .types_held = i == 0 ? 0 : 1 };
      char *path = new_store_path ();
      BsStore *store = open_store (path, BS_STORE_WRITE);
      g_autofree char *got = NULL;

      analyze_options (store, folder, options);
      got = write_down_numbers (store);
      if (expected == NULL)
        expected = g_strdup (got);
      g_assert_cmpstr (got, ==, expected);
      bs_store_close (store);
      remove_store (path);
    }
  remove_tree (folder);
}

/* What stands in the store is what bs_read() finds in the text. */
static void
test_store_holds_what_was_read (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autofree char *folder = make_corpus (40, records);
  g_autoptr (BsReading) reading = bs_reading_new ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsTable) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n_measures, n = 0, with_value = 0;
  const BsCell *cells;

  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 2, .read.without = BS_STEP_REPEATS });
  bs_measures_of_articles (&n_measures);
  rows = bs_store_query (store, "SELECT * FROM articles", NULL, NULL, 0, &error);
  while ((cells = bs_table_next (rows, &error)) != NULL)
    {
      g_autofree char *name = g_build_filename (folder, cells[1].text, cells[2].text, NULL);
      g_autofree char *text = NULL;
      guint counts = bs_table_n_columns (rows) - n_measures - BS_N_COUNTS;
      BsArticle article = { .outlet = cells[1].text, .id = cells[2].text };

      g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
      article.text = bs_span_of (text);
      bs_read (reading, &article, &(BsReadOptions){ .without = BS_STEP_REPEATS });
      for (guint i = 0; i < BS_N_COUNTS; i++)
        g_assert_cmpint (cells[counts + i].integer, ==, reading->tally->counts.value[i]);
      for (guint i = 0; i < n_measures; i++)
        {
          BsMeasureRef ref = bs_measures_of_articles (&n_measures)[i];
          double value = bs_measure_text (ref, reading->inputs, reading->language, TRUE, NULL);

          g_assert_cmpint (cells[counts + BS_N_COUNTS + i].missing, ==, !isfinite (value));
          g_assert_true (!isfinite (value) || cells[counts + BS_N_COUNTS + i].real == value);
          with_value += isfinite (value);
        }
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 40);
  g_assert_cmpuint (with_value, >, 40 * 60);
  g_clear_pointer (&rows, bs_table_free);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* ---- Again and again ---------------------------------------------------------------------------------------------- */

static void
assert_summary (BsRunSummary got, guint added, guint updated, guint unchanged, guint removed, guint left_out)
{
  g_assert_cmpuint (got.added, ==, added);
  g_assert_cmpuint (got.updated, ==, updated);
  g_assert_cmpuint (got.unchanged, ==, unchanged);
  g_assert_cmpuint (got.removed, ==, removed);
  g_assert_cmpuint (got.left_out, ==, left_out);
}

/* What a page says of itself stays in its row, whatever the thread reads next. */
static void
test_pages_keep_what_they_declare (void)
{
  static const char *const languages[] = { "en", "de", "fr", "sv" };
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  for (guint i = 0; i < 40; i++)
    {
      const char *language = languages[i % G_N_ELEMENTS (languages)];
      g_autofree char *name = g_strdup_printf ("pages/%s-%02u.html", language, i);
      g_autofree char *page = g_strdup_printf ("<html lang=%s><title>Page %u of the harbour</title><p>%s %s %s",
                                               language, i, starts[i % 6], middles[i % 4], ends[i % 5]);

      write_text (folder, name, page);
    }
  assert_summary (analyze_options (store, folder, (BsAnalysisOptions){ .threads = 2 }), 40, 0, 0, 0, 0);
  assert_answers (store, "SELECT language, count(*) AS n FROM articles WHERE id LIKE language || '-%'"
                         " AND language_found = 0 GROUP BY language ORDER BY language",
                  "language,n\nde,10\nen,10\nfr,10\nsv,10\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static char *
fresh_numbers (const char *folder)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  char *text;

  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 1 });
  text = write_down_numbers (store);
  bs_store_close (store);
  remove_store (path);
  return text;
}

static void
test_only_what_changed (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autofree char *folder = make_corpus (20, records), *updated = NULL, *fresh = NULL, *gone = NULL;
  BsAnalysisOptions options = { .threads = 2 };
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  assert_summary (analyze_options (store, folder, options), 20, 0, 0, 0, 0);
  assert_summary (analyze_options (store, folder, options), 0, 0, 20, 0, 0);
  write_text (folder, "paper 0/2024/000.txt", "Another text, which has nothing of the first.\n");
  write_text (folder, "paper 7/new.txt", "A new paper with one article.\n");
  assert_summary (analyze_options (store, folder, options), 1, 1, 19, 0, 0);

  gone = g_build_filename (folder, "paper 1/2024/001.txt", NULL);
  g_assert_cmpint (g_remove (gone), ==, 0);
  assert_summary (analyze_options (store, folder, options), 0, 0, 20, 0, 0);
  options.prune = TRUE;
  assert_summary (analyze_options (store, folder, options), 0, 0, 20, 1, 0);
  options.prune = FALSE;
  write_text (folder, "paper 7/new.txt", "");
  assert_summary (analyze_options (store, folder, options), 0, 0, 19, 1, 1);

  updated = write_down_numbers (store);
  fresh = fresh_numbers (folder);
  g_assert_cmpstr (updated, ==, fresh);
  /* other rules: everything again */
  options.read.any_length = TRUE;
  assert_summary (analyze_options (store, folder, options), 0, 19, 0, 0, 1);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static void
test_problems (void)
{
  static const char binary[] = "\x7f"
                               "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0\xc0\x10\0\0\0\0\0\0\x40\0\0\0\0\0";
  g_autofree char *folder = make_folder (), *first = NULL, *second = NULL;
  const char *problems = "SELECT kind, outlet, id FROM problems ORDER BY kind";
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRunSummary summary;

  write_text (folder, "a/good.txt", "A good article of one sentence.\n");
  write_text (folder, "a/bytes.txt", "An article with a broken \xe2\x82 byte in it, and naïve words.\n");
  write_text (folder, "a/empty.txt", "");
  write_text (folder, "a/signs.txt", "* * *\n");
  write_bytes (folder, "a/binary.txt", binary, sizeof binary - 1);
  summary = analyze_options (store, folder, (BsAnalysisOptions){ .threads = 2 });
  assert_summary (summary, 2, 0, 0, 0, 3);
  g_assert_cmpuint (summary.problems[BS_PROBLEM_NO_TEXT], ==, 2);
  first = answer (store, problems);
  g_assert_cmpstr (first, ==,
                   "kind,outlet,id\nencoding,a,bytes.txt\nno-text,a,empty.txt\nno-text,a,signs.txt\n"
                   "not-text,a,binary.txt\n");
  summary = analyze_options (store, folder, (BsAnalysisOptions){ .threads = 2 });
  assert_summary (summary, 0, 0, 2, 0, 3);
  second = answer (store, problems);
  g_assert_cmpstr (second, ==, first);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static void
test_second_article_of_a_key (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "a.jsonl", NULL);
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRunSummary summary;

  write_text (folder, "a.jsonl",
              "{\"outlet\":\"p\",\"id\":\"1\",\"text\":\"The first stays.\"}\n"
              "{\"outlet\":\"q\",\"id\":\"1\",\"text\":\"Another paper.\"}\n"
              "{\"outlet\":\"p\",\"id\":\"1\",\"text\":\"The second is refused.\"}\n");
  for (guint round = 0; round < 2; round++)
    {
      summary = analyze_options (store, file, (BsAnalysisOptions){ .threads = 2 });
      g_assert_cmpuint (summary.added + summary.unchanged, ==, 2);
      g_assert_cmpuint (summary.problems[BS_PROBLEM_SAME_KEY], ==, 1);
      assert_answers (store, "SELECT word FROM vocabulary WHERE outlet = 'p' ORDER BY word",
                      "word\nfirst\nstays\nthe\n");
      assert_answers (store, "SELECT kind, outlet, id, source_line FROM problems",
                      "kind,outlet,id,source_line\nsame-key,p,1,3\n");
    }
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* An article that brings more words than there is room for is left out, and those that bring fewer still come in; the
 * next run says the same, and one with more room takes it. Nothing that is in the store goes for want of room. */
static void
test_vocabulary_is_full (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "a.jsonl", NULL);
  BsAnalysisOptions options = { .threads = 2, .read.ceilings.value[BS_CEILING_VOCABULARY] = 4 };
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRunSummary summary;

  write_text (folder, "a.jsonl",
              "{\"outlet\":\"p\",\"id\":\"1\",\"text\":\"Red sun. Red sun.\"}\n"
              "{\"outlet\":\"p\",\"id\":\"2\",\"text\":\"Blue moon and star.\"}\n"
              "{\"outlet\":\"q\",\"id\":\"1\",\"text\":\"Sun and red.\"}\n"
              "{\"outlet\":\"q\",\"id\":\"2\",\"text\":\"Sun and moon.\"}\n"
              "{\"outlet\":\"q\",\"id\":\"3\",\"text\":\"Blue sun.\"}\n");
  for (guint round = 0; round < 2; round++)
    {
      summary = analyze_options (store, file, options);
      g_assert_cmpuint (summary.added + summary.unchanged, ==, 3);
      g_assert_cmpuint (summary.left_out, ==, 2);
      g_assert_cmpuint (summary.problems[BS_PROBLEM_TOO_LARGE], ==, 2);
      assert_answers (store, "SELECT word FROM terms ORDER BY word", "word\nand\nmoon\nred\nsun\n");
      assert_answers (store, "SELECT kind, outlet, id, source_line FROM problems ORDER BY source_line",
                      "kind,outlet,id,source_line\ntoo-large,p,2,2\ntoo-large,q,3,5\n");
    }
  options.read.ceilings.value[BS_CEILING_VOCABULARY] = 6;
  assert_summary (analyze_options (store, file, options), 2, 0, 3, 0, 0);
  /* where all words are known it does not matter how many there are, though everything is read anew */
  options.read.ceilings.value[BS_CEILING_VOCABULARY] = 1;
  options.read.any_length = TRUE;
  assert_summary (analyze_options (store, file, options), 0, 5, 0, 0, 0);
  /* what was there, and says something else now that has no room, stays as it was, however often it is tried */
  write_text (folder, "a.jsonl", "{\"outlet\":\"p\",\"id\":\"1\",\"text\":\"Green sun.\"}\n");
  for (guint round = 0; round < 2; round++)
    {
      assert_summary (analyze_options (store, file, options), 0, 0, 0, 0, 0);
      assert_answers (store, "SELECT words FROM articles WHERE outlet = 'p' AND id = '1'", "words\n4\n");
      assert_answers (store, "SELECT kind, outlet, id FROM problems", "kind,outlet,id\nset-aside,p,1\n");
    }
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* ---- Stopping and failing ----------------------------------------------------------------------------------------- */

static volatile gint stop;
static guint told;

static void
stop_soon (gpointer data, const BsProgress *progress)
{
  g_assert_cmpuint (progress->done_bytes, <=, progress->total_bytes);
  told++;
  if (progress->articles > 0) /* in the second read */
    g_atomic_int_set (&stop, GPOINTER_TO_INT (data));
}

/* A run that is stopped keeps what it did, and the next goes on from there. */
static void
test_stop (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autofree char *folder = make_corpus (600, records), *resumed = NULL, *fresh = NULL;
  const char *const places[] = { folder, NULL };
  BsAnalysisOptions options = { .threads = 1 };
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  BsRunSummary summary;
  guint64 kept;

  stop = 0;
  g_assert_false (bs_analyze (store, places, &options, stop_soon, GINT_TO_POINTER (15), &stop, &summary, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_INTERRUPTED);
  g_assert_cmpuint (summary.added, >, 0);
  g_assert_cmpuint (summary.added, <, 600);
  kept = summary.added;
  g_assert_cmpfloat (bs_store_number (store, "SELECT count(*) FROM articles", NULL), ==, (double) kept);
  stop = 0;
  g_assert_true (bs_analyze (store, places, &options, stop_soon, GINT_TO_POINTER (0), &stop, &summary, NULL));
  assert_summary (summary, 600 - (guint) kept, 0, (guint) kept, 0, 0);
  g_assert_cmpuint (told, >=, 2);
  resumed = write_down_numbers (store);
  fresh = fresh_numbers (folder);
  g_assert_cmpstr (resumed, ==, fresh);

  /* with threads, a stop before the first article is a stop too */
  stop = 2;
  options.threads = 3;
  g_clear_error (&error);
  g_assert_false (bs_analyze (store, places, &options, NULL, NULL, &stop, &summary, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_INTERRUPTED);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static void
test_failure_changes_nothing (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autofree char *folder = make_corpus (300, records), *more = make_folder (), *before = NULL, *after = NULL;
  const char *const nowhere[] = { "/nowhere/at/all", NULL };
  const char *const places[] = { folder, more, NULL };
  BsAnalysisOptions options = { .threads = 3 };
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  BsRunSummary summary;

  write_text (more, "paper 9/1.txt", "One article more.\n");
  analyze_options (store, more, options);
  before = write_down_store (store);
  g_assert_false (bs_analyze (store, nowhere, &options, NULL, NULL, NULL, &summary, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_IO);
  g_clear_error (&error);

  /* the store refuses an article in the middle of the run: the writer stops, the others end */
  change_behind (path, "CREATE UNIQUE INDEX no ON article_rows (outlet IS NULL) WHERE id LIKE '%15_%'");
  g_assert_false (bs_analyze (store, places, &options, NULL, NULL, NULL, &summary, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
  assert_contains (error->message, "UNIQUE");
  after = write_down_store (store);
  g_assert_cmpstr (after, ==, before);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
  remove_tree (more);
}

/* The run's record: what, by which rules, over which places. */
static void
test_record_of_the_run (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autofree char *expected = NULL;

  write_text (folder, "a/1.txt", "One article.\n");
  write_text (folder, "a/2.txt", "");
  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 3 });
  expected
      = g_strdup_printf ("run,version,places,threads,bytes,added,left_out\n1," BS_VERSION ",%s,3,13,1,1\n", folder);
  assert_answers (store, "SELECT run, version, places, threads, bytes, added, left_out FROM runs", expected);
  assert_answers (store,
                  "SELECT count(*) AS n FROM runs JOIN settings ON rules = runs.settings WHERE started GLOB"
                  " '20[0-9][0-9]-*T*Z' AND seconds >= 0 AND length(lexicon) > 10",
                  "n\n1\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/threads-and-formats-do-not-matter", test_threads_and_formats_do_not_matter);
  g_test_add_func ("/analysis/indexes-begin-anew", test_indexes_begin_anew);
  g_test_add_func ("/analysis/store-holds-what-was-read", test_store_holds_what_was_read);
  g_test_add_func ("/analysis/pages-keep-what-they-declare", test_pages_keep_what_they_declare);
  g_test_add_func ("/analysis/only-what-changed", test_only_what_changed);
  g_test_add_func ("/analysis/problems", test_problems);
  g_test_add_func ("/analysis/second-article-of-a-key", test_second_article_of_a_key);
  g_test_add_func ("/analysis/vocabulary-is-full", test_vocabulary_is_full);
  g_test_add_func ("/analysis/stop", test_stop);
  g_test_add_func ("/analysis/failure-changes-nothing", test_failure_changes_nothing);
  g_test_add_func ("/analysis/record-of-the-run", test_record_of_the_run);
  return g_test_run ();
}
