#include "report/chart-parts.h"
#include "report/keyness-chart.h"

#include <math.h>

#include "base/number.h"
#include "base/quantile.h"
#include "compare/summary.h"

#define CONTENT_WORDS 10
#define ZIPF_STEP 1.06     /* from one drawn rank to the next, beyond the first few */
#define AXIS_SHARE 0.995   /* of all values stand on the axis; the caption counts the others */

/* "5,846 articles of 7 outlets, 2005 to 2022" */
static char *
describe_corpus (BsStore *store)
{
  double articles = bs_store_number (store, "SELECT count(*) FROM counted_articles", NULL);
  double outlets = bs_store_number (store, "SELECT count(*) FROM counted_outlets", NULL);
  double first = bs_store_number (store, "SELECT min(year) FROM counted_articles", NULL);
  double last = bs_store_number (store, "SELECT max(year) FROM counted_articles", NULL);
  GString *text = g_string_new (NULL);
  char number[BS_NUMBER_MAX];

  g_string_append_printf (text, "%s article%s of %.0f outlet%s", bs_number_grouped ((gint64) articles, number),
                          articles == 1 ? "" : "s", outlets, outlets == 1 ? "" : "s");
  if (!isnan (first) && first == last)
    g_string_append_printf (text, ", %.0f", first);
  else if (!isnan (first))
    g_string_append_printf (text, ", %.0f to %.0f", first, last);
  return g_string_free (text, FALSE);
}

static void
note_copies (BsChartTable *table, BsStore *store)
{
  double copies = bs_store_number (
      store, "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM counted_articles)", NULL);
  char number[BS_NUMBER_MAX];
  g_autofree char *note = g_strdup_printf (copies == 1 ? "%s copy of another article is left out."
                                                       : "%s copies of other articles are left out.",
                                           bs_number_grouped ((gint64) copies, number));

  if (copies > 0)
    bs_chart_table_comment (table, "note", note);
}

void
bs_chart_begin (BsChartTable *table, BsStore *store, const char *title, const char *lead, const char *axis)
{
  g_autofree char *corpus = describe_corpus (store);
  g_autofree char *subtitle = g_strdup_printf ("%s; %s", lead, corpus);

  bs_chart_table_comment (table, "title", title);
  bs_chart_table_comment (table, "subtitle", subtitle);
  if (axis != NULL)
    bs_chart_table_comment (table, "axis", axis);
  note_copies (table, store);
}

/* ---- A measure by outlet ------------------------------------------------------------------------------------------ */

typedef struct {
  char *outlet;
  GArray *values; /* of double, in the order of ids */
  BsSummary summary;
} Sample;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->outlet);
  g_array_unref (sample->values);
  g_free (sample);
}

/* From the highest median down; outlets without a value last; equal ones by name. */
static int
by_median (gconstpointer a, gconstpointer b)
{
  const Sample *x = *(Sample *const *) a, *y = *(Sample *const *) b;

  if (isnan (x->summary.median) != isnan (y->summary.median))
    return isnan (x->summary.median) ? 1 : -1;
  if (!isnan (x->summary.median) && x->summary.median != y->summary.median)
    return x->summary.median < y->summary.median ? 1 : -1;
  return strcmp (x->outlet, y->outlet);
}

static GPtrArray *
load_samples (BsStore *store, BsMeasureRef ref, GError **error)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (sample_free);
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *sql = g_strdup_printf ("SELECT outlet, \"%s\" FROM counted_articles ORDER BY outlet, id", id);
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, NULL, 0, error);
  GError *broken = NULL;
  Sample *sample = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      if (sample == NULL || !g_str_equal (sample->outlet, cells[0].text))
        {
          sample = g_new0 (Sample, 1);
          sample->outlet = g_strdup (cells[0].text);
          sample->values = g_array_new (FALSE, FALSE, sizeof (double));
          g_ptr_array_add (samples, sample);
        }
      if (!cells[1].missing)
        g_array_append_val (sample->values, cells[1].real);
    }
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return NULL;
    }
  for (guint i = 0; i < samples->len; i++)
    {
      sample = samples->pdata[i];
      sample->summary = bs_summary ((const double *) (gpointer) sample->values->data, sample->values->len);
    }
  g_ptr_array_sort (samples, by_median);
  return g_steal_pointer (&samples);
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

      g_array_append_vals (all, sample->values->data, sample->values->len);
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

      *low = fmin (*low, sample->summary.q05);
      *high = fmax (*high, sample->summary.q95);
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
      const GArray *values = ((const Sample *) samples->pdata[i])->values;

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

static gboolean
draw_measure (BsChartTable *table, BsStore *store, const BsChart *chart, BsMeasureRef ref, GError **error)
{
  g_autoptr (GPtrArray) samples = load_samples (store, ref, error);
  g_autofree char *axis = g_strdup_printf ("%s, %s", ref.measure->title, ref.measure->unit);
  double low, high;

  if (samples == NULL)
    return FALSE;
  find_axis (samples, &low, &high);
  bs_chart_begin (table, store, ref.measure->title, "by outlet, the highest median first", axis);
  bs_chart_table_comment (table, "note", "Line: median. Box: the middle half of the articles. Whiskers: 5 % and 95 %.");
  note_outside (table, samples, low, high);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = samples->pdata[i];
      const BsSummary *s = &sample->summary;
      double figures[] = { (double) s->n, s->q05, s->q25, s->median, s->q75, s->q95 };

      bs_chart_table_text (table, sample->outlet);
      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        bs_chart_table_number (table, figures[j]);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < samples->len; i++)
    {
      const GArray *values = ((const Sample *) samples->pdata[i])->values;

      bs_chart_table_articles (table, i, (const double *) (gpointer) values->data, values->len, low, high);
    }
  return TRUE;
}

/* ---- Words -------------------------------------------------------------------------------------------------------- */

/* The first block of both: outlets and their running words. */
static gboolean
write_outlets (BsChartTable *table, BsStore *store, const BsChart *chart, GError **error)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 }, { "words", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows = bs_store_query (store, "SELECT name, words FROM counted_outlets ORDER BY name", NULL,
                                             columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return FALSE;
  bs_chart_table_block (table, chart->outlet_columns);
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      bs_chart_table_text (table, cells[0].text);
      bs_chart_table_number (table, (double) cells[1].integer);
    }
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

static void
write_ranks (BsChartTable *table, guint row, const BsVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) ranked = bs_vocabulary_ranked (vocabulary);
  guint next = 1;

  for (guint rank = 1; rank <= ranked->len; rank++)
    {
      const BsEntry *entry = ranked->pdata[rank - 1];

      if (rank != next && rank != ranked->len)
        continue;
      next = MAX (rank + 1, (guint) (rank * ZIPF_STEP));
      bs_chart_table_number (table, row);
      bs_chart_table_number (table, rank);
      bs_chart_table_number (table, 1e6 * (double) entry->count / (double) vocabulary->tokens);
    }
}

static gboolean
draw_zipf (BsChartTable *table, BsStore *store, const BsChart *chart, GError **error)
{
  g_autoptr (GPtrArray) outlets = bs_view_outlet_names (store, error);

  if (outlets == NULL)
    return FALSE;
  bs_chart_begin (table, store, "How often words are used, from the commonest to the rarest", "by outlet", NULL);
  if (!write_outlets (table, store, chart, error))
    return FALSE;
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      g_autoptr (BsVocabulary) vocabulary = bs_store_load_vocabulary (store, outlets->pdata[i], error);

      if (vocabulary == NULL)
        return FALSE;
      write_ranks (table, i, vocabulary);
    }
  return TRUE;
}

static gboolean
draw_content_words (BsChartTable *table, BsStore *store, const BsChart *chart, GError **error)
{
  BsWordsOptions options = { .n = CONTENT_WORDS, .content = TRUE };
  g_autoptr (GPtrArray) outlets = bs_view_outlet_names (store, error);

  if (outlets == NULL)
    return FALSE;
  bs_chart_begin (table, store, "The words each outlet uses most", "without function words, numbers and single letters",
                  NULL);
  if (!write_outlets (table, store, chart, error))
    return FALSE;
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      g_autoptr (BsTable) words = NULL;
      const BsCell *cells;

      options.outlet = outlets->pdata[i];
      words = bs_view_words (store, &options, error);
      if (words == NULL)
        return FALSE;
      while ((cells = bs_table_next (words, NULL)) != NULL)
        {
          bs_chart_table_number (table, i);
          bs_chart_table_number (table, (double) cells[1].integer);
          bs_chart_table_text (table, cells[2].text);
          bs_chart_table_number (table, cells[4].real);
        }
    }
  return TRUE;
}

BsChartTable *
bs_chart_data (BsStore *store, const BsChart *chart, BsMeasureRef ref, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  gboolean drawn;

  if (g_str_equal (chart->name, "measure"))
    drawn = draw_measure (table, store, chart, ref, error);
  else if (g_str_equal (chart->name, "sentence-length"))
    drawn = bs_chart_sentence_lengths (table, store, chart, error);
  else if (g_str_equal (chart->name, "trend"))
    return bs_chart_trend (store, ref, error);
  else if (g_str_equal (chart->name, "zipf"))
    drawn = draw_zipf (table, store, chart, error);
  else if (g_str_equal (chart->name, "keyness"))
    return bs_chart_keyness (store, error);
  else if (g_str_equal (chart->name, "growth"))
    return bs_chart_growth (store, chart, error);
  else if (bs_chart_is_of_likeness (chart))
    return bs_chart_likeness (store, chart, error);
  else
    drawn = draw_content_words (table, store, chart, error);
  return drawn ? g_steal_pointer (&table) : NULL;
}
