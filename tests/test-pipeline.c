/* Batches are taken in the order of the stream whatever the workers do; a run that is stopped or refused ends. */
#include "analysis/pipeline.h"
#include "base/error.h"

#include <glib/gstdio.h>

#define ARTICLES 3000

typedef struct {
  char *path;
  guint n_workers;
  gint in_work[8];     /* batches a worker has had */
  guint64 next_batch;
  guint next_article;
  guint refuse_at;     /* take() fails at the batch of this number; 0: never */
  guint stop_at;       /* … or sets `stop` */
  volatile gint stop;
  gint worked, dropped; /* batches */
} Run;

static char *
write_corpus (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "broadsheet-pipeline-XXXXXX.jsonl", NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  for (guint i = 0; i < ARTICLES; i++)
    g_string_append_printf (lines, "{\"id\": \"%u\", \"text\": \"Article %u says nothing new.\"}\n", i, i);
  g_assert_true (g_file_set_contents (path, lines->str, (gssize) lines->len, NULL));
  return g_steal_pointer (&path);
}

static void
work (gpointer data, guint worker, BsBatch *batch)
{
  Run *run = data;

  g_assert_cmpuint (worker, <, run->n_workers);
  g_assert_cmpint (g_atomic_int_add (&run->in_work[worker], 1), ==, 0);
  if (batch->number % 5 == 0)
    g_usleep (500);
  g_atomic_int_add (&run->in_work[worker], -1);
  g_atomic_int_inc (&run->worked);
}

static gboolean
take (gpointer data, BsBatch *batch, GError **error)
{
  Run *run = data;

  g_assert_cmpuint (batch->number, ==, run->next_batch++);
  for (guint i = 0; i < batch->items->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", run->next_article++);

      g_assert_cmpstr (g_array_index (batch->items, BsItem, i).stored.article.id, ==, id);
    }
  if (run->stop_at > 0 && batch->number == run->stop_at)
    g_atomic_int_set (&run->stop, 1);
  if (run->refuse_at == 0 || batch->number != run->refuse_at)
    return TRUE;
  g_set_error_literal (error, BS_ERROR, BS_ERROR_IO, "refused");
  return FALSE;
}

static void
drop (gpointer data, BsBatch *batch G_GNUC_UNUSED)
{
  g_atomic_int_inc (&((Run *) data)->dropped);
}

static gboolean
run_it (Run *run, GError **error)
{
  const char *const places[] = { run->path, NULL };
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, NULL, error);
  const BsPipeline pipeline = { .corpus = corpus,
                                .n_workers = run->n_workers,
                                .data = run,
                                .work = work,
                                .take = take,
                                .drop = drop,
                                .stop = &run->stop };

  g_assert_nonnull (corpus);
  return bs_pipeline_run (&pipeline, error);
}

static void
test_order (void)
{
  g_autofree char *path = write_corpus ();

  for (guint n = 1; n <= 8; n = n * 2 + (n == 1))
    {
      Run run = { .path = path, .n_workers = n };

      g_assert_true (run_it (&run, NULL));
      g_assert_cmpuint (run.next_article, ==, ARTICLES);
      g_assert_cmpint (run.dropped, ==, 0);
    }
  g_unlink (path);
}

static void
test_refused (void)
{
  g_autofree char *path = write_corpus ();

  for (guint n = 1; n <= 8; n *= 2)
    {
      Run run = { .path = path, .n_workers = n, .refuse_at = 7 };
      g_autoptr (GError) error = NULL;

      g_assert_false (run_it (&run, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_IO);
      g_assert_cmpuint (run.next_batch, ==, 8);
      g_assert_cmpint (run.dropped, ==, run.worked - 8);
    }
  g_unlink (path);
}

/* What was read is taken; it is no more than the ring holds. */
static void
test_stopped (void)
{
  g_autofree char *path = write_corpus ();

  for (guint n = 1; n <= 8; n *= 2)
    {
      Run run = { .path = path, .n_workers = n, .stop_at = 3 };

      g_assert_true (run_it (&run, NULL));
      g_assert_cmpint ((gint) run.next_batch, ==, run.worked);
      g_assert_cmpint (run.worked, <=, 3 + 1 + 5 * (gint) n);
      g_assert_cmpint (run.dropped, ==, 0);
    }
  g_unlink (path);
}

/* One that is asked to stop before it begins reads nothing. */
static void
test_nothing (void)
{
  g_autofree char *path = write_corpus ();
  Run run = { .path = path, .n_workers = 2, .stop = 1 };

  g_assert_true (run_it (&run, NULL));
  g_assert_cmpint (run.worked, ==, 0);
  g_assert_cmpuint (run.next_batch, ==, 0);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pipeline/order", test_order);
  g_test_add_func ("/pipeline/refused", test_refused);
  g_test_add_func ("/pipeline/stopped", test_stopped);
  g_test_add_func ("/pipeline/nothing", test_nothing);
  return g_test_run ();
}
