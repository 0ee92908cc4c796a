/* chart.h: pictures of tables, drawn by gnuplot from the scripts of scripts/charts.
 *
 * gnuplot is started by argument vector, never through a shell, with -d (nobody's start-up file is read), in a private
 * folder where the table and the picture have fixed names, with gnuplot's variables taken out of the environment and
 * C.UTF-8 as its locale. What it is given of others is data only; report/chart/table.h tells how a table is
 * written.
 */
#pragma once

#include "report/chart/table.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;                  /* what a user calls it; its script is NAME.gp */
  const char *title;                 /* for a list of charts */
  const char *description;           /* one sentence */
  const char *const *outlet_columns; /* of the table's first block; NULL-terminated */
  const char *const *item_columns;   /* of its second block; NULL-terminated */
  const char *marks;                 /* what the marks mean, for a caption; NULL: the table's notes say it */
  gboolean several;                  /* measures are drawn beside each other */
} BsChart;

/* How large a page is, and so how large its letters are beside its marks. */
typedef enum {
  BS_CHART_PAGE,   /* the width of a page of text, 183 mm in PDF */
  BS_CHART_SLIDE,  /* 16:9 or wider, letters to be read from afar */
  BS_CHART_COLUMN, /* one of two columns of a page, 89 mm in PDF */
  BS_CHART_N_SIZES
} BsChartSize;

/* "page", "slide", "column"; FALSE with BS_ERROR_USAGE naming all. */
gboolean bs_chart_size_from_name (const char *name, BsChartSize *size, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All fields may be 0 or NULL, and so may a pointer to this: then the default holds. */
typedef struct
{
  const char *scripts_dir; /* folder of the scripts; by default the one they were installed in */
  const char *program;     /* a name in PATH or a path; by default "gnuplot" */
  guint seconds;           /* after which gnuplot is ended; by default 120 */
  BsChartSize size;
  gboolean dark;           /* light marks on a dark page */
  guint columns;           /* of bs_chart_draw_text, in characters, 40 to 400; by default 100 */
  const char *caption;     /* text that bs_chart_draw leaves beside the picture (caption.h); NULL: none */
} BsChartOptions;

/* All charts, in the order of a help page; `n` is how many. */
const BsChart *bs_charts (guint *n);

/* NULL if there is none of that name. */
const BsChart *bs_chart_find (const char *name);

/* Whether a chart can be drawn into this file: FALSE with BS_ERROR_USAGE where its ending says no form, BS_ERROR_IO where
 * something else than a file is there. */
gboolean bs_chart_check_output (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where the caption of a picture stands: "grades.caption.txt" beside "grades.png". Free with g_free. */
char *bs_chart_caption_path (const char *output_path);

/* Draws the table in `data_path` as PNG, SVG, PDF or terminal text, as `output_path` ends in .png, .svg, .pdf or .txt.
 * The output and its caption appear whole or not at all; a file that is there is replaced, anything else (a device, a
 * folder) refused. A table without data is drawn as a page that says so. In PNG and PDF a character that no font here
 * has becomes a white square, and a note on the page says how many did. The same table gives the same bytes each time,
 * as long as gnuplot and fonts are the same; a PDF drawn with cairo 1.18 or later holds the time. Errors: USAGE (ending,
 * options); IO (table, scripts or output); FORMAT (a column is missing, the table is not UTF-8 or holds a NUL); LIMIT (a
 * table of over 64 MiB); PROGRAM (gnuplot is missing, older than 5.4, took too long, failed, or said anything at all on
 * its standard error: a chart that gnuplot warns about is not one to print). */
gboolean bs_chart_draw (const BsChart *chart, const BsChartOptions *options, const char *data_path,
                        const char *output_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The chart of a table as SVG, in one string, or NULL with an error as above. Free with g_free. */
char *bs_chart_draw_svg (const BsChart *chart, const BsChartOptions *options, const BsChartTable *table, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The chart as lines of text, UTF-8, as high as its rows need, or NULL with an error as above. Free with g_free. */
char *bs_chart_draw_text (const BsChart *chart, const BsChartOptions *options, const char *data_path,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
