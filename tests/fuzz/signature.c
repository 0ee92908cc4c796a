/* Two texts, parted by the first line of "==": their sketches against sets worked out word by word, and how much they
 * share against a comparison of every pair.
 *
 * about: src/count/signature.c src/count/shingle.c src/compare/near.c
 * max_len: 2048 */
#include "fuzz-help.h"
#include "compare/near.h"

#define SPELLINGS_MOST 20000 /* then the instruments are made anew */

static BsTypeIndex *index_of_types;
static BsSegments *segments;
static BsSignature *signature;

static void
make_instruments (void)
{
  if (index_of_types != NULL && bs_type_index_n_spellings (index_of_types) <= SPELLINGS_MOST)
    return;
  g_clear_pointer (&index_of_types, bs_type_index_free);
  g_clear_pointer (&segments, bs_segments_free);
  g_clear_pointer (&signature, bs_signature_free);
  index_of_types = bs_type_index_new (NULL);
  segments = bs_segments_new ();
  signature = bs_signature_new ();
}

static guint64
at (const GArray *set, gsize i)
{
  return g_array_index (set, guint64, i);
}

/* The set of a text, and its sketch. */
static GArray *
sign (BsSpan text)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 n_shingles, digest;

  bs_segment_words (segments, index_of_types, text);
  bs_sign (signature, segments, index_of_types);
  n_shingles = signature->n_shingles;
  digest = signature->digest;
  bs_signature_set (signature, set);
  g_assert_cmpuint (set->len, ==, n_shingles);
  g_assert_cmpuint (signature->n_least, ==, MIN (n_shingles, BS_SKETCH_HASHES));
  for (gsize i = 0; i < set->len; i++)
    {
      g_assert_true (i == 0 ? at (set, i) != 0 : at (set, i) > at (set, i - 1));
      if (i < signature->n_least)
        g_assert_cmpuint (signature->least[i], ==, at (set, i));
    }
  bs_sign (signature, segments, index_of_types);
  g_assert_cmpuint (signature->digest, ==, digest);
  return set;
}

static void
assert_pair (const GArray *a, const GArray *b)
{
  BsNearPair pair = { 0 };
  guint64 shared = 0;

  if (a->len == 0 || b->len == 0)
    return;
  for (gsize i = 0; i < a->len; i++)
    for (gsize j = 0; j < b->len; j++)
      shared += at (a, i) == at (b, j);
  bs_near_compare ((const guint64 *) (gconstpointer) a->data, a->len, (const guint64 *) (gconstpointer) b->data, b->len,
                   &pair);
  g_assert_cmpuint (pair.shared, ==, shared);
  g_assert_true (pair.jaccard == (double) shared / (double) (a->len + b->len - shared));
  g_assert_true (pair.containment == (double) shared / (double) MIN (a->len, b->len));
  if (shared == a->len && shared == b->len)
    g_assert_true (bs_near_is_copy (&pair));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *valid = fuzz_text (bs_span ((const char *) data, size));
  const char *parting = strstr (valid, "\n==\n");
  gsize first = parting != NULL ? (gsize) (parting - valid) : strlen (valid);
  g_autoptr (GArray) a = NULL, b = NULL;

  make_instruments ();
  a = sign (bs_span (valid, first));
  b = sign (bs_span_of (parting != NULL ? parting + 4 : ""));
  assert_pair (a, b);
  return 0;
}
