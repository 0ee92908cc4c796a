#include "count/vocabulary.h"

#include "base/hash.h"

BsVocabulary *
bs_vocabulary_new (void)
{
  BsVocabulary *vocabulary = g_new0 (BsVocabulary, 1);

  vocabulary->entries = g_hash_table_new (bs_hash_word, g_str_equal);
  vocabulary->by_term = g_ptr_array_new ();
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
  bs_arena_free (vocabulary->arena);
  g_free (vocabulary);
}

BsEntry *
bs_vocabulary_enter (BsVocabulary *vocabulary, BsSpan word)
{
  BsEntry *entry = g_hash_table_lookup (vocabulary->entries, word.start);

  if (entry == NULL)
    {
      entry = bs_arena_alloc (vocabulary->arena, sizeof (BsEntry));
      *entry = (BsEntry){ .word = bs_span (bs_arena_copy (vocabulary->arena, word), word.length),
                          .term = vocabulary->by_term->len };
      g_ptr_array_add (vocabulary->by_term, entry);
      g_hash_table_insert (vocabulary->entries, (gpointer) entry->word.start, entry);
    }
  return entry;
}

BsEntry *
bs_vocabulary_find (const BsVocabulary *vocabulary, const char *word)
{
  return g_hash_table_lookup (vocabulary->entries, word);
}

void
bs_vocabulary_add (BsVocabulary *vocabulary, BsEntry *entry, guint64 count)
{
  entry->count += count;
  entry->articles++;
  vocabulary->tokens += count;
}

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const BsEntry *x = *(BsEntry *const *) a, *y = *(BsEntry *const *) b;

  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  return strcmp (x->word.start, y->word.start);
}

GPtrArray *
bs_vocabulary_ranked (const BsVocabulary *vocabulary)
{
  GPtrArray *ranked = g_ptr_array_sized_new (vocabulary->by_term->len);

  for (guint i = 0; i < vocabulary->by_term->len; i++)
    g_ptr_array_add (ranked, vocabulary->by_term->pdata[i]);
  g_ptr_array_sort (ranked, by_rank);
  return ranked;
}
