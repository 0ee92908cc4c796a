/* Candidates from signatures: those that were gathered while the articles came, or those in the store. */
#include "store/copies-find.h"

#include <string.h>

#include "store/gather.h"

/* ---- Articles and their order ------------------------------------------------------------------------------------- */

/* For the index a text is the number of its article, and its rank is its place in key order; where numbers ascend in
 * key order, as they mostly do, the number is as good. */
typedef struct {
  BsStore *store;
  GArray *by_rank;     /* of guint32: articles in key order; NULL: ranks are numbers */
  guint32 *rank;       /* by article; NULL: the same */
  guint32 n_ranks;
  sqlite3_stmt *get_text;   /* outlet, id, signature of an article */
  sqlite3_stmt *get_sketch; /* signature alone */
  GArray *numbers;     /* of guint64: scratch */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->by_rank, g_array_unref);
  g_free (reading->rank);
  sqlite3_finalize (reading->get_text);
  sqlite3_finalize (reading->get_sketch);
  g_array_unref (reading->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Ranks articles that came in another order than that of their keys. */
static void
rank_articles (Reading *reading, guint32 last)
{
  reading->rank = g_new0 (guint32, (gsize) last + 1);
  for (guint32 i = 0; i < reading->by_rank->len; i++)
    reading->rank[g_array_index (reading->by_rank, guint32, i)] = i;
  reading->n_ranks = reading->by_rank->len;
}

static gboolean
read_order (Reading *reading, GError **error)
{
  g_autoptr (BsStatement) rows
      = bs_store_prepare (reading->store, "SELECT article FROM article_rows ORDER BY outlet, id", error);
  gint64 before = 0, last = 0;
  gboolean ascending = TRUE;
  int code;

  if (rows == NULL)
    return FALSE;
  reading->by_rank = g_array_new (FALSE, FALSE, sizeof (guint32));
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (rows, 0);
      guint32 number = (guint32) article;

      ascending &= article > before;
      before = article;
      last = MAX (last, article);
      if (article < 0 || article >= BS_NEAR_TEXTS)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: articles numbered above %u cannot be asked for copies",
                       reading->store->path, BS_NEAR_TEXTS);
          return FALSE;
        }
      g_array_append_val (reading->by_rank, number);
    }
  if (code != SQLITE_DONE)
    return bs_store_fail (reading->store, "reading", error);
  reading->n_ranks = (guint32) last + 1;
  if (ascending)
    g_clear_pointer (&reading->by_rank, g_array_unref);
  else
    rank_articles (reading, (guint32) last);
  return TRUE;
}

/* ---- Signatures --------------------------------------------------------------------------------------------------- */

static gboolean
decode_signature (sqlite3_stmt *row, int column, GArray *numbers)
{
  return bs_store_decode_hashes (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column), numbers)
         && numbers->len >= 2
         && numbers->len - 2 == MIN (g_array_index (numbers, guint64, 0), BS_SKETCH_HASHES);
}

/* The signature of a row whose first two columns are outlet and id. */
static gboolean
read_signature (BsStore *store, sqlite3_stmt *row, int column, GArray *numbers, GError **error)
{
  if (decode_signature (row, column, numbers))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the signature of article %s / %s is damaged", store->path,
               sqlite3_column_text (row, 0), sqlite3_column_text (row, 1));
  return FALSE;
}

/* Puts the signatures of all articles into an index. NULL with `error` set. */
static BsNearIndex *
index_signatures (Reading *reading, GError **error)
{
  g_autoptr (BsNearIndex) index = bs_near_index_new ();
  g_autofree char *sql = g_strdup_printf ("SELECT outlet, id, article, signature FROM article_rows JOIN article_blobs"
                                          " USING (article) WHERE words >= %d",
                                          BS_COPY_LEAST_WORDS);
  g_autoptr (BsStatement) rows = bs_store_prepare (reading->store, sql, error);
  int code;

  if (rows == NULL)
    return NULL;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const guint64 *at;

      if (!read_signature (reading->store, rows, 3, reading->numbers, error))
        return NULL;
      at = (const guint64 *) (gpointer) reading->numbers->data;
      if (at[0] > 0
          && !bs_near_index_add (index, (guint32) sqlite3_column_int64 (rows, 2), at[1], at + 2,
                                 reading->numbers->len - 2, error))
        return NULL;
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&index);
  bs_store_fail (reading->store, "reading", error);
  return NULL;
}

static gboolean
step_to (Reading *reading, sqlite3_stmt *get, gint64 article, GError **error)
{
  sqlite3_reset (get);
  sqlite3_bind_int64 (get, 1, article);
  return sqlite3_step (get) == SQLITE_ROW || bs_store_fail (reading->store, "reading", error);
}

/* Steps reading->get_text to an article, and reads its signature into reading->numbers. */
static gboolean
get_article (Reading *reading, gint64 article, GError **error)
{
  return step_to (reading, reading->get_text, article, error)
         && read_signature (reading->store, reading->get_text, 2, reading->numbers, error);
}

static gint64
article_of_rank (const Reading *reading, guint32 rank)
{
  return reading->by_rank != NULL ? g_array_index (reading->by_rank, guint32, rank) : rank;
}

static gboolean
get_sketch (gpointer data, guint32 rank, BsSketch *sketch, GError **error)
{
  Reading *reading = data;
  gint64 article = article_of_rank (reading, rank);
  const guint64 *at;

  if (!step_to (reading, reading->get_sketch, article, error))
    return FALSE;
  /* what is damaged is read once more, by its name */
  if (!decode_signature (reading->get_sketch, 0, reading->numbers) && !get_article (reading, article, error))
    return FALSE;
  at = (const guint64 *) (gpointer) reading->numbers->data;
  sketch->n_shingles = at[0];
  sketch->digest = at[1];
  sketch->n = reading->numbers->len - 2;
  memcpy (sketch->least, at + 2, sketch->n * sizeof *at);
  return TRUE;
}

static gboolean
prepare_gets (Reading *reading, GError **error)
{
  reading->get_text = bs_store_prepare (reading->store,
                                        "SELECT outlet, id, signature FROM article_rows JOIN article_blobs"
                                        " USING (article) WHERE article = ?",
                                        error);
  if (reading->get_text == NULL)
    return FALSE;
  reading->get_sketch
      = bs_store_prepare (reading->store, "SELECT signature FROM article_blobs WHERE article = ?", error);
  return reading->get_sketch != NULL;
}

/* ---- Those texts that have to do with others ---------------------------------------------------------------------- */

static int
by_value (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* The ranks of all texts in pairs, ascending. */
static GArray *
ranks_of (const GArray *alike, const GArray *pairs)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < alike->len; i++)
    {
      g_array_append_val (ranks, g_array_index (alike, BsAlike, i).text);
      g_array_append_val (ranks, g_array_index (alike, BsAlike, i).first);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      g_array_append_val (ranks, g_array_index (pairs, BsNearPair, i).a);
      g_array_append_val (ranks, g_array_index (pairs, BsNearPair, i).b);
    }
  g_array_sort (ranks, by_value);
  for (guint i = 0; i < ranks->len; i++)
    if (i == 0 || g_array_index (ranks, guint32, i) != g_array_index (ranks, guint32, n - 1))
      g_array_index (ranks, guint32, n++) = g_array_index (ranks, guint32, i);
  g_array_set_size (ranks, n);
  return ranks;
}

/* From here on a text is its place among them. */
static guint32
text_of_rank (GArray *ranks, guint32 rank)
{
  guint at = 0;

  g_array_binary_search (ranks, &rank, by_value, &at);
  return at;
}

static void
name_texts (BsCopySearch *search, GArray *ranks, const GArray *alike)
{
  search->alike = g_new (guint32, ranks->len + 1);
  for (guint32 i = 0; i < ranks->len; i++)
    search->alike[i] = i;
  for (guint i = 0; i < alike->len; i++)
    {
      const BsAlike *one = &g_array_index (alike, BsAlike, i);

      search->alike[text_of_rank (ranks, one->text)] = text_of_rank (ranks, one->first);
    }
  for (guint i = 0; i < search->pairs->len; i++)
    {
      BsNearPair *pair = &g_array_index (search->pairs, BsNearPair, i);

      pair->a = text_of_rank (ranks, pair->a);
      pair->b = text_of_rank (ranks, pair->b);
    }
}

static gboolean
read_texts (BsCopySearch *search, Reading *reading, const GArray *ranks, GError **error)
{
  const char *outlet = NULL; /* the one before: neighbours share the string */

  for (guint i = 0; i < ranks->len; i++)
    {
      BsCopyText text = { .article = article_of_rank (reading, g_array_index (ranks, guint32, i)) };
      const char *name;

      if (!get_article (reading, text.article, error))
        return FALSE;
      name = bs_store_text (reading->get_text, 0);
      outlet = g_strcmp0 (outlet, name) == 0 ? outlet : bs_arena_strdup (search->arena, name);
      text.outlet = outlet;
      text.id = bs_arena_strdup (search->arena, bs_store_text (reading->get_text, 1));
      text.n_shingles = g_array_index (reading->numbers, guint64, 0);
      text.digest = g_array_index (reading->numbers, guint64, 1);
      g_array_append_val (search->texts, text);
    }
  return TRUE;
}

static gboolean
find_texts (BsCopySearch *search, Reading *reading, BsNearIndex *index, GError **error)
{
  const BsNearTexts texts = { reading->rank, reading->n_ranks, get_sketch, reading };
  g_autoptr (GArray) alike = bs_near_alike (index, &texts, error);
  g_autoptr (GArray) ranks = NULL;

  if (alike == NULL || (search->pairs = bs_near_candidates (index, &texts, alike, error)) == NULL)
    return FALSE;
  ranks = ranks_of (alike, search->pairs);
  name_texts (search, ranks, alike);
  return read_texts (search, reading, ranks, error);
}

gboolean
bs_copy_search_find (BsCopySearch *search, BsStore *store, GError **error)
{
  g_auto (Reading) reading = { .store = store, .numbers = g_array_new (FALSE, FALSE, sizeof (guint64)) };
  g_autoptr (BsNearIndex) index = NULL;

  if (!prepare_gets (&reading, error))
    return FALSE;
  if (bs_store_has_gathered (store) && store->gather->near != NULL)
    {
      index = g_steal_pointer (&store->gather->near);
      reading.n_ranks = (guint32) store->gather->n_articles + 1;
    }
  else if (!read_order (&reading, error) || (index = index_signatures (&reading, error)) == NULL)
    return FALSE;
  return find_texts (search, &reading, index, error);
}
