/* store.h: what a run leaves behind: one SQLite file that anybody can read with `sqlite3`.
 *
 * docs/store.md is the schema's documentation; the table `columns` in every store holds the same, column by column.
 * Article texts are data everywhere: values are bound, never pasted.
 */
#pragma once

#include "clean/diagnose.h"
#include "clean/repeat.h"
#include "count/tally.h"
#include "count/vocabulary.h"
#include "measure/measure.h"
#include "source/article.h"
#include "store/table.h"

G_BEGIN_DECLS

#define BS_STORE_VERSION 6               /* PRAGMA user_version */
#define BS_STORE_APPLICATION 0x62736874  /* PRAGMA application_id: "bsht" */

typedef struct _BsStore BsStore;

typedef enum {
  BS_STORE_READ, /* must exist */
  BS_STORE_WRITE /* made where it does not exist */
} BsStoreMode;

/* Opens a store. BS_ERROR_STORE where the file is no store, of another version, or locked, or where it is to be read and
 * not finished (store/checkpoint.h); BS_ERROR_IO where it cannot be opened. Nothing is changed then, and no
 * file that was not there is left. */
BsStore *bs_store_open  (const char *path, BsStoreMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Closes; a transaction that is open is rolled back. */
void     bs_store_close (BsStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsStore, bs_store_close)

/* The path that it was opened by. */
const char *bs_store_path (const BsStore *store);

/* One transaction at a time; whatever is written stands in one. */
gboolean bs_store_begin  (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bs_store_commit (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     bs_store_roll_back (BsStore *store);

/* ---- Writing ------------------------------------------------------------------------------------------------------ */

/* Everything that is kept of an article. Borrowed. */
typedef struct {
  BsArticle     article;        /* its text is not kept */
  const char   *day;            /* YYYY-MM-DD, YYYY-MM or YYYY of its date; NULL where that cannot be read */
  const char   *language;       /* ISO 639-1 or NULL */
  gboolean      language_found; /* by detection, not by the record */
  const char   *dateline;       /* found in the text; NULL: none */
  const char   *agency;
  const char   *originally_from;
  const char   *rights;
  const char   *encoding;
  const char   *checksum;       /* of its bytes and metadata: says whether it changed */
  const char   *settings;       /* of the analysis: the same string for the same rules */
  const char   *publisher;
  const char   *repeats;        /* digest of its blocks that repeat; never NULL */
  BsMended      mended;
  guint32       aside_blocks[BS_N_ASIDES]; /* [BS_KEPT] are the article's own */
  guint64       aside_bytes[BS_N_ASIDES];
  BsDiagnosis   diagnosis;
  BsCounts      counts;
  gboolean      any_length;     /* measures obey no least lengths */
  const double *measures;       /* as bs_measures_of_articles(); NAN: none. Those that follow from the counts, the
                                 * language and any_length are not read: the store works them out (store/derived.h) */
  BsTerm       *terms;          /* `type` is the number in the store's vocabulary; sorted by it */
  guint         n_terms;
  const guint32 *sentence_lengths;
  guint         n_sentence_lengths;
  const guint32 *kept;          /* two numbers a kept block of a plain text (clean/clean.h) */
  guint         n_kept;
  const guint64 *lines;         /* hashes of its different blocks, ascending */
  guint         n_lines;
  const guint64 *signature;     /* see count/signature.h */
  guint         n_signature;
  guint64       n_shingles;
  guint64       shingles_digest;
} BsStoredArticle;

/* The words that stand in the store, with their term numbers; counts are not filled. Owned by the store; words that are
 * entered get the next numbers and are written by bs_store_settle(). */
BsVocabulary *bs_store_vocabulary (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a run asks of an article that the store has. Borrowed. */
typedef struct {
  const char *outlet;
  const char *id;
  const char *checksum;
  const char *settings; /* the rules that it was analyzed by */
  BsOrigin    origin;
} BsStoredState;

/* Calls `visit` for every article in key order. */
typedef void (*BsStoreVisit) (gpointer data, const BsStoredState *state);
gboolean bs_store_each_article (BsStore *store, BsStoreVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Calls `visit` for every article, in any order. */
typedef void (*BsStoreKeyVisit) (gpointer data, const char *outlet, const char *id);
gboolean bs_store_each_key (BsStore *store, BsStoreKeyVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Puts an article in; where `replace`, in place of an older one of the same outlet and id. Two of the same, neither in
 * place of the other, are an error here or, at the latest, in bs_store_settle(). */
gboolean bs_store_put_article (BsStore *store, const BsStoredArticle *article, gboolean replace, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* An article that stands in the store as it is was found at another place: it says so from now on, and its
 * BS_PROBLEM_ENCODING and BS_PROBLEM_SET_ASIDE do. */
gboolean bs_store_move_article (BsStore *store, const char *outlet, const char *id, const BsOrigin *origin,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes an article out; fine where there is none. */
gboolean bs_store_remove_article (BsStore *store, const char *outlet, const char *id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* One run's record. */
typedef struct {
  const char *started;   /* ISO 8601, UTC; clock time stands here and nowhere else */
  double      seconds;
  const char *version;   /* of the program */
  const char *lexicon;   /* bs_lexicon_version() */
  const char *settings;
  const char *places;    /* the corpus as given, one a line; controls in a name are \xNN */
  const char *recipe;    /* how it was read (analysis/recipe.h); NULL: nobody says */
  guint       threads;
  guint64     bytes;     /* of article text read */
  guint64     added, updated, unchanged, removed, left_out; /* articles */
  gboolean    interrupted; /* stopped by the user before the end of the corpus */
  gboolean    ended;       /* FALSE: it is under way, or was killed (store/checkpoint.h) */
} BsRun;

/* Adds the record of the run that is under way and returns its number in `run`; problems are put under it. */
gboolean bs_store_put_run (BsStore *store, const BsRun *record, gint64 *run, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Replaces what stands in the record. */
gboolean bs_store_finish_run (BsStore *store, gint64 run, const BsRun *record, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean bs_store_put_problem (BsStore *store, gint64 run, const BsProblem *problem, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The problems of a run, in their order: the kind's name and the place, without offsets; valid during the call. */
typedef void (*BsProblemVisit) (gpointer data, const char *kind, const BsOrigin *origin);
gboolean bs_store_each_problem (BsStore *store, gint64 run, BsProblemVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Forgets the problems of earlier runs over the very places of this run; not those of articles that are kept
 * (BS_PROBLEM_ENCODING, BS_PROBLEM_SET_ASIDE), which bs_store_settle() forgets where the article is mended or gone. */
gboolean bs_store_forget_problems (BsStore *store, gint64 run, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets BS_PROBLEM_ENCODING and BS_PROBLEM_SET_ASIDE of an article that is analyzed anew. Of this transaction, what was
 * put in after the first call of this, or of bs_store_move_article(), stays. */
gboolean bs_store_forget_kept_problems (BsStore *store, const char *outlet, const char *id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* An article's blocks as the store keeps them. Borrowed. */
typedef struct {
  const char    *outlet;
  const char    *id;
  const char    *repeats; /* digest of those that repeated when it was analyzed; "": none */
  const guint64 *lines;   /* hashes of its different blocks, ascending */
  guint          n_lines;
} BsStoredLines;

/* Whether the verdicts by repetition are still those of the digest. */
gboolean bs_stored_lines_hold (const BsStoredLines *stored, const BsRepeats *repeats);

/* Calls `visit` for every article in key order that was analyzed with an eye to what repeats; it returns FALSE with
 * `error` set to stop. */
typedef gboolean (*BsStoreLinesVisit) (gpointer data, const BsStoredLines *stored, GError **error);
gboolean bs_store_each_lines (BsStore *store, BsStoreLinesVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Makes the table of what repeats anew. Texts that `repeats` has not met are those that the table had. */
gboolean bs_store_put_repeats (BsStore *store, const BsRepeats *repeats, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What repeats, as the last run concluded it (the table repeats). Its articles are those of the store: where the run
 * also learnt from some that it left out, bs_repeats_articles() is that much smaller. Free with bs_repeats_free. */
BsRepeats *bs_store_load_repeats (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the texts that `repeats` has met since the last call. */
gboolean bs_store_put_repeat_texts (BsStore *store, BsRepeats *repeats, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Finds what repeats from the articles of the store alone and makes the table anew; `stale` is how many articles were
 * analyzed when other blocks of theirs repeated. In a transaction. */
gboolean bs_store_refresh_repeats (BsStore *store, guint64 *stale, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes everything that follows from the articles: term numbers in key order, outlet vocabularies, histograms, outlets.
 * A pure function of the articles, whatever the order in which they came. To be called before the commit. */
gboolean bs_store_settle (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of this, only which problems are told: for a run that met some and changed no article. */
gboolean bs_store_settle_problems (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds all articles, problems and runs of the store at `path` in a transaction of its own, and settles. An article that
 * stands in both with the same checksum, analyzed by the same rules, is taken once; otherwise the call fails with
 * BS_ERROR_STORE naming it, and nothing is changed. Articles of different parts that look like copies by their
 * signatures cannot be compared without their texts: they become copy_doubts, which the next run over the corpus
 * resolves. */
gboolean bs_store_merge (BsStore *store, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- Reading ------------------------------------------------------------------------------------------------------ */

/* Whether an article counts that copies another: it stands in the table `copies` with an original other than itself. */
typedef enum { BS_COPIES_LEAVE_OUT, BS_COPIES_KEEP } BsCopies;

/* "leave-out", "keep" to its value; FALSE with BS_ERROR_USAGE naming both. */
gboolean bs_copies_from_name (const char *name, BsCopies *copies, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Decides what is seen, through this BsStore alone, in the views that every comparison reads:
 *   counted_articles: as articles
 *   counted_outlets:  outlet, name, articles, words, types; without outlets that have no article left
 *   counted_terms:    outlet, term, count, articles
 *   counted_lengths:  outlet, words, sentences
 * A store is opened with BS_COPIES_LEAVE_OUT. Tables read through a view must be closed before it is called. */
gboolean bs_store_set_copies (BsStore *store, BsCopies copies, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BsCopies bs_store_copies     (const BsStore *store);

/* Articles that copy another. */
guint64  bs_store_n_copies   (BsStore *store);

/* The rows of a SELECT, its parameters bound as text in order. Columns are named as the statement names them and typed
 * by their declaration; `columns`, where not NULL, says otherwise for each. The store must outlive the table. */
BsTable *bs_store_query (BsStore *store, const char *sql, const char *const *parameters, const BsColumn *columns,
                         guint n_columns, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether all that was asked of the store could be read; otherwise the first failure of the disk or of damaged data, also
 * where whoever met it took it for "there is none". */
gboolean bs_store_was_read (const BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One number of a SELECT; NAN where there is none, or where a damaged store cannot be asked. */
double   bs_store_number (BsStore *store, const char *sql, const char *const *parameters);

/* Finds a measure that articles have a column for. BS_ERROR_USAGE where there is none of this id, or only `explain`
 * and `score` can compute it. */
gboolean bs_store_find_measure (const char *id, BsMeasureRef *ref, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The tables that can be exported: names, in the order of help; NULL-ended. */
const char *const *bs_store_export_names (void);
const char        *bs_store_export_description (const char *name);

/* One of them, all rows in a fixed order, of the articles that count. BS_ERROR_USAGE where there is no such table. */
BsTable *bs_store_export (BsStore *store, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The vocabulary of an outlet, or of the whole corpus where `outlet` is NULL; of the articles that count. */
BsVocabulary *bs_store_load_vocabulary (BsStore *store, const char *outlet, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
