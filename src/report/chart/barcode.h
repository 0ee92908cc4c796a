/* barcode.h: where hits lie: a strip an outlet, from its first article to its last. */
#pragma once

#include "analysis/hits.h"
#include "report/chart/chart.h"
#include "report/chart/table.h"

G_BEGIN_DECLS

#define BS_BARCODE_BINS 700 /* places of a strip that can have a tick: about what a page has pixels; fewer … */
#define BS_BARCODE_TICKS 14000 /* … where all strips together would have more, so that an SVG stays under 1 MB */

/* The table of the chart "barcode". Articles of an outlet stand in the order of their dates, those without one in front,
 * then by id; a strip is as long as its outlet's words. Hits that fall on one place are one tick, darker the more of the
 * outlet's hits it has. Where places in the articles are not known, a tick stands in the middle of its article, and a
 * note says so. `outlet`: of that one alone, or NULL. */
BsChartTable *bs_chart_barcode_table (BsStore *store, const char *query, const BsHits *hits, const char *outlet)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
