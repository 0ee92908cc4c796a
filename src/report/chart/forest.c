/* The forest plot: pairs of outlets, by how much one lies over the other, and how sure. */
#include "report/chart/compared.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "report/compare-cell.h"
#include "report/view.h"

#define MOST_PAIRS 40 /* that are drawn */

typedef struct {
  const BsComparePair *pair;
  guint rank; /* from 0 for the largest |δ| */
} Row;

/* From the largest shift down, those without one last; earlier pairs first where equal. */
static int
by_shift (const void *a, const void *b)
{
  const Row *x = a, *y = b;
  double p = x->pair->shift.estimate, q = y->pair->shift.estimate;

  if (isnan (p) != isnan (q))
    return isnan (p) ? 1 : -1;
  if (p != q && !isnan (p))
    return p < q ? 1 : -1;
  return (x->pair > y->pair) - (x->pair < y->pair);
}

/* The pairs that are drawn, in their order. Free with g_free. */
static Row *
choose_rows (const GArray *pairs, guint *n)
{
  const BsComparePair *all = (const BsComparePair *) (gpointer) pairs->data;
  g_autofree double *scores = g_new (double, pairs->len + 1);
  g_autofree guint *ranks = NULL;
  Row *rows = g_new (Row, pairs->len + 1);

  for (guint i = 0; i < pairs->len; i++)
    scores[i] = bs_compare_pair_score (&all[i]);
  ranks = bs_compare_ranks (scores, pairs->len);
  *n = 0;
  for (guint i = 0; i < pairs->len; i++)
    if (ranks[i] < MOST_PAIRS)
      rows[(*n)++] = (Row){ &all[i], ranks[i] };
  qsort (rows, *n, sizeof *rows, by_shift);
  return rows;
}

/* ---- The table ---------------------------------------------------------------------------------------------------- */

static void
comment (BsChartTable *table, const BsCompared *compared, guint pairs, guint shown)
{
  const BsCompareData *data = compared->data;
  guint small = data->small->len;
  char number[BS_NUMBER_MAX];

  for (guint i = 0; i < data->groups->len; i++)
    small += !compared->measures[0].figures[i].tested;
  bs_chart_table_comment (table, "note",
                          "Shift: by how much articles of the first outlet lie over those of the second (Hodges and"
                          " Lehmann 1963). δ: the chance that an article of the first is higher, less that it is lower"
                          " (Cliff 1993).");
  bs_chart_table_comment (table, "note",
                          "Bars: 95 % intervals, each for its pair alone. Filled: the interval excludes 0.");
  bs_chart_table_comment (table, "interval",
                          "95 % intervals, each for its pair alone: of the shift by the ranks of Mann and Whitney's test"
                          " (Moses), of Cliff's δ by DeLong's variance on the scale of Fisher's z.");
  if (shown < pairs)
    {
      g_autofree char *note = g_strdup_printf ("Drawn are the %u of %s pairs with the largest |δ|.", shown,
                                               bs_number_grouped (pairs, number));

      bs_chart_table_comment (table, "note", note);
    }
  bs_chart_note_small (table, small);
}

/* The outlets of the rows, by name; returns the place of each group among them. Free with g_free. */
static guint *
write_outlets (BsChartTable *table, const BsCompared *compared, const Row *rows, guint n)
{
  const BsCompareData *data = compared->data;
  guint *places = g_new (guint, data->groups->len + 1);
  g_autofree gboolean *drawn = g_new0 (gboolean, data->groups->len + 1);
  guint place = 0;

  for (guint i = 0; i < n; i++)
    drawn[rows[i].pair->a] = drawn[rows[i].pair->b] = TRUE;
  for (guint i = 0; i < data->groups->len; i++)
    if (drawn[i])
      {
        bs_chart_table_text (table, bs_compare_group (data, i)->name);
        bs_chart_table_number (table, (double) compared->measures[0].figures[i].summary.n);
        places[i] = place++;
      }
  return places;
}

static void
write_estimate (BsChartTable *table, BsEstimate estimate)
{
  bs_chart_table_number (table, estimate.estimate);
  bs_chart_table_number (table, estimate.low);
  bs_chart_table_number (table, estimate.high);
}

static void
write_rows (BsChartTable *table, const BsChart *chart, const BsCompared *compared)
{
  const GArray *pairs = compared->measures[0].pairs;
  g_autofree guint *places = NULL;
  g_autofree Row *rows = NULL;
  guint n;

  rows = choose_rows (pairs, &n);
  comment (table, compared, pairs->len, n);
  bs_chart_table_block (table, chart->outlet_columns);
  places = write_outlets (table, compared, rows, n);
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < n; i++)
    {
      bs_chart_table_number (table, places[rows[i].pair->a]);
      bs_chart_table_number (table, places[rows[i].pair->b]);
      write_estimate (table, rows[i].pair->shift);
      write_estimate (table, rows[i].pair->delta);
      bs_chart_table_number (table, rows[i].rank + 1);
    }
}

/* ---- What there may be to compare --------------------------------------------------------------------------------- */

static void
begin (BsChartTable *table, BsStore *store, const BsChartRequest *request)
{
  g_autofree char *measure = bs_chart_measure_title (request->ref);
  g_autofree char *title = g_strconcat (measure, ": how far outlets lie apart", NULL);
  g_autofree char *lead = request->against != NULL ? g_strconcat ("every other outlet less ", request->against, NULL)
                                                   : g_strdup ("pairs of outlets, the largest shift first");
  g_autofree char *axis = g_strdup_printf ("Shift, %s (higher is %s)", request->ref.measure->unit,
                                           bs_direction_name (request->ref.measure->direction));

  bs_chart_begin (table, store, title, lead, axis);
}

/* Whether the reference has enough articles; one that is not there has none. */
static gboolean
against_is_large (BsStore *store, const char *against)
{
  const char *parameters[] = { against, NULL };

  return bs_store_number (store, "SELECT count(*) FROM counted_articles WHERE outlet = ?", parameters)
         >= BS_COMPARE_LEAST;
}

static char *
why_nothing (BsStore *store, const BsChartRequest *request)
{
  char *why = bs_chart_why_few_outlets (store);

  if (why == NULL && request->against != NULL && !against_is_large (store, request->against))
    return g_strdup_printf ("%s has fewer than the %d articles that a comparison needs: compare with another outlet.",
                            request->against, BS_COMPARE_LEAST);
  return why;
}

static char *
why_no_pairs (const BsChartRequest *request)
{
  g_autofree char *id = bs_measure_ref_id (request->ref);

  return g_strdup_printf ("%s has values in %d articles or more of fewer than two of the outlets that are compared:"
                          " “broadsheet explain %s” says which texts have one.",
                          request->ref.measure->title, BS_COMPARE_LEAST, id);
}

BsChartTable *
bs_chart_forest (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsCompareOptions options = bs_chart_compare_options (request, &request->ref, 1, BS_COMPARE_PAIRS);
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autoptr (BsCompareData) data = NULL;
  g_autoptr (BsCompared) compared = NULL;
  g_autofree char *why = NULL;

  if (request->against != NULL && !bs_view_check_outlet (store, request->against, error))
    return NULL;
  options.against = request->against;
  begin (table, store, request);
  why = why_nothing (store, request);
  if (why == NULL)
    {
      data = bs_compare_gather (store, &options, error);
      if (data == NULL)
        return NULL;
      compared = bs_compare_run (data);
      if (compared->measures[0].pairs->len == 0)
        why = why_no_pairs (request);
    }
  if (why != NULL)
    bs_chart_end_empty (table, chart, why);
  else
    write_rows (table, chart, compared);
  return g_steal_pointer (&table);
}
