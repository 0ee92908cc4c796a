#include "segment/type-index.h"

#include "base/arena.h"
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#define BATCH 64         /* words whose slots are fetched ahead */
#define INLINE_LENGTH 16  /* a spelling of so many bytes is its own key */
#define FIRST_SLOTS 4096  /* a power of two */
#define SLOT_ALIGNMENT 64 /* bytes */

/* A slot of the flat table. Of a short spelling the key is its very bytes, so that no string is compared; of a longer
 * one a hash, and the string decides. */
typedef struct {
  guint64 key[2];
  guint32 spelling;
  guint32 length; /* bytes; 0: an empty slot */
  guint32 unused[2]; /* two slots are a line of the cache, and none lies in two lines */
} Slot;

struct _BsTypeIndex {
  BsLexiconOptions options;
  Slot *slots;
  guint32 mask;
  guint32 n_spellings;
  guint64 seed;          /* against words made to collide; results do not depend on it */
  GArray *spellings;     /* of BsSpelling */
  GPtrArray *long_words; /* of char *, by spelling; NULL for short ones */
  GPtrArray *types;      /* of BsType */
  GHashTable *by_word;   /* folded word to BsType */
  BsArena *arena;
  GString *folded;
};

BsTypeIndex *
bs_type_index_new (const BsLexiconOptions *options)
{
  BsTypeIndex *index = g_new0 (BsTypeIndex, 1);

  bs_lexicon_init ();
  if (options != NULL)
    index->options = *options;
  index->slots = g_aligned_alloc0 (FIRST_SLOTS, sizeof (Slot), SLOT_ALIGNMENT);
  index->mask = FIRST_SLOTS - 1;
  index->seed = (guint64) g_random_int () << 32 | g_random_int ();
  index->spellings = g_array_new (FALSE, FALSE, sizeof (BsSpelling));
  index->long_words = g_ptr_array_new ();
  index->types = g_ptr_array_new ();
  index->by_word = g_hash_table_new (bs_hash_word, g_str_equal);
  index->arena = bs_arena_new ();
  index->folded = g_string_new (NULL);
  return index;
}

void
bs_type_index_free (BsTypeIndex *index)
{
  if (index == NULL)
    return;
  g_aligned_free (index->slots);
  g_array_unref (index->spellings);
  g_ptr_array_unref (index->long_words);
  g_ptr_array_unref (index->types);
  g_hash_table_unref (index->by_word);
  bs_arena_free (index->arena);
  g_string_free (index->folded, TRUE);
  g_free (index);
}

static gboolean
is_ascii (BsSpan span)
{
  for (gsize i = 0; i < span.length; i++)
    if ((guchar) span.start[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static void
append_straight (GString *folded, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xFF07)
        g_string_append_c (folded, '\'');
      else if (c == 0x2010 || c == 0x2011)
        g_string_append_c (folded, '-');
      else
        g_string_append_unichar (folded, c);
    }
}

void
bs_fold_word (BsSpan spelling, GString *folded)
{
  if (is_ascii (spelling))
    {
      for (gsize i = 0; i < spelling.length; i++)
        g_string_append_c (folded, g_ascii_tolower (spelling.start[i]));
      return;
    }

  if (spelling.length > BS_FOLD_MAX)
    {
      g_autofree char *lower = g_utf8_casefold (spelling.start, (gssize) spelling.length);

      append_straight (folded, lower);
      return;
    }

  {
    /* folding can undo a composition and composing can undo a folding: once more over settles both */
    g_autofree char *composed = g_utf8_normalize (spelling.start, (gssize) spelling.length, G_NORMALIZE_NFC);
    g_autofree char *lower = g_utf8_casefold (composed != NULL ? composed : "\xef\xbf\xbd", -1);
    g_autofree char *settled = g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);

    append_straight (folded, settled != NULL ? settled : lower);
  }
}

static BsType *
type_of (BsTypeIndex *index, BsSpan folded)
{
  BsType *type = g_hash_table_lookup (index->by_word, folded.start);

  if (type == NULL)
    {
      type = bs_arena_alloc (index->arena, sizeof (BsType));
      type->word = bs_span (bs_arena_copy (index->arena, folded), folded.length);
      type->id = index->types->len;
      type->same = BS_NO_SPELLING;
      g_ptr_array_add (index->types, type);
      g_hash_table_insert (index->by_word, (gpointer) type->word.start, type);
    }
  return type;
}

static guint32
meet_spelling (BsTypeIndex *index, BsSpan word)
{
  BsSpelling spelling = { 0 };
  BsSpan folded;
  BsType *type;

  g_string_truncate (index->folded, 0);
  bs_fold_word (word, index->folded);
  folded = bs_span (index->folded->str, index->folded->len);
  type = type_of (index, folded);
  spelling.type = type->id;
  if (bs_span_equal (word, folded))
    type->same = index->n_spellings;
  bs_lexicon_describe (word, folded, &index->options, &spelling.facts);
  g_array_append_val (index->spellings, spelling);
  g_ptr_array_add (index->long_words, word.length > INLINE_LENGTH ? bs_arena_copy (index->arena, word) : NULL);
  return index->n_spellings++;
}

static inline guint64
mix (guint64 a, guint64 b)
{
  __uint128_t product = (__uint128_t) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

static inline guint64
slot_hash (const BsTypeIndex *index, const guint64 key[2])
{
  return mix (key[0] ^ index->seed, key[1] ^ 0x9E3779B97F4A7C15u);
}

static const guint8 ones_then_zeros[2 * INLINE_LENGTH] = { [0 ... INLINE_LENGTH - 1] = 0xFF };

/* The key of a word: its bytes where they fit. */
static inline void
make_key (const BsTypeIndex *index, BsSpan text, const BsWord *word, guint64 key[2])
{
  const char *at = text.start + word->start;

  if (word->length > INLINE_LENGTH)
    {
      XXH128_hash_t hash = XXH3_128bits_withSeed (at, word->length, index->seed);

      key[0] = hash.low64;
      key[1] = hash.high64;
      return;
    }
  if (G_LIKELY (word->start + INLINE_LENGTH <= text.length))
    {
      guint64 mask[2];

      memcpy (key, at, INLINE_LENGTH);
      memcpy (mask, ones_then_zeros + INLINE_LENGTH - word->length, INLINE_LENGTH);
      key[0] &= mask[0];
      key[1] &= mask[1];
      return;
    }
  key[0] = key[1] = 0;
  memcpy (key, at, word->length);
}

static void
grow (BsTypeIndex *index)
{
  guint32 mask = index->mask * 2 + 1;
  Slot *slots = g_aligned_alloc0 ((gsize) mask + 1, sizeof (Slot), SLOT_ALIGNMENT);

  for (gsize i = 0; i <= index->mask; i++)
    if (index->slots[i].length != 0)
      {
        guint32 at = (guint32) slot_hash (index, index->slots[i].key) & mask;

        while (slots[at].length != 0)
          at = (at + 1) & mask;
        slots[at] = index->slots[i];
      }
  g_aligned_free (index->slots);
  index->slots = slots;
  index->mask = mask;
}

static inline gboolean
slot_holds (const BsTypeIndex *index, const Slot *slot, const guint64 key[2], BsSpan word)
{
  return slot->key[0] == key[0] && slot->key[1] == key[1] && slot->length == word.length
         && (word.length <= INLINE_LENGTH
             || memcmp (index->long_words->pdata[slot->spelling], word.start, word.length) == 0);
}

/* Of a word that is not where its hash says: it stands further on, or is new. */
static G_NO_INLINE guint32
find_further (BsTypeIndex *index, BsSpan word, const guint64 key[2], guint64 hash)
{
  guint32 at = (guint32) hash & index->mask;

  while (index->slots[at].length != 0)
    {
      if (slot_holds (index, &index->slots[at], key, word))
        return index->slots[at].spelling;
      at = (at + 1) & index->mask;
    }

  if (index->n_spellings > index->mask / 2 + index->mask / 8)
    {
      grow (index);
      at = (guint32) hash & index->mask;
      while (index->slots[at].length != 0)
        at = (at + 1) & index->mask;
    }
  index->slots[at] = (Slot){ { key[0], key[1] }, index->n_spellings, (guint32) word.length };
  return meet_spelling (index, word);
}

void
bs_type_index_look_up (BsTypeIndex *index, BsSpan text, BsWord *words, gsize n_words)
{
  guint64 keys[BATCH][2], hashes[BATCH];

  for (gsize first = 0; first < n_words; first += BATCH)
    {
      gsize n = MIN (BATCH, n_words - first);

      for (gsize i = 0; i < n; i++)
        {
          make_key (index, text, &words[first + i], keys[i]);
          hashes[i] = slot_hash (index, keys[i]);
          __builtin_prefetch (&index->slots[hashes[i] & index->mask]);
        }
      for (gsize i = 0; i < n; i++)
        {
          BsWord *word = &words[first + i];
          const Slot *slot = &index->slots[hashes[i] & index->mask];
          guint64 differ = (slot->key[0] ^ keys[i][0]) | (slot->key[1] ^ keys[i][1]) | (slot->length ^ word->length);

          word->spelling = G_LIKELY (differ == 0 && word->length <= INLINE_LENGTH)
                               ? slot->spelling
                               : find_further (index, bs_span (text.start + word->start, word->length), keys[i],
                                               hashes[i]);
        }
    }
}

const BsSpelling *
bs_type_index_spellings (const BsTypeIndex *index)
{
  return (const BsSpelling *) (gpointer) index->spellings->data;
}

guint32
bs_type_index_n_spellings (const BsTypeIndex *index)
{
  return index->n_spellings;
}

const BsType *
bs_type_index_type (const BsTypeIndex *index, guint32 id)
{
  g_return_val_if_fail (id < index->types->len, NULL);
  return index->types->pdata[id];
}

void
bs_type_index_describe (const BsTypeIndex *index, guint32 id, BsWordFacts *facts)
{
  const BsType *type = bs_type_index_type (index, id);

  if (type->same != BS_NO_SPELLING && index->options.numbers == BS_NUMBERS_SPOKEN)
    *facts = bs_type_index_spellings (index)[type->same].facts;
  else
    bs_lexicon_describe (type->word, type->word, NULL, facts);
}

guint32
bs_type_index_n_types (const BsTypeIndex *index)
{
  return index->types->len;
}

GHashTable *
bs_type_index_types (BsTypeIndex *index)
{
  return index->by_word;
}
