/* pipeline.h: a corpus through several threads: some read and work on batches, and the calling thread takes these in the
 * order of the stream. What comes out does not depend on the number of threads, and memory not on the corpus.
 *
 * There is no thread that only reads: reading is a fiftieth of the work on an article, so whichever worker is free reads
 * the next batch itself, one at a time, and its bytes are still in its cache when it works on them. What takes long to
 * read, compressed data, is expanded ahead by a thread of its own (source/read-ahead.h).
 */
#pragma once

#include "analysis/batch.h"

G_BEGIN_DECLS

typedef struct {
  BsCorpus *corpus;    /* used by the workers until the run is over */
  guint     n_workers; /* 1 or more; the calling thread is none of them. Where the system gives fewer threads, fewer
                        * work, and where it gives none, the calling one */
  gpointer  data;
  /* Works on a batch, in the thread of the worker of that number, from 0. */
  void     (*work) (gpointer data, guint worker, BsBatch *batch);
  /* Takes it, in the calling thread. FALSE ends the run: nothing more is read. For bs_pipeline_run() alone. */
  gboolean (*take) (gpointer data, BsBatch *batch, GError **error);
  /* Of batches that were worked on and that nobody will take or draw; NULL: nothing hangs on them. */
  void     (*drop) (gpointer data, BsBatch *batch);
  /* Where what is made of a text may be many times its size: bytes that batches may hold which wait to be taken, and of
   * every worker four megabytes more, before no further one is read; and behind a text of megabytes none is read until it
   * was taken. 0: what is made is small. */
  gsize    most;
  const volatile gint *stop; /* other than 0: reads nothing more, takes what was read; NULL: never */
} BsPipeline;

/* FALSE where take() said so. */
gboolean bs_pipeline_run (const BsPipeline *pipeline, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a caller that draws the batches: one after the other, from bs_flow_start() to bs_flow_end(). */
typedef struct _BsFlow BsFlow;

/* Starts the workers. The pipeline is copied; what it points to must live until the end. */
BsFlow  *bs_flow_start (const BsPipeline *pipeline);
/* The next batch, worked on; it is the caller's until the next call. NULL behind the last. */
BsBatch *bs_flow_next  (BsFlow *flow);
/* Ends the workers, wherever they are, and drops what was not drawn. NULL is fine. */
void     bs_flow_end   (BsFlow *flow);

G_END_DECLS
