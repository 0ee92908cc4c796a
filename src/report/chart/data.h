/* data.h: what a chart shows, out of a store, as the table that its script draws. */
#pragma once

#include "report/chart/chart.h"
#include "report/chart/table.h"
#include "report/view.h"

G_BEGIN_DECLS

/* What a chart is asked to show. Each looks at what concerns it and at nothing else. */
typedef struct {
  BsMeasureRef        ref;       /* the measure of charts of one */
  const BsMeasureRef *refs;      /* of charts of several … */
  guint               n_refs;    /* … and how many */
  const char         *against;   /* the outlet that differences are from; NULL: every pair */
  guint               resamples; /* of an interval; 0: BS_INTERVAL_RESAMPLES */
  guint64             seed;
  guint               threads;   /* 0: one a processor */
  const char         *word;      /* of the barcode, * and ? as in queries; NULL: the commonest content word */
} BsChartRequest;

/* The table of a chart. Everything that is drawn is computed here: quantiles, bins, places of points, ranks, intervals;
 * the script only draws. A chart of what the store does not have (no dates, nothing set aside, no copies) is a table
 * without rows whose note says what is missing. BS_ERROR_USAGE where the request names what is not there; errors of the
 * store. */
BsChartTable *bs_chart_data (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
