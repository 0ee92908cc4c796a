/* How much the medians move where copies count. */
#include "report/section.h"

#include <math.h>

#include "report/view.h"

/* The headline measures in their order. */
static GArray *
headlines (void)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (BsMeasureRef));
  guint n;
  const BsMeasureRef *all = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    if (bs_measure_is_headline (all[i]))
      g_array_append_val (refs, all[i]);
  return refs;
}

static BsTable *
groups (BsStore *store, BsCopies copies, const GArray *refs, GError **error)
{
  if (!bs_store_set_copies (store, copies, error))
    return NULL;
  return bs_view_groups (store, NULL, (const BsMeasureRef *) (gpointer) refs->data, refs->len, error);
}

static double
value_of (const BsTable *table, const BsCell *cells, const char *name)
{
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    if (g_str_equal (bs_table_column (table, i)->name, name))
      return cells[i].missing ? (double) NAN : cells[i].real;
  return (double) NAN;
}

static void
add_row (BsTable *table, const char *outlet, const char *figure, double without, double with)
{
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, outlet);
  bs_table_set_text (table, 1, figure);
  bs_table_set_real (table, 2, without);
  bs_table_set_real (table, 3, with);
  bs_table_set_real (table, 4, with - without);
}

/* Both tables have the same outlets in the same order, and copies in their third column. */
static gboolean
compare (BsTable *table, BsTable *without, BsTable *with, const GArray *refs, GError **error)
{
  GError *broken = NULL;
  const BsCell *lean, *full;

  while ((lean = bs_table_next (without, &broken)) != NULL && (full = bs_table_next (with, &broken)) != NULL)
    {
      if (full[2].integer == 0)
        continue;
      add_row (table, full[0].text, "words_per_sentence", value_of (without, lean, "words_per_sentence"),
               value_of (with, full, "words_per_sentence"));
      for (guint i = 0; i < refs->len; i++)
        {
          g_autofree char *id = bs_measure_ref_id (g_array_index (refs, BsMeasureRef, i));
          g_autofree char *median = g_strconcat (id, "_median", NULL);

          add_row (table, full[0].text, id, value_of (without, lean, median), value_of (with, full, median));
        }
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return broken == NULL;
}

BsTable *
bs_section_sensitivity (BsStore *store, GError **error)
{
  BsCopies copies = bs_store_copies (store);
  g_autoptr (GArray) refs = headlines ();
  g_autoptr (BsTable) without = groups (store, BS_COPIES_LEAVE_OUT, refs, error);
  g_autoptr (BsTable) with = without != NULL ? groups (store, BS_COPIES_KEEP, refs, error) : NULL;
  g_autoptr (BsTable) table = bs_table_new ();

  if (with == NULL || !bs_store_set_copies (store, copies, error))
    return NULL;
  bs_table_set_title (table, "What copies would change");
  bs_table_set_note (table, "Words per sentence over all sentences, of measures the medians over articles, when copies"
                            " of other articles are left out and when they count. Outlets without copies do not move"
                            " and are not shown.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "figure", "Figure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "without", "Without copies", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "with", "With copies", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "difference", "Difference", BS_COLUMN_REAL, 3);
  return compare (table, without, with, refs, error) ? g_steal_pointer (&table) : NULL;
}
