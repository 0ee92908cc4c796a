#include "analysis/walk.h"

#include "analysis/batch.h"
#include "analysis/pipeline.h"
#include "analysis/recipe.h"
#include "analysis/targets.h"
#include "store/origins.h"

typedef struct {
  BsStore *store;
  const BsWalkOptions *options;
  const BsWalkVisitor *visitor;
  gpointer data;
  BsWalkSummary *summary;
  BsTargets *targets;
  guint threads;
  GPtrArray *readings; /* of BsReading, one a thread … */
  GPtrArray *workers;  /* … and of the visitor's workers */
  BsRepeats *repeats;  /* of the store; made when first needed */
  BsReadOptions read;  /* of the source that is walked */
  guint settings;      /* the number of its rules in the store */
  gboolean ended;      /* the visitor has enough */
} Walk;

/* ---- In a worker thread ------------------------------------------------------------------------------------------- */

typedef enum { RULED_OUT, CHANGED, WALKED } Outcome;

/* What became of one article of the stream that is wanted. */
typedef struct {
  BsTarget *target;
  Outcome outcome;
  const char *why;  /* of CHANGED */
  gpointer result;
  guint64 bytes;
} Visit;

/* What was kept of a plain text the store knows: then nothing is judged again. */
static gboolean
take_kept (const Walk *walk, BsReading *reading, const BsArticle *article, const BsTarget *target)
{
  g_autoptr (GArray) kept = NULL;
  BsCleanOptions options;

  if (walk->visitor->depth == BS_READ_COUNTS || target->kept.length == 0)
    return FALSE;
  kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  options = bs_read_clean_options (&walk->read, article);
  if (!bs_store_kept (target->kept, kept)
      || !bs_clean_again (reading->cleaned, article->text, &options, (const guint32 *) (gpointer) kept->data,
                          kept->len))
    return FALSE;
  if (walk->visitor->depth == BS_READ_WORDS)
    bs_read_sentences (reading, &walk->read);
  return TRUE;
}

/* Whether the same blocks are set aside for repetition as when the article was analyzed. */
static gboolean
repeats_hold (const Walk *walk, const BsReading *reading, const BsArticle *article, const BsTarget *target)
{
  const GArray *lines = reading->cleaned->lines;
  char digest[17];

  return walk->read.repeats == NULL
         || g_str_equal (target->repeats, bs_repeats_digest (walk->read.repeats, article->outlet,
                                                             (const guint64 *) (gpointer) lines->data, lines->len,
                                                             reading->cleaned->passages, digest));
}

static void
visit_article (const Walk *walk, guint worker, const BsArticle *article, BsArena *arena, Visit *visit)
{
  const BsWalkVisitor *visitor = walk->visitor;
  BsReading *reading = walk->readings->pdata[worker];
  const BsTarget *target = visit->target;
  const BsWalkArticle known = { .number = target->number,
                                .outlet = article->outlet,
                                .id = article->id,
                                .title = target->title,
                                .day = target->day };

  visit->outcome = CHANGED;
  if (target->settings != walk->settings)
    {
      visit->why = BS_TARGET_RULES;
      return;
    }
  if (!g_str_equal (bs_article_checksum (article, arena), target->checksum))
    {
      visit->why = "its text or its record is another than when it was analyzed";
      return;
    }
  visit->outcome = RULED_OUT;
  if (visitor->may != NULL && !visitor->may (walk->workers->pdata[worker], article))
    return;
  if (!take_kept (walk, reading, article, target))
    {
      bs_read_to (reading, article, &walk->read, walk->visitor->depth);
      if (!repeats_hold (walk, reading, article, target))
        {
          visit->outcome = CHANGED;
          visit->why = "other blocks repeat in its outlet than when it was analyzed";
          return;
        }
    }
  visit->outcome = WALKED;
  visit->result = visitor->work (walk->workers->pdata[worker], &known, reading);
}

static void
work_on_batch (gpointer data, guint worker, BsBatch *batch)
{
  const Walk *walk = data;
  BsReading *reading = walk->readings->pdata[worker];

  if (walk->visitor->renews && bs_type_index_n_types (reading->index) > bs_reading_types_held (0, walk->threads))
    bs_type_index_free (bs_reading_renew (reading));
  for (guint i = 0; i < batch->items->len; i++)
    {
      BsItem *item = &g_array_index (batch->items, BsItem, i);
      const BsArticle *article = &item->stored.article;
      BsTarget *target
          = item->state == BS_ITEM_RAW ? bs_targets_find (walk->targets, article->outlet, article->id) : NULL;
      Visit *visit;

      if (target == NULL || !target->wanted)
        continue;
      visit = item->visit = bs_arena_alloc (batch->arena, sizeof *visit);
      *visit = (Visit){ .target = target, .bytes = article->text.length };
      visit_article (walk, worker, article, batch->arena, visit);
    }
}

/* ---- In the calling thread ---------------------------------------------------------------------------------------- */

static void
free_result (const Walk *walk, gpointer result)
{
  if (result != NULL && walk->visitor->result_free != NULL)
    walk->visitor->result_free (result);
}

static gboolean
take_visit (Walk *walk, Visit *visit, GError **error)
{
  BsWalkSummary *summary = walk->summary;
  gpointer result = g_steal_pointer (&visit->result);
  GError *trouble = NULL;

  if (visit->target->done)
    {
      free_result (walk, result);
      return TRUE;
    }
  if (visit->outcome == CHANGED)
    {
      visit->target->why = visit->why;
      return TRUE;
    }
  bs_targets_done (walk->targets, visit->target);
  summary->bytes += visit->bytes;
  summary->walked += visit->outcome == WALKED;
  summary->ruled_out += visit->outcome == RULED_OUT;
  if (result == NULL || walk->visitor->take (walk->data, result, &trouble))
    return TRUE;
  walk->ended = trouble == NULL;
  if (trouble != NULL)
    g_propagate_error (error, trouble);
  return FALSE;
}

static void
drop_batch (gpointer data, BsBatch *batch)
{
  const Walk *walk = data;

  for (guint i = 0; i < batch->items->len; i++)
    {
      Visit *visit = g_array_index (batch->items, BsItem, i).visit;

      if (visit != NULL)
        free_result (walk, g_steal_pointer (&visit->result));
    }
}

/* FALSE without an error where nothing more is wanted. */
static gboolean
take_batch (gpointer data, BsBatch *batch, GError **error)
{
  Walk *walk = data;

  for (guint i = 0; i < batch->items->len; i++)
    {
      Visit *visit = g_array_index (batch->items, BsItem, i).visit;

      if (visit != NULL && !take_visit (walk, visit, error))
        {
          drop_batch (data, batch);
          return FALSE;
        }
    }
  return bs_targets_left (walk->targets) > 0;
}

/* ---- One source: places, and how they were read ------------------------------------------------------------------- */

static gboolean
prepare_repeats (Walk *walk, GError **error)
{
  if (walk->repeats == NULL)
    walk->repeats = bs_store_load_repeats (walk->store, error);
  walk->read.repeats = walk->repeats;
  return walk->repeats != NULL;
}

/* Files of articles that the store knows and that nobody wants are not opened. */
static gboolean
may_be_wanted (gpointer data, const char *outlet, const char *id)
{
  const Walk *walk = data;
  const BsTarget *target = bs_targets_find (walk->targets, outlet, id);

  return target == NULL || target->wanted;
}

static gboolean
walk_source (Walk *walk, const char *const *places, const BsSourceOptions *source, GError **error)
{
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, source, error);
  const BsPipeline pipeline = { .corpus = corpus,
                                .n_workers = walk->threads,
                                .data = walk,
                                .work = work_on_batch,
                                .take = take_batch,
                                .drop = drop_batch,
                                .stop = walk->options->stop };
  GError *trouble = NULL;

  if (corpus == NULL)
    return FALSE;
  bs_corpus_pass_over (corpus, may_be_wanted, walk);
  if (bs_pipeline_run (&pipeline, &trouble) || trouble == NULL)
    return TRUE;
  g_propagate_error (error, trouble);
  return FALSE;
}

/* ---- The places --------------------------------------------------------------------------------------------------- */

/* Where a place is now: as it was given, or from the folder of the store; NULL: in neither. Free with g_free. */
static char *
find_place (const char *place, const char *folder)
{
  g_autofree char *beside = g_build_filename (folder, place, NULL);

  if (g_file_test (place, G_FILE_TEST_EXISTS))
    return g_strdup (place);
  return !g_path_is_absolute (place) && g_file_test (beside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&beside) : NULL;
}

/* Those that are there, NULL-ended. `missing` is the first that is not. */
static GPtrArray *
find_places (const Walk *walk, const char *listed, char **missing)
{
  g_autofree char *folder = g_path_get_dirname (bs_store_path (walk->store));
  g_auto (GStrv) places = bs_places_read (listed);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; places[i] != NULL; i++)
    {
      char *place = g_str_equal (places[i], "-") ? NULL : find_place (places[i], folder);

      if (place != NULL)
        g_ptr_array_add (found, place);
      else if (*missing == NULL)
        *missing = g_strdup (places[i]);
    }
  g_ptr_array_add (found, NULL);
  return found;
}

static gboolean
fail_without_places (const Walk *walk, const char *missing, GError **error)
{
  const char *path = bs_store_path (walk->store);

  if (g_strcmp0 (missing, "-") == 0)
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: its articles came from standard input, which cannot be read again; analyze them from a file, or"
                 " name the places that hold them with --sources",
                 path);
  else if (missing != NULL && walk->options->places != NULL)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: no such file or folder to read the texts from (--sources)", missing);
  else if (missing != NULL)
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: the texts are not in it, and %s, where they came from, is neither here nor beside it; name the"
                 " places that hold them now with --sources",
                 path, missing);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                 "%s: it does not say where its articles came from; name the places that hold them with --sources",
                 path);
  return FALSE;
}

/* ---- The walk ----------------------------------------------------------------------------------------------------- */

/* One way in which the store's articles came in. */
typedef struct {
  char *places; /* one a line */
  BsSourceOptions source;
  BsReadOptions read;
  guint settings; /* 0: no article of the store follows its rules */
} Source;

static void
source_clear (gpointer data)
{
  g_free (((Source *) data)->places);
}

/* The different ways of the store's runs, in their order. Strings of the options live in `arena`. */
static GArray *
list_sources (const Walk *walk, BsArena *arena, GError **error)
{
  static const BsColumn columns[] = { { "places", NULL, BS_COLUMN_TEXT, 0 }, { "recipe", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (BsTable) rows
      = bs_store_query (walk->store,
                        walk->options->places != NULL
                            ? "SELECT NULL, recipe FROM runs GROUP BY recipe ORDER BY min(run)"
                            : "SELECT places, recipe FROM runs GROUP BY places, recipe ORDER BY min(run)",
                        NULL, columns, G_N_ELEMENTS (columns), error);
  g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (Source));
  const BsCell *cells;
  GError *trouble = NULL;

  if (rows == NULL)
    return NULL;
  g_array_set_clear_func (sources, source_clear);
  while ((cells = bs_table_next (rows, &trouble)) != NULL)
    {
      Source source = { 0 };
      g_autofree char *rules = NULL;

      if (!bs_recipe_read (cells[1].missing ? "" : cells[1].text, arena, &source.source, &source.read, error))
        return NULL;
      source.source.except = bs_store_path (walk->store);
      source.places = cells[0].missing ? bs_places_write (walk->options->places) : g_strdup (cells[0].text);
      rules = bs_read_settings (&source.read);
      source.settings = bs_targets_settings (walk->targets, rules);
      g_array_append_val (sources, source);
    }
  if (trouble == NULL)
    return g_steal_pointer (&sources);
  g_propagate_error (error, trouble);
  return NULL;
}

static gboolean
is_over (const Walk *walk)
{
  return walk->ended || bs_targets_left (walk->targets) == 0
         || (walk->options->stop != NULL && g_atomic_int_get (walk->options->stop) != 0);
}

static gboolean
walk_sources (Walk *walk, const GArray *sources, GError **error)
{
  g_autofree char *missing = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < sources->len && !is_over (walk); i++)
    {
      const Source *source = &g_array_index (sources, Source, i);
      g_autoptr (GPtrArray) places = find_places (walk, source->places, &missing);

      if (places->len == 1)
        continue;
      any = TRUE;
      walk->read = source->read;
      walk->settings = source->settings;
      if (source->settings == 0)
        continue;
      if ((source->read.without & BS_STEP_REPEATS) == 0 && !prepare_repeats (walk, error))
        return FALSE;
      if (!walk_source (walk, (const char *const *) places->pdata, &source->source, error))
        return FALSE;
    }
  return any || is_over (walk) || fail_without_places (walk, missing, error);
}

static gboolean
walk_store (Walk *walk, GError **error)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GArray) sources = NULL;

  walk->targets = bs_targets_new (walk->store, walk->options->outlet, walk->options->only, error);
  sources = walk->targets != NULL ? list_sources (walk, arena, error) : NULL;
  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    bs_targets_allow (walk->targets, g_array_index (sources, Source, i).settings);
  for (guint i = 0; i < walk->threads; i++)
    {
      g_ptr_array_add (walk->readings, bs_reading_new ());
      g_ptr_array_add (walk->workers,
                       walk->visitor->worker_new != NULL ? walk->visitor->worker_new (walk->data) : walk->data);
    }
  if (!walk_sources (walk, sources, error))
    return FALSE;
  bs_targets_sum (walk->targets, !walk->ended, &walk->summary->changed, &walk->summary->gone, &walk->summary->first);
  if (walk->options->stop == NULL || g_atomic_int_get (walk->options->stop) == 0)
    return TRUE;
  g_set_error_literal (error, BS_ERROR, BS_ERROR_INTERRUPTED, "stopped before all articles were read");
  return FALSE;
}

static void
walk_clear (Walk *walk)
{
  bs_targets_free (walk->targets);
  bs_repeats_free (walk->repeats);
  for (guint i = 0; i < walk->workers->len && walk->visitor->worker_free != NULL; i++)
    walk->visitor->worker_free (walk->workers->pdata[i]);
  g_ptr_array_unref (walk->workers);
  g_ptr_array_unref (walk->readings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

void
bs_walk_summary_clear (BsWalkSummary *summary)
{
  g_free (summary->first);
  *summary = (BsWalkSummary){ 0 };
}

gboolean
bs_walk (BsStore *store, const BsWalkOptions *options, const BsWalkVisitor *visitor, gpointer data,
         BsWalkSummary *summary, GError **error)
{
  g_auto (Walk) walk = { .store = store,
                         .options = options,
                         .visitor = visitor,
                         .data = data,
                         .summary = summary,
                         .threads = options->threads != 0 ? options->threads : g_get_num_processors (),
                         .readings = g_ptr_array_new_with_free_func ((GDestroyNotify) bs_reading_free),
                         .workers = g_ptr_array_new () };

  *summary = (BsWalkSummary){ 0 };
  bs_lexicon_init ();
  return walk_store (&walk, error);
}
