#include "analysis/analysis.h"

#include "analysis/batch.h"
#include "analysis/checkpoint.h"
#include "analysis/copies.h"
#include "analysis/lesson.h"
#include "analysis/pipeline.h"
#include "analysis/recipe.h"
#include "analysis/troubles.h"
#include "analysis/writer.h"
#include "store/checkpoint.h"
#include "store/copies.h"
#include "store/derived.h"

#include <math.h>

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/* ---- What all parts of a run share -------------------------------------------------------------------------------- */

typedef struct {
  BsStore *store;
  BsCorpus *corpus;
  const BsAnalysisOptions *options;
  BsReadOptions read;
  BsLesson *lesson;    /* NULL: what repeats is not asked */
  gboolean learning;   /* in the first read */
  gboolean ended;
  char *settings;
  BsKnown *known;
  BsSpool *spool;
  BsTroubles *troubles; /* of the first read */
  BsWriter *writer;
  GArray *workers;     /* of Worker, in a walk */
  guint types_held;    /* by one of them */
  BsCheckpoint checkpoint;
  gboolean unfinished; /* the store was, when the run began */
  BsRunSummary *summary;
  BsProgressFunc progress;
  gpointer progress_data;
  gint64 last_progress;
  guint64 items;
  guint64 total_bytes; /* asked for once: it costs a look at every file */
  const volatile gint *stop;
} Run;

static gboolean
must_stop (const Run *run)
{
  return run->stop != NULL && g_atomic_int_get (run->stop) != 0;
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
                           .done_bytes = bs_corpus_done_bytes (run->corpus),
                           .total_bytes = run->total_bytes * (run->lesson != NULL ? 2 : 1) };
  run->progress (run->progress_data, &progress);
}

/* A worker's instruments; its words are needed until the writer has written them. */
typedef struct {
  BsReading *reading;
  guint32 told;
} Worker;

static void
worker_clear (gpointer data)
{
  Worker *worker = data;

  bs_reading_free (worker->reading);
}

/* What the run has put into the store. */
static guint64
n_written (const Run *run)
{
  return run->summary->added + run->summary->updated + run->summary->removed + run->summary->left_out;
}

static gboolean
make_checkpoint (Run *run, GError **error)
{
  gint64 start = g_get_monotonic_time ();

  if (!bs_store_checkpoint (run->store, run->lesson != NULL ? bs_lesson_repeats (run->lesson) : NULL, error))
    return FALSE;
  bs_checkpoint_made (&run->checkpoint, n_written (run), start);
  return TRUE;
}

static void
note_troubles (Run *run, const BsBatch *batch)
{
  for (guint i = 0; i < batch->items->len; i++)
    {
      const BsItem *item = &g_array_index (batch->items, BsItem, i);

      if (item->state == BS_ITEM_PROBLEM)
        bs_troubles_note (run->troubles, &item->problem);
    }
}

static gboolean
take_batch (gpointer data, BsBatch *batch, GError **error)
{
  Run *run = data;

  if (run->learning)
    {
      bs_lesson_take (run->lesson, batch);
      note_troubles (run, batch);
      tell_progress (run, FALSE);
      return TRUE;
    }
  run->items += batch->items->len;
  if (!bs_writer_write (run->writer, batch, error))
    return FALSE;
  if (bs_checkpoint_is_due (&run->checkpoint, n_written (run)) && !make_checkpoint (run, error))
    return FALSE;
  tell_progress (run, FALSE);
  return TRUE;
}

static void
work_on_batch (gpointer data, guint number, BsBatch *batch)
{
  const Run *run = data;
  Worker *worker = &g_array_index (run->workers, Worker, number);

  if (run->learning)
    {
      bs_batch_learn (batch, worker->reading, &run->read, run->settings, run->known);
      return;
    }
  bs_batch_renew (batch, worker->reading, run->types_held, &worker->told);
  bs_batch_read (batch, worker->reading, &run->read, run->settings, run->known, number, &worker->told);
}

static gboolean
walk (Run *run, guint threads, GError **error)
{
  const BsPipeline pipeline = { .corpus = run->corpus,
                                .n_workers = threads,
                                .data = run,
                                .work = work_on_batch,
                                .take = take_batch,
                                .stop = run->stop };
  gboolean fine;

  run->types_held = bs_reading_types_held (run->options->types_held, threads);
  run->workers = g_array_new (FALSE, TRUE, sizeof (Worker));
  g_array_set_clear_func (run->workers, worker_clear);
  for (guint i = 0; i < threads; i++)
    {
      Worker worker = { .reading = bs_reading_new () };

      bs_reading_want (worker.reading, bs_derived_wanted ());
      g_array_append_val (run->workers, worker);
    }
  fine = bs_pipeline_run (&pipeline, error);
  g_clear_pointer (&run->workers, g_array_unref);
  return fine;
}

/* ---- The run ------------------------------------------------------------------------------------------------------ */

static BsRun
record_of (const Run *run, const char *started, const char *places, const char *recipe, guint threads)
{
  const BsRunSummary *summary = run->summary;

  return (BsRun){ .started = started,
                  .seconds = summary->seconds,
                  .version = BS_VERSION,
                  .lexicon = bs_lexicon_version (),
                  .settings = run->settings,
                  .places = places,
                  .recipe = recipe,
                  .threads = threads,
                  .bytes = summary->bytes,
                  .added = summary->added,
                  .updated = summary->updated,
                  .unchanged = summary->unchanged,
                  .removed = summary->removed,
                  .left_out = summary->left_out,
                  .interrupted = must_stop (run),
                  .ended = run->ended };
}

/* The first read. */
static gboolean
learn (Run *run, const char *const *places, guint threads, GError **error)
{
  gint64 input_start = 0;

  if (g_strv_contains (places, "-")
      && !bs_standard_input_hold (&run->options->source.ceilings, run->stop, &input_start, error))
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
  run->last_progress = 0;
  bs_corpus_rewind (run->corpus);
  return !g_strv_contains (places, "-") || bs_standard_input_rewind (input_start, error);
}

/* Where this run did not ask, articles that it left alone may still have been asked. */
static gboolean
put_repeats (Run *run, GError **error)
{
  if (run->read.repeats != NULL)
    return bs_store_put_repeats (run->store, run->read.repeats, error);
  return run->lesson != NULL || bs_store_refresh_repeats (run->store, &run->summary->stale, error);
}

/* After the articles, what follows from them; where none has changed, only what an earlier run could not compare, or did
 * not come to. Until that is done, the articles may be committed and the store be unfinished. */
static gboolean
follow_up (Run *run, const char *const *places, gint64 number, GError **error)
{
  const BsCopyReading reading = { .places = places,
                                  .source = &run->options->source,
                                  .read = &run->read,
                                  .spool = run->spool,
                                  .run = number,
                                  .problems = run->summary->problems,
                                  .stop = run->stop };

  if (run->summary->added + run->summary->updated + run->summary->removed == 0
      && bs_store_copy_doubts (run->store) == 0 && !run->unfinished)
    return bs_store_settle_problems (run->store, error);
  if (isfinite (run->options->checkpoint) && !make_checkpoint (run, error))
    return FALSE;
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
  g_autofree char *listed = bs_places_write (places);
  g_autofree char *recipe = bs_recipe_write (&run->options->source, &run->options->read);
  guint threads = run->options->threads != 0 ? run->options->threads : g_get_num_processors ();
  gint64 start = g_get_monotonic_time (), number;
  BsRun record = record_of (run, started, listed, recipe, threads);

  run->unfinished = bs_store_is_unfinished (run->store);
  if (!bs_store_take_up (run->store, error) || !bs_known_load (run->known, run->store, error)
      || !bs_store_put_run (run->store, &record, &number, error))
    return FALSE;
  if ((run->read.without & BS_STEP_REPEATS) == 0 && !learn (run, places, threads, error))
    return FALSE;
  if (run->unfinished && must_stop (run)) /* what repeats is not known: what would follow, neither */
    return TRUE;
  if (!must_stop (run) && !bs_store_forget_problems (run->store, number, error))
    return FALSE;
  bs_checkpoint_init (&run->checkpoint, run->options->checkpoint);
  run->writer = bs_writer_new (run->store, number, threads, run->known, run->spool, &run->read.ceilings,
                               run->summary);
  if (!walk (run, threads, error))
    return FALSE;
  tell_progress (run, TRUE);
  if (!bs_writer_finish (run->writer, run->options->prune && !must_stop (run), error))
    return FALSE;
  if (!must_stop (run) && !bs_troubles_put (run->troubles, run->store, number, run->summary->problems, error))
    return FALSE;
  if (!put_repeats (run, error) || !follow_up (run, places, number, error))
    return FALSE;
  run->summary->copies = bs_store_n_copies (run->store);
  run->summary->copy_doubts = bs_store_copy_doubts (run->store);
  run->ended = TRUE;
  run->summary->seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  record = record_of (run, started, listed, recipe, threads);
  return bs_store_finish_run (run->store, number, &record, error);
}

/* A failure that comes after a checkpoint takes little with it, which is good to know. */
static void
tell_kept (const Run *run, GError **error)
{
  g_autofree char *message = NULL;

  if (run->checkpoint.n == 0 || error == NULL || *error == NULL)
    return;
  message = g_strdup_printf ("%s; what was done until shortly before is kept, and the same command goes on from there",
                             (*error)->message);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

static gboolean
run_all (Run *run, const char *const *places, GError **error)
{
  gboolean done;

  if (!bs_store_claim (run->store, error))
    return FALSE;
  done = bs_store_begin (run->store, error) && run_inside (run, places, error) && bs_store_commit (run->store, error);
  if (!done)
    {
      bs_store_roll_back (run->store);
      tell_kept (run, error);
    }
  bs_store_release (run->store);
  return done;
}

static void
run_clear (Run *run)
{
  bs_corpus_free (run->corpus);
  bs_writer_free (run->writer);
  bs_lesson_free (run->lesson);
  bs_spool_free (run->spool);
  bs_troubles_free (run->troubles);
  bs_known_free (run->known);
  g_free (run->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
tell_stopped (const Run *run, GError **error)
{
  const BsRunSummary *summary = run->summary;

  if (run->ended)
    g_set_error (error, BS_ERROR, BS_ERROR_INTERRUPTED,
                 "stopped after %" G_GUINT64_FORMAT " articles, which are kept; the same command goes on from there",
                 summary->added + summary->updated + summary->unchanged);
  else
    g_set_error_literal (error, BS_ERROR, BS_ERROR_INTERRUPTED,
                         "stopped in the first read, before any article was added; the same command goes on from what"
                         " the store holds");
}

gboolean
bs_analyze (BsStore *store, const char *const *places, const BsAnalysisOptions *options, BsProgressFunc progress,
            gpointer progress_data, const volatile gint *stop, BsRunSummary *summary, GError **error)
{
  BsAnalysisOptions own = *options;
  g_auto (Run) run = { .store = store,
                       .options = &own,
                       .read = options->read,
                       .summary = summary,
                       .progress = progress,
                       .progress_data = progress_data,
                       .stop = stop };

  *summary = (BsRunSummary){ 0 };
  bs_lexicon_init ();
  own.source.except = bs_store_path (store);
  run.corpus = bs_corpus_open (places, &own.source, error);
  if (run.corpus == NULL)
    return FALSE;
  if (progress != NULL)
    run.total_bytes = bs_corpus_total_bytes (run.corpus);
  run.spool = bs_spool_new ();
  run.troubles = bs_troubles_new ();
  run.settings = bs_read_settings (&options->read);
  run.known = bs_known_new ();

  if (!run_all (&run, places, error))
    return FALSE;
  if (!must_stop (&run))
    return TRUE;
  tell_stopped (&run, error);
  return FALSE;
}
