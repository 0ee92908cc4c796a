#include "count/vocabulary.h"

#include <string.h>

#include "base/hash.h"

BsVocabulary *
bs_vocabulary_new (void)
{
  BsVocabulary *vocabulary = g_new0 (BsVocabulary, 1);

  vocabulary->entries = g_hash_table_new (bs_hash_word, g_str_equal);
  vocabulary->by_term = g_ptr_array_new ();
  vocabulary->counts = g_array_new (FALSE, TRUE, sizeof (guint64));
  vocabulary->arena = bs_arena_new ();
  return vocabulary;
}

void
bs_vocabulary_free (BsVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_hash_table_unref (vocabulary->entries);
  g_ptr_array_unref (vocabulary->by_term);
  g_array_unref (vocabulary->counts);
  bs_arena_free (vocabulary->arena);
  g_free (vocabulary);
}

/* A table whose keys are its values takes three fifths of the memory of one of keys and values. */
static BsEntry *
entry_of_word (char *word)
{
  return word != NULL ? (BsEntry *) (gpointer) (word - G_STRUCT_OFFSET (BsEntry, word)) : NULL;
}

static BsEntry *
add_entry (BsVocabulary *vocabulary, BsSpan word)
{
  BsEntry *entry = bs_arena_alloc (vocabulary->arena, sizeof (BsEntry) + word.length + 1);

  *entry = (BsEntry){ .term = vocabulary->by_term->len, .length = (guint32) word.length };
  memcpy (entry->word, word.start, word.length);
  entry->word[word.length] = '\0';
  g_ptr_array_add (vocabulary->by_term, entry);
  g_hash_table_add (vocabulary->entries, entry->word);
  return entry;
}

BsEntry *
bs_vocabulary_enter (BsVocabulary *vocabulary, BsSpan word)
{
  BsEntry *entry = entry_of_word (g_hash_table_lookup (vocabulary->entries, word.start));

  return entry != NULL ? entry : add_entry (vocabulary, word);
}

BsEntry *
bs_vocabulary_find (const BsVocabulary *vocabulary, const char *word)
{
  return entry_of_word (g_hash_table_lookup (vocabulary->entries, word));
}

BsWordNote
bs_word_note (const BsWordFacts *facts)
{
  return (BsWordNote){ .letters = facts->letters,
                       .syllables = facts->syllables,
                       .flags = (guint8) (((facts->flags & BS_WORD_FUNCTION) != 0 ? BS_WORD_NOTE_FUNCTION : 0)
                                          | ((facts->flags & BS_WORD_NUMBER) != 0 ? BS_WORD_NOTE_NUMBER : 0)) };
}

void
bs_vocabulary_add (BsVocabulary *vocabulary, const BsEntry *entry, guint64 count)
{
  if (vocabulary->counts->len <= entry->term)
    g_array_set_size (vocabulary->counts, entry->term + 1);
  g_array_index (vocabulary->counts, guint64, entry->term) += count;
  vocabulary->tokens += count;
}

guint64
bs_vocabulary_count (const BsVocabulary *vocabulary, const BsEntry *entry)
{
  return entry->term < vocabulary->counts->len ? g_array_index (vocabulary->counts, guint64, entry->term) : 0;
}

static int
by_rank (gconstpointer a, gconstpointer b, gpointer vocabulary)
{
  const BsEntry *x = *(BsEntry *const *) a, *y = *(BsEntry *const *) b;
  guint64 count_x = bs_vocabulary_count (vocabulary, x), count_y = bs_vocabulary_count (vocabulary, y);

  if (count_x != count_y)
    return count_x < count_y ? 1 : -1;
  return strcmp (x->word, y->word);
}

GPtrArray *
bs_vocabulary_ranked (const BsVocabulary *vocabulary)
{
  GPtrArray *ranked = g_ptr_array_sized_new (vocabulary->by_term->len);

  for (guint i = 0; i < vocabulary->by_term->len; i++)
    g_ptr_array_add (ranked, vocabulary->by_term->pdata[i]);
  g_ptr_array_sort_with_data (ranked, by_rank, (gpointer) vocabulary);
  return ranked;
}
