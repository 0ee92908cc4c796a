/* Shingles and their sketch: what makes two texts the same, how many shingles there are, and that the sketch is the
 * least of the set, the same on every machine. */
#include "count/signature.h"

typedef struct {
  BsTypeIndex *index;
  BsSegments *segments;
  BsSignature *signature;
} Fixture;

static Fixture
fixture_new (void)
{
  return (Fixture){ bs_type_index_new (NULL), bs_segments_new (), bs_signature_new () };
}

static void
fixture_free (Fixture *fixture)
{
  bs_type_index_free (fixture->index);
  bs_segments_free (fixture->segments);
  bs_signature_free (fixture->signature);
}

static void
sign (Fixture *fixture, const char *text)
{
  bs_segment (fixture->segments, fixture->index, bs_span_of (text));
  bs_sign (fixture->signature, fixture->segments, fixture->index);
}

/* The set of a text, checked against the sketch. */
static GArray *
set_of (Fixture *fixture, const char *text)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 sum = 0;

  sign (fixture, text);
  bs_signature_set (fixture->signature, set);
  g_assert_cmpuint (set->len, ==, fixture->signature->n_shingles);
  g_assert_cmpuint (fixture->signature->n_least, ==, MIN (set->len, BS_SKETCH_HASHES));
  for (guint i = 0; i < set->len; i++)
    {
      guint64 hash = g_array_index (set, guint64, i);

      sum += hash;
      g_assert_true (i == 0 || g_array_index (set, guint64, i - 1) < hash);
      g_assert_true (i >= fixture->signature->n_least || fixture->signature->least[i] == hash);
    }
  g_assert_true (sum == fixture->signature->digest);
  return set;
}

static guint
count_shared (const GArray *a, const GArray *b)
{
  guint shared = 0;

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      shared += g_array_index (a, guint64, i) == g_array_index (b, guint64, j);
  return shared;
}

/* "w<first> … w<last>" with blanks between. */
static char *
row (guint first, guint last)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    g_string_append_printf (text, "%sw%u", i == first ? "" : " ", i);
  return g_string_free (text, FALSE);
}

static void
test_short_texts_have_none (void)
{
  static const char *const texts[] = { "", "one", "one two three four", "- - - - - -" };
  Fixture fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) set = set_of (&fixture, texts[i]);

      g_assert_cmpuint (set->len, ==, 0);
    }
  sign (&fixture, "one two three four five");
  g_assert_cmpuint (fixture.signature->n_shingles, ==, 1);
  bs_signature_clear (fixture.signature);
  g_assert_cmpuint (fixture.signature->n_shingles, ==, 0);
  g_assert_cmpuint (fixture.signature->n_least, ==, 0);
  fixture_free (&fixture);
}

/* Marks and case are nothing; words and their order are everything. */
static void
test_what_makes_texts_the_same (void)
{
  static const char plain[] = "the state s well known ferry sank off r me on 3 5 may";
  static const char *const same[] = { "The STATE'S well-known ferry sank (off R-ME) on 3.5 May!",
                                      "The state’s well known ferry.\n\nSank off “R ME”; on 3,5 may" };
  static const char *const others[] = { "the state s well known ferry sank off r me on 3 5",
                                        "the states well known ferry sank off r me on 3 5 may",
                                        "well known the state s ferry sank off r me on 3 5 may" };
  Fixture fixture = fixture_new ();
  g_autoptr (GArray) set = set_of (&fixture, plain);
  guint64 digest = fixture.signature->digest;

  g_assert_cmpuint (set->len, ==, 10);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      sign (&fixture, same[i]);
      g_assert_true (fixture.signature->digest == digest);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      sign (&fixture, others[i]);
      g_assert_true (fixture.signature->digest != digest);
    }
  fixture_free (&fixture);
}

static void
test_sets_are_counted (void)
{
  static const guint sizes[] = { 5, 60, 68, 69, 200, 1000, 30000 };
  Fixture fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = row (1, sizes[i]);
      g_autoptr (GArray) set = set_of (&fixture, text);

      g_assert_cmpuint (set->len, ==, sizes[i] - 4);
    }
  fixture_free (&fixture);
}

/* A text that says the same for ever has few shingles, and its sketch holds them all. */
static void
test_repetition_counts_once (void)
{
  g_autofree char *once = row (1, 70);
  GString *text = g_string_new (NULL);
  Fixture fixture = fixture_new ();
  g_autoptr (GArray) set = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "%s ", once);
  set = set_of (&fixture, text->str);
  g_assert_cmpuint (set->len, ==, 70);
  g_string_free (text, TRUE);
  fixture_free (&fixture);
}

static void
test_shared_shingles (void)
{
  g_autofree char *a = row (1, 100), *b = row (51, 150);
  Fixture fixture = fixture_new ();
  g_autoptr (GArray) of_a = set_of (&fixture, a);
  g_autoptr (GArray) of_b = set_of (&fixture, b);

  g_assert_cmpuint (count_shared (of_a, of_b), ==, 46); /* fifty words in common */
  fixture_free (&fixture);
}

/* Stores of two machines, and of two versions, can be compared. */
static void
test_hashes_are_for_good (void)
{
  Fixture fixture = fixture_new ();

  sign (&fixture, "The ferry never came back");
  g_assert_cmphex (fixture.signature->least[0], ==, G_GUINT64_CONSTANT (0xd97137016c36d61f));
  fixture_free (&fixture);
}

/* Words of several parts are kept as long as they are not too many; what a text's set is does not depend on it. */
static void
test_many_words_of_parts (void)
{
  static const char text[] = "It's a well-known half-truth that mother-in-law jokes aren't ninety-nine per-cent true";
  Fixture fresh = fixture_new (), full = fixture_new ();
  g_autoptr (GArray) early = set_of (&fresh, text);
  g_autoptr (GArray) late = NULL;

  for (guint i = 0; i < 70000; i += 1000)
    {
      g_autoptr (GString) many = g_string_new (NULL);

      for (guint j = i; j < i + 1000; j++)
        g_string_append_printf (many, "a%u-b%u ", j, j);
      sign (&full, many->str);
      g_assert_cmpuint (full.signature->n_shingles, ==, 2 * 1000 - 4);
    }
  late = set_of (&full, text);
  g_assert_cmpmem (early->data, early->len * sizeof (guint64), late->data, late->len * sizeof (guint64));
  fixture_free (&fresh);
  fixture_free (&full);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/short-texts-have-none", test_short_texts_have_none);
  g_test_add_func ("/signature/what-makes-texts-the-same", test_what_makes_texts_the_same);
  g_test_add_func ("/signature/sets-are-counted", test_sets_are_counted);
  g_test_add_func ("/signature/repetition-counts-once", test_repetition_counts_once);
  g_test_add_func ("/signature/shared-shingles", test_shared_shingles);
  g_test_add_func ("/signature/many-words-of-parts", test_many_words_of_parts);
  g_test_add_func ("/signature/hashes-are-for-good", test_hashes_are_for_good);
  return g_test_run ();
}
