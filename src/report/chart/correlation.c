/* The matrix of rank correlations of measures over articles. */
#include "report/chart/compared.h"

#include <math.h>

#include "base/number.h"
#include "compare/tree.h"
#include "compare/trend.h"

#define MOST_MEASURES 40 /* that are drawn */

/* Measures that vary, and what they have in common. */
typedef struct {
  guint    n, dropped, beyond; /* drawn; without two different values; more than are drawn */
  guint   *measures;           /* by place: number among those asked for */
  double **values;             /* by place and article; NAN: none */
  gsize    articles;
  gsize   *with_value;         /* by place */
  double  *rho;                /* of two places; NAN: fewer than three articles have both, or no spread */
  gsize   *both;               /* articles of a pair */
} Matrix;

static void
matrix_clear (Matrix *matrix)
{
  for (guint i = 0; i < matrix->n; i++)
    g_free (matrix->values[i]);
  g_free (matrix->measures);
  g_free (matrix->values);
  g_free (matrix->with_value);
  g_free (matrix->rho);
  g_free (matrix->both);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

/* ---- Articles ----------------------------------------------------------------------------------------------------- */

/* Of the articles that count; `*n` with a value. */
static double *
values_of (const BsCompareData *data, guint measure, gsize *articles, gsize *n, gboolean *varies)
{
  double *values = g_new (double, data->n_rows + 1);
  double first = NAN;

  *articles = *n = 0;
  *varies = FALSE;
  for (guint i = 0; i < data->groups->len; i++)
    {
      const BsCompareGroup *group = bs_compare_group (data, i);

      for (guint row = group->first; row < group->first + group->n; row++)
        {
          double value = data->values[measure][row];

          values[(*articles)++] = value;
          *n += !isnan (value);
          *varies |= !isnan (first) && !isnan (value) && value != first;
          first = isnan (first) ? value : first;
        }
    }
  return values;
}

static void
take_measures (Matrix *matrix, const BsCompareData *data)
{
  guint n_refs = data->options.n_refs;

  matrix->measures = g_new (guint, n_refs + 1);
  matrix->values = g_new0 (double *, n_refs + 1);
  matrix->with_value = g_new (gsize, n_refs + 1);
  for (guint i = 0; i < n_refs; i++)
    {
      gboolean varies;
      gsize n;
      double *values = values_of (data, i, &matrix->articles, &n, &varies);

      matrix->dropped += !varies;
      matrix->beyond += varies && matrix->n == MOST_MEASURES;
      if (!varies || matrix->n == MOST_MEASURES)
        {
          g_free (values);
          continue;
        }
      matrix->measures[matrix->n] = i;
      matrix->with_value[matrix->n] = n;
      matrix->values[matrix->n++] = values;
    }
}

/* ---- Correlations ------------------------------------------------------------------------------------------------- */

/* Over the articles that have both. `room` holds two columns of articles. */
static double
correlate (const Matrix *matrix, guint a, guint b, double *room, gsize *both)
{
  double *x = room, *y = room + matrix->articles;

  *both = 0;
  for (gsize i = 0; i < matrix->articles; i++)
    if (!isnan (matrix->values[a][i]) && !isnan (matrix->values[b][i]))
      {
        x[*both] = matrix->values[a][i];
        y[(*both)++] = matrix->values[b][i];
      }
  return bs_spearman (x, y, *both).statistic;
}

static void
correlate_all (Matrix *matrix)
{
  guint n = matrix->n;
  g_autofree double *room = g_new (double, 2 * matrix->articles + 1);

  matrix->rho = g_new0 (double, (gsize) n * n + 1);
  matrix->both = g_new0 (gsize, (gsize) n * n + 1);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < a; b++)
      {
        gsize at = (gsize) a * n + b, mirrored = (gsize) b * n + a;

        matrix->rho[at] = correlate (matrix, a, b, room, &matrix->both[at]);
        matrix->rho[mirrored] = matrix->rho[at];
        matrix->both[mirrored] = matrix->both[at];
      }
}

/* Measures that say the same, or the contrary, side by side: average linkage of 1 - |ρ|. Free with g_free. */
static guint *
arrange (const Matrix *matrix)
{
  guint n = matrix->n;
  g_autofree double *distance = g_new (double, (gsize) n * n + 1);
  g_autofree BsMerge *merges = NULL;

  for (gsize i = 0; i < (gsize) n * n; i++)
    distance[i] = isnan (matrix->rho[i]) ? 1 : 1 - fabs (matrix->rho[i]);
  for (guint i = 0; i < n; i++)
    distance[(gsize) i * n + i] = 0;
  merges = bs_tree (distance, n, BS_LINKAGE_AVERAGE);
  return bs_tree_order (merges, n);
}

/* ---- The table ---------------------------------------------------------------------------------------------------- */

/* "n = 5,100 to 5,740" */
static char *
describe_n (const Matrix *matrix)
{
  gsize least = G_MAXSIZE, most = 0;
  char low[BS_NUMBER_MAX], high[BS_NUMBER_MAX];

  for (guint a = 0; a < matrix->n; a++)
    for (guint b = 0; b < a; b++)
      {
        least = MIN (least, matrix->both[(gsize) a * matrix->n + b]);
        most = MAX (most, matrix->both[(gsize) a * matrix->n + b]);
      }
  bs_number_grouped ((gint64) least, low);
  bs_number_grouped ((gint64) most, high);
  return least == most ? g_strdup_printf ("n = %s", low) : g_strdup_printf ("n = %s to %s by pair", low, high);
}

static void
begin (BsChartTable *table, BsStore *store, const Matrix *matrix)
{
  g_autofree char *n = matrix->n >= 2 ? describe_n (matrix) : NULL;
  g_autofree char *lead = n != NULL ? g_strdup_printf ("Spearman's ρ over articles, %s", n)
                                    : g_strdup ("Spearman's ρ over articles");

  bs_chart_begin (table, store, "Which measures go together", lead, "Spearman's ρ");
}

static void
comment (BsChartTable *table, const Matrix *matrix)
{
  g_autofree char *dropped
      = g_strdup_printf (matrix->dropped == 1 ? "%u measure without two different values is left out."
                                              : "%u measures without two different values are left out.",
                         matrix->dropped);
  g_autofree char *beyond = g_strdup_printf ("Drawn are the first %d of %u measures that were asked for.",
                                             MOST_MEASURES, MOST_MEASURES + matrix->beyond);

  bs_chart_table_comment (table, "note",
                          "Over the articles that have both measures, whatever their outlet: what differs between outlets"
                          " and what differs inside them count alike. Intervals are not drawn. Like measures stand together"
                          " (average linkage of 1 − |ρ|).");
  if (matrix->dropped > 0)
    bs_chart_table_comment (table, "note", dropped);
  if (matrix->beyond > 0)
    bs_chart_table_comment (table, "note", beyond);
}

/* Each pair once, the later measure's row. */
static void
write_matrix (BsChartTable *table, const BsChart *chart, const BsMeasureRef *refs, const Matrix *matrix)
{
  g_autofree guint *order = arrange (matrix);

  comment (table, matrix);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < matrix->n; i++)
    {
      g_autofree char *title = bs_chart_measure_title (refs[matrix->measures[order[i]]]);

      bs_chart_table_text (table, title);
      bs_chart_table_number (table, (double) matrix->with_value[order[i]]);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint row = 1; row < matrix->n; row++)
    for (guint column = 0; column < row; column++)
      {
        gsize at = (gsize) order[row] * matrix->n + order[column];

        bs_chart_table_number (table, row);
        bs_chart_table_number (table, column);
        bs_chart_table_number (table, matrix->rho[at]);
        bs_chart_table_number (table, (double) matrix->both[at]);
      }
}

BsChartTable *
bs_chart_correlation (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsCompareOptions options = bs_chart_compare_options (request, request->refs, request->n_refs, 0);
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autoptr (BsCompareData) data = NULL;
  g_auto (Matrix) matrix = { 0 };

  options.least = 1; /* no outlet is compared: every article that counts is taken */
  if (bs_store_number (store, "SELECT count(*) FROM counted_articles", NULL) > 0)
    {
      data = bs_compare_gather (store, &options, error);
      if (data == NULL)
        return NULL;
      take_measures (&matrix, data);
      correlate_all (&matrix);
    }
  begin (table, store, &matrix);
  if (matrix.n >= 2)
    write_matrix (table, chart, request->refs, &matrix);
  else
    bs_chart_end_empty (table, chart,
                        "A correlation needs two measures that differ from article to article: ask for others by -m, or"
                        " analyze more articles.");
  return g_steal_pointer (&table);
}
