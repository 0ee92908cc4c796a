/* formula.h: measures that follow from the counts of the same article by plain arithmetic, as SQL.
 *
 * No formula is written a second time: a measure is run on made-up counts, and the C expressions of its steps
 * (measure/measure-internal.h) are put into SQL. Only + - * / and products of a value with itself are taken over, which
 * every SQLite can do and does to the same bit; a measure that needs more, or whose steps depend on the counts, is
 * computed by this program alone and kept in the table. tests/test-formula.c compares both on random articles.
 */
#pragma once

#include "measure/measure.h"

G_BEGIN_DECLS

/* The value of a measure as SQL over the columns of counts, whatever the language and length of the article; NULL where
 * it has to be kept. Free with g_free. */
char *bs_formula_sql (BsMeasureRef ref);

G_END_DECLS
