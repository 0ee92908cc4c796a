/* What was put aside reads the same from memory, from the file, and across both. */
#include "base/spill.h"

#include <string.h>

static void
check (gsize most)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (BsSpill) spill = bs_spill_new (most);
  guint8 piece[300], got[1000];

  for (guint i = 0; i < 200; i++)
    {
      gsize n = (gsize) g_rand_int_range (random, 0, sizeof piece);

      for (gsize j = 0; j < n; j++)
        piece[j] = (guint8) g_rand_int (random);
      g_assert_cmpuint (bs_spill_size (spill), ==, all->len);
      g_assert_true (bs_spill_put (spill, piece, n, NULL));
      g_byte_array_append (all, piece, (guint) n);
      for (guint j = 0; j < 3; j++)
        {
          gsize at = (gsize) g_rand_int_range (random, 0, (gint32) all->len + 1);
          gsize some = (gsize) g_rand_int_range (random, 0, sizeof got), wanted = MIN (all->len - at, some);

          g_assert_true (bs_spill_read (spill, at, got, wanted, NULL));
          g_assert_cmpmem (got, wanted, all->data + at, wanted);
        }
    }
}

static void
test_reads_what_was_put (void)
{
  check (0);
  check (1);
  check (256);
  check (4096);
  check (1024 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spill/reads-what-was-put", test_reads_what_was_put);
  return g_test_run ();
}
