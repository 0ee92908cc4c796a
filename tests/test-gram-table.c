/* Sums under keys: in memory and on the disk the same, whatever the order. */
#include <string.h>

#include "count/gram-table.h"

#define KEYS 5000
#define ADDED 40000

/* What a table tells, as text. */
static gboolean
write_gram (gpointer data, const BsGram *gram, GError **error)
{
  g_string_append_printf (data, "%u.%u.%u %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", gram->key[0], gram->key[1],
                          gram->key[2], gram->count, gram->articles);
  return TRUE;
}

static char *
told (BsGramTable *table)
{
  GString *text = g_string_new (NULL);
  GError *error = NULL;

  g_assert_true (bs_gram_table_each (table, write_gram, text, &error));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
add (BsGramTable *table, guint32 value, guint64 count)
{
  GError *error = NULL;

  g_assert_true (bs_gram_table_add (table, (guint32[]){ value % 7, value / 70, value % 10 }, count, &error));
  g_assert_no_error (error);
}

/* By a GTree and sums, nothing of the table's. */
static int
by_key (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint64 *x = a, *y = b;

  for (guint i = 0; i < 3; i++)
    if (x[i] != y[i])
      return x[i] < y[i] ? -1 : 1;
  return 0;
}

static gboolean
write_node (gpointer key, gpointer value, gpointer text)
{
  const guint64 *k = key, *v = value;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT
                          " %" G_GUINT64_FORMAT "\n", k[0], k[1], k[2], v[0], v[1]);
  return FALSE;
}

static void
test_disk_and_memory (void)
{
  g_autoptr (BsGramTable) memory = bs_gram_table_new (3, 0);
  g_autoptr (BsGramTable) disk = bs_gram_table_new (3, 1);
  g_autoptr (BsGramTable) back = bs_gram_table_new (3, 1);
  g_autoptr (GTree) sums = g_tree_new_full (by_key, NULL, g_free, g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  GString *expected = g_string_new (NULL);
  g_autofree guint32 *values = g_new (guint32, ADDED);
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *again = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ADDED; i++)
    values[i] = (guint32) g_rand_int_range (random, 0, KEYS);
  for (guint i = 0; i < ADDED; i++)
    {
      guint64 key[3] = { values[i] % 7, values[i] / 70, values[i] % 10 };
      guint64 *sum = g_tree_lookup (sums, key);

      if (sum == NULL)
        g_tree_insert (sums, g_memdup2 (key, sizeof key), sum = g_new0 (guint64, 2));
      sum[0] += i % 3 + 1;
      sum[1]++;
      add (memory, values[i], i % 3 + 1);
      add (disk, values[i], i % 3 + 1);
    }
  for (guint i = ADDED; i-- > 0;)
    add (back, values[i], i % 3 + 1);
  g_tree_foreach (sums, write_node, expected);
  text = g_string_free (expected, FALSE);
  first = told (memory);
  second = told (disk);
  third = told (back);
  again = told (disk);
  g_assert_cmpstr (first, ==, text);
  g_assert_cmpstr (second, ==, text);
  g_assert_cmpstr (third, ==, text);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (bs_gram_table_held (disk), ==, 0); /* it was on the disk */
  g_assert_cmpuint (bs_gram_table_held (memory), >, 1024);
}

/* Rows together are what they are one after the other, however many, in memory and on the disk; and a table that was told
 * goes on. */
static void
test_rows (void)
{
  static const gsize numbers[] = { 0, 1, 31, 32, 33, 1000, 7777 };

  for (guint memory = 0; memory < 2; memory++)
    {
      g_autoptr (BsGramTable) single = bs_gram_table_new (3, memory);
      g_autoptr (BsGramTable) together = bs_gram_table_new (3, memory);
      g_autoptr (GRand) random = g_rand_new_with_seed (6);

      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          g_autofree guint32 *rows = g_new (guint32, 4 * numbers[i] + 1);
          g_autofree char *first = NULL, *second = NULL;
          GError *error = NULL;

          for (gsize k = 0; k < numbers[i]; k++)
            {
              guint32 value = (guint32) g_rand_int_range (random, 0, KEYS);
              const guint32 row[] = { value % 7, value / 70, value % 10, k % 5 == 0 ? G_MAXUINT32 : value };

              memcpy (rows + 4 * k, row, sizeof row);
              add (single, value, row[3]);
            }
          g_assert_true (bs_gram_table_add_rows (together, rows, numbers[i], &error));
          g_assert_no_error (error);
          first = told (single);
          second = told (together);
          g_assert_cmpstr (first, ==, second);
          g_assert_cmpuint (strlen (first), >=, numbers[i]);
        }
    }
}

static void
test_find_and_clear (void)
{
  g_autoptr (BsGramTable) table = bs_gram_table_new (3, 0);
  BsGram gram;

  add (table, 3, G_MAXUINT32);
  add (table, 3, 2);
  for (guint i = 100; i < 3000; i++)
    add (table, i, 1);
  g_assert_true (bs_gram_table_find (table, (guint32[]){ 3, 0, 3 }, &gram));
  g_assert_cmpuint (gram.count, ==, (guint64) G_MAXUINT32 + 2);
  g_assert_cmpuint (gram.articles, ==, 2);
  g_assert_false (bs_gram_table_find (table, (guint32[]){ 6, 99999, 9 }, &gram));
  bs_gram_table_clear (table);
  g_assert_false (bs_gram_table_find (table, (guint32[]){ 3, 0, 3 }, &gram));
  g_assert_cmpuint (bs_gram_table_held (table), ==, 0);
  add (table, 3, 1);
  g_assert_true (bs_gram_table_find (table, (guint32[]){ 3, 0, 3 }, &gram));
  g_assert_cmpuint (gram.count, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gram-table/disk-and-memory", test_disk_and_memory);
  g_test_add_func ("/gram-table/rows", test_rows);
  g_test_add_func ("/gram-table/find-and-clear", test_find_and_clear);
  return g_test_run ();
}
