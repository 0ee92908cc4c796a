/* Captions: all that has to be said under a figure, and the command that draws it again. */
#include "report/chart/caption.h"

#include <string.h>

static BsChartTable *
table_of (gboolean interval)
{
  static const char *const columns[] = { "outlet", NULL };
  BsChartTable *table = bs_chart_table_new ();

  bs_chart_table_comment (table, "title", "A \"title\" \\n # of\033[1m ours");
  bs_chart_table_comment (table, "subtitle", "by outlet; 53 articles of 5 outlets, 2023 to 2024");
  bs_chart_table_comment (table, "axis", "Grade (years)");
  bs_chart_table_comment (table, "note", "9 copies are left out.");
  if (interval)
    bs_chart_table_comment (table, "interval", "95 %, BCa bootstrap over articles");
  bs_chart_table_comment (table, "note", "A second note with more words than a line of one hundred columns can hold,"
                                         " which has to go on below");
  bs_chart_table_block (table, columns);
  bs_chart_table_text (table, "# note\tnot one");
  return table;
}

static const BsChart chart = { .name = "plain", .description = "A bar an outlet.", .marks = "Bars: medians." };

static void
test_whole (void)
{
  static const char *const command[]
      = { "broadsheet", "plot", "plain", "it's here.db", "-o", "a/b-1.png", "", "$(touch x)", "two\nlines", NULL };
  g_autoptr (BsChartTable) table = table_of (TRUE);
  g_autofree char *caption = bs_chart_caption (&chart, table, command);

  g_assert_cmpstr (caption, ==,
                   "A \"title\" \\n # of\\x1b[1m ours\n"
                   "\n"
                   "By outlet; 53 articles of 5 outlets, 2023 to 2024. A bar an outlet. Bars: medians. Axis: Grade\n"
                   "(years).\n"
                   "\n"
                   "Intervals: 95 %, BCa bootstrap over articles.\n"
                   "\n"
                   "9 copies are left out. A second note with more words than a line of one hundred columns can hold,\n"
                   "which has to go on below.\n"
                   "\n"
                   "Drawn by broadsheet " BS_VERSION ".\n"
                   "\n"
                   "broadsheet plot plain 'it'\\''s here.db' -o a/b-1.png '' '$(touch x)' 'two\\nlines'\n");
}

static void
test_without (void)
{
  g_autoptr (BsChartTable) table = table_of (FALSE);
  g_autofree char *caption = bs_chart_caption (&chart, table, NULL);

  g_assert_nonnull (strstr (caption, "\n\nNo intervals are drawn.\n\n"));
  g_assert_true (g_str_has_suffix (caption, "\nDrawn by broadsheet " BS_VERSION ".\n"));
  g_assert_null (strstr (caption, "not one"));
}

static void
assert_path (const char *picture, const char *expected)
{
  g_autofree char *path = bs_chart_caption_path (picture);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_paths (void)
{
  assert_path ("grades.png", "grades.caption.txt");
  assert_path ("a.b/grades.v2.svg", "a.b/grades.v2.caption.txt");
  assert_path ("grades.txt", "grades.caption.txt");
  assert_path ("a.svg/grades", "a.svg/grades.caption.txt");
}

/* What a comment says comes back whole, without what is written for gnuplot. */
static void
test_comments (void)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autofree char *long_text = g_strnfill (3000, '"');
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) none = bs_chart_table_comments (table, "axis");

  bs_chart_table_comment (table, "note", "\"#\" \\ &#x41;\ttab");
  bs_chart_table_comment (table, "title", "no note");
  bs_chart_table_comment (table, "note", long_text);
  notes = bs_chart_table_comments (table, "note");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpstr (notes->pdata[0], ==, "\"#\" \\ &#x41;\\ttab");
  g_assert_cmpstr (notes->pdata[1], ==, long_text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/caption/whole", test_whole);
  g_test_add_func ("/caption/without", test_without);
  g_test_add_func ("/caption/paths", test_paths);
  g_test_add_func ("/caption/comments", test_comments);
  return g_test_run ();
}
