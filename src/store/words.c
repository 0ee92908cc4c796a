/* Vocabularies out of the store. */
#include "store/store-internal.h"

/* The entry of a word as the table has it; NULL with `error` set where it has none. */
static BsEntry *
enter (const BsStore *store, BsVocabulary *vocabulary, sqlite3_stmt *row, int column, GError **error)
{
  const char *word = bs_store_text (row, column);

  if (*word != '\0')
    return bs_vocabulary_enter (vocabulary, bs_span_of (word));
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the table terms is damaged: a word is missing", store->path);
  return NULL;
}

BsVocabulary *
bs_store_vocabulary (BsStore *store, GError **error)
{
  g_autoptr (BsVocabulary) vocabulary = NULL;
  g_autoptr (BsStatement) rows = NULL;
  int code;

  if (store->vocabulary != NULL)
    return store->vocabulary;
  vocabulary = bs_vocabulary_new ();
  rows = bs_store_prepare (store, "SELECT term, word FROM terms ORDER BY term", error);
  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const BsEntry *entry = enter (store, vocabulary, rows, 1, error);

      if (entry == NULL)
        return NULL;
      if (entry->term != (guint32) sqlite3_column_int64 (rows, 0))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the table terms is damaged near “%s”", store->path,
                       entry->word);
          return NULL;
        }
    }
  if (code != SQLITE_DONE)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  store->n_terms = vocabulary->by_term->len;
  return store->vocabulary = g_steal_pointer (&vocabulary);
}

BsVocabulary *
bs_store_load_vocabulary (BsStore *store, const char *outlet, GError **error)
{
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store,
                          outlet != NULL ? "SELECT t.word, v.count FROM counted_outlets o JOIN"
                                           " counted_terms v USING (outlet) JOIN terms t USING (term) WHERE o.name = ?"
                                         : "SELECT t.word, sum(v.count) FROM counted_terms v JOIN"
                                           " terms t USING (term) GROUP BY v.term",
                          error);
  int code;

  if (rows == NULL)
    return NULL;
  if (outlet != NULL)
    bs_store_bind_text (rows, 1, outlet);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const BsEntry *entry = enter (store, vocabulary, rows, 0, error);

      if (entry == NULL)
        return NULL;
      bs_vocabulary_add (vocabulary, entry, (guint64) sqlite3_column_int64 (rows, 1));
    }
  if (code != SQLITE_DONE)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  return g_steal_pointer (&vocabulary);
}
