/* bulk.h: articles' rows, put in many at a time without a call for each of their values.
 *
 * They are written into a database in memory (image.h), from which SQLite copies whole rows: it does so where one table is
 * inserted into another of the same columns and without an index on unique values. So `article_rows` of a new store gets
 * its index when all are in. Where an index stands already, the same statement takes the rows apart, which costs what
 * binding their values costs.
 */
#pragma once

#include "store/record.h"
#include "store/store-internal.h"

G_BEGIN_DECLS

typedef enum { BS_BULK_ROWS, BS_BULK_BLOBS } BsBulkTable;

/* To be called before a transaction in which rows are put in. */
gboolean  bs_bulk_begin  (BsStore *store, GError **error);

/* The row being written; bs_record_begin() it, then bs_bulk_add(). */
BsRecord *bs_bulk_record (BsStore *store);

/* Takes the row; `number` is larger than those before it. */
gboolean  bs_bulk_add    (BsStore *store, BsBulkTable table, gint64 number, GError **error);

/* A row of a side table. The name is not copied. */
typedef enum { BS_BULK_ASIDES, BS_BULK_DIAGNOSTICS, BS_N_BULK_SIDES } BsBulkSideTable;

typedef struct {
  gint64      article;
  const char *name;    /* the reason or the rule */
  gint64      first;   /* the columns behind it */
  gint64      second;
} BsBulkSide;

void      bs_bulk_add_side (BsStore *store, BsBulkSideTable table, BsBulkSide side);

/* Puts into the store what was taken. Whatever else is asked of a store does so first. */
gboolean  bs_bulk_flush  (BsStore *store, GError **error);

/* The index by which articles are found by outlet and id, and which no two of the same get past. */
#define BS_BULK_INDEX "CREATE UNIQUE INDEX article_key ON " BS_ARTICLE_ROWS " (outlet, id)"

/* Makes it where it is not there yet. */
gboolean  bs_bulk_index  (BsStore *store, GError **error);

/* bs_bulk_flush() when all are in, and bs_bulk_index(). */
gboolean  bs_bulk_finish (BsStore *store, GError **error);

/* Forgets what was taken: the transaction is rolled back. */
void      bs_bulk_drop   (BsStore *store);

void      bs_bulk_free   (BsBulk *bulk);

G_END_DECLS
