/* trend.h: a measure over time, out of a store, by outlet: what the command `trend` prints and its chart draws.
 *
 * Articles are put into periods of the calendar; the series of an outlet is the medians of its periods that have
 * articles with a value. Trends and changes are of that series, every period with one vote; the smooth line is through
 * the articles themselves. An article whose date is less precise than the period is left out and counted.
 */
#pragma once

#include "compare/sample.h"
#include "measure/measure.h"
#include "report/chart/table.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_TREND_LINE_LEAST 10 /* articles of a series; a smooth line through fewer would be a guess */

typedef enum {
  BS_PERIOD_AUTO, /* by the span of the dates: about a dozen to fifty periods */
  BS_PERIOD_DECADE,
  BS_PERIOD_YEAR,
  BS_PERIOD_QUARTER,
  BS_PERIOD_MONTH,
  BS_PERIOD_WEEK, /* ISO 8601 */
  BS_PERIOD_DAY,
  BS_N_PERIODS
} BsPeriod;

/* "decade", "year", …; FALSE with BS_ERROR_USAGE naming all. */
gboolean    bs_period_from_name (const char *name, BsPeriod *period, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *bs_period_name      (BsPeriod period);

/* The period's number, which rises by one from each to the next, of a day YYYY-MM-DD, YYYY-MM or YYYY from year 1 on;
 * FALSE where the day is less precise than the period, or none. */
gboolean    bs_period_of (BsPeriod period, const char *day, gint64 *number);
/* "1890s", "1898", "1898-Q2", "1898-04", "1898-W14", "1898-04-06". Free with g_free. */
char       *bs_period_label (BsPeriod period, gint64 number);
/* The longest that leaves the dates of the articles that count a dozen periods or more; years where there are none. */
BsPeriod    bs_period_choose (BsStore *store);
/* The middle of it in years: of 1898, 1898.5. */
double      bs_period_middle (BsPeriod period, gint64 number);
/* The same of a day as precise as it is; NAN where it is none. */
double      bs_day_middle (const char *day);

typedef struct {
  gint64     number;
  double     middle;     /* years */
  guint      n;          /* articles with a value */
  BsEstimate median;     /* interval from order statistics; NAN below BS_INTERVAL_LEAST */
  double     mean;
  double     lowess;     /* at its middle; NAN below BS_TREND_LINE_LEAST articles */
  double     words;      /* median of articles with a value */
} BsTrendPeriod;

/* Where the series comes to another level; periods by index into `periods`. */
typedef struct {
  guint  place, low, high; /* first of the new level; it began between these, with 95 % */
  double before, after;    /* medians of the periods' medians */
  double p;
} BsTrendChange;

typedef struct {
  char      *name;      /* outlet, or "(all)" */
  guint      n;         /* articles in periods */
  guint      without;   /* articles that have no value */
  guint      undated;   /* articles whose date is missing or too coarse … */
  guint      coarse;    /* … and of these the latter */
  GArray    *periods;   /* of BsTrendPeriod, ascending; only those with articles */
  BsEstimate slope;     /* Sen's, in units a year */
  double     tau;       /* Kendall's τ-b of the periods' medians */
  double     p;         /* Mann and Kendall's */
  double     p_holm;    /* over all series */
  double     words_p;   /* of the same test over the median lengths: do articles grow or shrink? */
  double     words_tau;
  GArray    *changes;   /* of BsTrendChange, ascending */
} BsTrendSeries;

typedef struct {
  BsMeasureRef ref;
  BsPeriod     period;  /* never AUTO */
  double       span;    /* of LOWESS */
  guint64      seed;
  GPtrArray   *series;  /* of BsTrendSeries, by name */
} BsTrend;

typedef struct {
  BsPeriod    period;
  double      span;     /* 0: BS_LOWESS_SPAN */
  guint64     seed;
  const char *outlet;   /* of this one alone; NULL: every one */
  gboolean    whole;    /* the whole corpus as one series */
} BsTrendOptions;

/* BS_ERROR_USAGE where no article has a date that is precise enough and a value, or there are more than BS_TREND_MOST
 * periods: then a longer one is asked for. */
BsTrend *bs_trend_new  (BsStore *store, BsMeasureRef ref, const BsTrendOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void     bs_trend_free (BsTrend *trend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTrend, bs_trend_free)

/* One row a period of each series; a series each; a change each. */
BsTable *bs_trend_periods (const BsTrend *trend);
BsTable *bs_trend_slopes  (const BsTrend *trend);
BsTable *bs_trend_changes (const BsTrend *trend);

/* The table of the chart "trend": a panel a series. */
BsChartTable *bs_trend_chart (BsStore *store, const BsTrend *trend);

G_END_DECLS
