#include "analysis/lesson.h"

struct _BsLesson {
  BsRepeats *repeats;
  GHashTable *seen;  /* keys that the corpus holds */
  GHashTable *fresh; /* of these and of what was lost, keys for which the store no longer speaks */
};

BsLesson *
bs_lesson_new (void)
{
  BsLesson *lesson = g_new0 (BsLesson, 1);

  lesson->repeats = bs_repeats_new ();
  lesson->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lesson->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return lesson;
}

void
bs_lesson_free (BsLesson *lesson)
{
  if (lesson == NULL)
    return;
  bs_repeats_free (lesson->repeats);
  g_hash_table_unref (lesson->seen);
  g_hash_table_unref (lesson->fresh);
  g_free (lesson);
}

const BsRepeats *
bs_lesson_repeats (const BsLesson *lesson)
{
  return lesson->repeats;
}

static void
take_article (BsLesson *lesson, const BsItem *item)
{
  const BsArticle *article = &item->stored.article;
  char *key = bs_known_key (article->outlet, article->id);

  if (item->state == BS_ITEM_EMPTY)
    {
      g_hash_table_add (lesson->fresh, key);
      return;
    }
  if (!g_hash_table_add (lesson->seen, key) || item->state == BS_ITEM_UNCHANGED)
    return;
  g_hash_table_add (lesson->fresh, g_strdup (key));
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
        g_hash_table_add (lesson->fresh, bs_known_key (item->problem.outlet, item->problem.id));
    }
}

typedef struct {
  BsLesson *lesson;
  BsKnown *known;
  gboolean prune;
  guint64 *stale;
} Sweep;

static gboolean
speaks (const Sweep *sweep, const char *key)
{
  if (sweep->prune && !g_hash_table_contains (sweep->lesson->seen, key))
    return FALSE;
  return !g_hash_table_contains (sweep->lesson->fresh, key);
}

static gboolean
learn_stored (gpointer data, const BsStoredLines *stored, GError **error G_GNUC_UNUSED)
{
  const Sweep *sweep = data;
  g_autofree char *key = bs_known_key (stored->outlet, stored->id);

  if (speaks (sweep, key))
    bs_repeats_learn (sweep->lesson->repeats, stored->outlet, stored->id, stored->lines, stored->n_lines);
  return TRUE;
}

static gboolean
check_stored (gpointer data, const BsStoredLines *stored, GError **error G_GNUC_UNUSED)
{
  const Sweep *sweep = data;
  char *key;

  if (bs_stored_lines_hold (stored, sweep->lesson->repeats))
    return TRUE;
  key = bs_known_key (stored->outlet, stored->id);
  if (!speaks (sweep, key))
    g_free (key);
  else if (g_hash_table_contains (sweep->lesson->seen, key))
    g_hash_table_insert (sweep->known, key, g_strdup (""));
  else
    {
      *sweep->stale += 1;
      g_free (key);
    }
  return TRUE;
}

gboolean
bs_lesson_conclude (BsLesson *lesson, BsStore *store, BsKnown *known, gboolean prune, guint64 *stale, GError **error)
{
  Sweep sweep = { lesson, known, prune, stale };

  *stale = 0;
  if (!bs_store_each_lines (store, learn_stored, &sweep, error))
    return FALSE;
  bs_repeats_conclude (lesson->repeats);
  return bs_store_each_lines (store, check_stored, &sweep, error);
}

BsRepeats *
bs_learn_places (const char *const *places, const BsSourceOptions *source, const BsReadOptions *read, GError **error)
{
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, source, error);
  g_autoptr (BsRepeats) repeats = bs_repeats_new ();
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;
  BsNext next;

  if (corpus == NULL)
    return NULL;
  while ((next = bs_corpus_next (corpus, arena, &article, &problem)) != BS_NEXT_END)
    {
      if (next == BS_NEXT_ARTICLE)
        {
          BsCleanOptions options = bs_read_clean_options (read, &article);

          bs_clean_lines (cleaned, article.text, &options);
          bs_repeats_learn (repeats, article.outlet, article.id, (const guint64 *) (gpointer) cleaned->lines->data,
                            cleaned->lines->len);
        }
      bs_arena_reset (arena);
    }
  bs_repeats_conclude (repeats);
  return g_steal_pointer (&repeats);
}
