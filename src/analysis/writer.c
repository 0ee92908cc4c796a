#include "analysis/writer.h"

#define NO_TERM G_MAXUINT32

struct _BsWriter {
  BsStore *store;
  gint64 run;
  BsKnown *known;
  BsSpool *spool;
  BsRunSummary *summary;
  GHashTable *seen;    /* keys that this run brought */
  GHashTable *dropped; /* keys of articles taken out because nothing can be read in their place any more */
  GPtrArray *types;    /* by worker: GArray of BsNewType */
  GPtrArray *terms;    /* by worker: GArray of guint32, the store's number of each type or NO_TERM */
  GArray *fresh;       /* of guint32: types of an article that have no number yet */
  GArray *sorting;     /* of guint64: scratch */
};

BsWriter *
bs_writer_new (BsStore *store, gint64 run, guint n_workers, BsKnown *known, BsSpool *spool, BsRunSummary *summary)
{
  BsWriter *writer = g_new0 (BsWriter, 1);

  writer->store = store;
  writer->run = run;
  writer->known = known;
  writer->spool = spool;
  writer->summary = summary;
  writer->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer->types = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  writer->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  writer->fresh = g_array_new (FALSE, FALSE, sizeof (guint32));
  writer->sorting = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < n_workers; i++)
    {
      g_ptr_array_add (writer->types, g_array_new (FALSE, FALSE, sizeof (BsNewType)));
      g_ptr_array_add (writer->terms, g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  return writer;
}

void
bs_writer_free (BsWriter *writer)
{
  if (writer == NULL)
    return;
  g_hash_table_unref (writer->seen);
  g_hash_table_unref (writer->dropped);
  g_ptr_array_unref (writer->types);
  g_ptr_array_unref (writer->terms);
  g_array_unref (writer->fresh);
  g_array_unref (writer->sorting);
  g_free (writer);
}

static void
learn_types (BsWriter *writer, const BsBatch *batch)
{
  const guint32 none = NO_TERM;

  for (guint i = 0; i < batch->new_types->len; i++)
    {
      g_array_append_val ((GArray *) writer->types->pdata[batch->worker],
                          g_array_index (batch->new_types, BsNewType, i));
      g_array_append_val ((GArray *) writer->terms->pdata[batch->worker], none);
    }
}

static int
by_word (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *types = data;

  return strcmp (g_array_index (types, BsNewType, *(const guint32 *) a).word.start,
                 g_array_index (types, BsNewType, *(const guint32 *) b).word.start);
}

/* Puts the store's numbers in place of the worker's. Words that are new to the store are numbered in byte order, as
 * bs_store_settle() does, which then finds nothing to change where the corpus came in key order. */
static gboolean
number_terms (BsWriter *writer, guint worker, BsStoredArticle *stored, GError **error)
{
  BsVocabulary *vocabulary = bs_store_vocabulary (writer->store, error);
  const GArray *types = writer->types->pdata[worker];
  GArray *terms = writer->terms->pdata[worker];

  if (vocabulary == NULL)
    return FALSE;
  g_array_set_size (writer->fresh, 0);
  for (guint i = 0; i < stored->n_terms; i++)
    if (g_array_index (terms, guint32, stored->terms[i].type) == NO_TERM)
      g_array_append_val (writer->fresh, stored->terms[i].type);
  if (writer->fresh->len > 1)
    g_array_sort_with_data (writer->fresh, by_word, (gpointer) types);
  for (guint i = 0; i < writer->fresh->len; i++)
    {
      guint32 at = g_array_index (writer->fresh, guint32, i);
      const BsNewType *type = &g_array_index (types, BsNewType, at);
      BsEntry *entry = bs_vocabulary_enter (vocabulary, type->word);

      entry->facts = type->facts;
      g_array_index (terms, guint32, at) = entry->term;
    }
  for (guint i = 0; i < stored->n_terms; i++)
    stored->terms[i].type = g_array_index (terms, guint32, stored->terms[i].type);
  bs_sort_terms (stored->terms, stored->n_terms, writer->sorting);
  return TRUE;
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
  g_autofree char *key = NULL;

  if (!bs_problem_loses_article (problem))
    return;
  key = bs_known_key (problem->outlet, problem->id);
  if (g_hash_table_contains (writer->known, key))
    g_hash_table_add (writer->dropped, g_steal_pointer (&key));
}

static gboolean
write_article (BsWriter *writer, const BsBatch *batch, BsItem *item, GError **error)
{
  const BsArticle *article = &item->stored.article;
  char *key;
  gboolean known;

  writer->summary->bytes += item->bytes;
  if (item->state == BS_ITEM_EMPTY) /* no article: another one may still come under its key */
    {
      note_lost (writer, &item->problem);
      return TRUE;
    }
  key = bs_known_key (article->outlet, article->id);
  known = g_hash_table_contains (writer->known, key);
  if (!g_hash_table_add (writer->seen, key))
    {
      item->has_problem = FALSE;
      return refuse_second (writer, article, error);
    }
  if (item->n_shingles > 0 && !bs_spool_put (writer->spool, key, item->shingles, item->n_shingles, error))
    return FALSE;
  if (item->state == BS_ITEM_UNCHANGED)
    {
      writer->summary->unchanged++;
      return TRUE;
    }
  *(known ? &writer->summary->updated : &writer->summary->added) += 1;
  writer->summary->words += (guint64) item->stored.counts.value[BS_COUNT_WORDS];
  return number_terms (writer, batch->worker, &item->stored, error)
         && bs_store_put_article (writer->store, &item->stored, known, error);
}

gboolean
bs_writer_write (BsWriter *writer, BsBatch *batch, GError **error)
{
  learn_types (writer, batch);
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

/* Takes out of the store whatever stands in `keys` and was not brought by this run. */
static gboolean
remove_unseen (BsWriter *writer, GHashTable *keys, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto (GStrv) parts = NULL;

      if (g_hash_table_contains (writer->seen, key))
        continue;
      parts = g_strsplit (key, "\037", 2);
      if (!bs_store_remove_article (writer->store, parts[0], parts[1], error))
        return FALSE;
      g_hash_table_add (writer->seen, g_strdup (key));
      writer->summary->removed++;
    }
  return TRUE;
}

gboolean
bs_writer_finish (BsWriter *writer, gboolean prune, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (!remove_unseen (writer, writer->dropped, error) || (prune && !remove_unseen (writer, writer->known, error)))
    return FALSE;
  g_hash_table_iter_init (&iter, writer->known);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    writer->summary->absent += !g_hash_table_contains (writer->seen, key);
  return TRUE;
}
