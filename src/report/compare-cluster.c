/* Articles of one day, author or agency are not independent: how alike they are, and intervals that know of it. */
#include "report/compare-parts.h"

#include <math.h>

#include "compare/omnibus.h"

static const BsEstimate no_estimate = { NAN, NAN, NAN };

/* A group's values of one measure, and which cluster each belongs to. */
typedef struct {
  double  *values;
  guint32 *cluster; /* from 0; those of no cluster have the last numbers, one each */
  gsize    n;       /* values */
  gsize    n_told;  /* of them, in clusters */
  guint    n_clusters, n_all;
  guint   *sizes;   /* by cluster */
} Clustered;

static void
clustered_clear (Clustered *clustered)
{
  g_free (clustered->values);
  g_free (clustered->cluster);
  g_free (clustered->sizes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clustered, clustered_clear)

/* Numbers clusters in the order of their first articles; `number` is by label, all 0, and is left so. */
static Clustered
gather (const BsCompareWork *work, const BsCompareLabels *labels, const BsCompareGroup *group, guint *number)
{
  const guint32 *label = (const guint32 *) (gpointer) labels->numbers->data;
  Clustered c = { .values = g_new (double, group->n + 1), .cluster = g_new (guint32, group->n + 1),
                  .sizes = g_new0 (guint, group->n + 1) };

  for (guint row = group->first; row < group->first + group->n; row++)
    if (isfinite (work->values[row]) && label[row] != BS_COMPARE_NONE)
      {
        if (number[label[row]] == 0)
          number[label[row]] = ++c.n_clusters;
        c.cluster[c.n] = number[label[row]] - 1;
        c.sizes[c.cluster[c.n]]++;
        c.values[c.n++] = work->values[row];
      }
  c.n_told = c.n;
  c.n_all = c.n_clusters;
  for (guint row = group->first; row < group->first + group->n; row++)
    if (label[row] != BS_COMPARE_NONE)
      number[label[row]] = 0;
    else if (isfinite (work->values[row]))
      {
        c.cluster[c.n] = c.n_all++;
        c.values[c.n++] = work->values[row];
      }
  return c;
}

/* ICC over the clusters; those of one article say something of the variance between. */
static double
icc_of (const Clustered *c)
{
  g_autofree double *room = g_new (double, c->n_told + 1);
  g_autofree gsize *at = g_new0 (gsize, c->n_clusters + 1);
  g_autofree BsSample *samples = g_new0 (BsSample, c->n_clusters + 1);

  for (guint i = 0; i < c->n_clusters; i++)
    {
      at[i + 1] = at[i] + c->sizes[i];
      samples[i] = (BsSample){ room + at[i], c->sizes[i] };
    }
  for (gsize i = 0; i < c->n_told; i++)
    room[at[c->cluster[i]]++] = c->values[i];
  return c->n_clusters > 1 && c->n_told > c->n_clusters ? bs_icc (samples, c->n_clusters) : (double) NAN;
}

/* Kerry and Bland 2001 (Statistics in Medicine 20): with the mean size, one large cluster among small ones would hardly
 * show, though it is what makes a mean unsure. */
static double
design_of (const Clustered *c, double icc)
{
  double squares = 0;

  if (!isfinite (icc))
    return (double) NAN;
  for (guint i = 0; i < c->n_clusters; i++)
    squares += (double) c->sizes[i] * c->sizes[i];
  return 1 + (squares / (double) c->n_told - 1) * MAX (icc, 0);
}

static void
cluster_group (const BsCompareWork *work, const BsCompareLabels *labels, guint i, gboolean resample, guint *number,
               BsCompareClusters *result)
{
  const BsCompareGroup *group = bs_compare_group (work->data, i);
  g_auto (Clustered) c = gather (work, labels, group, number);
  guint largest = 0;

  *result = (BsCompareClusters){ .n = c.n_told, .n_clusters = c.n_clusters, .largest = NAN, .mean = no_estimate,
                                 .median = no_estimate };
  for (guint j = 0; j < c.n_clusters; j++)
    largest = MAX (largest, c.sizes[j]);
  if (c.n_told > 0)
    result->largest = (double) largest / (double) c.n_told;
  result->icc = icc_of (&c);
  result->design = design_of (&c, result->icc);
  if (resample && c.n_told > c.n_clusters && c.n >= BS_INTERVAL_LEAST)
    {
      BsRandom random;

      bs_compare_random (work, &random, labels->field, group->name);
      bs_bootstrap_clusters ((BsSample){ c.values, c.n }, c.cluster, c.n_all, work->data->options.resamples, &random,
                             &result->mean, &result->median);
    }
}

void
bs_compare_clusters (const BsCompareWork *work, BsCompareMeasure *result)
{
  const GPtrArray *kinds = work->data->clusters;

  if ((work->data->options.parts & BS_COMPARE_CLUSTERS) == 0 || kinds->len == 0)
    return;
  result->clusters = g_new0 (BsCompareClusters, (gsize) kinds->len * work->k + 1);
  for (guint kind = 0; kind < kinds->len; kind++)
    {
      const BsCompareLabels *labels = kinds->pdata[kind];
      g_autofree guint *number = g_new0 (guint, labels->names->len + 1);

      for (guint i = 0; i < work->k; i++)
        cluster_group (work, labels, i, kind == 0, number, &result->clusters[kind * work->k + i]);
    }
}
