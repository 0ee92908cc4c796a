#include "store/table.h"

struct _BsTable {
  char *title;
  char *note;
  GArray *columns;        /* of BsColumn */
  BsCell *cells;          /* the row that was drawn last */
  BsTableNext next;       /* NULL: rows by hand */
  gpointer source;
  GDestroyNotify free_source;
  GPtrArray *rows;        /* of BsCell[n_columns], texts owned by `texts` */
  GStringChunk *texts;
  guint drawn;
  GPtrArray *pictures;    /* of Picture */
  GArray *spare;          /* of guint, columns */
  GArray *whole;          /* the same */
  gboolean exact;
};

typedef struct {
  BsPicture told;
  GPtrArray *values;      /* by row: GArray of double, or NULL */
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->told.title);
  g_free (picture->told.meaning);
  g_ptr_array_unref (picture->values);
  g_free (picture);
}

static void
column_clear (gpointer data)
{
  BsColumn *column = data;

  g_free (column->name);
  g_free (column->title);
}

BsTable *
bs_table_new_pulled (BsTableNext next, gpointer source, GDestroyNotify free_source)
{
  BsTable *table = bs_table_new ();

  table->next = next;
  table->source = source;
  table->free_source = free_source;
  return table;
}

BsTable *
bs_table_new (void)
{
  BsTable *table = g_new0 (BsTable, 1);

  table->columns = g_array_new (FALSE, TRUE, sizeof (BsColumn));
  g_array_set_clear_func (table->columns, column_clear);
  table->rows = g_ptr_array_new_with_free_func (g_free);
  table->texts = g_string_chunk_new (1024);
  table->pictures = g_ptr_array_new_with_free_func (picture_free);
  table->spare = g_array_new (FALSE, FALSE, sizeof (guint));
  table->whole = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

void
bs_table_free (BsTable *table)
{
  if (table == NULL)
    return;
  if (table->free_source != NULL)
    table->free_source (table->source);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_string_chunk_free (table->texts);
  g_ptr_array_unref (table->pictures);
  g_array_unref (table->spare);
  g_array_unref (table->whole);
  g_free (table->cells);
  g_free (table->title);
  g_free (table->note);
  g_free (table);
}

void
bs_table_set_title (BsTable *table, const char *title)
{
  g_free (table->title);
  table->title = g_strdup (title);
}

void
bs_table_set_note (BsTable *table, const char *note)
{
  g_free (table->note);
  table->note = g_strdup (note);
}

const char *
bs_table_title (const BsTable *table)
{
  return table->title;
}

const char *
bs_table_note (const BsTable *table)
{
  return table->note;
}

void
bs_table_add_column (BsTable *table, const char *name, const char *title, BsColumnKind kind, int decimals)
{
  BsColumn column = { g_strdup (name), g_strdup (title), kind, decimals };

  g_return_if_fail (table->rows->len == 0);
  g_array_append_val (table->columns, column);
  table->cells = g_renew (BsCell, table->cells, table->columns->len);
}

guint
bs_table_n_columns (const BsTable *table)
{
  return table->columns->len;
}

const BsColumn *
bs_table_column (const BsTable *table, guint index)
{
  g_return_val_if_fail (index < table->columns->len, NULL);
  return &g_array_index (table->columns, BsColumn, index);
}

void
bs_table_begin_row (BsTable *table)
{
  BsCell *row = g_new0 (BsCell, table->columns->len);

  g_return_if_fail (table->next == NULL);
  for (guint i = 0; i < table->columns->len; i++)
    row[i].missing = TRUE;
  g_ptr_array_add (table->rows, row);
}

static BsCell *
cell_of_last_row (BsTable *table, guint column)
{
  BsCell *row = table->rows->pdata[table->rows->len - 1];

  return &row[column];
}

void
bs_table_set_text (BsTable *table, guint column, const char *text)
{
  g_return_if_fail (table->rows->len > 0 && column < table->columns->len);
  if (text != NULL)
    *cell_of_last_row (table, column) = bs_cell_text (g_string_chunk_insert (table->texts, text));
}

void
bs_table_set_integer (BsTable *table, guint column, gint64 value)
{
  g_return_if_fail (table->rows->len > 0 && column < table->columns->len);
  *cell_of_last_row (table, column) = bs_cell_integer (value);
}

void
bs_table_set_real (BsTable *table, guint column, double value)
{
  g_return_if_fail (table->rows->len > 0 && column < table->columns->len);
  *cell_of_last_row (table, column) = bs_cell_real (value);
}

void
bs_table_add_row (BsTable *table, const BsCell *cells)
{
  bs_table_begin_row (table);
  for (guint i = 0; i < table->columns->len; i++)
    if (!cells[i].missing && cells[i].text != NULL)
      bs_table_set_text (table, i, cells[i].text);
    else
      *cell_of_last_row (table, i) = cells[i];
}

static void
values_free (gpointer values)
{
  if (values != NULL)
    g_array_unref (values);
}

guint
bs_table_add_picture (BsTable *table, guint column, BsPictureKind kind, const char *title, const char *meaning)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->told = (BsPicture){ column, kind, g_strdup (title), g_strdup (meaning) };
  picture->values = g_ptr_array_new_with_free_func (values_free);
  g_ptr_array_add (table->pictures, picture);
  return table->pictures->len - 1;
}

guint
bs_table_n_pictures (const BsTable *table)
{
  return table->pictures->len;
}

const BsPicture *
bs_table_picture (const BsTable *table, guint index)
{
  g_return_val_if_fail (index < table->pictures->len, NULL);
  return &((const Picture *) table->pictures->pdata[index])->told;
}

void
bs_table_set_picture (BsTable *table, guint index, guint row, const double *values, guint n)
{
  Picture *picture = table->pictures->pdata[index];
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (double), n);

  g_return_if_fail (row < table->rows->len);
  if (picture->values->len <= row)
    g_ptr_array_set_size (picture->values, (int) row + 1);
  g_array_append_vals (kept, values, n);
  values_free (picture->values->pdata[row]);
  picture->values->pdata[row] = kept;
}

const double *
bs_table_picture_values (const BsTable *table, guint index, guint row, guint *n)
{
  const GPtrArray *values = ((const Picture *) table->pictures->pdata[index])->values;
  const GArray *kept = row < values->len ? values->pdata[row] : NULL;

  *n = kept != NULL ? kept->len : 0;
  return kept != NULL ? (const double *) (gpointer) kept->data : NULL;
}

guint
bs_table_n_rows (const BsTable *table)
{
  return table->rows->len;
}

void
bs_table_set_exact (BsTable *table)
{
  table->exact = TRUE;
}

gboolean
bs_table_is_exact (const BsTable *table)
{
  return table->exact;
}

void
bs_table_set_spare (BsTable *table, guint column)
{
  g_array_append_val (table->spare, column);
}

static gboolean
is_among (const GArray *columns, guint column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, guint, i) == column)
      return TRUE;
  return FALSE;
}

gboolean
bs_table_is_spare (const BsTable *table, guint column)
{
  return is_among (table->spare, column);
}

void
bs_table_set_whole (BsTable *table, guint column)
{
  g_array_append_val (table->whole, column);
}

gboolean
bs_table_is_whole (const BsTable *table, guint column)
{
  return is_among (table->whole, column);
}

const BsCell *
bs_table_next (BsTable *table, GError **error)
{
  if (table->next != NULL)
    return table->next (table->source, table->cells, error) ? table->cells : NULL;
  if (table->drawn == table->rows->len)
    return NULL;
  return table->rows->pdata[table->drawn++];
}
