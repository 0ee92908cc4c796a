#include "store/holders.h"

#include "store/store-internal.h"

/* By term: the places that it fills. `filled` becomes those that some term fills. */
static GArray *
places_by_term (BsStore *store, BsPlacesOf places_of, gpointer data, guint32 *filled, GError **error)
{
  g_autoptr (BsStatement) rows = bs_store_prepare (store, "SELECT term, word FROM terms ORDER BY term", error);
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (guint32));
  int code;

  *filled = 0;
  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      guint32 mine = places_of (data, bs_store_text (rows, 1));

      if (sqlite3_column_int64 (rows, 0) != places->len)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: its terms are not numbered from 0", store->path);
          return NULL;
        }
      g_array_append_val (places, mine);
      *filled |= mine;
    }
  if (code != SQLITE_DONE && !bs_store_fail (store, "reading", error))
    return NULL;
  return g_steal_pointer (&places);
}

static void
add (GHashTable *holders, gint64 number)
{
  gint64 *key = g_new (gint64, 1);

  *key = number;
  g_hash_table_add (holders, key);
}

GHashTable *
bs_store_holders (BsStore *store, guint32 all, BsPlacesOf places_of, gpointer data, GError **error)
{
  guint32 filled;
  g_autoptr (GHashTable) holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) places = places_by_term (store, places_of, data, &filled, error);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  g_autoptr (BsStatement) rows = NULL;
  int code;

  if (places == NULL)
    return NULL;
  /* where a place is left empty, only articles whose words are not kept can hold anything */
  rows = bs_store_prepare (store,
                           filled == all ? "SELECT outlet, id, article, terms FROM counted_articles"
                                           " JOIN article_blobs USING (article)"
                                         : "SELECT outlet, id, article, terms FROM counted_articles"
                                           " JOIN article_blobs USING (article) WHERE length(terms) = 0",
                           error);
  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      guint32 mine = sqlite3_column_bytes (rows, 3) == 0 ? all : 0;

      if (!bs_store_row_terms (store, rows, 3, places->len, terms, error))
        return NULL;
      for (guint i = 0; i < terms->len && mine != all; i++)
        mine |= g_array_index (places, guint32, g_array_index (terms, BsTerm, i).type);
      if (mine == all)
        add (holders, sqlite3_column_int64 (rows, 2));
    }
  if (code != SQLITE_DONE && !bs_store_fail (store, "reading", error))
    return NULL;
  return g_steal_pointer (&holders);
}
