/* The chart of ranks and frequencies, with the law of Zipf and Mandelbrot fitted to them. */
#include "report/chart/parts.h"

#include "compare/zipf.h"

#define ZIPF_STEP 1.06 /* from one drawn rank to the next, beyond the first few */

typedef struct {
  const char *outlet;    /* borrowed */
  GPtrArray  *ranked;    /* of BsEntry, the commonest first */
  BsVocabulary *vocabulary;
  BsZipf      fit;
} Curve;

static void
curve_free (gpointer data)
{
  Curve *curve = data;

  g_ptr_array_unref (curve->ranked);
  bs_vocabulary_free (curve->vocabulary);
  g_free (curve);
}

static BsZipf
fit (const BsVocabulary *vocabulary, const GPtrArray *ranked)
{
  g_autoptr (GArray) spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));

  for (guint i = ranked->len; i > 0; i--)
    {
      guint32 count = (guint32) MIN (bs_vocabulary_count (vocabulary, ranked->pdata[i - 1]), G_MAXUINT32);
      BsSpectrumEntry entry = { count, 1 };
      BsSpectrumEntry *last
          = spectrum->len > 0 ? &g_array_index (spectrum, BsSpectrumEntry, spectrum->len - 1) : NULL;

      if (last != NULL && last->frequency == count)
        last->types++;
      else
        g_array_append_val (spectrum, entry);
    }
  return bs_zipf ((const BsSpectrumEntry *) (gpointer) spectrum->data, spectrum->len);
}

/* The outlets' curves in the order of their names; NULL with `error` set. */
static GPtrArray *
load_curves (BsStore *store, const GPtrArray *outlets, GError **error)
{
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func (curve_free);

  for (guint i = 0; i < outlets->len; i++)
    {
      BsVocabulary *vocabulary = bs_store_load_vocabulary (store, outlets->pdata[i], error);
      Curve *curve;

      if (vocabulary == NULL)
        return NULL;
      curve = g_new0 (Curve, 1);
      curve->outlet = outlets->pdata[i];
      curve->vocabulary = vocabulary;
      curve->ranked = bs_vocabulary_ranked (vocabulary);
      curve->fit = fit (vocabulary, curve->ranked);
      g_ptr_array_add (curves, curve);
    }
  return g_steal_pointer (&curves);
}

static void
write_ranks (BsChartTable *table, guint row, const Curve *curve)
{
  guint next = 1;

  for (guint rank = 1; rank <= curve->ranked->len; rank++)
    {
      const BsEntry *entry = curve->ranked->pdata[rank - 1];

      if (rank != next && rank != curve->ranked->len)
        continue;
      next = MAX (rank + 1, (guint) (rank * ZIPF_STEP));
      bs_chart_table_number (table, row);
      bs_chart_table_number (table, rank);
      bs_chart_table_number (table, 1e6 * (double) bs_vocabulary_count (curve->vocabulary, entry) / (double) curve->vocabulary->tokens);
      bs_chart_table_number (table, bs_zipf_per_million (&curve->fit, rank));
    }
}

BsChartTable *
bs_chart_zipf (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  guint n_all = 0;
  g_autoptr (GPtrArray) outlets = bs_view_largest_outlets (store, BS_CHART_MOST_OUTLETS, &n_all, error);
  g_autoptr (GPtrArray) curves = outlets != NULL ? load_curves (store, outlets, error) : NULL;

  if (curves == NULL)
    return NULL;
  bs_chart_begin (table, store, "How often words are used, from the commonest to the rarest", "by outlet", NULL);
  bs_chart_note_outlets (table, outlets->len, n_all);
  bs_chart_table_comment (table, "note",
                          "Dashed in pictures: the law of Zipf and Mandelbrot, frequency in proportion to 1/(rank + b)^a, fitted by "
                          "maximum likelihood to the very counts that it stands beside, which flatters it.");
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < curves->len; i++)
    {
      const Curve *curve = curves->pdata[i];

      bs_chart_table_text (table, curve->outlet);
      bs_chart_table_number (table, (double) curve->vocabulary->tokens);
      bs_chart_table_number (table, curve->fit.a);
      bs_chart_table_number (table, curve->fit.b);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < curves->len; i++)
    write_ranks (table, i, curves->pdata[i]);
  return g_steal_pointer (&table);
}
