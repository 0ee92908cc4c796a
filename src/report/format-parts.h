/* format-parts.h: what the formats share. For format*.c and html/table.c alone. */
#pragma once

#include "report/format.h"

G_BEGIN_DECLS

#define BS_CELLS_BATCH 5000 /* rows that are held at once; the first batch decides the widths */
#define BS_CELL_WIDEST 1000 /* columns of one cell; what is longer ends in an ellipsis */

/* Text on its way out: formats append to `text` and call bs_emitter_pass after each row. */
typedef struct {
  GString *text;
  BsWrite  write;
  gpointer sink;
} BsEmitter;

/* Hands the text on once it is long enough to be worth a call (32 KB), or, with `all`, whatever there is. */
gboolean    bs_emitter_pass (BsEmitter *emitter, gboolean all, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* No value, or one that its column cannot hold. */
gboolean    bs_cell_is_missing (const BsColumn *column, const BsCell *cell);

/* The text itself, or, where it is not UTF-8, a repaired copy that `*repaired` owns then; free that with g_free. */
const char *bs_valid_text  (const char *text, char **repaired);

/* The number of a cell that is not missing, every digit; `buffer` has BS_NUMBER_MAX bytes. */
const char *bs_cell_number (const BsColumn *column, const BsCell *cell, char *buffer);

/* A cell for people, on one line: text by bs_plain_text, reals with their column's decimals, integers from 10,000 on in
 * groups, missing as "–", or "-" where not `unicode`. Free with g_free. */
char       *bs_cell_plain  (const BsColumn *column, const BsCell *cell, gboolean unicode);

/* Draws the next BS_CELLS_BATCH rows at most into `cells`, row by row, as bs_cell_plain() has them, each of at most
 * BS_CELL_WIDEST columns. `*ended` once there are no more. */
gboolean    bs_cells_read  (BsTable *table, gboolean unicode, GPtrArray *cells /* of char * */, gboolean *ended,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The text, or its beginning in `width` columns where it is longer; takes `plain`. Free with g_free. */
char       *bs_cell_cut    (char *plain, guint width, gboolean unicode);

/* Text by bs_plain_text() inside a line of Markdown, or of LaTeX (accents composed), that shows it as it is. */
void        bs_markdown_append (GString *out, const char *plain);
void        bs_latex_append    (GString *out, const char *plain);

/* The column's title for people, safe likewise. Free with g_free. */
char       *bs_column_plain (const BsColumn *column, gboolean unicode);

/* One emitter a format. `error` may not be NULL: that it is set is how an end differs from a break. */
gboolean bs_write_text     (BsTable *table, const BsTerminal *terminal, BsEmitter *emitter, GError **error);
gboolean bs_write_csv      (BsTable *table, BsEmitter *emitter, GError **error);
gboolean bs_write_tsv      (BsTable *table, BsEmitter *emitter, GError **error);
gboolean bs_write_json     (BsTable *table, BsEmitter *emitter, GError **error);
gboolean bs_write_jsonl    (BsTable *table, BsEmitter *emitter, GError **error);
gboolean bs_write_markdown (BsTable *table, BsEmitter *emitter, GError **error);
gboolean bs_write_latex    (BsTable *table, BsEmitter *emitter, GError **error);

G_END_DECLS
