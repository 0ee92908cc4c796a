/* Copies from a corpus to the store: found, compared on the texts, told apart in the sums; the same for any number of
 * threads, in one run or in many, and honest about what could not be compared. */
#include "analysis/copies.h"

#include "analysis-help.h"
#include "store/copies.h"

#define AS_IT_IS (BS_STEPS_ALL & ~BS_STEP_COPIES)

/* Words `from` to `to` of an endless text that never repeats itself; "w<text>x<number>". */
static char *
words (guint text, guint from, guint to)
{
  GString *string = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (string, "w%ux%u%s", text, i, i % 12 == 11 ? ". " : " ");
  return g_string_free (string, FALSE);
}

static void
put (const char *folder, const char *name, char *text)
{
  write_text (folder, name, text);
  g_free (text);
}

static char *
joined (char *a, char *b)
{
  char *both = g_strconcat (a, b, NULL);

  g_free (a);
  g_free (b);
  return both;
}

/* Two papers and a wire: a story in all three, whole, changed and cut; a page twice in one paper; and others. */
static char *
make_corpus (void)
{
  char *folder = make_folder ();

  put (folder, "post/ferry.txt", words (1, 0, 300));
  put (folder, "courier/ferry.txt", words (1, 0, 120));
  put (folder, "wire/ferry.txt", joined (words (1, 0, 260), words (2, 0, 40)));
  put (folder, "post/bridge.txt", words (3, 0, 200));
  put (folder, "post/bridge-again.txt", words (3, 0, 200));
  put (folder, "courier/short.txt", words (4, 0, 49));
  put (folder, "wire/short.txt", words (4, 0, 49));
  put (folder, "courier/quotes.txt", joined (words (5, 0, 200), words (1, 0, 60)));
  put (folder, "wire/alone.txt", words (6, 0, 200));
  return folder;
}

static BsRunSummary
analyze_with (BsStore *store, const char *place, guint threads, gboolean prune, guint without)
{
  return analyze_options (store, place,
                          (BsAnalysisOptions){ .read = { .without = without }, .threads = threads, .prune = prune });
}

static BsRunSummary
analyze (BsStore *store, const char *place)
{
  return analyze_with (store, place, 1, FALSE, AS_IT_IS);
}

static const char pairs_sql[]
    = "SELECT a.outlet || '/' || a.id AS article, b.outlet || '/' || b.id AS other, shared, round(jaccard, 3) AS j,"
      " round(containment, 3) AS c FROM copy_pairs p JOIN articles a USING (article) JOIN articles b ON b.article ="
      " p.other ORDER BY 1, 2";

/* courier 116 shingles, post 296, wire 296 of which 256 are the post's. */
static const char pairs_expected[] = "article,other,shared,j,c\n"
                                     "courier/ferry.txt,post/ferry.txt,116,0.392,1.0\n"
                                     "courier/ferry.txt,wire/ferry.txt,116,0.392,1.0\n"
                                     "post/bridge-again.txt,post/bridge.txt,196,1.0,1.0\n"
                                     "post/ferry.txt,wire/ferry.txt,256,0.762,0.865\n";

static const char copies_expected[]
    = "outlet,id,story,role,original_outlet,original_id,jaccard,containment\n"
      "courier,ferry.txt,1,copy,post,ferry.txt,0.3918918918918919,1\n"
      "post,ferry.txt,1,original,post,ferry.txt,1,1\n"
      "wire,ferry.txt,1,copy,post,ferry.txt,0.7619047619047619,0.8648648648648649\n"
      "post,bridge-again.txt,2,original,post,bridge-again.txt,1,1\n"
      "post,bridge.txt,2,copy,post,bridge-again.txt,1,1\n";

static char *
export (BsStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) table = bs_store_export (store, name, &error);

  g_assert_no_error (error);
  return bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);
}

static void
test_found (void)
{
  g_autofree char *folder = make_corpus ();

  for (guint threads = 1; threads <= 4; threads *= 2)
    {
      char *path = new_store_path ();
      BsStore *store = open_store (path, BS_STORE_WRITE);
      BsRunSummary summary = analyze_with (store, folder, threads, FALSE, AS_IT_IS);
      g_autofree char *copies = export (store, "copies");

      g_assert_cmpuint (summary.copies, ==, 3);
      g_assert_cmpuint (summary.copy_doubts, ==, 0);
      assert_answers (store, pairs_sql, pairs_expected);
      g_assert_cmpstr (copies, ==, copies_expected);
      bs_store_close (store);
      remove_store (path);
    }
  remove_tree (folder);
}

/* Where nobody says when, a day in the name of the file does. */
static void
test_day_in_id (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  put (folder, "a/12021-03-01.txt", words (1, 0, 300));
  put (folder, "b/2021-02-30-2021-03.txt", words (1, 0, 299));
  put (folder, "c/2021/ferry-2021-05-2021-05-03.txt", words (1, 0, 298));
  put (folder, "d/2021-05-04.txt", words (1, 0, 297));
  analyze (store, folder);
  assert_answers (store, "SELECT DISTINCT outlet FROM copies c JOIN articles a ON a.article = c.original",
                  "outlet\nc\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* What an outlet has in copies is a part of what it has. */
static void
test_sums (void)
{
  g_autofree char *folder = make_corpus ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  put (folder, "wire/long.txt", joined (g_strnfill (2 * 600, 'a'), words (6, 0, 0)));
  analyze (store, folder);
  assert_answers (store,
                  "SELECT name, articles, copied_articles, words, copied_words, types, copied_types FROM outlets",
                  "name,articles,copied_articles,words,copied_words,types,copied_types\n"
                  "courier,3,1,429,120,369,60\npost,3,1,700,200,500,0\nwire,4,1,550,300,550,300\n");
  assert_answers (store,
                  "SELECT o.name, sum(v.copied_count) AS c, sum(v.copied_articles) AS a, max(v.copied_count - v.count)"
                  " AS d, max(v.copied_articles - v.articles) AS e FROM outlet_terms v JOIN outlets o USING (outlet)"
                  " GROUP BY o.name ORDER BY 1",
                  "name,c,a,d,e\ncourier,120,120,0,0\npost,200,200,-1,-1\nwire,300,300,0,0\n");
  assert_answers (store,
                  "SELECT o.name, sum(s.copied * s.words) AS c, max(s.copied > s.sentences) AS more FROM"
                  " sentence_lengths s JOIN outlets o USING (outlet) GROUP BY o.name ORDER BY 1",
                  "name,c,more\ncourier,120,0\npost,200,0\nwire,300,0\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

static void
test_left_out (void)
{
  g_autofree char *folder = make_corpus ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  analyze (store, folder);
  g_assert_cmpuint (analyze_with (store, folder, 1, FALSE, BS_STEPS_ALL).copies, ==, 0);
  assert_answers (store, "SELECT (SELECT count(*) FROM copies) + (SELECT count(*) FROM copy_pairs) AS n", "n\n0\n");
  assert_answers (store, "SELECT sum(copied_words) AS n FROM outlets", "n\n0\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* ---- In many runs ------------------------------------------------------------------------------------------------- */

/* Outlets one by one into one store; then all at once: nothing is left to be doubted, and all is as in one run. */
static void
test_part_by_part (void)
{
  static const char *const outlets[] = { "wire", "courier", "post" };
  g_autofree char *folder = make_corpus (), *fresh = NULL, *updated = NULL;
  char *path = new_store_path (), *fresh_path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE), *fresh_store = open_store (fresh_path, BS_STORE_WRITE);
  BsRunSummary summary;

  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    {
      g_autofree char *part = g_build_filename (folder, outlets[i], NULL);

      summary = analyze (store, part);
    }
  g_assert_cmpuint (summary.copies, ==, 1); /* the post's own page */
  g_assert_cmpuint (summary.copy_doubts, ==, 3);
  summary = analyze (store, folder);
  g_assert_cmpuint (summary.unchanged, ==, 9);
  g_assert_cmpuint (summary.copy_doubts, ==, 0);
  analyze (fresh_store, folder);
  updated = write_down_store (store);
  fresh = write_down_store (fresh_store);
  assert_answers (store, pairs_sql, pairs_expected);
  g_assert_cmpstr (updated, ==, fresh);
  bs_store_close (store);
  bs_store_close (fresh_store);
  remove_store (path);
  remove_store (fresh_path);
  remove_tree (folder);
}

/* A text that changes is no copy any more; one that goes takes its pairs with it; figures of an article that is not in
 * the corpus at hand stay. */
static void
test_changes (void)
{
  g_autofree char *folder = make_corpus (), *part = g_build_filename (folder, "courier", NULL);
  g_autofree char *gone = g_build_filename (folder, "post/bridge.txt", NULL);
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  analyze (store, folder);
  put (folder, "courier/new.txt", words (9, 0, 100));
  analyze (store, part);
  assert_answers (store, pairs_sql, pairs_expected);
  put (folder, "wire/ferry.txt", words (7, 0, 300));
  g_remove (gone);
  g_assert_cmpuint (analyze_with (store, folder, 2, TRUE, AS_IT_IS).removed, ==, 1);
  assert_answers (store, pairs_sql,
                  "article,other,shared,j,c\ncourier/ferry.txt,post/ferry.txt,116,0.392,1.0\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* Between the parts of a merged store only signatures can be asked; the next run over the corpus knows. */
static void
test_merged (void)
{
  g_autofree char *folder = make_corpus ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  static const char *const outlets[] = { "post", "wire" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    {
      g_autofree char *part = g_build_filename (folder, outlets[i], NULL);
      char *part_path = new_store_path ();
      BsStore *part_store = open_store (part_path, BS_STORE_WRITE);

      analyze (part_store, part);
      bs_store_close (part_store);
      g_assert_true (bs_store_merge (store, part_path, &error));
      g_assert_no_error (error);
      remove_store (part_path);
    }
  assert_answers (store, pairs_sql, "article,other,shared,j,c\npost/bridge-again.txt,post/bridge.txt,196,1.0,1.0\n");
  assert_answers (store, "SELECT count(*) AS n FROM copy_doubts WHERE shared IS NULL", "n\n1\n");
  assert_answers (store, "SELECT count(*) AS n FROM copies", "n\n2\n");
  g_assert_cmpuint (analyze (store, folder).copy_doubts, ==, 0);
  assert_answers (store, pairs_sql, pairs_expected);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* ---- Where texts come from ---------------------------------------------------------------------------------------- */

/* With no room for sets in memory everything is found all the same. */
static void
test_little_room (void)
{
  g_autofree char *folder = make_corpus ();
  const char *const places[] = { folder, NULL };
  const BsSourceOptions source = { 0 };
  const BsReadOptions read = { .without = AS_IT_IS };
  g_autoptr (BsSpool) spool = bs_spool_new ();
  BsCopyReading reading = { .places = places, .source = &source, .read = &read, .spool = spool, .held = 1 };
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("family/%02u.txt", i);

      put (folder, name, joined (words (8, 0, 200), words (100 + i, 0, 20)));
    }
  analyze (store, folder);
  assert_answers (store, "SELECT count(*) AS n FROM copy_pairs", "n\n194\n");
  begin (store);
  g_assert_true (bs_store_clear_copies (store, &error));
  g_assert_true (bs_find_copies (store, &reading, &error));
  g_assert_no_error (error);
  settle_and_commit (store);
  assert_answers (store, "SELECT count(*) AS n FROM copy_pairs", "n\n194\n");
  assert_answers (store, "SELECT count(*) AS n FROM copy_doubts WHERE shared IS NULL", "n\n0\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* A text that was changed behind the run's back is not what was analyzed: nothing is said of it. */
static void
test_text_is_another (void)
{
  g_autofree char *folder = make_corpus ();
  const char *const places[] = { folder, NULL };
  const BsSourceOptions source = { 0 };
  const BsReadOptions read = { .without = AS_IT_IS };
  g_autoptr (BsSpool) spool = bs_spool_new ();
  BsCopyReading reading = { .places = places, .source = &source, .read = &read, .spool = spool };
  g_autoptr (GError) error = NULL;
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  analyze (store, folder);
  put (folder, "post/ferry.txt", words (1, 1, 300));
  begin (store);
  g_assert_true (bs_store_clear_copies (store, &error) && bs_find_copies (store, &reading, &error));
  settle_and_commit (store);
  assert_answers (store, pairs_sql,
                  "article,other,shared,j,c\ncourier/ferry.txt,wire/ferry.txt,116,0.392,1.0\n"
                  "post/bridge-again.txt,post/bridge.txt,196,1.0,1.0\n");
  assert_answers (store, "SELECT count(*) AS n FROM copy_doubts WHERE shared IS NULL", "n\n2\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* The same page over and over is one story, whose pairs grow with its number only. */
static void
test_crowd_of_one_page (void)
{
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("paper/%03u.txt", i);

      put (folder, name, words (1, 0, 60));
    }
  g_assert_cmpuint (analyze (store, folder).copies, ==, 299);
  assert_answers (store, "SELECT count(*) AS n, min(jaccard) AS j FROM copy_pairs", "n,j\n299,1.0\n");
  assert_answers (store, "SELECT count(DISTINCT story) AS n FROM copies", "n\n1\n");
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

/* ---- Damage ------------------------------------------------------------------------------------------------------- */

static void
test_damage (void)
{
  static const char *const damage[] = { "signature = x''", "signature = x'0100'", "signature = zeroblob(24)",
                                        "signature = x'0500000000000000' || zeroblob(16)" };
  g_autofree char *folder = make_corpus ();
  const char *const places[] = { folder, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE article_blobs SET %s WHERE article = 2", damage[i]);
      BsAnalysisOptions options = { .read = { .without = AS_IT_IS }, .threads = 1 };
      g_autoptr (GError) error = NULL;
      char *path = new_store_path ();
      BsStore *store = open_store (path, BS_STORE_WRITE);
      BsRunSummary summary;

      analyze (store, folder);
      bs_store_close (store);
      change_behind (path, sql);
      store = open_store (path, BS_STORE_WRITE);
      put (folder, "wire/another.txt", words (50 + i, 0, 100));
      g_assert_false (bs_analyze (store, places, &options, NULL, NULL, NULL, &summary, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
      assert_contains (error->message, "damaged");
      bs_store_close (store);
      remove_store (path);
    }
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/found", test_found);
  g_test_add_func ("/copies/day-in-id", test_day_in_id);
  g_test_add_func ("/copies/sums", test_sums);
  g_test_add_func ("/copies/left-out", test_left_out);
  g_test_add_func ("/copies/part-by-part", test_part_by_part);
  g_test_add_func ("/copies/changes", test_changes);
  g_test_add_func ("/copies/merged", test_merged);
  g_test_add_func ("/copies/little-room", test_little_room);
  g_test_add_func ("/copies/text-is-another", test_text_is_another);
  g_test_add_func ("/copies/crowd-of-one-page", test_crowd_of_one_page);
  g_test_add_func ("/copies/damage", test_damage);
  return g_test_run ();
}
