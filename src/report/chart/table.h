/* table.h: the tables that the scripts of scripts/charts draw, written so that gnuplot reads what was meant.
 *
 * A chart's table is tab-separated text in two blocks with two empty lines between them: the outlets, one a row, and
 * what is drawn of them, each row naming its outlet by number from 0. Above the first block stand comment lines of a
 * key and a text: title, subtitle, axis, note (any number), and interval, which only captions show: the kind and level
 * of what is drawn as an interval. Each script's head says which columns it needs.
 *
 * gnuplot gives a meaning to some characters of a table: a double quote opens a field that runs to the next one, a
 * backslash begins an escape, # a comment; and its SVG passes "&#x" on as the start of an entity. The rule for a cell
 * is:
 *   1. what acts or hides is made visible (bs_plain_text: controls, newlines, tabs, bidirectional overrides, not
 * UTF-8);
 *   2. \ becomes \\, " becomes \042, # becomes \043, so do digits from 0 to 7 that follow these (\060 to \067), which
 * gnuplot would take for further digits of the number, and between & and #x stands a word joiner (U+2060);
 *   3. of more than BS_CHART_CELL_MAX bytes the end is cut off and "…" says so: gnuplot reads 1,024 bytes.
 * The scripts undo step 2 once. A table that is written by hand keeps the same rule.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_CHART_CELL_MAX 800 /* bytes of a cell after escaping, "…" included */
#define BS_CHART_MOST_POINTS 2000 /* articles of an outlet that are drawn one by one … */
#define BS_CHART_ALL_POINTS 10000 /* … and of a chart, so that its SVG stays under 1 MB; beyond, they are counted in bins */
#define BS_CHART_MOST_OUTLETS 60  /* that have a panel or a curve of their own */
#define BS_CHART_BINS 100         /* bins over the range that is drawn */

typedef struct _BsChartTable BsChartTable;

BsChartTable *bs_chart_table_new (void);
void bs_chart_table_free (BsChartTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsChartTable, bs_chart_table_free)

/* The text by the rule above; NULL is "". Free with g_free. */
char *bs_chart_cell (const char *text);

/* A comment line. Only before the first block; `key` is one of those above, or "interval": one sentence that names kind
 * and level of what is drawn as an interval, which goes into captions and is not drawn. */
void bs_chart_table_comment (BsChartTable *table, const char *key, const char *text);

/* The texts of the comment lines of this key, in their order, as bs_plain_text() has them, whole. Free with
 * g_ptr_array_unref. */
GPtrArray *bs_chart_table_comments (const BsChartTable *table, const char *key); /* of char * */

/* Ends the block before, if there is one, and begins a block with these columns, NULL-terminated. */
void bs_chart_table_block (BsChartTable *table, const char *const *columns);

/* One cell after the other, in the order of the columns; a row ends by itself when it has them all.
 * What is not finite becomes NaN, which draws nothing. */
void bs_chart_table_text (BsChartTable *table, const char *text);
void bs_chart_table_number (BsChartTable *table, double value);

/* The articles of outlet `row` for the second block of the chart "measure": the rows of its columns row, value, width,
 * height. Up to `most` values become a point each, spread over the strip by their order in `values`, the
 * same every time; more become BS_CHART_BINS bins from `low` to `high`, the highest bar 1.
 * What is not finite is passed over. Returns how many finite values lie outside `low` to `high` and are not in the
 * table: the caption has to say so if there are any. */
gsize bs_chart_table_articles (BsChartTable *table, guint row, const double *values, gsize n, double low, double high,
                               gsize most);

/* What was written so far, valid until the next call. */
const char *bs_chart_table_peek (const BsChartTable *table);

gboolean bs_chart_table_write (const BsChartTable *table, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
