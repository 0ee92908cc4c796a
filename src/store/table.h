/* table.h: rows under named columns, drawn one at a time, so that a table of any length costs no memory.
 * What the store answers and what reports print. */
#pragma once

#include <math.h>

#include "base/error.h"

G_BEGIN_DECLS

typedef enum { BS_COLUMN_TEXT, BS_COLUMN_INTEGER, BS_COLUMN_REAL } BsColumnKind;

typedef struct {
  char        *name;     /* for machines: "flesch_en"; unique in its table */
  char        *title;    /* for people: "Flesch Reading Ease"; NULL: the name */
  BsColumnKind kind;
  int          decimals; /* of a real number, for people; machines get every digit; -1: as many as it needs */
} BsColumn;

typedef struct {
  gboolean    missing; /* no value: NULL in SQL, an empty cell, null in JSON */
  gint64      integer;
  double      real;    /* finite */
  const char *text;    /* any valid UTF-8, control characters too; never NULL unless missing */
} BsCell;

/* Cells. The text is not copied; NULL, and a number that is not finite, are missing. */
static inline BsCell
bs_cell_text (const char *text)
{
  return (BsCell){ .missing = text == NULL, .text = text };
}

static inline BsCell
bs_cell_integer (gint64 value)
{
  return (BsCell){ .integer = value };
}

static inline BsCell
bs_cell_real (double value)
{
  return isfinite (value) ? (BsCell){ .real = value } : (BsCell){ .missing = TRUE };
}

typedef struct _BsTable BsTable;

/* Fills `cells` (one a column) with the next row and returns TRUE; FALSE at the end, or with `error` set where the
 * source broke. Texts live until the next call. */
typedef gboolean (*BsTableNext) (gpointer source, BsCell *cells, GError **error);

/* A table over a source that is asked for its rows; owns `source` and frees it with `free_source`. */
BsTable        *bs_table_new_pulled (BsTableNext next, gpointer source, GDestroyNotify free_source);

/* A table whose rows are put in by hand. */
BsTable        *bs_table_new  (void);
void            bs_table_free (BsTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTable, bs_table_free)

/* What stands over the table when people read it, and a note under it; NULL: nothing. Strings are copied. */
void            bs_table_set_title (BsTable *table, const char *title);
void            bs_table_set_note  (BsTable *table, const char *note);
const char     *bs_table_title     (const BsTable *table);
const char     *bs_table_note      (const BsTable *table);

/* Adds a column; all of them before the first row. Strings are copied. */
void            bs_table_add_column (BsTable *table, const char *name, const char *title, BsColumnKind kind, int decimals);
guint           bs_table_n_columns  (const BsTable *table);
const BsColumn *bs_table_column     (const BsTable *table, guint index);

/* Rows by hand: begin one, then set its cells; cells that are not set are missing. A real that is not finite is
 * missing too. */
void            bs_table_begin_row   (BsTable *table);
void            bs_table_set_text    (BsTable *table, guint column, const char *text);
void            bs_table_set_integer (BsTable *table, guint column, gint64 value);
void            bs_table_set_real    (BsTable *table, guint column, double value);

/* A whole row, one cell a column; texts are copied. */
void            bs_table_add_row     (BsTable *table, const BsCell *cells);

/* ---- What only people at a terminal see --------------------------------------------------------------------------- */

/* A small picture behind the number of a column, on one scale for all rows. A terminal that can draws it where there is
 * room; no format but the text of a terminal knows of it. Of tables whose rows are put in by hand alone. */
typedef enum {
  BS_PICTURE_BAR,   /* one value: a bar from 0 to it, of a negative one to its size */
  BS_PICTURE_STRIP, /* three values: an end, what is marked between them, the other end; ends may be NAN */
  BS_PICTURE_SPARK  /* a series in its order, one column a value, NAN a gap; as long in every row */
} BsPictureKind;

typedef struct {
  guint         column;
  BsPictureKind kind;
  char         *title;   /* over it */
  char         *meaning; /* for the note: "first quartile, median and third quartile of ari" */
} BsPicture;

/* Adds a picture to a column of numbers. Strings are copied. Returns its index, for the next functions. */
guint            bs_table_add_picture (BsTable *table, guint column, BsPictureKind kind, const char *title,
                                       const char *meaning);
guint            bs_table_n_pictures  (const BsTable *table);
const BsPicture *bs_table_picture     (const BsTable *table, guint index);

/* The values of the picture in row `row`, from 0, which has been begun. They are copied. */
void             bs_table_set_picture (BsTable *table, guint index, guint row, const double *values, guint n);
/* The same back; NULL, and *n 0, where there are none. */
const double    *bs_table_picture_values (const BsTable *table, guint index, guint row, guint *n);
guint            bs_table_n_rows      (const BsTable *table);

/* A column that a terminal with pictures leaves out where the table is wider than it. */
void             bs_table_set_spare   (BsTable *table, guint column);
gboolean         bs_table_is_spare    (const BsTable *table, guint column);

/* A column of texts that say nothing once they are cut: a number with its interval, a name to be typed. A terminal shows
 * them whole while one fits it. */
void             bs_table_set_whole   (BsTable *table, guint column);
gboolean         bs_table_is_whole    (const BsTable *table, guint column);

/* The next row's cells, one a column, valid until the next call; NULL at the end or on an error. */
const BsCell   *bs_table_next (BsTable *table, GError **error);

/* For programs, not for people: no format guards its texts against being taken for something else. */
void     bs_table_set_exact (BsTable *table);
gboolean bs_table_is_exact  (const BsTable *table);

G_END_DECLS
