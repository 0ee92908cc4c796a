/* The heat map of outlets and measures: medians, and how far each lies from the middle outlet's. */
#include "report/chart/compared.h"

#include <math.h>

#include "base/quantile.h"
#include "compare/tree.h"
#include "report/view.h"

#define SD_PER_QUARTILE_RANGE 1.3489795003921634 /* interquartile range of a normal distribution, in its SD */

typedef struct {
  const BsCompared *compared;
  guint  *measures; /* that are drawn: those with values in two outlets or more */
  guint   n, dropped;
  guint  *outlets;  /* in the order drawn */
  guint   k;
  double *distance; /* by group and place of measure; NAN: no value or no unit */
} Profile;

static void
profile_clear (Profile *profile)
{
  g_free (profile->measures);
  g_free (profile->outlets);
  g_free (profile->distance);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Profile, profile_clear)

/* ---- Standardizing ------------------------------------------------------------------------------------------------ */

/* The middle outlet's median and the usual spread inside an outlet: every outlet weighs the same, however large, and no
 * outlying one decides. A unit of the spread of articles, not of outlets: where outlets hardly differ, nothing is
 * coloured. */
static guint
find_scale (const BsCompareFigures *figures, guint k, double *centre, double *unit)
{
  g_autofree double *medians = g_new (double, k + 1);
  g_autofree double *ranges = g_new (double, k + 1);
  guint n = 0;

  for (guint i = 0; i < k; i++)
    if (figures[i].tested)
      {
        medians[n] = figures[i].summary.median;
        ranges[n++] = figures[i].summary.q75 - figures[i].summary.q25;
      }
  bs_sort_doubles (medians, n);
  bs_sort_doubles (ranges, n);
  *centre = bs_median (medians, n);
  *unit = bs_median (ranges, n) / SD_PER_QUARTILE_RANGE;
  return n;
}

static double
standardize (const BsCompareFigures *figures, double centre, double unit)
{
  double distance = figures->summary.median - centre;

  if (!figures->tested)
    return NAN;
  return distance == 0 ? 0 : unit > 0 ? distance / unit : NAN;
}

static void
fill (Profile *profile)
{
  const BsCompareData *data = profile->compared->data;
  guint n_refs = data->options.n_refs;

  profile->k = data->groups->len;
  profile->measures = g_new (guint, n_refs + 1);
  profile->distance = g_new (double, (gsize) profile->k * n_refs + 1);
  for (guint i = 0; i < n_refs; i++)
    {
      const BsCompareFigures *figures = profile->compared->measures[i].figures;
      double centre, unit;

      if (find_scale (figures, profile->k, &centre, &unit) < 2)
        {
          profile->dropped++;
          continue;
        }
      for (guint group = 0; group < profile->k; group++)
        profile->distance[(gsize) group * n_refs + profile->n] = standardize (&figures[group], centre, unit);
      profile->measures[profile->n++] = i;
    }
}

/* ---- Order -------------------------------------------------------------------------------------------------------- */

/* Root mean square over the measures that both have; NAN: none. */
static double
unlikeness (const Profile *profile, guint a, guint b)
{
  guint n_refs = profile->compared->data->options.n_refs, n = 0;
  double sum = 0;

  for (guint i = 0; i < profile->n; i++)
    {
      double difference = profile->distance[(gsize) a * n_refs + i] - profile->distance[(gsize) b * n_refs + i];

      if (isnan (difference))
        continue;
      sum += difference * difference;
      n++;
    }
  return n > 0 ? sqrt (sum / n) : NAN;
}

/* Outlets that share no measure are as far apart as any two are. */
static double *
unlikenesses (const Profile *profile)
{
  guint k = profile->k;
  double *matrix = g_new (double, (gsize) k * k + 1);
  double most = 0;

  for (guint a = 0; a < k; a++)
    for (guint b = 0; b < k; b++)
      {
        matrix[(gsize) a * k + b] = a != b ? unlikeness (profile, a, b) : 0;
        most = fmax (most, matrix[(gsize) a * k + b]);
      }
  for (gsize i = 0; i < (gsize) k * k; i++)
    if (isnan (matrix[i]))
      matrix[i] = most;
  return matrix;
}

static gboolean
has_value (const Profile *profile, guint group)
{
  for (guint i = 0; i < profile->n; i++)
    if (profile->compared->measures[profile->measures[i]].figures[group].tested)
      return TRUE;
  return FALSE;
}

/* The leaves of the tree, the end with the higher first measure first; outlets without any value left out. */
static void
arrange (Profile *profile)
{
  g_autofree double *matrix = unlikenesses (profile);
  g_autofree BsMerge *merges = bs_tree (matrix, profile->k, BS_LINKAGE_AVERAGE);
  g_autofree guint *order = bs_tree_order (merges, profile->k);
  guint k = profile->k, n_refs = profile->compared->data->options.n_refs;
  gboolean turn = profile->distance[(gsize) order[0] * n_refs] < profile->distance[(gsize) order[k - 1] * n_refs];

  profile->outlets = g_new (guint, k + 1);
  profile->k = 0;
  for (guint i = 0; i < k; i++)
    if (has_value (profile, order[turn ? k - 1 - i : i]))
      profile->outlets[profile->k++] = order[turn ? k - 1 - i : i];
}

/* ---- The table ---------------------------------------------------------------------------------------------------- */

static void
comment (BsChartTable *table, const Profile *profile)
{
  const BsCompareData *data = profile->compared->data;
  g_autofree char *dropped = g_strdup_printf (
      profile->dropped == 1 ? "%u measure has values in fewer than two of the outlets and is left out."
                            : "%u measures have values in fewer than two of the outlets and are left out.",
      profile->dropped);
  g_autofree char *missing
      = g_strdup_printf ("Outlets stand by likeness. –: fewer than %d articles with a value.", BS_COMPARE_LEAST);

  bs_chart_table_comment (table, "note",
                          "Cell: the outlet's median, and its distance from the middle one of all outlets' medians, in"
                          " standard deviations of articles inside an outlet (the median of the outlets' interquartile"
                          " ranges over 1.349).");
  bs_chart_table_comment (table, "note", missing);
  if (profile->dropped > 0)
    bs_chart_table_comment (table, "note", dropped);
  bs_chart_note_small (table, data->small->len + data->groups->len - profile->k);
}

static void
write_cell (BsChartTable *table, const Profile *profile, guint row, guint column)
{
  const BsCompareData *data = profile->compared->data;
  guint group = profile->outlets[row], measure = profile->measures[column];
  const BsCompareFigures *figures = &profile->compared->measures[measure].figures[group];
  BsMeasureRef ref = data->options.refs[measure];
  double median = figures->tested ? figures->summary.median : NAN;
  g_autofree char *title = bs_chart_measure_title (ref);
  g_autofree char *direction = g_strconcat ("↑ ", bs_direction_name (ref.measure->direction), NULL);
  g_autofree char *printed = bs_measure_format (ref, median);

  bs_chart_table_number (table, row);
  bs_chart_table_number (table, column);
  bs_chart_table_text (table, title);
  bs_chart_table_text (table, direction);
  bs_chart_table_number (table, median);
  bs_chart_table_text (table, printed);
  bs_chart_table_number (table, profile->distance[(gsize) group * data->options.n_refs + column]);
}

static void
write_profile (BsChartTable *table, const BsChart *chart, const Profile *profile)
{
  const BsCompareData *data = profile->compared->data;

  comment (table, profile);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < profile->k; i++)
    {
      const BsCompareGroup *group = bs_compare_group (data, profile->outlets[i]);

      bs_chart_table_text (table, group->name);
      bs_chart_table_number (table, group->n);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint row = 0; row < profile->k; row++)
    for (guint column = 0; column < profile->n; column++)
      write_cell (table, profile, row, column);
}

BsChartTable *
bs_chart_profile (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsCompareOptions options = bs_chart_compare_options (request, request->refs, request->n_refs, 0);
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autoptr (BsCompareData) data = NULL;
  g_autoptr (BsCompared) compared = NULL;
  g_auto (Profile) profile = { 0 };
  g_autofree char *few = bs_chart_why_few_outlets (store);

  bs_chart_begin (table, store, "Outlets by measure", "medians over articles", NULL);
  if (few == NULL)
    {
      data = bs_compare_gather (store, &options, error);
      if (data == NULL)
        return NULL;
      profile.compared = compared = bs_compare_run (data);
      fill (&profile);
    }
  if (few != NULL)
    bs_chart_end_empty (table, chart, few);
  else if (profile.n == 0)
    bs_chart_end_empty (table, chart, "No measure that was asked for has values in two outlets: ask for others.");
  else
    {
      arrange (&profile);
      write_profile (table, chart, &profile);
    }
  return g_steal_pointer (&table);
}
