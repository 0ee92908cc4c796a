#include "analysis/pipeline.h"

/* So many that a worker goes on while the writer is at a batch of new words, or at none for a while. */
#define BATCHES_PER_WORKER 4

/* The batch of number k travels in slot k modulo their number, which bounds the memory: a slot is read into and worked
 * on by one worker, then taken, then free for a later number. */
typedef struct {
  BsBatch *batch;
  gboolean finished; /* worked on, and not taken yet */
} Slot;

typedef struct {
  const BsPipeline *pipeline;
  GMutex reading; /* of who reads the next batch from the corpus */
  GMutex lock;    /* of everything below */
  GCond freed;    /* a slot was, or nobody needs more batches */
  GCond finished; /* a batch was, or the stream ended */
  Slot *slots;
  guint n_slots;
  guint64 n_read;  /* batches */
  guint64 n_taken;
  gboolean ended;   /* nothing more will be read */
  gboolean abandon; /* nobody needs more batches */
} Ring;

typedef struct {
  Ring *ring;
  guint number;
} Worker;

static Slot *
slot_of (const Ring *ring, guint64 number)
{
  return &ring->slots[number % ring->n_slots];
}

static gboolean
must_stop (const Ring *ring)
{
  return ring->abandon || (ring->pipeline->stop != NULL && g_atomic_int_get (ring->pipeline->stop) != 0);
}

/* ---- In a worker's thread ----------------------------------------------------------------------------------------- */

/* The slot for the next batch, once it is free; NULL: no batch is wanted. */
static Slot *
wait_for_room (Ring *ring)
{
  Slot *slot = NULL;

  g_mutex_lock (&ring->lock);
  while (!ring->ended && !must_stop (ring) && ring->n_read - ring->n_taken == ring->n_slots)
    g_cond_wait (&ring->freed, &ring->lock);
  if (!ring->ended && !must_stop (ring))
    slot = slot_of (ring, ring->n_read);
  g_mutex_unlock (&ring->lock);
  return slot;
}

/* The next batch, read; NULL at the end of the stream. One thread at a time. */
static Slot *
read_next (Ring *ring)
{
  Slot *slot = wait_for_room (ring);
  gboolean filled = slot != NULL && bs_batch_fill (slot->batch, ring->pipeline->corpus, ring->n_read);

  g_mutex_lock (&ring->lock);
  if (filled)
    ring->n_read++;
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
      ring->pipeline->work (ring->pipeline->data, worker->number, slot->batch);
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

static gboolean
take (const Ring *ring, BsBatch *batch, GError **error)
{
  const BsPipeline *pipeline = ring->pipeline;

  if (!ring->abandon)
    return pipeline->take (pipeline->data, batch, error);
  if (pipeline->drop != NULL)
    pipeline->drop (pipeline->data, batch);
  return FALSE;
}

static gboolean
take_all (Ring *ring, GError **error)
{
  gboolean fine = TRUE;
  Slot *slot;

  while ((slot = wait_for_next (ring)) != NULL)
    {
      fine = take (ring, slot->batch, error);
      g_mutex_lock (&ring->lock);
      slot->finished = FALSE;
      ring->n_taken++;
      ring->abandon = !fine;
      g_cond_signal (&ring->freed); /* one thread reads, so no more than one can wait */
      g_mutex_unlock (&ring->lock);
    }
  return fine;
}

/* Starts as many workers as there are threads to be had; returns how many. */
static guint
start_workers (Worker *workers, GThread **threads, guint n)
{
  for (guint i = 0; i < n; i++)
    if ((threads[i] = g_thread_try_new ("worker", worker_main, &workers[i], NULL)) == NULL)
      return i;
  return n;
}

/* Where no thread is to be had, the calling one does all the work. */
static gboolean
work_alone (Ring *ring, GError **error)
{
  gboolean fine = TRUE;
  Slot *slot;

  while (fine && (slot = read_next (ring)) != NULL)
    {
      ring->pipeline->work (ring->pipeline->data, 0, slot->batch);
      fine = ring->pipeline->take (ring->pipeline->data, slot->batch, error);
      ring->n_taken++;
    }
  return fine;
}

gboolean
bs_pipeline_run (const BsPipeline *pipeline, GError **error)
{
  guint n = pipeline->n_workers;
  Ring ring = { .pipeline = pipeline, .n_slots = n * BATCHES_PER_WORKER };
  g_autofree Slot *slots = ring.slots = g_new0 (Slot, ring.n_slots);
  g_autofree Worker *workers = g_new0 (Worker, n);
  g_autofree GThread **threads = g_new0 (GThread *, n);
  guint started;
  gboolean fine;

  g_mutex_init (&ring.reading);
  g_mutex_init (&ring.lock);
  g_cond_init (&ring.freed);
  g_cond_init (&ring.finished);
  for (guint i = 0; i < ring.n_slots; i++)
    slots[i].batch = bs_batch_new ();
  for (guint i = 0; i < n; i++)
    workers[i] = (Worker){ &ring, i };
  started = start_workers (workers, threads, n);
  fine = started > 0 ? take_all (&ring, error) : work_alone (&ring, error);
  for (guint i = 0; i < started; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < ring.n_slots; i++)
    bs_batch_free (slots[i].batch);
  g_cond_clear (&ring.finished);
  g_cond_clear (&ring.freed);
  g_mutex_clear (&ring.lock);
  g_mutex_clear (&ring.reading);
  return fine;
}
