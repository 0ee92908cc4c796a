/* Where the key words stand: by article, from one pass over the words of all articles. Only the words that are shown
 * are kept of it. */
#include <math.h>
#include <stdlib.h>

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

/* All articles of one side. */
static void
add_parts (BsDispersionParts *sum, const BsDispersionParts *parts)
{
  if (parts->n == 0)
    return;
  sum->smallest = sum->n > 0 ? fmin (sum->smallest, parts->smallest) : parts->smallest;
  sum->n += parts->n;
  sum->total += parts->total;
}

/* Of every outlet; articles stand outlet by outlet. */
static BsDispersionParts *
parts_by_outlet (const Pass *pass)
{
  BsDispersionParts *parts = g_new0 (BsDispersionParts, pass->outlets->len + 1);

  for (guint i = 0; i < pass->sizes->len; i++)
    {
      double size = g_array_index (pass->sizes, double, i);
      BsDispersionParts one = { 1, size, size };

      add_parts (&parts[g_array_index (pass->outlet_of, guint, i)], &one);
    }
  return parts;
}

/* What articles of one side hold of a word. */
typedef struct {
  double *freqs, *sizes, *rates;
  gsize n;
} Held;

static Held
held_new (gsize most)
{
  return (Held){ g_new (double, most + 1), g_new (double, most + 1), g_new (double, most + 1), 0 };
}

static void
held_clear (Held *held)
{
  g_free (held->freqs);
  g_free (held->sizes);
  g_free (held->rates);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Held, held_clear)

static void
held_add (Held *held, double count, double size)
{
  held->freqs[held->n] = count;
  held->sizes[held->n] = size;
  held->rates[held->n++] = count / size;
}

static int
by_value (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static BsSample
sorted_rates (Held *held)
{
  qsort (held->rates, held->n, sizeof *held->rates, by_value);
  return (BsSample){ held->rates, held->n };
}

static void
spread_key (const Pass *pass, BsKey *key, const BsDispersionParts *here, const BsDispersionParts *there)
{
  const GArray *postings = pass->postings->pdata[pass->slot[key->item] - 1];
  g_auto (Held) a = held_new (postings->len);
  g_auto (Held) b = held_new (postings->len);

  for (guint i = 0; i < postings->len; i++)
    {
      Posting posting = g_array_index (postings, Posting, i);
      guint outlet = g_array_index (pass->outlet_of, guint, posting.article);
      double size = g_array_index (pass->sizes, double, posting.article);

      if (outlet == key->outlet)
        held_add (&a, posting.count, size);
      else if (key->reference == BS_KEY_REST || key->reference == outlet)
        held_add (&b, posting.count, size);
    }
  bs_dispersion (here, a.freqs, a.sizes, a.n, &key->spread_a);
  if (key->reference == BS_KEY_LIST)
    return;
  bs_dispersion (there, b.freqs, b.sizes, b.n, &key->spread_b);
  key->ranks = bs_held_test (sorted_rates (&a), (gsize) here->n, sorted_rates (&b), (gsize) there->n);
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
  g_autofree BsDispersionParts *parts = NULL;

  pass_init (&pass, outlets, n_items, keys);
  if (!bs_store_each_terms (store, take_article, &pass, error))
    return FALSE;
  parts = parts_by_outlet (&pass);
  for (guint i = 0; i < keys->len; i++)
    {
      BsKey *key = &g_array_index (keys, BsKey, i);
      BsDispersionParts there = { 0 };

      for (guint o = 0; o < outlets->len; o++)
        if (key->reference == o || (key->reference == BS_KEY_REST && o != key->outlet))
          add_parts (&there, &parts[o]);
      spread_key (&pass, key, &parts[key->outlet], &there);
    }
  return TRUE;
}
