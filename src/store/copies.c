#include "store/copies.h"

#include <math.h>

#include "store/copies-find.h"
#include "store/store-internal.h"

static BsCopySearch *
search_new (void)
{
  BsCopySearch *search = g_new0 (BsCopySearch, 1);

  search->texts = g_array_new (FALSE, FALSE, sizeof (BsCopyText));
  search->arena = bs_arena_new ();
  return search;
}

void
bs_copy_search_free (BsCopySearch *search)
{
  if (search == NULL)
    return;
  g_array_unref (search->texts);
  g_free (search->alike);
  g_clear_pointer (&search->pairs, g_array_unref);
  bs_arena_free (search->arena);
  g_free (search);
}

/* ---- What an earlier run found ------------------------------------------------------------------------------------ */

/* By number in the store to the text's number and one. */
static GHashTable *
texts_by_article (const BsCopySearch *search)
{
  GHashTable *texts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < search->texts->len; i++)
    g_hash_table_insert (texts, &g_array_index (search->texts, BsCopyText, i).article, GUINT_TO_POINTER (i + 1));
  return texts;
}

static int
by_b_and_a (gconstpointer x, gconstpointer y)
{
  const BsNearPair *p = x, *q = y;

  if (p->b != q->b)
    return p->b < q->b ? -1 : 1;
  return (p->a > q->a) - (p->a < q->a);
}

static BsNearPair *
find_pair (const BsCopySearch *search, guint32 x, guint32 y)
{
  BsNearPair key = { .a = MIN (search->alike[x], search->alike[y]), .b = MAX (search->alike[x], search->alike[y]) };
  guint at;

  if (!g_array_binary_search (search->pairs, &key, by_b_and_a, &at))
    return NULL;
  return &g_array_index (search->pairs, BsNearPair, at);
}

/* Fills the figures that an earlier run found. */
static gboolean
read_pairs (BsCopySearch *search, BsStore *store, GError **error)
{
  g_autoptr (GHashTable) texts = texts_by_article (search);
  g_autoptr (BsStatement) rows = bs_store_prepare (
      store,
      "SELECT article, other, shared, jaccard, containment FROM copy_pairs UNION ALL"
      " SELECT article, other, shared, jaccard, containment FROM copy_doubts WHERE shared IS NOT NULL",
      error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (rows, 0), other = sqlite3_column_int64 (rows, 1);
      guint a = GPOINTER_TO_UINT (g_hash_table_lookup (texts, &article));
      guint b = GPOINTER_TO_UINT (g_hash_table_lookup (texts, &other));
      BsNearPair *pair = a == 0 || b == 0 ? NULL : find_pair (search, a - 1, b - 1);

      if (pair == NULL)
        continue;
      pair->shared = (guint64) sqlite3_column_int64 (rows, 2);
      pair->jaccard = sqlite3_column_double (rows, 3);
      pair->containment = sqlite3_column_double (rows, 4);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

BsCopySearch *
bs_copy_search_new (BsStore *store, GError **error)
{
  g_autoptr (BsCopySearch) search = search_new ();

  return bs_copy_search_find (search, store, error) && read_pairs (search, store, error) ? g_steal_pointer (&search)
                                                                                         : NULL;
}

/* ---- What was found ----------------------------------------------------------------------------------------------- */

typedef struct {
  const BsCopySearch *search;
  BsStore *store;
  guint32 *next;  /* by text: the next that is alike, or 0 */
  guint32 *size;  /* by first text: how many are alike */
  sqlite3_stmt *put_pair, *put_doubt;
} Putting;

static void
putting_clear (Putting *p)
{
  g_free (p->next);
  g_free (p->size);
  sqlite3_finalize (p->put_pair);
  sqlite3_finalize (p->put_doubt);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Putting, putting_clear)

static void
chain_alike (Putting *p)
{
  guint n = p->search->texts->len;
  g_autofree guint32 *last = g_new0 (guint32, n + 1);

  p->next = g_new0 (guint32, n + 1);
  p->size = g_new0 (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 first = p->search->alike[i];

      p->size[first]++;
      if (first != i)
        p->next[last[first]] = i;
      last[first] = i;
    }
}

static gint64
article_of (const Putting *p, guint32 text)
{
  return g_array_index (p->search->texts, BsCopyText, text).article;
}

static gboolean
put_row (Putting *p, sqlite3_stmt *put, guint32 a, guint32 b, const BsNearPair *figures, GError **error)
{
  sqlite3_bind_int64 (put, 1, article_of (p, MIN (a, b)));
  sqlite3_bind_int64 (put, 2, article_of (p, MAX (a, b)));
  if (!isnan (figures->jaccard)) /* what is not bound is NULL */
    {
      sqlite3_bind_int64 (put, 3, (gint64) figures->shared);
      sqlite3_bind_double (put, 4, figures->jaccard);
      sqlite3_bind_double (put, 5, figures->containment);
    }
  return bs_store_step_done (p->store, put, error);
}

/* Pairs of two articles that are alike. */
static gboolean
put_alike (Putting *p, guint32 first, GError **error)
{
  guint64 n = g_array_index (p->search->texts, BsCopyText, first).n_shingles;
  const BsNearPair same = { .shared = n, .jaccard = 1, .containment = 1 };
  gboolean all = p->size[first] <= BS_ALIKE_ALL;

  for (guint32 a = first; p->next[a] != 0 && (all || a == first); a = p->next[a])
    for (guint32 b = p->next[a]; b != 0; b = p->next[b])
      if (!put_row (p, p->put_pair, a, b, &same, error))
        return FALSE;
  return TRUE;
}

/* Pairs of an article alike to one and an article alike to the other. */
static gboolean
put_crossed (Putting *p, const BsNearPair *pair, GError **error)
{
  gboolean all = (guint64) p->size[pair->a] * p->size[pair->b] <= BS_ALIKE_ALL * BS_ALIKE_ALL;
  guint32 a = pair->a;

  do
    {
      guint32 b = pair->b;

      do
        if ((all || a == pair->a || b == pair->b) && !put_row (p, p->put_pair, a, b, pair, error))
          return FALSE;
      while ((b = p->next[b]) != 0 && (all || a == pair->a));
    }
  while ((a = p->next[a]) != 0);
  return TRUE;
}

/* The numbers of all pairs, by ascending a: rows that come in the order of their key are appended, others move pages. */
static guint32 *
order_of_rows (const BsCopySearch *search)
{
  const BsNearPair *pairs = (const BsNearPair *) (gpointer) search->pairs->data;
  g_autofree guint32 *next = g_new0 (guint32, (gsize) search->texts->len + 1);
  guint32 *order = g_new0 (guint32, (gsize) search->pairs->len + 1);

  for (guint i = 0; i < search->pairs->len; i++)
    next[pairs[i].a + 1]++;
  for (guint i = 1; i < search->texts->len; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < search->pairs->len; i++)
    order[next[pairs[i].a]++] = i;
  return order;
}

gboolean
bs_store_clear_copies (BsStore *store, GError **error)
{
  return bs_store_exec (store, "DELETE FROM copy_pairs; DELETE FROM copy_doubts", error);
}

gboolean
bs_copy_search_put (const BsCopySearch *search, BsStore *store, GError **error)
{
  g_auto (Putting) p = { .search = search, .store = store };
  g_autofree guint32 *order = order_of_rows (search);

  if (!bs_store_clear_copies (store, error))
    return FALSE;
  p.put_pair = bs_store_prepare (store, "INSERT INTO copy_pairs VALUES (?,?,?,?,?)", error);
  if (p.put_pair == NULL)
    return FALSE;
  p.put_doubt = bs_store_prepare (store, "INSERT INTO copy_doubts VALUES (?,?,?,?,?)", error);
  if (p.put_doubt == NULL)
    return FALSE;
  chain_alike (&p);
  for (guint32 i = 0; i < search->texts->len; i++)
    if (search->alike[i] == i && p.next[i] != 0 && !put_alike (&p, i, error))
      return FALSE;
  for (guint i = 0; i < search->pairs->len; i++)
    {
      const BsNearPair *pair = &g_array_index (search->pairs, BsNearPair, order[i]);

      if (!(bs_near_is_copy (pair) ? put_crossed (&p, pair, error)
                                   : put_row (&p, p.put_doubt, pair->a, pair->b, pair, error)))
        return FALSE;
    }
  return TRUE;
}

guint64
bs_store_copy_doubts (BsStore *store)
{
  return (guint64) bs_store_number (store, "SELECT count(*) FROM copy_doubts WHERE shared IS NULL", NULL);
}
