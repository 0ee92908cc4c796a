#include "analysis/pipeline.h"

/* So many that a worker goes on while the writer is at a batch of new words, or at none for a while. */
#define BATCHES_PER_WORKER 4

#define LARGE (1024 * 1024)           /* bytes of a batch; one without a large text has a quarter of that */
#define A_WORKERS_OWN (4 * 1024 * 1024) /* bytes that batches of small texts come to by themselves */

/* A flow is a ring of slots. The batch of number k travels in slot k modulo their number, which bounds the memory: a slot
 * is read into and worked on by one worker, then taken, then free for a later number. */
typedef struct {
  BsBatch *batch;
  gboolean finished; /* worked on, and not taken yet */
  gboolean large;    /* holds a text of megabytes */
} Slot;

typedef struct _BsFlow Ring;

typedef struct {
  Ring *ring;
  guint number;
} Worker;

struct _BsFlow {
  BsPipeline pipeline;
  GMutex reading; /* of who reads the next batch from the corpus */
  GMutex lock;    /* of everything below */
  GCond freed;    /* a slot was, or nobody needs more batches */
  GCond finished; /* a batch was, or the stream ended */
  Slot *slots;
  guint n_slots;
  guint64 n_read;  /* batches */
  guint64 n_taken;
  gsize made;       /* bytes of batches that are finished and not taken */
  gboolean large;   /* one that is not taken holds a large text */
  gboolean ended;   /* nothing more will be read */
  gboolean abandon; /* nobody needs more batches */
  /* the calling thread's own */
  Worker *workers;
  GThread **threads;
  guint n_threads;  /* 0: it does all the work itself */
  Slot *drawn;      /* which the caller has; NULL: none */
};

static Slot *
slot_of (const Ring *ring, guint64 number)
{
  return &ring->slots[number % ring->n_slots];
}

static gboolean
must_stop (const Ring *ring)
{
  return ring->abandon || (ring->pipeline.stop != NULL && g_atomic_int_get (ring->pipeline.stop) != 0);
}

/* ---- In a worker's thread ----------------------------------------------------------------------------------------- */

static gboolean
is_full (const Ring *ring)
{
  const BsPipeline *pipeline = &ring->pipeline;

  return ring->n_read - ring->n_taken == ring->n_slots
         || (pipeline->most != 0
             && (ring->large || ring->made > pipeline->most + (gsize) pipeline->n_workers * A_WORKERS_OWN));
}

/* The slot for the next batch, once it is free; NULL: no batch is wanted. */
static Slot *
wait_for_room (Ring *ring)
{
  Slot *slot = NULL;

  g_mutex_lock (&ring->lock);
  while (!ring->ended && !must_stop (ring) && is_full (ring))
    g_cond_wait (&ring->freed, &ring->lock);
  if (!ring->ended && !must_stop (ring))
    slot = slot_of (ring, ring->n_read);
  g_mutex_unlock (&ring->lock);
  return slot;
}

static gboolean
is_large (const BsBatch *batch)
{
  guint64 bytes = 0;

  for (guint i = 0; i < batch->items->len; i++)
    bytes += g_array_index (batch->items, BsItem, i).bytes;
  return bytes >= LARGE;
}

/* The next batch, read; NULL at the end of the stream. One thread at a time. */
static Slot *
read_next (Ring *ring)
{
  Slot *slot = wait_for_room (ring);
  gboolean filled = slot != NULL && bs_batch_fill (slot->batch, ring->pipeline.corpus, ring->n_read);

  g_mutex_lock (&ring->lock);
  if (filled)
    {
      ring->n_read++;
      slot->large = is_large (slot->batch);
      ring->large |= slot->large;
    }
  else
    {
      ring->ended = TRUE;
      g_cond_signal (&ring->finished);
    }
  g_mutex_unlock (&ring->lock);
  return filled ? slot : NULL;
}

static void
finish (Ring *ring, Slot *slot)
{
  g_mutex_lock (&ring->lock);
  slot->finished = TRUE;
  ring->made += slot->batch->made;
  if (slot == slot_of (ring, ring->n_taken)) /* it is the one that is waited for */
    g_cond_signal (&ring->finished);
  g_mutex_unlock (&ring->lock);
}

static gpointer
worker_main (gpointer data)
{
  const Worker *worker = data;
  Ring *ring = worker->ring;

  for (;;)
    {
      Slot *slot;

      g_mutex_lock (&ring->reading);
      slot = read_next (ring);
      g_mutex_unlock (&ring->reading);
      if (slot == NULL)
        return NULL;
      ring->pipeline.work (ring->pipeline.data, worker->number, slot->batch);
      finish (ring, slot);
    }
}

/* ---- In the calling thread ---------------------------------------------------------------------------------------- */

/* The next batch in the order of the stream, worked on; NULL at its end. */
static Slot *
wait_for_next (Ring *ring)
{
  Slot *slot = slot_of (ring, ring->n_taken);
  gboolean finished;

  g_mutex_lock (&ring->lock);
  while (!slot->finished && !(ring->ended && ring->n_taken == ring->n_read))
    g_cond_wait (&ring->finished, &ring->lock);
  finished = slot->finished;
  g_mutex_unlock (&ring->lock);
  return finished ? slot : NULL;
}

static void
give_back (Ring *ring)
{
  if (ring->drawn == NULL)
    return;
  g_mutex_lock (&ring->lock);
  if (ring->drawn->finished)
    ring->made -= ring->drawn->batch->made;
  if (ring->drawn->large)
    ring->large = FALSE;
  ring->drawn->finished = FALSE;
  ring->n_taken++;
  g_cond_signal (&ring->freed); /* one thread reads, so no more than one can wait */
  g_mutex_unlock (&ring->lock);
  ring->drawn = NULL;
}

/* Where no thread is to be had. */
static Slot *
work_on_next (Ring *ring)
{
  Slot *slot = read_next (ring);

  if (slot != NULL)
    ring->pipeline.work (ring->pipeline.data, 0, slot->batch);
  return slot;
}

/* Starts as many workers as there are threads to be had. */
static void
start_workers (Ring *ring)
{
  guint n = ring->pipeline.n_workers;

  ring->workers = g_new0 (Worker, n);
  ring->threads = g_new0 (GThread *, n);
  for (guint i = 0; i < n; i++)
    {
      ring->workers[i] = (Worker){ ring, i };
      ring->threads[i] = g_thread_try_new ("worker", worker_main, &ring->workers[i], NULL);
      if (ring->threads[i] == NULL)
        return;
      ring->n_threads++;
    }
}

BsFlow *
bs_flow_start (const BsPipeline *pipeline)
{
  Ring *ring = g_new0 (Ring, 1);

  ring->pipeline = *pipeline;
  ring->n_slots = pipeline->n_workers * BATCHES_PER_WORKER;
  ring->slots = g_new0 (Slot, ring->n_slots);
  for (guint i = 0; i < ring->n_slots; i++)
    ring->slots[i].batch = bs_batch_new ();
  g_mutex_init (&ring->reading);
  g_mutex_init (&ring->lock);
  g_cond_init (&ring->freed);
  g_cond_init (&ring->finished);
  start_workers (ring);
  return ring;
}

BsBatch *
bs_flow_next (BsFlow *flow)
{
  give_back (flow);
  flow->drawn = flow->n_threads > 0 ? wait_for_next (flow) : work_on_next (flow);
  return flow->drawn != NULL ? flow->drawn->batch : NULL;
}

/* What is being worked on is finished, and nobody takes it. */
static void
abandon (Ring *ring)
{
  BsBatch *batch;

  g_mutex_lock (&ring->lock);
  ring->abandon = TRUE;
  g_cond_signal (&ring->freed);
  g_mutex_unlock (&ring->lock);
  while ((batch = bs_flow_next (ring)) != NULL)
    if (ring->pipeline.drop != NULL)
      ring->pipeline.drop (ring->pipeline.data, batch);
}

void
bs_flow_end (BsFlow *flow)
{
  if (flow == NULL)
    return;
  abandon (flow);
  for (guint i = 0; i < flow->n_threads; i++)
    g_thread_join (flow->threads[i]);
  for (guint i = 0; i < flow->n_slots; i++)
    bs_batch_free (flow->slots[i].batch);
  g_cond_clear (&flow->finished);
  g_cond_clear (&flow->freed);
  g_mutex_clear (&flow->lock);
  g_mutex_clear (&flow->reading);
  g_free (flow->threads);
  g_free (flow->workers);
  g_free (flow->slots);
  g_free (flow);
}

gboolean
bs_pipeline_run (const BsPipeline *pipeline, GError **error)
{
  BsFlow *flow = bs_flow_start (pipeline);
  BsBatch *batch;
  gboolean fine = TRUE;

  while (fine && (batch = bs_flow_next (flow)) != NULL)
    fine = pipeline->take (pipeline->data, batch, error);
  bs_flow_end (flow);
  return fine;
}
