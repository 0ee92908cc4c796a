#include "segment/leave-out.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/hash.h"

static guint32
count_long (const BsWord *words, guint n, guint32 most)
{
  guint32 found = 0;

  for (guint i = 0; i < n; i++)
    found += words[i].length > most;
  return found;
}

/* Two gaps between which no word is left are one. */
static void
join_gaps (BsGap *before, const BsGap *behind)
{
  before->next_start = behind->next_start;
  before->flags |= behind->flags;
}

/* Puts the gaps in front of the words that are left; `left_out` says of each word how many before it are not. */
static void
renumber_gaps (GArray *gaps, const guint32 *left_out)
{
  BsGap *gap = (BsGap *) (gpointer) gaps->data;
  guint32 old = 0;
  guint kept = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      guint32 number = gap[i].word;
      BsGap moved = gap[i];

      moved.word -= left_out[number];
      if (kept > 0 && gap[kept - 1].word == moved.word && old != number)
        join_gaps (&gap[kept - 1], &moved);
      else
        gap[kept++] = moved;
      old = number;
    }
  g_array_set_size (gaps, kept);
}

guint32
bs_leave_out_long_words (GArray *words, GArray *gaps, guint32 most)
{
  BsWord *word = (BsWord *) (gpointer) words->data;
  guint32 found = count_long (word, words->len, most), n = 0;
  g_autofree guint32 *left_out = NULL;

  if (found == 0)
    return 0;
  left_out = g_new (guint32, words->len + 1);
  for (guint i = 0; i < words->len; i++)
    {
      left_out[i] = n;
      if (word[i].length > most)
        n++;
      else
        word[i - n] = word[i];
    }
  left_out[words->len] = n;
  renumber_gaps (gaps, left_out);
  g_array_set_size (words, words->len - n);
  return found;
}

/* Two spellings of one hash count once: of a million, one in ten million times. */
static gboolean
is_new (guint64 *table, guint64 mask, guint64 hash)
{
  hash += hash == 0;
  for (guint64 at = hash & mask;; at = (at + 1) & mask)
    if (table[at] == hash)
      return FALSE;
    else if (table[at] == 0)
      {
        table[at] = hash;
        return TRUE;
      }
}

gboolean
bs_has_more_spellings (BsSpan text, const GArray *words, guint32 most)
{
  g_autofree guint64 *table = NULL;
  guint64 size = 1024, seed = bs_hash_seed ();
  guint32 found = 0;

  if (words->len <= most)
    return FALSE;
  while (size < 2 * ((guint64) most + 1))
    size *= 2;
  table = g_new0 (guint64, size);
  for (guint i = 0; i < words->len && found <= most; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);

      found += is_new (table, size - 1, XXH3_64bits_withSeed (text.start + word->start, word->length, seed));
    }
  return found > most;
}
