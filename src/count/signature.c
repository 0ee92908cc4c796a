#include "count/signature.h"

#include "base/sort.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#define FIRST_SLOTS 1024         /* a power of two */
#define KEPT_SLOTS (1 << 17)     /* a larger table is given back */
#define BASE G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

/* The parts of a word. */
typedef struct {
  guint64 only; /* its one part's hash; 0: there are more, or none */
  guint32 first;
  guint32 n;
} Word;

struct _BsSignatureScratch {
  GArray *parts;  /* of guint64: hashes of the parts of words */
  GArray *words;  /* of Word, by spelling */
  GArray *tokens; /* of guint64: parts of the text's words in order */
  guint64 *slots; /* the set, an open table; 0: empty */
  gsize n_slots;  /* a power of two; 0: no set */
  gsize room;     /* for so many */
};

BsSignature *
bs_signature_new (void)
{
  BsSignature *signature = g_new0 (BsSignature, 1);

  signature->scratch = g_new0 (struct _BsSignatureScratch, 1);
  signature->scratch->parts = g_array_new (FALSE, FALSE, sizeof (guint64));
  signature->scratch->words = g_array_new (FALSE, FALSE, sizeof (Word));
  signature->scratch->tokens = g_array_new (FALSE, FALSE, sizeof (guint64));
  return signature;
}

void
bs_signature_free (BsSignature *signature)
{
  if (signature == NULL)
    return;
  g_array_unref (signature->scratch->parts);
  g_array_unref (signature->scratch->words);
  g_array_unref (signature->scratch->tokens);
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
      Word word = { .first = scratch->parts->len };

      part (bs_type_index_type (index, spellings[i].type)->word, scratch->parts);
      word.n = scratch->parts->len - word.first;
      if (word.n == 1)
        word.only = g_array_index (scratch->parts, guint64, word.first);
      g_array_append_val (scratch->words, word);
    }
}

/* The text's words as hashes of their parts, in scratch->tokens; returns how many. */
static guint
tokenize (struct _BsSignatureScratch *scratch, const BsWord *words, guint n_words)
{
  const guint64 *parts = (const guint64 *) (gpointer) scratch->parts->data;
  const Word *known = (const Word *) (gpointer) scratch->words->data;
  GArray *tokens = scratch->tokens;
  guint n = 0;

  for (guint i = 0; i < n_words; i++)
    {
      const Word *word = &known[words[i].spelling];

      if (n + word->n + 1 > tokens->len)
        g_array_set_size (tokens, 2 * (n + word->n) + n_words);
      if (word->only != 0)
        g_array_index (tokens, guint64, n++) = word->only;
      else
        for (guint j = 0; j < word->n; j++)
          g_array_index (tokens, guint64, n++) = parts[word->first + j];
    }
  return n;
}

static void
empty_slots (struct _BsSignatureScratch *scratch, gsize n_values)
{
  gsize n_slots = FIRST_SLOTS;

  while (n_slots < n_values + n_values / 2)
    n_slots *= 2;
  scratch->n_slots = n_slots;
  if (n_slots <= scratch->room && scratch->room <= KEPT_SLOTS)
    {
      memset (scratch->slots, 0, n_slots * sizeof *scratch->slots);
      return;
    }
  g_free (scratch->slots);
  scratch->slots = g_new0 (guint64, n_slots);
  scratch->room = n_slots;
}

/* Puts `value` on top of the heap, largest first, and lets it sink. */
static inline void
sink (guint64 *heap, guint n, guint64 value)
{
  guint at = 0, below;

  while ((below = 2 * at + 1) < n)
    {
      below += below + 1 < n && heap[below + 1] > heap[below];
      if (heap[below] <= value)
        break;
      heap[at] = heap[below];
      at = below;
    }
  heap[at] = value;
}

static void
keep_least (BsSignature *signature, guint64 hash)
{
  guint at;

  if (signature->n_least == BS_SKETCH_HASHES)
    {
      if (hash < signature->least[0])
        sink (signature->least, BS_SKETCH_HASHES, hash);
      return;
    }
  for (at = signature->n_least++; at > 0 && signature->least[(at - 1) / 2] < hash; at = (at - 1) / 2)
    signature->least[at] = signature->least[(at - 1) / 2];
  signature->least[at] = hash;
}

static void
sort_heap (guint64 *heap, guint n)
{
  while (n > 1)
    {
      guint64 last = heap[--n];

      heap[n] = heap[0];
      sink (heap, n, last);
    }
}

static inline guint64
stir (guint64 value)
{
  value = (value ^ (value >> 32)) * G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  value = (value ^ (value >> 32)) * G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  value ^= value >> 32;
  return value != 0 ? value : 1;
}

/* Whether the set did not hold the value before. */
static inline gboolean
enter (guint64 *slots, gsize mask, guint64 value)
{
  gsize at = value & mask;

  while (slots[at] != 0)
    {
      if (slots[at] == value)
        return FALSE;
      at = (at + 1) & mask;
    }
  slots[at] = value;
  return TRUE;
}

void
bs_signature_clear (BsSignature *signature)
{
  signature->n_shingles = signature->digest = 0;
  signature->n_least = 0;
  signature->scratch->n_slots = 0;
}

/* Enters all shingles, and keeps the least of those up to `bound`. */
static void
enter_all (BsSignature *signature, const guint64 *tokens, guint n, guint64 bound)
{
  const guint64 last_power = BASE * BASE * BASE * BASE; /* of the word that falls out next */
  guint64 *slots = signature->scratch->slots, rolling = 0, digest = 0, n_shingles = 0;
  gsize mask = signature->scratch->n_slots - 1;

  for (guint i = 0; i + 1 < BS_SHINGLE_WORDS; i++)
    rolling = rolling * BASE + tokens[i];
  for (guint i = BS_SHINGLE_WORDS - 1; i < n; i++)
    {
      guint64 shingle;

      rolling = rolling * BASE + tokens[i];
      shingle = stir (rolling);
      rolling -= last_power * tokens[i + 1 - BS_SHINGLE_WORDS];
      if (!enter (slots, mask, shingle))
        continue;
      n_shingles++;
      digest += shingle;
      if (shingle <= bound)
        keep_least (signature, shingle);
    }
  signature->n_shingles = n_shingles;
  signature->digest = digest;
}

/* Below which twice as many of n values are as a sketch holds, by chance: nearly none of the others need be looked
 * at. */
static guint64
bound_for (guint n)
{
  return n > 4 * BS_SKETCH_HASHES ? G_MAXUINT64 / n * (2 * BS_SKETCH_HASHES) : G_MAXUINT64;
}

void
bs_sign (BsSignature *signature, const BsSegments *segments, const BsTypeIndex *index)
{
  struct _BsSignatureScratch *scratch = signature->scratch;
  const guint64 *tokens;
  guint n;

  bs_signature_clear (signature);
  learn_spellings (scratch, index);
  n = tokenize (scratch, (const BsWord *) (gpointer) segments->words->data, segments->words->len);
  if (n < BS_SHINGLE_WORDS)
    return;
  tokens = (const guint64 *) (gpointer) scratch->tokens->data;
  empty_slots (scratch, n);
  enter_all (signature, tokens, n, bound_for (n));
  if (signature->n_least < MIN (BS_SKETCH_HASHES, signature->n_shingles)) /* a text that repeats itself */
    {
      signature->n_least = 0;
      empty_slots (scratch, n);
      enter_all (signature, tokens, n, G_MAXUINT64);
    }
  sort_heap (signature->least, signature->n_least);
}

void
bs_signature_set (const BsSignature *signature, GArray *set)
{
  const struct _BsSignatureScratch *scratch = signature->scratch;
  g_autofree guint64 *sorting = g_new (guint64, signature->n_shingles + 1);
  guint64 *values;
  gsize n = 0;

  g_array_set_size (set, (guint) signature->n_shingles);
  values = (guint64 *) (gpointer) set->data;
  for (gsize i = 0; i < scratch->n_slots; i++)
    if (scratch->slots[i] != 0)
      values[n++] = scratch->slots[i];
  bs_sort_uint64 (values, sorting, n);
}
