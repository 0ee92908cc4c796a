/* Candidates from sketches against all pairs compared outright, and figures of pairs at their thresholds. */
#include "compare/near.h"

#include <math.h>

#define KEPT 64

/* Sets under construction. */
typedef struct {
  GPtrArray *sets; /* of GArray of guint64, ascending */
  BsSketches *sketches;
} Sets;

static guint64
value (GRand *random)
{
  return (guint64) g_rand_int (random) << 32 | g_rand_int (random);
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static Sets
sets_new (void)
{
  return (Sets){ g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref), bs_sketches_new () };
}

static void
sets_free (Sets *sets)
{
  g_ptr_array_unref (sets->sets);
  bs_sketches_free (sets->sketches);
}

/* Takes the array. */
static void
add_set (Sets *sets, GArray *set)
{
  guint64 digest = 0;

  g_array_sort (set, by_value);
  for (guint i = 0; i < set->len; i++)
    digest += g_array_index (set, guint64, i);
  bs_sketches_add (sets->sketches, set->len, digest, (const guint64 *) (gpointer) set->data, MIN (set->len, KEPT));
  g_ptr_array_add (sets->sets, set);
}

/* The first `kept` values of another set in the order of its making, and `fresh` new ones. */
static GArray *
derive (GRand *random, const GArray *from, guint kept, guint fresh)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (kept > 0)
    g_array_append_vals (set, from->data, kept);
  for (guint i = 0; i < fresh; i++)
    {
      guint64 hash = value (random);

      g_array_append_val (set, hash);
    }
  return set;
}

static BsNearPair
compare (const Sets *sets, guint32 a, guint32 b)
{
  const GArray *x = sets->sets->pdata[a], *y = sets->sets->pdata[b];
  BsNearPair pair = { .a = a, .b = b };

  bs_near_compare ((const guint64 *) (gpointer) x->data, x->len, (const guint64 *) (gpointer) y->data, y->len, &pair);
  return pair;
}

static gboolean
is_candidate (const GArray *pairs, guint32 a, guint32 b)
{
  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, BsNearPair, i).a == a && g_array_index (pairs, BsNearPair, i).b == b)
      return TRUE;
  return FALSE;
}

/* Families around a text: some share half, some are cut, some share a little; candidates hold all that is a copy and of
 * the others few. */
static void
test_all_copies_are_candidates (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  Sets sets = sets_new ();
  g_autofree guint32 *alike = NULL;
  g_autoptr (GArray) pairs = NULL;
  guint copies = 0, found = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GArray) original = derive (random, NULL, 0, 400 + 10 * i);
      guint n = original->len;

      add_set (&sets, derive (random, original, n, 0));
      add_set (&sets, derive (random, original, n * 7 / 10, n * 3 / 10)); /* Jaccard .54 */
      add_set (&sets, derive (random, original, n / 3, 0));               /* cut */
      add_set (&sets, derive (random, original, n / 20, n));              /* a quotation */
    }
  alike = bs_near_alike (sets.sketches);
  pairs = bs_near_candidates (sets.sketches, alike);
  for (guint32 b = 0; b < sets.sets->len; b++)
    for (guint32 a = 0; a < b; a++)
      {
        BsNearPair pair = compare (&sets, a, b);

        copies += bs_near_is_copy (&pair);
        found += bs_near_is_copy (&pair) && is_candidate (pairs, a, b);
      }
  g_assert_cmpuint (copies, >=, 120);
  g_assert_cmpuint (found, ==, copies);
  g_assert_cmpuint (pairs->len, <, copies + copies / 2);
  for (guint i = 1; i < pairs->len; i++)
    {
      const BsNearPair *before = &g_array_index (pairs, BsNearPair, i - 1);
      const BsNearPair *pair = &g_array_index (pairs, BsNearPair, i);

      g_assert_true (before->b < pair->b || (before->b == pair->b && before->a < pair->a));
      g_assert_true (isnan (pair->jaccard));
    }
  sets_free (&sets);
}

static void
test_alike (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (GArray) one = derive (random, NULL, 0, 100);
  g_autoptr (GArray) other = derive (random, NULL, 0, 100);
  Sets sets = sets_new ();
  g_autofree guint32 *alike = NULL;
  g_autoptr (GArray) pairs = NULL;

  add_set (&sets, derive (random, other, 100, 0));
  add_set (&sets, derive (random, one, 100, 0));
  add_set (&sets, derive (random, one, 100, 1));
  add_set (&sets, derive (random, one, 100, 0));
  add_set (&sets, derive (random, one, 100, 0));
  alike = bs_near_alike (sets.sketches);
  g_assert_cmpuint (alike[0], ==, 0);
  g_assert_cmpuint (alike[1], ==, 1);
  g_assert_cmpuint (alike[2], ==, 2);
  g_assert_cmpuint (alike[3], ==, 1);
  g_assert_cmpuint (alike[4], ==, 1);
  pairs = bs_near_candidates (sets.sketches, alike);
  g_assert_cmpuint (pairs->len, ==, 1); /* the first of those that are alike stands for all */
  g_assert_cmpuint (g_array_index (pairs, BsNearPair, 0).a, ==, 1);
  g_assert_cmpuint (g_array_index (pairs, BsNearPair, 0).b, ==, 2);
  sets_free (&sets);
}

/* A thousand near-copies of one text: each is paired with so many before it, so all hang together, and pairs grow with
 * their number only. */
static void
test_crowds_stay_linear (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (GArray) template = derive (random, NULL, 0, 300);
  Sets sets = sets_new ();
  g_autofree guint32 *alike = NULL;
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < 1000; i++)
    add_set (&sets, derive (random, template, 300, 20));
  alike = bs_near_alike (sets.sketches);
  pairs = bs_near_candidates (sets.sketches, alike);
  g_assert_cmpuint (pairs->len, <, 1000 * 2 * BS_NEAR_CROWD);
  for (guint32 i = 1; i < 1000; i++)
    g_assert_true (is_candidate (pairs, i - 1, i));
  sets_free (&sets);
}

static void
test_nothing (void)
{
  Sets sets = sets_new ();
  g_autofree guint32 *alike = bs_near_alike (sets.sketches);
  g_autoptr (GArray) pairs = bs_near_candidates (sets.sketches, alike);

  g_assert_cmpuint (pairs->len, ==, 0);
  sets_free (&sets);
}

static void
test_figures (void)
{
  static const guint64 a[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  static const guint64 b[] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
  static const guint64 far[] = { 100, 200 };
  BsNearPair pair = { 0 };

  bs_near_compare (a, 10, b, 14, &pair);
  g_assert_cmpuint (pair.shared, ==, 8);
  g_assert_cmpfloat (pair.jaccard, ==, 0.5);
  g_assert_cmpfloat (pair.containment, ==, 0.8);
  g_assert_true (bs_near_is_copy (&pair));
  bs_near_compare (a, 10, b, 7, &pair); /* seven of seven, of ten */
  g_assert_cmpfloat (pair.jaccard, ==, 0.7);
  g_assert_cmpfloat (pair.containment, ==, 1.0);
  bs_near_compare (a, 9, b, 14, &pair);
  g_assert_cmpuint (pair.shared, ==, 7);
  g_assert_false (bs_near_is_copy (&pair));
  bs_near_compare (a, 10, far, 2, &pair);
  g_assert_cmpfloat (pair.jaccard, ==, 0);
  g_assert_cmpfloat (pair.containment, ==, 0);
  g_assert_false (bs_near_is_copy (&(BsNearPair){ .jaccard = (double) NAN, .containment = (double) NAN }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near/all-copies-are-candidates", test_all_copies_are_candidates);
  g_test_add_func ("/near/alike", test_alike);
  g_test_add_func ("/near/crowds-stay-linear", test_crowds_stay_linear);
  g_test_add_func ("/near/nothing", test_nothing);
  g_test_add_func ("/near/figures", test_figures);
  return g_test_run ();
}
