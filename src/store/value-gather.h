/* value-gather.h: the values of all articles in the columns that the table outlet_values keeps, put aside as they come.
 *
 * Memory: a megabyte or two of what is put aside, the rest is in a temporary file; and while the table is written, 16
 * bytes an article.
 */
#pragma once

#include "store/store-internal.h"

G_BEGIN_DECLS

typedef struct _BsValueGather BsValueGather;

BsValueGather     *bs_value_gather_new  (void);
void               bs_value_gather_free (BsValueGather *gather);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsValueGather, bs_value_gather_free)

/* The columns: names, NULL-ended. */
const char *const *bs_value_gather_columns (const BsValueGather *gather);

/* An article of an outlet, which is named by a number below 2^31; `values` holds one a column, NAN: none. */
gboolean           bs_value_gather_add (BsValueGather *gather, gint64 article, guint32 outlet, const double *values,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from an article that is put into the store. */
gboolean           bs_value_gather_stored (BsValueGather *gather, gint64 article, guint32 outlet,
                                           const BsStoredArticle *stored, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the table outlet_values, which is empty. Outlets were numbered from 0 to below `n_outlets` by name; `copied`
 * holds the numbers (gint64 *) of the articles that are copies. */
gboolean           bs_value_gather_put (BsValueGather *gather, BsStore *store, guint32 n_outlets, GHashTable *copied,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
