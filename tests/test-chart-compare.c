/* The charts of comparisons: their tables hold what the comparison says and what R 4.2.2 says of the same papers, and
 * say why where there is nothing to compare.
 *
 * d <- expand.grid(i = 1:20, o = 0:2)
 * d$ari <- 8 + d$o + ((d$i * 7 + d$o * 5) %% 11) / 4; d$ari[(d$i + d$o) %% 9 == 0] <- NA
 * d$lix <- 40 - d$o + (d$i * 5 + d$o * 3) %% 13; d$lix[(d$i * 3 + d$o) %% 7 == 0] <- NA
 * d$flesch_en <- 100 - d$ari
 * s <- lapply(split(d$ari, d$o), na.omit)
 */
#include "report/chart/data.h"

#include "report/compare.h"
#include "store-help.h"

static BsMeasureRef
measure (const char *id)
{
  BsMeasureRef ref;

  g_assert_true (bs_measure_find (id, &ref, NULL));
  return ref;
}

/* `papers` papers "o0", "o1", … of so many articles each. */
static BsStore *
store_of_papers (char **path, guint papers, guint articles)
{
  const BsRun nothing = { .started = "", .version = "", .lexicon = "", .settings = "", .places = "", .recipe = "",
                          .ended = TRUE };
  BsStore *store;
  gint64 run;

  *path = new_store_path ();
  store = open_store (*path, BS_STORE_WRITE);
  begin (store);
  for (guint o = 0; o < papers; o++)
    for (guint i = 1; i <= articles; i++)
      {
        g_autofree char *outlet = g_strdup_printf ("o%u", o);
        g_autofree char *id = g_strdup_printf ("%02u", i);
        g_autofree char *text = g_strdup_printf ("one%u two%u three", o, i);

        put_text (store, outlet, id, text, FALSE);
      }
  if (papers == 0) /* as a run that found nothing leaves it */
    g_assert_true (bs_store_put_run (store, &nothing, &run, NULL));
  settle_and_commit (store);
  bs_store_close (store);
  store = open_store (*path, BS_STORE_READ);
  hold_articles (*path);
  change_behind (*path,
                 "UPDATE articles SET ari = 8 + substr(outlet, 2) + ((id * 7 + substr(outlet, 2) * 5) % 11) / 4.0,"
                 " lix = 40 - substr(outlet, 2) + (id * 5 + substr(outlet, 2) * 3) % 13;"
                 "UPDATE articles SET ari = NULL WHERE (id + substr(outlet, 2)) % 9 = 0;"
                 "UPDATE articles SET lix = NULL WHERE (id * 3 + substr(outlet, 2)) % 7 = 0;"
                 "UPDATE articles SET flesch_en = 100 - ari, smog = 9;");
  return store;
}

static void
close_papers (BsStore *store, char *path)
{
  bs_store_close (store);
  remove_store (path);
}

/* ---- A chart's table ---------------------------------------------------------------------------------------------- */

typedef struct {
  char *text;
  GPtrArray *rows[2]; /* of char **, without the line of names */
} Chart;

static Chart
chart_of (BsStore *store, const char *name, const BsChartRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsChartTable) table = bs_chart_data (store, bs_chart_find (name), request, &error);
  Chart chart;
  g_auto (GStrv) lines = NULL;
  int block = 0;
  gboolean named = FALSE;

  g_assert_no_error (error);
  chart.text = g_strdup (bs_chart_table_peek (table));
  chart.rows[0] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  chart.rows[1] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (chart.text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      if (lines[i][0] == '\0' && lines[i + 1][0] == '\0')
        {
          block = 1;
          named = FALSE;
        }
      else if (lines[i][0] != '\0' && lines[i][0] != '#' && !named)
        named = TRUE;
      else if (lines[i][0] != '\0' && lines[i][0] != '#')
        g_ptr_array_add (chart.rows[block], g_strsplit (lines[i], "\t", -1));
    }
  return chart;
}

static void
chart_clear (Chart *chart)
{
  g_free (chart->text);
  g_ptr_array_unref (chart->rows[0]);
  g_ptr_array_unref (chart->rows[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

static const char *
cell (const Chart *chart, guint block, guint row, guint column)
{
  char **cells = chart->rows[block]->pdata[row];

  g_assert_cmpuint (column, <, g_strv_length (cells));
  return cells[column];
}

static double
number (const Chart *chart, guint row, guint column)
{
  const char *text = cell (chart, 1, row, column);

  return g_str_equal (text, "NaN") ? (double) NAN : g_ascii_strtod (text, NULL);
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9 * MAX (1, fabs (b)));
}

static void
assert_empty (BsStore *store, const char *name, const BsChartRequest *request, const char *why)
{
  g_auto (Chart) chart = chart_of (store, name, request);

  g_assert_cmpuint (chart.rows[0]->len, ==, 0);
  g_assert_cmpuint (chart.rows[1]->len, ==, 0);
  assert_contains (chart.text, "# note\t");
  assert_contains (chart.text, why);
}

/* ---- The forest plot ---------------------------------------------------------------------------------------------- */

/* for (p in list(c(1,2), c(2,3), c(1,3))) { o <- outer(s[[p[1]]], s[[p[2]]], "-"); print(c(median(o), mean(sign(o))))
 *   print(wilcox.test(s[[p[1]]], s[[p[2]]], conf.int = TRUE, exact = FALSE, correct = FALSE)$conf.int) } */
static void
test_forest_as_r (void)
{
  static const double expected[][7]
      = { { 0, 1, -1, -1.5000303415231322, -0.25001325861759049, -0.53703703703703709, 3 },
          { 1, 2, -1, -1.7499738995669745, -0.49994550713136565, -0.62654320987654322, 2 },
          { 0, 2, -2, -2.5000235025735904, -1.4999638272653708, -0.9135802469135802, 1 } };
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsChartRequest request = { .ref = measure ("ari"), .seed = 1 };
  g_auto (Chart) chart = chart_of (store, "forest", &request);

  g_assert_cmpuint (chart.rows[0]->len, ==, 3);
  g_assert_cmpuint (chart.rows[1]->len, ==, 3);
  g_assert_cmpstr (cell (&chart, 0, 0, 0), ==, "o0");
  g_assert_cmpstr (cell (&chart, 0, 2, 1), ==, "18");
  for (guint i = 0; i < 3; i++)
    {
      assert_near (number (&chart, i, 0), expected[i][0]);
      assert_near (number (&chart, i, 1), expected[i][1]);
      assert_near (number (&chart, i, 2), expected[i][2]);
      g_assert_cmpfloat_with_epsilon (number (&chart, i, 3), expected[i][3], 1e-3);
      g_assert_cmpfloat_with_epsilon (number (&chart, i, 4), expected[i][4], 1e-3);
      assert_near (number (&chart, i, 5), expected[i][5]);
      assert_near (number (&chart, i, 8), expected[i][6]);
    }
  assert_contains (chart.text, "# interval\t95 % intervals, each for its pair alone");
  close_papers (store, path);
}

/* Every number of the chart is one that bs_compare_run() makes. */
static void
test_forest_as_the_comparison (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsMeasureRef ref = measure ("ari");
  BsChartRequest request = { .ref = ref, .seed = 1, .against = "o1" };
  BsCompareOptions options = { .refs = &ref, .n_refs = 1, .against = "o1", .least = BS_COMPARE_LEAST, .seed = 1,
                               .resamples = 200, .parts = BS_COMPARE_PAIRS };
  g_autoptr (BsCompareData) data = bs_compare_gather (store, &options, NULL);
  g_autoptr (BsCompared) compared = bs_compare_run (data);
  const GArray *pairs = compared->measures[0].pairs;
  g_auto (Chart) chart = chart_of (store, "forest", &request);

  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpuint (chart.rows[1]->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      /* the pairs by name are o0 and o2 less o1, the chart has the larger shift first */
      const BsComparePair *pair = &g_array_index (pairs, BsComparePair, 1 - i);
      const double expected[] = { pair->a, pair->b, pair->shift.estimate, pair->shift.low, pair->shift.high,
                                  pair->delta.estimate, pair->delta.low, pair->delta.high };

      for (guint column = 0; column < G_N_ELEMENTS (expected); column++)
        g_assert_cmpfloat (number (&chart, i, column), ==, expected[column]);
    }
  assert_contains (chart.text, "every other outlet less o1");
  close_papers (store, path);
}

/* Eleven papers make 55 pairs: the 40 of the largest |δ| remain, the largest shift first. */
static void
test_forest_of_many (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 11, 8);
  BsChartRequest request = { .ref = measure ("ari"), .seed = 1 };
  g_auto (Chart) chart = chart_of (store, "forest", &request);
  BsCompareOptions options = { .refs = &request.ref, .n_refs = 1, .least = BS_COMPARE_LEAST, .seed = 1,
                               .resamples = 200, .parts = BS_COMPARE_PAIRS };
  g_autoptr (BsCompareData) data = bs_compare_gather (store, &options, NULL);
  g_autoptr (BsCompared) compared = bs_compare_run (data);
  const GArray *pairs = compared->measures[0].pairs;
  double least = 1;
  guint larger = 0;

  g_assert_cmpuint (pairs->len, ==, 55);
  g_assert_cmpuint (chart.rows[1]->len, ==, 40);
  assert_contains (chart.text, "Drawn are the 40 of 55 pairs with the largest |δ|.");
  for (guint i = 0; i < 40; i++)
    {
      least = fmin (least, fabs (number (&chart, i, 5)));
      if (i > 0)
        g_assert_cmpfloat (number (&chart, i, 2), <=, number (&chart, i - 1, 2));
    }
  for (guint i = 0; i < pairs->len; i++)
    larger += fabs (g_array_index (pairs, BsComparePair, i).delta.estimate) > least;
  g_assert_cmpuint (larger, <, 40);
  close_papers (store, path);
}

static void
test_forest_of_nothing (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsChartRequest request = { .ref = measure ("mtld_lt072"), .seed = 1 };
  g_autoptr (GError) error = NULL;

  assert_empty (store, "forest", &request, "MTLD has values in 5 articles or more of fewer than two of the outlets");
  request.against = "o7";
  g_assert_null (bs_chart_data (store, bs_chart_find ("forest"), &request, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  close_papers (store, path);
  store = store_of_papers (&path, 3, 4);
  request = (BsChartRequest){ .ref = measure ("ari"), .seed = 1 };
  assert_empty (store, "forest", &request, "needs two outlets with 5 articles or more");
  close_papers (store, path);
}

static void
test_forest_against_a_small_one (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsChartRequest request = { .ref = measure ("ari"), .seed = 1, .against = "o0" };

  change_behind (path, "DELETE FROM articles WHERE outlet = 'o0' AND id > '04'");
  assert_empty (store, "forest", &request, "o0 has fewer than the 5 articles");
  request.against = NULL;
  {
    g_auto (Chart) chart = chart_of (store, "forest", &request);

    g_assert_cmpuint (chart.rows[1]->len, ==, 1);
    assert_contains (chart.text, "1 outlet with fewer than 5 articles is left out.");
  }
  close_papers (store, path);
}

/* ---- The profile -------------------------------------------------------------------------------------------------- */

static guint
row_of (const Chart *chart, const char *outlet)
{
  for (guint i = 0; i < chart->rows[0]->len; i++)
    if (g_str_equal (cell (chart, 0, i, 0), outlet))
      return i;
  g_assert_not_reached ();
}

/* for (m in c("ari", "lix")) { med <- tapply(d[[m]], d$o, median, na.rm = TRUE)
 *   iqr <- tapply(d[[m]], d$o, IQR, na.rm = TRUE); print(med)
 *   print((med - median(med)) / (median(iqr) / (2 * qnorm(.75)))) } */
static void
test_profile_as_r (void)
{
  static const double medians[][3] = { { 9.375, 10.125, 11.375 }, { 46.5, 46, 44 } };
  static const double distances[][3] = { { -0.73580700021390744, 0, 1.2263450003565124 },
                                         { 0.096355678599440248, 0, -0.38542271439776099 } };
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsMeasureRef refs[] = { measure ("ari"), measure ("mtld_lt072"), measure ("lix") };
  BsChartRequest request = { .refs = refs, .n_refs = 3, .seed = 1 };
  g_auto (Chart) chart = chart_of (store, "profile", &request);

  g_assert_cmpuint (chart.rows[1]->len, ==, 6);
  assert_contains (chart.text, "1 measure has values in fewer than two of the outlets and is left out.");
  for (guint o = 0; o < 3; o++)
    for (guint m = 0; m < 2; m++)
      {
        char outlet[] = { 'o', (char) ('0' + o), '\0' };
        guint row = row_of (&chart, outlet) * 2 + m;

        assert_near (number (&chart, row, 0), row_of (&chart, outlet));
        assert_near (number (&chart, row, 1), m);
        assert_near (number (&chart, row, 4), medians[m][o]);
        assert_near (number (&chart, row, 6), distances[m][o]);
      }
  g_assert_cmpstr (cell (&chart, 0, 0, 0), ==, "o2"); /* of the two ends, the one with the higher first measure */
  g_assert_cmpstr (cell (&chart, 1, 0, 2), ==, "Automated Readability Index");
  g_assert_cmpstr (cell (&chart, 1, 0, 3), ==, "↑ harder");
  g_assert_cmpstr (cell (&chart, 1, 0, 5), ==, "11.4");
  close_papers (store, path);
}

/* A measure that is the same everywhere is 0 away from the middle; one outlet without values has none, not 0. */
static void
test_profile_of_poor_values (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsMeasureRef refs[] = { measure ("smog"), measure ("ari") };
  BsChartRequest request = { .refs = refs, .n_refs = 2, .seed = 1 };

  change_behind (path, "UPDATE articles SET ari = NULL WHERE outlet = 'o1' AND id > '04';"
                       "UPDATE articles SET smog = 11 WHERE outlet = 'o2'");
  {
    g_auto (Chart) chart = chart_of (store, "profile", &request);
    guint middle = row_of (&chart, "o1") * 2, other = row_of (&chart, "o2") * 2;

    assert_near (number (&chart, middle, 6), 0);
    assert_near (number (&chart, other, 4), 11);
    g_assert_true (isnan (number (&chart, other, 6))); /* no spread inside any outlet is no unit */
    g_assert_true (isnan (number (&chart, middle + 1, 4)));
    g_assert_true (isnan (number (&chart, middle + 1, 6)));
    g_assert_cmpstr (cell (&chart, 1, middle + 1, 5), ==, "–");
  }
  close_papers (store, path);
  store = store_of_papers (&path, 1, 20);
  assert_empty (store, "profile", &request, "needs two outlets with 5 articles or more");
  close_papers (store, path);
}

/* ---- The correlations --------------------------------------------------------------------------------------------- */

/* m <- d[c("ari", "lix", "flesch_en")]; r <- cor(m, method = "spearman", use = "pairwise.complete.obs")
 * hclust(as.dist(1 - abs(r)), "average")$order # 2 1 3 */
static void
test_correlation_as_r (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 3, 20);
  BsMeasureRef refs[] = { measure ("ari"), measure ("lix"), measure ("flesch_en"), measure ("smog"), measure ("mtld_lt072") };
  BsChartRequest request = { .refs = refs, .n_refs = 5, .seed = 1 };
  static const double expected[][4] = { { 1, 0, -0.19038030498603342, 46 },
                                        { 2, 0, 0.19038030498603342, 46 },
                                        { 2, 1, -1, 54 } };
  g_auto (Chart) chart = chart_of (store, "correlation", &request);

  g_assert_cmpuint (chart.rows[0]->len, ==, 3);
  g_assert_cmpstr (cell (&chart, 0, 0, 0), ==, "LIX (läsbarhetsindex)");
  g_assert_cmpstr (cell (&chart, 0, 1, 0), ==, "Automated Readability Index");
  g_assert_cmpstr (cell (&chart, 0, 0, 1), ==, "52");
  g_assert_cmpuint (chart.rows[1]->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    for (guint column = 0; column < 4; column++)
      assert_near (number (&chart, i, column), expected[i][column]);
  assert_contains (chart.text, "n = 46 to 54 by pair");
  assert_contains (chart.text, "2 measures without two different values are left out.");
  close_papers (store, path);
}

static void
test_correlation_of_nothing (void)
{
  char *path;
  BsStore *store = store_of_papers (&path, 1, 2);
  BsMeasureRef refs[] = { measure ("ari"), measure ("smog") };
  BsChartRequest request = { .refs = refs, .n_refs = 2, .seed = 1 };

  assert_empty (store, "correlation", &request, "needs two measures that differ from article to article");
  close_papers (store, path);
  store = store_of_papers (&path, 0, 0);
  assert_empty (store, "correlation", &request, "The store has no article that counts");
  assert_empty (store, "profile", &request, "The store has no article that counts");
  close_papers (store, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-compare/forest-as-r", test_forest_as_r);
  g_test_add_func ("/chart-compare/forest-as-the-comparison", test_forest_as_the_comparison);
  g_test_add_func ("/chart-compare/forest-of-many", test_forest_of_many);
  g_test_add_func ("/chart-compare/forest-of-nothing", test_forest_of_nothing);
  g_test_add_func ("/chart-compare/forest-against-a-small-one", test_forest_against_a_small_one);
  g_test_add_func ("/chart-compare/profile-as-r", test_profile_as_r);
  g_test_add_func ("/chart-compare/profile-of-poor-values", test_profile_of_poor_values);
  g_test_add_func ("/chart-compare/correlation-as-r", test_correlation_as_r);
  g_test_add_func ("/chart-compare/correlation-of-nothing", test_correlation_of_nothing);
  return g_test_run ();
}
