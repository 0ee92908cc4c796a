/* The tables of the charts "tree", "map" and "heat". */
#include "report/chart/parts.h"
#include "report/likeness.h"

#include <math.h>

#include "base/number.h"

static void
comment (BsChartTable *table, const BsLikeness *likeness, const char *title, const char *axis, gboolean resampled)
{
  char articles[BS_NUMBER_MAX];
  g_autofree char *lead = g_strdup_printf ("%u outlets, %s articles, by %s", likeness->words->outlets->len,
                                           bs_number_grouped (likeness->words->articles->len, articles),
                                           likeness->options.components ? "principal components of their words"
                                                                        : likeness->options.measure->title);
  g_autofree char *note = bs_likeness_note (likeness, resampled);

  bs_chart_table_comment (table, "title", title);
  bs_chart_table_comment (table, "subtitle", lead);
  if (axis != NULL)
    bs_chart_table_comment (table, "axis", axis);
  bs_chart_table_comment (table, "note", note);
}

/* The outlets as they stand in the drawn tree, so that neighbours are neighbours. */
static void
write_in_order (BsChartTable *table, const BsLikeness *likeness, const BsChart *chart, const guint *order)
{
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < likeness->words->outlets->len; i++)
    bs_chart_table_text (table, likeness->words->outlets->pdata[order[i]]);
}

/* ---- The tree ----------------------------------------------------------------------------------------------------- */

/* A bracket a merge: where its two branches come from and at what height they meet. */
static void
write_brackets (BsChartTable *table, const BsLikeness *likeness, const guint *order)
{
  guint n = likeness->words->outlets->len;
  g_autofree double *place = g_new (double, 2 * n), *height = g_new0 (double, 2 * n);

  for (guint i = 0; i < n; i++)
    place[order[i]] = i;
  for (guint m = 0; m + 1 < n; m++)
    {
      const BsMerge *merge = &likeness->merges[m];

      place[n + m] = (place[merge->left] + place[merge->right]) / 2;
      height[n + m] = merge->height;
      bs_chart_table_number (table, place[merge->left]);
      bs_chart_table_number (table, height[merge->left]);
      bs_chart_table_number (table, place[merge->right]);
      bs_chart_table_number (table, height[merge->right]);
      bs_chart_table_number (table, merge->height);
      bs_chart_table_number (table, 100 * bs_clades_share (likeness->clades, m));
    }
}

static void
draw_tree (BsChartTable *table, const BsLikeness *likeness, const BsChart *chart)
{
  g_autofree guint *order = bs_tree_order (likeness->merges, likeness->words->outlets->len);

  comment (table, likeness, "Which outlets write alike", "Distance at which branches meet", TRUE);
  if (likeness->options.resamples > 0)
    bs_chart_table_comment (table, "interval",
                            "The number at a branch is no interval but its support: the percent of resamples whose tree has "
                            "the same outlets on one branch.");
  write_in_order (table, likeness, chart, order);
  bs_chart_table_block (table, chart->item_columns);
  write_brackets (table, likeness, order);
}

/* ---- The heat map ------------------------------------------------------------------------------------------------- */

static void
draw_heat (BsChartTable *table, const BsLikeness *likeness, const BsChart *chart)
{
  guint n = likeness->words->outlets->len;
  g_autofree guint *order = bs_tree_order (likeness->merges, n);

  comment (table, likeness, "How far apart outlets write", likeness->options.measure->title, FALSE);
  write_in_order (table, likeness, chart, order);
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        bs_chart_table_number (table, i);
        bs_chart_table_number (table, j);
        bs_chart_table_number (table, i != j ? likeness->matrix[(gsize) order[i] * n + order[j]] : NAN);
      }
}

/* ---- The map ------------------------------------------------------------------------------------------------------ */

static void
draw_map (BsChartTable *table, const BsLikeness *likeness, const BsChart *chart)
{
  guint n = likeness->words->outlets->len;
  g_autoptr (BsScaling) map = bs_likeness_scaling (likeness);
  g_autofree char *axes = bs_likeness_axes (likeness, map);

  comment (table, likeness, "A map of how outlets write", axes, FALSE);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < n; i++)
    bs_chart_table_text (table, likeness->words->outlets->pdata[i]);
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < n; i++)
    {
      bs_chart_table_number (table, i);
      bs_chart_table_number (table, map->points[2 * i]);
      bs_chart_table_number (table, map->points[2 * i + 1]);
    }
}

BsChartTable *
bs_likeness_chart (const BsLikeness *likeness, const BsChart *chart)
{
  BsChartTable *table = bs_chart_table_new ();

  if (g_str_equal (chart->name, "tree"))
    draw_tree (table, likeness, chart);
  else if (g_str_equal (chart->name, "heat"))
    draw_heat (table, likeness, chart);
  else
    draw_map (table, likeness, chart);
  return table;
}

BsChartTable *
bs_chart_likeness (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsLikenessOptions options = BS_LIKENESS_OPTIONS_INIT;
  g_autoptr (BsLikeness) likeness = NULL;
  gboolean two;

  /* z-scores of two outlets are the same for every word */
  two = bs_store_number (store, "SELECT count(*) FROM counted_outlets", NULL) == 2;
  options.measure = bs_likeness_measure_find (two ? "jsd" : "delta", error);
  options.seed = request->seed;
  options.resamples = g_str_equal (chart->name, "tree") ? BS_LIKENESS_RESAMPLES : 0;
  likeness = bs_likeness_new (store, &options, error);
  return likeness != NULL ? bs_likeness_chart (likeness, chart) : NULL;
}
