/* The numbers in the tables of charts of a corpus: what was set aside, copies, Fry's graph, a measure over time. */
#include "report/chart/data.h"
#include "report/chart/fry-graph.h"

#include "store-help.h"

static guint
column_of (const char *id)
{
  BsMeasureRef ref;
  guint n, column = 0;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  g_assert_true (bs_measure_find (id, &ref, NULL));
  while (refs[column].measure != ref.measure)
    column++;
  return column;
}

/* The table without its comment lines, or of these lines those that hold `part`. */
static char *
lines_of (const char *table, const char *part)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (part != NULL ? *lines[i] == '#' && strstr (lines[i], part) != NULL
                     : *lines[i] != '#' && (lines[i + 1] != NULL || *lines[i] != '\0'))
      g_string_append_printf (text, "%s\n", lines[i]);
  return g_string_free (text, FALSE);
}

static BsChartTable *
table_of (BsStore *store, const char *chart)
{
  g_autoptr (GError) error = NULL;
  BsChartRequest request = { .seed = 1 };
  BsChartTable *table;

  g_assert_true (bs_store_find_measure ("smog", &request.ref, &error));
  table = bs_chart_data (store, bs_chart_find (chart), &request, &error);
  g_assert_no_error (error);
  return table;
}

static void
assert_rows (BsStore *store, const char *chart, const char *expected)
{
  g_autoptr (BsChartTable) table = table_of (store, chart);
  g_autofree char *rows = lines_of (bs_chart_table_peek (table), NULL);

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_comment (BsStore *store, const char *chart, const char *part)
{
  g_autoptr (BsChartTable) table = table_of (store, chart);
  g_autofree char *lines = lines_of (bs_chart_table_peek (table), part);

  if (*lines == '\0')
    g_error ("no “%s” in the comments of:\n%s", part, bs_chart_table_peek (table));
}

/* ---- What was set aside, and copies ----------------------------------------------------------------------------- */

static void
put (BsStore *store, const char *outlet, const char *id, const guint64 *aside, guint n)
{
  Draft draft;

  draft_text (&draft, store, outlet, id, "the cat sat");
  draft.stored.aside_blocks[BS_KEPT] = 2;
  draft.stored.aside_bytes[BS_KEPT] = 60;
  for (guint i = 0; i < n; i++)
    {
      draft.stored.aside_blocks[BS_KEPT + 1 + i] = aside[i] > 0;
      draft.stored.aside_bytes[BS_KEPT + 1 + i] = aside[i];
    }
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
}

/* By hand: A has 60 + 40 and 60 + 0 bytes, B 60 + 20, C 60. Title 12 of 300 (4 %), subhead 24 (8 %), byline 24. Reasons
 * stand by their bytes in all, then by name: byline before subhead. */
static void
test_set_aside (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put (store, "A", "1", (guint64[]){ 12, 24, 4 }, 3);
  put (store, "A", "2", NULL, 0);
  put (store, "B", "1", (guint64[]){ 0, 0, 20 }, 3);
  put (store, "C", "1", NULL, 0);
  settle_and_commit (store);
  assert_rows (store, "set-aside",
               "outlet\tarticles\tpercent\nA\t2\t25\nB\t1\t25\nC\t1\t0\n\n\nrow\tplace\treason\tstart\tpercent\n"
               "-1\t0\tbyline\t0\t8\n-1\t1\tsubhead\t8\t8\n-1\t2\ttitle\t16\t4\n"
               "0\t0\tbyline\t0\t2.5\n0\t1\tsubhead\t2.5\t15\n0\t2\ttitle\t17.5\t7.5\n1\t0\tbyline\t0\t25\n");
  bs_store_close (store);
  remove_store (path);
}

/* Nine reasons: six have their own place, three share the seventh, and the caption names these. */
static void
test_many_reasons (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put (store, "A", "1", (guint64[]){ 9, 8, 7, 6, 5, 2, 1, 1, 1 }, 9);
  settle_and_commit (store);
  assert_rows (store, "set-aside",
               "outlet\tarticles\tpercent\nA\t1\t40\n\n\nrow\tplace\treason\tstart\tpercent\n"
               "-1\t0\ttitle\t0\t9\n-1\t1\tsubhead\t9\t8\n-1\t2\tbyline\t17\t7\n-1\t3\tticker\t24\t6\n"
               "-1\t4\tnavigation\t30\t5\n-1\t5\tpromo\t35\t2\n-1\t6\tother\t37\t3\n"
               "0\t0\ttitle\t0\t9\n0\t1\tsubhead\t9\t8\n0\t2\tbyline\t17\t7\n0\t3\tticker\t24\t6\n"
               "0\t4\tnavigation\t30\t5\n0\t5\tpromo\t35\t2\n0\t6\tother\t37\t3\n");
  assert_comment (store, "set-aside", "Other: caption, credit, legal.");
  bs_store_close (store);
  remove_store (path);
}

/* A prints one of its four articles again, B takes two of A's among its three, C takes no part. */
static void
test_copies (void)
{
  static const char *const articles[] = { "A1", "A2", "A3", "A4", "B1", "B2", "B3", "C1" };
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    put (store, (char[]){ articles[i][0], '\0' }, articles[i] + 1, NULL, 0);
  settle_and_commit (store);
  bs_store_close (store);
  change_behind (path, "DELETE FROM copies");
  store = open_store (path, BS_STORE_READ);
  assert_rows (store, "copies", "outlet\tarticles\tcopies\tcarried\n\n\nrow\tcolumn\tcopies\tpercent\n");
  assert_comment (store, "copies", "No article of this store is a copy");
  bs_store_close (store);
  change_behind (path,
                 "INSERT INTO copies SELECT article, 1, (SELECT article FROM articles WHERE outlet = 'A' AND id = '1'),"
                 " .9, .8 FROM articles WHERE outlet || id IN ('A1', 'A3', 'B1', 'B2')");
  store = open_store (path, BS_STORE_READ);
  assert_rows (store, "copies",
               "outlet\tarticles\tcopies\tcarried\nA\t4\t1\t1\nB\t3\t2\t0\n\n\nrow\tcolumn\tcopies\tpercent\n"
               "0\t0\t1\t25\n1\t0\t2\t66.66666666666667\n");
  assert_comment (store, "copies", "3 of 8 articles of 3 outlets copy another one");
  assert_comment (store, "copies", "1 other outlet neither copies nor is copied.");
  bs_store_close (store);
  remove_store (path);
}

/* Each of 45 outlets z… copies one of 45 outlets a…: alike in all numbers, so by name 40 of a… would come first, and no
 * pair would be among them. */
static void
test_copies_of_many (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GString) expected = g_string_new ("outlet\tarticles\tcopies\tcarried\n");

  begin (store);
  for (guint i = 0; i < 90; i++)
    {
      char outlet[8];

      g_snprintf (outlet, sizeof outlet, "%c%02u", i < 45 ? 'a' : 'z', i % 45);
      put (store, outlet, "1", NULL, 0);
    }
  settle_and_commit (store);
  bs_store_close (store);
  change_behind (path, "DELETE FROM copies");
  change_behind (path, "INSERT INTO copies SELECT z.article, 1, a.article, .9, .8 FROM articles AS z, articles AS a"
                       " WHERE z.outlet = replace (a.outlet, 'a', 'z') AND a.outlet LIKE 'a%'");
  store = open_store (path, BS_STORE_READ);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (expected, "%c%02u\t1\t%u\t%u\n", i < 20 ? 'a' : 'z', i % 20, i >= 20, i < 20);
  g_string_append (expected, "\n\nrow\tcolumn\tcopies\tpercent\n");
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (expected, "%u\t%u\t1\t100\n", i + 20, i);
  assert_rows (store, "copies", expected->str);
  assert_comment (store, "copies", "45 of 90 articles of 90 outlets copy another one");
  assert_comment (store, "copies", "Of 90 outlets that copy or are copied 40 are drawn: those of the pairs with the most");
  bs_store_close (store);
  remove_store (path);
}

/* ---- Fry's graph ------------------------------------------------------------------------------------------------ */

/* The worked example that is printed beside the graph: 141 syllables and 6.3 sentences are of the seventh grade. The
 * graph itself shows where the first and the last grades, and the grey areas, lie. */
static void
test_fry_grades (void)
{
  static const struct
  {
    double syllables, sentences;
    guint grade;
  } cases[] = {
    { 141, 6.3, 7 }, { 110, 20, 1 }, { 181, 3, 17 }, { 176.5, 4, 16 }, { 165, 12.5, 0 }, { 110, 2.5, 0 },
    { 107, 10, 0 },  { 183, 5, 0 },  { 140, 26, 0 }, { 140, 1.9, 0 },  { NAN, 5, 0 },    { 140, NAN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (bs_fry_grade (cases[i].syllables, cases[i].sentences), ==, cases[i].grade);
}

/* From the left to the right no grade is left out or comes again, at every height; and where there is a line is where
 * the grade changes. */
static void
test_fry_lines (void)
{
  guint n;
  const double *marks = bs_fry_marks (&n);

  for (double place = 0; place <= n - 1; place += 0.125)
    {
      guint last = 0;

      for (double syllables = 108; syllables <= 182; syllables += 0.125)
        {
          guint grade = bs_fry_grade (syllables, bs_fry_sentences (place));

          if (grade == 0)
            continue;
          g_assert_true (last == 0 || grade == last || grade == last + 1);
          last = grade;
        }
    }
  for (guint grade = 1; grade < BS_FRY_GRADES; grade++)
    {
      BsFryPoint ends[2];
      double syllables, sentences;

      bs_fry_line (grade, ends);
      syllables = ends[0].syllables + 0.4 * (ends[1].syllables - ends[0].syllables);
      sentences = bs_fry_sentences (ends[0].place + 0.4 * (ends[1].place - ends[0].place));
      g_assert_cmpuint (bs_fry_grade (syllables - 0.01, sentences), ==, grade);
      g_assert_cmpuint (bs_fry_grade (syllables + 0.01, sentences), ==, grade + 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (bs_fry_place (marks[i]), ==, i);
      g_assert_cmpfloat (bs_fry_sentences (i), ==, marks[i]);
    }
  g_assert_cmpfloat_with_epsilon (bs_fry_place (22.5), 28.5, 1e-12);
  g_assert_true (isnan (bs_fry_place (1.99)) && isnan (bs_fry_place (25.01)) && isnan (bs_fry_sentences (29.1)));
}

static void
put_measured (BsStore *store, const char *outlet, const char *id, const char *day, const char *const *measures,
              const double *values, guint n)
{
  Draft draft;

  draft_text (&draft, store, outlet, id, "the cat sat");
  draft.stored.day = day;
  for (guint i = 0; i < n; i++)
    draft.measures[column_of (measures[i])] = values[i];
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
}

/* So many syllables and sentences per 100 words, of 4,000. */
static void
put_fry (BsStore *store, const char *outlet, guint id, double syllables, double sentences)
{
  g_autofree char *name = g_strdup_printf ("%05u", id);
  Draft draft;
  gint64 *counts;

  draft_text (&draft, store, outlet, name, "the cat sat");
  counts = draft.stored.counts.value;
  counts[BS_COUNT_WORDS] = 4000;
  counts[BS_COUNT_SYLLABLES] = isnan (syllables) ? BS_COUNT_MISSING : llrint (40 * syllables);
  counts[BS_COUNT_SENTENCES] = llrint (40 * sentences);
  draft.stored.language = "en";
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, NULL));
  draft_clear (&draft);
}

static guint
count_rows (const char *table, const char *begin)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_has_prefix (lines[i], begin);
  return n;
}

/* Paper A: medians 141 and 6.3, of quartiles 140.5 and 141.5 (type 7). B lies off the graph. One has no figures. */
static void
test_fry_table (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsChartTable) table = NULL;
  const char *text;

  begin (store);
  put_fry (store, "A", 1, 140, 6.3);
  put_fry (store, "A", 2, 141, 6.3);
  put_fry (store, "A", 3, 142, 6.3);
  put_fry (store, "A", 4, NAN, 6.3);
  put_fry (store, "B", 1, 190, 5);
  put_fry (store, "B", 2, 165, 12.5);
  put_fry (store, "B", 3, 200, 30);
  settle_and_commit (store);
  table = table_of (store, "fry");
  text = bs_chart_table_peek (table);
  assert_contains (text, "\nA\t3\t7\t141\t6.3\t17\t140.5\t141.5\t17\t17\n"
                         "B\t3\tNaN\t190\t12.5\tNaN\t177.5\t182\t");
  assert_contains (text, "\n0\tarticle\t140\t17\t140\t17\t1\n0\tarticle\t141\t17\t141\t17\t1\n");
  g_assert_cmpuint (count_rows (text, "0\tarticle"), ==, 3);
  g_assert_cmpuint (count_rows (text, "1\tarticle"), ==, 1);
  g_assert_cmpuint (count_rows (text, "-1\tmark"), ==, 30);
  g_assert_cmpuint (count_rows (text, "-1\tline"), ==, BS_FRY_GRADES - 1);
  g_assert_cmpuint (count_rows (text, "-1\tgrade"), ==, BS_FRY_GRADES);
  assert_comment (store, "fry", "2 articles lie off the graph");
  assert_comment (store, "fry", "1 article lies in a grey area");
  assert_comment (store, "fry", "1 article has no such figures");
  bs_store_close (store);
  remove_store (path);
}

/* Beyond 2,000 articles cells hold them: here two, the corners of the graph among them. */
static void
test_fry_bins (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsChartTable) table = NULL;
  const char *text;

  begin (store);
  for (guint i = 0; i < BS_CHART_MOST_POINTS + 1; i++)
    put_fry (store, i % 2 ? "A" : "B", i, i % 3 ? 150.25 : 182, i % 3 ? 5.0 : 25);
  settle_and_commit (store);
  table = table_of (store, "fry");
  text = bs_chart_table_peek (table);
  g_assert_cmpuint (count_rows (text, "0\tarticle"), ==, 0);
  g_assert_cmpuint (count_rows (text, "-1\tbin"), ==, 2);
  assert_contains (text, "\n-1\tbin\t150\t13\t151\t13.5\t1334\n-1\tbin\t181\t28.5\t182\t29\t667\n");
  bs_store_close (store);
  remove_store (path);
}

/* ---- A measure over time ---------------------------------------------------------------------------------------- */

static void
put_smog (BsStore *store, const char *outlet, const char *id, const char *day, double value)
{
  static const char *const measures[] = { "smog" };

  put_measured (store, outlet, id, day, measures, &value, 1);
}

/* Quartiles as R's quantile (1:4) and quantile (c (1:4, 8)) give them: 1.75, 2.5, 3.25 and 2, 3, 4. By month there
 * would be hardly two articles, so these are years; 2002 and 2003 are one gap, and what has no date is named. */
static void
test_years (void)
{
  static const char *const days[] = { "2001-01-05", "2001-03-07", "2001-11-30", "2001", "2004-02-01" };
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  for (guint i = 0; i < 5; i++)
    put_smog (store, "A", (char[]){ (char) ('a' + i), '\0' }, days[i], i < 4 ? 4 - i : 10);
  put_smog (store, "A", "x", NULL, 50);
  put_smog (store, "A", "y", "2001-01-06", NAN);
  put_smog (store, "B", "a", "2001-06-01", 8);
  put_smog (store, "C", "a", NULL, 5);
  settle_and_commit (store);
  assert_rows (store, "years",
               "outlet\tarticles\nA\t5\nB\t1\n\n\nrow\tperiod\ttime\tarticles\tmedian\tq1\tq3\n"
               "-1\t2001\t2001.5\t5\t3\t2\t4\n-1\t2002\t2002.5\t0\tNaN\tNaN\tNaN\n-1\t2004\t2004.5\t1\t10\tNaN\tNaN\n"
               "0\t2001\t2001.5\t4\t2.5\t1.75\t3.25\n0\t2002\t2002.5\t0\tNaN\tNaN\tNaN\n"
               "0\t2004\t2004.5\t1\t10\tNaN\tNaN\n1\t2001\t2001.5\t1\t8\tNaN\tNaN\n");
  assert_comment (store, "years", "Without dates, and left out: C.");
  assert_comment (store, "years", "1 further article has no date to the year.");
  assert_comment (store, "years", "# interval\tBoxes");
  bs_store_close (store);
  remove_store (path);
}

static void
test_no_dates (void)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_smog (store, "A", "a", NULL, 5);
  settle_and_commit (store);
  assert_rows (store, "years", "outlet\tarticles\n\n\nrow\tperiod\ttime\tarticles\tmedian\tq1\tq3\n");
  assert_comment (store, "years", "No article has this measure and a date");
  assert_rows (store, "set-aside", "outlet\tarticles\tpercent\n\n\nrow\tplace\treason\tstart\tpercent\n");
  assert_comment (store, "set-aside", "Nothing was set aside");
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-corpus/set-aside", test_set_aside);
  g_test_add_func ("/chart-corpus/many-reasons", test_many_reasons);
  g_test_add_func ("/chart-corpus/copies", test_copies);
  g_test_add_func ("/chart-corpus/copies-of-many", test_copies_of_many);
  g_test_add_func ("/chart-corpus/fry-grades", test_fry_grades);
  g_test_add_func ("/chart-corpus/fry-lines", test_fry_lines);
  g_test_add_func ("/chart-corpus/fry-table", test_fry_table);
  g_test_add_func ("/chart-corpus/fry-bins", test_fry_bins);
  g_test_add_func ("/chart-corpus/years", test_years);
  g_test_add_func ("/chart-corpus/no-dates", test_no_dates);
  return g_test_run ();
}
