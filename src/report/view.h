/* view.h: what a store has to say, as tables for people and programs. */
#pragma once

#include "measure/measure.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Articles that copy another count as bs_store_set_copies() decided, in every table here and in the charts.
 *
 * Groups of articles side by side, one row a group by name: articles that count, copies among all, words, words per
 * sentence, letters per word, share set aside, and of each measure the median over articles and the interquartile
 * range. The article is the unit: each counts once, and those without a value do not count.
 * `by` is the field that groups them (report/field.h): "year", "month", one of the records; NULL: the outlet. Articles
 * that say nothing are the group "(none)". BS_ERROR_USAGE where there is no such field. */
BsTable *bs_view_groups (BsStore *store, const char *by, const BsMeasureRef *refs, guint n_refs, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same figures for the whole corpus in one row; where copies are left out, a second row with them. */
BsTable *bs_view_whole (BsStore *store, const BsMeasureRef *refs, guint n_refs, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* All figures of one measure by outlet: articles with a value and without, mean, standard deviation, quantiles,
 * trimmed mean. */
BsTable *bs_view_measure (BsStore *store, BsMeasureRef ref, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One row an article: outlet, id, title, day, words, sentences, and the measures. `outlet`: of that one alone, or NULL. */
BsTable *bs_view_articles (BsStore *store, const BsMeasureRef *refs, guint n_refs, const char *outlet, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  const char *outlet;   /* NULL: every outlet, one after the other */
  gboolean    corpus;   /* the whole corpus instead of outlets */
  guint       n;        /* most frequent words of each; 0: all */
  gboolean    content;  /* without function words, numbers and single letters */
  guint64     least;    /* leave out words that occur less often */
} BsWordsOptions;

/* The most frequent words: outlet, rank, word, count, per million, articles that hold it, their share. */
BsTable *bs_view_words (BsStore *store, const BsWordsOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The catalogue of measures; `family` as its name or NULL for all. */
BsTable *bs_view_measures (const char *family, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a reader of any table of this store must know, a sentence each: how numbers were counted, problems met, articles
 * of other languages, what was set aside. Free with g_ptr_array_unref. */
GPtrArray *bs_view_notes (BsStore *store); /* of char * */

/* FALSE with BS_ERROR_USAGE where no article is of this outlet. TRUE where all that it has are copies: its tables may
 * be empty. */
gboolean bs_view_check_outlet (BsStore *store, const char *outlet, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds to a table's note how many copies are left out of it, or stand in it; nothing where there are none. */
void bs_view_note_copies (BsStore *store, BsTable *table);
/* Adds which steps of cleaning its articles were analyzed without; nothing where all had all. */
void bs_view_note_cleaning (BsStore *store, BsTable *table);

/* Names of the outlets that have articles that count, in their order. Free with g_ptr_array_unref. */
GPtrArray *bs_view_outlet_names (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of char * */

/* Those of them with the most running words where there are more than `most`, and all else, in the order of their names:
 * for what looks at every word of every outlet, and cannot be read where there are thousands. *n_all (may be NULL) is
 * how many there are. */
GPtrArray *bs_view_largest_outlets (BsStore *store, guint most, guint *n_all, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "readability", "richness", "time". */
const char *bs_family_name (BsFamily family);

/* What a higher value means: "harder", "easier", "richer", "poorer", "longer". */
const char *bs_direction_name (BsDirection direction);

G_END_DECLS
