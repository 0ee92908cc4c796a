/* Which problems are told. SQLite would hold all of them to find those that were met twice, a hundred bytes each; here
 * they are found by hashes, of which some are held at a time, and compared where they stand. */
#include "store/settle.h"

#include <math.h>
#include <xxhash.h>

#include "store/store-internal.h"

#define HELD (1024 * 1024) /* problems */

/* What makes two problems one: the same text at the same place. */
#define FIELDS "kind, outlet, id, CASE WHEN id IS NULL THEN source_path END, source_member, source_line, message"
#define N_FIELDS 7

typedef struct {
  guint64 hash;
  gint64 problem;
} Met;

static guint64
hash_of (sqlite3_stmt *row)
{
  guint64 hash = 0;

  for (int i = 1; i <= N_FIELDS; i++)
    {
      const void *text = sqlite3_column_text (row, i);
      gsize length = (gsize) sqlite3_column_bytes (row, i);

      hash = XXH3_64bits_withSeed (text != NULL ? text : "", length, hash + (text != NULL));
    }
  return hash;
}

static int
by_hash_and_number (gconstpointer a, gconstpointer b)
{
  const Met *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return (x->problem > y->problem) - (x->problem < y->problem);
}

/* Those whose hash belongs to one of so many parts, by hash and number. NULL with `error` set. */
static GArray *
problems_of_part (BsStore *store, guint64 part, guint64 n_parts, GError **error)
{
  g_autoptr (BsStatement) rows = bs_store_prepare (store, "SELECT problem, " FIELDS " FROM problems", error);
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (Met));
  int code;

  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      Met one = { hash_of (rows), sqlite3_column_int64 (rows, 0) };

      if (one.hash % n_parts == part)
        g_array_append_val (met, one);
    }
  if (code != SQLITE_DONE)
    {
      bs_store_fail (store, "reading", error);
      return NULL;
    }
  g_array_sort (met, by_hash_and_number);
  return g_steal_pointer (&met);
}

/* Deletes a problem where the later one is the same. */
static gboolean
drop (BsStore *store, sqlite3_stmt *delete, gint64 problem, gint64 later, GError **error)
{
  sqlite3_bind_int64 (delete, 1, problem);
  sqlite3_bind_int64 (delete, 2, later);
  return bs_store_step_done (store, delete, error);
}

gboolean
bs_store_settle_repeated (BsStore *store, guint held, GError **error)
{
  double n = bs_store_number (store, "SELECT count(*) FROM problems", NULL);
  guint64 n_parts = 1 + (isnan (n) ? 0 : (guint64) n / held); /* what cannot be counted tells why when it is read */
  g_autoptr (BsStatement) delete
      = bs_store_prepare (store,
                          "DELETE FROM problems WHERE problem = ?1 AND EXISTS (SELECT 1 FROM problems b WHERE b.problem"
                          " = ?2 AND b.kind = problems.kind AND b.outlet IS problems.outlet AND b.id IS problems.id AND"
                          " (b.id IS NOT NULL OR b.source_path IS problems.source_path) AND b.source_member IS"
                          " problems.source_member AND b.source_line = problems.source_line AND b.message ="
                          " problems.message)",
                          error);

  if (delete == NULL)
    return FALSE;
  for (guint64 part = 0; part < n_parts; part++)
    {
      g_autoptr (GArray) met = problems_of_part (store, part, n_parts, error);

      if (met == NULL)
        return FALSE;
      for (guint i = 0; i + 1 < met->len; i++)
        {
          const Met *one = &g_array_index (met, Met, i), *next = one + 1;

          if (one->hash == next->hash && !drop (store, delete, one->problem, next->problem, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* A problem that was met twice is told once, by its latest run. One of an encoding goes when its article goes or is
 * mended; one that says that a text was empty, too large or no text goes when the article is there after all. */
gboolean
bs_store_settle_problems (BsStore *store, GError **error)
{
  return bs_store_settle_repeated (store, HELD, error)
         && bs_store_exec (store,
                           "DELETE FROM problems WHERE kind = 'encoding' AND NOT EXISTS (SELECT 1 FROM article_rows a"
                           " WHERE a.outlet = problems.outlet AND a.id = problems.id AND (a.mended_invalid > 0"
                           " OR a.source_encoding NOT LIKE 'UTF-%'));"
                           "DELETE FROM problems WHERE kind = 'set-aside' AND NOT EXISTS (SELECT 1 FROM article_rows a"
                           " WHERE a.outlet = problems.outlet AND a.id = problems.id);"
                           "DELETE FROM problems WHERE kind IN ('no-text', 'not-text', 'too-large', 'truncated')"
                           " AND EXISTS (SELECT 1 FROM article_rows a WHERE a.outlet = problems.outlet"
                           " AND a.id = problems.id AND a.source_line = problems.source_line)",
                           error);
}
