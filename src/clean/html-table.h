/* html-table.h: tables in an article that hold no text of it: figures, and pictures.
 *
 * A table is a grid where there are two rows or more, three cells or more to two rows, a third of the cells have
 * figures, and no more than half of the letters stand in cells that tell something: of eight words, or of four and a
 * stop. A table with a picture in one row and nothing but thirty words in another is a picture with its caption.
 *
 * Other tables are there for the layout or are read as text. Of tables in tables each is asked by itself.
 */
#pragma once

#include "clean/html-content.h"

G_BEGIN_DECLS

/* Sets aside what is kept so far of such tables inside the element `main`. */
void bs_html_tables_drop (const BsHtmlTree *tree, BsRawBlock *blocks, guint n, guint main);

G_END_DECLS
