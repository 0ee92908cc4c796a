#include "store/article-terms.h"

#include "store/forget.h"
#include "store/store-internal.h"

gboolean
bs_store_each_terms (BsStore *store, BsArticleTermsVisit visit, gpointer data, GError **error)
{
  g_autoptr (BsStatement) rows = NULL;
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  double n_terms = bs_store_number (store, "SELECT count(*) FROM terms", NULL);
  int code;

  if (!bs_store_check_kept (store, BS_KEPT_TERMS, error))
    return FALSE;
  rows = bs_store_prepare (store,
                           "SELECT outlet, id, article, day, words, terms FROM counted_articles JOIN article_blobs"
                           " USING (article) ORDER BY outlet, id",
                           error);
  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      BsArticleTerms article = { .article = sqlite3_column_int64 (rows, 2),
                                 .outlet = bs_store_text (rows, 0),
                                 .id = bs_store_text (rows, 1),
                                 .day = (const char *) sqlite3_column_text (rows, 3),
                                 .words = (guint64) sqlite3_column_int64 (rows, 4) };

      if (!bs_store_row_terms (store, rows, 5, (guint) n_terms, terms, error))
        return FALSE;
      article.terms = (const BsTerm *) (gpointer) terms->data;
      article.n_terms = terms->len;
      if (!visit (data, &article, error))
        return FALSE;
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

static void
clear_name (gpointer data)
{
  g_free (((BsTermName *) data)->word);
}

GArray *
bs_store_term_names (BsStore *store, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (BsTermName));
  g_autoptr (BsStatement) rows
      = bs_store_prepare (store, "SELECT term, word, function_word, number, letters FROM terms ORDER BY term", error);
  int code;

  g_array_set_clear_func (names, clear_name);
  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      BsTermName name = { g_strdup (bs_store_text (rows, 1)), sqlite3_column_int (rows, 2) != 0,
                          sqlite3_column_int (rows, 3) != 0, (guint) sqlite3_column_int (rows, 4) };

      if (sqlite3_column_int64 (rows, 0) != names->len)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the table terms is damaged near “%s”", store->path,
                       name.word);
          g_free (name.word);
          return NULL;
        }
      g_array_append_val (names, name);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&names) : (bs_store_fail (store, "reading", error), NULL);
}
