/* The set says of every key what a table of the keys themselves says. */
#include "base/key-set.h"

static void
test_as_a_table (void)
{
  g_autoptr (BsKeySet) set = bs_key_set_new ();
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 200000; i++)
    {
      guint number = (guint) g_rand_int_range (random, 0, 60000), marks = (guint) g_rand_int_range (random, 1, 4);
      g_autofree char *first = g_strdup_printf ("outlet %u", number % 7);
      g_autofree char *second = g_strdup_printf ("%u.txt", number);
      char *key = g_strconcat (first, "\037", second, NULL);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

      g_assert_cmpuint (bs_key_set_marks (set, first, second), ==, before);
      if (i % 3 == 0)
        {
          g_free (key);
          continue;
        }
      g_assert_cmpuint (bs_key_set_mark (set, first, second, marks), ==, before);
      g_hash_table_insert (table, key, GUINT_TO_POINTER (before | marks));
    }
}

static void
test_keys_of_any_length (void)
{
  g_autoptr (BsKeySet) set = bs_key_set_new ();
  g_autofree char *longest = g_strnfill (100000, 'x');

  g_assert_cmpuint (bs_key_set_marks (set, "", ""), ==, 0);
  for (gsize length = 0; length <= 100000; length = length * 2 + 1)
    g_assert_cmpuint (bs_key_set_mark (set, longest + 100000 - length, "", 1), ==, 0);
  g_assert_cmpuint (bs_key_set_marks (set, longest + 100000 - 511, ""), ==, 1);
  g_assert_cmpuint (bs_key_set_marks (set, "", longest + 100000 - 511), ==, 0);
}

static void
test_memory (void)
{
  g_autoptr (BsKeySet) set = bs_key_set_new ();

  for (guint i = 0; i < 100000; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "%08u", i);
      bs_key_set_mark (set, "outlet", id, 3);
    }
  g_assert_cmpuint (bs_key_set_size (set), <=, 32 * 100000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-set/as-a-table", test_as_a_table);
  g_test_add_func ("/key-set/keys-of-any-length", test_keys_of_any_length);
  g_test_add_func ("/key-set/memory", test_memory);
  return g_test_run ();
}
