/* tree.h: which outlets stand together: hierarchical clustering of a matrix of distances, and how sure its branches are.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BS_LINKAGE_AVERAGE, /* UPGMA, Sokal and Michener 1958. R: hclust("average") */
  BS_LINKAGE_WARD     /* Ward 1963 as Murtagh and Legendre 2014 (Journal of Classification 31) put it right. R:
                       * hclust("ward.D2") */
} BsLinkage;

/* Two branches that become one. A branch is a leaf (below n) or n + the number of an earlier merge; left < right, as R
 * orders them. */
typedef struct {
  guint  left, right;
  guint  size;   /* leaves */
  double height; /* distance at which they meet, ascending from merge to merge */
} BsMerge;

/* The n - 1 merges of n leaves, lowest first. `matrix` is symmetric and finite. Of equally near pairs the one with the
 * lower numbers goes first. O(n²) by chains of nearest neighbours (Murtagh 1983). Free with g_free. */
BsMerge *bs_tree       (const double *matrix, guint n, BsLinkage linkage);

/* The leaves from one end of the drawn tree to the other, no branches crossing: R's hclust()$order. Free with g_free. */
guint   *bs_tree_order (const BsMerge *merges, guint n);

/* A tree's clades, to be met again in trees of resampled texts. */
typedef struct _BsClades BsClades;
BsClades *bs_clades_new   (const BsMerge *merges, guint n);
void      bs_clades_free  (BsClades *clades);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsClades, bs_clades_free)
/* Takes a resampled tree of the same leaves: counts which clades it has too, by their sets of leaves. */
void      bs_clades_meet  (BsClades *clades, const BsMerge *merges);
/* The share of the trees met that have the clade of a merge, 0 to 1 (Felsenstein 1985, Evolution 39); that of the last
 * merge, all leaves, is NAN: every tree has it. NAN before the first tree. */
double    bs_clades_share (const BsClades *clades, guint merge);

G_END_DECLS
