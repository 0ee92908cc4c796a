/* All measures, a few at a time; whichever ends first, the results are the same. */
#include "report/compare.h"

#include <math.h>

#include "compare/adjust.h"

typedef struct {
  const BsCompareData *data;
  BsCompareMeasure *measures;
  GMutex lock;
  GCond  changed;
  guint  done;
} Run;

static void
work (gpointer item, gpointer data)
{
  Run *run = data;
  guint measure = GPOINTER_TO_UINT (item) - 1;

  bs_compare_measure (run->data, measure, &run->measures[measure]);
  g_mutex_lock (&run->lock);
  run->done++;
  g_cond_signal (&run->changed);
  g_mutex_unlock (&run->lock);
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
  GThreadPool *pool;

  g_mutex_init (&run.lock);
  g_cond_init (&run.changed);
  pool = g_thread_pool_new (work, &run, (int) MIN (threads, 1024), FALSE, NULL);
  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  wait_for_all (&run, n);
  g_thread_pool_free (pool, FALSE, TRUE);
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
