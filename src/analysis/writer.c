#include "analysis/writer.h"

#include "analysis/numbering.h"
#include "base/key-set.h"

struct _BsWriter {
  BsStore *store;
  gint64 run;
  BsKnown *known;
  BsSpool *spool;
  BsRunSummary *summary;
  BsKeySet *seen;      /* keys that this run brought */
  GHashTable *dropped; /* keys of articles taken out because nothing can be read in their place any more */
  BsNumbering *numbering;
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
  writer->seen = bs_key_set_new ();
  writer->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer->numbering = bs_numbering_new (n_workers);
  return writer;
}

void
bs_writer_free (BsWriter *writer)
{
  if (writer == NULL)
    return;
  bs_key_set_free (writer->seen);
  g_hash_table_unref (writer->dropped);
  bs_numbering_free (writer->numbering);
  g_free (writer);
}

static gboolean
number_terms (BsWriter *writer, guint worker, BsStoredArticle *stored, GError **error)
{
  BsVocabulary *vocabulary = bs_store_vocabulary (writer->store, error);

  if (vocabulary == NULL)
    return FALSE;
  bs_numbering_apply (writer->numbering, vocabulary, worker, stored->terms, stored->n_terms);
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

static gboolean
is_known (const BsWriter *writer, const char *outlet, const char *id)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (writer->known) == 0)
    return FALSE;
  key = bs_known_key (outlet, id);
  return g_hash_table_contains (writer->known, key);
}

static void
note_lost (BsWriter *writer, const BsProblem *problem)
{
  if (bs_problem_loses_article (problem) && is_known (writer, problem->outlet, problem->id))
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

static gboolean
write_article (BsWriter *writer, const BsBatch *batch, BsItem *item, GError **error)
{
  const BsArticle *article = &item->stored.article;
  gboolean known;

  writer->summary->bytes += item->bytes;
  if (item->state == BS_ITEM_EMPTY) /* no article: another one may still come under its key */
    {
      note_lost (writer, &item->problem);
      return TRUE;
    }
  if (bs_key_set_mark (writer->seen, article->outlet, article->id, 1) != 0)
    {
      item->has_problem = FALSE;
      return refuse_second (writer, article, error);
    }
  if (!keep_shingles (writer, item, error))
    return FALSE;
  if (item->state == BS_ITEM_UNCHANGED)
    {
      writer->summary->unchanged++;
      return TRUE;
    }
  known = is_known (writer, article->outlet, article->id);
  *(known ? &writer->summary->updated : &writer->summary->added) += 1;
  writer->summary->words += (guint64) item->stored.counts.value[BS_COUNT_WORDS];
  return number_terms (writer, batch->worker, &item->stored, error)
         && bs_store_put_article (writer->store, &item->stored, known, error);
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
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *outlet = g_strdup (key);
      const char *id = part_key (outlet);

      if (bs_key_set_mark (writer->seen, outlet, id, 1) != 0)
        continue;
      if (!bs_store_remove_article (writer->store, outlet, id, error))
        return FALSE;
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
    {
      g_autofree char *outlet = g_strdup (key);
      const char *id = part_key (outlet);

      writer->summary->absent += bs_key_set_marks (writer->seen, outlet, id) == 0;
    }
  return TRUE;
}
