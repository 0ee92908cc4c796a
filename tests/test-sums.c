/* Sums are those of all articles, in the order of their terms and lengths, and begin anew when they are taken; a count may
 * be larger than the four bytes that are kept of most. */
#include "store/sums.h"

static void
assert_term (BsSumsReader *reader, guint32 term, guint64 count, guint64 articles)
{
  BsTermSum sum;

  g_assert_true (bs_sums_next_term (reader, &sum));
  g_assert_cmpuint (sum.term, ==, term);
  g_assert_cmpuint (sum.count, ==, count);
  g_assert_cmpuint (sum.articles, ==, articles);
}

static void
assert_length (BsSumsReader *reader, guint32 words, guint64 sentences)
{
  BsLengthSum sum;

  g_assert_true (bs_sums_next_length (reader, &sum));
  g_assert_cmpuint (sum.words, ==, words);
  g_assert_cmpuint (sum.sentences, ==, sentences);
}

static void
assert_end (BsSumsReader *reader)
{
  BsTermSum term;
  BsLengthSum length;

  g_assert_false (bs_sums_next_term (reader, &term));
  g_assert_false (bs_sums_next_length (reader, &length));
}

static void
test_sums (void)
{
  const BsTerm first[] = { { 3, 1 }, { 70000, 2 } }, second[] = { { 0, 5 }, { 3, 7 } };
  const guint32 lengths[] = { 4, 900, 4 }, longer[] = { 900, 511, 512 };
  g_autoptr (BsSums) sums = bs_sums_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  BsSumsReader reader;

  g_assert_cmpuint (bs_sums_add (sums, first, 2, lengths, 3), ==, 3);
  g_assert_cmpuint (bs_sums_add (sums, second, 2, longer, 3), ==, 12);
  bs_sums_take (sums, bytes);
  bs_sums_reader_init (&reader, bytes);
  assert_term (&reader, 0, 5, 1);
  assert_term (&reader, 3, 8, 2);
  assert_term (&reader, 70000, 2, 1);
  assert_length (&reader, 4, 2);
  assert_length (&reader, 511, 1);
  assert_length (&reader, 512, 1);
  assert_length (&reader, 900, 2);
  assert_end (&reader);

  g_byte_array_set_size (bytes, 0);
  bs_sums_take (sums, bytes);
  bs_sums_reader_init (&reader, bytes);
  assert_end (&reader);
}

static void
test_large_counts (void)
{
  const BsTerm many[] = { { 1, G_MAXUINT32 }, { 2, 1 }, { 9, G_MAXUINT32 - 1 } };
  g_autoptr (BsSums) sums = bs_sums_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  BsSumsReader reader;

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (bs_sums_add (sums, many, 3, NULL, 0), ==, 2 * (guint64) G_MAXUINT32);
  bs_sums_take (sums, bytes);
  bs_sums_reader_init (&reader, bytes);
  assert_term (&reader, 1, 5 * (guint64) G_MAXUINT32, 5);
  assert_term (&reader, 2, 5, 5);
  assert_term (&reader, 9, 5 * ((guint64) G_MAXUINT32 - 1), 5);
  assert_end (&reader);

  g_byte_array_set_size (bytes, 0);
  bs_sums_add (sums, many, 3, NULL, 0);
  bs_sums_take (sums, bytes);
  bs_sums_reader_init (&reader, bytes);
  assert_term (&reader, 1, G_MAXUINT32, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sums/sums", test_sums);
  g_test_add_func ("/sums/large-counts", test_large_counts);
  return g_test_run ();
}
