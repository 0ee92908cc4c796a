/* format-sheet.h: a table on its way to a terminal, its pictures in it, and which columns stand side by side. For
 * format-text.c alone. */
#pragma once

#include "report/format-parts.h"
#include "report/format-picture.h"

G_BEGIN_DECLS

#define BS_SHEET_GAP 2 /* blanks between columns */

/* Columns that stand side by side. */
typedef struct {
  guint n;
  guint *columns;
  guint *widths;
} BsPanel;

typedef struct {
  BsTable *table;
  const BsTerminal *terminal;
  GString *out;
  guint n;           /* columns */
  char **titles;     /* n and a NULL */
  guint *natural;    /* of each column, the width of its widest cell or title */
  guint *digits;     /* of each column, the width of its widest cell; 1 at least */
  GPtrArray *cells;  /* of char *, the batch, row by row */
  guint first_row;   /* of the batch */
  guint *shown;      /* the columns that are shown … */
  guint n_shown;     /* … and how many */
  char **over;       /* with pictures: the first lines of the titles; else NULL */
  guint *numbers;    /* with pictures: of each column, the width without them */
  GArray *scales;    /* of BsPictureScale, one a picture that is drawn */
  GPtrArray *panels; /* of BsPanel */
} BsSheet;

static inline gboolean
bs_sheet_is_text (const BsSheet *sheet, guint column)
{
  return bs_table_column (sheet->table, column)->kind == BS_COLUMN_TEXT;
}

/* Whether a column has its text on as many lines as that takes, rather than be cut. */
static inline gboolean
bs_sheet_wraps (const BsSheet *sheet, guint column)
{
  return sheet->terminal->width > 0 && column > 0 && column == sheet->shown[sheet->n_shown - 1]
         && bs_sheet_is_text (sheet, column) && !bs_table_is_whole (sheet->table, column);
}

/* Decides which pictures are shown and which columns are spared, parts titles into two lines, and puts pictures behind
 * the numbers of the batch: natural, digits, titles, over, cells and shown change. Nothing changes where the table has
 * neither pictures nor columns to spare. */
void  bs_sheet_illustrate       (BsSheet *sheet);

/* Puts the pictures behind the numbers of a further batch. */
void  bs_sheet_illustrate_cells (BsSheet *sheet);

/* What the pictures mean, and what was left out; "" where there is nothing to tell. Free with g_free. */
char *bs_sheet_tell_pictures    (const BsSheet *sheet);

/* Parts the columns that are shown into panels that fit the terminal. Texts are cut for that, or wrapped, but what the table wants
 * whole (bs_table_set_whole()), and what tells rows apart not so far that two look the same. Where there are several
 * panels, those first columns of text by which the rows of the batch can be told apart stand in each. */
void  bs_sheet_split            (BsSheet *sheet);

G_END_DECLS
