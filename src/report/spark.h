/* spark.h: a number over time as a sparkline behind a column of a table. */
#pragma once

#include "store/table.h"

G_BEGIN_DECLS

#define BS_SPARK_LEAST 3  /* periods with a value, in some row; fewer are no course */
#define BS_SPARK_MOST  24 /* columns; of more periods, as many as need be become one column */

typedef struct _BsSpark BsSpark;

BsSpark *bs_spark_new  (void);
void     bs_spark_free (BsSpark *spark);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSpark, bs_spark_free)

/* A value of row `row` in the period of this number. What is not finite is passed over. */
void     bs_spark_add  (BsSpark *spark, guint row, gint64 period, double value);

/* Adds the picture to the table's column: of each row the medians by period, from the first of all rows to the last.
 * `period` is what a period is called ("year"), `of` what is shown. Nothing is added where no row has BS_SPARK_LEAST
 * periods. */
void     bs_spark_draw (const BsSpark *spark, BsTable *table, guint column, const char *period, const char *of);

G_END_DECLS
