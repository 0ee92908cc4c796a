#include "analysis/writer.h"

#include <string.h>

#include "analysis/numbering.h"
#include "base/hash.h"
#include "base/key-set.h"

struct _BsWriter {
  BsStore *store;
  gint64 run;
  BsKnown *known;
  BsSpool *spool;
  const BsCeilings *ceilings;
  BsRunSummary *summary;
  BsKeySet *seen;      /* keys that this run brought; NULL: those in the store, all of them before `last` */
  GString *last;       /* key of the article that came last, while they come in order */
  GHashTable *dropped; /* keys of articles taken out because nothing can be read in their place any more */
  BsNumbering *numbering;
};

BsWriter *
bs_writer_new (BsStore *store, gint64 run, guint n_workers, BsKnown *known, BsSpool *spool, const BsCeilings *ceilings,
               BsRunSummary *summary)
{
  BsWriter *writer = g_new0 (BsWriter, 1);

  writer->store = store;
  writer->run = run;
  writer->known = known;
  writer->spool = spool;
  writer->ceilings = ceilings;
  writer->summary = summary;
  writer->seen = bs_known_any (known) ? bs_key_set_new () : NULL;
  writer->last = g_string_new (NULL);
  writer->dropped = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  writer->numbering = bs_numbering_new (n_workers);
  return writer;
}

void
bs_writer_free (BsWriter *writer)
{
  if (writer == NULL)
    return;
  bs_key_set_free (writer->seen);
  g_string_free (writer->last, TRUE);
  g_hash_table_unref (writer->dropped);
  bs_numbering_free (writer->numbering);
  g_free (writer);
}

static gboolean
put_problem (BsWriter *writer, const BsProblem *problem, GError **error)
{
  writer->summary->problems[problem->kind]++;
  if (bs_problem_kind_loses (problem->kind))
    writer->summary->left_out++;
  return bs_store_put_problem (writer->store, writer->run, problem, error);
}

/* A second article of the same key: the first of the stream stays. */
static gboolean
refuse_second (BsWriter *writer, const BsArticle *article, GError **error)
{
  BsProblem problem = { BS_PROBLEM_SAME_KEY, article->outlet, article->id, article->origin,
                        "another article of this outlet has the same id; this one was left out" };

  return put_problem (writer, &problem, error);
}

static void
note_lost (BsWriter *writer, const BsProblem *problem)
{
  if (bs_problem_loses_article (problem) && bs_known_has (writer->known, problem->outlet, problem->id))
    g_hash_table_add (writer->dropped, bs_known_key (problem->outlet, problem->id));
}

static gboolean
keep_shingles (BsWriter *writer, const BsItem *item, GError **error)
{
  g_autofree char *key = NULL;

  if (item->n_shingles == 0)
    return TRUE;
  key = bs_known_key (item->stored.article.outlet, item->stored.article.id);
  return bs_spool_put (writer->spool, key, item->shingles, item->n_shingles, error);
}

static void
mark_seen (gpointer data, const char *outlet, const char *id)
{
  bs_key_set_mark (data, outlet, id, 1);
}

/* Whether this run brought an article of that key already; from now on it did. As long as keys come in order, and the
 * store was empty, none has to be remembered. */
static gboolean
see (BsWriter *writer, const BsArticle *article, gboolean *seen, GError **error)
{
  if (writer->seen == NULL)
    {
      g_autofree char *key = bs_known_key (article->outlet, article->id);

      *seen = FALSE;
      if (strcmp (key, writer->last->str) > 0)
        {
          g_string_assign (writer->last, key);
          return TRUE;
        }
      writer->seen = bs_key_set_new ();
      if (!bs_store_each_key (writer->store, mark_seen, writer->seen, error))
        return FALSE;
    }
  *seen = bs_key_set_mark (writer->seen, article->outlet, article->id, 1) != 0;
  return TRUE;
}

/* Whether there is room for the words that an article brings; one that brings none comes in however many there are. */
static gboolean
has_room (const BsWriter *writer, const BsVocabulary *vocabulary, guint worker, const BsStoredArticle *stored)
{
  guint64 most = bs_ceiling (writer->ceilings, BS_CEILING_VOCABULARY), n = vocabulary->by_term->len;
  guint lacking;

  if (n + stored->n_terms <= most)
    return TRUE;
  lacking = bs_numbering_lacking (writer->numbering, vocabulary, worker, stored->terms, stored->n_terms);
  return lacking == 0 || n + lacking <= most;
}

/* What the store has under the article's key stays: that there is no room for what it says now is no reason to lose it. */
static void
refuse_words (const BsWriter *writer, const BsBatch *batch, BsItem *item, gboolean known)
{
  const BsArticle *article = &item->stored.article;
  g_autofree char *ceiling = bs_ceiling_in_words (writer->ceilings, BS_CEILING_VOCABULARY);
  g_autofree char *message
      = g_strdup_printf ("with %s the corpus would have more different words than %s; the article was %s",
                         known ? "what it says now" : "it", ceiling, known ? "kept as it was" : "left out");

  item->has_problem = TRUE;
  item->problem = (BsProblem){ known ? BS_PROBLEM_SET_ASIDE : BS_PROBLEM_TOO_LARGE, article->outlet, article->id,
                               article->origin, bs_arena_strdup (batch->arena, message) };
}

static gboolean
write_article (BsWriter *writer, BsBatch *batch, BsItem *item, GError **error)
{
  const BsArticle *article = &item->stored.article;
  BsVocabulary *vocabulary = bs_store_vocabulary (writer->store, error);
  gboolean known, seen, fits;

  if (vocabulary == NULL)
    return FALSE;
  writer->summary->bytes += item->bytes;
  if (item->state == BS_ITEM_EMPTY) /* no article: another one may still come under its key */
    {
      note_lost (writer, &item->problem);
      return TRUE;
    }
  known = bs_known_has (writer->known, article->outlet, article->id);
  fits = item->state != BS_ITEM_READ || has_room (writer, vocabulary, batch->worker, &item->stored);
  if (!fits && !known) /* no article either */
    {
      refuse_words (writer, batch, item, known);
      return TRUE;
    }
  if (!see (writer, article, &seen, error))
    return FALSE;
  if (seen)
    {
      item->has_problem = FALSE;
      return refuse_second (writer, article, error);
    }
  if (!fits)
    {
      refuse_words (writer, batch, item, known);
      return TRUE;
    }
  if (!keep_shingles (writer, item, error))
    return FALSE;
  if (item->state == BS_ITEM_UNCHANGED)
    {
      writer->summary->unchanged++;
      return !item->moved || bs_store_move_article (writer->store, article->outlet, article->id, &article->origin, error);
    }
  *(known ? &writer->summary->updated : &writer->summary->added) += 1;
  writer->summary->words += (guint64) item->stored.counts.value[BS_COUNT_WORDS];
  writer->summary->undated += article->date != NULL && item->stored.day == NULL;
  if (known && !bs_store_forget_kept_problems (writer->store, article->outlet, article->id, error))
    return FALSE;
  bs_numbering_apply (writer->numbering, vocabulary, batch->worker, item->stored.terms, item->stored.n_terms);
  return bs_store_put_article (writer->store, &item->stored, known, error);
}

gboolean
bs_writer_write (BsWriter *writer, BsBatch *batch, GError **error)
{
  bs_numbering_learn (writer->numbering, batch);
  for (guint i = 0; i < batch->items->len; i++)
    {
      BsItem *item = &g_array_index (batch->items, BsItem, i);

      if (item->state == BS_ITEM_PROBLEM)
        note_lost (writer, &item->problem);
      else if (!write_article (writer, batch, item, error))
        return FALSE;
      if (item->has_problem && !put_problem (writer, &item->problem, error))
        return FALSE;
    }
  return TRUE;
}

/* Makes a key its outlet, and returns its id. */
static const char *
part_key (char *key)
{
  char *id = strchr (key, '\037');

  *id = '\0';
  return id + 1;
}

/* Takes out of the store whatever stands in `keys` and was not brought by this run. */
static gboolean
remove_unseen (BsWriter *writer, GHashTable *keys, GError **error)
{
  g_autoptr (GList) ordered = g_list_sort (g_hash_table_get_keys (keys), (GCompareFunc) strcmp);

  for (const GList *key = ordered; key != NULL; key = key->next)
    {
      g_autofree char *outlet = g_strdup (key->data);
      const char *id = part_key (outlet);

      if (bs_key_set_mark (writer->seen, outlet, id, 1) != 0)
        continue;
      if (!bs_store_remove_article (writer->store, outlet, id, error))
        return FALSE;
      writer->summary->removed++;
    }
  return TRUE;
}

typedef struct {
  const BsKeySet *seen;
  GHashTable *keys; /* NULL: they are counted only */
  guint64 n;
} Unseen;

static void
note_unseen (gpointer data, const BsStoredState *state)
{
  Unseen *unseen = data;

  if (bs_key_set_marks (unseen->seen, state->outlet, state->id) != 0)
    return;
  unseen->n++;
  if (unseen->keys != NULL)
    g_hash_table_add (unseen->keys, bs_known_key (state->outlet, state->id));
}

/* What the store holds and this run did not bring was there before it. */
gboolean
bs_writer_finish (BsWriter *writer, gboolean prune, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  Unseen unseen = { writer->seen, prune ? keys : NULL, 0 };

  if (!bs_known_any (writer->known))
    return TRUE;
  if (!remove_unseen (writer, writer->dropped, error))
    return FALSE;
  if (!bs_store_each_article (writer->store, note_unseen, &unseen, error))
    return FALSE;
  if (prune)
    return remove_unseen (writer, keys, error);
  writer->summary->absent += unseen.n;
  return TRUE;
}
