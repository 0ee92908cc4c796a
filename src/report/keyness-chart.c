#include "report/keyness-chart.h"

#include <math.h>

#include "report/chart.h"
#include "report/keyness.h"

/* Places of the columns that are drawn. */
typedef struct {
  guint outlet, rank, word, ratio, low, high;
} Places;

static guint
place_of (const BsTable *table, const char *name)
{
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    if (g_str_equal (bs_table_column (table, i)->name, name))
      return i;
  g_return_val_if_reached (0);
}

static double
real_of (BsCell cell)
{
  return cell.missing ? NAN : cell.real;
}

/* A word that is drawn. */
typedef struct {
  guint  row, place;
  char  *word;
  double ratio, low, high;
} Drawn;

static void
clear_drawn (gpointer data)
{
  g_free (((Drawn *) data)->word);
}

/* Reads the rows: the outlets in their order, and the words that are drawn. */
static gboolean
read_rows (BsTable *table, GPtrArray *outlets, GArray *words, GError **error)
{
  const Places p
      = { place_of (table, "outlet"),    place_of (table, "rank"),          place_of (table, "word"),
          place_of (table, "log_ratio"), place_of (table, "log_ratio_low"), place_of (table, "log_ratio_high") };
  GError *broken = NULL;
  const BsCell *cells;
  guint place = 0;

  while ((cells = bs_table_next (table, &broken)) != NULL)
    {
      Drawn drawn
          = { .ratio = real_of (cells[p.ratio]), .low = real_of (cells[p.low]), .high = real_of (cells[p.high]) };

      if (outlets->len == 0 || !g_str_equal (outlets->pdata[outlets->len - 1], cells[p.outlet].text))
        {
          g_ptr_array_add (outlets, g_strdup (cells[p.outlet].text));
          place = 0;
        }
      if (cells[p.rank].integer > BS_KEYNESS_DRAWN)
        continue;
      drawn.row = outlets->len - 1;
      drawn.place = ++place;
      drawn.word = g_strdup (cells[p.word].text);
      g_array_append_val (words, drawn);
    }
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

BsChartTable *
bs_keyness_chart (BsStore *store, BsTable *table, GError **error)
{
  const BsChart *chart = bs_chart_find ("keyness");
  g_autoptr (BsChartTable) drawn = bs_chart_table_new ();
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Drawn));

  g_array_set_clear_func (words, clear_drawn);
  if (!read_rows (table, outlets, words, error))
    return NULL;
  bs_chart_table_comment (drawn, "title", "Key words");
  bs_chart_table_comment (drawn, "subtitle", "How many times as often as in the reference, with 95 % intervals");
  bs_chart_table_comment (
      drawn, "note",
      "1×: as often. An arrow: the interval goes on, without end where the word does not occur on the other side.");
  bs_chart_table_block (drawn, chart->outlet_columns);
  for (guint i = 0; i < outlets->len; i++)
    {
      const char *parameters[] = { outlets->pdata[i], NULL };

      bs_chart_table_text (drawn, outlets->pdata[i]);
      bs_chart_table_number (drawn,
                             bs_store_number (store, "SELECT words FROM counted_outlets WHERE name = ?", parameters));
    }
  bs_chart_table_block (drawn, chart->item_columns);
  for (guint i = 0; i < words->len; i++)
    {
      const Drawn *word = &g_array_index (words, Drawn, i);

      bs_chart_table_number (drawn, word->row);
      bs_chart_table_number (drawn, word->place);
      bs_chart_table_text (drawn, word->word);
      bs_chart_table_number (drawn, word->ratio);
      bs_chart_table_number (drawn, word->low);
      bs_chart_table_number (drawn, word->high);
    }
  return g_steal_pointer (&drawn);
}

BsChartTable *
bs_chart_keyness (BsStore *store, GError **error)
{
  const BsKeynessOptions options = { .n = BS_KEYNESS_DRAWN, .least = 5, .least_articles = 2, .side = BS_KEY_POSITIVE,
                                     .words = BS_KEY_CONTENT, .k = 100 };
  g_autoptr (BsTable) table = bs_view_keyness (store, &options, error);

  return table != NULL ? bs_keyness_chart (store, table, error) : NULL;
}
