/* parts.h: what the files that make charts' tables share. For report/chart alone. */
#pragma once

#include "report/chart/data.h"

G_BEGIN_DECLS

/* Title, subtitle ("LEAD; 5,846 articles of …") and name of the axis (NULL: none). */
void     bs_chart_begin (BsChartTable *table, BsStore *store, const char *title, const char *lead, const char *axis);

/* A note for a chart of one measure that no article has a value of. */
void     bs_chart_note_no_value (BsChartTable *table, BsMeasureRef ref);

/* A note for a chart of the `drawn` largest outlets of bs_view_largest_outlets(); none where these are all. */
void     bs_chart_note_outlets (BsChartTable *table, guint drawn, guint all);

/* Of outlets with their values (BsOutletValues) keeps BS_CHART_MOST_OUTLETS, those with the most values, in their order;
 * returns how many there were. bs_chart_note_values() tells where they were more. */
guint    bs_chart_keep_most (GPtrArray *outlets);
void     bs_chart_note_values (BsChartTable *table, guint drawn, guint all);

/* A note "WHY: A, B and 3 more." about outlets of these names; none where there are none. */
void     bs_chart_note_left_out (BsChartTable *table, const char *why, const GPtrArray *names);

/* Makes the table of one chart: a row of the list in data.c. */
typedef BsChartTable *BsChartMake (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error);

BsChartMake bs_chart_barcode, bs_chart_content_words, bs_chart_copies, bs_chart_correlation, bs_chart_ecdf,
    bs_chart_forest, bs_chart_fry, bs_chart_growth, bs_chart_keyness, bs_chart_likeness, bs_chart_measure,
    bs_chart_profile, bs_chart_sentence_lengths, bs_chart_set_aside, bs_chart_trend, bs_chart_years, bs_chart_zipf;

G_END_DECLS
