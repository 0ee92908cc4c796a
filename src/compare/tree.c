#include "compare/tree.h"

#include <math.h>
#include <string.h>

/* ---- Clustering --------------------------------------------------------------------------------------------------- */

/* A merge before the merges are in order: its branches by a leaf of each. */
typedef struct {
  guint  a, b;
  guint  number; /* in the order in which the chain found it */
  double height;
} Found;

typedef struct {
  guint     n;
  BsLinkage linkage;
  double   *distance; /* between living clusters, each under the number of its first leaf; squared for Ward */
  guint    *size;     /* 0: it is part of another one */
} Clusters;

static double *
between (const Clusters *c, guint i, guint j)
{
  return &c->distance[(gsize) i * c->n + j];
}

/* The nearest living cluster; `before` wins a tie, then the lowest number. */
static guint
nearest (const Clusters *c, guint i, guint before)
{
  guint best = before;

  for (guint j = 0; j < c->n; j++)
    if (j != i && c->size[j] > 0 && (best == c->n || *between (c, i, j) < *between (c, i, best)))
      best = j;
  return best;
}

/* Lance and Williams 1967: how far the union is from each other cluster. */
static void
unite (Clusters *c, guint i, guint j)
{
  double a = c->size[i], b = c->size[j], d = *between (c, i, j);

  for (guint k = 0; k < c->n; k++)
    {
      double x = *between (c, i, k), y = *between (c, j, k), s = c->size[k];

      if (k == i || k == j || c->size[k] == 0)
        continue;
      x = c->linkage == BS_LINKAGE_WARD ? ((a + s) * x + (b + s) * y - s * d) / (a + b + s) : (a * x + b * y) / (a + b);
      *between (c, i, k) = *between (c, k, i) = x;
    }
  c->size[i] += c->size[j];
  c->size[j] = 0;
}

static void
find_merges (Clusters *c, Found *found)
{
  g_autofree guint *chain = g_new (guint, c->n);
  guint length = 0, n_found = 0;

  while (n_found + 1 < c->n)
    {
      guint last, next;

      if (length == 0)
        for (chain[0] = 0, length = 1; c->size[chain[0]] == 0;)
          chain[0]++;
      last = chain[length - 1];
      next = nearest (c, last, length > 1 ? chain[length - 2] : c->n);
      if (length > 1 && next == chain[length - 2])
        {
          guint low = MIN (last, next), high = MAX (last, next);
          double d = *between (c, low, high);

          found[n_found] = (Found){ low, high, n_found, c->linkage == BS_LINKAGE_WARD ? sqrt (MAX (d, 0)) : d };
          n_found++;
          unite (c, low, high);
          length -= 2;
        }
      else
        chain[length++] = next;
    }
}

static int
by_height (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->height != y->height)
    return x->height < y->height ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static guint
root_of (guint *above, guint leaf)
{
  while (above[leaf] != leaf)
    leaf = above[leaf] = above[above[leaf]];
  return leaf;
}

/* Gives the branches their numbers, now that it is known which merge comes first. */
static BsMerge *
number_merges (const Found *found, guint n)
{
  BsMerge *merges = g_new (BsMerge, MAX (1, n));
  g_autofree guint *above = g_new (guint, n), *branch = g_new (guint, n), *size = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      above[i] = branch[i] = i;
      size[i] = 1;
    }
  for (guint m = 0; m + 1 < n; m++)
    {
      guint a = root_of (above, found[m].a), b = root_of (above, found[m].b);

      merges[m] = (BsMerge){ MIN (branch[a], branch[b]), MAX (branch[a], branch[b]), size[a] + size[b],
                             found[m].height };
      above[b] = a;
      branch[a] = n + m;
      size[a] += size[b];
    }
  return merges;
}

BsMerge *
bs_tree (const double *matrix, guint n, BsLinkage linkage)
{
  g_autofree double *distance = g_new (double, MAX (1, (gsize) n * n));
  g_autofree guint *size = g_new (guint, MAX (1, n));
  g_autofree Found *found = g_new0 (Found, MAX (1, n));
  Clusters c = { n, linkage, distance, size };

  g_return_val_if_fail (n > 0, NULL);
  for (gsize i = 0; i < (gsize) n * n; i++)
    distance[i] = linkage == BS_LINKAGE_WARD ? matrix[i] * matrix[i] : matrix[i];
  for (guint i = 0; i < n; i++)
    size[i] = 1;
  find_merges (&c, found);
  qsort (found, n - 1, sizeof *found, by_height);
  return number_merges (found, n);
}

guint *
bs_tree_order (const BsMerge *merges, guint n)
{
  guint *order = g_new (guint, MAX (1, n));
  g_autofree guint *stack = g_new (guint, MAX (1, n) + 1);
  guint depth = 0, placed = 0;

  stack[depth++] = n > 1 ? 2 * n - 2 : 0;
  while (depth > 0)
    {
      guint branch = stack[--depth];

      if (branch < n)
        {
          order[placed++] = branch;
          continue;
        }
      stack[depth++] = merges[branch - n].right;
      stack[depth++] = merges[branch - n].left;
    }
  return order;
}

/* ---- Clades ------------------------------------------------------------------------------------------------------- */

struct _BsClades {
  guint       n, stride; /* leaves; words of 64 bits of a set */
  guint64    *sets;      /* by merge */
  guint      *met;       /* by merge */
  GHashTable *by_set;    /* GBytes of a set to its merge */
  guint       trees;
};

static guint64 *
leaf_sets (const BsMerge *merges, guint n, guint stride)
{
  guint64 *sets = g_new0 (guint64, MAX (1, (gsize) n * stride));

  for (guint m = 0; m + 1 < n; m++)
    {
      guint branches[] = { merges[m].left, merges[m].right };
      guint64 *set = sets + (gsize) m * stride;

      for (guint side = 0; side < 2; side++)
        if (branches[side] < n)
          set[branches[side] / 64] |= G_GUINT64_CONSTANT (1) << (branches[side] % 64);
        else
          for (guint k = 0; k < stride; k++)
            set[k] |= sets[(gsize) (branches[side] - n) * stride + k];
    }
  return sets;
}

static GBytes *
set_key (const guint64 *sets, guint merge, guint stride)
{
  return g_bytes_new_static (sets + (gsize) merge * stride, stride * sizeof *sets);
}

BsClades *
bs_clades_new (const BsMerge *merges, guint n)
{
  BsClades *clades = g_new0 (BsClades, 1);

  clades->n = n;
  clades->stride = (n + 63) / 64;
  clades->sets = leaf_sets (merges, n, clades->stride);
  clades->met = g_new0 (guint, MAX (1, n));
  clades->by_set = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  for (guint m = 0; m + 1 < n; m++)
    g_hash_table_insert (clades->by_set, set_key (clades->sets, m, clades->stride), GUINT_TO_POINTER (m));
  return clades;
}

void
bs_clades_free (BsClades *clades)
{
  if (clades == NULL)
    return;
  g_hash_table_unref (clades->by_set);
  g_free (clades->sets);
  g_free (clades->met);
  g_free (clades);
}

void
bs_clades_meet (BsClades *clades, const BsMerge *merges)
{
  g_autofree guint64 *sets = leaf_sets (merges, clades->n, clades->stride);

  clades->trees++;
  for (guint m = 0; m + 1 < clades->n; m++)
    {
      g_autoptr (GBytes) key = set_key (sets, m, clades->stride);
      gpointer mine;

      if (g_hash_table_lookup_extended (clades->by_set, key, NULL, &mine))
        clades->met[GPOINTER_TO_UINT (mine)]++;
    }
}

double
bs_clades_share (const BsClades *clades, guint merge)
{
  return clades->trees == 0 || merge + 2 >= clades->n ? NAN : clades->met[merge] / (double) clades->trees;
}
