/* Candidates from sketches against all pairs compared outright, and figures of pairs at their thresholds. */
#include "compare/near.h"

#include "compare/near-extent.h"
#include "compare/near-index.h"

#include <math.h>
#include <string.h>

#define KEPT 64

/* Sets under construction. */
typedef struct {
  GPtrArray *sets; /* of GArray of guint64, ascending */
  BsNearIndex *index;
  GArray *order;   /* of guint32: by number, the rank; empty: numbers are ranks */
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
  return (Sets){ g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref), bs_near_index_new (),
                 g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

static void
sets_free (Sets *sets)
{
  g_ptr_array_unref (sets->sets);
  bs_near_index_free (sets->index);
  g_array_unref (sets->order);
}

static guint64
digest_of (const GArray *set)
{
  guint64 digest = 0;

  for (guint i = 0; i < set->len; i++)
    digest += g_array_index (set, guint64, i);
  return digest;
}

static void
index_set (Sets *sets, guint32 number, const GArray *set)
{
  g_assert_true (bs_near_index_add (sets->index, number, digest_of (set), (const guint64 *) (gpointer) set->data,
                                    MIN (set->len, KEPT), NULL));
}

/* Takes the array. */
static void
add_set (Sets *sets, GArray *set)
{
  g_array_sort (set, by_value);
  index_set (sets, sets->sets->len, set);
  g_ptr_array_add (sets->sets, set);
}

/* The sets stand by rank. */
static gboolean
sketch_of (gpointer data, guint32 rank, BsSketch *sketch, GError **error G_GNUC_UNUSED)
{
  const GArray *set = ((const Sets *) data)->sets->pdata[rank];

  *sketch = (BsSketch){ .n_shingles = set->len, .digest = digest_of (set), .n = MIN (set->len, KEPT) };
  memcpy (sketch->least, set->data, sketch->n * sizeof (guint64));
  return TRUE;
}

static BsNearTexts
texts_of (Sets *sets)
{
  return (BsNearTexts){ sets->order->len > 0 ? (const guint32 *) (gpointer) sets->order->data : NULL, sets->sets->len,
                        sketch_of, sets };
}

static GArray *
find_alike (Sets *sets)
{
  const BsNearTexts texts = texts_of (sets);
  GArray *alike = bs_near_alike (sets->index, &texts, NULL);

  g_assert_nonnull (alike);
  return alike;
}

static GArray *
find_candidates (Sets *sets, const GArray *alike)
{
  const BsNearTexts texts = texts_of (sets);
  GArray *pairs = bs_near_candidates (sets->index, &texts, alike, NULL);

  g_assert_nonnull (pairs);
  return pairs;
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
  g_autoptr (GArray) alike = NULL;
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
  alike = find_alike (&sets);
  pairs = find_candidates (&sets, alike);
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
  g_autoptr (GArray) alike = NULL;
  g_autoptr (GArray) pairs = NULL;

  add_set (&sets, derive (random, other, 100, 0));
  add_set (&sets, derive (random, one, 100, 0));
  add_set (&sets, derive (random, one, 100, 1));
  add_set (&sets, derive (random, one, 100, 0));
  add_set (&sets, derive (random, one, 100, 0));
  alike = find_alike (&sets);
  g_assert_cmpuint (alike->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (g_array_index (alike, BsAlike, i).text, ==, 3 + i);
      g_assert_cmpuint (g_array_index (alike, BsAlike, i).first, ==, 1);
    }
  pairs = find_candidates (&sets, alike);
  g_assert_cmpuint (pairs->len, ==, 1); /* the first of those that are alike stands for all */
  g_assert_cmpuint (g_array_index (pairs, BsNearPair, 0).a, ==, 1);
  g_assert_cmpuint (g_array_index (pairs, BsNearPair, 0).b, ==, 2);
  sets_free (&sets);
}

/* A thousand near-copies of one text: each is paired with some before it, so all hang together, and pairs grow with
 * their number only. */
static void
test_crowds_stay_linear (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (GArray) template = derive (random, NULL, 0, 300);
  Sets sets = sets_new ();
  g_autoptr (GArray) alike = NULL;
  g_autoptr (GArray) pairs = NULL;
  gboolean joined[1000] = { FALSE };

  for (guint i = 0; i < 1000; i++)
    add_set (&sets, derive (random, template, 300, 20));
  alike = find_alike (&sets);
  pairs = find_candidates (&sets, alike);
  g_assert_cmpuint (pairs->len, <=, 1000 * BS_NEAR_CROWD);
  for (guint i = 0; i < pairs->len; i++)
    joined[g_array_index (pairs, BsNearPair, i).b] = TRUE;
  for (guint32 i = 1; i < 1000; i++)
    g_assert_true (joined[i]);
  sets_free (&sets);
}

static GArray *
join (const GArray *x, const GArray *y)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_array_append_vals (set, x->data, x->len);
  g_array_append_vals (set, y->data, y->len);
  return set;
}

/* Every half of a text stands in a hundred others, all of which look promising: each keeps no more than a crowd of them,
 * and the one that shares more than half is among these. */
static void
test_halves_in_common (void)
{
  enum { HALVES = 100 };
  g_autoptr (GRand) random = g_rand_new_with_seed (10);
  g_autoptr (GPtrArray) halves = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Sets sets = sets_new ();
  g_autoptr (GArray) alike = NULL;
  g_autoptr (GArray) pairs = NULL;
  guint n = 0, of_one = 0;

  for (guint i = 0; i < HALVES; i++)
    g_ptr_array_add (halves, derive (random, NULL, 0, 150));
  for (guint i = 0; i < HALVES; i++)
    for (guint j = 0; j < i; j++)
      add_set (&sets, join (halves->pdata[i], halves->pdata[j]));
  n = sets.sets->len;
  add_set (&sets, derive (random, sets.sets->pdata[n - HALVES / 2], 299, 1));
  alike = find_alike (&sets);
  g_assert_cmpuint (alike->len, ==, 0);
  pairs = find_candidates (&sets, alike);
  g_assert_true (is_candidate (pairs, n - HALVES / 2, n));
  for (guint i = 0; i < pairs->len; i++)
    {
      of_one = i > 0 && g_array_index (pairs, BsNearPair, i).b == g_array_index (pairs, BsNearPair, i - 1).b ? of_one + 1
                                                                                                           : 1;
      g_assert_cmpuint (of_one, <=, BS_NEAR_CROWD);
    }
  sets_free (&sets);
}

/* Two hundred texts that share a third of their wording with a text, and a short one that stands in it as a whole: this
 * shares fewer hashes than any, and is the one that counts. */
static void
test_cut_among_relatives (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autoptr (GArray) template = derive (random, NULL, 0, 300);
  g_autoptr (GArray) target = derive (random, template, 300, 300);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint64));
  Sets sets = sets_new ();
  g_autoptr (GArray) alike = NULL;
  g_autoptr (GArray) pairs = NULL;

  g_array_append_vals (own, &g_array_index (target, guint64, 300), 120);
  add_set (&sets, g_steal_pointer (&own));
  for (guint i = 0; i < 200; i++)
    add_set (&sets, derive (random, template, 300, 300));
  add_set (&sets, g_steal_pointer (&target));
  alike = find_alike (&sets);
  pairs = find_candidates (&sets, alike);
  g_assert_true (is_candidate (pairs, 0, 201));
  sets_free (&sets);
}

/* The definition of a candidate, pair by pair, without an index. */
static gboolean
shares_enough (const GArray *x, const GArray *y)
{
  guint64 most = G_MAXUINT64;
  guint n_x = 0, n_y = 0, shared = 0;

  if (x->len > KEPT)
    most = MIN (most, g_array_index (x, guint64, KEPT - 1));
  if (y->len > KEPT)
    most = MIN (most, g_array_index (y, guint64, KEPT - 1));
  while (n_x < MIN (x->len, KEPT) && g_array_index (x, guint64, n_x) <= most)
    n_x++;
  while (n_y < MIN (y->len, KEPT) && g_array_index (y, guint64, n_y) <= most)
    n_y++;
  for (guint i = 0; i < n_x; i++)
    for (guint j = 0; j < n_y; j++)
      shared += g_array_index (x, guint64, i) == g_array_index (y, guint64, j);
  return shared >= 2 && shared >= 0.4 * MIN (n_x, n_y);
}

static void
assert_outright (const Sets *sets, const GArray *alike, const GArray *pairs)
{
  guint n_alike = 0, n_pairs = 0;

  for (guint32 b = 0; b < sets->sets->len; b++)
    {
      const GArray *y = sets->sets->pdata[b];
      gboolean first = TRUE;

      for (guint32 a = 0; a < b; a++)
        {
          const GArray *x = sets->sets->pdata[a];

          if (x->len != y->len || memcmp (x->data, y->data, x->len * sizeof (guint64)) != 0)
            continue;
          g_assert_cmpuint (g_array_index (alike, BsAlike, n_alike).text, ==, b);
          g_assert_cmpuint (g_array_index (alike, BsAlike, n_alike++).first, ==, a);
          first = FALSE;
          break;
        }
      for (guint32 a = 0; first && a < b; a++)
        {
          gboolean is_first = TRUE;

          for (guint i = 0; i < alike->len; i++)
            is_first &= g_array_index (alike, BsAlike, i).text != a;
          if (!is_first || !shares_enough (sets->sets->pdata[a], y))
            continue;
          g_assert_cmpuint (g_array_index (pairs, BsNearPair, n_pairs).a, ==, a);
          g_assert_cmpuint (g_array_index (pairs, BsNearPair, n_pairs++).b, ==, b);
        }
    }
  g_assert_cmpuint (n_alike, ==, alike->len);
  g_assert_cmpuint (n_pairs, ==, pairs->len);
}

/* Random families, numbered in another order than they stand in: what the index finds is what all pairs, looked at one
 * by one, are. */
static void
test_as_pair_by_pair (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (10);

  for (guint round = 0; round < 4; round++)
    {
      Sets sets = sets_new ();
      g_autoptr (GArray) alike = NULL;
      g_autoptr (GArray) pairs = NULL;
      guint32 number = 0;

      for (guint i = 0; i < 40; i++)
        {
          g_autoptr (GArray) original = derive (random, NULL, 0, (guint) g_rand_int_range (random, 1, 300));

          for (guint j = 0; j < 5; j++)
            {
              GArray *set = derive (random, original, (guint) g_rand_int_range (random, 1, (gint32) original->len + 1),
                                    j < 2 ? 0 : (guint) g_rand_int_range (random, 0, 50));

              g_array_sort (set, by_value);
              g_ptr_array_insert (sets.sets, g_rand_int_range (random, 0, (gint32) sets.sets->len + 1), set);
              if (j == 0 && i % 4 == 0)
                g_ptr_array_insert (sets.sets, g_rand_int_range (random, 0, (gint32) sets.sets->len + 1),
                                    derive (random, set, set->len, 0));
            }
        }
      for (guint32 i = 0; i < sets.sets->len; i++)
        g_array_append_val (sets.order, i);
      for (guint32 i = sets.order->len - 1; round > 0 && i > 0; i--)
        {
          guint32 *order = (guint32 *) (gpointer) sets.order->data, j = (guint32) g_rand_int_range (random, 0, (gint32) i);
          guint32 swap = order[i];

          order[i] = order[j];
          order[j] = swap;
        }
      for (; number < sets.order->len; number++)
        index_set (&sets, number, sets.sets->pdata[g_array_index (sets.order, guint32, number)]);
      alike = find_alike (&sets);
      pairs = find_candidates (&sets, alike);
      g_assert_cmpuint (alike->len, >, 5);
      g_assert_cmpuint (pairs->len, >, 50);
      assert_outright (&sets, alike, pairs);
      sets_free (&sets);
    }
}

/* More hashes than are held in memory. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  Sets sets = sets_new ();
  g_autoptr (GArray) alike = NULL;
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < 25000; i++)
    {
      const GArray *before = i > 20000 ? sets.sets->pdata[i - 20000] : NULL;

      add_set (&sets, i % 1000 == 7 && before != NULL ? derive (random, before, 60, 4)
                      : i % 1000 == 8 && before != NULL ? derive (random, before, before->len, 0)
                                                        : derive (random, NULL, 0, 64));
    }
  alike = find_alike (&sets);
  pairs = find_candidates (&sets, alike);
  g_assert_cmpuint (alike->len, ==, 5);
  g_assert_cmpuint (pairs->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (g_array_index (pairs, BsNearPair, i).a, ==, i * 1000 + 7);
      g_assert_cmpuint (g_array_index (pairs, BsNearPair, i).b, ==, 20000 + i * 1000 + 7);
      g_assert_cmpuint (g_array_index (alike, BsAlike, i).text, ==, 20000 + i * 1000 + 8);
    }
  sets_free (&sets);
}

static void
test_nothing (void)
{
  Sets sets = sets_new ();
  g_autoptr (GArray) alike = find_alike (&sets);
  g_autoptr (GArray) pairs = find_candidates (&sets, alike);

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

static guint
count_up_to (const BsSketch *sketch, guint64 most)
{
  guint n = 0;

  while (n < sketch->n && sketch->least[n] <= most)
    n++;
  return n;
}

/* What is said of two sketches from four bytes each is never more than they show, and of texts of one length not much
 * less. */
static void
test_extents_never_promise_too_much (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  Sets sets = sets_new ();
  BsSketch a, b;

  for (guint i = 0; i < 120; i++)
    add_set (&sets, derive (random, NULL, 0, 1 + (1u << g_rand_int_range (random, 0, 14)) + i % 7 * 8));
  for (guint32 i = 0; i < sets.sets->len; i++)
    for (guint32 j = 0; j < sets.sets->len; j++)
      {
        guint64 knows_a, knows_b, most;
        guint least, n;

        sketch_of (&sets, i, &a, NULL);
        sketch_of (&sets, j, &b, NULL);
        knows_a = a.n < a.n_shingles ? a.least[a.n - 1] : G_MAXUINT64;
        knows_b = b.n < b.n_shingles ? b.least[b.n - 1] : G_MAXUINT64;
        most = MIN (knows_a, knows_b);
        n = MIN (count_up_to (&a, most), count_up_to (&b, most));
        least = bs_near_least (bs_near_extent (a.least, a.n), bs_near_extent (b.least, b.n));
        g_assert_cmpuint (least, <=, n);
        if (i == j)
          g_assert_cmpuint (least, ==, n < 8 ? 0 : n < 16 ? 8 : n < 32 ? 16 : 32);
      }
  sets_free (&sets);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near/all-copies-are-candidates", test_all_copies_are_candidates);
  g_test_add_func ("/near/alike", test_alike);
  g_test_add_func ("/near/crowds-stay-linear", test_crowds_stay_linear);
  g_test_add_func ("/near/halves-in-common", test_halves_in_common);
  g_test_add_func ("/near/cut-among-relatives", test_cut_among_relatives);
  g_test_add_func ("/near/as-pair-by-pair", test_as_pair_by_pair);
  g_test_add_func ("/near/many", test_many);
  g_test_add_func ("/near/nothing", test_nothing);
  g_test_add_func ("/near/figures", test_figures);
  g_test_add_func ("/near/extents-never-promise-too-much", test_extents_never_promise_too_much);
  return g_test_run ();
}
