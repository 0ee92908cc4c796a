/* The chart of cumulative shares: how many of an outlet's articles lie at or under each value of a measure. */
#include "report/chart/parts.h"

#include <math.h>

#include "base/number.h"
#include "base/quantile.h"
#include "store/values.h"

#define STEPS_MOST 400   /* of an outlet's curve */
#define STEPS_ALL 5000   /* of all curves */
#define AXIS_SHARE 0.995 /* of all values stand on the axis; the caption counts the others */

/* All values that are drawn or not, ascending. */
static GArray *
pool (const GPtrArray *outlets)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < outlets->len; i++)
    {
      const GArray *values = ((const BsOutletValues *) outlets->pdata[i])->values;

      g_array_append_vals (all, values->data, values->len);
    }
  bs_sort_doubles ((double *) (gpointer) all->data, all->len);
  return all;
}

/* Where the axis begins and ends: all of a few values, nearly all of many. */
static void
find_axis (const GArray *all, double *low, double *high)
{
  const double *values = (const double *) (gpointer) all->data;
  double share = all->len < 1000 ? 1 : AXIS_SHARE;

  *low = bs_quantile (values, all->len, 1 - share);
  *high = bs_quantile (values, all->len, share);
}

static void
note_outside (BsChartTable *table, const GArray *all, double low, double high)
{
  guint outside = 0;
  char number[BS_NUMBER_MAX];
  g_autofree char *note = NULL;

  for (guint i = 0; i < all->len; i++)
    outside += g_array_index (all, double, i) < low || g_array_index (all, double, i) > high;
  if (outside == 0)
    return;
  note = g_strdup_printf ("%s article%s off the axis %s counted in the percentages.", bs_number_grouped (outside, number),
                          outside == 1 ? "" : "s", outside == 1 ? "is" : "are");
  bs_chart_table_comment (table, "note", note);
}

static void
put_step (BsChartTable *table, guint row, double value, double percent)
{
  bs_chart_table_number (table, row);
  bs_chart_table_number (table, value);
  bs_chart_table_number (table, percent);
}

/* The steps between the ends of the axis; of many, every so many-th, so that no step is off by more than one in
 * `most`. */
static void
write_steps (BsChartTable *table, guint row, const GArray *values, guint most, double low, double high)
{
  guint n = values->len, every = (n + most - 1) / most;
  double below = 0;

  if (n == 0)
    return;
  for (guint i = 0; i < n && g_array_index (values, double, i) < low; i++)
    below = 100.0 * (i + 1) / n;
  put_step (table, row, low, below);
  for (guint i = 0; i < n; i++)
    {
      double value = g_array_index (values, double, i);
      gboolean is_last_of_equals = i + 1 == n || g_array_index (values, double, i + 1) > value;

      if (value >= low && value <= high && (i + 1 == n || (i + 1) % every == 0) && (is_last_of_equals || every > 1))
        put_step (table, row, value, 100.0 * (i + 1) / n);
    }
  below = 0;
  for (guint i = 0; i < n && g_array_index (values, double, i) <= high; i++)
    below = 100.0 * (i + 1) / n;
  put_step (table, row, high, below);
}

BsChartTable *
bs_chart_ecdf (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autofree char *id = bs_measure_ref_id (request->ref);
  g_autofree char *axis = g_strdup_printf ("Across: %s, %s", request->ref.measure->title, request->ref.measure->unit);
  g_autoptr (GPtrArray) outlets = bs_store_load_values (store, id, error);
  g_autoptr (GArray) all = outlets != NULL ? pool (outlets) : NULL;
  double low, high;
  guint most, n_all;

  if (outlets == NULL)
    return NULL;
  n_all = bs_chart_keep_most (outlets);
  most = CLAMP (STEPS_ALL / MAX (outlets->len, 1), 1, STEPS_MOST);
  find_axis (all, &low, &high);
  bs_chart_begin (table, store, request->ref.measure->title, "share of articles at or under each value, by outlet", axis);
  bs_chart_note_values (table, outlets->len, n_all);
  if (all->len == 0)
    bs_chart_note_no_value (table, request->ref);
  note_outside (table, all, low, high);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      const BsOutletValues *one = outlets->pdata[i];

      bs_chart_table_text (table, one->outlet);
      bs_chart_table_number (table, one->values->len);
      bs_chart_table_number (table, bs_quantile ((const double *) (gpointer) one->values->data, one->values->len, 0.5));
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < outlets->len; i++)
    write_steps (table, i, ((const BsOutletValues *) outlets->pdata[i])->values, most, low, high);
  return g_steal_pointer (&table);
}
