#include "count/signature.h"

#include <string.h>

#include "base/sort.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#define FIRST_SLOTS 1024         /* a power of two */
#define KEPT_ROOM (1 << 17)      /* arrays of more words are given back */

#define AHEAD 64                 /* words that are fetched ahead */
#define SLOTS_AHEAD 16           /* slots of the table of shingles */
#define SPARSE (1 << 12)         /* shingles for which there is a table that is next to empty */

/* Of a spelling, the hash of its one part; or, of one with more parts or none, a number below FIRST_HASH: which of
 * `several` they are. So stands also the one hash in four thousand millions that is no larger. Those are met seldom and
 * are many, but for the first ones: of one behind MOST_SEVERAL only the number of its parts is kept, and MOST_SEVERAL. */
#define FIRST_HASH (G_GUINT64_CONSTANT (1) << 32)
#define MOST_SEVERAL (1u << 16)

typedef struct {
  guint32 first; /* of `parts` */
  guint32 n;
} Several;

struct _BsSignatureScratch {
  GArray *words;   /* of guint64, by spelling */
  GArray *several; /* of Several */
  GArray *parts;   /* of guint64: hashes of their parts */
  GArray *again;   /* of guint64: of one that is not among `several` */
  guint64 *tokens;   /* parts of the text's words in order */
  guint64 *shingles; /* the set: the signature's n_shingles different ones, in the order of the text */
  guint64 *least;    /* those that may be among the least */
  guint32 *slots;    /* an open table of places in `shingles`, from 1, added to `used`; no more than that: empty */
  guint32 used;      /* places of earlier texts: so the table need not be emptied for every one */
  gsize room;        /* of tokens, shingles and least; there are twice as many slots or more */
  gsize n_slots;     /* a power of two */
};

BsSignature *
bs_signature_new (void)
{
  BsSignature *signature = g_new0 (BsSignature, 1);

  signature->scratch = g_new0 (struct _BsSignatureScratch, 1);
  signature->scratch->parts = g_array_new (FALSE, FALSE, sizeof (guint64));
  signature->scratch->again = g_array_new (FALSE, FALSE, sizeof (guint64));
  signature->scratch->words = g_array_new (FALSE, FALSE, sizeof (guint64));
  signature->scratch->several = g_array_new (FALSE, FALSE, sizeof (Several));
  return signature;
}

void
bs_signature_free (BsSignature *signature)
{
  if (signature == NULL)
    return;
  g_array_unref (signature->scratch->parts);
  g_array_unref (signature->scratch->again);
  g_array_unref (signature->scratch->words);
  g_array_unref (signature->scratch->several);
  g_free (signature->scratch->tokens);
  g_free (signature->scratch->shingles);
  g_free (signature->scratch->least);
  g_free (signature->scratch->slots);
  g_free (signature->scratch);
  g_free (signature);
}

static gboolean
is_mark (gunichar c)
{
  return c < 0x80 ? !g_ascii_isalnum ((char) c) : !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* Appends the hashes of a word's parts. */
static void
part (BsSpan word, GArray *parts)
{
  const char *end = word.start + word.length;

  for (const char *at = word.start, *next; at < end; at = next)
    {
      guint64 hash;

      for (next = at; next < end && !is_mark (g_utf8_get_char (next)); next = g_utf8_next_char (next))
        ;
      hash = XXH3_64bits (at, (gsize) (next - at));
      if (next > at)
        g_array_append_val (parts, hash);
      while (next < end && is_mark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
    }
}

static void
learn_spellings (struct _BsSignatureScratch *scratch, const BsTypeIndex *index)
{
  const BsSpelling *spellings = bs_type_index_spellings (index);

  for (guint32 i = scratch->words->len; i < bs_type_index_n_spellings (index); i++)
    {
      Several several = { .first = scratch->parts->len };
      guint64 word = scratch->several->len;

      part (bs_type_word (bs_type_index_type (index, spellings[i].type)), scratch->parts);
      several.n = scratch->parts->len - several.first;
      if (several.n == 1 && g_array_index (scratch->parts, guint64, several.first) >= FIRST_HASH)
        word = g_array_index (scratch->parts, guint64, several.first);
      else if (word == MOST_SEVERAL)
        word += several.n;
      else
        g_array_append_val (scratch->several, several);
      if (word >= MOST_SEVERAL)
        g_array_set_size (scratch->parts, several.first);
      g_array_append_val (scratch->words, word);
    }
}

/* Of a word that has not one part. */
static inline guint
count_parts (const struct _BsSignatureScratch *scratch, guint64 word)
{
  return word < MOST_SEVERAL ? g_array_index (scratch->several, Several, word).n : (guint) (word - MOST_SEVERAL);
}

/* The same: its parts' hashes, until this is asked again. */
static const guint64 *
parts_of (struct _BsSignatureScratch *scratch, guint64 word, const BsTypeIndex *index, guint32 spelling)
{
  if (word < MOST_SEVERAL)
    return &g_array_index (scratch->parts, guint64, g_array_index (scratch->several, Several, word).first);
  g_array_set_size (scratch->again, 0);
  part (bs_type_word (bs_type_index_type (index, bs_type_index_spellings (index)[spelling].type)), scratch->again);
  return (const guint64 *) (gpointer) scratch->again->data;
}

static guint
count_tokens (const struct _BsSignatureScratch *scratch, const BsWord *words, guint n_words)
{
  const guint64 *known = (const guint64 *) (gpointer) scratch->words->data;
  guint n = 0;

  for (guint i = 0; i < MIN (AHEAD, n_words); i++)
    __builtin_prefetch (&known[words[i].spelling]);
  for (guint i = 0; i < n_words; i++)
    {
      guint64 word = known[words[i].spelling];

      __builtin_prefetch (&known[words[MIN (i + AHEAD, n_words - 1)].spelling]);
      n += G_LIKELY (word >= FIRST_HASH) ? 1 : count_parts (scratch, word);
    }
  return n;
}

static void
make_room (struct _BsSignatureScratch *scratch, gsize n)
{
  if (n <= scratch->room && (scratch->room <= KEPT_ROOM || n > KEPT_ROOM))
    return;
  scratch->room = MAX (n, FIRST_SLOTS / 2);
  for (scratch->n_slots = 8 * SPARSE; scratch->n_slots < 2 * scratch->room;)
    scratch->n_slots *= 2;
  g_free (scratch->tokens);
  g_free (scratch->shingles);
  g_free (scratch->least);
  g_free (scratch->slots);
  scratch->tokens = g_new (guint64, scratch->room);
  scratch->shingles = g_new (guint64, scratch->room);
  scratch->least = g_new (guint64, 2 * scratch->room); /* the second half for sorting */
  scratch->slots = g_new0 (guint32, scratch->n_slots);
  scratch->used = 0;
}

/* The text's words as hashes of their parts, in scratch->tokens. */
static void
tokenize (struct _BsSignatureScratch *scratch, const BsTypeIndex *index, const BsWord *words, guint n_words)
{
  const guint64 *known = (const guint64 *) (gpointer) scratch->words->data;
  guint64 *token = scratch->tokens;

  for (guint i = 0; i < n_words; i++)
    {
      guint64 word = known[words[i].spelling];

      if (G_LIKELY (word >= FIRST_HASH))
        *token++ = word;
      else
        {
          guint n = count_parts (scratch, word);

          if (n > 0)
            memcpy (token, parts_of (scratch, word, index, words[i].spelling), n * sizeof *token);
          token += n;
        }
    }
}

void
bs_signature_clear (BsSignature *signature)
{
  signature->n_shingles = signature->digest = 0;
  signature->n_least = 0;
}

/* Leaves out of the shingles those that stand there a second time, and adds up the others. */
static void
keep_different (BsSignature *signature, gsize n)
{
  struct _BsSignatureScratch *scratch = signature->scratch;
  guint64 *shingles = scratch->shingles, digest = 0;
  gsize mask = FIRST_SLOTS - 1;
  guint32 kept = 0;

  while (mask + 1 < (n <= SPARSE ? 8 : 2) * n)
    mask = 2 * mask + 1;
  if (n > G_MAXUINT32 - scratch->used)
    {
      memset (scratch->slots, 0, scratch->n_slots * sizeof *scratch->slots);
      scratch->used = 0;
    }
  for (gsize i = 0; i < n; i++)
    {
      guint64 shingle = shingles[i];
      gsize at = shingle & mask;

      __builtin_prefetch (&scratch->slots[shingles[MIN (i + SLOTS_AHEAD, n - 1)] & mask], 1);

      while (scratch->slots[at] > scratch->used && shingles[scratch->slots[at] - scratch->used - 1] != shingle)
        at = (at + 1) & mask;
      if (scratch->slots[at] > scratch->used)
        continue;
      shingles[kept++] = shingle;
      scratch->slots[at] = scratch->used + kept;
      digest += shingle;
    }
  scratch->used += kept;
  signature->n_shingles = kept;
  signature->digest = digest;
}

/* Collects those of the shingles that are no larger than the bound; returns how many. */
static guint
collect (struct _BsSignatureScratch *scratch, gsize n, guint64 bound)
{
  guint found = 0;

  for (gsize i = 0; i < n; i++)
    {
      scratch->least[found] = scratch->shingles[i];
      found += scratch->shingles[i] <= bound;
    }
  return found;
}

/* Below which half as many again of n values are as a sketch holds, by chance: nearly none of the others need be looked
 * at. */
static guint64
bound_for (gsize n)
{
  return n > 2 * BS_SKETCH_HASHES ? G_MAXUINT64 / n * (BS_SKETCH_HASHES + BS_SKETCH_HASHES / 2) : G_MAXUINT64;
}

static void
keep_least (BsSignature *signature)
{
  struct _BsSignatureScratch *scratch = signature->scratch;
  gsize n = signature->n_shingles;
  guint found = collect (scratch, n, bound_for (n));

  if (found < MIN (BS_SKETCH_HASHES, n)) /* chance would have it */
    found = collect (scratch, n, G_MAXUINT64);
  bs_sort_uint64 (scratch->least, scratch->least + scratch->room, found);
  signature->n_least = MIN (found, BS_SKETCH_HASHES);
  memcpy (signature->least, scratch->least, signature->n_least * sizeof *signature->least);
}

void
bs_sign (BsSignature *signature, const BsSegments *segments, const BsTypeIndex *index)
{
  struct _BsSignatureScratch *scratch = signature->scratch;
  const BsWord *words = (const BsWord *) (gpointer) segments->words->data;
  guint n;

  bs_signature_clear (signature);
  learn_spellings (scratch, index);
  n = count_tokens (scratch, words, segments->words->len);
  if (n < BS_SHINGLE_WORDS)
    return;
  make_room (scratch, n);
  tokenize (scratch, index, words, segments->words->len);
  BS_KERNEL_CHOOSE (bs_shingles) (scratch->tokens, n, scratch->shingles);
  keep_different (signature, n - BS_SHINGLE_WORDS + 1);
  keep_least (signature);
}

void
bs_signature_set (const BsSignature *signature, GArray *set)
{
  g_autofree guint64 *sorting = g_new (guint64, signature->n_shingles + 1);

  g_array_set_size (set, (guint) signature->n_shingles);
  if (set->len == 0)
    return;
  memcpy (set->data, signature->scratch->shingles, set->len * sizeof (guint64));
  bs_sort_uint64 ((guint64 *) (gpointer) set->data, sorting, set->len);
}
