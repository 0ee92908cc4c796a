/* analysis.h: a corpus in, a store out.
 *
 * Some threads read articles and walk them through the rooms, the calling thread writes. Batches are numbered as they
 * are read and written in that order, so the store does not depend on the number of threads.
 */
#pragma once

#include "analysis/reading.h"
#include "source/corpus.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  BsSourceOptions source;
  BsReadOptions   read;
  guint           threads; /* that walk articles through the rooms, the one that writes not counted; 0: one a
                            * processor */
  gboolean        prune;   /* take articles out that this corpus does not hold */
  guint           types_held; /* types that all threads' indexes may hold together before they begin anew; 0: as usual.
                               * It decides no result */
  double          checkpoint; /* seconds between checkpoints; 0: as usual, see analysis/checkpoint.h; INFINITY: none */
} BsAnalysisOptions;

/* How far a run has come. */
typedef struct {
  guint64 articles;    /* written or passed over */
  guint64 bytes;       /* of their text */
  guint64 done_bytes;  /* of the inputs on disk */
  guint64 total_bytes; /* 0: not known */
} BsProgress;

typedef void (*BsProgressFunc) (gpointer data, const BsProgress *progress);

/* What a run did. */
typedef struct {
  guint64 added, updated, unchanged, removed; /* articles */
  guint64 left_out;                           /* inputs and articles not analyzed */
  guint64 absent;                             /* articles that stay in the store though this corpus does not hold them */
  guint64 stale;                              /* of these, articles that were analyzed when other blocks repeated */
  guint64 copies;                             /* articles in the store that copy another */
  guint64 copy_doubts;                        /* pairs that look like copies and could not be compared */
  guint64 problems[BS_N_PROBLEMS];            /* by kind */
  guint64 bytes;                              /* of article text read */
  guint64 words;                              /* in articles added or updated */
  guint64 undated;                            /* of these, articles with a date that cannot be read (source/date.h) */
  double  seconds;
} BsRunSummary;

/* Analyzes the places into the store, which nobody else reads or writes meanwhile. Where what repeats in an outlet is
 * set aside, the corpus is read twice: see analysis/lesson.h; standard input is kept for that in a file without a name,
 * which takes its place.
 * An article that stands in the store with the same bytes, metadata and rules, and in which the same blocks repeat, is
 * left as it is; one in whose place nothing can be read any more (it is empty, binary or too large now) is taken out.
 * `progress` may be NULL. When `*stop` becomes other than 0 (a signal handler may set it) the batch in hand is
 * finished, what was done is kept (nothing yet, in the first read), and the call fails with BS_ERROR_INTERRUPTED: the
 * same call goes on from there.
 * What is done is committed now and then (analysis/checkpoint.h). When the program is killed, or the call fails in any
 * other way, the store is what it was at the last of these, unfinished (store/checkpoint.h), or as it was before: the
 * same call, or any other into the same store, goes on from there and leaves what an undisturbed one would have. */
gboolean bs_analyze (BsStore *store, const char *const *places, const BsAnalysisOptions *options,
                     BsProgressFunc progress, gpointer progress_data, const volatile gint *stop,
                     BsRunSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
