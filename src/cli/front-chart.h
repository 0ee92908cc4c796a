/* front-chart.h: charts, for every command that draws one. */
#pragma once

#include "cli/front.h"
#include "report/chart/chart.h"
#include "report/chart/table.h"

G_BEGIN_DECLS

/* Where and how a chart is to be drawn. All 0 is what holds where nothing is said. */
typedef struct {
  char       *output;  /* FILE.png, .svg, .pdf or .txt; NULL or "-": as text on standard output */
  char       *size;    /* page, slide or column; NULL: page */
  char       *scripts; /* folder of the charts' scripts; NULL: those of the checkout that the program was built in and
                        * runs from, or the installed ones */
  gboolean    dark, no_caption;
  BsChartSize sized;   /* `size`, once bs_front_chart_check() has read it */
} BsFrontChart;

/* The entries that fill `chart`, for a command that may draw (--chart) or, with `is_plot`, does nothing else
 * (--output); valid until the next call. */
const GOptionEntry *bs_front_chart_entries (BsFrontChart *chart, gboolean is_plot);
void bs_front_chart_clear (BsFrontChart *chart);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsFrontChart, bs_front_chart_clear)

/* bs_front_writes() of the picture and its caption. */
void bs_front_chart_writes (const BsFrontChart *chart, BsFrontCorpus *corpus);

/* Looks at all of it before anything is computed: BS_ERROR_USAGE for a size or an ending that is none, BS_ERROR_IO for
 * an output that is no file. `table` is the output of the table, or NULL: not the same file, either. */
gboolean bs_front_chart_check (BsFrontChart *chart, const char *table, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The folder of the charts' scripts, where the user names `scripts` or, with NULL, none; NULL: the installed one. */
const char *bs_front_scripts (const char *scripts);

/* Draws the table of a chart; beside a file, unless no_caption, stands its caption with the command that was parsed
 * last. */
gboolean bs_front_draw (const BsChart *chart, const BsChartTable *table, const BsFrontChart *how, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Writes a text to a file or, where `path` is NULL or "-", to standard output. */
gboolean bs_front_write (const char *text, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
