/* What follows from the pairs of copies: stories, and the original of each. */
#include "store/settle.h"

#include <stdlib.h>

#include "compare/story.h"

typedef struct {
  GArray *articles; /* of gint64, in key order: those that stand in a pair */
  GArray *texts;    /* of BsStoryText, of them */
  GArray *pairs;    /* of BsNearPair, by number in `articles` */
  BsArena *arena;
} Copies;

static void
copies_clear (Copies *copies)
{
  g_array_unref (copies->articles);
  g_array_unref (copies->texts);
  g_array_unref (copies->pairs);
  bs_arena_free (copies->arena);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copies, copies_clear)

static const char *
keep (const Copies *copies, sqlite3_stmt *row, int column)
{
  return bs_arena_strdup (copies->arena, (const char *) sqlite3_column_text (row, column));
}

#define DAY_LENGTH 10 /* YYYY-MM-DD */

static gboolean
is_day (const char *text)
{
  for (guint i = 0; i < DAY_LENGTH; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return !g_ascii_isdigit (text[DAY_LENGTH])
         && g_date_valid_dmy ((GDateDay) atoi (text + 8), atoi (text + 5), (GDateYear) atoi (text));
}

/* A whole day written in an id, as in "2015-07-08-ferry.txt", or NULL. */
static const char *
day_in_id (const Copies *copies, const char *id)
{
  gsize length = strlen (id);

  for (const char *at = id; at + DAY_LENGTH <= id + length; at++)
    if ((at == id || !g_ascii_isdigit (at[-1])) && is_day (at))
      return bs_arena_copy (copies->arena, bs_span (at, DAY_LENGTH));
  return NULL;
}

static gboolean
read_texts (Copies *copies, BsStore *store, GError **error)
{
  g_autoptr (BsStatement) rows = bs_store_prepare (
      store,
      "SELECT article, outlet, publisher, originally_from, day, words, id FROM article_rows WHERE article IN"
      " (SELECT article FROM copy_pairs UNION SELECT other FROM copy_pairs) ORDER BY outlet, id",
      error);
  int code;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (rows, 0);
      BsStoryText text = { .outlet = bs_arena_strdup (copies->arena, bs_store_text (rows, 1)),
                           .publisher = keep (copies, rows, 2),
                           .credit = keep (copies, rows, 3),
                           .day = keep (copies, rows, 4),
                           .words = sqlite3_column_int64 (rows, 5) };

      if (text.day == NULL)
        text.day = day_in_id (copies, bs_store_text (rows, 6));
      g_array_append_val (copies->articles, article);
      g_array_append_val (copies->texts, text);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

static gboolean
read_pairs (Copies *copies, BsStore *store, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (BsStatement) rows = bs_store_prepare (
      store, "SELECT article, other, shared, jaccard, containment FROM copy_pairs ORDER BY article, other", error);
  int code;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < copies->articles->len; i++)
    g_hash_table_insert (numbers, &g_array_index (copies->articles, gint64, i), GUINT_TO_POINTER (i + 1));
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (rows, 0), other = sqlite3_column_int64 (rows, 1);
      guint x = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &article));
      guint y = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &other));
      BsNearPair pair = { .a = MIN (x, y) - 1,
                          .b = MAX (x, y) - 1,
                          .shared = (guint64) sqlite3_column_int64 (rows, 2),
                          .jaccard = sqlite3_column_double (rows, 3),
                          .containment = sqlite3_column_double (rows, 4) };

      if (x != 0 && y != 0 && x != y)
        g_array_append_val (copies->pairs, pair);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

/* By text: its pair with its original, or NULL. Free with g_free. */
static const BsNearPair **
pairs_with_original (const Copies *copies, const guint32 *originals)
{
  const BsNearPair **with = g_new0 (const BsNearPair *, copies->texts->len + 1);

  for (guint i = 0; i < copies->pairs->len; i++)
    {
      const BsNearPair *pair = &g_array_index (copies->pairs, BsNearPair, i);

      if (originals[pair->a] == pair->b)
        with[pair->a] = pair;
      else if (originals[pair->b] == pair->a)
        with[pair->b] = pair;
    }
  return with;
}

static void
bind_figures (sqlite3_stmt *put, gboolean original, const BsNearPair *pair)
{
  if (!original && pair == NULL)
    {
      sqlite3_bind_null (put, 4);
      sqlite3_bind_null (put, 5);
      return;
    }
  sqlite3_bind_double (put, 4, original ? 1 : pair->jaccard);
  sqlite3_bind_double (put, 5, original ? 1 : pair->containment);
}

static gboolean
put_stories (const Copies *copies, BsStore *store, BsCopied *copied, GError **error)
{
  g_autofree guint32 *originals = bs_stories ((const BsStoryText *) (gpointer) copies->texts->data, copies->texts->len,
                                              (const BsNearPair *) (gpointer) copies->pairs->data, copies->pairs->len);
  g_autofree const BsNearPair **with = pairs_with_original (copies, originals);
  g_autofree guint32 *stories = g_new0 (guint32, copies->texts->len + 1); /* by original */
  g_autoptr (BsStatement) put = bs_store_prepare (store, "INSERT INTO copies VALUES (?,?,?,?,?)", error);
  guint32 n_stories = 0;

  if (put == NULL)
    return FALSE;
  for (guint32 i = 0; i < copies->texts->len; i++)
    {
      guint32 original = originals[i];

      if (original == BS_NO_STORY)
        continue;
      if (stories[original] == 0)
        stories[original] = ++n_stories;
      sqlite3_bind_int64 (put, 1, g_array_index (copies->articles, gint64, i));
      sqlite3_bind_int64 (put, 2, stories[original]);
      sqlite3_bind_int64 (put, 3, g_array_index (copies->articles, gint64, original));
      bind_figures (put, original == i, with[i]);
      if (!bs_store_step_done (store, put, error))
        return FALSE;
      if (original == i)
        continue;
      g_hash_table_add (copied->numbers, g_memdup2 (&g_array_index (copies->articles, gint64, i), sizeof (gint64)));
      g_array_append_val (copied->in_order, g_array_index (copies->articles, gint64, i));
    }
  return TRUE;
}

gboolean
bs_store_settle_copies (BsStore *store, BsCopied *copied, GError **error)
{
  g_auto (Copies) copies = { .articles = g_array_new (FALSE, FALSE, sizeof (gint64)),
                             .texts = g_array_new (FALSE, FALSE, sizeof (BsStoryText)),
                             .pairs = g_array_new (FALSE, FALSE, sizeof (BsNearPair)),
                             .arena = bs_arena_new () };

  return bs_store_exec (store, "DELETE FROM copies", error) && read_texts (&copies, store, error)
         && read_pairs (&copies, store, error) && put_stories (&copies, store, copied, error);
}
