#include "analysis/pipeline.h"

#define BATCHES_PER_WORKER 4

static gboolean
must_stop (const BsPipeline *pipeline)
{
  return pipeline->stop != NULL && *pipeline->stop != 0;
}

/* ---- In one thread ------------------------------------------------------------------------------------------------ */

static gboolean
run_alone (const BsPipeline *pipeline, GError **error)
{
  g_autoptr (BsBatch) batch = bs_batch_new ();

  for (guint64 number = 0; !must_stop (pipeline) && bs_batch_fill (batch, pipeline->corpus, number); number++)
    {
      pipeline->work (pipeline->data, 0, batch);
      if (!pipeline->take (pipeline->data, batch, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- In many ------------------------------------------------------------------------------------------------------ */

/* Batches go round: free → filled by the reader → worked on → taken → free. Their number bounds the memory. */
typedef struct {
  const BsPipeline *pipeline;
  GAsyncQueue *free;
  GAsyncQueue *filled; /* a batch without items, one a worker, ends the work */
  GAsyncQueue *done;
  gint abandon;        /* nobody needs more batches */
} Ring;

typedef struct {
  Ring *ring;
  guint number;
} Worker;

static gpointer
reader_main (gpointer data)
{
  Ring *ring = data;
  guint64 number = 0;

  for (;;)
    {
      BsBatch *batch = g_async_queue_pop (ring->free);

      if (g_atomic_int_get (&ring->abandon) || must_stop (ring->pipeline)
          || !bs_batch_fill (batch, ring->pipeline->corpus, number))
        {
          g_async_queue_push (ring->free, batch);
          break;
        }
      number++;
      g_async_queue_push (ring->filled, batch);
    }
  for (guint i = 0; i < ring->pipeline->n_workers; i++)
    g_async_queue_push (ring->filled, bs_batch_new ());
  return NULL;
}

static gpointer
worker_main (gpointer data)
{
  Worker *worker = data;
  Ring *ring = worker->ring;

  for (;;)
    {
      BsBatch *batch = g_async_queue_pop (ring->filled);
      gboolean last = batch->items->len == 0;

      if (!last)
        ring->pipeline->work (ring->pipeline->data, worker->number, batch);
      g_async_queue_push (ring->done, batch);
      if (last)
        return NULL;
    }
}

static gboolean
take (Ring *ring, BsBatch *batch, GError **error)
{
  const BsPipeline *pipeline = ring->pipeline;

  if (ring->abandon)
    {
      if (pipeline->drop != NULL)
        pipeline->drop (pipeline->data, batch);
      return FALSE;
    }
  if (pipeline->take (pipeline->data, batch, error))
    return TRUE;
  g_atomic_int_set (&ring->abandon, 1);
  return FALSE;
}

/* Takes batches in the order of their numbers, whatever the order in which workers finish them. */
static gboolean
take_all (Ring *ring, GError **error)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint64 next = 0;
  guint working = ring->pipeline->n_workers;
  gboolean fine = TRUE;

  while (working > 0)
    {
      BsBatch *batch = g_async_queue_pop (ring->done);

      if (batch->items->len == 0)
        {
          bs_batch_free (batch);
          working--;
          continue;
        }
      g_hash_table_insert (waiting, &batch->number, batch);
      while ((batch = g_hash_table_lookup (waiting, &next)) != NULL)
        {
          g_hash_table_remove (waiting, &next);
          next++;
          fine = take (ring, batch, error) && fine;
          g_async_queue_push (ring->free, batch);
        }
    }
  return fine;
}

static gboolean
run_together (const BsPipeline *pipeline, GError **error)
{
  guint n = pipeline->n_workers;
  Ring ring = { .pipeline = pipeline };
  g_autofree Worker *workers = g_new0 (Worker, n);
  g_autofree GThread **threads = g_new0 (GThread *, n);
  GThread *reader;
  gboolean fine;

  ring.free = g_async_queue_new_full ((GDestroyNotify) bs_batch_free);
  ring.filled = g_async_queue_new ();
  ring.done = g_async_queue_new ();
  for (guint i = 0; i < n * BATCHES_PER_WORKER; i++)
    g_async_queue_push (ring.free, bs_batch_new ());

  reader = g_thread_new ("reader", reader_main, &ring);
  for (guint i = 0; i < n; i++)
    {
      workers[i] = (Worker){ &ring, i };
      threads[i] = g_thread_new ("worker", worker_main, &workers[i]);
    }
  fine = take_all (&ring, error);
  g_thread_join (reader);
  for (guint i = 0; i < n; i++)
    g_thread_join (threads[i]);
  g_async_queue_unref (ring.free);
  g_async_queue_unref (ring.filled);
  g_async_queue_unref (ring.done);
  return fine;
}

gboolean
bs_pipeline_run (const BsPipeline *pipeline, GError **error)
{
  return pipeline->n_workers == 1 ? run_alone (pipeline, error) : run_together (pipeline, error);
}
