/* The chart of sentence lengths. */
#include "report/chart/parts.h"

#include "base/number.h"

#define LENGTH_SHARE 0.99 /* of all sentences stand on the axis; a note counts the others */

typedef struct {
  gint64 words, sentences;
} Length;

/* Of an outlet, by ascending words. NULL with `error` set. */
static GArray *
load_lengths (BsStore *store, const char *outlet, GError **error)
{
  const char *parameters[] = { outlet, NULL };
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (Length));
  static const BsColumn columns[]
      = { { "words", NULL, BS_COLUMN_INTEGER, 0 }, { "sentences", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows = bs_store_query (store,
                                             "SELECT s.words, s.sentences FROM counted_lengths s JOIN counted_outlets o"
                                             " USING (outlet) WHERE o.name = ? ORDER BY s.words",
                                             parameters, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      Length length = { cells[0].integer, cells[1].integer };

      g_array_append_val (lengths, length);
    }
  if (broken == NULL)
    return g_steal_pointer (&lengths);
  g_propagate_error (error, broken);
  return NULL;
}

static gint64
sum_sentences (const GArray *lengths)
{
  gint64 sum = 0;

  for (guint i = 0; i < lengths->len; i++)
    sum += g_array_index (lengths, Length, i).sentences;
  return sum;
}

/* The least length that so great a share of the sentences does not exceed; 0 where there are none. */
static gint64
length_at (const GArray *lengths, double share)
{
  double wanted = share * (double) sum_sentences (lengths);
  gint64 sum = 0;

  for (guint i = 0; i < lengths->len; i++)
    {
      sum += g_array_index (lengths, Length, i).sentences;
      if ((double) sum >= wanted)
        return g_array_index (lengths, Length, i).words;
    }
  return 0;
}

/* Lengths that are put together where there are too many for a bar each. */
static gint64
bin_width (gint64 edge)
{
  return edge > 120 ? (edge + 99) / 100 : 1;
}

static void
write_ridge (BsChartTable *table, guint row, const GArray *lengths, gint64 edge)
{
  double sentences = (double) sum_sentences (lengths);
  gint64 width = bin_width (edge);

  for (guint i = 0; i < lengths->len;)
    {
      gint64 bin = (g_array_index (lengths, Length, i).words - 1) / width, sum = 0;

      if (g_array_index (lengths, Length, i).words > edge)
        break;
      for (; i < lengths->len && (g_array_index (lengths, Length, i).words - 1) / width == bin; i++)
        sum += g_array_index (lengths, Length, i).sentences;
      bs_chart_table_number (table, row);
      bs_chart_table_number (table, (double) (bin * width) + (double) (width + 1) / 2);
      bs_chart_table_number (table, (double) width);
      bs_chart_table_number (table, 100 * (double) sum / sentences / (double) width);
    }
}

BsChartTable *
bs_chart_sentence_lengths (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  guint n_all = 0;
  g_autoptr (GPtrArray) outlets = bs_view_largest_outlets (store, BS_CHART_MOST_OUTLETS, &n_all, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree char *note = NULL;
  gint64 edge = 0, beyond = 0, sentences = 0;
  char few[BS_NUMBER_MAX], all_of_them[BS_NUMBER_MAX];

  if (outlets == NULL)
    return NULL;
  for (guint i = 0; i < outlets->len; i++)
    {
      GArray *lengths = load_lengths (store, outlets->pdata[i], error);

      if (lengths == NULL)
        return NULL;
      g_ptr_array_add (all, lengths);
      edge = MAX (edge, length_at (lengths, LENGTH_SHARE));
      sentences += sum_sentences (lengths);
    }
  edge = (edge + bin_width (edge) - 1) / bin_width (edge) * bin_width (edge); /* the last bin is whole */
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < ((GArray *) all->pdata[i])->len; j++)
      if (g_array_index ((GArray *) all->pdata[i], Length, j).words > edge)
        beyond += g_array_index ((GArray *) all->pdata[i], Length, j).sentences;
  note = g_strdup_printf ("Longer than %" G_GINT64_FORMAT " words and not drawn: %s of %s sentences.", edge,
                          bs_number_grouped (beyond, few), bs_number_grouped (sentences, all_of_them));

  bs_chart_begin (table, store, "How long sentences are", "by outlet", "Words in a sentence");
  bs_chart_note_outlets (table, outlets->len, n_all);
  bs_chart_table_comment (table, "note", note);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      bs_chart_table_text (table, outlets->pdata[i]);
      bs_chart_table_number (table, (double) sum_sentences (all->pdata[i]));
      bs_chart_table_number (table, (double) length_at (all->pdata[i], 0.5));
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < outlets->len; i++)
    write_ridge (table, i, all->pdata[i], edge);
  return g_steal_pointer (&table);
}
