/* table.h: a table as HTML that sorts and filters in place. */
#pragma once

#include "store/table.h"

G_BEGIN_DECLS

/* Appends all rows of the table: a caption from its title, its note beneath. `id` is its anchor, as of
 * bs_html_frame_section(). Columns of numbers sort by the number, not by its text; what is missing comes last either
 * way. A table of more than a few rows has a field that filters them. FALSE with an error of the table's. */
gboolean bs_html_table (GString *out, BsTable *table, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
