#include "segment/type-index.h"

#include <string.h>

#include "base/arena.h"
#include "base/give-back.h"
#include "base/hash.h"
#include "lexicon/ahead.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#define BATCH 64         /* words whose lines are fetched ahead */
#define AHEAD_EVERY 16   /* words from one step ahead to the next: about as long as memory takes */
#define KEPT_WAITING 8192 /* new spellings of a text; room for more is given back */
#define INLINE_LENGTH 16 /* a spelling of so many bytes is its own key */
#define FIRST_LINES 4096
#define LINES_GIVEN_BACK 65536
#define FULL(n_lines) ((n_lines) / 20 * 17 * LINE_SLOTS) /* spellings for which a table is too small */

/* A line of the cache, and of the flat table. Of a short spelling the key is its very bytes, so that no string is
 * compared; of a longer one a hash, and the string decides. The older of a line's spellings stand in front: they are the
 * frequent ones. */
#define LINE_SLOTS 3
#define LINE_BYTES 64

typedef struct {
  guint64 key[LINE_SLOTS][2];
  guint32 number[LINE_SLOTS]; /* of the spelling, and one; 0: nothing stands there, nor behind it */
  guint32 unused;
} Line;

G_STATIC_ASSERT (sizeof (Line) == LINE_BYTES);

/* No byte of UTF-8 is this: at the end of a key it says that the word is longer than a key. */
#define LONG_KEY 0xFF

typedef struct {
  const char *word;
  guint32 length;
  guint32 spelling;
} LongWord;

struct _BsTypeIndex {
  BsLexiconOptions options;
  Line *lines;
  guint32 n_lines;
  guint32 n_spellings;
  guint64 seed;          /* against words made to collide; results do not depend on it */
  GArray *spellings;     /* of BsSpelling */
  GArray *long_words;    /* of LongWord, by spelling: those longer than a key */
  GPtrArray *types;      /* of BsType */
  GHashTable *by_word;   /* a set of char *, the words of types */
  BsArena *arena;
  GString *folded;
  GArray *waiting;       /* of BsSpan: the last spellings, which are not described yet */
  BsAhead ahead;         /* of these */
};

BsTypeIndex *
bs_type_index_new (const BsLexiconOptions *options)
{
  BsTypeIndex *index = g_new0 (BsTypeIndex, 1);

  bs_lexicon_init ();
  if (options != NULL)
    index->options = *options;
  index->lines = g_aligned_alloc0 (FIRST_LINES, sizeof (Line), LINE_BYTES);
  index->n_lines = FIRST_LINES;
  index->seed = (guint64) g_random_int () << 32 | g_random_int ();
  index->spellings = g_array_new (FALSE, FALSE, sizeof (BsSpelling));
  index->long_words = g_array_new (FALSE, FALSE, sizeof (LongWord));
  index->types = g_ptr_array_new ();
  index->by_word = g_hash_table_new (bs_hash_word, g_str_equal);
  index->arena = bs_arena_new ();
  index->folded = g_string_new (NULL);
  index->waiting = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  return index;
}

void
bs_type_index_free (BsTypeIndex *index)
{
  if (index == NULL)
    return;
  g_aligned_free (index->lines);
  g_array_unref (index->spellings);
  g_array_unref (index->long_words);
  g_ptr_array_unref (index->types);
  g_hash_table_unref (index->by_word);
  bs_arena_free (index->arena);
  g_string_free (index->folded, TRUE);
  g_array_unref (index->waiting);
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

/* A table whose keys are its values takes three fifths of the memory of one of keys and values. */
static BsType *
type_of_word (char *word)
{
  return word != NULL ? (BsType *) (gpointer) (word - G_STRUCT_OFFSET (BsType, word)) : NULL;
}

static BsType *
type_of (BsTypeIndex *index, BsSpan folded)
{
  BsType *type = type_of_word (g_hash_table_lookup (index->by_word, folded.start));

  if (type == NULL)
    {
      type = bs_arena_alloc (index->arena, sizeof (BsType) + folded.length + 1);
      type->id = index->types->len;
      type->same = BS_NO_SPELLING;
      type->length = (guint32) folded.length;
      memcpy (type->word, folded.start, folded.length + 1);
      g_ptr_array_add (index->types, type);
      g_hash_table_add (index->by_word, type->word);
    }
  return type;
}

/* Its facts are worked out when the text has been looked up. */
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
  bs_ahead_set_out (&index->ahead, bs_type_word (type));
  g_array_append_val (index->waiting, word);
  g_array_append_val (index->spellings, spelling);
  if (word.length > INLINE_LENGTH)
    {
      LongWord one = { bs_arena_copy (index->arena, word), (guint32) word.length, index->n_spellings };

      g_array_append_val (index->long_words, one);
    }
  return index->n_spellings++;
}

static inline guint64
mix (guint64 a, guint64 b)
{
  __uint128_t product = (__uint128_t) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

static inline guint64
hash_of_key (const BsTypeIndex *index, const guint64 key[2])
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
      ((guint8 *) key)[INLINE_LENGTH - 1] = LONG_KEY;
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

/* ---- The flat table ----------------------------------------------------------------------------------------------- */

/* Any number of lines will do, so that the table need not double. */
static inline guint32
line_of (guint64 hash, guint32 n_lines)
{
  return (guint32) ((hash >> 32) * n_lines >> 32);
}

/* Into a line with room, in front of those that are younger. */
static void
put_into_line (Line *line, const guint64 key[2], guint32 number)
{
  guint at = 0;

  while (line->number[at] != 0)
    at++;
  for (; at > 0 && line->number[at - 1] > number; at--)
    {
      memcpy (line->key[at], line->key[at - 1], sizeof line->key[at]);
      line->number[at] = line->number[at - 1];
    }
  memcpy (line->key[at], key, sizeof line->key[at]);
  line->number[at] = number;
}

static void
put (Line *lines, guint32 n_lines, guint64 hash, const guint64 key[2], guint32 number)
{
  guint32 at = line_of (hash, n_lines);

  while (lines[at].number[LINE_SLOTS - 1] != 0)
    at = at + 1 < n_lines ? at + 1 : 0;
  put_into_line (&lines[at], key, number);
}

/* Lines stand in the order of hashes, whatever their number: the old table goes while the new one is filled. */
static void
grow (BsTypeIndex *index)
{
  guint32 n_lines = index->n_lines + index->n_lines / 4;
  Line *lines = g_aligned_alloc0 (n_lines, sizeof (Line), LINE_BYTES);

  for (guint32 i = 0; i < index->n_lines; i++)
    {
      const Line *line = &index->lines[i];

      for (guint slot = 0; slot < LINE_SLOTS && line->number[slot] != 0; slot++)
        put (lines, n_lines, hash_of_key (index, line->key[slot]), line->key[slot], line->number[slot]);
      if ((i + 1) % LINES_GIVEN_BACK == 0)
        bs_give_back (index->lines + i + 1 - LINES_GIVEN_BACK, LINES_GIVEN_BACK * sizeof (Line));
    }
  g_aligned_free (index->lines);
  index->lines = lines;
  index->n_lines = n_lines;
}

static gboolean
is_long_word (const BsTypeIndex *index, guint32 spelling, BsSpan word)
{
  const LongWord *all = (const LongWord *) (gpointer) index->long_words->data;
  guint from = 0, to = index->long_words->len;

  while (from + 1 < to)
    {
      guint middle = from + (to - from) / 2;

      if (all[middle].spelling <= spelling)
        from = middle;
      else
        to = middle;
    }
  return all[from].length == word.length && memcmp (all[from].word, word.start, word.length) == 0;
}

static inline gboolean
slot_holds (const BsTypeIndex *index, const Line *line, guint slot, const guint64 key[2], BsSpan word)
{
  return line->key[slot][0] == key[0] && line->key[slot][1] == key[1]
         && (word.length <= INLINE_LENGTH || is_long_word (index, line->number[slot] - 1, word));
}

/* Of a word that is not the first of its line: it stands further on, or is new. */
static G_NO_INLINE guint32
find_further (BsTypeIndex *index, BsSpan word, const guint64 key[2], guint64 hash)
{
  guint32 at = line_of (hash, index->n_lines);

  for (;; at = at + 1 < index->n_lines ? at + 1 : 0)
    for (guint slot = 0; slot < LINE_SLOTS; slot++)
      {
        const Line *line = &index->lines[at];

        if (line->number[slot] == 0)
          {
            if (index->n_spellings >= FULL (index->n_lines))
              grow (index);
            put (index->lines, index->n_lines, hash, key, index->n_spellings + 1);
            return meet_spelling (index, word);
          }
        if (slot_holds (index, line, slot, key, word))
          return line->number[slot] - 1;
      }
}

static void
describe_waiting (BsTypeIndex *index)
{
  guint32 first = index->n_spellings - index->waiting->len;

  bs_ahead_arrive (&index->ahead);
  for (guint i = 0; i < index->waiting->len; i++)
    {
      BsSpelling *spelling = &g_array_index (index->spellings, BsSpelling, first + i);

      bs_lexicon_describe (g_array_index (index->waiting, BsSpan, i),
                           bs_type_word (bs_type_index_type (index, spelling->type)), &index->options, &spelling->facts);
    }
  if (index->waiting->len > KEPT_WAITING)
    {
      g_array_unref (index->waiting);
      index->waiting = g_array_new (FALSE, FALSE, sizeof (BsSpan));
    }
  g_array_set_size (index->waiting, 0);
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
          hashes[i] = hash_of_key (index, keys[i]);
          __builtin_prefetch (&index->lines[line_of (hashes[i], index->n_lines)]);
        }
      for (gsize i = 0; i < n; i++)
        {
          BsWord *word = &words[first + i];
          const Line *line = &index->lines[line_of (hashes[i], index->n_lines)];
          guint64 differ = (line->key[0][0] ^ keys[i][0]) | (line->key[0][1] ^ keys[i][1]);

          word->spelling = G_LIKELY (differ == 0 && word->length <= INLINE_LENGTH)
                               ? line->number[0] - 1
                               : find_further (index, bs_span (text.start + word->start, word->length), keys[i],
                                               hashes[i]);
          __builtin_prefetch (&g_array_index (index->spellings, BsSpelling, word->spelling)); /* it is asked for next */
          if (i % AHEAD_EVERY == 0)
            bs_ahead_go_on (&index->ahead);
        }
    }
  describe_waiting (index);
}

/* ---- Records ------------------------------------------------------------------------------------------------------ */

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
    bs_lexicon_describe (bs_type_word (type), bs_type_word (type), NULL, facts);
}

guint32
bs_type_index_n_types (const BsTypeIndex *index)
{
  return index->types->len;
}

const BsType *
bs_type_index_find (const BsTypeIndex *index, const char *word)
{
  return type_of_word (g_hash_table_lookup (index->by_word, word));
}
