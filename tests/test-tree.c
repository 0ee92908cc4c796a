/* R's trees for the same distances, and how often their branches come again. */
#include "compare/tree.h"

#include <math.h>

/* R 4.2.2: d <- as.dist(as.matrix(eurodist)[1:9, 1:9]), road distances of European cities in km:
 * Athens, Barcelona, Brussels, Calais, Cherbourg, Cologne, Copenhagen, Geneva, Gibraltar. */
static const double below[] = { 3313, 2963, 3175, 3339, 2762, 3276, 2610, 4485, 1318, 1326, 1294, 1498,
                                2218, 803,  1172, 204,  583,  206,  966,  677,  2256, 460,  409,  1136,
                                747,  2224, 785,  1545, 853,  2047, 760,  1662, 2436, 1418, 3196, 1975 };
#define N 9

static void
fill (double *matrix)
{
  guint at = 0;

  for (guint j = 0; j < N; j++)
    for (guint i = j + 1; i < N; i++)
      matrix[i * N + j] = matrix[j * N + i] = below[at++];
}

static void
check (BsLinkage linkage, const BsMerge *expected, const guint *order)
{
  double matrix[N * N] = { 0 };
  g_autofree BsMerge *merges = NULL;
  g_autofree guint *drawn = NULL;

  fill (matrix);
  merges = bs_tree (matrix, N, linkage);
  drawn = bs_tree_order (merges, N);
  for (guint m = 0; m < N - 1; m++)
    {
      g_assert_cmpuint (merges[m].left, ==, expected[m].left);
      g_assert_cmpuint (merges[m].right, ==, expected[m].right);
      g_assert_cmpuint (merges[m].size, ==, expected[m].size);
      g_assert_cmpfloat_with_epsilon (merges[m].height, expected[m].height, 1e-9);
    }
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (drawn[i], ==, order[i]);
}

/* R: h <- hclust(d, "average"); h$merge; h$height; h$order - 1. A branch -i of R is i - 1 here, a branch i is 9 + i
 * - 1. */
static void
test_average (void)
{
  static const BsMerge expected[] = { { 2, 3, 2, 204 }, { 5, 9, 3, 307.5 }, { 4, 10, 4, 609.0 + 1.0 / 3 },
                                      { 1, 7, 2, 803 }, { 6, 11, 5, 1101.75 }, { 12, 13, 7, 1301.1 },
                                      { 8, 14, 8, 2186.571428571428 }, { 0, 15, 9, 3240.375 } };

  check (BS_LINKAGE_AVERAGE, expected, (const guint[]){ 0, 8, 1, 7, 6, 4, 5, 2, 3 });
}

/* R: h <- hclust(d, "ward.D2") */
static void
test_ward (void)
{
  static const BsMerge expected[]
      = { { 2, 3, 2, 204 }, { 5, 9, 3, 354.879322211556 }, { 4, 10, 4, 736.184872614662 }, { 1, 7, 2, 803 },
          { 6, 11, 5, 1390.469740771082 }, { 8, 12, 3, 1816.921297139752 }, { 13, 14, 8, 2974.696942547257 },
          { 0, 15, 9, 4178.094920734408 } };

  check (BS_LINKAGE_WARD, expected, (const guint[]){ 0, 6, 4, 5, 2, 3, 8, 1, 7 });
}

static void
test_small (void)
{
  static const double none[] = { 0 }, two[] = { 0, 3, 3, 0 }, alike[9] = { 0 };
  g_autofree BsMerge *one = bs_tree (none, 1, BS_LINKAGE_AVERAGE), *pair = bs_tree (two, 2, BS_LINKAGE_WARD);
  g_autofree BsMerge *tied = bs_tree (alike, 3, BS_LINKAGE_AVERAGE);
  g_autofree guint *order = bs_tree_order (one, 1);

  g_assert_cmpuint (order[0], ==, 0);
  g_assert_true (pair[0].left == 0 && pair[0].right == 1 && pair[0].height == 3);
  g_assert_true (tied[0].left == 0 && tied[0].right == 1 && tied[1].left == 2 && tied[1].right == 3);
}

/* Leaves on a line at 0, 1, 5, 7, 20: {0, 1} and {2, 3} and {0, 1, 2, 3} are clades. */
static void
line_tree (const double *places, guint n, BsMerge **merges)
{
  g_autofree double *matrix = g_new (double, n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      matrix[i * n + j] = fabs (places[i] - places[j]);
  *merges = bs_tree (matrix, n, BS_LINKAGE_AVERAGE);
}

static void
test_clades (void)
{
  g_autofree BsMerge *tree = NULL, *same = NULL, *other = NULL;
  g_autoptr (BsClades) clades = NULL;

  line_tree ((const double[]){ 0, 1, 5, 7, 20 }, 5, &tree);
  line_tree ((const double[]){ 100, 102, 111, 110, 150 }, 5, &same); /* other heights, other order of merges */
  line_tree ((const double[]){ 0, 1, 20, 7, 22 }, 5, &other);        /* {0, 1}, {2, 4}, {0, 1, 3} */
  clades = bs_clades_new (tree, 5);
  g_assert_true (isnan (bs_clades_share (clades, 0)));
  bs_clades_meet (clades, same);
  bs_clades_meet (clades, other);
  g_assert_true (bs_clades_share (clades, 0) == 1);
  g_assert_true (bs_clades_share (clades, 1) == 0.5);
  g_assert_true (bs_clades_share (clades, 2) == 0.5);
  g_assert_true (isnan (bs_clades_share (clades, 3)));
}

/* Over 64 leaves a set has several words of bits. */
static void
test_many_leaves (void)
{
  double places[200];
  g_autofree BsMerge *tree = NULL;
  g_autofree guint *order = NULL;
  g_autoptr (BsClades) clades = NULL;
  guint seen[200] = { 0 };

  for (guint i = 0; i < 200; i++)
    places[i] = i * i;
  line_tree (places, 200, &tree);
  order = bs_tree_order (tree, 200);
  clades = bs_clades_new (tree, 200);
  bs_clades_meet (clades, tree);
  for (guint i = 0; i < 200; i++)
    seen[order[i]]++;
  for (guint i = 0; i < 200; i++)
    g_assert_cmpuint (seen[i], ==, 1);
  for (guint m = 0; m < 198; m++)
    {
      g_assert_true (bs_clades_share (clades, m) == 1);
      g_assert_cmpfloat (tree[m].height, <=, tree[m + 1].height);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tree/average", test_average);
  g_test_add_func ("/tree/ward", test_ward);
  g_test_add_func ("/tree/small", test_small);
  g_test_add_func ("/tree/clades", test_clades);
  g_test_add_func ("/tree/many-leaves", test_many_leaves);
  return g_test_run ();
}
