/* pipeline.h: a corpus through several threads: one reads batches, some work on them, and the calling thread takes them
 * in the order of the stream. What comes out does not depend on the number of threads, and memory not on the corpus.
 */
#pragma once

#include "analysis/batch.h"

G_BEGIN_DECLS

typedef struct {
  BsCorpus *corpus;
  guint     n_workers; /* 1: everything in the calling thread */
  gpointer  data;
  /* Works on a batch, in the thread of the worker of that number, from 0. */
  void     (*work) (gpointer data, guint worker, BsBatch *batch);
  /* Takes it, in the calling thread. FALSE ends the run: nothing more is read. */
  gboolean (*take) (gpointer data, BsBatch *batch, GError **error);
  /* Of batches that were worked on and that nobody will take; NULL: nothing hangs on them. */
  void     (*drop) (gpointer data, BsBatch *batch);
  const volatile gint *stop; /* other than 0: reads nothing more; NULL: never */
} BsPipeline;

/* FALSE where take() said so. */
gboolean bs_pipeline_run (const BsPipeline *pipeline, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
