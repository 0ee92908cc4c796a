#include "compare/near.h"

#include <math.h>

#include "base/sort.h"

#define LEAST_SHARED 2
#define LEAST_SHARE 0.4

BsSketches *
bs_sketches_new (void)
{
  BsSketches *sketches = g_new0 (BsSketches, 1);

  sketches->texts = g_array_new (FALSE, FALSE, sizeof (BsSketch));
  sketches->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  return sketches;
}

void
bs_sketches_free (BsSketches *sketches)
{
  if (sketches == NULL)
    return;
  g_array_unref (sketches->texts);
  g_array_unref (sketches->hashes);
  g_free (sketches);
}

void
bs_sketches_add (BsSketches *sketches, guint64 n_shingles, guint64 digest, const guint64 *least, guint n)
{
  BsSketch sketch = { n_shingles, digest, sketches->hashes->len, n };

  g_array_append_val (sketches->texts, sketch);
  if (n > 0)
    g_array_append_vals (sketches->hashes, least, n);
}

static const BsSketch *
sketch_of (const BsSketches *sketches, guint32 text)
{
  return &g_array_index (sketches->texts, BsSketch, text);
}

static const guint64 *
hashes_of (const BsSketches *sketches, guint32 text)
{
  return (const guint64 *) (gpointer) sketches->hashes->data + sketch_of (sketches, text)->first;
}

static guint
hash_sketch (gconstpointer data)
{
  const BsSketch *sketch = data;

  return (guint) (sketch->digest ^ sketch->n_shingles);
}

static gboolean
same_set (gconstpointer a, gconstpointer b)
{
  const BsSketch *x = a, *y = b;

  return x->digest == y->digest && x->n_shingles == y->n_shingles;
}

guint32 *
bs_near_alike (const BsSketches *sketches)
{
  g_autoptr (GHashTable) first = g_hash_table_new (hash_sketch, same_set);
  guint32 *alike = g_new (guint32, sketches->texts->len + 1);

  for (guint32 i = 0; i < sketches->texts->len; i++)
    {
      const BsSketch *sketch = sketch_of (sketches, i), *found = g_hash_table_lookup (first, sketch);

      if (found == NULL)
        g_hash_table_add (first, (gpointer) sketch);
      alike[i] = found == NULL ? i : (guint32) (found - sketch_of (sketches, 0));
    }
  return alike;
}

/* ---- Which texts have a hash -------------------------------------------------------------------------------------- */

/* Records of those hashes that several texts have, by hash and then text. A record is the text's number below as much
 * of the hash as has room: two hashes that are taken for one make a candidate more, no copy more. */
typedef struct {
  guint64 *records;
  guint32 *first;    /* by record: the first of its hash */
  guint32 *of_text;  /* records, by text … */
  guint32 *start;    /* … from here to where the next text's start */
  guint n_bits;      /* of a text's number */
  gsize n;
} Shared;

static void
shared_clear (Shared *shared)
{
  g_free (shared->records);
  g_free (shared->first);
  g_free (shared->of_text);
  g_free (shared->start);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shared, shared_clear)

static inline guint32
text_of (const Shared *shared, gsize record)
{
  return (guint32) (shared->records[record] & (((guint64) 1 << shared->n_bits) - 1));
}

static void
write_records (Shared *shared, const BsSketches *sketches, const guint32 *alike)
{
  g_autofree guint64 *sorting = NULL;

  shared->n_bits = g_bit_storage (sketches->texts->len);
  shared->records = g_new (guint64, sketches->hashes->len + 1);
  for (guint32 i = 0; i < sketches->texts->len; i++)
    for (guint j = 0; alike[i] == i && j < sketch_of (sketches, i)->n; j++)
      shared->records[shared->n++] = hashes_of (sketches, i)[j] << shared->n_bits | i;
  sorting = g_new (guint64, shared->n + 1);
  bs_sort_uint64 (shared->records, sorting, shared->n);
}

/* Leaves out hashes of one text alone, which most are. */
static void
drop_single (Shared *shared)
{
  gsize kept = 0;

  for (gsize i = 0, next; i < shared->n; i = next)
    {
      for (next = i + 1; next < shared->n
                         && shared->records[next] >> shared->n_bits == shared->records[i] >> shared->n_bits; next++)
        ;
      if (next - i < 2)
        continue;
      memmove (shared->records + kept, shared->records + i, (next - i) * sizeof *shared->records);
      kept += next - i;
    }
  shared->n = kept;
  shared->records = g_renew (guint64, shared->records, kept + 1);
}

static void
index_records (Shared *shared, guint n_texts)
{
  shared->first = g_new (guint32, shared->n + 1);
  shared->of_text = g_new (guint32, shared->n + 1);
  shared->start = g_new0 (guint32, (gsize) n_texts + 2);
  for (gsize i = 0; i < shared->n; i++)
    {
      gboolean same = i > 0 && shared->records[i] >> shared->n_bits == shared->records[i - 1] >> shared->n_bits;

      shared->first[i] = same ? shared->first[i - 1] : (guint32) i;
      shared->start[text_of (shared, i) + 2]++;
    }
  for (guint i = 2; i < n_texts + 2; i++)
    shared->start[i] += shared->start[i - 1];
  for (gsize i = 0; i < shared->n; i++)
    shared->of_text[shared->start[text_of (shared, i) + 1]++] = (guint32) i;
}

/* ---- Candidates --------------------------------------------------------------------------------------------------- */

static guint
count_up_to (const guint64 *hashes, guint n, guint64 most)
{
  while (n > 0 && hashes[n - 1] > most)
    n--;
  return n;
}

/* A sketch that is not the whole set knows nothing of hashes above its last. */
static guint64
knows_up_to (const BsSketches *sketches, guint32 text)
{
  const BsSketch *sketch = sketch_of (sketches, text);

  return sketch->n < sketch->n_shingles ? hashes_of (sketches, text)[sketch->n - 1] : G_MAXUINT64;
}

static gboolean
may_be_copy (const BsSketches *sketches, guint32 a, guint32 b)
{
  guint64 most = MIN (knows_up_to (sketches, a), knows_up_to (sketches, b));
  const guint64 *x = hashes_of (sketches, a), *y = hashes_of (sketches, b);
  guint n_x = count_up_to (x, sketch_of (sketches, a)->n, most);
  guint n_y = count_up_to (y, sketch_of (sketches, b)->n, most);
  guint shared = 0;

  for (guint i = 0, j = 0; i < n_x && j < n_y;)
    {
      guint64 at_x = x[i], at_y = y[j];

      shared += at_x == at_y;
      i += at_x <= at_y;
      j += at_y <= at_x;
    }
  return shared >= LEAST_SHARED && shared >= LEAST_SHARE * MIN (n_x, n_y);
}

/* Counts, in `meetings`, the hashes that earlier texts share with this one; their numbers go into `met`. */
static void
meet (const Shared *shared, guint32 text, guint8 *meetings, GArray *met)
{
  g_array_set_size (met, 0);
  for (guint32 i = shared->start[text]; i < shared->start[text + 1]; i++)
    {
      guint32 record = shared->of_text[i], first = shared->first[record];

      first = record - first > BS_NEAR_CROWD ? record - BS_NEAR_CROWD : first;
      for (guint32 at = first; at < record; at++)
        {
          guint32 other = text_of (shared, at);

          if (other == text)
            continue;
          if (meetings[other] == 0)
            g_array_append_val (met, other);
          meetings[other] += meetings[other] < G_MAXUINT8;
        }
    }
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

GArray *
bs_near_candidates (const BsSketches *sketches, const guint32 *alike)
{
  g_auto (Shared) shared = { 0 };
  guint n_texts = sketches->texts->len;
  g_autofree guint8 *meetings = g_new0 (guint8, n_texts + 1);
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (BsNearPair));

  write_records (&shared, sketches, alike);
  drop_single (&shared);
  index_records (&shared, n_texts);
  for (guint32 text = 0; text < n_texts; text++)
    {
      meet (&shared, text, meetings, met);
      g_array_sort (met, by_number);
      for (guint i = 0; i < met->len; i++)
        {
          guint32 other = g_array_index (met, guint32, i);
          BsNearPair pair = { other, text, 0, NAN, NAN };

          if (may_be_copy (sketches, other, text))
            g_array_append_val (pairs, pair);
          meetings[other] = 0;
        }
    }
  return pairs;
}

/* ---- Comparison --------------------------------------------------------------------------------------------------- */

void
bs_near_compare (const guint64 *a, gsize n_a, const guint64 *b, gsize n_b, BsNearPair *pair)
{
  gsize shared = 0;

  g_return_if_fail (n_a > 0 && n_b > 0);
  for (gsize i = 0, j = 0; i < n_a && j < n_b;)
    {
      guint64 at_a = a[i], at_b = b[j];

      shared += at_a == at_b;
      i += at_a <= at_b;
      j += at_b <= at_a;
    }
  pair->shared = shared;
  pair->jaccard = (double) shared / (double) (n_a + n_b - shared);
  pair->containment = (double) shared / (double) MIN (n_a, n_b);
}

gboolean
bs_near_is_copy (const BsNearPair *pair)
{
  return pair->jaccard >= BS_COPY_JACCARD || pair->containment >= BS_COPY_CONTAINMENT;
}
