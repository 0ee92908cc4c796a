/* drain.c: reads a corpus to its end and does nothing with it: what the way from the disk to a worker costs.
 *
 *   drain [--threads N] [--digest] PLACE...
 *
 * Without --threads the calling thread fills one batch after the other; with it they go through a pipeline of N workers
 * that do nothing. --digest prints a hash of the whole stream, to compare two versions of the program. */
#include <stdlib.h>

#include "analysis/pipeline.h"
#include "base/error.h"

typedef struct {
  gboolean hashed;
  guint64 items, articles, bytes;
  GChecksum *digest;
} Sum;

static void
hash_string (GChecksum *digest, const char *string)
{
  string = string != NULL ? string : "\xff";
  g_checksum_update (digest, (const guchar *) string, (gssize) strlen (string) + 1);
}

static void
hash_origin (GChecksum *digest, const BsOrigin *origin)
{
  const guint64 numbers[] = { origin->offset, origin->length, origin->line };

  hash_string (digest, origin->path);
  hash_string (digest, origin->member);
  g_checksum_update (digest, (const guchar *) numbers, sizeof numbers);
}

static void
hash_item (Sum *sum, const BsItem *item, BsArena *arena)
{
  const BsArticle *article = &item->stored.article;
  const BsProblem *problem = &item->problem;
  gboolean is_problem = item->state == BS_ITEM_PROBLEM;
  const int kinds[] = { (int) item->state, is_problem ? (int) problem->kind : (int) article->markup };

  g_checksum_update (sum->digest, (const guchar *) kinds, sizeof kinds);
  hash_string (sum->digest, is_problem ? problem->outlet : article->outlet);
  hash_string (sum->digest, is_problem ? problem->id : article->id);
  hash_origin (sum->digest, is_problem ? &problem->origin : &article->origin);
  hash_string (sum->digest, is_problem ? problem->message : bs_article_checksum (article, arena));
  hash_string (sum->digest, is_problem ? NULL : article->encoding);
}

static gboolean
take (gpointer data, BsBatch *batch, GError **error G_GNUC_UNUSED)
{
  Sum *sum = data;

  for (guint i = 0; i < batch->items->len; i++)
    {
      const BsItem *item = &g_array_index (batch->items, BsItem, i);

      sum->items++;
      sum->articles += item->state != BS_ITEM_PROBLEM;
      sum->bytes += item->bytes;
      if (sum->hashed)
        hash_item (sum, item, batch->arena);
    }
  return TRUE;
}

static void
do_nothing (gpointer data G_GNUC_UNUSED, guint worker G_GNUC_UNUSED, BsBatch *batch G_GNUC_UNUSED)
{
}

static gboolean
drain (BsCorpus *corpus, int threads, Sum *sum, GError **error)
{
  const BsPipeline pipeline
      = { .corpus = corpus, .n_workers = (guint) threads, .data = sum, .work = do_nothing, .take = take };
  g_autoptr (BsBatch) batch = NULL;

  if (threads > 0)
    return bs_pipeline_run (&pipeline, error);
  batch = bs_batch_new ();
  for (guint64 number = 0; bs_batch_fill (batch, corpus, number); number++)
    take (sum, batch, NULL);
  return TRUE;
}

int
main (int argc, char **argv)
{
  int threads = 0;
  gboolean digest = FALSE;
  g_auto (GStrv) places = NULL;
  const GOptionEntry entries[]
      = { { "threads", 'j', 0, G_OPTION_ARG_INT, &threads, "Workers; without it no thread is started", "N" },
          { "digest", 0, 0, G_OPTION_ARG_NONE, &digest, "Print a hash of the stream", NULL },
          { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &places, NULL, "PLACE" },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BsCorpus) corpus = NULL;
  Sum sum = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || places == NULL
      || (corpus = bs_corpus_open ((const char *const *) places, NULL, &error)) == NULL)
    {
      g_printerr ("drain: %s\n", error != NULL ? error->message : "no corpus was named");
      return 2;
    }
  sum.hashed = digest;
  sum.digest = g_checksum_new (G_CHECKSUM_MD5);
  if (!drain (corpus, threads, &sum, &error))
    return 1;
  g_print ("%" G_GUINT64_FORMAT " items, %" G_GUINT64_FORMAT " articles, %" G_GUINT64_FORMAT " bytes%s%s\n", sum.items,
           sum.articles, sum.bytes, digest ? ", " : "", digest ? g_checksum_get_string (sum.digest) : "");
  g_checksum_free (sum.digest);
  return 0;
}
