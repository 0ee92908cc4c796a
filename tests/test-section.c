/* What the tables beside the comparison say of a small store whose every number is known. */
#include "report/section.h"

#include "store-help.h"

static void
put (BsStore *store, const char *outlet, const char *id, guint navigation, guint64 before, guint64 after)
{
  Draft draft;

  draft_text (&draft, store, outlet, id, g_str_equal (id, "3") ? "the cat sat on the mat so long and yet" : "the cat sat");
  draft.stored.aside_blocks[BS_KEPT] = 2;
  draft.stored.aside_bytes[BS_KEPT] = 90;
  draft.stored.aside_blocks[BS_ASIDE_NAVIGATION] = navigation;
  draft.stored.aside_bytes[BS_ASIDE_NAVIGATION] = 5 * navigation;
  draft.stored.aside_blocks[BS_ASIDE_REPEATED] = navigation > 0;
  draft.stored.aside_bytes[BS_ASIDE_REPEATED] = navigation > 0 ? 20 : 0;
  draft.stored.mended.joined_lines = navigation;
  draft.stored.diagnosis = (BsDiagnosis){ before, after };
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
}

/* Paper A has four articles, of which the third copies the first; B three, of which two copy A's first. */
static char *
store_of_all (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put (store, "A", "1", 2, 3, 1);
  put (store, "A", "2", 0, 0, 0);
  put (store, "A", "3", 0, 1, 1);
  put (store, "A", "4", 0, 2, 0);
  put (store, "B", "1", 0, 0, 0);
  put (store, "B", "2", 0, 0, 0);
  put (store, "B", "3", 2, 1, 0);
  settle_and_commit (store);
  bs_store_close (store);
  change_behind (path,
                 "DELETE FROM copies; INSERT INTO copies SELECT article, 1, (SELECT article FROM articles WHERE outlet"
                 " = 'A' AND id = '1'), CASE outlet || id WHEN 'B1' THEN .9 WHEN 'B2' THEN .6 END, .8 FROM articles"
                 " WHERE outlet || id IN ('A1', 'A3', 'B1', 'B2');DELETE FROM repeats; INSERT INTO repeats VALUES"
                 " ('A', 7, 2, 'Sign up now'), ('A', 8, 3, 'Read more'), ('B', 7, 3, '=1+1 <b>');");
  return path;
}

static void
assert_section (BsStore *store, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const BsSection *section = bs_section_find (name, &error);
  g_autoptr (BsTable) table = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  table = section->make (store, &error);
  g_assert_no_error (error);
  text = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_cleaning (void)
{
  char *path = store_of_all ();
  BsStore *store = open_store (path, BS_STORE_READ);

  assert_section (store, "cleaning",
                  "outlet,reason,bytes_percent,blocks_percent,articles_percent,blocks,bytes,articles\n"
                  "A,(all),10,33.333333333333336,33.333333333333336,3,30,1\n"
                  "A,repeated,6.666666666666667,11.11111111111111,33.333333333333336,1,20,1\n"
                  "A,navigation,3.3333333333333335,22.22222222222222,33.333333333333336,2,10,1\n"
                  "B,(all),25,60,100,3,30,1\n"
                  "B,repeated,16.666666666666668,20,100,1,20,1\n"
                  "B,navigation,8.333333333333334,40,100,2,10,1\n");
  g_assert_true (bs_store_set_copies (store, BS_COPIES_KEEP, NULL));
  assert_section (store, "mending",
                  "outlet,mended,places,articles,articles_percent,meaning\n"
                  "A,lines,2,1,25,line ends inside hard-wrapped paragraphs joined\n"
                  "B,lines,2,1,33.333333333333336,line ends inside hard-wrapped paragraphs joined\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_copies (void)
{
  char *path = store_of_all ();
  BsStore *store = open_store (path, BS_STORE_READ);

  for (BsCopies copies = BS_COPIES_LEAVE_OUT; copies <= BS_COPIES_KEEP; copies++)
    {
      g_assert_true (bs_store_set_copies (store, copies, NULL));
      assert_section (store, "copies",
                      "outlet,articles,copies,copies_percent,of_own,of_others,carried\n"
                      "A,4,1,25,1,0,1\nB,3,2,66.66666666666667,0,2,0\n");
      assert_section (store, "carriers",
                      "outlet,original_outlet,articles,jaccard_median,containment_median\nB,A,2,0.75,0.8\n");
    }
  g_assert_true (bs_store_set_copies (store, BS_COPIES_LEAVE_OUT, NULL));
  {
    g_autoptr (BsTable) table = bs_section_sensitivity (store, NULL);
    const BsCell *cells = bs_table_next (table, NULL);

    g_assert_cmpstr (cells[0].text, ==, "A");
    g_assert_cmpstr (cells[1].text, ==, "words_per_sentence");
    g_assert_cmpfloat (cells[2].real, ==, 3);
    g_assert_cmpfloat (cells[3].real, ==, 4.75);
    g_assert_cmpfloat (cells[4].real, ==, 1.75);
    g_assert_cmpint (bs_store_copies (store), ==, BS_COPIES_LEAVE_OUT);
  }
  bs_store_close (store);
  change_behind (path, "UPDATE copies SET jaccard = NULL, containment = NULL");
  store = open_store (path, BS_STORE_READ);
  assert_section (store, "carriers", "outlet,original_outlet,articles,jaccard_median,containment_median\nB,A,2,,\n");
  bs_store_close (store);
  remove_store (path);
}

static void
test_repeats (void)
{
  char *path = store_of_all ();
  BsStore *store = open_store (path, BS_STORE_READ);

  assert_section (store, "repeats", "outlet,articles,articles_percent,text\nA,3,75,Read more\nA,2,50,Sign up now\n"
                                    "B,3,100,'=1+1 <b>\n");
  bs_store_close (store);
  remove_store (path);
}

/* The rules at 0 and 1 of the table, in the articles that count. */
static void
test_diagnostics (void)
{
  char *path = store_of_all ();
  BsStore *store = open_store (path, BS_STORE_READ);
  guint n;
  const BsDiagnostic *rules = bs_diagnostics (&n);
  g_autofree char *expected = g_strdup_printf ("outlet,rule,before_percent,after_percent,before,after,meaning\n"
                                               "(all),%1$s,50,25,2,1,%2$s\n(all),%3$s,50,0,2,0,\"%4$s\"\n"
                                               "A,%1$s,33.333333333333336,33.333333333333336,1,1,%2$s\n"
                                               "A,%3$s,66.66666666666667,0,2,0,\"%4$s\"\nB,%1$s,100,0,1,0,%2$s\n",
                                               rules[0].id, rules[0].title, rules[1].id, rules[1].title);
  g_autofree char *stored = answer (store, "SELECT count(*), sum(before), sum(after) FROM diagnostics");

  g_assert_cmpstr (strchr (stored, '\n'), ==, "\n5,5,2\n");
  assert_section (store, "diagnostics", expected);
  bs_store_close (store);
  remove_store (path);
}

/* A store of nothing has tables without rows; a name that is none is told with those that are. */
static void
test_empty (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  guint n;
  const BsSection *sections = bs_sections (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BsTable) table = sections[i].make (store, &error);

      g_assert_no_error (error);
      g_assert_true ((bs_table_next (table, &error) == NULL) != g_str_equal (sections[i].name, "rules"));
      g_assert_no_error (error);
      g_assert_nonnull (bs_table_title (table));
      g_assert_nonnull (bs_table_note (table));
    }
  g_assert_null (bs_section_find ("beauty", &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  assert_contains (error->message, "carriers");
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/section/cleaning", test_cleaning);
  g_test_add_func ("/section/copies", test_copies);
  g_test_add_func ("/section/repeats", test_repeats);
  g_test_add_func ("/section/diagnostics", test_diagnostics);
  g_test_add_func ("/section/empty", test_empty);
  return g_test_run ();
}
