/* values.h: all values of one measure, by outlet, as fast as a file can be read. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char   *outlet;
  GArray *values; /* of double, ascending: those of the articles that count and have one */
} BsOutletValues;

/* The values of a column of numbers of `articles` ("flesch_kincaid", "year"), a BsOutletValues an outlet that has
 * articles that count, by name. The measures of the usual summary and the year stand in the store sorted; others are
 * gathered from the articles. Free with g_ptr_array_unref. BS_ERROR_STORE where the store is damaged. */
GPtrArray *bs_store_load_values (BsStore *store, const char *column, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
