/* text-rows.h: tables whose rows are made text by text, in the threads that read the texts: so a corpus of any size is
 * written as it is read.
 */
#pragma once

#include "cli/front.h"

G_BEGIN_DECLS

/* What one text makes: BsText.made. */
typedef struct {
  GArray     *cells;     /* of BsCell, row behind row; what they point to lives as long as the text */
  guint       n_columns;
  const char *remark;    /* a sentence to be said of the text where it stands in the stream; NULL: none */
} BsTextRows;

BsTextRows *bs_text_rows_new  (guint n_columns);
void        bs_text_rows_free (gpointer rows); /* BsTextWork.made_free … */
gsize       bs_text_rows_size (gconstpointer rows); /* … and made_size */

/* The cells of a further row, all of them missing yet; good until the next is added. */
BsCell     *bs_text_rows_add  (BsTextRows *rows);

/* All rows of all texts, each of which must have made BsTextRows of as many columns as are added to this. Takes the
 * texts. */
BsTable    *bs_text_rows_table (BsFrontTexts *texts);

G_END_DECLS
