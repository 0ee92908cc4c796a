/* html-grid.h: tables of figures in an article.
 *
 * A table is a grid where there are two rows or more, three cells or more to two rows, a third of the cells have
 * figures, and no more than half of the letters stand in cells that tell something: of eight words, or of four and a
 * stop. Other tables are there for the layout or are read as text. Of tables in tables each is asked by itself.
 */
#pragma once

#include "clean/html-content.h"

G_BEGIN_DECLS

/* Sets aside what is kept so far of grids inside the element `main`. */
void bs_html_grids_drop (const BsHtmlTree *tree, BsRawBlock *blocks, guint n, guint main);

G_END_DECLS
