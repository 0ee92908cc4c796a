/* Vocabularies out of the store. */
#include "store/store-internal.h"

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
      const BsEntry *entry = bs_vocabulary_enter (vocabulary, bs_span_of ((const char *) sqlite3_column_text (rows, 1)));

      if (entry->term != (guint32) sqlite3_column_int64 (rows, 0))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the table terms is damaged near “%s”", store->path,
                       entry->word.start);
          return NULL;
        }
    }
  if (code != SQLITE_DONE)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  return store->vocabulary = g_steal_pointer (&vocabulary);
}

BsVocabulary *
bs_store_load_vocabulary (BsStore *store, const char *outlet, GError **error)
{
  g_autoptr (BsVocabulary) vocabulary = bs_vocabulary_new ();
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store,
                          outlet != NULL ? "SELECT word, count, articles FROM vocabulary WHERE outlet = ?"
                                         : "SELECT word, count, articles FROM corpus_vocabulary",
                          error);
  int code;

  if (rows == NULL)
    return NULL;
  if (outlet != NULL)
    bs_store_bind_text (rows, 1, outlet);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      BsEntry *entry = bs_vocabulary_enter (vocabulary, bs_span_of ((const char *) sqlite3_column_text (rows, 0)));

      bs_vocabulary_add (vocabulary, entry, (guint64) sqlite3_column_int64 (rows, 1));
      entry->articles = (guint64) sqlite3_column_int64 (rows, 2);
    }
  if (code != SQLITE_DONE)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  return g_steal_pointer (&vocabulary);
}
