#include "compare/near.h"

#include <math.h>

#include "compare/near-index.h"

#define LEAST_SHARED 2
#define LEAST_SHARE 0.4

/* ---- Sets that are the same --------------------------------------------------------------------------------------- */

/* The first text of a set. */
typedef struct {
  guint64 digest;
  guint64 n_shingles;
  guint32 text;
} First;

static const First *
find_first (const GArray *firsts, const BsSketch *sketch)
{
  for (guint i = 0; i < firsts->len; i++)
    {
      const First *first = &g_array_index (firsts, First, i);

      if (first->digest == sketch->digest && first->n_shingles == sketch->n_shingles)
        return first;
    }
  return NULL;
}

/* Among texts whose digests were taken for one: pairs each with the first of its set, where that is another. */
static gboolean
pair_alike (const guint32 *group, guint n, const BsNearTexts *texts, GArray *alike, GError **error)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (First));
  BsSketch sketch;

  for (guint i = 0; i < n; i++)
    {
      const First *found;

      if (!texts->sketch (texts->data, group[i], &sketch, error))
        return FALSE;
      found = find_first (firsts, &sketch);
      if (found != NULL)
        {
          BsAlike one = { group[i], found->text };

          g_array_append_val (alike, one);
        }
      else
        {
          First first = { sketch.digest, sketch.n_shingles, group[i] };

          g_array_append_val (firsts, first);
        }
    }
  return TRUE;
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const BsAlike *) a)->text, y = ((const BsAlike *) b)->text;

  return (x > y) - (x < y);
}

GArray *
bs_near_alike (BsNearIndex *index, const BsNearTexts *texts, GError **error)
{
  g_autoptr (BsShared) shared = bs_shared_new ();
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (BsAlike));
  const guint32 *text, *first;

  if (!bs_near_index_digests (index, texts, shared, error))
    return NULL;
  text = (const guint32 *) (gpointer) shared->text->data;
  first = (const guint32 *) (gpointer) shared->first->data;
  for (guint i = 0, next; i < shared->text->len; i = next)
    {
      for (next = i + 1; next < shared->text->len && first[next] == first[i]; next++)
        ;
      if (!pair_alike (text + i, next - i, texts, alike, error))
        return NULL;
    }
  g_array_sort (alike, by_text);
  return g_steal_pointer (&alike);
}

/* ---- Sketches as they are needed ---------------------------------------------------------------------------------- */

#define KEPT_SKETCHES 16384

/* A sketch has one place, which the next that has the same takes over. */
typedef struct {
  const BsNearTexts *texts;
  BsSketch *sketches;
  guint32 *of; /* by place: the text whose sketch it is, and one; 0: none */
} Kept;

static void
kept_clear (Kept *kept)
{
  g_free (kept->sketches);
  g_free (kept->of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

/* Valid until the next call. NULL with `error` set. */
static const BsSketch *
sketch_of (Kept *kept, guint32 text, GError **error)
{
  guint place = text % KEPT_SKETCHES;

  if (kept->of[place] == text + 1)
    return &kept->sketches[place];
  kept->of[place] = 0;
  if (!kept->texts->sketch (kept->texts->data, text, &kept->sketches[place], error))
    return NULL;
  kept->of[place] = text + 1;
  return &kept->sketches[place];
}

/* ---- Candidates --------------------------------------------------------------------------------------------------- */

/* What texts share, by text too. */
typedef struct {
  BsShared *shared;
  guint32 *of_text; /* places in `shared`, by text … */
  guint32 *start;   /* … from here to where the next text's start */
} Meetings;

static void
meetings_clear (Meetings *meetings)
{
  bs_shared_free (meetings->shared);
  g_free (meetings->of_text);
  g_free (meetings->start);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meetings, meetings_clear)

static inline guint32
text_of (const Meetings *meetings, guint32 record)
{
  return g_array_index (meetings->shared->text, guint32, record);
}

static void
index_by_text (Meetings *meetings, guint32 n_texts)
{
  guint32 n = meetings->shared->text->len;

  meetings->of_text = g_new (guint32, (gsize) n + 1);
  meetings->start = g_new0 (guint32, (gsize) n_texts + 2);
  for (guint32 i = 0; i < n; i++)
    meetings->start[text_of (meetings, i) + 2]++;
  for (guint32 i = 2; i < n_texts + 2; i++)
    meetings->start[i] += meetings->start[i - 1];
  for (guint32 i = 0; i < n; i++)
    meetings->of_text[meetings->start[text_of (meetings, i) + 1]++] = i;
}

static gboolean
find_meetings (Meetings *meetings, BsNearIndex *index, const BsNearTexts *texts, const GArray *alike, GError **error)
{
  g_autofree guint8 *without = g_new0 (guint8, (gsize) texts->n_texts / 8 + 1);

  for (guint i = 0; i < alike->len; i++)
    {
      guint32 text = g_array_index (alike, BsAlike, i).text;

      without[text / 8] |= (guint8) (1 << text % 8);
    }
  meetings->shared = bs_shared_new ();
  if (!bs_near_index_shared (index, texts, without, meetings->shared, error))
    return FALSE;
  index_by_text (meetings, texts->n_texts);
  return TRUE;
}

static guint
count_up_to (const BsSketch *sketch, guint64 most)
{
  guint n = sketch->n;

  while (n > 0 && sketch->least[n - 1] > most)
    n--;
  return n;
}

/* A sketch that is not the whole set knows nothing of hashes above its last. */
static guint64
knows_up_to (const BsSketch *sketch)
{
  return sketch->n < sketch->n_shingles ? sketch->least[sketch->n - 1] : G_MAXUINT64;
}

/* Of the hashes that both could hold, the share of the one with fewer that the other has; 0 where it is too small for a
 * copy. */
static double
share_of (const BsSketch *a, const BsSketch *b)
{
  guint64 most = MIN (knows_up_to (a), knows_up_to (b));
  guint n_a = count_up_to (a, most), n_b = count_up_to (b, most), shared = 0;

  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    {
      guint64 at_a = a->least[i], at_b = b->least[j];

      shared += at_a == at_b;
      i += at_a <= at_b;
      j += at_b <= at_a;
    }
  return shared >= LEAST_SHARED && shared >= LEAST_SHARE * MIN (n_a, n_b) ? (double) shared / MIN (n_a, n_b) : 0;
}

typedef struct {
  guint32 text;
  double  share; /* of the hashes that it could share, as far as is known */
} Other;

/* The texts before one that share a hash with it. */
typedef struct {
  GArray *others;   /* of Other */
  guint8 *times;    /* by text: hashes that it shares */
  guint crowded;    /* hashes of the text of which only the nearest texts were counted: any other may have them too */
  guint32 *extents; /* by text, see bs_near_least() */
} Met;

static void
met_clear (Met *met)
{
  g_array_unref (met->others);
  g_free (met->times);
  g_free (met->extents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Met, met_clear)

static void
meet (const Meetings *meetings, guint32 text, Met *met)
{
  const guint32 *texts = (const guint32 *) (gpointer) meetings->shared->text->data;
  const guint32 *firsts = (const guint32 *) (gpointer) meetings->shared->first->data;
  guint8 *times = met->times;

  g_array_set_size (met->others, 0);
  met->crowded = 0;
  for (guint32 i = meetings->start[text]; i < meetings->start[text + 1]; i++)
    {
      guint32 record = meetings->of_text[i], first = firsts[record];

      met->crowded += record - first > BS_NEAR_CROWD;
      first = record - first > BS_NEAR_CROWD ? record - BS_NEAR_CROWD : first;
      for (guint32 at = first; at < record; at++)
        {
          Other other = { texts[at], 0 };

          if (other.text == text)
            continue;
          if (times[other.text] == 0)
            g_array_append_val (met->others, other);
          times[other.text] += times[other.text] < G_MAXUINT8;
        }
    }
}

/* Those of the largest share first, and of these the nearest. */
static int
by_share (gconstpointer a, gconstpointer b)
{
  const Other *x = a, *y = b;

  if (x->share != y->share)
    return x->share > y->share ? -1 : 1;
  return (x->text < y->text) - (x->text > y->text);
}

static int
by_text_met (gconstpointer a, gconstpointer b)
{
  const Other *x = a, *y = b;

  return (x->text > y->text) - (x->text < y->text);
}

/* Of more than `crowd`, leaves so many by share. */
static void
leave_first (GArray *others, guint crowd, guint most)
{
  if (others->len <= crowd)
    return;
  g_array_sort (others, by_share);
  g_array_set_size (others, most);
}

/* Leaves those texts that may share enough for share_of(); of a crowd those that share most of what the shorter could.
 * Most share a hash or two by chance: of these no sketch need be read. Forgets the times. */
static void
leave_promising (Met *met, guint32 text)
{
  guint n = 0;

  for (guint i = 0; i < met->others->len; i++)
    {
      Other other = g_array_index (met->others, Other, i);
      guint least = bs_near_least (met->extents[text], met->extents[other.text]);
      guint times = met->times[other.text], most = times + met->crowded;

      other.share = (double) times / MAX (least, 1);
      if (most >= LEAST_SHARED && most >= LEAST_SHARE * least)
        g_array_index (met->others, Other, n++) = other;
      met->times[other.text] = 0;
    }
  g_array_set_size (met->others, n);
  leave_first (met->others, BS_NEAR_READ, BS_NEAR_READ);
}

/* Leaves those that share enough, ascending. */
static gboolean
leave_sharing (Kept *kept, guint32 text, Met *met, GError **error)
{
  const BsSketch *sketch = met->others->len > 0 ? sketch_of (kept, text, error) : NULL;
  BsSketch own;
  guint n = 0;

  if (met->others->len == 0)
    return TRUE;
  if (sketch == NULL)
    return FALSE;
  own = *sketch;
  for (guint i = 0; i < met->others->len; i++)
    {
      Other other = g_array_index (met->others, Other, i);

      sketch = sketch_of (kept, other.text, error);
      if (sketch == NULL)
        return FALSE;
      other.share = share_of (sketch, &own);
      if (other.share > 0)
        g_array_index (met->others, Other, n++) = other;
    }
  g_array_set_size (met->others, n);
  leave_first (met->others, BS_NEAR_CROWD, BS_NEAR_OF_CROWD);
  g_array_sort (met->others, by_text_met);
  return TRUE;
}

static void
add_pairs (const Met *met, guint32 text, GArray *pairs)
{
  for (guint i = 0; i < met->others->len; i++)
    {
      BsNearPair pair = { g_array_index (met->others, Other, i).text, text, 0, NAN, NAN };

      g_array_append_val (pairs, pair);
    }
}

GArray *
bs_near_candidates (BsNearIndex *index, const BsNearTexts *texts, const GArray *alike, GError **error)
{
  g_auto (Meetings) meetings = { 0 };
  g_auto (Kept) kept = { texts, g_new (BsSketch, KEPT_SKETCHES), g_new0 (guint32, KEPT_SKETCHES) };
  g_auto (Met) met = { .others = g_array_new (FALSE, FALSE, sizeof (Other)),
                       .times = g_new0 (guint8, (gsize) texts->n_texts + 1),
                       .extents = bs_near_index_extents (index, texts) };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (BsNearPair));

  if (!find_meetings (&meetings, index, texts, alike, error))
    return NULL;
  for (guint32 text = 0; text < texts->n_texts; text++)
    {
      if (meetings.start[text + 1] - meetings.start[text] < LEAST_SHARED)
        continue;
      meet (&meetings, text, &met);
      leave_promising (&met, text);
      if (!leave_sharing (&kept, text, &met, error))
        return NULL;
      add_pairs (&met, text, pairs);
    }
  return g_steal_pointer (&pairs);
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
