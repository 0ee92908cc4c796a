/* front-chart.h: charts, for every command that draws one. */
#pragma once

#include "cli/front.h"
#include "report/chart-table.h"
#include "report/chart.h"

G_BEGIN_DECLS

/* How a chart is to be drawn. */
typedef struct {
  const char *output;  /* FILE.png, .svg, .pdf or .txt; NULL or "-": as text on standard output */
  const char *scripts; /* folder of the charts' scripts; NULL: those of the checkout that the program was built in and runs
                        * from, or the installed ones */
  gboolean    dark;
} BsFrontChart;

/* Draws the table of a chart. */
gboolean bs_front_draw (const BsChart *chart, const BsChartTable *table, const BsFrontChart *how, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Writes a text to a file or, where `path` is NULL or "-", to standard output. */
gboolean bs_front_write (const char *text, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
