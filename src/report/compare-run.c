/* All measures, a few at a time; whichever ends first, the results are the same. */
#include "report/compare.h"

#include <math.h>

#include "compare/adjust.h"

typedef struct {
  const BsCompareData *data;
  BsCompareMeasure *measures;
  GMutex lock; /* of everything below */
  GCond  changed;
  guint  begun;
  guint  done;
} Run;

static gpointer
work (gpointer data)
{
  Run *run = data;
  guint n = run->data->options.n_refs;

  g_mutex_lock (&run->lock);
  while (run->begun < n)
    {
      guint measure = run->begun++;

      g_mutex_unlock (&run->lock);
      bs_compare_measure (run->data, measure, &run->measures[measure]);
      g_mutex_lock (&run->lock);
      run->done++;
      g_cond_signal (&run->changed);
    }
  g_mutex_unlock (&run->lock);
  return NULL;
}

static void
wait_for_all (Run *run, guint n)
{
  const BsCompareOptions *options = &run->data->options;
  guint told = G_MAXUINT;

  g_mutex_lock (&run->lock);
  while (run->done < n)
    {
      if (options->progress != NULL && told != run->done)
        {
          told = run->done;
          g_mutex_unlock (&run->lock);
          options->progress (options->data, told, n);
          g_mutex_lock (&run->lock);
          continue;
        }
      g_cond_wait (&run->changed, &run->lock);
    }
  g_mutex_unlock (&run->lock);
  if (options->progress != NULL)
    options->progress (options->data, n, n);
}

/* What is corrected over all measures. */
static void
correct (BsCompareMeasure *measures, guint n)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree double *kruskal = g_new (double, n + 1);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      kruskal[i] = measures[i].omnibus.kruskal.p;
      for (guint j = 0; j < measures[i].pairs->len; j++)
        g_array_append_val (all, g_array_index (measures[i].pairs, BsComparePair, j).mann_whitney.p);
    }
  bs_adjust_holm (kruskal, n, kruskal);
  bs_adjust_holm ((const double *) (gpointer) all->data, all->len, (double *) (gpointer) all->data);
  for (guint i = 0; i < n; i++)
    {
      measures[i].omnibus.kruskal_holm = kruskal[i];
      for (guint j = 0; j < measures[i].pairs->len; j++)
        g_array_index (measures[i].pairs, BsComparePair, j).mann_whitney_holm_all = g_array_index (all, double, at++);
    }
}

BsCompared *
bs_compare_run (const BsCompareData *data)
{
  guint n = data->options.n_refs;
  guint threads = data->options.threads > 0 ? data->options.threads : g_get_num_processors ();
  BsCompared *compared = g_new0 (BsCompared, 1);
  Run run = { .data = data, .measures = g_new0 (BsCompareMeasure, n + 1) };
  g_autofree GThread **workers = NULL;
  guint started = 0;

  g_mutex_init (&run.lock);
  g_cond_init (&run.changed);
  threads = MIN (threads, n);
  workers = g_new0 (GThread *, threads + 1);
  while (started < threads && (workers[started] = g_thread_try_new ("compare", work, &run, NULL)) != NULL)
    started++;
  if (started == 0) /* no thread is to be had */
    work (&run);
  wait_for_all (&run, n);
  for (guint i = 0; i < started; i++)
    g_thread_join (workers[i]);
  g_mutex_clear (&run.lock);
  g_cond_clear (&run.changed);
  correct (run.measures, n);
  *compared = (BsCompared){ data, run.measures };
  return compared;
}

void
bs_compared_free (BsCompared *compared)
{
  if (compared == NULL)
    return;
  for (guint i = 0; i < compared->data->options.n_refs; i++)
    bs_compare_measure_clear (&compared->measures[i]);
  g_free (compared->measures);
  g_free (compared);
}
