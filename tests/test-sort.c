/* The radix sort against qsort, over sizes on both sides of its thresholds and over values that differ in any byte. */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

static int
by_value (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static void
check (gsize n, guint64 mask, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint64 *values = g_new0 (guint64, n + 1);
  g_autofree guint64 *expected = g_new0 (guint64, n + 1);
  g_autofree guint64 *scratch = g_new0 (guint64, n + 1);

  for (gsize i = 0; i < n; i++)
    values[i] = expected[i] = ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) & mask;
  values[n] = expected[n] = 4711; /* nobody writes behind the end */
  qsort (expected, n, sizeof *expected, by_value);
  bs_sort_uint64 (values, scratch, n);
  g_assert_cmpmem (values, (n + 1) * sizeof *values, expected, (n + 1) * sizeof *expected);
}

static void
test_like_qsort (void)
{
  static const gsize sizes[] = { 0, 1, 2, 3, 23, 24, 25, 26, 100, 255, 256, 257, 5000 };
  static const guint64 masks[] = { 0, 1, 0xFF, 0xFFFF00, 0xFF000000FF, G_MAXUINT64, 0xFF00000000000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (masks); j++)
      check (sizes[i], masks[j], 1 + i * 31 + j);
}

static void
test_sorted_stays (void)
{
  guint64 values[100], scratch[100];

  for (guint i = 0; i < 100; i++)
    values[i] = i * 1000;
  bs_sort_uint64 (values, scratch, 100);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (values[i], ==, i * 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sort/like-qsort", test_like_qsort);
  g_test_add_func ("/sort/sorted-stays", test_sorted_stays);
  return g_test_run ();
}
