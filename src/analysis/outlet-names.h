/* outlet-names.h: the outlets that are walked. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Those that have articles that count, in the order of their names; `only`: this one alone, or NULL. Free with
 * g_ptr_array_unref. */
GPtrArray *bs_outlet_names (BsStore *store, const char *only, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of char * */

G_END_DECLS
