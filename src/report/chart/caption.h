/* caption.h: what has to be said under a figure, as text beside its file. */
#pragma once

#include "report/chart/chart.h"
#include "report/chart/table.h"

G_BEGIN_DECLS

/* The caption of a chart: its title; what it shows, of how many articles and outlets and of which time; what its marks
 * mean; the kind and level of the intervals that are drawn, or that none are; the table's notes; broadsheet's version,
 * and the command (program name and arguments, NULL-terminated; NULL: left out) as a shell takes it, with what acts or
 * hides made visible. Lines of at most 100 columns but for the command. The same for the same table and command. Free
 * with g_free. */
char *bs_chart_caption (const BsChart *chart, const BsChartTable *table, const char *const *command);

/* The same without title, notes, version and command, in one line: what stands under a figure of a page. Free with
 * g_free. */
char *bs_chart_caption_line (const BsChart *chart, const BsChartTable *table);

/* Program name and arguments, NULL-terminated, as a shell takes them, with what acts or hides made visible. Free with
 * g_free. */
char *bs_chart_command_line (const char *const *command);

G_END_DECLS
