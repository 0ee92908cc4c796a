#include "lexicon/word-table.h"

/* Free while the value is 0. */
typedef struct
{
  guint32 hash;
  guint32 length;
  guint32 start; /* in bytes */
  guint32 value;
} Slot;

/* A word marks two of the 64 bits that eight slots share. Most words that are asked for stand in no table, and that is
 * told without a look at a slot: the bits are few enough to stay in the cache. */
#define SLOTS_A_MARK 8

struct _BsWordTable
{
  Slot *slots;
  guint64 *marks;
  guint32 mask; /* slots, a power of two and at least twice the words, less one */
  guint size;
  GByteArray *bytes; /* the words one after the other */
};

static guint64
load_8 (const char *from)
{
  guint64 value;

  memcpy (&value, from, sizeof value);
  return value;
}

static guint64
load_4 (const char *from)
{
  guint32 value;

  memcpy (&value, from, sizeof value);
  return value;
}

static guint64
mix (guint64 hash, guint64 bytes)
{
  hash = (hash ^ bytes) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ hash >> 32;
}

/* Takes eight bytes at a time; the last eight, or the two fours of a short word, may overlap what was taken before, so
 * that no length needs a loop over bytes. */
static inline guint32
hash_of (BsSpan word)
{
  guint64 hash = word.length;
  gsize i = 0;

  if (word.length >= 8)
    {
      for (; i + 8 < word.length; i += 8)
        hash = mix (hash, load_8 (word.start + i));
      return (guint32)mix (hash, load_8 (word.start + word.length - 8));
    }
  if (word.length >= 4)
    return (guint32)mix (hash, load_4 (word.start) << 32 | load_4 (word.start + word.length - 4));
  for (; i < word.length; i++)
    hash = hash << 8 | (guchar)word.start[i];
  return (guint32)mix (hash, 0);
}

/* By the same steps; two words of a length. */
static inline gboolean
is_same (const char *a, const char *b, gsize length)
{
  gsize i = 0;

  if (length >= 8)
    {
      for (; i + 8 < length; i += 8)
        if (load_8 (a + i) != load_8 (b + i))
          return FALSE;
      return load_8 (a + length - 8) == load_8 (b + length - 8);
    }
  if (length >= 4)
    return load_4 (a) == load_4 (b) && load_4 (a + length - 4) == load_4 (b + length - 4);
  while (i < length && a[i] == b[i])
    i++;
  return i == length;
}

static inline guint64
marks_of (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash & 63) | G_GUINT64_CONSTANT (1) << (hash >> 6 & 63);
}

/* From other bits than the marks. */
static inline guint64 *
marks_for (const BsWordTable *table, guint32 hash)
{
  return &table->marks[(hash >> 12) & (table->mask / SLOTS_A_MARK)];
}

/* The word's slot, or the free one where it belongs. */
static inline Slot *
find_slot (const BsWordTable *table, BsSpan word, guint32 hash)
{
  const char *bytes = (const char *)table->bytes->data;

  for (guint32 at = hash & table->mask;; at = (at + 1) & table->mask)
    {
      Slot *slot = &table->slots[at];
      if (slot->value == 0)
        return slot;
      if (slot->hash == hash && slot->length == word.length && is_same (bytes + slot->start, word.start, word.length))
        return slot;
    }
}

static void
grow (BsWordTable *table)
{
  Slot *old = table->slots;
  guint32 n = table->mask + 1;

  table->mask = 2 * n - 1;
  table->slots = g_new0 (Slot, 2 * n);
  g_free (table->marks);
  table->marks = g_new0 (guint64, 2 * n / SLOTS_A_MARK);
  for (guint32 i = 0; i < n; i++)
    if (old[i].value != 0)
      {
        const char *start = (const char *)table->bytes->data + old[i].start;
        *find_slot (table, bs_span (start, old[i].length), old[i].hash) = old[i];
        *marks_for (table, old[i].hash) |= marks_of (old[i].hash);
      }
  g_free (old);
}

BsWordTable *
bs_word_table_new (guint expected)
{
  BsWordTable *table = g_new0 (BsWordTable, 1);
  guint32 n = 16;

  while (n / 2 < expected && n < 1u << 30)
    n *= 2;
  table->slots = g_new0 (Slot, n);
  table->mask = n - 1;
  table->marks = g_new0 (guint64, n / SLOTS_A_MARK);
  table->bytes = g_byte_array_new ();
  return table;
}

void
bs_word_table_free (BsWordTable *table)
{
  if (table == NULL)
    return;
  g_byte_array_unref (table->bytes);
  g_free (table->slots);
  g_free (table->marks);
  g_free (table);
}

guint32
bs_word_table_get (const BsWordTable *table, BsSpan word)
{
  guint32 hash = hash_of (word);
  guint64 marks = marks_of (hash);

  return (*marks_for (table, hash) & marks) == marks ? find_slot (table, word, hash)->value : 0;
}

void
bs_word_table_set (BsWordTable *table, BsSpan word, guint32 value)
{
  guint32 hash = hash_of (word);
  Slot *slot;

  g_return_if_fail (table != NULL && value != 0 && word.length > 0 && word.length < 1u << 16);
  if (table->size >= (table->mask + 1) / 2)
    grow (table);
  slot = find_slot (table, word, hash);
  if (slot->value == 0)
    {
      *slot = (Slot){ .hash = hash, .length = (guint32)word.length, .start = table->bytes->len };
      g_byte_array_append (table->bytes, (const guint8 *)word.start, (guint)word.length);
      *marks_for (table, hash) |= marks_of (hash);
      table->size++;
    }
  slot->value = value;
}

guint
bs_word_table_size (const BsWordTable *table)
{
  return table->size;
}
