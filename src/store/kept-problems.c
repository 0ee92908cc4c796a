/* The problems of articles that are kept: they go with what an article was, and move with where it stands. They are found
 * by hashes, sixteen bytes a problem, since a corpus in an old encoding has one of every article. */
#include "store/kept-problems.h"

#include <xxhash.h>

#include "base/hash.h"

#define KEPT "kind IN ('encoding', 'set-aside')"

typedef struct {
  guint64 hash; /* of outlet and id */
  gint64 problem;
} Kept;

static guint64
hash_of (const char *outlet, const char *id)
{
  return XXH3_64bits_withSeed (id, strlen (id), XXH3_64bits_withSeed (outlet, strlen (outlet), bs_hash_seed ()));
}

static int
by_hash (gconstpointer a, gconstpointer b)
{
  const Kept *x = a, *y = b;

  return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Those that stand in the store now: what is put in later is of articles as they are. */
static gboolean
load (BsStore *store, GError **error)
{
  g_autoptr (GArray) kept = NULL;
  g_autoptr (BsStatement) rows = NULL;
  int code;

  if (store->kept_problems != NULL)
    return TRUE;
  rows = bs_store_prepare (store, "SELECT problem, outlet, id FROM problems WHERE " KEPT, error);
  if (rows == NULL)
    return FALSE;
  kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      Kept one = { hash_of (bs_store_text (rows, 1), bs_store_text (rows, 2)), sqlite3_column_int64 (rows, 0) };

      g_array_append_val (kept, one);
    }
  if (code != SQLITE_DONE)
    return bs_store_fail (store, "reading", error);
  g_array_sort (kept, by_hash);
  store->kept_problems = g_steal_pointer (&kept);
  return TRUE;
}

/* Where the first of a hash stands, or would. */
static guint
first_of (const GArray *kept, guint64 hash)
{
  guint low = 0, high = kept->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (kept, Kept, middle).hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

#define OF_ARTICLE " WHERE problem = ? AND outlet = ? AND id = ? AND " KEPT

static int
bind_place (sqlite3_stmt *statement, const BsOrigin *place)
{
  bs_store_bind_text (statement, 1, place->path);
  bs_store_bind_text (statement, 2, place->member);
  sqlite3_bind_int64 (statement, 3, (gint64) place->line);
  return 3;
}

/* Runs a statement, that ends in OF_ARTICLE and before it asks for a place unless that is NULL, for each of an article's. */
static gboolean
each_of_article (BsStore *store, sqlite3_stmt *statement, const BsOrigin *place, const char *outlet, const char *id,
                 GError **error)
{
  guint64 hash = hash_of (outlet, id);

  for (guint i = first_of (store->kept_problems, hash); i < store->kept_problems->len; i++)
    {
      const Kept *kept = &g_array_index (store->kept_problems, Kept, i);
      int at;

      if (kept->hash != hash)
        return TRUE;
      at = place != NULL ? bind_place (statement, place) : 0;
      sqlite3_bind_int64 (statement, ++at, kept->problem);
      bs_store_bind_text (statement, ++at, outlet);
      bs_store_bind_text (statement, ++at, id);
      if (!bs_store_step_done (store, statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bs_store_forget_kept_problems (BsStore *store, const char *outlet, const char *id, GError **error)
{
  return load (store, error)
         && bs_store_prepare_once (store, &store->forget_problem, "DELETE FROM problems" OF_ARTICLE, error)
         && each_of_article (store, store->forget_problem, NULL, outlet, id, error);
}

gboolean
bs_store_move_kept_problems (BsStore *store, const char *outlet, const char *id, const BsOrigin *place, GError **error)
{
  static const char move[]
      = "UPDATE problems SET (source_path, source_member, source_line) = (?,?,?)" OF_ARTICLE;

  return load (store, error) && bs_store_prepare_once (store, &store->move_problem, move, error)
         && each_of_article (store, store->move_problem, place, outlet, id, error);
}
