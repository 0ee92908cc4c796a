/* The flat table of words. */
#include "lexicon/word-table.h"

/* A word of its own for every number; lengths from 1 to 40 and beginnings and ends that many share. */
static char *
word_of (guint i)
{
  g_autofree char *stretch = g_strnfill (i % 37, 'x');

  return g_strdup_printf ("%s%u%s", i % 2 == 0 ? stretch : "", i, i % 2 == 0 ? "" : stretch);
}

static void
test_empty (void)
{
  g_autoptr (BsWordTable) table = bs_word_table_new (0);

  g_assert_cmpuint (bs_word_table_size (table), ==, 0);
  g_assert_cmpuint (bs_word_table_get (table, bs_span_of ("word")), ==, 0);
  g_assert_cmpuint (bs_word_table_get (table, bs_span (NULL, 0)), ==, 0);
}

static void
test_growth (void)
{
  const guint n = 20000;
  g_autoptr (BsWordTable) table = bs_word_table_new (10);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *word = word_of (i);
      bs_word_table_set (table, bs_span_of (word), i);
    }
  g_assert_cmpuint (bs_word_table_size (table), ==, n);
  for (guint i = 1; i <= 2 * n; i++)
    {
      g_autofree char *word = word_of (i);
      g_assert_cmpuint (bs_word_table_get (table, bs_span_of (word)), ==, i <= n ? i : 0);
    }
}

static void
test_replacement (void)
{
  g_autoptr (BsWordTable) table = bs_word_table_new (10);
  char word[] = "borrowed";

  bs_word_table_set (table, bs_span_of (word), 1);
  bs_word_table_set (table, bs_span_of (word), 4000000000u);
  g_assert_cmpuint (bs_word_table_size (table), ==, 1);
  word[0] = 's'; /* the table has a copy */
  g_assert_cmpuint (bs_word_table_get (table, bs_span_of (word)), ==, 0);
  g_assert_cmpuint (bs_word_table_get (table, bs_span_of ("borrowed")), ==, 4000000000u);
}

/* Words of one length that differ in one byte, wherever it stands; bytes of any value. */
static void
test_one_byte_apart (void)
{
  for (gsize length = 1; length <= 40; length++)
    {
      g_autoptr (BsWordTable) table = bs_word_table_new (1);
      char word[40] = { 0 };

      bs_word_table_set (table, bs_span (word, length), 1);
      for (gsize i = 0; i < length; i++)
        {
          word[i] = (char)0xFF;
          g_assert_cmpuint (bs_word_table_get (table, bs_span (word, length)), ==, 0);
          bs_word_table_set (table, bs_span (word, length), (guint32)i + 2);
          g_assert_cmpuint (bs_word_table_get (table, bs_span (word, length)), ==, i + 2);
          word[i] = 0;
        }
      g_assert_cmpuint (bs_word_table_get (table, bs_span (word, length)), ==, 1);
      g_assert_cmpuint (bs_word_table_get (table, bs_span (word, length - 1)), ==, 0);
      g_assert_cmpuint (bs_word_table_size (table), ==, length + 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-table/empty", test_empty);
  g_test_add_func ("/word-table/growth", test_growth);
  g_test_add_func ("/word-table/replacement", test_replacement);
  g_test_add_func ("/word-table/one-byte-apart", test_one_byte_apart);
  return g_test_run ();
}
