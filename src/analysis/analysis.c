#include "analysis/analysis.h"

#include "analysis/batch.h"
#include "analysis/copies.h"
#include "analysis/lesson.h"
#include "analysis/writer.h"
#include "store/copies.h"

#define BATCHES_PER_WORKER 4
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/* ---- What all parts of a run share -------------------------------------------------------------------------------- */

typedef struct {
  BsStore *store;
  BsCorpus *corpus;
  const BsAnalysisOptions *options;
  BsReadOptions read;
  BsLesson *lesson;    /* NULL: what repeats is not asked */
  gboolean learning;
  char *settings;
  BsKnown *known;
  BsSpool *spool;
  BsWriter *writer;
  BsRunSummary *summary;
  BsProgressFunc progress;
  gpointer progress_data;
  gint64 last_progress;
  guint64 items;
  guint64 total_bytes; /* asked for once: it costs a look at every file */
  guint64 passed_bytes; /* while learning */
  const volatile gint *stop;
} Run;

static gboolean
must_stop (const Run *run)
{
  return run->stop != NULL && *run->stop != 0;
}

static void
tell_progress (Run *run, gboolean last)
{
  gint64 now = g_get_monotonic_time ();
  BsProgress progress;

  if (run->progress == NULL || (!last && now - run->last_progress < PROGRESS_INTERVAL))
    return;
  run->last_progress = now;
  progress = (BsProgress){ .articles = run->items,
                           .bytes = run->summary->bytes,
                           .done_bytes = run->passed_bytes + bs_corpus_done_bytes (run->corpus),
                           .total_bytes = run->total_bytes * (run->lesson != NULL ? 2 : 1) };
  run->progress (run->progress_data, &progress);
}

static gboolean
write_batch (Run *run, BsBatch *batch, GError **error)
{
  if (run->learning)
    {
      bs_lesson_take (run->lesson, batch);
      tell_progress (run, FALSE);
      return TRUE;
    }
  run->items += batch->items->len;
  if (!bs_writer_write (run->writer, batch, error))
    return FALSE;
  tell_progress (run, FALSE);
  return TRUE;
}

static void
read_batch (const Run *run, BsBatch *batch, BsReading *reading, guint worker, guint32 *told)
{
  if (run->learning)
    bs_batch_learn (batch, reading, &run->read, run->settings, run->known);
  else
    bs_batch_read (batch, reading, &run->read, run->settings, run->known, worker, told);
}

/* ---- In one thread ------------------------------------------------------------------------------------------------ */

static gboolean
run_alone (Run *run, GError **error)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  g_autoptr (BsBatch) batch = bs_batch_new ();
  guint32 told = 0;

  for (guint64 number = 0; !must_stop (run) && bs_batch_fill (batch, run->corpus, number); number++)
    {
      read_batch (run, batch, reading, 0, &told);
      if (!write_batch (run, batch, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- In many ------------------------------------------------------------------------------------------------------ */

/* Batches go round: free → filled by the reader → read by a worker → written → free. Their number bounds the memory. */
typedef struct {
  Run *run;
  GAsyncQueue *free;
  GAsyncQueue *filled; /* a batch without items, one a worker, ends the work */
  GAsyncQueue *read;
  guint n_workers;
  gint abandon;        /* the writer failed: nobody needs more batches */
} Pipeline;

typedef struct {
  Pipeline *pipeline;
  guint number;
} Worker;

static gpointer
reader_main (gpointer data)
{
  Pipeline *pipeline = data;
  guint64 number = 0;

  for (;;)
    {
      BsBatch *batch = g_async_queue_pop (pipeline->free);

      if (g_atomic_int_get (&pipeline->abandon) || must_stop (pipeline->run)
          || !bs_batch_fill (batch, pipeline->run->corpus, number))
        {
          g_async_queue_push (pipeline->free, batch);
          break;
        }
      number++;
      g_async_queue_push (pipeline->filled, batch);
    }
  for (guint i = 0; i < pipeline->n_workers; i++)
    g_async_queue_push (pipeline->filled, bs_batch_new ());
  return NULL;
}

static gpointer
worker_main (gpointer data)
{
  Worker *worker = data;
  Pipeline *pipeline = worker->pipeline;
  Run *run = pipeline->run;
  BsReading *reading = bs_reading_new ();
  guint32 told = 0;

  for (;;)
    {
      BsBatch *batch = g_async_queue_pop (pipeline->filled);
      gboolean last = batch->items->len == 0;

      if (!last)
        read_batch (run, batch, reading, worker->number, &told);
      g_async_queue_push (pipeline->read, batch);
      if (last)
        return reading; /* its words are still needed by the writer */
    }
}

/* Writes batches in the order of their numbers, whatever the order in which workers finish them. */
static gboolean
write_all (Pipeline *pipeline, GError **error)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint64 next = 0;
  guint working = pipeline->n_workers;
  gboolean fine = TRUE;

  while (working > 0)
    {
      BsBatch *batch = g_async_queue_pop (pipeline->read);

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
          fine = fine && write_batch (pipeline->run, batch, error);
          if (!fine)
            g_atomic_int_set (&pipeline->abandon, 1);
          g_async_queue_push (pipeline->free, batch);
        }
    }
  return fine;
}

static gboolean
run_together (Run *run, guint n_workers, GError **error)
{
  Pipeline pipeline = { .run = run, .n_workers = n_workers };
  g_autofree Worker *workers = g_new0 (Worker, n_workers);
  g_autofree GThread **threads = g_new0 (GThread *, n_workers);
  GThread *reader;
  gboolean fine;

  pipeline.free = g_async_queue_new_full ((GDestroyNotify) bs_batch_free);
  pipeline.filled = g_async_queue_new ();
  pipeline.read = g_async_queue_new ();
  for (guint i = 0; i < n_workers * BATCHES_PER_WORKER; i++)
    g_async_queue_push (pipeline.free, bs_batch_new ());

  reader = g_thread_new ("reader", reader_main, &pipeline);
  for (guint i = 0; i < n_workers; i++)
    {
      workers[i] = (Worker){ &pipeline, i };
      threads[i] = g_thread_new ("worker", worker_main, &workers[i]);
    }
  fine = write_all (&pipeline, error);
  g_thread_join (reader);
  for (guint i = 0; i < n_workers; i++)
    bs_reading_free (g_thread_join (threads[i]));
  g_async_queue_unref (pipeline.free);
  g_async_queue_unref (pipeline.filled);
  g_async_queue_unref (pipeline.read);
  return fine;
}

/* ---- The run ------------------------------------------------------------------------------------------------------ */

static void
note_known (gpointer data, const char *outlet, const char *id, const char *checksum, const char *settings)
{
  g_hash_table_insert (data, bs_known_key (outlet, id), g_strconcat (checksum, " ", settings, NULL));
}

static BsRun
record_of (const Run *run, const char *started, const char *places, guint threads)
{
  const BsRunSummary *summary = run->summary;

  return (BsRun){ .started = started,
                  .seconds = summary->seconds,
                  .version = BS_VERSION,
                  .lexicon = bs_lexicon_version (),
                  .settings = run->settings,
                  .places = places,
                  .threads = threads,
                  .bytes = summary->bytes,
                  .added = summary->added,
                  .updated = summary->updated,
                  .unchanged = summary->unchanged,
                  .removed = summary->removed,
                  .left_out = summary->left_out,
                  .interrupted = must_stop (run) };
}

static gboolean
walk (Run *run, guint threads, GError **error)
{
  return threads == 1 ? run_alone (run, error) : run_together (run, threads, error);
}

/* The first read. The corpus is opened again for the second. */
static gboolean
learn (Run *run, const char *const *places, guint threads, GError **error)
{
  gint64 input_start = 0;

  if (g_strv_contains (places, "-") && !bs_standard_input_hold (run->stop, &input_start, error))
    return FALSE;
  run->lesson = bs_lesson_new ();
  run->learning = TRUE;
  if (!walk (run, threads, error))
    return FALSE;
  run->learning = FALSE;
  if (must_stop (run))
    return TRUE;
  if (!bs_lesson_conclude (run->lesson, run->store, run->known, run->options->prune, &run->summary->stale, error))
    return FALSE;
  run->read.repeats = bs_lesson_repeats (run->lesson);
  run->passed_bytes = bs_corpus_done_bytes (run->corpus);
  run->last_progress = 0;
  g_clear_pointer (&run->corpus, bs_corpus_free);
  run->corpus = bs_corpus_open (places, &run->options->source, error);
  return run->corpus != NULL && (!g_strv_contains (places, "-") || bs_standard_input_rewind (input_start, error));
}

/* Where this run did not ask, articles that it left alone may still have been asked. */
static gboolean
put_repeats (Run *run, GError **error)
{
  if (run->read.repeats != NULL)
    return bs_store_put_repeats (run->store, run->read.repeats, error);
  return run->lesson != NULL || bs_store_refresh_repeats (run->store, &run->summary->stale, error);
}

/* After the articles, what follows from them; where none has changed, only what an earlier run could not compare. */
static gboolean
follow_up (Run *run, const char *const *places, GError **error)
{
  const BsCopyReading reading = { .places = places,
                                  .source = &run->options->source,
                                  .read = &run->read,
                                  .spool = run->spool,
                                  .stop = run->stop };

  if (run->summary->added + run->summary->updated + run->summary->removed == 0
      && bs_store_copy_doubts (run->store) == 0)
    return TRUE;
  if (!(run->read.without & BS_STEP_COPIES ? bs_store_clear_copies (run->store, error)
                                               : bs_find_copies (run->store, &reading, error)))
    return FALSE;
  return bs_store_settle (run->store, error);
}

/* Everything between the start of the transaction and its end. */
static gboolean
run_inside (Run *run, const char *const *places, GError **error)
{
  g_autoptr (GDateTime) clock = g_date_time_new_now_utc ();
  g_autofree char *started = g_date_time_format_iso8601 (clock);
  g_autofree char *listed = g_strjoinv ("\n", (char **) places);
  guint threads = run->options->threads != 0 ? run->options->threads : g_get_num_processors ();
  gint64 start = g_get_monotonic_time (), number;
  BsRun record = record_of (run, started, listed, threads);

  if (!bs_store_each_article (run->store, note_known, run->known, error)
      || !bs_store_put_run (run->store, &record, &number, error) || !bs_store_forget_problems (run->store, number, error))
    return FALSE;
  if ((run->read.without & BS_STEP_REPEATS) == 0 && !learn (run, places, threads, error))
    return FALSE;
  run->writer = bs_writer_new (run->store, number, threads, run->known, run->spool, run->summary);
  if (!walk (run, threads, error))
    return FALSE;
  tell_progress (run, TRUE);
  if (!bs_writer_finish (run->writer, run->options->prune && !must_stop (run), error))
    return FALSE;
  if (!put_repeats (run, error) || !follow_up (run, places, error))
    return FALSE;
  run->summary->copies = bs_store_n_copies (run->store);
  run->summary->copy_doubts = bs_store_copy_doubts (run->store);
  run->summary->seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  record = record_of (run, started, listed, threads);
  return bs_store_finish_run (run->store, number, &record, error);
}

static void
run_clear (Run *run)
{
  bs_corpus_free (run->corpus);
  bs_writer_free (run->writer);
  bs_lesson_free (run->lesson);
  bs_spool_free (run->spool);
  g_clear_pointer (&run->known, g_hash_table_unref);
  g_free (run->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

gboolean
bs_analyze (BsStore *store, const char *const *places, const BsAnalysisOptions *options, BsProgressFunc progress,
            gpointer progress_data, const volatile gint *stop, BsRunSummary *summary, GError **error)
{
  g_auto (Run) run = { .store = store,
                       .options = options,
                       .read = options->read,
                       .summary = summary,
                       .progress = progress,
                       .progress_data = progress_data,
                       .stop = stop };

  *summary = (BsRunSummary){ 0 };
  bs_lexicon_init ();
  run.corpus = bs_corpus_open (places, &options->source, error);
  if (run.corpus == NULL)
    return FALSE;
  if (progress != NULL)
    run.total_bytes = bs_corpus_total_bytes (run.corpus);
  run.spool = bs_spool_new ();
  run.settings = bs_read_settings (&options->read);
  run.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!bs_store_begin (store, error))
    return FALSE;
  if (!run_inside (&run, places, error))
    {
      bs_store_roll_back (store);
      return FALSE;
    }
  if (!bs_store_commit (store, error))
    {
      bs_store_roll_back (store);
      return FALSE;
    }
  if (!must_stop (&run))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_INTERRUPTED,
               "stopped after %" G_GUINT64_FORMAT " articles, which are kept; the same command goes on from there",
               summary->added + summary->updated + summary->unchanged);
  return FALSE;
}
