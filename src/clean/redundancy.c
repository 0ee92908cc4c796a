#include "clean/redundancy.h"

#include <string.h>

#define MIX G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define LEAST 1024
#define KEPT (1 << 19) /* entries; a larger table is given back */

typedef struct {
  guint64 key;
  guint32 count;
  guint32 round;
  guint32 first;
} Entry;

struct _BsSeen {
  Entry  *entries;
  gsize   room; /* a power of two */
  guint   shift;
  guint32 round; /* entries of another one are free */
  guint16 *pairs;  /* of 2 * cells: the bounds' */
  guint64 *fives;  /* of `cells` */
  gsize    cells;
  guint    sketch_shift;
  guint64  factor; /* odd, and nobody's to foresee: keys cannot be made to fall together. It decides no result */
};

BsSeen *
bs_seen_new (void)
{
  BsSeen *seen = g_new0 (BsSeen, 1);

  seen->factor = (guint64) g_random_int () << 32 | g_random_int () | 1;
  return seen;
}

void
bs_seen_free (BsSeen *seen)
{
  if (seen == NULL)
    return;
  g_free (seen->entries);
  g_free (seen->pairs);
  g_free (seen->fives);
  g_free (seen);
}

void
bs_seen_begin (BsSeen *seen, gsize n)
{
  gsize room = LEAST;

  while (room < 2 * n)
    room *= 2;
  seen->round++;
  if (room > seen->room || seen->round == 0 || (seen->room > KEPT && room <= KEPT))
    {
      g_free (seen->entries);
      seen->entries = g_new0 (Entry, room);
      seen->room = room;
      seen->round = 1;
    }
  for (seen->shift = 64; room > 1; room /= 2)
    seen->shift--;
}

guint32
bs_seen_add (BsSeen *seen, guint64 key, guint32 at, guint32 *first)
{
  gsize mask = ((gsize) 1 << (64 - seen->shift)) - 1;
  gsize place = (gsize) ((key * seen->factor) >> seen->shift);
  Entry *entry = &seen->entries[place];

  while (entry->round == seen->round && entry->key != key)
    entry = &seen->entries[++place & mask];
  if (entry->round != seen->round)
    *entry = (Entry){ .key = key, .round = seen->round, .first = at };
  *first = entry->first;
  return ++entry->count;
}

/* Of the n words that start here. */
static guint64
hash_of (const BsHashedWord *words, guint n)
{
  guint64 hash = words[0].hash;

  for (guint i = 1; i < n; i++)
    hash = hash * MIX + words[i].hash;
  return hash ^ hash >> 29;
}

static guint64
chars_of (const BsHashedWord *words, guint n)
{
  guint64 chars = 0;

  for (guint i = 0; i < n; i++)
    chars += words[i].chars;
  return chars;
}

/* Characters of the most frequent n-gram times its occurrences, its number in `*count`. Of equally frequent ones the
 * first counts. */
static guint64
top (BsSeen *seen, const BsHashedWord *words, gsize n_words, guint n, guint32 *count)
{
  guint32 best = 0;

  *count = 0;
  if (n_words < n)
    return 0;
  bs_seen_begin (seen, n_words);
  for (guint32 i = 0; i + n <= n_words; i++)
    {
      guint32 first, times = bs_seen_add (seen, hash_of (words + i, n), i, &first);

      if (times > *count || (times == *count && first < best))
        {
          *count = times;
          best = first;
        }
    }
  return *count > 1 ? *count * (chars_of (words + best, n) + n - 1) : 0;
}

static guint64
longest (const BsHashedWord *words, gsize n_words, guint n)
{
  guint64 longest = 0;

  for (gsize i = 0; i + n <= n_words; i++)
    longest = MAX (longest, chars_of (words + i, n));
  return longest + n - 1;
}

static void
find_top (BsRedundancy *found, BsSeen *seen, const BsHashedWord *words, gsize n_words, double chars,
          const BsRedundancy *limits)
{
  guint32 count, most = 0;

  for (guint i = 0; i < BS_TOP_N; i++)
    {
      guint n = BS_TOP_FROM + i;

      /* a longer n-gram is not more frequent than a shorter one */
      if (i > 0 && (most < 2 || (double) (most * longest (words, n_words, n)) <= limits->top[i] * chars))
        continue;
      found->top[i] = (double) top (seen, words, n_words, n, &count) / chars;
      most = i == 0 || count < most ? count : most;
    }
}

/* As a share of the text's `chars`; over the limit the rest is not counted. */
static double
repeated (BsSeen *seen, const BsHashedWord *words, gsize n_words, guint n, double chars, double limit)
{
  guint64 found = 0;

  bs_seen_begin (seen, n_words);
  for (guint32 i = 0; i + n <= n_words && (double) found / chars <= limit;)
    {
      guint32 first;

      if (bs_seen_add (seen, hash_of (words + i, n), i, &first) == 1)
        i++;
      else
        {
          found += chars_of (words + i, n);
          i += n;
        }
    }
  return (double) found / chars;
}

void
bs_redundancy (BsRedundancy *found, BsSeen *seen, const BsHashedWord *words, gsize n, const BsRedundancy *limits)
{
  double chars = (double) (n > 0 ? n - 1 : 0);

  memset (found, 0, sizeof *found);
  for (gsize i = 0; i < n; i++)
    chars += words[i].chars;
  if (n == 0)
    return;
  find_top (found, seen, words, n, chars, limits);
  for (guint i = 0; i < BS_REPEATED_N; i++)
    found->repeated[i] = repeated (seen, words, n, BS_REPEATED_FROM + i, chars, limits->repeated[i]);
}

/* ---- Bounds ------------------------------------------------------------------------------------------------------- */

/* Pairs are counted in cells that several may share, and a five-gram has been seen where its bit is set, whoever set
 * it: so what is found is too high, never too low. */
static void
begin_sketch (BsSeen *seen, gsize n)
{
  gsize cells = LEAST;

  while (cells < 2 * n)
    cells *= 2;
  if (cells > seen->cells)
    {
      g_free (seen->pairs);
      g_free (seen->fives);
      seen->pairs = g_new (guint16, 2 * cells);
      seen->fives = g_new (guint64, cells);
      seen->cells = cells;
    }
  memset (seen->pairs, 0, 2 * cells * sizeof *seen->pairs);
  memset (seen->fives, 0, cells * sizeof *seen->fives);
  for (seen->sketch_shift = 64; cells > 1; cells /= 2)
    seen->sketch_shift--;
}

static inline guint16 *
pair_cell (BsSeen *seen, const BsHashedWord *second)
{
  guint64 key = (second[-1].hash * MIX + second->hash) * seen->factor;

  return &seen->pairs[key >> (seen->sketch_shift - 1)];
}

static inline gboolean
see_five (BsSeen *seen, guint64 hash)
{
  guint64 key = (hash ^ hash >> 29) * seen->factor;
  guint64 bit = G_GUINT64_CONSTANT (1) << (key >> (seen->sketch_shift - 6) & 63);
  guint64 *bits = &seen->fives[key >> seen->sketch_shift];
  gboolean seen_before = (*bits & bit) != 0;

  *bits |= bit;
  return seen_before;
}

static guint64
hash_of_five (const BsHashedWord *words)
{
  guint64 hash = words[0].hash;

  for (guint i = 1; i < BS_REPEATED_FROM; i++)
    hash = hash * MIX + words[i].hash;
  return hash;
}

/* An n-gram of so many occurrences ends in this word, where the last one of them counts all. */
static inline void
raise_top (BsRedundancyBound *bound, guint k, guint times, const BsHashedWord *last)
{
  guint64 length = last->chars;

  for (guint i = 1; i <= k + 1; i++)
    length += last[-(gssize) i].chars + 1;
  bound->top[k] = MAX (bound->top[k], times * length);
}

/* The same bound, but that every n-gram is taken for one of the most frequent pair and as long as the longest four words,
 * and every five-gram for as long as the longest five: far too high for most texts, and still low enough. */
void
bs_redundancy_rough_bound (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n)
{
  guint64 power = MIX * MIX * MIX * MIX, hash = 0, repeats = 0, five = 0, longest = 0, chars = 0;
  guint16 most = 0;

  begin_sketch (seen, n);
  for (gsize i = 0; i < n; i++)
    {
      chars += words[i].chars;
      five += words[i].chars;
      hash = hash * MIX + words[i].hash;
      if (i > 0)
        {
          guint16 *cell = pair_cell (seen, &words[i]);

          *cell += *cell < G_MAXUINT16;
          most = MAX (most, *cell);
        }
      if (i + 1 >= BS_REPEATED_FROM)
        {
          repeats += see_five (seen, hash);
          longest = MAX (longest, five);
          five -= words[i + 1 - BS_REPEATED_FROM].chars;
          hash -= words[i + 1 - BS_REPEATED_FROM].hash * power;
        }
    }
  longest = MAX (longest, five);
  *bound = (BsRedundancyBound){ .chars = chars + (n > 0 ? n - 1 : 0), .covered = repeats * longest };
  for (guint k = 0; most > 1 && k < BS_TOP_N; k++)
    bound->top[k] = most * (longest + BS_TOP_FROM + BS_TOP_N - 2);
}

/* An n-gram comes no oftener than any pair in it, and a longer one than five words repeats only where its five-grams
 * do. */
void
bs_redundancy_bound (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n)
{
  guint64 power = MIX * MIX * MIX * MIX, hash = 0;
  guint times[BS_TOP_N] = { 0 }; /* of the pair that ends here, and of those that end one and two words before */
  gsize done = 0;                /* words before it are counted in `covered`, or not to be */

  *bound = (BsRedundancyBound){ .chars = chars_of (words, (guint) n) + (n > 0 ? n - 1 : 0) };
  begin_sketch (seen, n);
  for (gsize i = 0; i < n; i++)
    {
      times[2] = times[1];
      times[1] = times[0];
      if (i > 0)
        {
          guint16 *cell = pair_cell (seen, &words[i]);

          times[0] = *cell += *cell < G_MAXUINT16;
          for (guint k = 0, least = times[0]; least > 1; least = MIN (least, times[k]))
            {
              raise_top (bound, k, least, &words[i]);
              if (++k == BS_TOP_N)
                break;
            }
        }
      if (i >= BS_REPEATED_FROM)
        hash -= words[i - BS_REPEATED_FROM].hash * power;
      hash = hash * MIX + words[i].hash;
      if (i + 1 < BS_REPEATED_FROM || !see_five (seen, hash))
        continue;
      done = MAX (done, i + 1 - BS_REPEATED_FROM);
      bound->covered += chars_of (words + done, (guint) (i + 1 - done));
      done = i + 1;
    }
}

/* A new five-gram covers the words around the joint where it repeats one, and its own where another one, no repetition
 * before, repeats it now. */
static guint64
covered_at (BsSeen *seen, const BsHashedWord *words, gsize n, gsize joint)
{
  gsize last = MIN (joint + BS_REPEATED_FROM - 1, n);
  guint64 covered = 0;

  for (gsize i = joint >= BS_REPEATED_FROM - 1 ? joint - (BS_REPEATED_FROM - 1) : 0; i + BS_REPEATED_FROM <= last; i++)
    if (see_five (seen, hash_of_five (words + i)))
      covered += 2 * chars_of (words + i, BS_REPEATED_FROM);
  return covered;
}

/* The n-grams over the joint, as often as the rarest pair in each. */
static void
top_at (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n, gsize joint)
{
  for (gsize last = joint; last < MIN (joint + BS_TOP_N, n); last++)
    {
      guint least = G_MAXUINT;

      for (guint k = 0; k < BS_TOP_N && k + 1 <= last; k++)
        {
          least = MIN (least, *pair_cell (seen, &words[last - k]));
          if (least > 1 && last - k - 1 < joint)
            raise_top (bound, k, least, &words[last]);
        }
    }
}

void
bs_redundancy_rejoin (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n, const guint32 *joints,
                      guint n_joints)
{
  bound->chars = chars_of (words, (guint) n) + (n > 0 ? n - 1 : 0);
  for (guint i = 0; i < n_joints; i++)
    {
      guint16 *cell = pair_cell (seen, &words[joints[i]]);

      *cell += *cell < G_MAXUINT16;
      bound->covered += covered_at (seen, words, n, joints[i]);
    }
  for (guint i = 0; i < n_joints; i++)
    top_at (bound, seen, words, n, joints[i]);
}

gboolean
bs_redundancy_within (const BsRedundancyBound *bound, const BsRedundancy *limits)
{
  for (guint k = 0; k < BS_TOP_N; k++)
    if ((double) bound->top[k] > limits->top[k] * (double) bound->chars)
      return FALSE;
  for (guint k = 0; k < BS_REPEATED_N; k++)
    if ((double) bound->covered > limits->repeated[k] * (double) bound->chars)
      return FALSE;
  return TRUE;
}
