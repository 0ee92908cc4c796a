/* Where the key words stand: by article, from one pass over the words of all articles. Only the words that are shown
 * are kept of it. */
#include <math.h>
#include <stdlib.h>

#include "base/sort.h"
#include "compare/held-rank.h"
#include "report/keyness-parts.h"
#include "store/article-terms.h"

typedef struct {
  guint32 article; /* place in `sizes` */
  guint32 count;
} Posting;

typedef struct {
  const GPtrArray *outlets;
  guint32   *slot;      /* by item: place in postings and one more; 0: no key */
  GPtrArray *postings;  /* of GArray of Posting */
  GArray    *sizes;     /* of double: words of every article that has any */
  GArray    *outlet_of; /* of guint: its outlet's place */
  guint      outlet;    /* of the article before */
} Pass;

static gboolean
take_article (gpointer data, const BsArticleTerms *article, GError **error)
{
  Pass *pass = data;
  double words = (double) article->words;
  Posting posting = { .article = pass->sizes->len };

  /* articles come in key order, the names stand in it */
  while (pass->outlet < pass->outlets->len && g_strcmp0 (pass->outlets->pdata[pass->outlet], article->outlet) != 0)
    pass->outlet++;
  if (words == 0 || pass->outlet == pass->outlets->len)
    return TRUE;
  g_array_append_val (pass->sizes, words);
  g_array_append_val (pass->outlet_of, pass->outlet);
  for (guint i = 0; i < article->n_terms; i++)
    if (pass->slot[article->terms[i].type] != 0)
      {
        posting.count = article->terms[i].count;
        g_array_append_val ((GArray *) pass->postings->pdata[pass->slot[article->terms[i].type] - 1], posting);
      }
  return TRUE;
}

static void
free_postings (gpointer data)
{
  g_array_unref (data);
}

static void
pass_init (Pass *pass, const GPtrArray *outlets, guint n_items, const GArray *keys)
{
  *pass = (Pass){ .outlets = outlets, .slot = g_new0 (guint32, n_items + 1) };
  pass->postings = g_ptr_array_new_with_free_func (free_postings);
  pass->sizes = g_array_new (FALSE, FALSE, sizeof (double));
  pass->outlet_of = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < keys->len; i++)
    {
      guint32 item = g_array_index (keys, BsKey, i).item;

      if (pass->slot[item] != 0)
        continue;
      g_ptr_array_add (pass->postings, g_array_new (FALSE, FALSE, sizeof (Posting)));
      pass->slot[item] = pass->postings->len;
    }
}

static void
pass_clear (Pass *pass)
{
  g_free (pass->slot);
  g_ptr_array_unref (pass->postings);
  g_array_unref (pass->sizes);
  g_array_unref (pass->outlet_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

/* ---- Sides ------------------------------------------------------------------------------------------------------- */

static void
add_parts (BsDispersionParts *sum, const BsDispersionParts *parts)
{
  if (parts->n == 0)
    return;
  sum->smallest = sum->n > 0 ? fmin (sum->smallest, parts->smallest) : parts->smallest;
  sum->n += parts->n;
  sum->total += parts->total;
}

/* The articles of every outlet, and of all but it. */
typedef struct {
  BsDispersionParts *own, *rest;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->own);
  g_free (parts->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* Those before an outlet and those behind it make the rest: sizes are whole numbers, the order of a sum changes nothing. */
static void
parts_init (Parts *parts, const Pass *pass)
{
  BsDispersionParts before = { 0 }, behind = { 0 };

  parts->own = g_new0 (BsDispersionParts, pass->outlets->len + 1);
  parts->rest = g_new0 (BsDispersionParts, pass->outlets->len + 1);
  for (guint i = 0; i < pass->sizes->len; i++)
    {
      double size = g_array_index (pass->sizes, double, i);

      add_parts (&parts->own[g_array_index (pass->outlet_of, guint, i)], &(BsDispersionParts){ 1, size, size });
    }
  for (guint o = 0; o < pass->outlets->len; o++)
    {
      add_parts (&parts->rest[o], &before);
      add_parts (&before, &parts->own[o]);
    }
  for (guint o = pass->outlets->len; o-- > 0;)
    {
      add_parts (&parts->rest[o], &behind);
      add_parts (&behind, &parts->own[o]);
    }
}

/* An article that holds the word: for the order of the rates, once a word, however many outlets have it for a key. */
typedef struct {
  double rate;
  guint32 outlet;
} Rate;

static int
by_rate (const void *a, const void *b)
{
  double x = ((const Rate *) a)->rate, y = ((const Rate *) b)->rate;

  return (x > y) - (x < y);
}

/* What the articles of one side hold of a word; room for all articles that hold it. */
typedef struct {
  double *freqs, *sizes, *rates;
  gsize n, n_rates;
} Held;

typedef struct {
  guint32 item;
  const GArray *postings;
  Rate   *rates; /* sorted */
  Held    a, b;
} Word;

static void
held_clear (Held *held)
{
  g_free (held->freqs);
  g_free (held->sizes);
  g_free (held->rates);
}

static void
held_renew (Held *held, gsize most)
{
  held_clear (held);
  *held = (Held){ g_new (double, most + 1), g_new (double, most + 1), g_new (double, most + 1), 0, 0 };
}

static void
held_add (Held *held, double count, double size)
{
  held->freqs[held->n] = count;
  held->sizes[held->n++] = size;
}

static void
word_clear (Word *word)
{
  g_free (word->rates);
  held_clear (&word->a);
  held_clear (&word->b);
}

static void
take_word (Word *word, const Pass *pass, guint32 item)
{
  word->item = item;
  word->postings = pass->postings->pdata[pass->slot[item] - 1];
  g_free (word->rates);
  word->rates = g_new (Rate, word->postings->len + 1);
  for (guint i = 0; i < word->postings->len; i++)
    {
      Posting posting = g_array_index (word->postings, Posting, i);

      word->rates[i] = (Rate){ posting.count / g_array_index (pass->sizes, double, posting.article),
                               g_array_index (pass->outlet_of, guint, posting.article) };
    }
  qsort (word->rates, word->postings->len, sizeof *word->rates, by_rate);
  held_renew (&word->a, word->postings->len);
  held_renew (&word->b, word->postings->len);
}

static Held *
side_of (Word *word, const BsKey *key, guint outlet)
{
  if (outlet == key->outlet)
    return &word->a;
  return key->reference == BS_KEY_REST || key->reference == outlet ? &word->b : NULL;
}

static void
divide (Word *word, const Pass *pass, const BsKey *key)
{
  word->a.n = word->b.n = word->a.n_rates = word->b.n_rates = 0;
  for (guint i = 0; i < word->postings->len; i++)
    {
      Posting posting = g_array_index (word->postings, Posting, i);
      Held *side = side_of (word, key, g_array_index (pass->outlet_of, guint, posting.article));

      if (side != NULL)
        held_add (side, posting.count, g_array_index (pass->sizes, double, posting.article));
    }
  for (guint i = 0; i < word->postings->len; i++)
    {
      Held *side = side_of (word, key, word->rates[i].outlet);

      if (side != NULL)
        side->rates[side->n_rates++] = word->rates[i].rate;
    }
}

static void
spread_key (Word *word, const Pass *pass, BsKey *key, const Parts *parts)
{
  const BsDispersionParts *here = &parts->own[key->outlet];
  const BsDispersionParts *there = key->reference == BS_KEY_REST ? &parts->rest[key->outlet] : NULL;

  divide (word, pass, key);
  bs_dispersion (here, word->a.freqs, word->a.sizes, word->a.n, &key->spread_a);
  if (key->reference == BS_KEY_LIST)
    return;
  if (there == NULL)
    there = &parts->own[key->reference];
  bs_dispersion (there, word->b.freqs, word->b.sizes, word->b.n, &key->spread_b);
  key->ranks = bs_held_test ((BsSample){ word->a.rates, word->a.n }, (gsize) here->n,
                             (BsSample){ word->b.rates, word->b.n }, (gsize) there->n);
}

/* Word by word, so that what is sorted of a word is sorted once and one word's is held. */
static void
spread_keys (const Pass *pass, GArray *keys)
{
  g_autofree guint64 *order = g_new (guint64, keys->len + 1); /* item, and place in `keys` */
  g_autofree guint64 *scratch = g_new (guint64, keys->len + 1);
  g_auto (Parts) parts = { 0 };
  Word word = { 0 };

  parts_init (&parts, pass);
  for (guint i = 0; i < keys->len; i++)
    order[i] = (guint64) g_array_index (keys, BsKey, i).item << 32 | i;
  bs_sort_uint64 (order, scratch, keys->len);
  for (guint i = 0; i < keys->len; i++)
    {
      guint32 item = (guint32) (order[i] >> 32);

      if (i == 0 || item != word.item)
        take_word (&word, pass, item);
      spread_key (&word, pass, &g_array_index (keys, BsKey, (guint32) order[i]), &parts);
    }
  word_clear (&word);
}

void
bs_keyness_no_spread (BsKey *key)
{
  const BsDispersion none = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };

  key->spread_a = key->spread_b = none;
  key->ranks = (BsTest){ NAN, NAN, NAN, NAN, NAN };
}

gboolean
bs_keyness_spread (BsStore *store, const GPtrArray *outlets, guint n_items, GArray *keys, GError **error)
{
  g_auto (Pass) pass = { 0 };

  pass_init (&pass, outlets, n_items, keys);
  if (!bs_store_each_terms (store, take_article, &pass, error))
    return FALSE;
  spread_keys (&pass, keys);
  return TRUE;
}
