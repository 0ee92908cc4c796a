/* keyness.h: key words as a picture: how much more often, with intervals, a panel an outlet. */
#pragma once

#include "report/chart/table.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_KEYNESS_DRAWN 12 /* words of an outlet and side that are drawn at most */

/* The table of the chart "keyness" from one of bs_view_keyness(), whose rows it takes. */
BsChartTable *bs_keyness_chart (BsStore *store, BsTable *table, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
