/* field.h: what articles are grouped by: a column of theirs, what follows from their date, or a field of their records. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The SQL of a field's value in a row of articles that the statement calls `a`; NULL in SQL where the article says
 * nothing. `name` is a column such as "outlet", "year", "byline" or "id"; "month" (of dates that name one), "decade",
 * or a further field of the records or the manifest. What has to be bound is added to `parameters` (of char *), in the
 * order of the statement's marks. Free with g_free. NULL with BS_ERROR_USAGE where no article has such a field: the
 * message lists them. */
char *bs_field_expression (BsStore *store, const char *name, GPtrArray *parameters, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

#define BS_FIELD_NONE "(none)" /* the group of articles that say nothing */

G_END_DECLS
