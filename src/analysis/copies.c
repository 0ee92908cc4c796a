#include "analysis/copies.h"

#include <math.h>

#include "analysis/batch.h"
#include "analysis/troubles.h"
#include "base/hash.h"
#include "base/spill.h"
#include "store/copies.h"

/* Texts are named by the first that is alike to them, and pairs by their number in the search. */
typedef struct {
  BsCopySearch *search;
  GHashTable *wanted;   /* key of an article to its text's number and one */
  guint32 *start;       /* by text: its pairs in pairs_of … */
  guint32 *pairs_of;    /* … up to where the next text's start */
  guint32 *left;        /* by text: pairs to be compared */
  guint64 all_left;     /* pairs to be compared */
  guint64 *place;       /* by text: where its set stands in `sets` … */
  guint32 *size;        /* … and its shingles; 0: it has not come */
  BsSpill *sets;
  GArray *partner;      /* of guint64: a set that was put aside */
  GError *error;        /* of a temporary file */
  BsTroubles *troubles; /* of the last reading */
} Comparison;

static void
comparison_clear (Comparison *c)
{
  g_hash_table_unref (c->wanted);
  g_free (c->start);
  g_free (c->pairs_of);
  g_free (c->left);
  g_free (c->place);
  g_free (c->size);
  bs_spill_free (c->sets);
  g_array_unref (c->partner);
  g_clear_error (&c->error);
  bs_troubles_free (c->troubles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static BsNearPair *
pair_at (const Comparison *c, guint32 number)
{
  return &g_array_index (c->search->pairs, BsNearPair, number);
}

static void
index_pairs (Comparison *c)
{
  guint n = c->search->texts->len, n_pairs = c->search->pairs->len;

  c->start = g_new0 (guint32, (gsize) n + 3);
  c->pairs_of = g_new (guint32, 2 * (gsize) n_pairs + 1);
  for (guint i = 0; i < n_pairs; i++)
    {
      c->start[pair_at (c, i)->a + 2]++;
      c->start[pair_at (c, i)->b + 2]++;
    }
  for (guint i = 2; i < n + 2; i++)
    c->start[i] += c->start[i - 1];
  for (guint i = 0; i < n_pairs; i++)
    {
      c->pairs_of[c->start[pair_at (c, i)->a + 1]++] = i;
      c->pairs_of[c->start[pair_at (c, i)->b + 1]++] = i;
    }
}

static void
count_left (Comparison *c)
{
  for (guint i = 0; i < c->search->pairs->len; i++)
    {
      const BsNearPair *pair = pair_at (c, i);

      if (!isnan (pair->jaccard))
        continue;
      c->left[pair->a]++;
      c->left[pair->b]++;
      c->all_left++;
    }
}

/* Every article whose text may stand for a text that is to be compared. */
static void
want (Comparison *c)
{
  for (guint i = 0; i < c->search->texts->len; i++)
    {
      const BsCopyText *text = &g_array_index (c->search->texts, BsCopyText, i);

      if (c->left[c->search->alike[i]] > 0)
        g_hash_table_insert (c->wanted, bs_known_key (text->outlet, text->id), GUINT_TO_POINTER (i + 1));
    }
}

static void
comparison_init (Comparison *c, BsCopySearch *search, gsize most)
{
  gsize n = (gsize) search->texts->len + 1;

  *c = (Comparison){ .search = search, .sets = bs_spill_new (most != 0 ? most : BS_COPIES_HELD) };
  c->wanted = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  c->left = g_new0 (guint32, n);
  c->place = g_new0 (guint64, n);
  c->size = g_new0 (guint32, n);
  c->partner = g_array_new (FALSE, FALSE, sizeof (guint64));
  c->troubles = bs_troubles_new ();
  index_pairs (c);
  count_left (c);
  want (c);
}

/* ---- Sets as they come -------------------------------------------------------------------------------------------- */

static gboolean
compare_pair (Comparison *c, BsNearPair *pair, guint32 other, const guint64 *set, guint n)
{
  guint64 *partner;

  g_array_set_size (c->partner, c->size[other]);
  partner = (guint64 *) (gpointer) c->partner->data;
  if (!bs_spill_read (c->sets, c->place[other], partner, c->size[other] * sizeof *partner, &c->error))
    return FALSE;
  bs_near_compare (set, n, partner, c->size[other], pair);
  c->left[pair->a]--;
  c->left[pair->b]--;
  c->all_left--;
  return TRUE;
}

/* Compares a text with those that came before it, and puts it aside for those that come after. Nothing more is compared
 * when a temporary file has failed. */
static void
compare (Comparison *c, guint32 text, const guint64 *set, guint n)
{
  for (guint32 i = c->start[text]; c->error == NULL && i < c->start[text + 1]; i++)
    {
      BsNearPair *pair = pair_at (c, c->pairs_of[i]);
      guint32 other = pair->a == text ? pair->b : pair->a;

      if (isnan (pair->jaccard) && c->size[other] > 0 && !compare_pair (c, pair, other, set, n))
        return;
    }
  c->size[text] = n;
  c->place[text] = bs_spill_size (c->sets);
  if (c->error == NULL && c->left[text] > 0 && !bs_spill_put (c->sets, set, n * sizeof *set, &c->error))
    return;
}

/* The text that an article's set is needed for, or NO_TEXT. */
#define NO_TEXT G_MAXUINT32

static guint32
text_needed (const Comparison *c, const char *key)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (c->wanted, key));
  guint32 text = number == 0 ? NO_TEXT : c->search->alike[number - 1];

  return text == NO_TEXT || c->left[text] == 0 || c->size[text] > 0 ? NO_TEXT : text;
}

/* ---- Where they come from ----------------------------------------------------------------------------------------- */

static void
take_spooled (gpointer data, const char *key, const guint64 *set, guint n)
{
  Comparison *c = data;
  guint32 text = text_needed (c, key);

  if (text != NO_TEXT)
    compare (c, text, set, n);
}

static gboolean
is_wanted (gpointer data, const char *outlet, const char *id)
{
  const Comparison *c = data;
  g_autofree char *key = bs_known_key (outlet, id);

  return text_needed (c, key) != NO_TEXT;
}

/* The article as it is now; another text than the one that was analyzed is no use. */
static void
take_article (Comparison *c, BsReading *reading, const BsArticle *article, const BsReadOptions *options, GArray *set)
{
  g_autofree char *key = bs_known_key (article->outlet, article->id);
  guint32 text = text_needed (c, key);
  const BsCopyText *known;

  if (text == NO_TEXT)
    return;
  known = &g_array_index (c->search->texts, BsCopyText, text);
  bs_read_words (reading, article, options);
  if (reading->signature->n_shingles != known->n_shingles || reading->signature->digest != known->digest)
    return;
  bs_signature_set (reading->signature, set);
  compare (c, text, (const guint64 *) (gpointer) set->data, set->len);
}

static gboolean
is_standard_input (const char *place)
{
  return strcmp (place, "-") == 0;
}

static gboolean
is_over (const Comparison *c, const BsCopyReading *from)
{
  return c->all_left == 0 || c->error != NULL || (from->stop != NULL && g_atomic_int_get (from->stop) != 0);
}

static gboolean
read_places (Comparison *c, const char *const *places, gboolean all, const BsCopyReading *from, BsReading *reading,
             GError **error)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, from->source, error);
  BsArticle article;
  BsProblem problem;
  BsNext next;

  if (corpus == NULL)
    return FALSE;
  if (!all)
    bs_corpus_pass_over (corpus, is_wanted, c);
  bs_troubles_forget (c->troubles);
  while (!is_over (c, from) && (next = bs_corpus_next (corpus, arena, &article, &problem)) != BS_NEXT_END)
    {
      if (next == BS_NEXT_ARTICLE)
        take_article (c, reading, &article, from->read, set);
      else
        bs_troubles_note (c->troubles, &problem);
      bs_arena_reset (arena);
    }
  return TRUE;
}

/* A file of text may be an export of many articles: what its name says is asked first. */
static gboolean
take_corpus (Comparison *c, const BsCopyReading *from, BsReading *reading, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; from->places[i] != NULL; i++)
    if (!is_standard_input (from->places[i]))
      g_ptr_array_add (places, (gpointer) from->places[i]);
  if (places->len == 0)
    return TRUE;
  g_ptr_array_add (places, NULL);
  return read_places (c, (const char *const *) places->pdata, FALSE, from, reading, error)
         && (is_over (c, from) || read_places (c, (const char *const *) places->pdata, TRUE, from, reading, error));
}

static gboolean
compare_all (BsCopySearch *search, BsStore *store, const BsCopyReading *from, GError **error)
{
  g_auto (Comparison) c = { 0 };
  g_autoptr (BsReading) reading = NULL;

  comparison_init (&c, search, from->held);
  if (c.all_left == 0)
    return TRUE;
  reading = bs_reading_new ();
  if (!bs_spool_each (from->spool, take_spooled, &c, error) || !take_corpus (&c, from, reading, error)
      || (c.all_left > 0 && from->problems != NULL
          && !bs_troubles_put (c.troubles, store, from->run, from->problems, error)))
    return FALSE;
  if (c.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&c.error));
  return FALSE;
}

gboolean
bs_find_copies (BsStore *store, const BsCopyReading *reading, GError **error)
{
  g_autoptr (BsCopySearch) search = bs_copy_search_new (store, error);

  return search != NULL && compare_all (search, store, reading, error) && bs_copy_search_put (search, store, error);
}
