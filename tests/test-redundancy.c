/* Shares of what is said again agree with a slow count after the source, and the quick answer never hides one. */
#include "clean/redundancy.h"

#include <math.h>
#include <string.h>

static const BsRedundancy limits = { { .2, .18, .16 }, { .15, .14, .13, .12, .11, .1 } };
static const BsRedundancy exactly = { { 0 }, { 1, 1, 1, 1, 1, 1 } }; /* no share is over 1: all are counted */

/* Words of as many letters as their number says, out of so many. */
static GArray *
random_words (GRand *random, guint n, guint different)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (BsHashedWord));

  for (guint i = 0; i < n; i++)
    {
      guint word = (guint) g_rand_int_range (random, 0, (gint32) different);
      BsHashedWord one = { (word + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), 1 + word % 9 };

      g_array_append_val (words, one);
    }
  return words;
}

static gboolean
same (const BsHashedWord *a, const BsHashedWord *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].hash != b[i].hash)
      return FALSE;
  return TRUE;
}

static double
chars_of (const BsHashedWord *words, guint n)
{
  double chars = 0;

  for (guint i = 0; i < n; i++)
    chars += words[i].chars;
  return chars;
}

/* By comparing every n-gram with every other. */
static double
slow_top (const BsHashedWord *words, guint n_words, guint n)
{
  guint most = 1, best = 0;

  for (guint i = 0; i + n <= n_words; i++)
    {
      guint count = 0;

      for (guint j = 0; j + n <= n_words; j++)
        count += same (words + i, words + j, n);
      if (count > most)
        {
          most = count;
          best = i;
        }
    }
  return most > 1 ? most * (chars_of (words + best, n) + n - 1) : 0;
}

static double
slow_repeated (const BsHashedWord *words, guint n_words, guint n)
{
  g_autoptr (GArray) visited = g_array_new (FALSE, FALSE, sizeof (guint));
  double chars = 0;

  for (guint i = 0; i + n <= n_words;)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < visited->len && !found; j++)
        found = same (words + i, words + g_array_index (visited, guint, j), n);
      chars += found ? chars_of (words + i, n) : 0;
      if (!found)
        g_array_append_val (visited, i);
      i += found ? n : 1;
    }
  return chars;
}

static gboolean
is_over (const BsRedundancy *found)
{
  for (guint i = 0; i < BS_TOP_N; i++)
    if (found->top[i] > limits.top[i])
      return TRUE;
  for (guint i = 0; i < BS_REPEATED_N; i++)
    if (found->repeated[i] > limits.repeated[i])
      return TRUE;
  return FALSE;
}

static void
test_agrees_with_the_slow_count (void)
{
  static const guint different[] = { 1, 2, 4, 9, 30, 200, 2000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (BsSeen) seen = bs_seen_new ();
  guint over = 0, within = 0;

  for (guint round = 0; round < 140; round++)
    {
      guint n = (guint) g_rand_int_range (random, 0, 300);
      g_autoptr (GArray) array = random_words (random, n, different[round % G_N_ELEMENTS (different)]);
      const BsHashedWord *words = (const BsHashedWord *) (gpointer) array->data;
      double chars = chars_of (words, n) + n - 1;
      BsRedundancyBound bound;
      BsRedundancy found;

      bs_redundancy (&found, seen, words, n, &exactly);
      for (guint i = 0; n > 0 && i < BS_TOP_N; i++)
        g_assert_cmpfloat_with_epsilon (found.top[i] * chars, slow_top (words, n, BS_TOP_FROM + i), 1e-6);
      for (guint i = 0; n > 0 && i < BS_REPEATED_N; i++)
        g_assert_cmpfloat_with_epsilon (found.repeated[i] * chars, slow_repeated (words, n, BS_REPEATED_FROM + i), 1e-6);
      bs_redundancy_bound (&bound, seen, words, n);
      g_assert_cmpfloat ((double) bound.chars, ==, n > 0 ? chars : 0);
      if (bs_redundancy_within (&bound, &limits))
        {
          within++;
          g_assert_false (is_over (&found));
        }
      over += is_over (&found);
    }
  g_assert_cmpuint (over, >, 30);
  g_assert_cmpuint (within, >, 30);
}

/* Runs of words are taken out of texts that were bounded, some of which say again over the joints what stands
 * elsewhere: what is over a limit then is not ruled out. */
static void
test_rejoin (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (BsSeen) seen = bs_seen_new ();
  guint over = 0, within = 0;

  for (guint round = 0; round < 3000; round++)
    {
      guint n = (guint) g_rand_int_range (random, 20, 400);
      g_autoptr (GArray) array = random_words (random, n, round % 3 == 0 ? 40 : 4000);
      g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (BsHashedWord));
      g_autoptr (GArray) joints = g_array_new (FALSE, FALSE, sizeof (guint32));
      BsHashedWord *words = (BsHashedWord *) (gpointer) array->data;
      BsRedundancyBound bound;
      BsRedundancy found;

      /* the same five words, now and then parted by others, which go below */
      for (guint at = 0; round % 2 == 0 && at + 7 < n; at += (guint) g_rand_int_range (random, 8, 60))
        for (guint i = 0, word = 0; word < 6; i++, word++)
          {
            if (word == 3 && i == 3)
              word--;
            words[at + i] = (BsHashedWord){ 7919 * (word + 1), i == 3 ? 1 : 9 };
            if (i == 3)
              words[at + i].hash = 1;
          }
      bs_redundancy_bound (&bound, seen, words, n);
      for (guint i = 0; i < n; i++)
        {
          if (words[i].hash != 1 && g_rand_int_range (random, 0, 60) != 0)
            {
              g_array_append_val (left, words[i]);
              continue;
            }
          if (left->len > 0 && (joints->len == 0 || g_array_index (joints, guint32, joints->len - 1) != left->len))
            g_array_append_val (joints, left->len);
        }
      if (joints->len > 0 && g_array_index (joints, guint32, joints->len - 1) == left->len)
        g_array_set_size (joints, joints->len - 1);
      bs_redundancy_rejoin (&bound, seen, (const BsHashedWord *) (gpointer) left->data, left->len,
                            (const guint32 *) (gpointer) joints->data, joints->len);
      bs_redundancy (&found, seen, (const BsHashedWord *) (gpointer) left->data, left->len, &exactly);
      if (bs_redundancy_within (&bound, &limits))
        {
          within++;
          g_assert_false (is_over (&found));
        }
      over += is_over (&found);
    }
  g_assert_cmpuint (over, >, 200);
  g_assert_cmpuint (within, >, 200);
}

/* The figures that need not be exact are on the same side of their limit. */
static void
test_limits_spare_work_alone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (BsSeen) seen = bs_seen_new ();
  guint over = 0, less = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GArray) array = random_words (random, 250, 2 + round % 10);
      const BsHashedWord *words = (const BsHashedWord *) (gpointer) array->data;
      BsRedundancy exact, quick;

      bs_redundancy (&exact, seen, words, array->len, &exactly);
      bs_redundancy (&quick, seen, words, array->len, &limits);
      for (guint i = 0; i < BS_TOP_N; i++)
        g_assert_true (quick.top[i] == exact.top[i] || (quick.top[i] == 0 && exact.top[i] <= limits.top[i]));
      for (guint i = 0; i < BS_REPEATED_N; i++)
        {
          gboolean is_over = exact.repeated[i] > limits.repeated[i];

          g_assert_true (is_over ? quick.repeated[i] > limits.repeated[i] : quick.repeated[i] == exact.repeated[i]);
          over += is_over;
          less += quick.repeated[i] < exact.repeated[i];
        }
    }
  g_assert_cmpuint (over, >, 200);
  g_assert_cmpuint (less, >, 100);
}

static void
test_nothing (void)
{
  g_autoptr (BsSeen) seen = bs_seen_new ();
  const BsHashedWord word = { 7, 3 };
  BsRedundancy found = { { 1 }, { 1 } };
  BsRedundancyBound bound;

  bs_redundancy (&found, seen, NULL, 0, &exactly);
  g_assert_cmpfloat (found.top[0], ==, 0);
  bs_redundancy_bound (&bound, seen, NULL, 0);
  g_assert_true (bs_redundancy_within (&bound, &limits));
  bs_redundancy (&found, seen, &word, 1, &exactly);
  g_assert_cmpfloat (found.top[0], ==, 0);
  g_assert_cmpfloat (found.repeated[0], ==, 0);
}

/* Keys are counted apart, and forgotten at the next beginning, through small and large rounds. */
static void
test_seen (void)
{
  g_autoptr (BsSeen) seen = bs_seen_new ();
  static const gsize sizes[] = { 1, 3000, 10, 700000, 5 };

  for (guint round = 0; round < G_N_ELEMENTS (sizes); round++)
    {
      guint32 first = 0;

      bs_seen_begin (seen, sizes[round]);
      for (guint32 i = 0; i < sizes[round]; i++)
        g_assert_cmpuint (bs_seen_add (seen, (guint64) i << 32, i, &first), ==, 1);
      g_assert_cmpuint (bs_seen_add (seen, 0, 99, &first), ==, 2);
      g_assert_cmpuint (first, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redundancy/slow-count", test_agrees_with_the_slow_count);
  g_test_add_func ("/redundancy/rejoin", test_rejoin);
  g_test_add_func ("/redundancy/limits", test_limits_spare_work_alone);
  g_test_add_func ("/redundancy/nothing", test_nothing);
  g_test_add_func ("/redundancy/seen", test_seen);
  return g_test_run ();
}
