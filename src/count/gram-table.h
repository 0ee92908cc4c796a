/* gram-table.h: counts under keys of a few numbers, exact for any number of keys: what does not fit the memory is
 * sorted and put into a temporary file, and read back merged.
 *
 * Counts are sums, so what comes out depends on what was added and not on its order.
 */
#pragma once

#include "base/error.h"

G_BEGIN_DECLS

#define BS_GRAM_KEY_MOST 8               /* numbers */
#define BS_GRAM_MEMORY (256u * 1024 * 1024) /* bytes that a table takes before it turns to the disk, by default */

typedef struct _BsGramTable BsGramTable;

/* One key and what was added under it. */
typedef struct {
  const guint32 *key;
  guint64        count;    /* sum of what was added */
  guint64        articles; /* how often something was added */
} BsGram;

/* Keys are of `width` numbers, 1 to BS_GRAM_KEY_MOST. `memory` in bytes; 0: BS_GRAM_MEMORY; G_MAXSIZE: as good as
 * never the disk. */
BsGramTable *bs_gram_table_new  (guint width, gsize memory);
void         bs_gram_table_free (BsGramTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsGramTable, bs_gram_table_free)

/* Adds to a key's count. FALSE with BS_ERROR_IO where the temporary file cannot be written. */
gboolean bs_gram_table_add (BsGramTable *table, const guint32 *key, guint64 count, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Adds `n` rows, each a key and behind it a count, a number too. Costs far less than one after the other where the table
 * is larger than the cache. */
gboolean bs_gram_table_add_rows (BsGramTable *table, const guint32 *rows, gsize n, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Forgets all keys; keeps the memory. */
void     bs_gram_table_clear (BsGramTable *table);

/* Keys in memory. */
guint32  bs_gram_table_held (const BsGramTable *table);

/* What is known of one key; only of a table that has all in memory. FALSE: it was never added. */
gboolean bs_gram_table_find (const BsGramTable *table, const guint32 *key, BsGram *gram);

/* Calls `visit` for every key, ascending by its numbers from the first on; FALSE with `error` set stops it. May be
 * called again, and more may be added afterwards. */
typedef gboolean (*BsGramVisit) (gpointer data, const BsGram *gram, GError **error);
gboolean bs_gram_table_each (BsGramTable *table, BsGramVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
