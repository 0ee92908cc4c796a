/* walk.h: the articles of a store once more, from the sources that it points to, cleaned as they were.
 *
 * For whatever needs running text: concordances, collocates, n-grams, hard sentences. The places and the options by
 * which they were read stand in the store's runs. Some threads read, clean and work, and the calling thread takes the
 * results in the order of the stream, so that what comes out does not depend on the number of threads, and memory
 * does not grow with the corpus.
 */
#pragma once

#include "analysis/reading.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the store knows of an article that is walked. */
typedef struct {
  gint64      number;   /* in this store */
  const char *outlet;
  const char *id;
  const char *title;    /* NULL: none */
  const char *day;      /* NULL: no date */
} BsWalkArticle;

typedef struct {
  BsReadDepth depth; /* how far articles are read for work() */
  /* One a worker thread, made and freed in the calling thread; NULL: `data` is what work() is given. */
  gpointer (*worker_new) (gpointer data);
  void     (*worker_free) (gpointer worker);
  /* Whether an article is worth cleaning, judged by its raw bytes; NULL: every one is. In a worker thread. */
  gboolean (*may) (gpointer worker, const BsArticle *raw);
  /* What is found in one article, or NULL. In a worker thread; everything of `reading` is overwritten by the next. */
  gpointer (*work) (gpointer worker, const BsWalkArticle *article, BsReading *reading);
  /* Takes a result, in the calling thread and the order of the stream; owns it. FALSE with `error` set stops the walk;
   * FALSE without an error ends it early and is fine. */
  gboolean (*take) (gpointer data, gpointer result, GError **error);
  void     (*result_free) (gpointer result); /* of results that nobody took */
  gboolean renews; /* no number of a type or spelling is kept from one article to the next: a thread's index begins anew
                    * when it holds BS_TYPES_HELD; of others it grows with the words of the store */
} BsWalkVisitor;

typedef struct {
  const char *const *places;  /* NULL: those of the store's runs, as they were given: from the working folder or, where
                               * they are not there, from the store's */
  const char  *outlet;        /* of this one alone; NULL: all */
  const GHashTable *only;     /* of these article numbers alone (gint64 keys, g_int64_hash); NULL: all that count */
  guint        threads;       /* 0: one a processor */
  const volatile gint *stop;  /* other than 0 ends the walk with BS_ERROR_INTERRUPTED; may be NULL */
} BsWalkOptions;

/* What came of it, in articles. */
typedef struct {
  guint64 walked;    /* given to work() */
  guint64 ruled_out; /* by may() */
  guint64 changed;   /* in place of the one that was analyzed stands another text, or the rules differ: passed over */
  guint64 gone;      /* not met in their sources */
  guint64 bytes;     /* of raw text of all articles read, those ruled out included */
  char   *first;     /* "outlet / id: why" of the first that is changed or gone; NULL: none */
} BsWalkSummary;

void bs_walk_summary_clear (BsWalkSummary *summary);

/* Walks the articles that count. BS_ERROR_STORE where the store does not know where it came from (standard input), or
 * none of its sources is there: the message says which and what to do. */
gboolean bs_walk (BsStore *store, const BsWalkOptions *options, const BsWalkVisitor *visitor, gpointer data,
                  BsWalkSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
