#include "cli/text-rows.h"

#include <string.h>

BsTextRows *
bs_text_rows_new (guint n_columns)
{
  BsTextRows *rows = g_new (BsTextRows, 1);

  *rows = (BsTextRows){ g_array_new (FALSE, FALSE, sizeof (BsCell)), n_columns, NULL };
  return rows;
}

void
bs_text_rows_free (gpointer data)
{
  BsTextRows *rows = data;

  g_array_unref (rows->cells);
  g_free (rows);
}

gsize
bs_text_rows_size (gconstpointer data)
{
  const BsTextRows *rows = data;

  return rows->cells->len * sizeof (BsCell);
}

BsCell *
bs_text_rows_add (BsTextRows *rows)
{
  guint first = rows->cells->len;
  BsCell *row;

  g_array_set_size (rows->cells, first + rows->n_columns);
  row = &g_array_index (rows->cells, BsCell, first);
  for (guint i = 0; i < rows->n_columns; i++)
    row[i] = bs_cell_text (NULL);
  return row;
}

/* ---- All texts' rows ---------------------------------------------------------------------------------------------- */

typedef struct {
  BsFrontTexts *texts;
  const BsTextRows *rows; /* of the text at hand; NULL: none yet */
  guint next;             /* of its cells */
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  bs_front_texts_free (drawing->texts);
  g_free (drawing);
}

static gboolean
next_row (gpointer data, BsCell *cells, GError **error G_GNUC_UNUSED)
{
  Drawing *drawing = data;
  guint n;

  while (drawing->rows == NULL || drawing->next == drawing->rows->cells->len)
    {
      BsText text;

      drawing->rows = NULL;
      if (!bs_front_texts_next (drawing->texts, &text))
        return FALSE;
      drawing->rows = text.made;
      drawing->next = 0;
      if (drawing->rows->remark != NULL)
        bs_front_say_at (text.origin, drawing->rows->remark);
    }
  n = drawing->rows->n_columns;
  memcpy (cells, &g_array_index (drawing->rows->cells, BsCell, drawing->next), n * sizeof *cells);
  drawing->next += n;
  return TRUE;
}

BsTable *
bs_text_rows_table (BsFrontTexts *texts)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->texts = texts;
  return bs_table_new_pulled (next_row, drawing, drawing_free);
}
