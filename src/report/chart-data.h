/* chart-data.h: what a chart shows, out of a store, as the table that its script draws. */
#pragma once

#include "report/chart-table.h"
#include "report/chart.h"
#include "report/view.h"

G_BEGIN_DECLS

/* The table of a chart. `ref` is the measure of the chart "measure" and not looked at for others. Everything that is
 * drawn is computed here: quantiles, bins, places of points, ranks; the script only draws. */
BsChartTable *bs_chart_data (BsStore *store, const BsChart *chart, BsMeasureRef ref, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
