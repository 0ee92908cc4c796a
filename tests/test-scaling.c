/* R's maps of the same distances and the same rows, turned the way that scaling.h says. */
#include "compare/scaling.h"

#include <math.h>

#define NEAR(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-7)

/* R 4.2.2: cmdscale(as.matrix(eurodist)[1:9, 1:9], k = 2, eig = TRUE)$points, second axis turned round: the farthest
 * point of it is Copenhagen (-1304). Distances by road, so that some eigenvalues are negative. */
static const double below[] = { 3313, 2963, 3175, 3339, 2762, 3276, 2610, 4485, 1318, 1326, 1294, 1498,
                                2218, 803,  1172, 204,  583,  206,  966,  677,  2256, 460,  409,  1136,
                                747,  2224, 785,  1545, 853,  2047, 760,  1662, 2436, 1418, 3196, 1975 };
static const double cities[] = { 2617.5589323467,  -981.275442940,  -684.3617770724, -698.546438455, -26.5155549094,
                                 396.016356733,    -199.6368208421, 466.762713875,   -412.7229716077, 315.733452503,
                                 201.8283156787,   513.712125257,   326.3773564002,  1304.093987772, 44.1315084502,
                                 -346.598445787,   -1866.6589884441, -969.898308957 };

static void
test_classical (void)
{
  double matrix[81] = { 0 };
  guint at = 0;
  g_autoptr (BsScaling) map = NULL;

  for (guint j = 0; j < 9; j++)
    for (guint i = j + 1; i < 9; i++)
      matrix[i * 9 + j] = matrix[j * 9 + i] = below[at++];
  map = bs_classical_scaling (matrix, 9, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    NEAR (map->points[i], cities[i]);
  NEAR (map->share[0], 0.582778305222); /* R: eig / sum(abs(eig)) */
  NEAR (map->share[1], 0.258420333449);
}

/* R 4.2.2: p <- prcomp(USArrests[1:6, ]); p$x[, 1:2]; p$rotation[, 1:2]; p$sdev^2 / sum(p$sdev^2). First axis turned
 * round (Arkansas is farthest), the second too (Alaska). */
static const double arrests[] = { 13.2, 236, 58, 21.2, 10.0, 263, 48, 44.5, 8.1, 294, 80, 31.0,
                                  8.8,  190, 50, 19.5, 9.0,  276, 91, 40.6, 7.9, 204, 78, 38.7 };

static void
test_components (void)
{
  static const double points[] = { 11.0213278824, 9.170595146246, -15.7461923882, 21.491209634218, -51.1334581047,
                                   -0.149940933981, 57.5140920744, 6.075532748320, -37.2285895198, -16.232566367697,
                                   35.5728200559, -20.354830227106 };
  static const double loadings[] = { 0.00289943939263, 0.0645010358578, -0.96877026019847, 0.2333135584220,
                                     -0.21744461529522, -0.9594395387126, -0.11913696103778, -0.1444997279744 };
  g_autoptr (BsScaling) map = bs_principal_components (arrests, 6, 4, 2);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    NEAR (map->points[i], points[i]);
  for (guint i = 0; i < G_N_ELEMENTS (loadings); i++)
    NEAR (map->loadings[i], loadings[i]);
  NEAR (map->share[0], 0.84160564642179);
  NEAR (map->share[1], 0.11863962610960);
}

/* Two points lie on a line; one, or all in one place, nowhere in particular. */
static void
test_small (void)
{
  static const double pair[] = { 0, 4, 4, 0 }, none[9] = { 0 };
  g_autoptr (BsScaling) two = bs_classical_scaling (pair, 2, 2);
  g_autoptr (BsScaling) one = bs_classical_scaling (none, 1, 2);
  g_autoptr (BsScaling) same = bs_classical_scaling (none, 3, 2);

  NEAR (two->points[0], 2);
  NEAR (two->points[2], -2);
  g_assert_true (two->points[1] == 0 && two->points[3] == 0);
  NEAR (two->share[0], 1);
  g_assert_true (two->share[1] == 0);
  g_assert_true (one->points[0] == 0 && one->points[1] == 0);
  for (guint i = 0; i < 6; i++)
    g_assert_true (same->points[i] == 0);
  g_assert_true (isnan (same->share[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scaling/classical", test_classical);
  g_test_add_func ("/scaling/components", test_components);
  g_test_add_func ("/scaling/small", test_small);
  return g_test_run ();
}
