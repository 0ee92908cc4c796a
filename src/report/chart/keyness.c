#include "report/chart/keyness.h"

#include <math.h>

#include "report/chart/chart.h"
#include "report/chart/parts.h"
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

/* Reads the rows: the outlets in their order, and their words. */
static gboolean
read_rows (BsTable *table, GPtrArray *outlets, GArray *words, GError **error)
{
  const Places p
      = { place_of (table, "outlet"),    place_of (table, "rank"),          place_of (table, "word"),
          place_of (table, "log_ratio"), place_of (table, "log_ratio_low"), place_of (table, "log_ratio_high") };
  GError *broken = NULL;
  const BsCell *cells;

  while ((cells = bs_table_next (table, &broken)) != NULL)
    {
      Drawn drawn
          = { .ratio = real_of (cells[p.ratio]), .low = real_of (cells[p.low]), .high = real_of (cells[p.high]) };

      if (outlets->len == 0 || !g_str_equal (outlets->pdata[outlets->len - 1], cells[p.outlet].text))
        g_ptr_array_add (outlets, g_strdup (cells[p.outlet].text));
      drawn.row = outlets->len - 1;
      drawn.word = g_strdup (cells[p.word].text);
      g_array_append_val (words, drawn);
    }
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

/* How many words of an outlet are drawn that it has more of, and less of; where it has one kind, their sum is. */
static void
find_room (guint outlets, guint *more, guint *less)
{
  *more = outlets > 15 ? 3 : outlets > 6 ? 6 : BS_KEYNESS_DRAWN;
  *less = outlets > 15 ? 2 : outlets > 6 ? 4 : 8;
}

/* Gives the words that are drawn their places, and takes the others out: of each outlet first those that it has more
 * of, then the others, each in their order. */
static void
choose (GArray *words, guint outlets)
{
  Drawn *all = (Drawn *) (gpointer) words->data;
  guint n = 0, more, less;

  find_room (outlets, &more, &less);
  for (guint first = 0; first < words->len;)
    {
      guint behind = first, ups = 0, downs = 0, room_up, room_down, up = 0, down = 0;

      for (; behind < words->len && all[behind].row == all[first].row; behind++)
        if (all[behind].ratio < 0)
          downs++;
        else
          ups++;
      room_up = MIN (ups, downs == 0 ? more + less : more);
      room_down = MIN (downs, ups == 0 ? more + less : less);
      for (guint i = first; i < behind; i++)
        {
          gboolean is_down = all[i].ratio < 0;
          gboolean fits = is_down ? down < room_down : up < room_up;

          if (!fits)
            continue;
          all[i].place = is_down ? room_up + ++down : ++up;
          if (i != n)
            {
              Drawn kept = all[n];

              all[n] = all[i];
              all[i] = kept;
            }
          n++;
        }
      first = behind;
    }
  g_array_set_size (words, n);
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
  choose (words, outlets->len);
  bs_chart_begin (drawn, store, "Key words", "how many times as often as in the reference, with 95 % intervals", NULL);
  if (outlets->len == BS_CHART_MOST_OUTLETS)
    bs_chart_note_outlets (drawn, outlets->len, (guint) bs_store_number (store, "SELECT count(*) FROM counted_outlets"
                                                                         " WHERE articles > 0", NULL));
  if (words->len == 0)
    bs_chart_table_comment (drawn, "note", "No word occurs often enough and differs surely enough to be a key word.");
  bs_chart_table_comment (
      drawn, "note",
      "Bars to the right: used more; to the left: used less. 1×: as often. Thin line: 95 % interval; an arrow: it goes on, "
      "without end where the word does not occur on one side.");
  bs_chart_table_comment (drawn, "interval",
                          "Thin lines: exact 95 % intervals of the ratio of two Poisson rates (Clopper and Pearson 1934), each for its"
                          " word alone.");
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
bs_chart_keyness (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  const BsKeynessOptions options = { .n = 2 * BS_KEYNESS_DRAWN, .least = 5, .least_articles = 2, .side = BS_KEY_BOTH,
                                     .words = BS_KEY_CONTENT, .k = 100,
                                     .most_outlets = BS_CHART_MOST_OUTLETS };
  g_autoptr (BsTable) table = bs_view_keyness (store, &options, error);

  return table != NULL ? bs_keyness_chart (store, table, error) : NULL;
}
