/* Terms in order against qsort, for few and many, small numbers and large ones, one article after the other. */
#include "count/term-order.h"

#include <stdlib.h>

static int
by_type (gconstpointer a, gconstpointer b)
{
  const BsTerm *x = a, *y = b;

  return (x->type > y->type) - (x->type < y->type);
}

static void
check (BsTermOrder *order, GRand *random, guint n, guint32 below)
{
  g_autofree BsTerm *terms = g_new (BsTerm, n + 1);
  g_autofree BsTerm *expected = g_new (BsTerm, n + 1);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  guint made = 0;

  while (made < n)
    {
      guint32 type = below == 0 ? g_rand_int (random) % 3000000 : (guint32) g_rand_int_range (random, 0, (gint32) below);

      if (g_hash_table_add (met, GUINT_TO_POINTER (type)))
        terms[made++] = (BsTerm){ type, g_rand_int (random) };
    }
  terms[n] = (BsTerm){ 7, 7 }; /* nobody writes behind the end */
  memcpy (expected, terms, (n + 1) * sizeof *terms);
  qsort (expected, n, sizeof *expected, by_type);
  for (guint again = 0; again < 2; again++) /* nothing is left of the time before */
    {
      bs_term_order_sort (order, terms, n, below == 0 ? 3000000 : below);
      g_assert_cmpmem (terms, (n + 1) * sizeof *terms, expected, (n + 1) * sizeof *expected);
    }
}

static void
test_as_qsort (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (BsTermOrder) order = bs_term_order_new ();

  for (guint i = 0; i < 300; i++)
    {
      check (order, random, i % 70, 100);
      check (order, random, (guint) g_rand_int_range (random, 0, 400), 5000);
      check (order, random, (guint) g_rand_int_range (random, 0, 400), i % 2 == 0 ? 20000 : 100000);
      check (order, random, i % 5, 0);
    }
  check (order, random, 5000, 5000);
  check (order, random, 64, 64);
  check (order, random, 4096, 4096);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term-order/as-qsort", test_as_qsort);
  return g_test_run ();
}
