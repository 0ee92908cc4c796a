/* What stands around a hit: context, neighbours, sentences; the stored words never hide a hit; nothing hangs. */
#include "analysis/concordance.h"

#include "analysis-help.h"

typedef struct {
  char *folder, *path;
  BsStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = make_folder ();
  f->path = new_store_path ();
  write_text (
      f->folder, "gazette/a.txt",
      "The ferry left the U.S. harbour at nine. It came back late, and the old ferry-\nman was tired of the ferry.\n");
  write_text (f->folder, "gazette/b.html",
              "<html><body><p>The caf&eacute; by the harbour stayed open all night for the crew of the lost ship.</p>"
              "</body></html>");
  write_bytes (f->folder, "herald/c.txt", "The caf\xe9 closed, and nobody knew why it did so late.\n", 52);
  write_text (f->folder, "herald/d.txt",
              "Snow fell on \xe6\xbc\xa2\xe5\xad\x97 and on the e\xcc\x81t\xc3\xa9 of the town.\n");
  f->store = open_store (f->path, BS_STORE_WRITE);
  analyze_options (f->store, f->folder, (BsAnalysisOptions){ .threads = 1 });
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  bs_store_close (f->store);
  remove_store (f->path);
  remove_tree (f->folder);
  g_free (f->folder);
}

static gboolean
take (gpointer data, BsFound *found, GError **error G_GNUC_UNUSED)
{
  GString *all = data;

  for (guint i = 0; i < found->places->len; i++)
    {
      BsConcordanceLine line = bs_found_line (found, i);

      g_string_append_printf (all, "%s:%s[%s]%s:%s,%s:%u.%u\n", found->id, line.left, line.hit, line.right,
                              line.before[0] != NULL ? line.before[0] : "-",
                              line.behind[0] != NULL ? line.behind[0] : "-", line.sentence, line.word);
      g_assert_cmpuint (bs_concordance_line_size (&line), >, strlen (line.hit));
      bs_concordance_line_clear (&line);
    }
  if (found->given_up)
    g_string_append_printf (all, "%s: given up\n", found->id);
  bs_found_free (found);
  return TRUE;
}

/* With the stored words and without, in one thread and in four. */
static void
assert_found (BsStore *store, const char *words, const char *pattern, guint width, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsQuery) query = words != NULL ? bs_query_new (words, FALSE, &error) : NULL;
  g_autoptr (BsExpression) expression = pattern != NULL ? bs_expression_new (pattern, FALSE, NULL, &error) : NULL;
  const BsConcordance what = { query, expression, width, FALSE, FALSE };
  g_autoptr (GHashTable) all_articles = g_hash_table_new (g_int64_hash, g_int64_equal);
  static const gint64 numbers[] = { 1, 2, 3, 4, 5, 6 };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_hash_table_add (all_articles, (gpointer) &numbers[i]);
  for (guint i = 0; i < 4; i++)
    {
      const BsWalkOptions options = { .threads = i % 2 == 0 ? 1 : 4, .only = i < 2 ? NULL : all_articles };
      g_autoptr (GString) all = g_string_new (NULL);
      BsWalkSummary summary;

      g_assert_true (bs_concordance (store, &what, &options, take, all, &summary, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (summary.changed + summary.gone, ==, 0);
      bs_walk_summary_clear (&summary);
      g_assert_cmpstr (all->str, ==, expected);
    }
}

static void
test_words (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  assert_found (f->store, "ferry", NULL, 6,
                "a.txt:The [ferry] left :the,left:1.2\na.txt:f the [ferry].:the,-:2.21\n");
  assert_found (f->store, "the u.s. harbour", NULL, 5, "a.txt:left [the U.S. harbour] at n:left,at:1.4\n");
  assert_found (f->store, "CAF\xc3\x89", NULL, 4,
                "b.html:The [caf\xc3\xa9] by :the,by:1.2\nc.txt:The [caf\xc3\xa9] clo:the,closed:1.2\n");
  assert_found (f->store, "zeppelin", NULL, 4, "");
}

/* Wide characters take two columns, and a letter keeps its accent. */
static void
test_width (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  assert_found (f->store, "and on", NULL, 3, "d.txt:\xe5\xad\x97 [and on] th:\xe6\xbc\xa2\xe5\xad\x97,the:1.5\n");
  assert_found (f->store, "the", NULL, 2,
                "a.txt:[The] f:-,ferry:1.1\n"
                "a.txt:t [the] U:left,u.s:1.4\na.txt:d [the] o:and,old:2.14\na.txt:f [the] f:of,ferry:2.20\n"
                "b.html:[The] c:-,caf\xc3\xa9:1.1\nb.html:y [the] h:by,harbour:1.4\nb.html:r [the] c:for,crew:1.11\n"
                "b.html:f [the] l:of,lost:1.14\n"
                "c.txt:[The] c:-,caf\xc3\xa9:1.1\n"
                "d.txt:n [the] e\xcc\x81:on,\xc3\xa9t\xc3\xa9:1.7\nd.txt:f [the] t:of,town:1.10\n");
}

static gboolean
add_hits (gpointer data, BsFound *found, GError **error G_GNUC_UNUSED)
{
  *(guint64 *) data += found->hits;
  bs_found_free (found);
  return TRUE;
}

/* Counting alone takes a shorter way and comes to as many hits as there are lines. */
static void
test_count (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *text;
    gboolean as_written;
    guint64 hits;
  } cases[] = { { "the", FALSE, 11 }, { "The", TRUE, 3 }, { "the", TRUE, 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint count = 0; count < 2; count++)
      {
        g_autoptr (BsQuery) query = bs_query_new (cases[i].text, cases[i].as_written, NULL);
        const BsConcordance what = { .query = query, .width = 4, .count = count == 1 };
        BsWalkSummary summary;
        guint64 hits = 0;

        g_assert_true (bs_concordance (f->store, &what, &(BsWalkOptions){ 0 }, add_hits, &hits, &summary, NULL));
        g_assert_cmpuint (hits, ==, cases[i].hits);
        bs_walk_summary_clear (&summary);
      }
}

static void
test_regex (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  assert_found (f->store, NULL, "h[a-z]+r at", 3, "a.txt:S. [harbour at] ni:u.s,nine:1.6\n");
  assert_found (f->store, NULL, "x*", 3, "");
}

/* An expression that would run for years gives up, and says so. */
static void
test_does_not_hang (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *long_word = g_strnfill (4000, 'a');
  g_autofree char *text = g_strdup_printf ("The word %s stood in the middle of the book of this article.\n", long_word);
  g_autofree char *folder = make_folder ();
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsExpression) expression = bs_expression_new ("(a+)+b", FALSE, NULL, NULL);
  const BsConcordance what = { NULL, expression, 4, FALSE, FALSE };
  BsWalkSummary summary;

  write_text (folder, "gazette/a.txt", text);
  analyze_options (store, folder, (BsAnalysisOptions){ .threads = 1 });
  g_assert_true (bs_concordance (store, &what, &(BsWalkOptions){ 0 }, take, all, &summary, NULL));
  g_assert_cmpstr (all->str, ==, "a.txt: given up\n");
  bs_walk_summary_clear (&summary);
  bs_store_close (store);
  remove_store (path);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/concordance/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/concordance/width", Fixture, NULL, set_up, test_width, tear_down);
  g_test_add ("/concordance/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/concordance/regex", Fixture, NULL, set_up, test_regex, tear_down);
  g_test_add ("/concordance/does-not-hang", Fixture, NULL, set_up, test_does_not_hang, tear_down);
  return g_test_run ();
}
