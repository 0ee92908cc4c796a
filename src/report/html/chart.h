/* chart.h: a chart inside a page: SVG with a title and a description, in colours that follow the page's. */
#pragma once

#include "report/chart/chart.h"
#include "report/chart/table.h"

G_BEGIN_DECLS

/* Draws the chart, light and dark, and appends one figure: the SVG, its caption, and how to draw it again (`command`;
 * NULL: not told). Ids inside begin with `id`, which is as of bs_html_frame_section(). Where gnuplot is missing or fails
 * nothing is appended: FALSE with the error of bs_chart_draw_svg(). */
gboolean bs_html_chart (GString *out, const BsChart *chart, const BsChartTable *table, const BsChartOptions *options,
                        const char *id, const char *command, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
