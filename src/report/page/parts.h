/* parts.h: what the sections of the report page share. For report/page alone. */
#pragma once

#include "report/chart/data.h"
#include "report/compare.h"
#include "report/html/frame.h"
#include "report/page/page.h"

G_BEGIN_DECLS

/* A page being written. */
typedef struct {
  BsStore            *store;
  const BsReportPage *options;
  BsHtmlFrame        *frame;
  BsCompareData      *data;          /* NULL: nothing can be compared … */
  BsCompared         *compared;      /* … nor has been */
  char               *no_comparison; /* why, in a sentence */
  GError             *undrawn;       /* the first chart that was not drawn */
  guint               failures;      /* charts in a row that were not */
} BsPageWork;

#define BS_PAGE_PAIRS 40    /* of a measure that the page shows */
#define BS_PAGE_KEY_WORDS 10 /* of an outlet */

/* Tells the progress. */
void bs_page_tell  (const BsPageWork *work, const char *doing);

/* A paragraph of text; a printf format. */
void bs_page_say   (BsPageWork *work, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A paragraph of text that ends with a command. */
void bs_page_say_command (BsPageWork *work, const char *text, const char *command);

/* A paragraph of HTML; takes `html`. */
void bs_page_put   (BsPageWork *work, GString *html);

/* A table, which is taken. FALSE where `table` is NULL (then `error` is set) or breaks. */
gboolean bs_page_table  (BsPageWork *work, BsTable *table, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A chart with its caption and its command, or a paragraph that says why there is none; nothing where this program has
 * no chart of that name. `ref` is looked at by charts of one measure. FALSE with an error of the store. */
gboolean bs_page_figure (BsPageWork *work, const char *chart, BsMeasureRef ref, const char *id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* "broadsheet COMMAND STORE REST", with --seed, of a command that takes one, and --copies where they are not the
 * usual ones. Free with g_free. */
char *bs_page_command (const BsPageWork *work, const char *command, const char *rest);

/* "-m fog -m smog ", as commands name the page's measures; "" where they are the usual ones. Free with g_free. */
char *bs_page_measures (const BsPageWork *work);

/* "compare-flesch-en": the anchor of a measure's section. Free with g_free. */
char *bs_page_measure_id (const char *before, BsMeasureRef ref);

/* The first measure that the page compares, for charts of one. */
BsMeasureRef bs_page_main_measure (const BsPageWork *work);

/* "5,846 articles", "1 article". Free with g_free. */
char *bs_page_count (double n, const char *one, const char *many);

/* The sections, each with its heading. FALSE with an error of the store. */
typedef gboolean BsPageSection (BsPageWork *work, GError **error);

BsPageSection bs_page_summary, bs_page_corpus, bs_page_outlets, bs_page_comparisons, bs_page_time, bs_page_words,
    bs_page_sentences, bs_page_likeness, bs_page_methods, bs_page_record;

G_END_DECLS
