#include "analysis/lesson.h"

#include "analysis/pipeline.h"
#include "base/key-set.h"

enum {
  SEEN = 1, /* the corpus holds it */
  FRESH = 2, /* it, or what was lost in its place: the store no longer speaks for it */
  STANDS = 4 /* the corpus holds it as the store does, whatever else comes under its key */
};

struct _BsLesson {
  BsRepeats *repeats;
  BsKeySet *keys; /* by outlet and id; NULL when it is concluded */
};

BsLesson *
bs_lesson_new (void)
{
  BsLesson *lesson = g_new0 (BsLesson, 1);

  lesson->repeats = bs_repeats_new ();
  lesson->keys = bs_key_set_new ();
  return lesson;
}

void
bs_lesson_free (BsLesson *lesson)
{
  if (lesson == NULL)
    return;
  bs_repeats_free (lesson->repeats);
  bs_key_set_free (lesson->keys);
  g_free (lesson);
}

BsRepeats *
bs_lesson_repeats (BsLesson *lesson)
{
  return lesson->repeats;
}

static void
take_article (BsLesson *lesson, const BsItem *item)
{
  const BsArticle *article = &item->stored.article;

  if (item->state == BS_ITEM_EMPTY)
    {
      bs_key_set_mark (lesson->keys, article->outlet, article->id, FRESH);
      return;
    }
  if (bs_key_set_mark (lesson->keys, article->outlet, article->id, SEEN) & SEEN)
    return;
  if (item->state == BS_ITEM_UNCHANGED)
    {
      bs_key_set_mark (lesson->keys, article->outlet, article->id, STANDS);
      return;
    }
  bs_key_set_mark (lesson->keys, article->outlet, article->id, FRESH);
  bs_repeats_learn (lesson->repeats, article->outlet, article->id, item->stored.lines, item->stored.n_lines);
}

void
bs_lesson_take (BsLesson *lesson, const BsBatch *batch)
{
  for (guint i = 0; i < batch->items->len; i++)
    {
      const BsItem *item = &g_array_index (batch->items, BsItem, i);

      if (item->state != BS_ITEM_PROBLEM)
        take_article (lesson, item);
      else if (bs_problem_loses_article (&item->problem))
        bs_key_set_mark (lesson->keys, item->problem.outlet, item->problem.id, FRESH);
    }
}

typedef struct {
  BsLesson *lesson;
  BsKnown *known;
  gboolean prune;
  guint64 *stale;
} Sweep;

static gboolean
speaks (const Sweep *sweep, guint marks)
{
  return (marks & STANDS) != 0 || ((marks & FRESH) == 0 && !sweep->prune);
}

static gboolean
learn_stored (gpointer data, const BsStoredLines *stored, GError **error G_GNUC_UNUSED)
{
  const Sweep *sweep = data;

  if (speaks (sweep, bs_key_set_marks (sweep->lesson->keys, stored->outlet, stored->id)))
    bs_repeats_learn (sweep->lesson->repeats, stored->outlet, stored->id, stored->lines, stored->n_lines);
  return TRUE;
}

static gboolean
check_stored (gpointer data, const BsStoredLines *stored, GError **error G_GNUC_UNUSED)
{
  const Sweep *sweep = data;
  guint marks;

  if (bs_stored_lines_hold (stored, sweep->lesson->repeats))
    return TRUE;
  marks = bs_key_set_marks (sweep->lesson->keys, stored->outlet, stored->id);
  if (marks & SEEN) /* whatever came first under its key, the second read may find it behind that */
    bs_known_doubt (sweep->known, stored->outlet, stored->id);
  else if (speaks (sweep, marks))
    *sweep->stale += 1;
  return TRUE;
}

gboolean
bs_lesson_conclude (BsLesson *lesson, BsStore *store, BsKnown *known, gboolean prune, guint64 *stale, GError **error)
{
  Sweep sweep = { lesson, known, prune, stale };

  *stale = 0;
  if (!bs_store_each_lines (store, learn_stored, &sweep, error))
    return FALSE;
  if (!bs_repeats_conclude (lesson->repeats, error) || !bs_store_each_lines (store, check_stored, &sweep, error))
    return FALSE;
  g_clear_pointer (&lesson->keys, bs_key_set_free);
  return TRUE;
}

/* ---- Without a store ---------------------------------------------------------------------------------------------- */

typedef struct {
  const BsReadOptions *read;
  BsLesson *lesson;
  BsKnown *known;      /* nothing */
  BsReading **readings; /* by worker; NULL until it has read */
} Learner;

static void
learn_batch (gpointer data, guint worker, BsBatch *batch)
{
  const Learner *learner = data;

  if (learner->readings[worker] == NULL)
    learner->readings[worker] = bs_reading_new ();
  bs_batch_learn (batch, learner->readings[worker], learner->read, NULL, learner->known);
}

static gboolean
take_batch (gpointer data, BsBatch *batch, GError **error G_GNUC_UNUSED)
{
  const Learner *learner = data;

  bs_lesson_take (learner->lesson, batch);
  return TRUE;
}

BsRepeats *
bs_learn_places (const char *const *places, const BsSourceOptions *source, const BsReadOptions *read, guint threads,
                 GError **error)
{
  guint n = threads != 0 ? threads : g_get_num_processors ();
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, source, error);
  g_autoptr (BsKnown) known = bs_known_new ();
  g_autoptr (BsLesson) lesson = bs_lesson_new ();
  Learner learner = { read, lesson, known, NULL };
  const BsPipeline pipeline
      = { .corpus = corpus, .n_workers = n, .data = &learner, .work = learn_batch, .take = take_batch };
  gboolean fine;

  if (corpus == NULL)
    return NULL;
  bs_lexicon_init ();
  learner.readings = g_new0 (BsReading *, n);
  fine = bs_pipeline_run (&pipeline, error) && bs_repeats_conclude (lesson->repeats, error);
  for (guint i = 0; i < n; i++)
    bs_reading_free (learner.readings[i]);
  g_free (learner.readings);
  return fine ? g_steal_pointer (&lesson->repeats) : NULL;
}
