/* Rows put in by hand and rows drawn from a source come out the same way. */
#include "store/table.h"

#include <math.h>
#include <string.h>

static BsTable *
two_columns (BsTable *table)
{
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "flesch", NULL, BS_COLUMN_REAL, 1);
  return table;
}

static void
test_columns (void)
{
  g_autoptr (BsTable) table = two_columns (bs_table_new ());

  g_assert_cmpuint (bs_table_n_columns (table), ==, 2);
  g_assert_cmpstr (bs_table_column (table, 0)->title, ==, "Outlet");
  g_assert_cmpstr (bs_table_column (table, 1)->name, ==, "flesch");
  g_assert_null (bs_table_column (table, 1)->title);
  g_assert_cmpint (bs_table_column (table, 1)->kind, ==, BS_COLUMN_REAL);
  g_assert_cmpint (bs_table_column (table, 1)->decimals, ==, 1);
}

static void
test_title_and_note_are_copied (void)
{
  g_autoptr (BsTable) table = bs_table_new ();
  char text[] = "by outlet";

  g_assert_null (bs_table_title (table));
  g_assert_null (bs_table_note (table));
  bs_table_set_title (table, text);
  bs_table_set_note (table, text);
  memset (text, 'x', strlen (text));
  g_assert_cmpstr (bs_table_title (table), ==, "by outlet");
  g_assert_cmpstr (bs_table_note (table), ==, "by outlet");
  bs_table_set_note (table, NULL);
  g_assert_null (bs_table_note (table));
}

static void
test_rows_by_hand (void)
{
  g_autoptr (BsTable) table = two_columns (bs_table_new ());
  g_autoptr (GError) error = NULL;
  char text[] = "Gazette";
  const BsCell *cells;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, text);
  bs_table_set_real (table, 1, 61.5);
  bs_table_begin_row (table);
  memset (text, 'x', strlen (text));

  cells = bs_table_next (table, &error);
  g_assert_cmpstr (cells[0].text, ==, "Gazette");
  g_assert_false (cells[0].missing);
  g_assert_cmpfloat (cells[1].real, ==, 61.5);
  cells = bs_table_next (table, &error);
  g_assert_true (cells[0].missing && cells[1].missing);
  g_assert_null (bs_table_next (table, &error));
  g_assert_null (bs_table_next (table, &error));
  g_assert_no_error (error);
}

static void
test_what_is_no_value_is_missing (void)
{
  static const double none[] = { NAN, INFINITY, -INFINITY };
  g_autoptr (BsTable) table = two_columns (bs_table_new ());
  const BsCell *cells;
  guint rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, NULL);
      bs_table_set_real (table, 1, none[i]);
    }
  while ((cells = bs_table_next (table, NULL)) != NULL)
    {
      g_assert_true (cells[0].missing && cells[1].missing);
      rows++;
    }
  g_assert_cmpuint (rows, ==, G_N_ELEMENTS (none));
}

typedef struct {
  guint left;
  gboolean breaks;
  gboolean *freed;
} Source;

static gboolean
draw (gpointer data, BsCell *cells, GError **error)
{
  Source *source = data;

  if (source->left == 0)
    {
      if (source->breaks)
        g_set_error (error, BS_ERROR, BS_ERROR_STORE, "the source broke");
      return FALSE;
    }
  cells[0] = (BsCell){ .text = "Herald" };
  cells[1] = (BsCell){ .real = source->left-- };
  return TRUE;
}

static void
free_source (gpointer data)
{
  Source *source = data;

  *source->freed = TRUE;
}

static void
test_rows_drawn (void)
{
  gboolean freed = FALSE;
  Source source = { 2, FALSE, &freed };
  g_autoptr (GError) error = NULL;
  BsTable *table = two_columns (bs_table_new_pulled (draw, &source, free_source));

  g_assert_cmpfloat (bs_table_next (table, &error)[1].real, ==, 2);
  g_assert_cmpfloat (bs_table_next (table, &error)[1].real, ==, 1);
  g_assert_null (bs_table_next (table, &error));
  g_assert_no_error (error);
  g_assert_false (freed);
  bs_table_free (table);
  g_assert_true (freed);
}

static void
test_source_breaks (void)
{
  gboolean freed = FALSE;
  Source source = { 1, TRUE, &freed };
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) table = two_columns (bs_table_new_pulled (draw, &source, free_source));

  g_assert_cmpstr (bs_table_next (table, &error)[0].text, ==, "Herald");
  g_assert_null (bs_table_next (table, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
}

/* Pictures hold a copy of their values, row by row, and columns can be marked as spare. */
static void
test_pictures (void)
{
  g_autoptr (BsTable) table = two_columns (bs_table_new ());
  double values[] = { 1, NAN, 3 };
  const double *kept;
  guint n, picture;

  bs_table_begin_row (table);
  bs_table_begin_row (table);
  picture = bs_table_add_picture (table, 1, BS_PICTURE_SPARK, "by year", "medians");
  bs_table_set_picture (table, picture, 1, values, 3);
  values[0] = 9;
  g_assert_cmpuint (bs_table_n_rows (table), ==, 2);
  g_assert_cmpuint (bs_table_n_pictures (table), ==, 1);
  g_assert_cmpuint (bs_table_picture (table, picture)->column, ==, 1);
  g_assert_cmpstr (bs_table_picture (table, picture)->meaning, ==, "medians");
  g_assert_null (bs_table_picture_values (table, picture, 0, &n));
  g_assert_cmpuint (n, ==, 0);
  kept = bs_table_picture_values (table, picture, 1, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (kept[0] == 1 && isnan (kept[1]) && kept[2] == 3);
  bs_table_set_picture (table, picture, 1, values, 1);
  kept = bs_table_picture_values (table, picture, 1, &n);
  g_assert_true (n == 1 && kept[0] == 9);
  bs_table_set_spare (table, 1);
  g_assert_true (bs_table_is_spare (table, 1));
  g_assert_false (bs_table_is_spare (table, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/title-and-note-are-copied", test_title_and_note_are_copied);
  g_test_add_func ("/table/rows-by-hand", test_rows_by_hand);
  g_test_add_func ("/table/what-is-no-value-is-missing", test_what_is_no_value_is_missing);
  g_test_add_func ("/table/rows-drawn", test_rows_drawn);
  g_test_add_func ("/table/source-breaks", test_source_breaks);
  g_test_add_func ("/table/pictures", test_pictures);
  return g_test_run ();
}
