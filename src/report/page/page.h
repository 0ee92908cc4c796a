/* page.h: the report as one page that can be mailed: the corpus, its outlets, every comparison with its chart, its
 * table and the sentence that says what it means, key words, hard sentences, methods with citations, the run's record.
 */
#pragma once

#include "measure/measure.h"
#include "report/chart/chart.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_PAGE_SENTENCES 5 /* of an outlet, the hardest */

typedef struct {
  const BsMeasureRef   *refs;         /* that are compared … */
  guint                 n_refs;       /* … one at least */
  const BsChartOptions *charts;       /* how charts are drawn; `dark` and `size` are not looked at */
  BsTable              *sentences;    /* the hardest ones, as bs_hard_sentences tells them; NULL: none … */
  const char           *no_sentences; /* … and why */
  const char           *store_name;   /* what the commands on the page call the store */
  guint                 resamples;    /* of intervals; 0: the default */
  guint64               seed;
  guint                 threads;      /* 0: one a processor */
  void                (*progress) (gpointer data, const char *doing); /* NULL: none */
  gpointer              data;
} BsReportPage;

/* The whole document. Where gnuplot is missing or does not draw, the page says so in the place of each chart and
 * `*undrawn` (may be NULL) is the first error, else NULL. Free with g_free. NULL with the errors of the store. */
char *bs_report_page (BsStore *store, const BsReportPage *options, GError **undrawn, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
