/* compared.h: what the charts of comparisons share. For report/chart alone. */
#pragma once

#include "report/chart/parts.h"
#include "report/compare.h"

G_BEGIN_DECLS

/* NULL where two outlets or more have BS_COMPARE_LEAST articles that count, else a sentence that says that they have
 * not; free with g_free. */
char *bs_chart_why_few_outlets (BsStore *store);

/* The outlets' comparison as `compare` makes it by default, of these measures; `parts` are BsCompareParts. */
BsCompareOptions bs_chart_compare_options (const BsChartRequest *request, const BsMeasureRef *refs, guint n_refs,
                                           guint parts);

/* "Moving-average type-token ratio, window 50"; free with g_free. */
char *bs_chart_measure_title (BsMeasureRef ref);

/* A note of how many outlets are left out because they have too few articles, or values; nothing for 0. */
void bs_chart_note_small (BsChartTable *table, guint n);

/* Ends the table of a chart that has nothing to draw: why, and both blocks without a row. */
void bs_chart_end_empty (BsChartTable *table, const BsChart *chart, const char *why);

G_END_DECLS
