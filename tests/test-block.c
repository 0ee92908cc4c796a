/* Masks of sixty-four bytes against a loop over the bytes, for the set of instructions that this was compiled for. */
#include "base/block.h"

#define ROUNDS 2000

static void
fill (guint8 *bytes, GRand *random, guint round)
{
  for (guint i = 0; i < BS_BLOCK; i++)
    bytes[i] = round < 256 ? (guint8) (round + i) : (guint8) g_rand_int_range (random, 0, 256);
}

static void
check_one (const guint8 *bytes, guint8 low, guint8 high)
{
  BsBytes block = bs_block_load (bytes);
  guint64 equal = 0, within = 0, above = 0, letters = 0;
  guint8 lower[BS_BLOCK], with_bits[BS_BLOCK];

  bs_block_store (bs_block_lower (block), lower);
  bs_block_store (bs_block_or (block, low), with_bits);
  for (guint i = 0; i < BS_BLOCK; i++)
    {
      equal |= (guint64) (bytes[i] == low) << i;
      within |= (guint64) (bytes[i] >= low && bytes[i] <= high) << i;
      above |= (guint64) (bytes[i] >= 0x80) << i;
      letters |= (guint64) (g_ascii_isalpha (bytes[i]) != 0) << i;
      g_assert_cmpuint (lower[i], ==, (guint8) g_ascii_tolower ((char) bytes[i]));
      g_assert_cmpuint (with_bits[i], ==, bytes[i] | low);
    }
  g_assert_cmphex (bs_block_equal (block, low), ==, equal);
  g_assert_cmphex (bs_block_within (block, low, high), ==, within);
  g_assert_cmphex (bs_block_high (block), ==, above);
  g_assert_cmphex (bs_block_letters (block), ==, letters);
}

static void
masks (void)
{
  GRand *random = g_rand_new_with_seed (3);
  guint8 bytes[BS_BLOCK];

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint8 low = (guint8) g_rand_int_range (random, 0, 256);

      fill (bytes, random, round);
      check_one (bytes, low, (guint8) g_rand_int_range (random, low, 256));
      check_one (bytes, 0, (guint8) round);
      check_one (bytes, (guint8) round, 0xFF);
    }
  g_rand_free (random);
}

static void
parts (void)
{
  for (guint n = 0; n < BS_BLOCK; n++)
    {
      guint8 bytes[BS_BLOCK];

      memset (bytes, 'x', sizeof bytes);
      g_assert_cmphex (bs_block_equal (bs_block_load_part (bytes, n), 'x'), ==, (G_GUINT64_CONSTANT (1) << n) - 1);
    }
}

static void
positions (void)
{
  GRand *random = g_rand_new_with_seed (4);

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint64 mask = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      guint32 found[BS_BLOCK], few[BS_BLOCK];
      guint n, seen = 0;

      for (guint i = 0; i < round % 5; i++)
        mask &= (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      if (round == 0)
        mask = 0;
      n = bs_block_positions (mask, 1000, found);
      for (guint i = 0; i < BS_BLOCK; i++)
        if ((mask >> i & 1) != 0)
          g_assert_cmpuint (found[seen++], ==, 1000 + i);
      g_assert_cmpuint (n, ==, seen);
      g_assert_cmpuint (bs_block_few (mask, 1000, few), ==, n);
      g_assert_cmpmem (few, n * sizeof *few, found, n * sizeof *found);
    }
  g_rand_free (random);
}

static void
limit (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bs_cpu_limit (SET_NAME, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bs_cpu_name (bs_cpu ()), ==, SET_NAME);
  g_assert_false (bs_cpu_limit ("abacus", &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_assert_cmpstr (bs_cpu_name (bs_cpu ()), ==, SET_NAME);
}

int
main (int argc, char **argv)
{
  BsCpu cpu = 0;

  g_test_init (&argc, &argv, NULL);
  while (!g_str_equal (bs_cpu_name (cpu), SET_NAME))
    cpu++;
  if (!bs_cpu_has (cpu))
    {
      g_print ("1..0 # SKIP this machine has no %s\n", SET_NAME);
      return 0;
    }
  g_test_add_func ("/block/masks", masks);
  g_test_add_func ("/block/parts", parts);
  g_test_add_func ("/block/positions", positions);
  g_test_add_func ("/block/limit", limit);
  return g_test_run ();
}
