/* The chart of a measure by outlet. */
#include "report/chart/parts.h"

#include <math.h>

#include "base/number.h"
#include "base/quantile.h"
#include "store/values.h"

#define AXIS_SHARE 0.995 /* of all values stand on the axis; the caption counts the others */

typedef struct {
  BsOutletValues *of; /* borrowed */
  double low, q1, median, q3, high; /* quantiles; the outer ones at 5 % and 95 % */
} Sample;

static void
sample_free (gpointer data)
{
  g_free (data);
}

/* From the highest median down; outlets without a value last; equal ones by name. */
static int
by_median (gconstpointer a, gconstpointer b)
{
  const Sample *x = *(Sample *const *) a, *y = *(Sample *const *) b;

  if (isnan (x->median) != isnan (y->median))
    return isnan (x->median) ? 1 : -1;
  if (!isnan (x->median) && x->median != y->median)
    return x->median < y->median ? 1 : -1;
  return strcmp (x->of->outlet, y->of->outlet);
}

static const double *
values_of (const Sample *sample)
{
  return (const double *) (gpointer) sample->of->values->data;
}

static GPtrArray *
make_samples (const GPtrArray *outlets)
{
  GPtrArray *samples = g_ptr_array_new_with_free_func (sample_free);

  for (guint i = 0; i < outlets->len; i++)
    {
      Sample *sample = g_new0 (Sample, 1);
      gsize n;

      sample->of = outlets->pdata[i];
      n = sample->of->values->len;
      sample->low = bs_quantile (values_of (sample), n, 0.05);
      sample->q1 = bs_quantile (values_of (sample), n, 0.25);
      sample->median = bs_quantile (values_of (sample), n, 0.5);
      sample->q3 = bs_quantile (values_of (sample), n, 0.75);
      sample->high = bs_quantile (values_of (sample), n, 0.95);
      g_ptr_array_add (samples, sample);
    }
  g_ptr_array_sort (samples, by_median);
  return samples;
}

/* Where the axis begins and ends: nearly all values, and every whisker. */
static void
find_axis (const GPtrArray *samples, double *low, double *high)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  double *values;

  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = samples->pdata[i];

      g_array_append_vals (all, sample->of->values->data, sample->of->values->len);
    }
  values = (double *) (gpointer) all->data;
  bs_sort_doubles (values, all->len);
  *low = bs_quantile (values, all->len, 1 - AXIS_SHARE);
  *high = bs_quantile (values, all->len, AXIS_SHARE);
  if (all->len < 1000 && all->len > 0)
    {
      *low = values[0];
      *high = values[all->len - 1];
    }
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = samples->pdata[i];

      *low = fmin (*low, sample->low);
      *high = fmax (*high, sample->high);
    }
}

/* Comments come first, so the articles off the axis are counted before the points are written. */
static void
note_outside (BsChartTable *table, const GPtrArray *samples, double low, double high)
{
  guint64 outside = 0;
  g_autofree char *note = NULL;
  char number[BS_NUMBER_MAX];

  for (guint i = 0; i < samples->len; i++)
    {
      const GArray *values = ((const Sample *) samples->pdata[i])->of->values;

      for (guint j = 0; j < values->len; j++)
        outside += g_array_index (values, double, j) < low || g_array_index (values, double, j) > high;
    }
  if (outside == 0)
    return;
  note = g_strdup_printf ("%s article%s off the axis %s not drawn, but counted in boxes and medians.",
                          bs_number_grouped ((gint64) outside, number), outside == 1 ? "" : "s",
                          outside == 1 ? "is" : "are");
  bs_chart_table_comment (table, "note", note);
}

static void
note_missing (BsChartTable *table, const GPtrArray *samples, BsMeasureRef ref)
{
  for (guint i = 0; i < samples->len; i++)
    if (((const Sample *) samples->pdata[i])->of->values->len > 0)
      return;
  bs_chart_note_no_value (table, ref);
}

/* Up to how many articles an outlet's are drawn one by one: so that all of them together are not too many. */
static gsize
find_most (const GPtrArray *samples)
{
  gsize most = BS_CHART_MOST_POINTS;

  for (;;)
    {
      gsize all = 0, below = 0;

      for (guint i = 0; i < samples->len; i++)
        {
          gsize n = ((const Sample *) samples->pdata[i])->of->values->len;

          if (n <= most)
            all += n;
          if (n < most)
            below = MAX (below, n);
        }
      if (all <= BS_CHART_ALL_POINTS)
        return most;
      most = below;
    }
}

static void
note_binned (BsChartTable *table, const GPtrArray *samples, gsize most)
{
  char number[BS_NUMBER_MAX];
  g_autofree char *note = NULL;

  for (guint i = 0; i < samples->len && note == NULL; i++)
    if (((const Sample *) samples->pdata[i])->of->values->len > most)
      note = g_strdup_printf ("Where an outlet has more than %s articles, bars count them in %d bins.",
                              bs_number_grouped ((gint64) most, number), BS_CHART_BINS);
  if (note != NULL)
    bs_chart_table_comment (table, "note", note);
}

BsChartTable *
bs_chart_measure (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsMeasureRef ref = request->ref;
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autoptr (GPtrArray) outlets = bs_store_load_values (store, id, error);
  g_autoptr (GPtrArray) samples = NULL;
  g_autofree char *axis = g_strdup_printf ("%s, %s", ref.measure->title, ref.measure->unit);
  double low, high;
  gsize most;
  guint n_all;

  if (outlets == NULL)
    return NULL;
  n_all = bs_chart_keep_most (outlets);
  samples = make_samples (outlets);
  most = find_most (samples);
  find_axis (samples, &low, &high);
  bs_chart_begin (table, store, ref.measure->title, "by outlet, the highest median first", axis);
  bs_chart_note_values (table, outlets->len, n_all);
  note_missing (table, samples, ref);
  bs_chart_table_comment (table, "note", "Line: median. Box: the middle half of the articles. Whiskers: 5 % and 95 %.");
  note_outside (table, samples, low, high);
  note_binned (table, samples, most);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = samples->pdata[i];
      double figures[] = { sample->of->values->len, sample->low, sample->q1, sample->median, sample->q3, sample->high };

      bs_chart_table_text (table, sample->of->outlet);
      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        bs_chart_table_number (table, figures[j]);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < samples->len; i++)
    {
      const GArray *values = ((const Sample *) samples->pdata[i])->of->values;

      bs_chart_table_articles (table, i, (const double *) (gpointer) values->data, values->len, low, high,
                               most);
    }
  return g_steal_pointer (&table);
}
