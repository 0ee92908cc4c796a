/* The two reads of a corpus: what repeats is set aside, whatever the threads and however the corpus came in. */
#include "analysis-help.h"

#define HEAD "The Harbour Gazette\n\n"
#define TAIL "The bell of the old customs house rings at noon on every working day of the year.\n"

/* Free with g_free(). */
static char *
article_text (guint number, guint n, const char *before, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "In paragraph %u of story %u the keeper of lighthouse %u wrote what the sea did.\n\n", i,
                            number, 1000 * number + i);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
write_article (const char *folder, const char *outlet, guint number, const char *before, const char *after)
{
  g_autofree char *name = g_strdup_printf ("%s/%03u.txt", outlet, number);
  g_autofree char *text = article_text (number, 2 + number % 5, before, after);

  write_text (folder, name, text);
}

/* Articles `from` to `to` of two outlets; the first has furniture, and one story of it stands there four times. */
static void
write_articles (const char *folder, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      write_article (folder, "gazette", i, HEAD, i % 2 == 0 ? TAIL : "");
      write_article (folder, "herald", i, "", i == 1 ? TAIL : "");
      if (i % 10 == 0)
        {
          g_autofree char *name = g_strdup_printf ("gazette/copy %u.txt", i);
          g_autofree char *text = article_text (500, 9, HEAD, "");

          write_text (folder, name, text);
        }
    }
}

static BsRunSummary
analyze (BsStore *store, const char *place)
{
  return analyze_options (store, place, (BsAnalysisOptions){ .threads = 2 });
}

static char *
write_down_all (BsStore *store)
{
  g_autofree char *usual = write_down_store (store);
  g_autofree char *repeats = answer (store, "SELECT * FROM repeats ORDER BY outlet, line");
  g_autofree char *lines = answer (store, "SELECT outlet, id, repeats, hex(lines) AS h, hex(terms) AS t FROM articles"
                                          " JOIN article_blobs USING (article) ORDER BY outlet, id");
  g_autofree char *asides = answer (store, "SELECT outlet, id, reason, blocks, s.bytes FROM articles JOIN set_aside s"
                                           " USING (article) ORDER BY outlet, id, reason");

  return g_strconcat (usual, repeats, lines, asides, NULL);
}

/* The store of one run over a place. Free with g_free(). */
static char *
in_one_run (const char *place, guint threads)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  char *text;

  analyze_options (store, place, (BsAnalysisOptions){ .threads = threads });
  text = write_down_all (store);
  bs_store_close (store);
  remove_store (path);
  return text;
}

static void
test_set_aside (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  write_articles (folder, 0, 40);
  analyze (store, folder);
  assert_answers (store, "SELECT outlet, articles, text FROM repeats ORDER BY articles",
                  "outlet,articles,text\n"
                  "gazette,20,The bell of the old customs house rings at noon on every working day of the year.\n"
                  "gazette,44,The Harbour Gazette\n");
  assert_answers (store,
                  "SELECT outlet, sum(blocks) AS n FROM set_aside JOIN articles USING (article)"
                  " WHERE reason = 'repeated' GROUP BY outlet",
                  "outlet,n\ngazette,20\n");
  assert_answers (store, "SELECT count(*) AS n FROM articles WHERE (repeats = '') <> (outlet = 'herald')", "n\n0\n");
  /* the copies keep all of their text */
  assert_answers (store, "SELECT DISTINCT sentences AS s FROM articles WHERE id LIKE 'copy%'", "s\n9\n");

  /* without the step, nothing of it; what is off is on no record */
  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 2, .read.without = BS_STEP_REPEATS });
  assert_answers (store, "SELECT count(*) AS n FROM set_aside WHERE reason = 'repeated'", "n\n0\n");
  assert_answers (store, "SELECT count(*) AS n FROM article_blobs WHERE length(lines) > 0", "n\n0\n");
  assert_answers (store, "SELECT count(*) AS n FROM repeats", "n\n0\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static void
test_threads (void)
{
  g_autofree char *folder = make_folder (), *expected = NULL;
  static const guint threads[] = { 2, 4, 7 };

  write_articles (folder, 0, 300);
  expected = in_one_run (folder, 1);
  g_assert_nonnull (strstr (expected, "The Harbour Gazette"));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *got = in_one_run (folder, threads[i]);

      g_assert_cmpstr (got, ==, expected);
    }
  remove_tree (folder);
}

static void
test_again (void)
{
  g_autofree char *folder = make_folder (), *first = NULL, *second = NULL;
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRunSummary summary;

  write_articles (folder, 0, 40);
  analyze (store, folder);
  first = write_down_all (store);
  summary = analyze (store, folder);
  second = write_down_all (store);
  g_assert_cmpuint (summary.unchanged, ==, 84);
  g_assert_cmpuint (summary.updated + summary.added + summary.stale, ==, 0);
  g_assert_cmpstr (first, ==, second);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* One more article makes a paragraph repeat in those that had it before: they are analyzed again, and no others. */
static void
test_what_changes_a_verdict (void)
{
  g_autofree char *folder = make_folder (), *gone = g_build_filename (folder, "herald/013.txt", NULL);
  g_autofree char *updated = NULL, *fresh = NULL, *pruned = NULL, *fewer = NULL;
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  BsRunSummary summary;

  write_articles (folder, 0, 40);
  write_article (folder, "herald", 12, "", TAIL);
  write_article (folder, "herald", 14, "", TAIL);
  analyze (store, folder);
  write_article (folder, "herald", 13, "", TAIL);
  summary = analyze (store, folder);
  g_assert_cmpuint (summary.updated, ==, 4);
  g_assert_cmpuint (summary.unchanged, ==, 80);
  updated = write_down_all (store);
  fresh = in_one_run (folder, 1);
  g_assert_cmpstr (updated, ==, fresh);

  /* an article that is gone speaks as long as the store has it */
  g_assert_cmpint (g_remove (gone), ==, 0);
  summary = analyze (store, folder);
  g_assert_cmpuint (summary.updated + summary.stale, ==, 0);
  g_assert_cmpuint (summary.absent, ==, 1);
  summary = analyze_options (store, folder, (BsAnalysisOptions){ .threads = 2, .prune = TRUE });
  g_assert_cmpuint (summary.removed, ==, 1);
  g_assert_cmpuint (summary.updated, ==, 3);
  pruned = write_down_all (store);
  fewer = in_one_run (folder, 1);
  g_assert_cmpstr (pruned, ==, fewer);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

#define LONG " and after them the harbour master, the pilots, the crews of both tugs, the chandlers and the widows of the" \
             " fleet, each of whom had waited since the great storm for what the council had promised to all of them.\n\n"
#define PASSAGE "First spoke the keepers" LONG "Then rose the bakers" LONG "Last came the coopers" LONG

/* Half of the outlet's articles decide whether three long paragraphs are what all its pages carry, or a passage of some. */
static void
test_passages (void)
{
  g_autofree char *folder = make_folder (), *added = make_folder (), *fresh = NULL, *updated = NULL;
  char *path[2] = { new_store_path (), new_store_path () };
  BsStore *store = open_store (path[0], BS_STORE_WRITE), *other = open_store (path[1], BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  BsRunSummary summary;
  guint64 stale = 0;

  for (guint i = 0; i < 10; i++)
    write_article (folder, "gazette", i, "", i < 7 ? PASSAGE : "");
  analyze (store, folder);
  assert_answers (store, "SELECT count(*) AS n FROM set_aside WHERE reason = 'repeated'", "n\n7\n");

  /* where nobody can read them again, they are told */
  for (guint i = 10; i < 24; i++)
    write_article (added, "gazette", i, "", "");
  analyze (other, added);
  bs_store_close (other);
  other = open_store (path[1], BS_STORE_WRITE);
  g_assert_true (bs_store_merge (other, path[0], &error));
  begin (other);
  g_assert_true (bs_store_refresh_repeats (other, &stale, &error));
  g_assert_true (bs_store_commit (other, &error));
  g_assert_cmpuint (stale, ==, 7);

  for (guint i = 10; i < 24; i++)
    write_article (folder, "gazette", i, "", "");
  summary = analyze (store, folder);
  g_assert_cmpuint (summary.updated, ==, 7);
  g_assert_cmpuint (summary.unchanged, ==, 3);
  assert_answers (store, "SELECT count(*) AS n FROM set_aside WHERE reason = 'repeated'", "n\n0\n");
  updated = write_down_all (store);
  fresh = in_one_run (folder, 1);
  g_assert_cmpstr (updated, ==, fresh);
  bs_store_close (store);
  bs_store_close (other);
  for (guint i = 0; i < 2; i++)
    remove_store (path[i]);
  remove_tree (folder);
  remove_tree (added);
}

/* A text without the names of folders; the last may be empty. Free with g_free(). */
static char *
without (const char *text, const char *one, const char *other)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, one, "", 0);
  if (other[0] != '\0')
    g_string_replace (plain, other, "", 0);
  return g_string_free (plain, FALSE);
}

/* Two halves into one store, in either order; the first half is stale until it comes again. */
static void
test_halves (void)
{
  g_autofree char *whole = make_folder (), *one = make_folder (), *other = make_folder ();
  g_autofree char *all = NULL, *expected = NULL;
  const char *half[2] = { one, other };

  write_articles (whole, 0, 40);
  write_articles (half[0], 0, 2);
  write_articles (half[1], 2, 40);
  all = in_one_run (whole, 1);
  expected = without (all, whole, "");
  for (guint first = 0; first < 2; first++)
    {
      char *path = new_store_path ();
      BsStore *store = open_store (path, BS_STORE_WRITE);
      BsRunSummary summary;
      g_autofree char *got = NULL, *plain = NULL;

      analyze (store, half[first]);
      summary = analyze (store, half[!first]);
      g_assert_cmpuint (summary.stale, ==, first == 0 ? 1 : 0); /* its one article that ends in TAIL */
      analyze (store, half[first]);
      summary = analyze (store, half[!first]);
      g_assert_cmpuint (summary.added + summary.updated + summary.stale, ==, 0);
      got = write_down_all (store);
      plain = without (got, one, other);
      g_assert_cmpstr (plain, ==, expected);
      bs_store_close (store);
      remove_store (path);
    }
  for (guint i = 0; i < 2; i++)
    remove_tree (half[i]);
  remove_tree (whole);
}

/* Stores of halves, merged, say which verdicts are stale. */
static void
test_merged (void)
{
  g_autofree char *one = make_folder (), *other = make_folder ();
  const char *half[2] = { one, other };
  char *path[3] = { new_store_path (), new_store_path (), new_store_path () };
  g_autoptr (GError) error = NULL;
  guint64 stale = 0;
  BsStore *store;

  write_articles (half[0], 0, 2);
  write_articles (half[1], 2, 40);
  for (guint i = 0; i < 2; i++)
    {
      store = open_store (path[i], BS_STORE_WRITE);
      analyze (store, half[i]);
      bs_store_close (store);
    }
  store = open_store (path[2], BS_STORE_WRITE);
  g_assert_true (bs_store_merge (store, path[0], &error));
  g_assert_true (bs_store_merge (store, path[1], &error));
  begin (store);
  g_assert_true (bs_store_refresh_repeats (store, &stale, &error));
  g_assert_true (bs_store_commit (store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stale, ==, 1);
  assert_answers (store, "SELECT articles, text FROM repeats ORDER BY articles",
                  "articles,text\n"
                  "20,The bell of the old customs house rings at noon on every working day of the year.\n"
                  "44,The Harbour Gazette\n");
  bs_store_close (store);
  for (guint i = 0; i < 3; i++)
    remove_store (path[i]);
  for (guint i = 0; i < 2; i++)
    remove_tree (half[i]);
}

/* A second article of a key has no voice, nor has what is no text. */
static void
test_only_articles_speak (void)
{
  g_autofree char *folder = make_folder (), *file = g_build_filename (folder, "a.jsonl", NULL);
  g_autoptr (GString) records = g_string_new (NULL);
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = article_text (i, 3, "", i < 4 ? TAIL : "");
      g_autofree char *escaped = g_strescape (text, NULL);

      g_string_append_printf (records, "{\"outlet\":\"p\",\"id\":\"%u\",\"text\":\"%s\"}\n", i == 2 ? 1 : i, escaped);
    }
  write_text (folder, "a.jsonl", records->str);
  analyze (store, file);
  assert_answers (store, "SELECT articles FROM repeats", "articles\n3\n");
  assert_answers (store, "SELECT count(*) AS n FROM articles", "n\n8\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/set-aside", test_set_aside);
  g_test_add_func ("/lesson/threads", test_threads);
  g_test_add_func ("/lesson/again", test_again);
  g_test_add_func ("/lesson/what-changes-a-verdict", test_what_changes_a_verdict);
  g_test_add_func ("/lesson/passages", test_passages);
  g_test_add_func ("/lesson/halves", test_halves);
  g_test_add_func ("/lesson/merged", test_merged);
  g_test_add_func ("/lesson/only-articles-speak", test_only_articles_speak);
  return g_test_run ();
}
