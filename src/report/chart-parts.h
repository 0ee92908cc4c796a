/* chart-parts.h: what the files that make charts' tables share. For chart-*.c alone. */
#pragma once

#include "report/chart-data.h"

G_BEGIN_DECLS

/* Title, subtitle ("LEAD; 5,846 articles of …") and name of the axis (NULL: none). */
void     bs_chart_begin (BsChartTable *table, BsStore *store, const char *title, const char *lead, const char *axis);

/* The table of the chart "sentence-length". */
gboolean bs_chart_sentence_lengths (BsChartTable *table, BsStore *store, const BsChart *chart, GError **error);

/* The charts "tree", "map" and "heat", by Burrows's Delta. */
gboolean      bs_chart_is_of_likeness (const BsChart *chart);
BsChartTable *bs_chart_likeness       (BsStore *store, const BsChart *chart, GError **error);

/* The chart "growth". */
BsChartTable *bs_chart_growth         (BsStore *store, const BsChart *chart, GError **error);
/* The table of the chart "trend". */
BsChartTable *bs_chart_trend          (BsStore *store, BsMeasureRef ref, GError **error);

G_END_DECLS
